using System.Net;

namespace PartyWork.Web.Tests.My;

public sealed class DelegationPageTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_deputy_confirms_while_the_delegation_lasts_and_no_longer_when_it_is_withdrawn()
    {
        var confirm = $"/reports/{await app.FilingAsync("QH01001", 4)}/confirm";
        using var secretary = await app.SignedInAsync("wenming.secretary");
        using var deputy = await app.SignedInAsync("wenming.deputy");
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync(confirm)).StatusCode);

        var page = await secretary.FollowAsync(await (await secretary.GetPageAsync("/my/delegation")).Type("Reason", "赴省委党校学习").SubmitAsync("#grant"));
        Assert.Contains("委托中", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await deputy.GetAsync(confirm)).StatusCode);

        page = await secretary.FollowAsync(await page.SubmitAsync("td form button"));
        Assert.Contains("委托已收回，即时生效", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已收回", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await deputy.GetAsync(confirm)).StatusCode);
    }

    [Fact]
    public async Task More_than_thirty_days_are_refused_with_everything_typed()
    {
        using var secretary = await app.SignedInAsync("wenming.secretary");
        var refused = await secretary.PageAsync(await (await secretary.GetPageAsync("/my/delegation")).Type("To", "2027-02-28").Type("Reason", "长期外出").SubmitAsync("#grant"));
        Assert.Contains("一次委托不超过30天", refused.Text, StringComparison.Ordinal);
        Assert.Equal("长期外出", refused.Find("[name='Reason']")!.GetAttribute("value"));
    }
}
