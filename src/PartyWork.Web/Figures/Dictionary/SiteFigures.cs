using System.Linq.Expressions;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>示范点 and 示范区（带）, counted from their own records.</summary>
internal static class SiteFigures
{
    /// <summary>From when on a decision 继续培育 is one on the year that ends.</summary>
    private const int YearEndFromMonth = 10;

    public static readonly IReadOnlyList<Figure> All =
    [
        new("demo_communities_declared", "申报社区党建示范点数", "个", "报告年度内经党（工）委推荐、申报到组织部的社区党建示范点，含后来未确定的。")
        {
            Sections = [Demonstration],
            Facts = (db, p) => db.DemonstrationSites.Where(s => s.Domain == SiteDomain.Community && s.EndorsedOn >= p.From && s.EndorsedOn <= p.Cutoff)
                .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.Id, Amount = 1, On = s.EndorsedOn!.Value, EnteredOn = s.EndorsedOn }),
        },
        Confirmed("demo_communities", "社区党建示范点数", SiteDomain.Community),
        Confirmed("demo_organs", "机关党建示范点数", SiteDomain.Organ),
        Confirmed("demo_schools", "学校党建示范点数", SiteDomain.School),
        Confirmed("demo_two_new", "两新党建示范点数", SiteDomain.TwoNew),
        new("demo_communities_checked", "年中检查的社区党建示范点数", "个", "报告年度年中检查中，考核组已提交评分表、检查时在册的社区党建示范点，一个计一次，用于核对报告中的确定数。")
        {
            Fold = FigureFold.Distinct,
            Facts = (db, p) =>
                from sheet in db.ScoreSheets
                where sheet.Round.Phase == AssessmentPhase.Mid && sheet.SubmittedAt != null && sheet.VisitedOn >= p.From && sheet.VisitedOn <= p.Cutoff
                from s in db.DemonstrationSites
                where s.OrganizationId == sheet.OrganizationId && s.Domain == SiteDomain.Community && s.Year == p.Year && s.ConfirmedOn <= sheet.VisitedOn && (s.EndedOn == null || s.EndedOn > sheet.VisitedOn)
                select new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.Id, Amount = 1, DistinctKey = s.Id + "", On = sheet.VisitedOn!.Value, EnteredOn = sheet.VisitedOn },
        },
        new("demo_named", "命名示范点数", "个", "报告年度内命名（列为联系点）的示范点，含后来摘牌的。")
        {
            IsKeptByWork = true,
            Facts = (db, p) => db.DemonstrationSites.Where(s => s.NamedOn >= p.From && s.NamedOn <= p.Cutoff)
                .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.Id, Amount = 1, On = s.NamedOn!.Value, EnteredOn = s.NamedOn }),
        },
        new("demo_delisted", "移出和摘牌示范点数", "个", "报告年度内移出、摘牌的示范点；没有确定过的不计。")
        {
            IsKeptByWork = true,
            Facts = (db, p) => db.DemonstrationSites.Where(s => s.ConfirmedOn != null && s.EndedOn >= p.From && s.EndedOn <= p.Cutoff)
                .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.Id, Amount = 1, On = s.EndedOn!.Value, EnteredOn = s.EndedOn }),
        },
        new("demo_measures_done", "一点一策措施完成数", "项", "报告年度一点一策的措施中，截止日前申报完成、上级已认定完成的任务。")
        {
            IsKeptByWork = true,
            Facts = (db, p) => from s in db.DemonstrationSites
                               from m in s.Measures
                               where m.Task.Year == p.Year && m.Task.State == TaskState.Done && m.Task.ClaimedOn >= p.From && m.Task.ClaimedOn <= p.Cutoff
                               select new Fact { OrganizationId = m.OrganizationId, RecordKind = RecordKinds.Task, RecordId = m.WorkTaskId, Amount = 1, On = m.Task.ClaimedOn!.Value, EnteredOn = m.Task.ClaimedOn },
        },
        new("demo_measures", "一点一策措施数", "项", "截止日在册、一点一策已审定的示范点报告年度的措施（对应的任务）；批准取消的不计。")
        {
            Time = FigureTime.Stock, Facts = (db, p) => Measures(db, p, m => true),
        },
        new("cultivation.measures_overdue", "培育措施滞后数", "项", "一点一策措施中截止日已过完成时限、没有认定完成的。")
        {
            Time = FigureTime.Stock, Among = "demo_measures", Sections = [AssessedOrganization],
            Facts = (db, p) => Measures(db, p, m => (m.Task.ExtendedTo ?? m.Task.DueOn) < p.Cutoff && !(m.Task.State == TaskState.Done && m.Task.ClaimedOn <= p.Cutoff)),
        },
        new("demo_belts", "示范区（带）数", "条", "截止日前列入、未撤销的示范区（带）。")
        {
            Time = FigureTime.Stock,
            Facts = (db, p) => Listed(db, p).Select(b => new Fact { OrganizationId = b.OrganizationId, RecordKind = RecordKinds.Belt, RecordId = b.Id, Amount = 1, On = b.ListedOn!.Value, EnteredOn = b.ListedOn }),
        },
        new("demo_belt_sites", "示范区（带）所含示范点数", "个", "截止日前列入、未撤销的示范区（带）所含的示范点。")
        {
            Time = FigureTime.Stock,
            Facts = (db, p) => Listed(db, p).SelectMany(b => b.Sites, (b, s) => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.SiteId, Amount = 1, On = b.ListedOn!.Value, EnteredOn = b.ListedOn }),
        },
        new("demo_belt_radiated", "示范区（带）辐射党组织数", "个", "截止日前列入、未撤销的示范区（带）辐射的党组织，一个计一次。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Distinct,
            Facts = (db, p) => Listed(db, p).SelectMany(b => b.Radiated, (b, r) => new Fact { OrganizationId = r.OrganizationId, RecordKind = RecordKinds.Organization, RecordId = r.OrganizationId, Amount = 1, DistinctKey = r.OrganizationId + "", On = b.ListedOn!.Value, EnteredOn = b.ListedOn }),
        },
    ];

    private static Figure Confirmed(string key, string name, SiteDomain domain) => new(key, name, "个", "报告年度内确定、截止日未移出或摘牌的" + name[..^1] + "。")
    {
        Sections = [Demonstration, Mechanisms],
        Facts = (db, p) => db.DemonstrationSites.Where(s => s.Domain == domain && s.ConfirmedOn >= p.From && s.ConfirmedOn <= p.Cutoff && (s.EndedOn == null || s.EndedOn > p.Cutoff))
            .Select(s => new Fact { OrganizationId = s.OrganizationId, RecordKind = RecordKinds.Site, RecordId = s.Id, Amount = 1, On = s.ConfirmedOn!.Value, EnteredOn = s.ConfirmedOn }),
    };

    /// <summary>Of plans approved by the cut-off. 继续培育 asks for a new plan; that the year before had one of its own is told by the decision.</summary>
    private static IQueryable<Fact> Measures(PartyWorkDb db, Period p, Expression<Func<SiteMeasure, bool>> which)
    {
        var yearEnd = new DateOnly(p.Year, YearEndFromMonth, 1);
        return db.DemonstrationSites
            .Where(s => (s.EndedOn == null || s.EndedOn > p.Cutoff) && (s.PlanApprovedOn <= p.Cutoff || (s.ConfirmedOn <= p.Cutoff && s.Decisions.Any(d => d.Outcome == SiteOutcome.Continued && d.On >= yearEnd))))
            .SelectMany(s => s.Measures.AsQueryable().Where(m => m.Task.Year == p.Year && m.Task.State != TaskState.Draft && m.Task.State != TaskState.Cancelled && m.Task.State != TaskState.HandedOver).Where(which), (s, m) => new Fact
            {
                OrganizationId = m.OrganizationId, RecordKind = RecordKinds.Task, RecordId = m.WorkTaskId, Amount = 1,
                On = s.PlanApprovedOn <= p.Cutoff ? s.PlanApprovedOn!.Value : s.ConfirmedOn!.Value, EnteredOn = s.PlanApprovedOn <= p.Cutoff ? s.PlanApprovedOn : s.ConfirmedOn,
            });
    }

    private static IQueryable<DemonstrationBelt> Listed(PartyWorkDb db, Period p) => db.DemonstrationBelts.Where(b => b.ListedOn <= p.Cutoff && (b.EndedOn == null || b.EndedOn > p.Cutoff));
}
