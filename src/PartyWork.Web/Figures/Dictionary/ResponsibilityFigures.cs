using System.Linq.Expressions;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Agreements and secretaries' ledgers.</summary>
internal static class ResponsibilityFigures
{
    private const string Ledger = "书记台账由办理记录自动生成：本年内有本人签订的责任书、本人确认的报送或本人记载，即为已开立。一个党组织一年内换书记的，只计1个。";

    public static readonly IReadOnlyList<Figure> All =
    [
        Ledgers("ledger_committees", "建立书记抓党建台账的党（工）委数", "区属党（工）委中书记台账已开立的。" + Ledger, h => h.Organization.Level == OrganizationLevel.Committee),
        Ledgers("ledger_communities", "建立台账的社区数", "社区党组织（不含下属党支部）中书记台账已开立的。" + Ledger, h => h.Organization.Domain == OrganizationDomain.Community && h.Organization.Level == OrganizationLevel.Primary),
        Ledgers("ledger_organs", "建立台账的区直机关单位数", "机关党组织按单位计（不含下属党支部），书记台账已开立的。" + Ledger, h => h.Organization.Domain == OrganizationDomain.Organ && h.Organization.Level == OrganizationLevel.Primary),
        Signed("agreements_signed", "签订责任书份数", "本年度目标责任书双方都已签字的份数，按生效日期计；每份归乙方。", a => true),
        Signed("agreements_signed_committees", "区委与党（工）委签订的责任书份数", "签订责任书份数中乙方为区属党（工）委的。", a => a.Organization.Level == OrganizationLevel.Committee),
        Signed("agreements_signed_primary", "党（工）委与基层党组织签订的责任书份数", "签订责任书份数中乙方为基层党组织的。", a => a.Organization.Level == OrganizationLevel.Primary),
        Signed("agreements_signed_branches", "基层党组织与下属党支部签订的责任书份数", "签订责任书份数中乙方为党支部的。", a => a.Organization.Level == OrganizationLevel.Branch),
        new("agreements_expected", "应签责任书份数", "份", "截止日在册的区属党（工）委和基层党组织各应签1份；此外已签订的（如下属党支部、年内撤并的）也计入。")
        {
            IsKeptByWork = true, Sections = [Responsibility],
            Facts = (db, p) => OrganizationFigures.Facts(db.Organizations.Where(o => db.Agreements.Any(a => a.OrganizationId == o.Id && a.Year == p.Year && a.EffectiveOn <= p.Cutoff)
                || ((o.Level == OrganizationLevel.Committee || o.Level == OrganizationLevel.Primary) && OrganizationFigures.StandingOn(db, p).Any(s => s.Id == o.Id))), p),
        },
        new("agreement_sign_rate", "责任书签订率", "%", "签订责任书份数÷应签责任书份数。") { Fold = FigureFold.Ratio, Numerator = "agreements_signed", Denominator = "agreements_expected", Sections = [Responsibility] },
    ];

    private static Figure Signed(string key, string name, string definition, Expression<Func<WithOrganization, bool>> which) => new(key, name, "份", definition)
    {
        IsKeptByWork = true, Sections = [Responsibility],
        Facts = (db, p) => db.Agreements.Where(a => a.Year == p.Year && a.EffectiveOn <= p.Cutoff)
            .Join(db.Organizations, a => a.OrganizationId, o => o.Id, (a, o) => new WithOrganization { Agreement = a, Organization = o }).Where(which)
            .Select(x => new Fact { OrganizationId = x.Agreement.OrganizationId, RecordKind = RecordKinds.Agreement, RecordId = x.Agreement.Id, Amount = 1, EnteredOn = null, On = x.Agreement.EffectiveOn!.Value }),
    };

    private static Figure Ledgers(string key, string name, string definition, Expression<Func<PostHolding, bool>> which) => new(key, name, "个", definition)
    {
        Fold = FigureFold.Distinct, IsKeptByWork = true, Sections = [Responsibility], Facts = (db, p) => Ledgers(db, p, which),
    };

    private static IQueryable<Fact> Ledgers(PartyWorkDb db, Period period, Expression<Func<PostHolding, bool>> which)
    {
        var (start, until) = (OfficeTime.Utc(period.From, default), OfficeTime.Utc(period.Cutoff.AddDays(1), default));
        return db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.From <= period.Cutoff && (h.To == null || h.To >= period.From)).Where(which)
            .Where(h => db.SecretaryLedgers.Any(l => l.HoldingId == h.Id && l.Year == period.Year && l.Entries.Any(e => e.On <= period.Cutoff))
                || db.Agreements.Any(a => a.OrganizationId == h.OrganizationId && a.LowerSignature.PersonId == h.PersonId && a.LowerSignature.On >= period.From && a.LowerSignature.On >= h.From && a.LowerSignature.On <= period.Cutoff)
                || db.FilingActs.Any(a => a.OrganizationId == h.OrganizationId && a.PersonId == h.PersonId && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.ConfirmSignature) && a.At >= start && a.At < until))
            .Select(h => new Fact
            {
                OrganizationId = h.OrganizationId, RecordKind = RecordKinds.Ledger, RecordId = h.Id, Amount = 1, EnteredOn = null, DistinctKey = "" + h.OrganizationId, On = h.From > period.From ? h.From : period.From,
            });
    }

    private sealed class WithOrganization
    {
        public Agreement Agreement { get; init; } = null!;
        public Organization Organization { get; init; } = null!;
    }
}
