using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>Two at the same thing: one wins, the other is told and keeps what was typed. One who presses twice has done it once.</summary>
public sealed class LostUpdateTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("problems", "form#problem", "Input.Statement")]
    [InlineData("tasks", "form#task", "Input.Content")]
    [InlineData("duties", "form#duty", "Input.Content")]
    public async Task Of_two_who_change_a_line_one_wins_and_the_other_keeps_the_words(string list, string form, string field)
    {
        var id = await OpenListsAsync("QH01");
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var (first, second) = (await officer.GetPageAsync($"/lists/{id}/{list}/1"), await secretary.GetPageAsync($"/lists/{id}/{list}/1"));

        Assert.Equal(HttpStatusCode.Redirect, (await first.Type(field, "干事先改的").SubmitAsync(form)).StatusCode);
        var again = await secretary.PageAsync(await second.Type(field, "书记后改的").SubmitAsync(form));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains(PageGuard.Changed, again.Text, StringComparison.Ordinal);
        Assert.Contains("书记后改的", again.Find(form)!.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("干事先改的", (await officer.GetPageAsync($"/lists/{id}/{list}/1")).Find(form)!.OuterHtml, StringComparison.Ordinal);

        // Having been told, the other may mean it.
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync(form)).StatusCode);
        Assert.Contains("书记后改的", (await officer.GetPageAsync($"/lists/{id}/{list}/1")).Find(form)!.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_fill_a_row_the_second_sees_what_the_first_wrote_and_keeps_the_words()
    {
        var id = await app.FilingAsync("QH02", 4);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting)));
        using var officer = await app.SignedInAsync("wangjiang.officer");
        using var secretary = await app.SignedInAsync("wangjiang.secretary");
        await (await officer.GetPageAsync($"/reports/{id}/fill")).Type("Rows[0].Words", "原来的话").SubmitAsync("form#report");
        var (first, second) = (await officer.GetPageAsync($"/reports/{id}/fill"), await secretary.GetPageAsync($"/reports/{id}/fill"));

        Assert.Equal(HttpStatusCode.Redirect, (await first.Type("Rows[0].Words", "干事先写的").SubmitAsync("form#report")).StatusCode);
        var again = await secretary.PageAsync(await second.Type("Rows[0].Words", "书记后写的").Type("Rows[1].Words", "另一行").SubmitAsync("form#report"));

        Assert.Contains("刚被其他同志改为", again.Text, StringComparison.Ordinal);
        Assert.Contains("干事先写的", again.Text, StringComparison.Ordinal);
        Assert.Equal("书记后写的", again.Find("[name='Rows[0].Words']")!.TextContent.Trim());
        var stored = await app.WithDbAsync(db => db.FilingRows.Where(r => r.FilingId == id && (r.Words == "另一行" || r.Words.Contains("写的"))).Select(r => r.Words).ToListAsync());
        Assert.Equal(["另一行", "干事先写的"], stored.Order(StringComparer.Ordinal)); // the row nobody else touched is kept
    }

    [Fact]
    public async Task Of_two_who_review_a_report_at_once_one_accepts_it()
    {
        var id = await app.FilingAsync("QH01001", 2);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Submitted)));
        var before = await ActsAsync(id, FilingActKind.Accept);
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var pages = new[] { await officer.GetPageAsync($"/reports/{id}"), await secretary.GetPageAsync($"/reports/{id}") };

        var answers = await Task.WhenAll(pages.Select(p => p.SubmitAsync("form#accept")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(before + 1, await ActsAsync(id, FilingActKind.Accept));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_form_pressed_again_and_again_is_one_act(int atOnce)
    {
        var lists = await OpenListsAsync("QH01");
        var district = await app.FilingAsync("QH01001", 0);
        await app.WithDbAsync(async db =>
        {
            var own = await db.Filings.Where(f => f.Id == district).Select(f => f.OrganizationId).SingleAsync();
            await db.Filings.Where(f => f.Id == district).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Accepted));
            await db.WorkTasks.Where(t => t.OrganizationId == own && t.Year == 2026 && t.No == atOnce).ExecuteUpdateAsync(s => s
                .SetProperty(t => t.State, TaskState.InProgress).SetProperty(t => t.DueOn, new DateOnly(2026, 12, 31)).SetProperty(t => t.ExtendedTo, (DateOnly?)null));
            return 0;
        });
        var template = await app.WithDbAsync(db => db.AgreementTemplates.Where(t => t.Year == 2026).Select(t => t.Id).FirstAsync());
        var day = new DateOnly(2027, 3, atOnce);
        (string Account, string Path, string Form, (string, string)[] Typed, Func<PartyWorkDb, Task<int>> Count)[] forms =
        [
            ("chunhui.officer", $"/lists/{lists}/problems/0", "form#problem", [("Input.Statement", $"重复提交的问题{atOnce}"), ("Input.On", "2026-12-30")], db => db.Problems.CountAsync(p => p.Statement == $"重复提交的问题{atOnce}")),
            ("chunhui.officer", $"/lists/{lists}/tasks/0", "form#task", [("Input.Content", $"重复提交的任务{atOnce}"), ("Input.Target", "3"), ("Input.Unit", "个")], db => db.WorkTasks.CountAsync(t => t.Content == $"重复提交的任务{atOnce}")),
            ("chunhui.officer", $"/lists/{lists}/duties/0", "form#duty", [("Input.PostTitle", "书记"), ("Input.Content", $"重复提交的责任{atOnce}")], db => db.DutyItems.CountAsync(d => d.Content == $"重复提交的责任{atOnce}")),
            ("wenming.officer", $"/lists/{district}/tasks/{atOnce}", "form#change", [("reason", $"重复申请{atOnce}"), ("kind", "Cancellation")], db => db.TaskChanges.CountAsync(c => c.Reason == $"重复申请{atOnce}")),
            ("wenming.secretary", "/my/delegation", "form#grant", [("From", $"2026-12-{18 + atOnce}"), ("To", $"2026-12-{18 + atOnce}"), ("Reason", $"重复委托{atOnce}")], db => db.Delegations.CountAsync(d => d.Reason == $"重复委托{atOnce}")),
            ("orgdept", "/plan/0?year=2026", "form#point", [("Input.Content", $"重复提交的要点{atOnce}"), ("Input.Category", "专项"), ("Input.Target", "3"), ("Input.DueOn", "2026-12-30"), ("Domains", "Community")], db => db.KeyPoints.CountAsync(p => p.Objective.Content == $"重复提交的要点{atOnce}")),
            ("orgdept", $"/agreements/templates/{template}/clauses/0", "form#clause", [("Input.Content", $"重复提交的条款{atOnce}"), ("Input.Category", "专项"), ("Input.Target", "3"), ("Input.DueOn", "2026-12-30")], db => db.TemplateClauses.CountAsync(c => c.Objective.Content == $"重复提交的条款{atOnce}")),
            ("wenming.officer", "/evidence/new", "form#add", [("Input.Title", "重复登记"), ("Input.On", "2026-12-01"), ("Input.DocumentNo", $"重复登记{atOnce}号")], db => db.EvidenceItems.CountAsync(i => i.DocumentNo == $"重复登记{atOnce}号")),
            ("wangjiang.secretary", await LedgerAsync("QH02"), "form#entry", [("Input.On", $"2026-11-{atOnce}"), ("Input.Text", $"重复记载{atOnce}")], db => db.LedgerEntries.CountAsync(e => e.Text == $"重复记载{atOnce}")),
            ("orgdept", "/assessments/rounds/new", "form#new", [("Plan.Name", $"重复发起{atOnce}")], db => db.Rounds.CountAsync(r => r.Plan.Name == $"重复发起{atOnce}")),
            ("orgdept", "/years/calendar?year=2027", "form#edit", [("From", $"{day:yyyy-MM-dd}"), ("Name", $"重复登记{atOnce}")], db => db.CalendarDays.CountAsync(d => d.Name == $"重复登记{atOnce}")),
        ];
        foreach (var form in forms)
        {
            using var client = await app.SignedInAsync(form.Account);
            var page = await client.GetPageAsync(form.Path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var (field, value) in form.Typed)
            {
                page.Type(field, value);
            }

            for (var round = 0; round < 2; round++)
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => page.SubmitAsync(form.Form)));
                Assert.All(answers, a => Assert.True((int)a.StatusCode < 400, $"{form.Path}: {(int)a.StatusCode}"));
            }

            Assert.Equal((form.Path, 1), (form.Path, await app.WithDbAsync(form.Count)));
        }

        Assert.Null(await app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task Handing_over_twice_is_one_act()
    {
        var id = await app.FilingAsync("QH01001", 4);
        using var client = await app.SignedInAsync("wenming.officer");
        var form = await client.GetPageAsync($"/reports/{id}/fill");
        Reports.QuarterStoryTests.FillAll(form);
        await form.SubmitAsync("form#report");
        var full = await client.GetPageAsync($"/reports/{id}/fill");

        await full.SubmitAsync("button[formaction$='Prepare']");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => full.SubmitAsync("button[formaction$='Prepare']")));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 400, $"{(int)a.StatusCode}"));
        Assert.Equal(1, await ActsAsync(id, FilingActKind.Prepare));
    }

    [Fact]
    public async Task A_hundred_simultaneous_pairs_lose_nothing()
    {
        var id = await OpenListsAsync("QH01");
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        for (var i = 0; i < 100; i++)
        {
            var (first, second) = (await officer.GetPageAsync($"/lists/{id}/duties/2"), await secretary.GetPageAsync($"/lists/{id}/duties/2"));

            var answers = await Task.WhenAll(first.Type("Input.Frequency", $"甲{i}").SubmitAsync("form#duty"), second.Type("Input.Frequency", $"乙{i}").SubmitAsync("form#duty"));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(a => a.StatusCode).Order());
            var winner = answers[0].StatusCode is HttpStatusCode.Redirect ? $"甲{i}" : $"乙{i}";
            Assert.Equal(winner, await app.WithDbAsync(db => db.DutyItems.Where(d => d.No == 2 && d.Year == 2026 && db.Filings.Any(f => f.Id == id && f.OrganizationId == d.OrganizationId)).Select(d => d.Frequency).SingleAsync()));
        }
    }

    private Task<int> ActsAsync(int filing, FilingActKind kind) => app.WithDbAsync(db => db.FilingActs.CountAsync(a => a.FilingId == filing && a.Kind == kind));

    private async Task<string> LedgerAsync(string code)
    {
        var organization = await app.OrganizationAsync(code);
        return $"/ledger/{await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == organization && h.Kind == PostKind.Secretary && h.To == null).Select(h => h.Id).SingleAsync())}/2026";
    }

    /// <summary>The lists as they were in March: drafted, and open to be written.</summary>
    private async Task<int> OpenListsAsync(string code)
    {
        var id = await app.FilingAsync(code, 0);
        await app.WithDbAsync(async db =>
        {
            var own = await db.Filings.Where(f => f.Id == id).Select(f => f.OrganizationId).SingleAsync();
            await db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31)));
            await db.Problems.Where(p => p.OrganizationId == own && p.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProblemState.Listed));
            await db.WorkTasks.Where(t => t.OrganizationId == own && t.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.Draft));
            return await db.DutyItems.Where(d => d.OrganizationId == own && d.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(d => d.IsFiled, false));
        });
        return id;
    }
}
