using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Tests.Phrases;

/// <summary>常用意见: one's own first, then the district's; the district keeps its own.</summary>
public sealed class PhrasesTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_a_reviewer_adds_is_offered_to_that_reviewer_alone_and_goes_when_removed()
    {
        var report = await app.FilingAsync("QH01002", 4);
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var secretary = await app.SignedInAsync("chunhui.secretary");

        await officer.FollowAsync(await (await officer.GetPageAsync("/phrases")).Type("text", "  请写明参加人数。 ").SubmitAsync("form#add"));

        Assert.Contains("请写明参加人数。", (await OfferedAsync(officer, report)).Take(2)); // before the district's
        Assert.DoesNotContain("请写明参加人数。", await OfferedAsync(secretary, report));
        await officer.FollowAsync(await (await officer.GetPageAsync("/phrases")).SubmitAsync("form[action*='Remove']:has(button[aria-label='删除：请写明参加人数。'])"));
        Assert.DoesNotContain("请写明参加人数。", await OfferedAsync(officer, report));
    }

    [Fact]
    public async Task What_is_added_twice_is_told_and_stays_typed()
    {
        using var officer = await app.SignedInAsync("chunhui.officer");
        await (await officer.GetPageAsync("/phrases")).Type("text", "请附会议日期。").SubmitAsync("form#add");

        var again = await officer.PageAsync(await (await officer.GetPageAsync("/phrases")).Type("text", "请附会议日期。").SubmitAsync("form#add"));

        Assert.Contains("已经有了", again.Text, StringComparison.Ordinal);
        Assert.Equal("请附会议日期。", again.Find("#text")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_district_rewords_a_phrase_and_everybody_is_offered_the_new_words()
    {
        var report = await app.FilingAsync("QH01002", 4);
        using var district = await app.SignedInAsync("orgdept");
        using var officer = await app.SignedInAsync("chunhui.officer");
        var page = await district.GetPageAsync("/phrases/district");
        Assert.Equal(20, page.All("form[action*='Save']").Count);

        page.Find("form[action*='Save'] input[name='text']")!.SetAttribute("value", "数字请注明单位。");
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form[action*='Save']")).StatusCode);

        Assert.Contains("数字请注明单位。", await OfferedAsync(officer, report));
    }

    [Fact]
    public async Task What_the_district_adds_for_scoring_is_offered_to_assessors_and_to_no_reviewer()
    {
        var report = await app.FilingAsync("QH01002", 4);
        var sheet = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Stage == RoundStage.OnSite && s.Stage == SheetStage.Scoring && s.Team!.Members.Any(m => m.Name == "何敏之")).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync());
        using var district = await app.SignedInAsync("orgdept");
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var assessor = await app.SignedInAsync("assessor1");

        await district.FollowAsync(await (await district.GetPageAsync("/phrases/district?Use=Scoring")).Type("text", "抽问党员，多数不知晓：").SubmitAsync("form#add"));

        var page = await assessor.GetPageAsync($"/assessments/sheets/{sheet}");
        var offered = page.All("select[data-phrase]")[0].QuerySelectorAll("option").Select(o => o.TextContent).ToList();
        Assert.Contains("抽问党员，多数不知晓：", offered);
        Assert.Contains("现场查看，与系统记录不一致：", offered); // the product's own
        Assert.DoesNotContain(await OfferedAsync(officer, report), offered.Contains);
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(HttpClient client, int report) =>
        [.. (await client.GetPageAsync($"/reports/{report}/return")).All("datalist#phrases option").Select(o => o.GetAttribute("value")!)];
}
