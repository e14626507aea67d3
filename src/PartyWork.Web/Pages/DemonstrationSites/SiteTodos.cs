using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>示范点: the committee recommends, the department chooses and looks again in December, the organisation plans and puts right.</summary>
internal static class SiteTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today) = (ask.Db, ask.Own, ask.Today);
        var (endorses, selects, cultivates) = (ask.User.May(Act.EndorseSites), ask.User.May(Act.ManageSites), ask.User.May(Act.DeclareSites));
        var (rechecks, yearBegan) = (selects && today.Month == 12, new DateOnly(today.Year, 1, 1));
        var toPlan = db.DemonstrationSites.Where(s => cultivates && s.OrganizationId == own && (s.Stage == SiteStage.Confirmed || s.Stage == SiteStage.Cultivating) && s.PlanSubmittedOn == null);
        var warned = db.DemonstrationSites.Where(s => cultivates && s.OrganizationId == own && s.Stage == SiteStage.Warned);
        return db.TreeStamps.Select(_ => new Row
        {
            ToEndorse = db.DemonstrationSites.Count(s => endorses && s.CommitteeId == own && s.Stage == SiteStage.Declared && s.Filing.Stage == FilingStage.Submitted),
            ToSelect = db.DemonstrationSites.Count(s => selects && ((s.Stage >= SiteStage.Endorsed && s.Stage <= SiteStage.Shortlisted) || (s.Stage == SiteStage.InNotice && (s.NoticeUntil < today || s.Objections.Any(o => o.DecidedOn == null)))
                || ((s.Stage == SiteStage.Confirmed || s.Stage == SiteStage.Cultivating) && s.PlanSubmittedOn != null && s.PlanApprovedOn == null))),
            ToRecheck = db.DemonstrationSites.Count(s => rechecks && s.Year < today.Year && s.Stage == SiteStage.Named && !s.Decisions.Any(d => d.On >= yearBegan && (d.Outcome == SiteOutcome.Kept || d.Outcome == SiteOutcome.Warned))),
            ToPlan = toPlan.Select(s => (int?)s.Id).FirstOrDefault(),
            PlanSince = toPlan.Where(s => s.Stage == SiteStage.Confirmed).Select(s => s.ConfirmedOn).FirstOrDefault(),
            Warned = warned.Select(s => (int?)s.Id).FirstOrDefault(),
            WarnedUntil = warned.SelectMany(s => s.Decisions).Where(d => d.Outcome == SiteOutcome.Warned).Max(d => d.RectifyBy),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row)
    {
        var (today, year) = (ask.Today, ask.Today.Year);
        foreach (var todo in Todo.Several(row.ToEndorse, "个示范点申报待推荐", $"/demonstration-sites?year={year}&Stage=Declared")
            .Concat(Todo.Several(row.ToSelect, "个示范点待审核、查看、公示、确定或审定一点一策", $"/demonstration-sites?year={year}&Waiting=true"))
            .Concat(Todo.Several(row.ToRecheck, "个示范点待年度复核", $"/demonstration-sites?year={year}&Waiting=true", "每年复核一次，部务会决定保留、警示或摘牌")))
        {
            yield return todo;
        }

        if (row.ToPlan is { } planned)
        {
            yield return row.PlanSince?.AddDays(DemonstrationSite.PlanDays) is { } by
                ? Todo.By(by, today, "编制示范点一点一策", $"{Show.Words(by)}前报组织部，{Show.Remaining(by, today)}", $"/demonstration-sites/{planned}/plan")
                : new(3, "编制示范点下一年的一点一策", "继续培育，措施报组织部审定", $"/demonstration-sites/{planned}/plan", "yellow");
        }

        if (row is { Warned: { } warned, WarnedUntil: { } until })
        {
            yield return Todo.By(until, today, "示范点复核被警示，请整改", $"{Show.Day(until)}前整改，{Show.Remaining(until, today)}", $"/demonstration-sites/{warned}");
        }
    }

    internal sealed class Row
    {
        public int ToEndorse { get; init; }
        public int ToSelect { get; init; }
        public int ToRecheck { get; init; }
        public int? ToPlan { get; init; }
        public DateOnly? PlanSince { get; init; }
        public int? Warned { get; init; }
        public DateOnly? WarnedUntil { get; init; }
    }
}
