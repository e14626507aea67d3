using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Tests.Reports;

namespace PartyWork.Web.Tests.ThreeLists;

/// <summary>春晖街道 hands tasks down to its communities; what 文明社区 reports and has accepted makes up the whole.</summary>
public sealed class HandingDownTests(App app) : IClassFixture<App>
{
    private const string Chunhui = "QH01", Wenming = "QH01001", Guihua = "QH01002";

    [Fact]
    public async Task A_task_is_handed_down_to_chosen_children_who_find_it_in_their_lists_and_receive_it()
    {
        var (above, below) = (await app.FilingAsync(Chunhui, 0), await app.FilingAsync(Wenming, 0));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var task = await secretary.GetPageAsync($"/lists/{above}/tasks/12");
        var form = await secretary.GetPageAsync(task.Find("a[href$='decompose']")!.GetAttribute("href")!);
        Assert.Contains("下达余下的4人次", form.Text, StringComparison.Ordinal);
        await ChooseAsync(form, Wenming, Guihua);
        var split = await secretary.PageAsync(await form.SubmitAsync("button.btn[formaction$='Split']"));
        Assert.Equal(["2", "2"], Chosen(split).Select(i => split.Find($"[name='{Row(i)}.Target']")!.GetAttribute("value")));

        var done = await secretary.FollowAsync(await split.SubmitAsync("button#run"));

        Assert.Contains("任务12已分解下达给2个下级，即日执行", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("文明社区党总支", done.Text, StringComparison.Ordinal);
        using var clerk = await app.SignedInAsync("wenming.officer");
        Assert.Contains("签收上级分解下达的1项任务", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var lists = await clerk.GetPageAsync($"/lists/{below}?tab=tasks");
        Assert.Contains("走访联系辖区企业高层次人才", lists.Text, StringComparison.Ordinal);
        Assert.NotEmpty(lists.All("td[data-label='来源'] a[href^='/lists/shares/']"));
        var received = await clerk.FollowAsync(await lists.SubmitAsync("form#receive"));
        Assert.Null(received.Find("form#receive"));
        Assert.DoesNotContain("签收上级", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_that_fall_short_are_told_by_how_much_and_everything_typed_is_kept()
    {
        var above = await app.FilingAsync(Chunhui, 0);
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var form = await secretary.GetPageAsync($"/lists/{above}/tasks/7/decompose");
        await ChooseAsync(form, Wenming);
        form.Type(Row(Chosen(form).Single()) + ".Target", "4.5").Type(Row(Chosen(form).Single()) + ".Node4", "4.5");

        var answer = await secretary.PageAsync(await form.SubmitAsync("button#run"));

        Assert.Contains("各下级的目标值合计4.5人次，比应下达的6人次少1.5人次，请补足后再下达。", answer.Text, StringComparison.Ordinal);
        Assert.Equal("4.5", answer.Find($"[name='{Row(Chosen(answer).Single())}.Target']")!.GetAttribute("value"));
        Assert.Equal(0, await app.WithDbAsync(db => db.WorkTasks.CountAsync(t => t.Combining != null && t.No == 7)));
    }

    [Fact]
    public async Task A_remainder_smaller_than_the_number_of_children_is_proposed_to_nobody_and_the_page_says_what_to_do()
    {
        var above = await app.FilingAsync(Chunhui, 0);
        using var secretary = await app.SignedInAsync("chunhui.secretary");

        var form = await secretary.GetPageAsync($"/lists/{above}/tasks/6/decompose");

        Assert.All(form.All("#rows input[name$='.Chosen']").Cast<IHtmlInputElement>(), box => Assert.False(box.IsChecked));
        Assert.All(form.All("#rows input[name$='.Target']"), field => Assert.Equal("", field.GetAttribute("value") ?? ""));
        Assert.Matches("应下达的.*不够.*个下级每个分到一份：请勾选承担的下级", form.Text);
        foreach (var box in form.All("#rows input[name$='.Chosen']").Cast<IHtmlInputElement>())
        {
            box.IsChecked = true;
        }

        var split = await secretary.PageAsync(await form.SubmitAsync("button.btn[formaction$='Split']"));
        Assert.Contains("请减少所选的下级后再均分", split.Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("；这次不由其承担的，请取消勾选。", (await secretary.PageAsync(await split.SubmitAsync("button#run"))).Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_joins_the_draft_of_lists_not_yet_handed_in_where_it_is_neither_changed_nor_deleted()
    {
        var (above, below) = (await app.FilingAsync(Chunhui, 0), await app.FilingAsync("QH01004", 0));
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == below).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31))));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var form = await secretary.GetPageAsync($"/lists/{above}/tasks/1/decompose");
        await ChooseAsync(form, "QH01004");
        await secretary.FollowAsync(await (await secretary.PageAsync(await form.SubmitAsync("button.btn[formaction$='Split']"))).SubmitAsync("button#run"));
        var (share, state) = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.ParentId != null && t.ReceivedOn == null && db.Filings.Any(f => f.Id == below && f.OrganizationId == t.OrganizationId)).Select(t => ValueTuple.Create(t.No, t.State)).SingleAsync());
        Assert.Equal(TaskState.Draft, state);

        // An account is lent to the child's clerk.
        await app.WithDbAsync(async db =>
        {
            var person = await db.PostHoldings.Where(h => h.To == null && h.Kind == Domain.Organizations.PostKind.Officer && db.Filings.Any(f => f.Id == below && f.OrganizationId == h.OrganizationId)).Select(h => h.PersonId).SingleAsync();
            return await db.Users.Where(u => u.UserName == "wangjiang.secretary").ExecuteUpdateAsync(s => s.SetProperty(u => u.PersonId, person));
        });
        using var clerk = await app.SignedInAsync("wangjiang.secretary");
        var page = await clerk.GetPageAsync($"/lists/{below}/tasks/{share}");
        Assert.Null(page.Find("form#delete"));
        var refused = await clerk.PageAsync(await page.Type("Input.Target", "9999").SubmitAsync("form#task"));
        Assert.Contains($"任务{share}由上级分解下达，只能修改类别、牵头责任人和配合单位", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await clerk.GetPageAsync($"/lists/{below}/tasks/{share}")).Type("Input.Cooperating", "物业公司").SubmitAsync("form#task")).StatusCode);
    }

    [Fact]
    public async Task A_returned_childs_value_leaves_the_parents_sum_until_it_is_accepted_again()
    {
        var report = await app.FilingAsync(Wenming, 4);
        var parent = await ParentOfAsync(Wenming);
        var before = await FourthAsync(parent);
        using var clerk = await app.SignedInAsync("wenming.officer");
        using var secretary = await app.SignedInAsync("wenming.secretary");
        using var committee = await app.SignedInAsync("chunhui.officer");

        await HandInAsync();
        var sent = await FourthAsync(parent);
        Assert.Equal((before.Accepted, before.Pending + 300, before.PendingReports + 1), (sent.Accepted, sent.Pending, sent.PendingReports));

        var review = await committee.GetPageAsync($"/reports/{report}/return");
        var share = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.ParentId == parent && db.Filings.Any(f => f.Id == report && f.OrganizationId == t.OrganizationId)).Select(t => t.Id).SingleAsync());
        await committee.FollowAsync(await review.Type($"Reasons[T{share}]", "请写明三期各是哪天换的。").SubmitAsync("form#return"));
        Assert.Equal(before, await FourthAsync(parent));
        var fill = await committee.GetPageAsync($"/reports/{await app.FilingAsync(Chunhui, 4)}");
        Assert.Contains("由下级汇总", fill.Text, StringComparison.Ordinal);

        var mend = await clerk.GetPageAsync($"/reports/{report}/fill");
        var index = Assert.Single(mend.All(".line")).GetAttribute("data-index");
        await clerk.FollowAsync(await mend.Type($"Rows[{index}].Words", "10月9日、11月6日、12月4日换版。").SubmitAsync("button[formaction$='Prepare']"));
        await secretary.FollowAsync(await (await secretary.GetPageAsync($"/reports/{report}/confirm")).SubmitAsync("form#confirm"));
        Assert.Equal(before.Accepted, (await FourthAsync(parent)).Accepted);
        await committee.FollowAsync(await (await committee.GetPageAsync($"/reports/{report}")).SubmitAsync("form#accept"));

        var after = await FourthAsync(parent);
        Assert.Equal((before.Accepted + 300, before.Pending, before.AcceptedReports + 1), (after.Accepted, after.Pending, after.AcceptedReports));
        Assert.Contains("mended 0 summary rows", await app.WithDbAsync(Summaries.RebuildAsync), StringComparison.Ordinal);

        // And what was lost is found again.
        await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == parent).ExecuteUpdateAsync(s => s.SetProperty(t => t.Totals, ShareTotals.None)));
        Assert.Contains("mended 1 summary rows", await app.WithDbAsync(Summaries.RebuildAsync), StringComparison.Ordinal);
        Assert.Equal(after, await FourthAsync(parent));

        async Task HandInAsync()
        {
            var form = await clerk.GetPageAsync($"/reports/{report}/fill");
            QuarterStoryTests.FillAll(form);
            await clerk.FollowAsync(await form.SubmitAsync("form#report"));
            await clerk.FollowAsync(await (await clerk.GetPageAsync($"/reports/{report}/fill")).SubmitAsync("button[formaction$='Prepare']"));
            await secretary.FollowAsync(await (await secretary.GetPageAsync($"/reports/{report}/confirm")).SubmitAsync("form#confirm"));
        }
    }

    [Fact]
    public async Task The_parents_row_shows_the_sum_and_takes_no_typed_number()
    {
        var report = await app.FilingAsync(Chunhui, 4);
        var parent = await ParentOfAsync(Wenming);
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var form = await clerk.GetPageAsync($"/reports/{report}/fill");
        var line = form.All(".line").Single(l => l.QuerySelector($"a[href^='/lists/shares/{parent}']") is not null);
        var prefix = $"Rows[{line.GetAttribute("data-index")}]";
        Assert.Null(form.Find($"[name='{prefix}.Value']"));

        await clerk.FollowAsync(await form.Type($"{prefix}.Words", "各社区按月更新").Type($"{prefix}.Choice", "1").SubmitAsync("form#report"));

        Assert.Null(await app.WithDbAsync(db => db.FilingRows.Where(r => r.FilingId == report && r.Key == $"T{parent}").Select(r => r.Value).SingleAsync()));
    }

    [Fact]
    public async Task A_child_sees_what_it_is_a_share_of_and_its_own_share_only_and_a_neighbour_sees_nothing()
    {
        var parent = await ParentOfAsync(Wenming);
        using var child = await app.SignedInAsync("wenming.secretary");
        using var above = await app.SignedInAsync("chunhui.officer");
        using var neighbour = await app.SignedInAsync("wangjiang.officer");

        var page = await child.GetPageAsync($"/lists/shares/{parent}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("春晖街道党工委", page.Text, StringComparison.Ordinal);
        Assert.Contains("文明社区党总支", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("桂花社区党委", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("个下级中", page.Text, StringComparison.Ordinal);
        Assert.Contains("桂花社区党委", (await above.GetPageAsync($"/lists/shares/{parent}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/lists/shares/{parent}")).StatusCode);
    }

    [Fact]
    public async Task The_way_of_a_task_shows_who_filed_it_and_who_reported_it_and_leaves_empty_nodes_grey()
    {
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var (lists, report) = (await app.FilingAsync(Chunhui, 0), await app.FilingAsync(Chunhui, 3));

        var task = await clerk.GetPageAsync($"/lists/{lists}/tasks/3");
        var problem = await clerk.GetPageAsync($"/lists/{lists}/problems/2");

        Assert.Equal(["谋划", "要点", "责任书", "任务", "季报", "考核", "报告"], task.All(".descent li > :first-child").Select(n => n.TextContent));
        Assert.Equal($"/reports/{report}", task.Find(".descent li:nth-child(5) a")!.GetAttribute("href"));
        Assert.Contains("叶超", task.Find(".descent li:nth-child(5)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("韩志远", task.Find(".descent li.here")!.TextContent, StringComparison.Ordinal);
        Assert.All(task.All(".descent li.none"), n => Assert.Contains("暂无", n.TextContent, StringComparison.Ordinal));
        Assert.Equal(["问题", "任务", "季报", "销号", "考核", "报告"], problem.All(".descent li > :first-child").Select(n => n.TextContent));
    }

    [Fact]
    public async Task The_way_leads_from_the_clause_and_its_key_point_to_the_task_and_back()
    {
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var lists = await app.FilingAsync(Chunhui, 0);

        var task = await clerk.GetPageAsync($"/lists/{lists}/tasks/2"); // 来源：问题1；责任书第三条
        var clause = await clerk.GetPageAsync(task.Find(".descent li:nth-child(3) a")!.GetAttribute("href")!);

        Assert.Contains("第3条", task.Find(".descent li:nth-child(3)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["谋划", "要点", "责任书", "任务", "季报", "考核", "报告"], clause.All(".descent li > :first-child").Select(n => n.TextContent));
        Assert.Equal("page", clause.Find(".descent li.here a")!.GetAttribute("aria-current"));
        Assert.Equal($"/lists/{lists}/tasks/2", clause.Find(".descent li:nth-child(4) a")!.GetAttribute("href"));
        var point = await app.WithDbAsync(db => db.TemplateClauses.Where(t => db.AgreementClauses.Any(c => c.TemplateClauseId == t.Id && c.No == 3 && c.Year == 2026 && db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == Chunhui))).Select(t => t.KeyPointId).SingleAsync());
        Assert.All([task, clause], p => Assert.Equal(point is null ? null : $"/plan/{point}", p.Find(".descent li:nth-child(2) a")?.GetAttribute("href")));
    }

    [Fact]
    public async Task The_way_begins_with_the_plan_and_ends_with_the_year_s_result_and_its_report()
    {
        var organization = await app.OrganizationAsync(Chunhui);
        var (clause, sheet) = await app.WithDbAsync(async db => (
            await db.AgreementClauses.Where(c => c.OrganizationId == organization && c.Year == 2025 && db.TemplateClauses.Any(t => t.Id == c.TemplateClauseId && db.KeyPoints.Any(p => p.Id == t.KeyPointId && p.DerivedFromId != null)))
                .OrderBy(c => c.No).Select(c => $"/agreements/{c.AgreementId}/clauses/{c.No}").FirstAsync(),
            await db.ScoreSheets.Where(s => s.OrganizationId == organization && s.Round.Year == 2025 && s.Round.Phase == Domain.Assessments.AssessmentPhase.End && s.Stage == Domain.Assessments.SheetStage.Final && s.CheckedId == null).Select(s => s.Id).SingleAsync()));
        using var clerk = await app.SignedInAsync("chunhui.officer");
        using var staff = await app.SignedInAsync("orgdept");

        var (page, seen) = (await clerk.GetPageAsync(clause), await staff.GetPageAsync(clause));

        Assert.Equal("/annual-report/2024/plan", seen.Find(".descent li:first-child a")!.GetAttribute("href"));
        Assert.StartsWith("/plan/", page.Find(".descent li:first-child a")!.GetAttribute("href"), StringComparison.Ordinal); // a plan in the making is the department's
        Assert.Equal($"/assessments/results/{sheet}", page.Find(".descent li:nth-child(6) a")!.GetAttribute("href"));
        Assert.Equal("/annual-report/2025/text", page.Find(".descent li:nth-child(7) a")!.GetAttribute("href"));
        Assert.Contains("2026-01-14", page.Find(".descent li:nth-child(7)")!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.All(".descent a").Select(a => a.GetAttribute("href")!))
        {
            Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync(link)).StatusCode);
        }
    }

    private Task<int> ParentOfAsync(string code) => app.WithDbAsync(async db =>
    {
        var id = await db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync();
        return await db.WorkTasks.Where(t => t.OrganizationId == id && t.ParentId != null).OrderBy(t => t.Id).Select(t => t.ParentId!.Value).FirstAsync();
    });

    private Task<ShareTotal> FourthAsync(int task) => app.WithDbAsync(async db => (await db.WorkTasks.Where(t => t.Id == task).Select(t => t.Totals).SingleAsync())!.Fourth);

    private async Task ChooseAsync(Page form, params string[] codes)
    {
        var ids = await app.WithDbAsync(db => db.Organizations.Where(o => codes.Contains(o.Code)).Select(o => $"{o.Id}").ToListAsync());
        foreach (var box in form.All("input[name$='.Chosen']").Cast<IHtmlInputElement>())
        {
            box.IsChecked = ids.Contains(form.Find($"[name='{box.Name!.Replace("Chosen", "OrganizationId", StringComparison.Ordinal)}']")!.GetAttribute("value")!);
        }
    }

    private static IEnumerable<int> Chosen(Page form) => form.All("input[name$='.Chosen']").Cast<IHtmlInputElement>().Index().Where(b => b.Item.IsChecked).Select(b => b.Index);

    private static string Row(int index) => $"Rows[{index}]";
}
