using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PartyWork.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>One quarter of 文明社区, from the clerk's first look to the district's number, by the people's own hands.</summary>
public sealed partial class TheStoryRuns(Site site)
{
    [Fact]
    public Task The_quarter_goes_from_the_clerk_to_the_district() => RunAsync(scripts: true);

    [Fact]
    public Task It_goes_the_same_way_with_scripts_switched_off() => RunAsync(scripts: false);

    private async Task RunAsync(bool scripts)
    {
        await using var app = await Site.OpenAsync();
        var id = await app.FilingAsync("QH01001", 4);

        await using (var clerk = await site.VisitAsync(app, scripts: scripts))
        {
            await clerk.GoAsync("/login");
            await ReadsWell(clerk);
            await clerk.SignInAsync("wenming.officer");
            Assert.Equal("/my", clerk.Path);
            await Expect(clerk.Page.Locator(".next .lead-line")).ToHaveTextAsync(Asked());
            await ReadsWell(clerk);

            await clerk.PressAsync(clerk.Page.Locator(".next a.btn-primary"));
            await clerk.Page.WaitForURLAsync($"**/reports/{id}/fill");
            await ReadsWell(clerk);
            await clerk.AnswerAllAsync(scripts);
            if (scripts)
            {
                await Expect(clerk.Page.Locator("#save-state")).ToContainTextAsync("已保存");
                await Expect(clerk.Page.Locator("#offline")).ToBeHiddenAsync();
            }

            await clerk.PressAsync("检查");
            await clerk.SeesAsync("检查通过，可以报书记。");
            await ReadsWell(clerk);
            await clerk.PressAsync("报书记");
            await clerk.SeesAsync("已报书记，等待书记确认。");
            await ReadsWell(clerk);
        }

        await ConfirmOnPhoneAsync(app, id, scripts);

        string first, second;
        await using (var committee = await site.VisitAsync(app, scripts: scripts))
        {
            await committee.SignInAsync("chunhui.officer");
            await committee.SeesAsync("季报待审核");
            await ReadsWell(committee);
            await committee.GoAsync("/reports/review");
            await ReadsWell(committee);
            await committee.PressAsync(committee.Page.Locator("tr", new() { HasText = "文明社区" }).GetByRole(AriaRole.Link, new() { Name = "退回" }));
            await committee.Page.WaitForURLAsync($"**/reports/{id}/return");
            await ReadsWell(committee);
            var rows = committee.Page.Locator("tbody tr");
            (first, second) = (await Content(rows.Nth(0)), await Content(rows.Nth(2)));
            await rows.Nth(0).GetByRole(AriaRole.Combobox).FillAsync("请写明在哪个网格、多少人参加");
            await rows.Nth(2).GetByRole(AriaRole.Combobox).FillAsync("数字与上季度累计对不上，请核对");
            await committee.PressAsync("退回");
            await committee.SeesAsync("已退回2项，其余各项已审定。");
            await ReadsWell(committee);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(5)); // what is mended is handed over later than it was returned

        await using (var clerk = await site.VisitAsync(app, scripts: scripts))
        {
            await clerk.SignInAsync("wenming.officer");
            await Expect(clerk.Page.Locator(".next .lead-line")).ToContainTextAsync("上级退回了2项");
            await clerk.SeesAsync("请写明在哪个网格、多少人参加");
            await ReadsWell(clerk);
            await clerk.PressAsync(clerk.Page.Locator(".next a.btn-primary"));
            var lines = clerk.Page.Locator("section.line");
            await Expect(lines).ToHaveCountAsync(2);
            await Expect(lines.Nth(0)).ToContainTextAsync(first);
            await Expect(lines.Nth(1)).ToContainTextAsync(second);
            await clerk.SeesAsync("首报已按时，修改不影响。");
            await ReadsWell(clerk);
            await lines.Nth(0).GetByLabel("进展说明").FillAsync("12月16日在三号网格活动室开会，到会41人，签到表已存");
            await lines.Nth(1).GetByLabel("进展说明").FillAsync("本季数已与台账核对，含10月补登的1项");
            await clerk.PressAsync("报书记");
            await clerk.SeesAsync("已报书记，等待书记确认。");
        }

        await ConfirmOnPhoneAsync(app, id, scripts);

        await using (var committee = await site.VisitAsync(app, scripts: scripts))
        {
            await committee.SignInAsync("chunhui.officer");
            await committee.GoAsync($"/reports/{id}");
            await ReadsWell(committee);
            await committee.PressAsync("审核通过");
            await committee.SeesAsync("已审核通过。");
            await committee.SeesAsync("第2次");
            await ReadsWell(committee);
        }

        await using var district = await site.VisitAsync(app, scripts: scripts);
        await district.SignInAsync("orgdept");
        Assert.Equal("/dashboard", district.Path);
        await ReadsWell(district);
        foreach (var word in new[] { "已报", "待审", "退回" })
        {
            await district.GoAsync("/dashboard");
            var figure = district.Page.Locator("a.figure", new() { HasText = word });
            var number = await figure.Locator("b").InnerTextAsync();
            await district.PressAsync(figure);
            await district.SeesAsync($"共{number}条");
        }

        await ReadsWell(district);
        await district.GoAsync("/reports?year=2026&Period=4&Words=QH01001");
        await Expect(district.Page.Locator("tr", new() { HasText = "文明社区" })).ToContainTextAsync("已通过");
    }

    private async Task ConfirmOnPhoneAsync(App app, int id, bool scripts)
    {
        await using var secretary = await site.VisitAsync(app, phone: true, scripts: scripts);
        await secretary.SignInAsync("wenming.secretary");
        Assert.Equal("/my", secretary.Path);
        await ReadsWell(secretary);
        var before = secretary.Presses;
        await secretary.PressAsync(secretary.Page.Locator(".next a.btn-primary"));
        await secretary.Page.WaitForURLAsync($"**/reports/{id}/confirm");
        await ReadsWell(secretary);
        await secretary.PressAsync("确认并报送");
        await secretary.SeesAsync("已确认并报送上级");
        Assert.Equal(2, secretary.Presses - before);
        Assert.Equal($"/reports/{id}", secretary.Path);
        await ReadsWell(secretary);
    }

    private static Task ReadsWell(Visitor visitor) => visitor.ReadsWellAsync();

    private static async Task<string> Content(ILocator row) => Regex.Replace((await row.Locator("td").First.InnerTextAsync()).Split('　')[0], @"^任务\d+ ", "");

    [GeneratedRegex(@"第四季度.*\d+项任务，已填0项，还差\d+项.*，12月21日（周一）24:00截止（还有3天）。")]
    private static partial Regex Asked();
}
