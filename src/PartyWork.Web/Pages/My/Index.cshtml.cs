using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Pages.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.My;

/// <summary>我的工作: one sentence and one button, what came back and why, the to-dos, the tasks, the next dates. The own organisation only.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, Todos todos) : WorkPage
{
    private static readonly (string Word, TaskLight[] Lights)[] Groups =
        [("逾期、滞后", [TaskLight.Red, TaskLight.Stalled, TaskLight.Yellow]), ("推进中", [TaskLight.Green, TaskLight.White]), ("完成", [TaskLight.Blue]), ("取消或结转", [TaskLight.Grey])];

    public NextStep Step { get; private set; } = null!;
    public IReadOnlyList<Todo> List { get; private set; } = [];
    public IReadOnlyList<Returned> Returns { get; private set; } = [];
    public IReadOnlyList<(string Word, IReadOnlyList<TaskView> Tasks)> Tasks { get; private set; } = [];
    public IReadOnlyList<Date> Dates { get; private set; } = [];
    public IReadOnlyList<(HeldPost Post, int Count)> OtherPosts { get; private set; } = [];
    public int ListsId { get; private set; }
    public OrgNode Own => user.Organization!;
    public bool ReadsScore => user.ReadsOwnScore;
    public DateOnly Today => clock.Today;
    public DateTime Now => clock.Now;

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (!user.May(Act.FillReports))
        {
            return Redirect("/"); // whose work is elsewhere
        }

        var (today, year, own, level) = (Today, Today.Year, Own.Id, Own.Level);

        // Tracked, so that filings come with their windows and rows, and the domain says what is missing.
        var found = (await db.Windows.Regular().Where(w => w.Year == year && w.Level == level)
            .LeftJoin(db.Filings.Where(f => f.OrganizationId == own), w => w.Id, f => f.WindowId, (w, f) => new { Window = w, Filing = f })
            .LeftJoin(db.FilingRows, x => (int?)x.Filing!.Id, r => r.FilingId, (x, r) => new { x.Window, x.Filing, Row = r }).ToListAsync())
            .DistinctBy(x => x.Window.Id).ToList();
        var filings = found.Where(x => x.Filing is not null).Select(x => x.Filing!).ToList();
        var tasks = await db.WorkTasks.Include(t => t.Progress).Include(t => t.Evidence.Where(u => u.OrganizationId == own)).ThenInclude(u => u.Item).AsSingleQuery().Where(t => t.OrganizationId == own && t.Year == year).OrderBy(t => t.No).ToListAsync();

        var measured = await TaskMeasures.ReadAsync(db, user.Tree, tasks, NextStep.Open(filings, today) is { Kind: FilingKind.QuarterlyReport } open ? open.Period : Quarter.Of(today), today);
        List = await todos.ListAsync();
        Step = Next(NextStep.Of(Own, user.Tree.Parent(own), filings, [.. found.Select(x => x.Window)], tasks, measured, user.May(Act.ConfirmReports, own), today));
        Returns = [.. filings.Where(f => f.Stage is FilingStage.Returned).SelectMany(f => f.Rows.Where(r => r.ReturnReason is not null).Select(r => new Returned(f, r.Label, r.ReturnReason!)))];
        ListsId = filings.FirstOrDefault(f => f.Kind is FilingKind.ThreeLists)?.Id ?? 0;
        var views = TaskView.With(measured, tasks.Select(t => TaskView.Of(t, ListsId)));
        Tasks = [.. Groups.Select(g => (g.Word, (IReadOnlyList<TaskView>)[.. views.Where(t => g.Lights.Contains(t.Light(today)))])).Where(g => g.Item2.Count > 0)];
        Dates = [.. found.Select(x => new Date(x.Window, x.Filing)).Where(d => d.Due >= today).OrderBy(d => d.Due)];
        OtherPosts = user.Posts.Count > 1 ? await todos.OtherPostsAsync() : [];
        return Page();
    }

    /// <summary>Who has nothing left to fill in these filings goes on with what waits first, whatever it is; what only waits for others is not his.</summary>
    private NextStep Next(NextStep step) => step.Button is not ("" or "查看") ? step
        : List.FirstOrDefault(t => t.Tone is not "white") is { } todo ? new($"{step.Sentence}请先{(todo.Order == 3 ? "办理：" : "")}{todo.Text}{(todo.Detail.Length > 0 ? $"（{todo.Detail}）" : "")}。", "去办理", todo.Link)
        : step with { Sentence = $"{step.Sentence}目前没有待办事项。" };

    public sealed record Returned(Filing Filing, string Label, string Reason);

    public sealed record Date(Window Window, Filing? Filing)
    {
        public DateOnly Due => Filing?.DueOn ?? Window.Due;
    }
}
