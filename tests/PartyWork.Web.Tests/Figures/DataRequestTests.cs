using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Figures;

/// <summary>组织科 and 春晖街道 ask for a number that nothing holds; 文明社区 answers.</summary>
public sealed class DataRequestTests(App app) : IClassFixture<App>
{
    private const string Wenming = "QH01001";

    [Fact]
    public async Task The_offer_stands_only_below_what_was_searched()
    {
        var district = await app.SignedInAsync("orgdept");

        Assert.DoesNotContain("向下级征集一个数", (await district.GetPageAsync("/figures")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("向下级征集一个数", (await district.GetPageAsync("/figures/query")).Text, StringComparison.Ordinal);
        Assert.Contains("向下级征集一个数", (await district.GetPageAsync("/figures?Words=垃圾分类亭")).Text, StringComparison.Ordinal);
        Assert.Contains("向下级征集一个数", (await district.GetPageAsync("/figures/query?F=tasks_total")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("向下级征集一个数", (await (await app.SignedInAsync("wenming.officer")).GetPageAsync("/figures?Words=垃圾分类亭")).Text, StringComparison.Ordinal);
        Assert.Contains("请先查一查", (await district.FollowAsync(await district.GetAsync("/figures/requests/new"))).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_asked_answered_confirmed_returned_mended_accepted_and_becomes_a_figure()
    {
        var (district, clerk, secretary, committee) = (await app.SignedInAsync("orgdept"), await app.SignedInAsync("wenming.officer"), await app.SignedInAsync("wenming.secretary"), await app.SignedInAsync("chunhui.officer"));
        var committeeId = await app.OrganizationAsync("QH01");
        var form = await district.GetPageAsync($"/figures/requests/new?Words=垃圾分类亭&Domain=Community&Within={committeeId}");
        var asked = form.All("input[name='Asked']").Count;
        var request = await district.FollowAsync(await Fill(form).SubmitAsync("form#ask"));
        var address = request.Document.Head!.QuerySelector("base")!.GetAttribute("href")!;
        var id = int.Parse(address[(address.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(asked, request.All("#answers tbody tr").Count);

        var todo = (await clerk.GetPageAsync("/my")).All("a").First(a => a.TextContent.Contains("填报上级征集的数“生活垃圾分类亭数”", StringComparison.Ordinal)).GetAttribute("href")!;
        var answer = await clerk.GetPageAsync(todo);
        var refused = await clerk.PageAsync(await answer.SubmitAsync("button#prepare"));
        Assert.Contains("是0的填0", refused.Text, StringComparison.Ordinal);
        answer = await clerk.FollowAsync(await answer.Type("Value", "17").SubmitAsync("button#prepare"));
        Assert.Contains("已报书记", answer.Document.Body!.TextContent, StringComparison.Ordinal);
        var draft = await district.GetPageAsync($"/figures/requests/{id}");
        Assert.DoesNotContain("17", draft.All("#answers tr").Single(r => r.TextContent.Contains("文明社区", StringComparison.Ordinal)).QuerySelector("td.n")!.TextContent, StringComparison.Ordinal);

        await secretary.FollowAsync(await (await secretary.GetPageAsync(todo)).SubmitAsync("button#confirm"));
        var review = await committee.GetPageAsync(todo + "/review");
        await committee.FollowAsync(await review.Type("Reason", "请核对口径。").SubmitAsync("form#return"));
        var mend = await clerk.GetPageAsync(todo);
        Assert.Contains("请核对口径。", mend.Text, StringComparison.Ordinal);
        await clerk.FollowAsync(await mend.Type("Value", "15").SubmitAsync("button#prepare"));
        await secretary.FollowAsync(await (await secretary.GetPageAsync(todo)).SubmitAsync("button#confirm"));
        var total = (await district.GetPageAsync($"/figures/requests/{id}")).Find(".figure b")!.TextContent;
        Assert.Equal("—", total);
        await committee.FollowAsync(await (await committee.GetPageAsync(todo + "/review")).SubmitAsync("form#accept"));

        var page = await district.GetPageAsync($"/figures/requests/{id}");
        Assert.Equal("15座", page.Find(".figure b")!.TextContent);
        Assert.Contains($"还有{asked - 1}个单位未报", page.Find("#text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(todo, Assert.Single((await district.GetPageAsync(page.All("a.figure")[0].GetAttribute("href")!)).All("#answers tbody a")).GetAttribute("href"));
        var figure = await district.GetPageAsync($"/figures/asked_{id}?organization={committeeId}");
        Assert.Equal("15座", figure.Find(".figure-value")!.TextContent);
        Assert.Equal(todo, figure.Find("#records tbody a")!.GetAttribute("href"));
        Assert.Contains("未记录", (await district.GetPageAsync($"/figures/asked_{id}?organization={committeeId}&cutoff=2026-12-01")).Find(".figure-value")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15", (await district.GetPageAsync($"/figures/query?F=asked_{id}&Of={committeeId}")).Find("main tbody td.n")!.TextContent, StringComparison.Ordinal);

        // Whoever asked takes it back: the rest is relieved, what was accepted stays.
        Assert.Null((await committee.GetPageAsync($"/figures/requests/{id}")).Find("form#withdraw"));
        Assert.Contains("请写明撤回的理由", (await district.PageAsync(await page.SubmitAsync("form#withdraw"))).Text, StringComparison.Ordinal);
        page = await district.FollowAsync(await page.Type("Reason", "已由城管部门提供").SubmitAsync("form#withdraw"));
        Assert.Contains($"{asked - 1}个单位不再需要报送", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("15座", page.Find(".figure b")!.TextContent);

        // Whoever asks for the like again is shown it.
        var again = await committee.GetPageAsync("/figures/requests/new?Words=垃圾分类亭");
        Assert.Contains("生活垃圾分类亭数", again.Find("#held")!.TextContent, StringComparison.Ordinal);

        await using var file = await (await district.GetAsync($"/figures/requests/{id}?handler=Export")).Content.ReadAsStreamAsync();
        var text = string.Join('\n', SheetReader.Read(file, "x.xlsx").Single().Rows.SelectMany(r => r.Cells));
        Assert.Contains("已通过合计：15座", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_a_draft_second_is_told_so_and_keeps_what_was_typed_and_a_broken_rule_does_not_hide_it()
    {
        var (clerk, secretary) = (await app.SignedInAsync("wenming.officer"), await app.SignedInAsync("wenming.secretary"));
        var todo = (await clerk.GetPageAsync("/my")).All("a").First(a => a.TextContent.Contains("填报上级征集的数“电动自行车集中充电接口数”", StringComparison.Ordinal)).GetAttribute("href")!;
        await clerk.FollowAsync(await (await clerk.GetPageAsync(todo)).Type("Value", "3").SubmitAsync("form#answer")); // 填写中, as a draft is on its second day
        var (first, second) = (await clerk.GetPageAsync(todo), await secretary.GetPageAsync(todo));
        await clerk.FollowAsync(await first.Type("Value", "5").SubmitAsync("form#answer"));

        var broken = await secretary.PageAsync(await second.Type("Value", "许多").SubmitAsync("form#answer"));
        Assert.DoesNotContain("其他同志修改过", broken.Text, StringComparison.Ordinal);
        var told = await secretary.PageAsync(await broken.Type("Value", "7").SubmitAsync("form#answer"));
        Assert.Contains("其他同志修改过", told.Text, StringComparison.Ordinal);
        Assert.Equal("7", told.Find("#value")!.GetAttribute("value"));
        Assert.Equal("5", (await clerk.GetPageAsync(todo)).Find("#value")!.GetAttribute("value"));

        await secretary.FollowAsync(await told.SubmitAsync("form#answer"));
        Assert.Equal("7", (await clerk.GetPageAsync(todo)).Find("#value")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_a_neighbour_was_not_asked_he_does_not_see_and_nobody_asks_above_or_beside()
    {
        var (committee, neighbour) = (await app.SignedInAsync("chunhui.officer"), await app.SignedInAsync("wangjiang.officer"));
        var form = await committee.GetPageAsync("/figures/requests/new?Words=垃圾分类亭");
        Assert.All(form.All("input[name='Asked']"), i => Assert.NotEqual($"{app.OrganizationAsync("QH02001").Result}", i.GetAttribute("value")));
        form.Find("input[name='Asked']")!.SetAttribute("value", $"{await app.OrganizationAsync("QH02001")}");
        Assert.Equal(HttpStatusCode.Forbidden, (await Fill(form).SubmitAsync("form#ask")).StatusCode);
        var request = await committee.FollowAsync(await Fill(await committee.GetPageAsync("/figures/requests/new?Words=垃圾分类亭"), "道路井盖数").SubmitAsync("form#ask"));
        var address = new Uri(request.Document.Head!.QuerySelector("base")!.GetAttribute("href")!).AbsolutePath;
        var filing = request.Find("#answers tbody a")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(filing)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/figures/asked_{address.Split('/')[^1]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("orgdept")).GetAsync(filing + "/review")).StatusCode); // the parent reviews
        var extended = await (await app.SignedInAsync("orgdept")).GetPageAsync(filing); // and whoever is above gives more time
        Assert.Equal(HttpStatusCode.Redirect, (await extended.Type("until", "2026-12-30").Type("reason", "统计口径刚下发").SubmitAsync("form#deadline")).StatusCode);
        var community = await app.SignedInAsync("wenming.officer");
        Assert.Empty((await community.GetPageAsync("/figures/requests/new?Words=x")).All("input[name='Asked']")); // it has nobody below that answers for itself
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("inspector")).GetAsync("/figures/requests/new?Words=x")).StatusCode);
    }

    [Fact]
    public async Task A_request_is_in_no_grid_of_the_quarters()
    {
        var district = await app.SignedInAsync("orgdept");
        var filing = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.DataRequest).Select(f => f.Id).FirstAsync());

        Assert.DoesNotContain("数据征集第", (await district.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("数据征集第", (await district.GetPageAsync("/years/2026")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await district.GetAsync($"/reports/{filing}")).StatusCode);
    }

    private static Page Fill(Page form, string title = "生活垃圾分类亭数") => form
        .Type("Input.Title", title).Type("Input.Unit", "座").Type("Input.Definition", "已投用的垃圾分类亭，临时投放点不计。")
        .Type("Input.AsOf", "2026-12-18").Type("Input.Due", "2026-12-25").Type("Input.Reason", "登记簿没有设施数。");
}
