using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Security;

namespace PartyWork.Web;

/// <summary>The commands of the program; without one it serves.</summary>
public static class Commands
{
    private static readonly string[] Names = ["migrate", "demo", "create-admin", "backup", "restore", "rebuild-summaries", "verify-audit"];

    /// <returns>The exit code: 0 done, 1 refused, with the reason on standard error.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var command = args.FirstOrDefault(Names.Contains);
        try
        {
            if (app.Environment.IsProduction())
            {
                ProductionChecks.Require(app.Configuration);
            }

            if (command is null)
            {
                await StartAsync(app);
                await app.RunAsync();
                return 0;
            }

            var rest = args.SkipWhile(a => a != command).Skip(1).ToArray();
            if (command is "restore")
            {
                Backup.Restore(app.Configuration, app.Environment.ContentRootPath, Argument(rest, "restore FILE"));
                return 0;
            }

            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
            var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
            Console.WriteLine(command switch
            {
                "migrate" => await MigrateAsync(scope.ServiceProvider, db),
                "demo" => await DemoAsync(scope.ServiceProvider, db, rest),
                "create-admin" => await CreateAdminAsync(scope.ServiceProvider, db, rest),
                "backup" => await Backup.SaveAsync(db, Argument(rest, "backup FILE")),
                "rebuild-summaries" => await Summaries.RebuildAsync(db),
                _ => await VerifyAsync(scope.ServiceProvider, db),
            });
            return 0;
        }
        catch (BrokenRuleException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    /// <summary>Before serving: the schema where the settings ask for it, and in Development the demo district in an empty database.</summary>
    public static async Task StartAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
        if (app.Configuration.GetValue("Database:MigrateOnStart", false))
        {
            await DatabaseSetup.MigrateAsync(db);
            await WorkdayNotices.LoadAsync(db);
            await ReturnPhrases.LoadAsync(db);
        }

        await Commits.ForgetAsync(db);
        Rule.Require(!app.Environment.IsProduction() || !await db.Users.AnyAsync(u => u.IsDemo),
            "This database holds the demo district, whose accounts have a published password: it is not served in Production. Start with an empty database.");
        var demo = scope.ServiceProvider.GetRequiredService<DemoDistrict>();
        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:LoadWhenEmpty", true) && !await db.Users.AnyAsync())
        {
            await demo.LoadAsync(null);
        }

        if (app.Configuration.GetValue("Database:MigrateOnStart", false))
        {
            await RubricContent.LoadAsync(db, scope.ServiceProvider.GetRequiredService<BusinessClock>().Today.Year);
        }

        if (await db.Settings.FindAsync(Setting.DemoOffsetMinutes) is { } offset)
        {
            app.Services.GetRequiredService<BusinessClock>().Offset = TimeSpan.FromMinutes(double.Parse(offset.Value, CultureInfo.InvariantCulture));
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                if (app.Urls.Count > 0) // nobody listens where tests hold the program in memory
                {
                    Console.WriteLine(DemoDistrict.Welcome(app.Urls));
                }
            });
        }
    }

    private static async Task<string> MigrateAsync(IServiceProvider services, PartyWorkDb db)
    {
        await DatabaseSetup.MigrateAsync(db);
        await WorkdayNotices.LoadAsync(db);
        await ReturnPhrases.LoadAsync(db);
        await RubricContent.LoadAsync(db, services.GetRequiredService<BusinessClock>().Today.Year);
        return "The database has the newest schema.";
    }

    private static async Task<string> DemoAsync(IServiceProvider services, PartyWorkDb db, string[] rest)
    {
        Rule.Require(!services.GetRequiredService<IHostEnvironment>().IsProduction(), "The demo's accounts have a published password: it is not loaded in Production. Set DOTNET_ENVIRONMENT=Development.");
        await DatabaseSetup.MigrateAsync(db);
        await WorkdayNotices.LoadAsync(db);
        await ReturnPhrases.LoadAsync(db);
        Rule.Require(!await db.Users.AnyAsync(), "The database is not empty; the demo district is loaded into an empty one only.");
        var at = Array.IndexOf(rest, "--at") is >= 0 and var i && i + 1 < rest.Length
            ? DateOnly.ParseExact(rest[i + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : (DateOnly?)null;
        await services.GetRequiredService<DemoDistrict>().LoadAsync(at);
        return DemoDistrict.Welcome([]);
    }

    /// <summary>
    /// The way in from the server's own console: the three administrators, and the first of the district's staff. For such an account that exists already, a
    /// new code, and no second factor until one is added anew.
    /// </summary>
    private static async Task<string> CreateAdminAsync(IServiceProvider services, PartyWorkDb db, string[] rest)
    {
        const string Usage = "create-admin NAME [system|security|audit|staff] [PERSON]";
        var name = Argument(rest, Usage);
        var (kind, title) = rest.ElementAtOrDefault(1) switch
        {
            null or "system" => (PostKind.SystemAdministrator, "系统管理员"),
            "security" => (PostKind.SecurityAdministrator, "安全管理员"),
            "audit" => (PostKind.AuditAdministrator, "审计管理员"),
            "staff" => (PostKind.DistrictStaff, "区委组织部组织科干部"),
            _ => throw new BrokenRuleException($"Usage: {Usage}"),
        };
        var users = services.GetRequiredService<UserManager<User>>();
        var (codes, rules) = (services.GetRequiredService<OneTimeCodes>(), services.GetRequiredService<AccountRules>());
        var expires = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(rules.CodeDays);
        var code = OneTimeCodes.New();
        db.Lease.Why = "create-admin";
        if (await users.FindByNameAsync(name) is { } known)
        {
            Rule.Require(await db.PostHoldings.AnyAsync(h => h.PersonId == known.PersonId && h.Kind == kind && h.To == null), $"Account {name} exists and is not {title}.");
            known.GiveCode(codes.Seal(name, code), expires);
            if (known.TwoFactorEnabled)
            {
                known.DropSecondFactor();
            }

            await db.SaveChangesAsync();
        }
        else
        {
            var district = await db.Organizations.SingleOrDefaultAsync(o => o.Level == OrganizationLevel.District)
                ?? new Organization("QW", "区委", OrganizationLevel.District, OrganizationKind.DistrictCommittee, OrganizationDomain.District);
            var person = new Person(rest.ElementAtOrDefault(2) ?? title, "");
            db.Add(new PostHolding(person, district, kind, title, services.GetRequiredService<BusinessClock>().Today));
            var user = new User { UserName = name, Person = person, LockoutEnabled = true };
            user.GiveCode(codes.Seal(name, code), expires);
            var created = await users.CreateAsync(user);
            Rule.Require(created.Succeeded, string.Join(" ", created.Errors.Select(e => e.Description)));
        }

        return $"Account {name} ({title}), one-time code {code}, good until {expires:yyyy-MM-dd} for the first sign-in, which asks for a password.";
    }

    private static async Task<string> VerifyAsync(IServiceProvider services, PartyWorkDb db)
    {
        var broken = await services.GetRequiredService<AuditChain>().VerifyAsync(db, CancellationToken.None);
        Rule.Require(broken is null, broken ?? "");
        return "The audit chain is intact.";
    }

    private static string Argument(string[] rest, string usage)
    {
        Rule.Require(rest.Length > 0, $"Usage: {usage}");
        return rest[0];
    }
}
