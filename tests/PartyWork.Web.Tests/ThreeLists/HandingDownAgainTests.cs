using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.ThreeLists;

/// <summary>A task is handed down to further children later, its shares are changed, and one without a number is shared by words.</summary>
public sealed class HandingDownAgainTests(App app) : IClassFixture<App>
{
    private const string Chunhui = "QH01", Wenming = "QH01001", Guihua = "QH01002";

    [Fact]
    public async Task A_further_child_is_given_a_share_and_it_is_changed_until_the_child_reports_and_each_act_is_dated()
    {
        var (above, below, wenming, guihua) = (await app.FilingAsync(Chunhui, 0), await app.FilingAsync(Wenming, 0), await app.OrganizationAsync(Wenming), await app.OrganizationAsync(Guihua));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        using var clerk = await app.SignedInAsync("wenming.officer");
        var first = await secretary.GetPageAsync($"/lists/{above}/tasks/12/decompose");
        foreach (var box in first.All("input[name$='.Chosen']").Cast<IHtmlInputElement>())
        {
            box.IsChecked = box.Name == $"{RowOf(first, "#rows", guihua)}.Chosen";
        }

        var begun = await secretary.FollowAsync(await (await secretary.PageAsync(await first.SubmitAsync("button.btn[formaction$='Split']"))).SubmitAsync("button#run"));
        Assert.Contains("任务12已分解下达给1个下级", begun.Document.Body!.TextContent, StringComparison.Ordinal);
        var parent = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.No == 12 && t.Year == 2026 && t.Combining != null && db.Filings.Any(f => f.Id == above && f.OrganizationId == t.OrganizationId)).Select(t => t.Id).SingleAsync());
        var form = await secretary.GetPageAsync((await secretary.GetPageAsync($"/lists/{above}/tasks/12")).Find("a[href$='decompose']")!.GetAttribute("href")!);
        Assert.Single(form.All("#shares tbody tr"));
        Assert.All(form.All("input[name$='.Chosen']").Cast<IHtmlInputElement>(), box => Assert.False(box.IsChecked)); // nobody is given more without being chosen

        var row = RowOf(form, "#rows", wenming);
        var given = await secretary.FollowAsync(await form.Type($"{row}.Chosen", "true").Type($"{row}.Target", "2").Type($"{row}.Node4", "2").SubmitAsync("button#run"));
        Assert.Contains("任务12又下达给1个下级", given.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(async db => (await db.WorkTasks.Where(t => t.Id == parent).Select(t => t.Totals).SingleAsync())!.Children));
        await clerk.FollowAsync(await (await clerk.GetPageAsync($"/lists/{below}?tab=tasks")).SubmitAsync("form#receive"));

        var again = await secretary.GetPageAsync($"/lists/{above}/tasks/12/decompose");
        var share = RowOf(again, "#shares", wenming);
        var unexplained = await secretary.PageAsync(await again.Type($"{share}.Target", "3").Type($"{share}.Node4", "3").SubmitAsync("button#run"));
        Assert.Contains("请填写调整的理由", unexplained.Text, StringComparison.Ordinal);
        Assert.Equal("3", unexplained.Find($"[name='{RowOf(unexplained, "#shares", wenming)}.Target']")!.GetAttribute("value"));
        var changed = await secretary.FollowAsync(await unexplained.Type("Reason", "新增两个小区").SubmitAsync("button#run"));

        var step = changed.All("#steps tbody tr").Single(r => r.TextContent.Contains("上级调整", StringComparison.Ordinal));
        Assert.Matches("2026-12-18.*文明社区党总支.*目标值 2 → 3.*四季度2 → 四季度3.*新增两个小区", step.TextContent.ReplaceLineEndings(""));
        Assert.Equal(3, changed.All("#steps tbody tr").Count);
        Assert.Contains("签收上级分解下达的1项任务", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal); // it is received anew
        Assert.Contains("新增两个小区", (await clerk.GetPageAsync($"/lists/{below}/history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("桂花社区党委", (await clerk.GetPageAsync($"/lists/shares/{parent}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_without_a_number_is_shared_by_words_and_says_how_many_children_have_finished()
    {
        var (above, wenming, guihua) = (await app.FilingAsync(Chunhui, 0), await app.OrganizationAsync(Wenming), await app.OrganizationAsync(Guihua));
        await app.WithDbAsync(db => db.WorkTasks.Where(t => t.No == 7 && t.Year == 2026 && db.Filings.Any(f => f.Id == above && f.OrganizationId == t.OrganizationId))
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.Measure, TaskMeasure.None).SetProperty(t => t.Target, (int?)null).SetProperty(t => t.Unit, "")));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var form = await secretary.GetPageAsync($"/lists/{above}/tasks/7/decompose");
        foreach (var box in form.All("input[name$='.Chosen']").Cast<IHtmlInputElement>())
        {
            box.IsChecked = box.Name is { } name && new[] { RowOf(form, "#rows", wenming), RowOf(form, "#rows", guihua) }.Any(r => name == $"{r}.Chosen");
        }

        form.Type($"{RowOf(form, "#rows", wenming)}.Content", "建立人才驿站联络点").Type($"{RowOf(form, "#rows", guihua)}.Content", "组织专家进社区");
        var done = await secretary.FollowAsync(await form.SubmitAsync("button#run"));
        Assert.Contains("2个下级中0个已完成并审核通过", done.Text, StringComparison.Ordinal);
        Assert.Contains("建立人才驿站联络点", done.Text, StringComparison.Ordinal);

        await app.WithDbAsync(async db =>
        {
            await db.Filings.Where(f => f.OrganizationId == guihua && f.Kind == FilingKind.QuarterlyReport && f.Year == 2026 && f.Period == 4).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Accepted));
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            (await db.WorkTasks.Include(t => t.Progress).SingleAsync(t => t.OrganizationId == guihua && t.Content == "组织专家进社区")).Report(4, ReportChoice.Done, null, new DateOnly(2026, 12, 18));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("2个下级中1个已完成并审核通过", (await secretary.GetPageAsync($"/lists/{above}/tasks/7")).Text, StringComparison.Ordinal);
        Assert.Contains("下级完成1/2", (await secretary.GetPageAsync($"/lists/{above}?tab=tasks")).Text, StringComparison.Ordinal);
        Assert.Contains("1个下级完成", (await secretary.GetPageAsync($"/reports/{await app.FilingAsync(Chunhui, 4)}/fill")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_of_a_share_leads_through_the_superiors_task_and_opens_its_agreement_only_to_who_may_see_it()
    {
        var (below, wenming) = (await app.FilingAsync(Wenming, 0), await app.OrganizationAsync(Wenming));
        var (share, parent) = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.OrganizationId == wenming && t.ParentId != null && t.Year == 2026).OrderBy(t => t.No).Select(t => ValueTuple.Create(t.No, t.ParentId!.Value)).FirstAsync());
        await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == parent).ExecuteUpdateAsync(s => s.SetProperty(t => t.Source, "责任书第三条")));
        var (agreement, effective, signer, point) = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && db.Organizations.Any(o => o.Id == a.OrganizationId && o.Code == Chunhui)).Select(a => ValueTuple.Create(a.Id, a.EffectiveOn!.Value, a.UpperSignature.Name,
            db.TemplateClauses.Where(t => db.AgreementClauses.Any(c => c.TemplateClauseId == t.Id && c.AgreementId == a.Id && c.No == 3)).Select(t => t.KeyPointId).FirstOrDefault())).SingleAsync());
        using var child = await app.SignedInAsync("wenming.officer");
        using var above = await app.SignedInAsync("chunhui.officer");

        var (seen, opened) = (await child.GetPageAsync($"/lists/{below}/tasks/{share}"), await above.GetPageAsync($"/lists/{below}/tasks/{share}"));

        var node = seen.Find(".descent li:nth-child(3)")!;
        Assert.Contains($"{effective:yyyy-MM-dd}", node.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(signer, node.TextContent, StringComparison.Ordinal);
        Assert.True(node.QuerySelector("a") is null && node.ClassName != "none");
        Assert.Contains(signer, opened.Find(".descent li:nth-child(3)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/agreements/{agreement}/clauses/3", opened.Find(".descent li:nth-child(3) a")!.GetAttribute("href"));
        Assert.NotNull(point);
        Assert.All([seen, opened], p => Assert.Equal($"/plan/{point}", p.Find(".descent li:nth-child(2) a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_share_that_became_fixed_meanwhile_is_named_and_takes_no_other_change_with_it()
    {
        var (above, wenming, guihua) = (await app.FilingAsync(Chunhui, 0), await app.OrganizationAsync(Wenming), await app.OrganizationAsync(Guihua));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        await HandDownAsync(secretary, $"/lists/{above}/tasks/1/decompose", "3", wenming, guihua);
        var seen = await secretary.GetPageAsync($"/lists/{above}/tasks/1/decompose");
        var (first, second) = (RowOf(seen, "#shares", wenming), RowOf(seen, "#shares", guihua));
        Assert.Equal(("Shares[0]", "Shares[1]"), (first, second));
        var parent = await app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            var share = await db.WorkTasks.Include(t => t.Progress).SingleAsync(t => t.OrganizationId == wenming && t.Target == 300 && db.WorkTasks.Any(p => p.Id == t.ParentId && p.No == 1));
            share.Report(4, ReportChoice.Normal, 100, new DateOnly(2026, 12, 18));
            await db.SaveChangesAsync();
            return share.ParentId;
        });

        var told = await secretary.PageAsync(await seen.Type("Shares[0].Target", "4").Type("Shares[1].Target", "5").Type("Reason", "重新分工").SubmitAsync("button#run"));

        Assert.Contains("文明社区党总支已经填报进展，目标和节点不能再直接调整", told.Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("文明社区党总支已经填报进展", told.Find("#shares")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Shares[0]", "5"), (RowOf(told, "#shares", guihua), told.Find("[name='Shares[0].Target']")!.GetAttribute("value")));
        await secretary.FollowAsync(await told.SubmitAsync("button#run"));
        Assert.Equal([300, 500], await app.WithDbAsync(db => db.WorkTasks.Where(t => t.ParentId == parent).OrderBy(t => t.Target).Select(t => t.Target!.Value).ToListAsync()));
    }

    [Fact]
    public async Task The_share_of_a_child_that_belongs_elsewhere_by_now_still_makes_up_the_whole_and_is_not_changed_here()
    {
        var (above, wenming, moved, wangjiang) = (await app.FilingAsync(Chunhui, 0), await app.OrganizationAsync(Wenming), await app.OrganizationAsync("QH01005"), await app.OrganizationAsync("QH02"));
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        await HandDownAsync(secretary, $"/lists/{above}/tasks/6/decompose", "0.5", wenming, moved);
        var before = await secretary.GetPageAsync($"/lists/{above}/tasks/6/decompose");
        await app.WithDbAsync(async db =>
        {
            await db.Affiliations.Where(a => a.OrganizationId == moved && a.To == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.ParentId, wangjiang));
            return await db.TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1));
        });

        var refused = await secretary.PageAsync(await before.Type($"{RowOf(before, "#shares", moved)}.Target", "1").Type("Reason", "增加").SubmitAsync("button#run"));
        var after = await secretary.GetPageAsync($"/lists/{above}/tasks/6/decompose");

        Assert.Contains("已不是春晖街道党工委的下级，不能在这里调整。", refused.Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.All([refused, after], p => Assert.Equal(2, p.All("#shares tbody tr").Count));
        Assert.Equal([$"{wenming}"], after.All("#shares input[name$='.OrganizationId']").Select(i => i.GetAttribute("value")));
        Assert.DoesNotContain("没有下达", after.Text, StringComparison.Ordinal);
    }

    private static async Task HandDownAsync(HttpClient secretary, string address, string target, params int[] organizations)
    {
        var form = Only(await secretary.GetPageAsync(address), organizations);
        foreach (var row in organizations.Select(o => RowOf(form, "#rows", o)))
        {
            form.Type($"{row}.Target", target).Type($"{row}.Node4", target);
        }

        var done = await secretary.FollowAsync(await form.SubmitAsync("button#run"));
        Assert.Contains("已分解下达", done.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    private static Page Only(Page form, params int[] organizations)
    {
        var rows = organizations.Select(o => $"{RowOf(form, "#rows", o)}.Chosen").ToList();
        foreach (var box in form.All("#rows input[name$='.Chosen']").Cast<IHtmlInputElement>())
        {
            box.IsChecked = rows.Contains(box.Name!);
        }

        return form;
    }

    private static string RowOf(Page page, string table, int organization) =>
        page.Find($"{table} input[name$='.OrganizationId'][value='{organization}']")!.GetAttribute("name")!.Replace(".OrganizationId", "", StringComparison.Ordinal);
}
