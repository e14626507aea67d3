using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>信访数据 as the petition office counts them by month.</summary>
internal static class PetitionMetrics
{
    private const string Cases = "petition.cases", Change = "petition.change";

    private static readonly Reckoner ByYears = new(YearsAsync);

    public static readonly IReadOnlyList<Figure> All =
    [
        Of(Cases, "信访件次", "件次", "报告年度内各月登记的信访件次合计，由信访部门提供。", "", p => p.Cases, p => true),
        Of("petition.mass_events", "群体性上访起数", "起", "报告年度内各月登记的群体性上访合计，由信访部门提供；各月都登记为0的为0。", Cases, p => p.MassEvents, p => p.MassEvents > 0),
        Of("petition.repeat_or_skip", "重复越级访批次", "批次", "报告年度内各月登记的、认定为社区处置不当引发的重复访和越级访合计，由信访部门提供。", Cases, p => p.RepeatedOrSkipped, p => p.RepeatedOrSkipped > 0),
        new("petition.before", "上年同期信访件次", "件次", "报告年度和上年都登记了信访数据的社区，上年同期各月的信访件次合计；报告年度内在整顿的社区，为列入前一年的件次。")
        {
            Fold = FigureFold.Sum, Sections = [AssessedOpinion], Reckoner = ByYears,
        },
        new(Change, "信访件次增减", "件次", "报告年度截止日前各月的信访件次减去上年同期信访件次，减少的为负数；报告年度内在整顿的社区，为近12个月的件次（最近一次验收登记的，还没有验收的按信访数据登记簿各月合计，登记不满12个月、列入后还没有登记的不计）减去列入前一年的。")
        {
            Fold = FigureFold.Sum, Among = "petition.before", Sections = [AssessedOpinion], Reckoner = ByYears,
        },
        new("petition.rate_change", "信访率变化", "%", "信访件次增减÷上年同期信访件次；居民人口按两年不变，因此与每千人信访件次的变化相同。")
        {
            Fold = FigureFold.Ratio, IsChange = true, Numerator = Change, Denominator = "petition.before", Sections = [AssessedOpinion],
        },
    ];

    /// <summary>The same months of two years; of a community that is put right its last twelve months against those before it was listed.</summary>
    private static async Task<IReadOnlyCollection<Reckoned>> YearsAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        // Past the subtree filter, both reads, as every figure: what was counted does not depend on who asks.
        var (first, last) = (periods.Min(p => p.From).AddYears(-1), periods.Max(p => p.Cutoff));
        var months = await Rows<PetitionCount>(db, c => c.On >= first && c.On <= last && (within == null || within.Contains(c.OrganizationId))).IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Select(c => new { c.OrganizationId, c.Id, c.On, c.EnteredOn, c.Cases }).ToListAsync();
        var cases = new List<(Period Period, int Organization, int Id, DateOnly On, int Before, int? Now)>();
        foreach (var p in periods)
        {
            cases.AddRange((await RectificationFigures.Cases(db, p).Where(c => within == null || within.Contains(c.OrganizationId)).Join(db.PetitionsOfCases(p.Cutoff), c => c.Id, n => n.CaseId, (c, n) => new { c.OrganizationId, c.Id, On = c.ListedOn!.Value, Before = c.Baseline!.Petitions, Now = n.Told ?? n.Counted })
                .IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync()).Select(c => (p, c.OrganizationId, c.Id, c.On, c.Before, c.Now)));
        }

        return
        [
            .. from f in figures
               from c in cases
               where c.Now is not null
               select new Reckoned(f.Key, c.Period, new Fact { OrganizationId = c.Organization, RecordKind = RecordKinds.Case, RecordId = c.Id, Amount = f.Key == Change ? c.Now!.Value - c.Before : c.Before, On = c.On, EnteredOn = c.On }),
            .. from f in figures
               from p in periods
               from community in months.Where(m => (m.On >= p.From && m.On <= p.Cutoff) || (m.On >= p.From.AddYears(-1) && m.On <= p.Cutoff.AddYears(-1))).GroupBy(m => m.OrganizationId)
               where community.Any(m => m.On >= p.From) && community.Any(m => m.On < p.From) && !cases.Exists(c => c.Period == p && c.Organization == community.Key)
               from m in community
               where f.Key == Change || m.On < p.From
               select new Reckoned(f.Key, p, new Fact { OrganizationId = m.OrganizationId, RecordKind = Registers.Registers.PetitionCounts.Key, RecordId = m.Id, Amount = f.Key == Change && m.On < p.From ? -m.Cases : m.Cases, On = m.On, EnteredOn = m.EnteredOn }),
        ];
    }

    private static Figure Of(string key, string name, string unit, string definition, string among, Expression<Func<PetitionCount, long>> number, Expression<Func<PetitionCount, bool>> which) => new(key, name, unit, definition)
    {
        Fold = FigureFold.Sum, Among = among, Sections = [AssessedOpinion],
        Facts = (db, p) => Rows(db, which).Where(r => r.On >= p.From && r.On <= p.Cutoff).Amounting(Registers.Registers.PetitionCounts, number),
    };
}
