using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>A resident with a slip and an old telephone: no account, no script.</summary>
public sealed class SlipOnAPhone(Site site)
{
    [Fact]
    public async Task A_resident_types_the_code_ticks_and_sends_without_a_script()
    {
        await using var app = await Site.OpenAsync();
        var id = await app.WithDbAsync(db => db.Surveys.Where(s => s.Stage == SurveyStage.Open && s.Kind == SurveyKind.MemberAppraisal).Select(s => s.Id).SingleAsync());
        await using var officer = await site.VisitAsync(app);
        await officer.SignInAsync("chunhui.officer");
        await officer.GoAsync($"/surveys/{id}/slips");
        await officer.PressAsync("印制测评码（30份）");
        var code = await officer.Page.Locator(".survey-slip .code").First.InnerTextAsync();

        await using var resident = await site.VisitAsync(app, phone: true, scripts: false);
        await resident.GoAsync("/s");
        await resident.Page.GetByLabel("测评码").FillAsync(code.ToLowerInvariant());
        await resident.PressAsync("下一步");
        await Expect(resident.Page.Locator("form#answer")).ToBeVisibleAsync(); // a list of locators does not wait
        foreach (var question in await resident.Page.Locator("fieldset.ask:has(input[type=radio])").AllAsync())
        {
            await question.GetByText("较好", new() { Exact = true }).TapAsync();
        }

        await resident.PressAsync("提交");

        await Expect(resident.Page.Locator("#thanks")).ToContainTextAsync("您的评价已经收到");
        Assert.Empty(await resident.Page.Context.CookiesAsync());
        Assert.Equal("2;2;2;2;2;;", Assert.Single(await app.WithDbAsync(db => db.BallotsAsync(id))).Choices);
        await resident.GoAsync($"/s/{code}");
        await Expect(resident.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已经用过");
        Assert.Empty(resident.Troubles);
    }
}
