using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Agreements;
using PartyWork.Web.Pages.AnnualReports;
using PartyWork.Web.Pages.Assessments;
using PartyWork.Web.Pages.Coordination;
using PartyWork.Web.Pages.DemonstrationSites;
using PartyWork.Web.Pages.FiveInOne;
using PartyWork.Web.Pages.Ledger;
using PartyWork.Web.Pages.Organizations;
using PartyWork.Web.Pages.Rectification;
using PartyWork.Web.Pages.Registers;
using PartyWork.Web.Pages.Reports;
using PartyWork.Web.Pages.Surveys;
using PartyWork.Web.Pages.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <param name="Order">Lower is more pressing.</param>
public sealed record Todo(int Order, string Text, string Detail, string Link, string Tone)
{
    /// <summary>So many of a kind that wait for the same act; nothing when there are none.</summary>
    public static IEnumerable<Todo> Several(int count, string what, string link, string detail = "") => count == 0 ? [] : [new(3, $"{count}{what}", detail, link, "yellow")];

    /// <summary>One thing with a last day: red once that has passed.</summary>
    public static Todo By(DateOnly due, DateOnly today, string text, string detail, string link) => new(due < today ? 0 : 2, text, detail, link, due < today ? "red" : "yellow");
}

/// <summary>For whom is asked what waits, and on which day.</summary>
public sealed record TodoAsk(PartyWorkDb Db, CurrentUser User, HeldPost Post, DateOnly Today)
{
    public int Own => Post.OrganizationId;

    /// <summary>The organisations directly below, when the post may do this there; none otherwise.</summary>
    public int[] Below(Act act) => User.May(act) ? [.. User.Tree.Children(Own).Select(c => c.Id)] : [];
}

/// <summary>
/// What waits for the active post, computed from state: nothing to dismiss, gone when it is done. Each feature asks for one row, says what it means, and
/// all are read by one SQL command, and by none while nobody has changed anything since this post last asked.
/// </summary>
public sealed class Todos(PartyWorkDb db, CurrentUser user, BusinessClock clock, Kept kept)
{
    private IReadOnlyList<Todo>? _list;

    public async Task<IReadOnlyList<Todo>> ListAsync()
    {
        if (_list is not null || user.Post is not { } post || user.Scope.ReadsNoOrganization)
        {
            return _list ??= [];
        }

        return _list = await kept.ReadAsync((nameof(Todos), post.HoldingId), () => ReadAsync(post), l => l.Count);
    }

    private async Task<IReadOnlyList<Todo>> ReadAsync(HeldPost post)
    {
        var ask = new TodoAsk(db, user, post, clock.Today);
        var counts =
            from fill in FillTodos.Ask(ask)
            from lists in ListTodos.Ask(ask)
            from agreements in AgreementTodos.Ask(ask)
            from coordination in CoordinationTodos.Ask(ask)
            from handovers in HandoverTodos.Ask(ask)
            from ledgers in LedgerTodos.Ask(ask)
            from registers in RegisterTodos.Ask(ask)
            from reports in AnnualReportTodos.Ask(ask)
            from gaps in GapTodos.Ask(ask)
            from assessments in AssessmentTodos.Ask(ask)
            from fiveInOne in FiveInOneTodos.Ask(ask)
            from sites in SiteTodos.Ask(ask)
            from cases in CaseTodos.Ask(ask)
            from acceptances in AcceptanceTodos.Ask(ask)
            from surveys in SurveyTodos.Ask(ask)
            select new { fill, lists, agreements, coordination, handovers, ledgers, registers, reports, gaps, assessments, fiveInOne, sites, cases, acceptances, surveys };
        var rows = await FilingTodos.Ask(ask, counts).ToListAsync();
        var found = rows[0].Rest;
        return
        [
            .. FilingTodos.Say(ask, [.. rows.Select(r => r.Filing).OfType<FilingTodos.Row>()])
                .Concat(HandoverTodos.Say(found.handovers))
                .Concat(RegisterTodos.Say(ask, found.registers))
                .Concat(AnnualReportTodos.Say(found.reports))
                .Concat(GapTodos.Say(ask, found.gaps))
                .Concat(LedgerTodos.Say(ask, found.ledgers))
                .Concat(FillTodos.Say(found.fill))
                .Concat(ListTodos.Say(found.lists))
                .Concat(AssessmentTodos.Say(ask, found.assessments))
                .Concat(AcceptanceTodos.Say(ask, found.acceptances))
                .Concat(CaseTodos.Say(ask, found.cases))
                .Concat(SiteTodos.Say(ask, found.sites))
                .Concat(SurveyTodos.Say(found.surveys))
                .Concat(FiveInOneTodos.Say(ask, found.fiveInOne))
                .Concat(CoordinationTodos.Say(ask, found.coordination))
                .Concat(AgreementTodos.Say(ask, found.agreements))
                .OrderBy(t => t.Order),
        ];
    }

    /// <summary>How many own filings, or matters to be answered, wait in the person's other posts; their contents stay behind those posts.</summary>
    public async Task<IReadOnlyList<(HeldPost Post, int Count)>> OtherPostsAsync()
    {
        var others = user.Posts.Where(p => p != user.Post).ToList();
        var (filings, replies) = (await FilingsAsync(Of(PostKind.Secretary, PostKind.Deputy, PostKind.Officer)), await RepliesAsync(Of(PostKind.Liaison)));
        return [.. others.Select(p => (p, (p.Kind is PostKind.Liaison ? replies : filings).GetValueOrDefault(p.OrganizationId)))];

        int[] Of(params PostKind[] kinds) => [.. others.Where(p => kinds.Contains(p.Kind)).Select(p => p.OrganizationId).Distinct()];
    }

    // Both past the reading filter, which is that of the active post: the person's other posts may stand elsewhere. Only numbers leave.
    private async Task<Dictionary<int, int>> RepliesAsync(int[] departments) => departments.Length == 0 ? [] : await db.CoordinationItems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
        .Where(i => i.State == CoordinationState.Sent && i.DepartmentId != null && departments.Contains(i.DepartmentId.Value))
        .GroupBy(i => i.DepartmentId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    private async Task<Dictionary<int, int>> FilingsAsync(int[] others)
    {
        var today = clock.Today;
        return others.Length == 0 ? [] : await db.Filings.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(f => others.Contains(f.OrganizationId) && f.Year == today.Year && f.Window.Opens <= today
                && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Submitted)
            .GroupBy(f => f.OrganizationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }
}
