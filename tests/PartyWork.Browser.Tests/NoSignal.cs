using Microsoft.Playwright;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Tests;
using PartyWork.Web.Tests.Assessments;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>An assessor in a basement meeting room: what is scored without a signal is not lost, and goes out by itself.</summary>
public sealed class NoSignal(Site site)
{
    [Fact]
    public async Task What_is_scored_without_a_signal_waits_in_the_tab_and_goes_out_when_the_network_is_back()
    {
        await using var app = await Site.OpenAsync();
        var sheet = await app.FreshSheetAsync();
        var open = (await app.LinesAsync(sheet)).Where(l => l.State is ScoreState.Partial or ScoreState.ForAssessor).ToList();
        await using var assessor = await site.VisitAsync(app, phone: true);
        await assessor.SignInAsync("assessor1");
        await assessor.GoAsync($"/assessments/sheets/{sheet}/lines/{open[0].Code}");
        var cards = assessor.Page.Locator("[data-card]");
        await Expect(cards).ToHaveCountAsync(open.Count);
        await assessor.ReadsWellAsync();

        await assessor.Page.Context.SetOfflineAsync(true);
        await ScoreAsync(assessor, open[0]);
        await Expect(assessor.Page.Locator("[data-outbox]")).ToContainTextAsync("未发送 1 条");
        await Expect(assessor.Page.Locator($"[data-card='{open[1].Code}']")).ToBeVisibleAsync(); // on to the next, without a page from the server
        await ScoreAsync(assessor, open[1]);
        await Expect(assessor.Page.Locator("[data-outbox]")).ToContainTextAsync("未发送 2 条");
        Assert.All(await app.LinesAsync(sheet), l => Assert.False(l.IsScored));
        var kept = await assessor.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)");
        Assert.Contains("现场看过", Uri.UnescapeDataString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("RequestVerificationToken", kept, StringComparison.Ordinal);
        Assert.Equal("0", await assessor.Page.EvaluateAsync<string>("String(localStorage.length)")); // of this tab only

        await assessor.Page.Context.SetOfflineAsync(false);
        await Expect(assessor.Page.Locator("[data-outbox]")).ToBeHiddenAsync();
        Assert.Equal(open.Take(2).Select(l => l.Code), (await app.LinesAsync(sheet)).Where(l => l.IsScored).Select(l => l.Code));
        await Expect(assessor.Page.Locator("#done")).ToHaveTextAsync("2");
        Assert.DoesNotContain("现场看过", Uri.UnescapeDataString(await assessor.Page.EvaluateAsync<string>("JSON.stringify(sessionStorage)")), StringComparison.Ordinal);

        // With a signal it goes from line to line by itself, and a reload shows where one was.
        await ScoreAsync(assessor, open[2]);
        await Expect(assessor.Page.Locator($"[data-card='{open[3].Code}']")).ToBeVisibleAsync();
        Assert.Contains($"/lines/{open[3].Code}", assessor.Path, StringComparison.Ordinal);
        assessor.Expected("ERR_INTERNET_DISCONNECTED");
    }

    private static async Task ScoreAsync(Visitor assessor, SheetLine line)
    {
        var card = assessor.Page.Locator($"[data-card='{line.Code}']");
        if (await card.Locator("form details:not([open])").CountAsync() > 0)
        {
            await card.Locator("form details summary").ClickAsync();
        }

        await card.GetByLabel("得分（").FillAsync(Quantity.Print(line.Points - 10));
        await card.GetByLabel("理由、扣分原因").FillAsync("现场看过，与记录有一处不一致，没有书面说明");
        await card.GetByLabel("佐证编号或出处").FillAsync("现场照片1张");
        await card.Locator("button[accesskey='s']").ClickAsync();
    }
}
