using System.Net;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests.Users;

public sealed class AccountsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_new_account_gets_a_one_time_password_that_has_to_be_changed_and_a_disabled_one_is_out_at_once()
    {
        var person = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.Organization.Code == "QH02002" && h.To == null && !db.Users.Any(u => u.PersonId == h.PersonId)).Select(h => h.PersonId).FirstAsync());
        using var administrator = await app.SignedInAsync("sysadmin");
        var opened = await administrator.PageAsync(await (await administrator.GetPageAsync($"/users/new?PersonId={person}")).Type("UserName", "wangjiang.xin").SubmitAsync("#open"));
        var password = opened.Find(".secret")!.TextContent.Trim();

        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        var login = await (await client.GetPageAsync("/login")).Type("UserName", "wangjiang.xin").Type("Password", password).SubmitAsync("#sign-in");
        Assert.Equal(HttpStatusCode.Redirect, login.StatusCode);
        Assert.Equal("/account/password", (await client.GetAsync("/organizations")).Headers.Location?.ToString());

        var id = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "wangjiang.xin").Select(u => u.Id).SingleAsync());
        await (await administrator.GetPageAsync($"/users/{id}")).Type("Reason", "已调离本区").SubmitAsync("button[formaction*='Disable']");
        Assert.StartsWith("/login", (await client.GetAsync("/account/password")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }
}
