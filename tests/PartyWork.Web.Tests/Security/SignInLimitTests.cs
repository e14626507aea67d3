using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;

namespace PartyWork.Web.Tests.Security;

/// <summary>How often one may guess, and from where; and that an office behind one address is not shut out for it.</summary>
public sealed class SignInLimitTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_attacker_locks_ten_accounts_an_hour_and_the_eleventh_only_for_himself()
    {
        var victims = DemoAccounts.Names.Take(12).ToList();
        var tries = 0;
        using var attacker = From("203.0.113.7");
        foreach (var victim in victims)
        {
            for (var i = 0; i < 6; i++, tries++)
            {
                Assert.Equal(HttpStatusCode.OK, (await SignInAsync(attacker, victim, "wrong-2026")).StatusCode);
            }
        }

        Assert.Equal(victims.Take(10), (await LockedAsync()).Intersect(victims));
        Assert.Equal(tries, await app.WithDbAsync(db => db.AuditEntries.CountAsync(e => victims.Contains(e.Key) && (e.Act == "登录失败" || e.Act == "登录被拒（锁定中）"))));

        // The eleventh comes in from the office, and cannot be tried further from where the attack comes from, right password or not.
        using var office = From("198.51.100.20");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(office, victims[10], DemoAccounts.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(office, victims[0], DemoAccounts.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(attacker, victims[10], DemoAccounts.Password)).StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(office, victims[0], DemoAccounts.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(attacker, victims[10], DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task Many_wrong_passwords_at_once_all_count()
    {
        using var client = From("203.0.113.8");
        var pages = new List<Page>();
        for (var i = 0; i < 8; i++)
        {
            pages.Add((await client.GetPageAsync("/login")).Type("UserName", "auditor").Type("Password", "wrong-2026"));
        }

        await Task.WhenAll(pages.Select(p => p.SubmitAsync("form#sign-in")));

        Assert.Contains("auditor", await LockedAsync());
    }

    [Fact]
    public async Task Four_wrong_passwords_of_yesterday_and_one_of_today_lock_nobody()
    {
        using var client = From("203.0.113.9");
        foreach (var wrong in Enumerable.Range(0, 5))
        {
            app.Clock.Advance(wrong == 4 ? TimeSpan.FromMinutes(15) : TimeSpan.Zero);
            await SignInAsync(client, "secadmin", "wrong-2026");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(client, "secadmin", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task A_whole_office_behind_one_address_signs_in_and_a_flood_is_told_when_to_come_back()
    {
        using var gate = From("198.51.100.99", handlesCookies: false);
        using var shown = await gate.GetAsync("/login");
        var cookie = shown.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).First(c => c.StartsWith("forgery=", StringComparison.Ordinal));
        var token = (await gate.PageAsync(shown)).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        for (var i = 0; i < 300; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/login?handler=Demo") { Content = new FormUrlEncodedContent([new("userName", "inspector"), new("__RequestVerificationToken", token)]) };
            request.Headers.Add("Cookie", cookie);
            Assert.Equal(HttpStatusCode.Redirect, (await gate.SendAsync(request)).StatusCode);
        }

        HttpResponseMessage answer;
        var more = 0;
        do
        {
            answer = await gate.PostAsync("/login", null);
            more++;
        }
        while (answer.StatusCode is not HttpStatusCode.TooManyRequests && more <= 400);

        Assert.Equal(301, more);
        using var desk = From("198.51.100.99");
        using var refused = await SignInAsync(desk, "auditor", "wrong-2026");
        var (wait, told) = (refused.Headers.RetryAfter!.Delta!.Value, await desk.PageAsync(refused));
        Assert.InRange(wait, TimeSpan.FromSeconds(120), TimeSpan.FromMinutes(5));
        Assert.Contains($"请{Math.Ceiling(wait.TotalMinutes)}分钟后再试", told.Text, StringComparison.Ordinal);
        Assert.Equal("auditor", told.Find("main input[name='UserName']")!.GetAttribute("value"));
        Assert.Null(told.Find("main input[name='Password']")); // typed again
        Assert.Equal(HttpStatusCode.OK, (await gate.GetAsync("/login")).StatusCode);
        using var elsewhere = From("198.51.100.98");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(elsewhere, "inspector", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task Who_is_attacked_goes_on_signing_in_from_his_own_browser_and_nowhere_else()
    {
        using var own = From("198.51.100.30");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(own, "firstsec", DemoAccounts.Password)).StatusCode);
        await own.GetAsync("/logout");
        using var attacker = From("203.0.113.30");
        await FailAsync(attacker, "firstsec", 5);
        Assert.Contains("firstsec", await LockedAsync());

        using var fresh = From("198.51.100.30"); // the same office
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(fresh, "firstsec", DemoAccounts.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(own, "firstsec", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task A_known_browser_has_no_more_tries_than_any_and_locks_nobody_but_itself()
    {
        using var thief = From("203.0.113.31");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(thief, "talent", DemoAccounts.Password)).StatusCode);
        await thief.GetAsync("/logout");
        await FailAsync(thief, "talent", 5);

        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(thief, "talent", DemoAccounts.Password)).StatusCode);
        Assert.DoesNotContain("talent", await LockedAsync());
        using var elsewhere = From("198.51.100.31");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(elsewhere, "talent", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task A_browser_known_to_one_account_is_a_stranger_to_the_others_and_after_a_reset()
    {
        using var office = From("198.51.100.32");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(office, "assessor2", DemoAccounts.Password)).StatusCode);
        await office.GetAsync("/logout");
        using var attacker = From("203.0.113.32");
        await FailAsync(attacker, "sysadmin", 5);
        await FailAsync(attacker, "assessor2", 5);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(office, "sysadmin", DemoAccounts.Password)).StatusCode);

        await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "assessor2").ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, Guid.NewGuid().ToString("N"))));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(office, "assessor2", DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task Every_refusal_costs_one_hash_so_that_its_time_tells_nothing()
    {
        var hasher = new CountingHasher();
        await using var counted = app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IPasswordHasher<User>>(hasher)));
        await app.WithDbAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.UserName == "assessor1")).Disable();
            (await db.Users.SingleAsync(u => u.UserName == "teamlead1")).GiveCode(new string('0', 64), app.Clock.GetUtcNow().UtcDateTime.AddDays(1));
            return await db.SaveChangesAsync();
        });
        using var client = counted.CreateClient(new() { AllowAutoRedirect = false });
        await SignInAsync(client, "nobody.here", "wrong-2026"); // the first one makes the hash that stands in
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(client, "shegong", "wrong-2026");
        }

        foreach (var (account, password) in new[] { ("nobody.here", "wrong-2026"), ("zhujian", "wrong-2026"), ("shegong", "wrong-2026"), ("shegong", DemoAccounts.Password), ("assessor1", DemoAccounts.Password), ("teamlead1", "wrong-2026") })
        {
            hasher.Count = 0;
            await SignInAsync(client, account, password);
            Assert.True(hasher.Count == 1, $"{account}: {hasher.Count}");
        }
    }

    /// <summary>A browser at that address, as the reverse proxy on this machine tells it.</summary>
    private HttpClient From(string address, bool handlesCookies = true)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = handlesCookies });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private Task<List<string>> LockedAsync() => app.WithDbAsync(async db =>
        (await db.Users.Where(u => u.LockoutEnd != null).ToListAsync()).Where(u => u.IsLocked(app.Clock.GetUtcNow())).Select(u => u.UserName!).OrderBy(n => Array.IndexOf(DemoAccounts.Names, n)).ToList());

    private static async Task FailAsync(HttpClient client, string account, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, account, "wrong-2026")).StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string account, string password) =>
        await (await client.GetPageAsync("/login")).Type("UserName", account).Type("Password", password).SubmitAsync("form#sign-in");

    private sealed class CountingHasher : IPasswordHasher<User>
    {
        private readonly PasswordHasher<User> _hasher = new();

        public int Count { get; set; }

        public string HashPassword(User user, string password)
        {
            Count++;
            return _hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Count++;
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
