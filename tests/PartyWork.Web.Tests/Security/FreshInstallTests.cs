using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>A new installation in Production: nobody has an account, the console makes the first ones, and settings copied from examples stop the start.</summary>
public sealed class FreshInstallTests : IAsyncLifetime
{
    private const string Key = "c2VjcmV0LWtleS1vZi10aGlydHktdHdvLWJ5dGVzISEh";

    private readonly string _folder = Directory.CreateTempSubdirectory("partywork-").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task There_is_no_account_until_the_console_makes_one_and_its_code_counts_once()
    {
        await using var app = Build();
        Assert.Equal((0, ""), await RunAsync(app, "migrate"));
        await Commands.StartAsync(app);
        Assert.Equal(0, await WithDbAsync(app, db => db.Users.CountAsync()));
        Assert.Equal(2, await WithDbAsync(app, db => db.ReturnPhrases.Where(p => p.PersonId == null).Select(p => p.Use).Distinct().CountAsync())); // words for reviewers and for assessors are there from the start

        Assert.Equal(0, (await RunAsync(app, "create-admin", "xitong")).Code);
        var (code, told) = await SayAsync(app, "create-admin", "anquan", "security", "安建平");
        Assert.Equal(0, code);
        var slip = told.Split("code ")[1].Split(',')[0];

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        var signIn = scope.ServiceProvider.GetRequiredService<SignIn>();
        Assert.Equal(SignInAnswer.Refused, (await signIn.CheckAsync("anquan", "", new Origin(""))).Answer);
        Assert.Equal(SignInAnswer.Refused, (await signIn.CheckAsync("xitong", slip, new Origin(""))).Answer); // another account's
        var (answer, user) = await signIn.CheckAsync("anquan", slip, new Origin(""));
        Assert.Equal((SignInAnswer.Right, true), (answer, user!.MustChangePassword));
        user.TakePassword("hash", scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await scope.ServiceProvider.GetRequiredService<PartyWorkDb>().SaveChangesAsync();
        Assert.Equal(SignInAnswer.Refused, (await signIn.CheckAsync("anquan", slip, new Origin(""))).Answer);

        // Lost: the console gives a new one, to an administrator and to nobody else.
        Assert.Equal(0, (await RunAsync(app, "create-admin", "anquan", "security")).Code);
        Assert.Contains("exists and is not", (await RunAsync(app, "create-admin", "anquan", "audit")).Error, StringComparison.Ordinal);
        Assert.Contains("Usage", (await RunAsync(app, "create-admin", "x", "root")).Error, StringComparison.Ordinal);
        Assert.Equal(2, await WithDbAsync(app, db => db.Users.CountAsync()));
        Assert.Contains("not loaded in Production", (await RunAsync(app, "demo")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ConnectionStrings:PartyWork", "", "is empty")]
    [InlineData("Security:AuditKey", "not base64!", "not base64")]
    [InlineData("Security:AuditKey", "c2hvcnQ=", "has 5 bytes")]
    [InlineData("Security:AuditKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "not random")]
    [InlineData("Security:Proxies:0", "proxy.local", "no address")]
    [InlineData("Security:Accounts:HashIterations", "1", "at least 100000")]
    [InlineData("SqlServer", "Server=db;Database=P;User Id=sa;Password=Zx8-kkQ2mm;Encrypt=False", "Encrypt=False")]
    [InlineData("SqlServer", "Server=db;Database=P;User Id=sa;Password=Zx8-kkQ2mm;TrustServerCertificate=True", "TrustServerCertificate=True")]
    [InlineData("SqlServer", "Server=db;Database=P;User Id=sa;Password=", "no password")]
    [InlineData("SqlServer", "Server=db;Database=P;User Id=sa;Password=Your_Password123", "stands in examples")]
    public void Production_refuses_settings_that_are_missing_or_come_from_an_example(string setting, string value, string sentence)
    {
        var settings = setting == "SqlServer" ? new Dictionary<string, string?> { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:PartyWork"] = value } : new() { [setting] = value };

        var refused = Assert.Throws<BrokenRuleException>(() => ProductionChecks.Require(Settings(settings)));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        ProductionChecks.Require(Settings([])); // and without it starts
    }

    [Fact]
    public async Task Production_does_not_serve_a_database_that_holds_the_demo()
    {
        await using var app = Build();
        await RunAsync(app, "migrate");
        await WithDbAsync(app, async db =>
        {
            db.Add(new User { UserName = "orgdept", NormalizedUserName = "ORGDEPT", SecurityStamp = "x", IsDemo = true });
            return await db.SaveChangesAsync();
        });

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Commands.StartAsync(app));

        Assert.Contains("demo", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_that_there_is_not_stops_the_start() => Assert.Throws<InvalidOperationException>(() => Build(("Database:Provider", "Oracle")));

    private static IConfiguration Settings(Dictionary<string, string?> changed) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = "Sqlite", ["ConnectionStrings:PartyWork"] = "Data Source=x.db", ["Security:AuditKey"] = Key,
    }).AddInMemoryCollection(changed).Build();

    private WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = _folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite", ["ConnectionStrings:PartyWork"] = "Data Source=fresh.db", ["Security:AuditKey"] = Key, ["Serilog:MinimumLevel:Default"] = "Fatal",
        }.Concat(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        builder.AddPartyWork();
        return builder.Build();
    }

    private static async Task<(int Code, string Error)> RunAsync(WebApplication app, params string[] args)
    {
        var (error, before) = (new StringWriter(CultureInfo.InvariantCulture), Console.Error);
        Console.SetError(error);
        try
        {
            return (await Commands.RunAsync(app, args), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private static async Task<(int Code, string Told)> SayAsync(WebApplication app, params string[] args)
    {
        var (told, before) = (new StringWriter(CultureInfo.InvariantCulture), Console.Out);
        Console.SetOut(told);
        try
        {
            return (await Commands.RunAsync(app, args), told.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    private static async Task<T> WithDbAsync<T>(WebApplication app, Func<PartyWorkDb, Task<T>> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        return await use(scope.ServiceProvider.GetRequiredService<PartyWorkDb>());
    }
}
