using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Coordination;
using PartyWork.Web.Documents;
using PartyWork.Web.Tests.Reports;

namespace PartyWork.Web.Tests.Coordination;

/// <summary>文明社区 asks in its fourth quarter's report; the sub-district passes it up, the district sends it to 区住建局, which answers.</summary>
public sealed class CoordinationStoryTests(App app) : IClassFixture<App>
{
    private const string Wish = "5单元低层住户要求现场看样板，请区住建局安排一处已建成的楼栋参观";

    [Fact]
    public async Task What_a_row_asks_is_passed_up_sent_answered_beside_the_row_and_rated()
    {
        var report = await app.FilingAsync("QH01001", 4);
        var clerk = await app.SignedInAsync("wenming.officer");
        var form = await clerk.GetPageAsync($"/reports/{report}/fill");
        QuarterStoryTests.FillAll(form);
        var lift = form.All(".line").Single(l => l.TextContent.Contains("加装电梯", StringComparison.Ordinal)).GetAttribute("data-index");
        form.Type($"Rows[{lift}].Request", Wish);
        await clerk.FollowAsync(await (await clerk.FollowAsync(await form.SubmitAsync("form#report"))).SubmitAsync("button[formaction$='Prepare']"));
        Assert.Equal(0, await app.WithDbAsync(db => db.CoordinationItems.CountAsync(i => i.Request == Wish))); // a draft asks nobody
        var secretary = await app.SignedInAsync("wenming.secretary");
        await secretary.FollowAsync(await (await secretary.GetPageAsync($"/reports/{report}/confirm")).SubmitAsync("form#confirm"));
        var item = await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.Request == Wish).Select(i => i.Id).SingleAsync());

        var committee = await app.SignedInAsync("chunhui.officer");
        Assert.Contains("1件协调事项待处理", (await committee.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var listed = await committee.GetPageAsync("/coordination?Mine=true");
        Assert.NotNull(listed.Find($"a[href='/coordination/{item}']"));
        var referred = await committee.FollowAsync(await (await committee.GetPageAsync($"/coordination/{item}")).Type("Words", "街道没有可看的样板").SubmitAsync("form#refer"));
        Assert.Contains("待区委处理", referred.Text, StringComparison.Ordinal);

        var staff = await app.SignedInAsync("orgdept");
        var housing = await app.OrganizationAsync("QH15014");
        var open = await staff.GetPageAsync($"/coordination/{item}");
        Assert.Equal("2027-01-01", open.Find("#send-on")!.GetAttribute("value")); // ten workdays of the year's scheme after 18 December
        var sent = await staff.FollowAsync(await open.Type("DepartmentId", $"{housing}").SubmitAsync("form#send"));
        Assert.Contains("待部门答复", sent.Text, StringComparison.Ordinal);

        var liaison = await app.SignedInAsync("zhujian");
        var todo = await liaison.FollowAsync(await liaison.GetAsync("/"));
        Assert.Matches(@"\d+件协调事项待答复", todo.Text);
        var reply = await liaison.GetPageAsync($"/coordination/{item}");
        Assert.Contains("文明社区党总支", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.Find("a[href^='/reports/']"));
        var half = await liaison.PageAsync(await reply.Type("Words", "可以安排").Type("Agreed", "到春江苑2号楼参观").SubmitAsync("form#reply"));
        Assert.Contains("请填写议定事项的完成日期", half.Text, StringComparison.Ordinal);
        Assert.Equal("到春江苑2号楼参观", half.Find("#reply-agreed")!.GetAttribute("value"));
        var answered = await liaison.FollowAsync(await half.Type("On", "2026-12-26").SubmitAsync("form#reply"));
        Assert.Contains("待评价", answered.Text, StringComparison.Ordinal);

        var row = (await clerk.GetPageAsync($"/reports/{report}")).All("tr").Single(r => r.TextContent.Contains(Wish, StringComparison.Ordinal));
        Assert.Contains("可以安排", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("到春江苑2号楼参观", row.TextContent, StringComparison.Ordinal);
        var rate = await clerk.GetPageAsync(row.QuerySelector("a[href^='/coordination/']")!.GetAttribute("href")!);
        var again = await clerk.FollowAsync(await rate.Type("Solved", "false").Type("Words", "住户要看同样的一梯两户").SubmitAsync("form#rate"));
        Assert.Contains("重新办理", again.Text, StringComparison.Ordinal);
        await liaison.FollowAsync(await (await liaison.GetPageAsync($"/coordination/{item}")).Type("Words", "改看北苑3号楼，一梯两户").SubmitAsync("form#reply"));
        var rated = await clerk.FollowAsync(await (await clerk.GetPageAsync($"/coordination/{item}")).Type("Solved", "true").SubmitAsync("form#rate"));
        Assert.Contains("已解决", rated.Text, StringComparison.Ordinal);
        Assert.Equal(7, rated.All("tbody tr").Count);
    }

    [Fact]
    public async Task The_next_quarters_form_shows_what_became_of_the_last_ones_request()
    {
        var report = await app.FilingAsync("QH01001", 4);
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == report).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, Domain.Filings.FilingStage.Drafting)));
        var clerk = await app.SignedInAsync("wenming.officer");

        var line = (await clerk.GetPageAsync($"/reports/{report}/fill")).All(".line").Single(l => l.TextContent.Contains("加装电梯", StringComparison.Ordinal));

        Assert.Contains("补偿参照办法已印发各街道", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaison_reads_what_the_department_has_been_given_and_nothing_else_of_the_asker()
    {
        var liaison = await app.SignedInAsync("zhujian");
        var housing = await app.OrganizationAsync("QH15014");
        var items = await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.State != CoordinationState.Withdrawn).Select(i => new { i.Id, i.DepartmentId, i.FilingId, i.OrganizationId }).ToListAsync());
        Assert.Contains(items, i => i.DepartmentId == housing);
        Assert.Contains(items, i => i.DepartmentId is { } other && other != housing);

        foreach (var item in items)
        {
            Assert.Equal(item.DepartmentId == housing ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await liaison.GetAsync($"/coordination/{item.Id}")).StatusCode);
        }

        var given = items.First(i => i.DepartmentId == housing);
        var lists = await app.WithDbAsync(db => db.Filings.Where(f => f.OrganizationId == given.OrganizationId && f.Kind == Domain.Filings.FilingKind.ThreeLists).Select(f => f.Id).FirstAsync());
        foreach (var path in (string[])[$"/reports/{given.FilingId}", $"/reports/{given.FilingId}/history", $"/lists/{lists}", $"/lists/{lists}/tasks/1", $"/lists/{lists}/problems/1", $"/lists/{lists}/history"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await liaison.GetAsync(path)).StatusCode));
        }
    }

    [Fact]
    public async Task Who_leads_the_departments_own_organisation_reads_no_item_that_others_asked()
    {
        var superior = await app.SignedInAsync("jiguan.secretary");
        var asked = await app.WithDbAsync(async db =>
        {
            var housing = await db.Organizations.Where(o => o.Code == "QH15014").Select(o => o.Id).SingleAsync();
            return await db.CoordinationItems.Where(i => i.DepartmentId == housing).Select(i => i.Id).FirstAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await superior.GetAsync($"/coordination/{asked}")).StatusCode);
    }

    [Fact]
    public async Task An_earlier_department_no_longer_reads_what_was_passed_on()
    {
        var (id, acts) = await app.WithDbAsync(async db =>
        {
            var item = await db.CoordinationItems.Include(i => i.Acts).SingleAsync(i => i.Acts.Any(a => a.Kind == CoordinationActKind.PassOn));
            return (item.Id, item.Acts.Where(a => a.DepartmentId != null).Select(a => a.DepartmentId).Distinct().Count());
        });
        Assert.Equal(2, acts);
        var first = await app.WithDbAsync(db => db.Set<CoordinationAct>().Where(a => a.CoordinationItemId == id && a.Kind == CoordinationActKind.Send).Select(a => a.DepartmentId!.Value).SingleAsync());

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Web.Data.DbLease>().Scope = new Web.Data.OrgScope(false, []) { Department = first };
        var db = scope.ServiceProvider.GetRequiredService<Web.Data.PartyWorkDb>();

        Assert.False(await db.CoordinationItems.AnyAsync(i => i.Id == id));
        Assert.Equal(2, await db.Set<CoordinationAct>().CountAsync(a => a.CoordinationItemId == id)); // what it was given, and what it asked for
    }

    [Theory]
    [InlineData("orgdept", "")]
    [InlineData("orgdept", "?Overdue=true")]
    [InlineData("orgdept", "?InTime=true")]
    [InlineData("chunhui.officer", "?State=Solved")]
    [InlineData("zhujian", "?Words=车棚")]
    public async Task The_workbook_holds_the_rows_of_the_screen_in_its_order(string account, string query)
    {
        var client = await app.SignedInAsync(account);
        var page = await client.GetPageAsync("/coordination" + query);
        var shown = page.All("td.text a").Select(a => a.TextContent).ToList();
        Assert.NotEmpty(shown);

        using var file = await client.GetAsync(page.Find("a[href*='handler=Export']")!.GetAttribute("href"));
        var rows = SheetReader.Read(await file.Content.ReadAsStreamAsync(), "协调事项.xlsx")[0].Rows;

        Assert.Equal(shown, rows.Skip(3).Select(r => r.Cells[4]).Take(shown.Count)); // the screen has a page of them
    }

    [Fact]
    public async Task Each_figure_above_the_list_is_the_number_of_rows_that_its_list_holds()
    {
        var client = await app.SignedInAsync("orgdept");

        foreach (var figure in (await client.GetPageAsync("/coordination")).All("a.figure"))
        {
            var list = await client.GetPageAsync(figure.GetAttribute("href")!);
            var said = figure.TextContent.Contains('/', StringComparison.Ordinal) ? figure.QuerySelector("span")!.TextContent.Split('　')[1].Split('/')[0] : figure.QuerySelector("b")!.TextContent;
            Assert.Contains($"共{said}条，", list.Find(".pager span")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Math.Min(int.Parse(said, System.Globalization.CultureInfo.InvariantCulture), Web.Pages.Coordination.IndexModel.PageSize), list.All("tbody tr").Count);
        }
    }
}
