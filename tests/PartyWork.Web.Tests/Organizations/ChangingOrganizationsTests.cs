using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>更名, 新建, 改隶, 撤并 on their pages: first a preview, then the act; what was stays readable.</summary>
public sealed class ChangingOrganizationsTests : IAsyncDisposable
{
    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_renamed_organisation_is_found_by_its_old_name_and_old_papers_bear_it()
    {
        var (id, version) = (await _app.OrganizationAsync("QH01001"), await _app.FilingAsync("QH01001", 1));
        using var district = await _app.SignedInAsync("orgdept");

        var page = (await district.GetPageAsync($"/organizations/{id}/rename")).Type("NewName", "文明里社区党委").Type("On", "2026-12-01").Type("Document", "青组批〔2026〕31号").Type("Reason", "升格为党委");
        var preview = await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"));
        Assert.Contains("“文明社区党总支”列入曾用名", preview.Find("#consequences")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("许豪华（文明里社区党委书记）", preview.Find("#consequences")!.TextContent, StringComparison.Ordinal);
        var done = await district.FollowAsync(await preview.SubmitAsync("#do"));

        Assert.Contains("文明社区党总支（至2026-11-30）", done.Text, StringComparison.Ordinal);
        var found = await district.GetPageAsync("/organizations?q=文明社区党总支");
        Assert.Contains("文明里社区党委", found.Text, StringComparison.Ordinal);
        Assert.Contains("曾用名“文明社区党总支”，用至2026-11-30", found.Text, StringComparison.Ordinal);
        Assert.Contains("文明社区党总支2026年第一季度报告", (await district.GetPageAsync($"/reports/{version}/versions/1")).Text, StringComparison.Ordinal);
        Assert.Contains("文明里社区党委", (await district.GetPageAsync($"/organizations/{id}/history")).Text, StringComparison.Ordinal);
        Assert.Contains("升格为党委（青组批〔2026〕31号）", (await district.GetPageAsync($"/organizations/{id}/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_organisation_is_previewed_then_founded_below_its_parent()
    {
        using var district = await _app.SignedInAsync("orgdept");
        var parent = await _app.OrganizationAsync("QH01");
        var page = (await district.GetPageAsync("/organizations/new")).Type("Name", "新风社区党支部").Type("Code", "QH01999").Type("ParentId", $"{parent}").Type("Kind", "Branch").Type("Domain", "Community")
            .Type("On", "2026-12-01").Type("MemberCount", "12").Type("Reason", "新建小区入住");
        var preview = await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"));
        Assert.Contains("基层党组织，领域为社区", preview.Find("#consequences")!.TextContent, StringComparison.Ordinal);

        var done = await district.FollowAsync(await preview.SubmitAsync("#do"));

        Assert.Contains("已新建“新风社区党支部”", done.Document.Body!.TextContent, StringComparison.Ordinal);
        var again = await district.PageAsync(await preview.SubmitAsync("#do"));
        Assert.Contains("组织代码QH01999已被使用", again.Text, StringComparison.Ordinal);
    }

    /// <summary>Lists are sorted by a stored number: whatever is founded or moved, it says where the organisation stands in the tree.</summary>
    [Fact]
    public async Task The_official_order_of_lists_is_that_of_the_tree_after_foundings_and_a_move()
    {
        using var district = await _app.SignedInAsync("orgdept");
        var (moved, street, next) = (await _app.OrganizationAsync("QH01002"), await _app.OrganizationAsync("QH01"), await _app.OrganizationAsync("QH02"));
        for (var i = 0; i < 11; i++) // one more than there are numbers between two organisations
        {
            var page = (await district.GetPageAsync("/organizations/new")).Type("Name", $"新风{i}社区党支部").Type("Code", $"QH019{i:00}").Type("ParentId", $"{street}").Type("Kind", "Branch").Type("Domain", "Community")
                .Type("On", "2026-12-01").Type("MemberCount", "12").Type("Reason", "新建小区入住");
            await (await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"))).SubmitAsync("#do");
        }

        var move = (await district.GetPageAsync($"/organizations/{moved}/move")).Type("ParentId", $"{next}").Type("On", "2026-11-01").Type("Reason", "街道区划调整");
        await (await district.PageAsync(await move.SubmitAsync("button[formaction='?handler=Preview']"))).SubmitAsync("#do");

        var (order, tree) = await _app.WithDbAsync(async db => (await db.Organizations.OrderBy(o => o.SortNo).Select(o => o.Code).ToListAsync(),
            await _app.Services.GetRequiredService<PartyWork.Web.Data.OrgTrees>().GetAsync(db, await db.TreeStamps.Select(s => s.Version).SingleAsync())));
        Assert.Equal(tree.InOrder.Select(n => n.Code), order);
        Assert.Equal("QH01910", order[order.IndexOf("QH02") - 1]);
        Assert.Equal(tree.Children(next).Last().Id, moved);
        var stored = tree.InOrder.Select(n => n.SortNo).ToList();
        Assert.Equal(stored.Distinct(), stored);
    }

    [Fact]
    public async Task A_moved_organisation_is_counted_where_it_belonged_at_the_cut_off()
    {
        var (id, old, next) = (await _app.OrganizationAsync("QH01002"), await _app.OrganizationAsync("QH01"), await _app.OrganizationAsync("QH02"));
        using var district = await _app.SignedInAsync("orgdept");
        var page = (await district.GetPageAsync($"/organizations/{id}/move")).Type("ParentId", $"{next}").Type("On", "2026-11-01").Type("Reason", "街道区划调整");
        var preview = await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"));
        Assert.Contains("截止日在11月1日（周日）以前的期次，统计时仍计入原党（工）委", preview.Find("#consequences")!.TextContent, StringComparison.Ordinal);

        await preview.SubmitAsync("#do");

        foreach (var (period, committee) in new[] { (1, old), (3, old), (4, next) })
        {
            foreach (var asked in new[] { old, next })
            {
                var list = await district.GetPageAsync($"/reports?year=2026&Period={period}&Committee={asked}&Words=QH01002");
                Assert.Equal((period, asked, asked == committee), (period, asked, list.Text.Contains("桂花社区党委", StringComparison.Ordinal)));
            }
        }

        // So are the tasks and problems of a year that is over; those of this year go where it belongs now, on the page and in the workbook.
        foreach (var what in new[] { "tasks", "problems" })
        {
            foreach (var (year, committee, name) in new[] { (2025, old, "春晖街道"), (2026, next, "望江街道") })
            {
                foreach (var asked in new[] { old, next })
                {
                    var list = await district.GetPageAsync($"/lists/{what}?year={year}&Committee={asked}&Words=QH01002");
                    Assert.Equal((what, year, asked, asked == committee), (what, year, asked, list.Text.Contains("桂花社区党委", StringComparison.Ordinal)));
                }

                var shown = (await district.GetPageAsync($"/lists/{what}?year={year}&Words=QH01002")).All("td[data-label='所属']");
                Assert.All(shown, cell => Assert.Equal(name, cell.TextContent));
                Assert.NotEmpty(shown);
                using var file = await district.GetAsync($"/lists/{what}?year={year}&Words=QH01002&handler=Export");
                Assert.StartsWith(name, SheetReader.Read(await file.Content.ReadAsStreamAsync(), "x.xlsx")[0].Rows[3].Cells[1], StringComparison.Ordinal);
            }
        }

        // And the grid's numbers are those of its lists.
        var dashboard = await district.GetPageAsync("/dashboard?year=2026&Period=3");
        foreach (var committee in new[] { old, next })
        {
            var cell = dashboard.All($"a[href*='Period=3&Committee={committee}&Level=Primary']")[0];
            var expected = int.Parse(cell.TextContent.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains($"共{expected}条", (await district.GetPageAsync(cell.GetAttribute("href")!)).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignedInAsync("chunhui.secretary")).GetAsync($"/organizations/{id}/history")).StatusCode);
    }

    [Fact]
    public async Task A_merged_organisation_owes_nothing_more_and_both_sides_keep_their_reports()
    {
        var (ending, successor, old, own) = (await _app.OrganizationAsync("QH01003"), await _app.OrganizationAsync("QH01001"), await _app.FilingAsync("QH01003", 3), await _app.FilingAsync("QH01001", 4));
        var open = await _app.WithDbAsync(db => db.WorkTasks.Where(t => t.OrganizationId == ending && t.State == TaskState.InProgress).OrderBy(t => t.No).Select(t => t.Content).ToListAsync());
        using var district = await _app.SignedInAsync("orgdept");
        Assert.NotEmpty(open);

        var page = (await district.GetPageAsync($"/organizations/{ending}/close")).Type("SuccessorId", $"{successor}").Type("On", "2026-12-15").Type("Document", "青组批〔2026〕40号").Type("Reason", "社区规模调整");
        var preview = await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"));
        Assert.Contains($"未完成的任务{open.Count}项", preview.Find("#consequences")!.TextContent, StringComparison.Ordinal);
        var officer = preview.All("select[name^='Moves']")[^1].GetAttribute("name")!;
        var done = await district.FollowAsync(await preview.Type(officer, "Member").SubmitAsync("#do"));

        Assert.Contains("存续至2026-12-15（青组批〔2026〕40号），并入文明社区党总支", done.Text, StringComparison.Ordinal);
        var stored = await _app.WithDbAsync(async db => (
            Lapsed: await db.Filings.CountAsync(f => f.OrganizationId == ending && f.Stage == FilingStage.Lapsed),
            Handed: await db.WorkTasks.Where(t => t.OrganizationId == successor && t.CarriedFromId != null && t.Year == 2026 && open.Contains(t.Content)).CountAsync(t => t.State == TaskState.InProgress),
            Left: await db.WorkTasks.CountAsync(t => t.OrganizationId == ending && (t.State == TaskState.InProgress || t.State == TaskState.Draft)),
            Sitting: await db.PostHoldings.CountAsync(h => h.OrganizationId == ending && h.To == null),
            Moved: await db.PostHoldings.CountAsync(h => h.OrganizationId == successor && h.Kind == PostKind.Member && h.From == new DateOnly(2026, 12, 16))));
        Assert.Equal((1, open.Count, 0, 0, 1), stored);

        // The successor reads what the other filed, its neighbours still do not, and its own report asks about what it took over.
        using var secretary = await _app.SignedInAsync("wenming.secretary");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync($"/reports/{old}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignedInAsync("wangjiang.secretary")).GetAsync($"/reports/{old}")).StatusCode);
        Assert.Contains(open[0], (await (await _app.SignedInAsync("wenming.officer")).GetPageAsync($"/reports/{own}/fill")).Text, StringComparison.Ordinal);

        // Lists of what is owed no longer hold it; what was filed before is still counted.
        foreach (var (period, there) in new[] { (3, true), (4, false) })
        {
            Assert.Equal((period, there), (period, (await district.GetPageAsync($"/reports?year=2026&Period={period}&Words=QH01003")).Text.Contains("朝阳社区党总支", StringComparison.Ordinal)));
        }

        Assert.DoesNotContain("朝阳社区党总支", (await district.GetPageAsync("/organizations?under=QH01")).Text, StringComparison.Ordinal);
        Assert.Contains("已合并", (await district.GetPageAsync("/organizations?q=QH01003")).Text, StringComparison.Ordinal);
        Assert.Null(await _app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
    }

    [Fact]
    public async Task Without_anybody_who_takes_over_it_does_not_end()
    {
        using var district = await _app.SignedInAsync("orgdept");
        foreach (var (code, why) in new[] { ("QH02", "个下级党组织"), ("QH02002", "项任务或问题未办结，请选择接办的党组织") })
        {
            var id = await _app.OrganizationAsync(code);
            var page = (await district.GetPageAsync($"/organizations/{id}/close")).Type("On", "2026-12-15").Type("Reason", "撤销");
            var refused = await district.PageAsync(await page.SubmitAsync("button[formaction='?handler=Preview']"));
            Assert.Contains(why, refused.Find("[role='alert']")!.TextContent, StringComparison.Ordinal);
            Assert.Null(await _app.WithDbAsync(db => db.Organizations.Where(o => o.Id == id).Select(o => o.ClosedOn).SingleAsync()));
        }
    }

    [Fact]
    public async Task A_committee_corrects_those_directly_below_it_and_nobody_elses()
    {
        var (child, holding, person) = await HolderAsync("QH01002");
        var (_, foreign, _) = await HolderAsync("QH02001");
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var page = (await officer.GetPageAsync($"/organizations/posts/{holding}")).Type("Phone", "0-8355999").Type("Reason", "换号");

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#person")).StatusCode);

        Assert.Equal("0-8355999", await _app.WithDbAsync(db => db.Persons.Where(p => p.Id == person).Select(p => p.Phone).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/organizations/posts/{foreign}")).StatusCode);
        Assert.Contains("换号", (await (await _app.SignedInAsync("orgdept")).GetPageAsync($"/organizations/{child}/history")).Text, StringComparison.Ordinal);
    }

    private Task<(int Organization, int Holding, int Person)> HolderAsync(string code) => _app.WithDbAsync(db => db.PostHoldings.Where(h => h.Organization.Code == code && h.Kind == PostKind.Secretary && h.To == null)
        .Select(h => ValueTuple.Create(h.OrganizationId, h.Id, h.PersonId)).SingleAsync());
}
