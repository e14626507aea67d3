using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>Neither the answer nor its time tells whether there is such an account. A long run, with passwords hashed as strongly as in production.</summary>
public sealed class SignInTimingTests(App app) : IClassFixture<App>
{
    private const int Tries = 200;
    private const double Tolerance = 0.10;

    [Fact]
    public async Task An_unknown_account_a_wrong_password_a_disabled_account_and_one_never_activated_answer_alike_in_the_same_time()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PARTYWORK_LONG") == "1", "A long run: bash tests/run.sh --long.");
        await using var strong = app.WithWebHostBuilder(b => b.UseSetting("Security:Accounts:HashIterations", $"{new AccountRules().HashIterations}"));
        using (var scope = strong.Services.CreateScope())
        {
            var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>().HashPassword(new User(), DemoAccounts.Password);
            await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "zhujian" || u.UserName == "assessor1").ExecuteUpdateAsync(s => s.SetProperty(u => u.PasswordHash, hash)));
        }

        await app.WithDbAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.UserName == "assessor1")).Disable();
            (await db.Users.SingleAsync(u => u.UserName == "teamlead1")).GiveCode(new string('0', 64), app.Clock.GetUtcNow().UtcDateTime.AddDays(1));
            return await db.SaveChangesAsync();
        });
        string[] accounts = ["nobody.here", "zhujian", "assessor1", "teamlead1"];
        var times = accounts.ToDictionary(a => a, _ => new List<double>());
        using var client = strong.CreateClient(new() { AllowAutoRedirect = false });
        var token = (await client.GetPageAsync("/login")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var round = -5; round < Tries; round++) // the first ones only warm up
        {
            foreach (var account in accounts)
            {
                await app.WithDbAsync(db => db.Users.Where(u => u.UserName == account).ExecuteUpdateAsync(s => s.SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null).SetProperty(u => u.AccessFailedCount, 0)));
                app.Clock.Advance(TimeSpan.FromSeconds(1)); // never more than the flood limit from one address
                using var form = new FormUrlEncodedContent([new("UserName", account), new("Password", "wrong-2026"), new("__RequestVerificationToken", token)]);
                using var request = new HttpRequestMessage(HttpMethod.Post, "/login") { Content = form };
                request.Headers.Add("X-Forwarded-For", $"203.0.113.{1 + ((round + 5) % 200)}");
                var watch = Stopwatch.StartNew();
                using var answer = await client.SendAsync(request);
                var page = await client.PageAsync(answer);
                watch.Stop();
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                answers.Add(page.Find("#sign-in")!.TextContent); // not the cards of the demo accounts beside it
                if (round >= 0)
                {
                    times[account].Add(watch.Elapsed.TotalMilliseconds);
                }
            }
        }

        var medians = times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(Tries / 2));
        Assert.Single(answers);
        Assert.True(medians.Values.Max() - medians.Values.Min() < Tolerance * medians.Values.Min(), string.Join("，", medians.Select(m => $"{m.Key} {m.Value:0.0} ms")));
    }
}
