using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Agreements;

namespace PartyWork.Web.Tests;

/// <summary>How many commands a page costs, without the one that reads the rights: lists 3, items 4, dashboards 5.</summary>
public sealed class SqlBudgetTests(App app) : IClassFixture<App>
{
    private const int List = 3, Item = 4, Dashboard = 5, Check = 7; // the check reads all three lists, the scheme and what was done
    private const int Way = Item + 1; // 来龙去脉 asks once for where the way of the year begins and ends

    // The report asks all figures of the dictionary, and what has been written of it in four tables.
    private const int Report = 16;

    // While a row takes its number from a figure, the figure is asked besides, and whether it was frozen or corrected.
    private const int Measured = Item + 2;

    // A score asks for the circumstances, the rubric, the figures of the year and those kept from mid-year: each time one branch of a statement per
    // figure, what is worked out in memory (posts, meetings, decisions with their rules), and what is held over them.
    private const int Score = 15;

    // A self-score is a score beside its filing, in three, and its round.
    private const int SelfScore = Score + 4;

    // What the meeting has before it is the year of all organisations of a round: round, scheme, sheets and their lines, the year's figures and what is held over them, and all other records in one.
    private const int Proposals = 8;

    // Of an assessor the rights are two commands, the second what was drawn; a sheet is its head, its lines and its rubric, and the last check stands beside it,
    // with the district's words that a reason begins with.
    private const int Scored = Item + 3;

    // A figure costs an assessor what it costs others, and the rights' second command.
    private const int Assigned = Dashboard + 1;

    // The story of a rectification is five: the case, its plan, its months, what its records come to, its acceptances; and once after work has moved the to-dos of its menu.
    private const int Rectification = 5 + 1;

    // A month's report is judged beside the case, what its records say, the words to choose from and its acts.
    private const int MonthReview = 8;

    // What is found by words may be of every kind: reckoned too, and asked for.
    private const int Found = 8;

    // A sheet gathers what is open in every list.
    private const int Sheet = 9;

    // Many reports at once: their rows come by themselves, or SQLite would read those of all that there are.
    private const int Matrix = List + 1;

    [Fact]
    public async Task No_page_asks_the_database_more_often_than_its_budget()
    {
        var (report, lists, own) = (await app.FilingAsync("QH01001", 3), await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01", 4));
        var (committee, handedDown) = (await app.FilingAsync("QH01", 0), await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Combining != null).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync()));
        var (organization, window, user) = (await app.OrganizationAsync("QH01001"), await app.WithDbAsync(db => db.Windows.Where(w => w.Year == 2026).Select(w => w.Id).FirstAsync()), await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "inspector").Select(u => u.Id).SingleAsync()));
        var below = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "wenming.officer").Select(u => u.Id).SingleAsync());
        var opened = await app.WithDbAsync(async db =>
        {
            await db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, Domain.Filings.FilingStage.Submitted));
            return await db.Filings.Where(f => f.Stage == Domain.Filings.FilingStage.Submitted && f.Kind == Domain.Filings.FilingKind.QuarterlyReport && f.Period == 4 && db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code.StartsWith("QH01"))).Select(f => f.Id).ToListAsync();
        });
        var open = string.Join('&', opened.Select(id => $"open={id}"));
        var (given, raised) = await app.WithDbAsync(async db => (await db.CoordinationItems.Where(i => i.State == CoordinationState.Sent && db.Organizations.Any(o => o.Id == i.DepartmentId && o.Code == "QH15014")).Select(i => i.Id).FirstAsync(),
            await db.CoordinationItems.Where(i => i.State == CoordinationState.Raised).Select(i => i.Id).FirstAsync()));
        var secretary = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.Kind == Domain.Organizations.PostKind.Secretary && h.To == null && h.Organization.Code == "QH01").Select(h => h.Id).SingleAsync());
        var (evidence, task) = await app.WithDbAsync(db => db.EvidenceUses.Where(u => u.WorkTaskId != null && u.Quarter == 3 && db.Filings.Any(f => f.Id == own && f.OrganizationId == u.OrganizationId)).Select(u => ValueTuple.Create(u.ItemId, u.WorkTaskId)).FirstAsync());
        var (holding, handover) = await app.WithDbAsync(async db => (await db.PostHoldings.Where(h => h.OrganizationId == organization && h.To == null).Select(h => h.Id).FirstAsync(), await db.Handovers.Select(h => h.Id).MaxAsync()));
        var agreements = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && a.OrganizationId == organization || a.Stage == AgreementStage.SignedByLower).OrderByDescending(a => a.Stage).Select(a => a.Id).Take(2).ToListAsync());
        var frozen = await app.WithDbAsync(db => db.FigureFreezes.Select(f => f.Id).SingleAsync());
        var (point, template) = (await app.WithDbAsync(db => db.KeyPoints.Select(k => k.Id).FirstAsync()), await app.WithDbAsync(db => db.AgreementTemplates.Select(t => t.Id).FirstAsync()));
        var (measured, measuredNo) = (await app.FilingAsync("QH01001", 4), await app.WithDbAsync(db => db.WorkTasks.Where(t => t.MeasuredBy == "meeting.recorded" && t.Year == 2026).Select(t => t.No).SingleAsync()));
        var (request, asked) = await app.WithDbAsync(async db => (await db.DataRequests.Select(r => r.Id).FirstAsync(), await db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.DataRequest && f.OrganizationId == organization).Select(f => f.Id).FirstAsync()));
        var rubric = await app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2026).OrderBy(r => r.Kind).Select(r => r.Id).FirstAsync());
        var (self, told) = await app.WithDbAsync(async db => (await db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.SelfScore && f.Year == 2026 && db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code == "QH01006901")).Select(f => f.Id).SingleAsync(),
            await db.ScoreSheets.Where(s => s.Stage == Domain.Assessments.SheetStage.Feedback && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH15")).Select(s => s.Id).FirstAsync()));
        var drawn = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Stage == Domain.Assessments.RoundStage.OnSite && s.Stage == Domain.Assessments.SheetStage.Scoring && s.Team!.Members.Any(m => m.Name == "何敏之")).OrderBy(s => s.Id).Select(s => new { s.Id, s.OrganizationId }).FirstAsync());
        var joint = await app.OrganizationAsync("QH01006901");
        var (round, filing) = await app.WithDbAsync(async db => (await db.Rounds.Where(r => r.Stage == Domain.Assessments.RoundStage.OnSite).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(), await db.Rounds.Where(r => r.Stage == Domain.Assessments.RoundStage.SelfScoring).Select(r => r.Id).FirstAsync()));
        var street = await app.OrganizationAsync("QH01");
        var graded = await app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2025 && r.Phase == Domain.Assessments.AssessmentPhase.End).Select(r => r.Id).SingleAsync());
        var proposed = await app.WithDbAsync(async db =>
        {
            var id = await db.Rounds.Where(r => r.Year == 2026 && r.No == 2).Select(r => r.Id).SingleAsync();
            await db.ScoreSheets.Where(s => s.RoundId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.FinalTotal, 9_000));
            return id;
        });
        var (check, checkedRound) = await app.WithDbAsync(db => db.AllSheets().Where(s => s.CheckedId != null).Select(s => ValueTuple.Create(s.Id, s.RoundId)).FirstAsync());
        var submitted = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.SubmittedAt != null).Select(s => s.Id).FirstAsync());
        var (surveyed, counted) = await app.WithDbAsync(async db => (await db.Surveys.Where(s => s.Stage == Domain.Surveys.SurveyStage.Open && s.PrintedOn != null).Select(s => s.Id).FirstAsync(), await db.Surveys.Where(s => s.Stage == Domain.Surveys.SurveyStage.Closed).Select(s => s.Id).FirstAsync()));
        var (accepting, accepted) = await app.WithDbAsync(async db => (await db.Acceptances.Where(a => a.Outcome == null).Select(a => a.Id).SingleAsync(), await db.Acceptances.Where(a => a.LookBackOn == null && a.Outcome != null).Select(a => a.Id).SingleAsync()));
        var (batch, lifted) = await app.WithDbAsync(async db => (await db.RectificationBatches.Where(b => b.Year == 2026).Select(b => b.Id).SingleAsync(), await db.RectificationCases.Where(c => c.OrganizationId == organization).Select(c => c.Id).SingleAsync()));
        var rectified = await app.WithDbAsync(db => db.RectificationCases.Where(c => c.OrganizationId == organization).Select(c => new { c.Id, c.BatchId }).SingleAsync());
        var monthly = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.MonthlyReport && f.OrganizationId == organization && f.Stage == Domain.Filings.FilingStage.Submitted).Select(f => f.Id).SingleAsync());
        var (site, declared, belt) = await app.WithDbAsync(async db => (await db.DemonstrationSites.Where(s => s.Year == 2026 && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH01004")).Select(s => s.Id).SingleAsync(),
            await db.DemonstrationSites.Where(s => s.Year == 2026 && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH01004")).Select(s => s.FilingId).SingleAsync(), await db.DemonstrationBelts.Where(b => b.ListedOn != null).Select(b => b.Id).SingleAsync()));
        (string Account, int Budget, string[] Paths)[] pages =
        [
            ("orgdept", List, ["/rectification/acceptances", "/rectification/acceptances?Group=ToLookBack"]),
            ("orgdept", Item, [$"/rectification/acceptances/{accepting}", $"/rectification/acceptances/{accepted}", $"/rectification/acceptances/{accepted}/look-back", $"/rectification/batches/{batch}/comparison", $"/rectification/batches/{batch}/comparison?handler=Brief"]),
            ("chunhui.secretary", Rectification - 1, [$"/rectification/{lifted}/apply"]),
            ("orgdept", List, ["/rectification", "/rectification?Batch=0&Words=wm", $"/rectification/batches/{rectified.BatchId}", "/rectification/batches/new"]),
            ("orgdept", Rectification, [$"/rectification/{rectified.Id}"]),
            ("orgdept", Item, [$"/rectification/{rectified.Id}/listing", $"/rectification/{rectified.Id}/helpers", $"/rectification/{rectified.Id}/plan"]),
            ("orgdept", Rectification, [$"/rectification/reports/{monthly}"]),
            ("chunhui.secretary", Item, [$"/rectification/{rectified.Id}/plan", $"/rectification/{rectified.Id}/plan/new", "/rectification/new"]),
            ("chunhui.secretary", MonthReview, [$"/rectification/reports/{monthly}/review"]),
            ("firstsec", List, ["/rectification"]),
            ("orgdept", List, ["/demonstration-sites", "/demonstration-sites?year=2025&Stage=Named", "/demonstration-sites/programme", "/demonstration-sites/belts"]),
            ("chunhui.secretary", List, ["/demonstration-sites"]),
            ("chunhui.secretary", Item, [$"/demonstration-sites/{site}", $"/demonstration-sites/{site}/plan", $"/demonstration-sites/declarations/{declared}", $"/demonstration-sites/belts/{belt}"]),
            ("orgdept", Item, [$"/demonstration-sites/{site}/decision", $"/demonstration-sites/belts/{belt}"]),
            ("orgdept", List, ["/surveys", "/surveys?year=2025", "/surveys?Kind=DebriefVote&Stage=Closed", "/surveys/new", "/surveys?Second=true", "/surveys/print?year=2026"]),
            ("orgdept", Item, [$"/surveys/{surveyed}", $"/surveys/{surveyed}/slips", $"/surveys/{surveyed}/count", $"/surveys/{surveyed}/paper", $"/surveys/{counted}"]),
            ("chunhui.secretary", List, ["/rubrics", $"/rubrics/{rubric}", $"/rubrics/{rubric}?handler=Export"]),
            ("chunhui.secretary", Item, [$"/rubrics/{rubric}/compare"]),
            ("orgdept", List, ["/rubrics", "/rubrics/import", $"/rubrics/{rubric}/heads/A", $"/rubrics/{rubric}/criteria/A1-1"]),
            ("chunhui.secretary", Score, [$"/assessments/running/{organization}", $"/assessments/running/{organization}?Phase=Mid"]),
            ("yuanda.secretary", Score, [$"/assessments/running/{joint}"]),
            ("orgdept", List + 1, [$"/assessments/rounds/{round}"]), // the calendar, by which a feedback is due
            ("orgdept", List, ["/assessments/rounds/new", $"/assessments/rounds/{round}/objects", $"/assessments/rounds/{filing}/teams?No=1", $"/assessments/rounds/{round}/objections"]),
            ("orgdept", Item, [$"/assessments/rounds/{filing}?Missing=true", $"/assessments/rounds/{round}/recusals", $"/assessments/rounds/{round}/feedback", $"/assessments/rounds/{round}/draw", $"/assessments/rounds/{checkedRound}/checks", $"/assessments/checks/{check}", $"/assessments/rounds/{round}/feedback?handler=Letter", $"/assessments/rounds/{round}/feedback?handler=Letter&sheet={submitted}", $"/assessments/rounds/{round}/feedback?handler=Ledger&sheet={submitted}"]),
            ("orgdept", Item, ["/assessments/grading?year=2026", "/assessments/grades?year=2025", "/assessments/vetoes?year=2026", $"/assessments/rounds/{graded}/grades"]),
            ("minister", Item, [$"/assessments/rounds/{graded}/grades"]),
            ("orgdept", Proposals, [$"/assessments/rounds/{proposed}/grades"]),
            ("orgdept", List, ["/five-in-one", "/five-in-one/rotation"]),
            ("orgdept", Item, [$"/five-in-one/{street}/history"]),
            ("orgdept", Item, [$"/five-in-one/{street}/2025/review"]),
            ("chunhui.secretary", Item, [$"/five-in-one/{street}?year=2025", $"/five-in-one/{street}/2026/pledges", $"/five-in-one/{street}/2026/report", $"/five-in-one/{street}/2025/print"]),
            ("chunhui.secretary", List, ["/assessments/grades?year=2025", "/assessments/vetoes?year=2025"]),
            ("chunhui.secretary", List, ["/organizations/workers", "/handovers"]),
            ("chunhui.secretary", Sheet, [$"/handovers/{handover}"]),
            ("chunhui.secretary", List + 1, ["/evidence", "/evidence?Below=true&Words=3"]), // one more for where the pieces of the page are used
            ("chunhui.secretary", Item, [$"/evidence/{evidence}", "/evidence/new", $"/evidence/attach/task/{task}?Quarter=4"]),
            ("chunhui.secretary", List + 2, ["/lists/tasks"]), // the figures that measure some of the tasks
            ("chunhui.secretary", List, ["/lists", "/lists/tasks?Troubled=true", "/lists/problems", "/lists/changes", "/lists/claims", "/reports", "/reports/review", "/lists/review", "/phrases", "/organizations", "/years", "/years/calendar"]),
            ("chunhui.secretary", Item + 1, [$"/reports/{report}/return"]), // the lines beside what was asked of them
            ("chunhui.secretary", Measured, [$"/lists/{lists}"]),
            ("chunhui.secretary", Item, [$"/lists/{lists}?tab=problems", $"/lists/{lists}?tab=duties", $"/lists/{lists}/duties/1", $"/lists/{lists}/history",
                $"/lists/shares/{handedDown}", $"/lists/{committee}/tasks/6/decompose", $"/lists/{committee}/tasks/3/decompose", $"/lists/{committee}/bulk",
                $"/reports/{report}", $"/reports/{report}/versions/1", $"/reports/{report}/history", $"/reports/{own}/fill", $"/reports/{own}/confirm", $"/reports/{own}/offline", $"/reports/{own}/offline?handler=Download", $"/reports/{report}?handler=Word", $"/reports/review?{open}", $"/organizations/{organization}", "/years/2026", "/my/delegation"]),
            ("chunhui.secretary", Way, [$"/lists/{lists}/tasks/1", $"/lists/{lists}/problems/1", $"/lists/{committee}/tasks/3"]),
            ("chunhui.secretary", Check, [$"/lists/{lists}?tab=check", $"/lists/{lists}?handler=Word", $"/lists/review?open={lists}"]),
            ("chunhui.secretary", List, ["/ledger"]),
            ("chunhui.secretary", Item, [$"/ledger/{secretary}/2026", $"/ledger/{secretary}/2026/booklet"]),
            ("orgdept", List, ["/ledger", "/ledger?handler=Export"]),
            ("orgdept", List, ["/registers", "/registers/honors", "/registers/training?Words=x", "/registers/policies?All=true", "/registers/meetings?handler=Export"]),
            ("chunhui.secretary", Item, ["/registers/training/entry", "/registers/honors/import", "/registers/honors/import?handler=Template"]),
            ("orgdept", Item, ["/registers/special-households/disposal", "/registers/meetings/grid"]),
            ("orgdept", Dashboard, ["/figures"]),
            ("orgdept", List, ["/figures/parameters"]),
            ("orgdept", List, ["/annual-report", "/annual-report/wordings", "/annual-report/2025/text"]),
            ("orgdept", Report, ["/annual-report/2026", "/annual-report/2025", "/annual-report/2026/check", "/annual-report/2026/progress", "/annual-report/2026/plan", "/annual-report/2026/results", "/annual-report/2026/versions", "/annual-report/2026/paragraphs/training", "/annual-report/2026?handler=Word&head=Red", "/annual-report/2026?handler=Figure&key=tasks_total"]),
            ("orgdept", Dashboard, ["/figures/tasks_total", "/figures/task_completion_rate", "/figures/ledger_communities", "/figures/congress_term", "/figures/two_new_orgs?handler=Export", "/figures?Section=AssessedTwoNew", "/figures/meeting.all.compliance_rate", "/figures/meeting.assembly.due", "/figures/agreement.signed_on_time"]),
            ("chunhui.secretary", Dashboard, ["/figures/quarterly_reports_due?P=2", "/figures/agreements_signed?cutoff=2025-12-31"]),
            ("orgdept", List, ["/figures/corrections", "/figures/freezes"]),
            ("orgdept", Report, [$"/figures/freezes/{frozen}"]),
            ("orgdept", Dashboard, ["/figures/query", "/figures/query?F=tasks_total&F=task_completion_rate&F=congress_term&F=two_new_orgs&Below=Primaries&D=2026-12-18&D=2025-12-31"]),
            ("chunhui.secretary", Dashboard, ["/my", "/dashboard"]),
            ("chunhui.secretary", List, ["/plan", "/agreements", "/agreements?Level=Primary&Signed=false", "/agreements/templates"]),
            ("orgdept", List, ["/agreements", "/agreements?Late=true", "/agreements?handler=Export&Late=true", "/agreements/signing", "/agreements/evaluation"]),
            ("orgdept", Item, ["/agreements/issue", "/agreements/posts", "/agreements/posts/2026/Secretary", $"/plan/{point}", $"/agreements/templates/{template}", $"/agreements/templates/{template}/clauses/1",
                .. agreements.SelectMany(a => new[] { $"/agreements/{a}", $"/agreements/{a}/print", $"/agreements/{a}?handler=Word", $"/agreements/{a}/history" })]),
            ("orgdept", Way, [.. agreements.Select(a => $"/agreements/{a}/clauses/1")]),
            ("wenming.officer", Dashboard, ["/my"]),
            ("chunhui.officer", Matrix, ["/reports/matrix", "/reports/matrix?year=2026&quarter=3&byTask=true"]),
            ("wenming.secretary", Item, ["/my/filling"]),
            ("chunhui.secretary", Item, [$"/organizations/{organization}/history", $"/organizations/posts/{holding}", $"/organizations/posts/{holding}/handover"]),
            ("orgdept", Item, [$"/organizations/{organization}/rename", $"/organizations/{organization}/move", $"/organizations/{organization}/close", "/organizations/new", "/organizations/departments"]),
            ("orgdept", List, ["/organizations?all=true", "/lists", "/reports", "/lists/tasks?Light=Red"]),
            ("orgdept", Item, [$"/organizations/{organization}", $"/organizations/{organization}/edit", $"/organizations/{organization}/posts", "/years/2026", "/years/2026/scheme", "/years/2026/carry", $"/years/windows/{window}", "/years/new"]),
            ("orgdept", Dashboard, ["/dashboard", "/dashboard/leader"]),
            ("orgdept", List, ["/figures/requests"]),
            ("orgdept", Item, [$"/figures/requests/{request}", $"/figures/requests/{request}?handler=Export", $"/figures/requests/answers/{asked}"]),
            ("orgdept", Found, ["/figures/requests/new?Words=党员&Domain=Community", "/figures?Words=党员"]),
            ("orgdept", Dashboard, [$"/figures/asked_{request}", $"/figures/query?F=asked_{request}&F=tasks_total"]),
            ("chunhui.officer", Item, [$"/figures/requests/{request}"]),
            ("wenming.officer", Measured, [$"/reports/{measured}/fill", $"/reports/{measured}"]),
            ("wenming.officer", Measured + 1, [$"/lists/{lists}/tasks/{measuredNo}"]),
            ("sysadmin", List, ["/users", "/users/bulk?Committees=2&Levels=Primary&Posts=Secretary", "/users/pending"]),
            ("chunhui.secretary", List, ["/users/below"]),
            ("chunhui.secretary", Item, [$"/users/below/{below}", "/account/security", "/account/two-factor"]),
            ("orgdept", List, ["/coordination", "/coordination?Mine=true", "/coordination?handler=Export"]),
            ("orgdept", Item, [$"/coordination/{raised}", $"/coordination/{given}"]),
            ("orgdept", Dashboard, ["/dashboard/chasing?Of=Missing", "/dashboard/chasing?Of=Waiting", "/dashboard/chasing?Of=Replies"]),
            ("zhujian", List, ["/coordination"]),
            ("zhujian", Item, [$"/coordination/{given}", $"/evidence/attach/coordination/{given}"]),
            ("sysadmin", Item, [$"/users/{user}", "/users/new"]),
            ("auditor", List, ["/audit"]),
            ("assessor1", List + 1, ["/assessments"]), // what an assessor's teams have drawn is read with the rights
            ("orgdept", List, ["/assessments"]),
            ("yuanda.secretary", List, ["/assessments"]),
            ("yuanda.secretary", SelfScore, [$"/assessments/self/{self}"]),
            ("jiguan.secretary", Item, [$"/assessments/results/{told}"]),
            ("assessor1", Scored, [$"/assessments/sheets/{drawn.Id}", $"/assessments/sheets/{drawn.Id}/lines/A1-1", $"/assessments/sheets/{drawn.Id}/lines/A1-1?handler=Rest"]),
            ("assessor1", Scored - 1, [$"/assessments/sheets/{drawn.Id}/print", $"/assessments/sheets/{drawn.Id}/same/A1-1"]),
            ("assessor1", Assigned, [$"/figures/tasks_total?organization={drawn.OrganizationId}", $"/figures/meeting.all.compliance_rate?organization={drawn.OrganizationId}"]),
        ];
        var over = new List<string>();
        foreach (var (account, budget, paths) in pages)
        {
            using var client = await app.SignedInAsync(account);
            foreach (var path in paths)
            {
                using var warm = await client.GetAsync(path);
                Assert.True(warm.StatusCode is System.Net.HttpStatusCode.OK, $"{account} {path}: {(int)warm.StatusCode}");
                await app.MoveWorkAsync(); // what a page costs after somebody has done something
                app.Sql.Reset();
                using var page = await client.GetAsync(path);
                var commands = app.Sql.Commands.Where(c => !c.Contains("DataProtectionKeys", StringComparison.Ordinal)).ToList();
                Assert.Contains("SecurityStamp", commands[0], StringComparison.Ordinal); // the rights
                if (commands.Count - 1 > budget)
                {
                    over.Add($"{account} {path}: {commands.Count - 1} instead of {budget}\n" + string.Join("\n", commands.Skip(1).Select(c => "    " + string.Concat(c.ReplaceLineEndings(" ").Take(150)))));
                }
            }
        }

        Assert.True(over.Count == 0, string.Join("\n", over));
    }
}
