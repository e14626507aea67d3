using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;

namespace PartyWork.Web.Tests.Security;

/// <summary>Somebody is signed in and at work; then something changes. It counts from the very next request.</summary>
public sealed class RevokedRightsTests(App app) : IClassFixture<App>
{
    private static readonly DateOnly Today = new(2026, 12, 18);

    [Fact]
    public async Task An_ended_post_opens_nothing_any_more()
    {
        using var client = await app.SignedInAsync("jiguan.secretary");
        await AssertAsync(client, "/lists", HttpStatusCode.OK);

        await ChangeAsync(async db => (await HoldingAsync(db, "jiguan.secretary")).End(Today.AddDays(-1)));

        await AssertAsync(client, "/lists", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out()
    {
        using var client = await app.SignedInAsync("firstsec");
        await AssertAsync(client, "/lists", HttpStatusCode.OK, HttpStatusCode.Redirect);
        using var administrator = await app.SignedInAsync("sysadmin");
        var page = await administrator.GetPageAsync($"/users/{await UserAsync("firstsec")}");

        var answer = await page.Type("Reason", "调离").SubmitAsync("form[action*='Disable'] button, form#disable button, button[formaction*='Disable']");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await AssertSignedOutAsync(client);
    }

    [Fact]
    public async Task A_password_changed_elsewhere_ends_this_session_and_not_that_one()
    {
        using var here = await app.SignedInAsync("talent");
        using var there = await app.SignedInAsync("talent");
        var page = await there.GetPageAsync("/account/password");

        await page.Type("Current", DemoAccounts.Password).Type("New", "xin-mima-2027").Type("Again", "xin-mima-2027").SubmitAsync("form#password");

        await AssertSignedOutAsync(here);
        await AssertAsync(there, "/organizations", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_withdrawn_delegation_lets_the_deputy_confirm_no_more()
    {
        var address = $"/reports/{await app.FilingAsync("QH01001", 4)}/confirm";
        using var deputy = await app.SignedInAsync("wenming.deputy");
        await AssertAsync(deputy, address, HttpStatusCode.Forbidden);
        var id = await DelegateAsync(Today, Today.AddDays(3));
        await AssertAsync(deputy, address, HttpStatusCode.OK);

        await ChangeAsync(async db => (await db.Delegations.SingleAsync(d => d.Id == id)).Withdraw(Today));

        await AssertAsync(deputy, address, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_expired_delegation_lets_the_deputy_confirm_no_more()
    {
        var address = $"/reports/{await app.FilingAsync("QH01001", 4)}/confirm";
        using var deputy = await app.SignedInAsync("wenming.deputy");
        var id = await DelegateAsync(Today, Today.AddDays(1));
        await AssertAsync(deputy, address, HttpStatusCode.OK);

        var clock = app.Services.GetRequiredService<BusinessClock>();
        clock.Offset += TimeSpan.FromDays(2);
        await AssertAsync(deputy, address, HttpStatusCode.Forbidden);

        clock.Offset -= TimeSpan.FromDays(2);
        await ChangeAsync(async db => (await db.Delegations.SingleAsync(d => d.Id == id)).Withdraw(Today));
    }

    [Fact]
    public async Task An_organisation_that_was_moved_is_seen_by_its_new_committee_and_not_by_the_old_one()
    {
        var address = $"/reports/{await app.FilingAsync("QH01003", 1)}";
        using var old = await app.SignedInAsync("chunhui.officer");
        using var next = await app.SignedInAsync("wangjiang.officer");
        await AssertAsync(old, address, HttpStatusCode.OK);
        await AssertAsync(next, address, HttpStatusCode.NotFound);

        await ChangeAsync(async db =>
        {
            var moved = await db.Organizations.Include(o => o.Affiliations).SingleAsync(o => o.Code == "QH01003");
            moved.AffiliateTo(await db.Organizations.SingleAsync(o => o.Code == "QH02"), Today);
        });

        await AssertAsync(old, address, HttpStatusCode.NotFound);
        await AssertAsync(next, address, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_must_change_the_password_can_do_that_and_sign_out_and_nothing_else()
    {
        using var client = await app.SignedInAsync("zhujian");
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

        await ChangeAsync(async db => (await db.Users.SingleAsync(u => u.UserName == "zhujian")).MustChangePassword = true);

        foreach (var handler in Handlers.All.Where(h => h.Page is not ("/Account/Password" or "/Account/Logout")))
        {
            var path = handler.Path.Replace("{id}", "1", StringComparison.Ordinal).Replace("{within}", "1", StringComparison.Ordinal);
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            using var answer = handler.Method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, body);
            Assert.True((answer.StatusCode, answer.Headers.Location?.ToString()) is (HttpStatusCode.Redirect, "/account/password"), $"{handler.Key}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        await AssertAsync(client, "/account/password", HttpStatusCode.OK);
        using var leaving = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        Assert.Equal("/login", (await client.PostAsync("/logout", leaving)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_post_switched_away_from_keeps_its_rights_to_itself()
    {
        var (first, second) = ($"/reports/{await app.FilingAsync("QH01001", 1)}", $"/reports/{await app.FilingAsync("QH02001", 1)}");
        await AlsoHoldsAsync("wenming.secretary", "QH02001", PostKind.Officer);
        using var client = await app.SignedInAsync("wenming.secretary");
        await AssertAsync(client, first, HttpStatusCode.OK);
        await AssertAsync(client, second, HttpStatusCode.NotFound);

        await SwitchAsync(client, "QH02001");

        await AssertAsync(client, first, HttpStatusCode.NotFound);
        await AssertAsync(client, second, HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_one_post_ends_the_persons_other_post_remains()
    {
        var (first, second) = ($"/reports/{await app.FilingAsync("QH02", 1)}", $"/reports/{await app.FilingAsync("QH15", 1)}");
        await AlsoHoldsAsync("wangjiang.secretary", "QH15", PostKind.Officer);
        using var client = await app.SignedInAsync("wangjiang.secretary");
        await AssertAsync(client, first, HttpStatusCode.OK);

        await ChangeAsync(async db => (await HoldingAsync(db, "wangjiang.secretary")).End(Today.AddDays(-1)));

        await AssertAsync(client, first, HttpStatusCode.NotFound);
        await AssertAsync(client, second, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_switches_to_a_post_of_somebody_else()
    {
        using var client = await app.SignedInAsync("wenming.officer");
        var other = await app.WithDbAsync(async db => (await HoldingAsync(db, "orgdept")).Id);
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("holdingId", $"{other}")]);

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/account/post", body)).StatusCode);
        await AssertAsync(client, "/years/new", HttpStatusCode.Forbidden);
    }

    private async Task SwitchAsync(HttpClient client, string code)
    {
        var page = await client.GetPageAsync("/organizations");
        var id = await app.OrganizationAsync(code);
        var holding = await app.WithDbAsync(db => db.PostHoldings.OrderByDescending(h => h.Id).Where(h => h.OrganizationId == id).Select(h => h.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await page.Type("holdingId", $"{holding}").SubmitAsync("form[action='/account/post']")).StatusCode);
    }

    private Task<int> AlsoHoldsAsync(string account, string code, PostKind kind) => ChangeAsync(async db =>
        db.Add(new PostHolding((await HoldingAsync(db, account)).Person, await db.Organizations.SingleAsync(o => o.Code == code), kind, "兼职", Today.AddDays(-30))));

    private Task<int> DelegateAsync(DateOnly from, DateOnly to) => app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new Actor(1, "测试", "测试");
        var deputy = await HoldingAsync(db, "wenming.deputy");
        var secretary = await db.PostHoldings.SingleAsync(h => h.OrganizationId == deputy.OrganizationId && h.Kind == PostKind.Secretary && h.To == null);
        var delegation = new Delegation(secretary, deputy, from, to, "学习");
        db.Add(delegation);
        await db.SaveChangesAsync();
        return delegation.Id;
    });

    private Task<int> UserAsync(string account) => app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync());

    private Task<int> ChangeAsync(Func<PartyWorkDb, Task> change) => app.WithDbAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    private static Task<PostHolding> HoldingAsync(PartyWorkDb db, string account) =>
        db.PostHoldings.Include(h => h.Person).Where(h => h.To == null && db.Users.Any(u => u.UserName == account && u.PersonId == h.PersonId)).OrderBy(h => h.Kind).FirstAsync();

    private static async Task AssertAsync(HttpClient client, string path, params HttpStatusCode[] expected) => Assert.Contains((await client.GetAsync(path)).StatusCode, expected);

    private static async Task AssertSignedOutAsync(HttpClient client)
    {
        var answer = await client.GetAsync("/organizations");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
