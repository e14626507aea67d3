using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.SqlServer.Tests;

/// <summary>The program itself on the SQL Server provider, with a connection that leads nowhere.</summary>
public sealed class WithoutServerTests
{
    [Fact]
    public async Task Every_page_and_every_handler_sends_statements_that_fit_the_schema()
    {
        var (statements, visits, stub) = (new Statements(), new Visits(), new Stub());
        await using var factory = new WebApplicationFactory<Program>();
        await using var app = factory.WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing").UseSetting("Database:Provider", "SqlServer").UseSetting("Database:MigrateOnStart", "false")
                .UseSetting("ConnectionStrings:PartyWork", "Server=none").UseSetting("Security:Limits:Imports", "0").UseSetting("Security:Limits:Exports", "0").UseSetting("Security:Limits:Searches", "0").UseSetting("Security:AuditKey", Convert.ToBase64String(new byte[32]));
            host.ConfigureTestServices(services =>
            {
                services.ConfigureDbContext<SqlServerDb>(o => o.AddInterceptors(new NoServer(statements, stub.Answer)));
                services.Configure<MvcOptions>(o => o.Filters.Add(visits));
                services.AddDataProtection().UseEphemeralDataProtectionProvider();
            });
        });
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var pages = AppPage.All(app.Services);
        stub.Clock = app.Services.GetRequiredService<TimeProvider>();
        var cookie = SignIn(app.Services);
        foreach (var kind in Enum.GetValues<PostKind>().DistinctBy(k => string.Join(' ', May.Table.Where(t => t.Value.Any(g => g.Posts.Contains(k))).Select(t => t.Key))))
        {
            foreach (var own in (int[])[2, 1]) // the things' own organisation, and the one above it
            {
                (stub.Kind, stub.Organization) = ((int)kind, own);
                var token = await TokenAsync(client, cookie);
                foreach (var page in pages)
                {
                    foreach (var handler in page.Handlers)
                    {
                        var post = handler.Name.StartsWith("OnPost", StringComparison.Ordinal);
                        using var request = new HttpRequestMessage(post ? HttpMethod.Post : HttpMethod.Get, page.Address(handler));
                        request.Headers.Add("Cookie", post ? $"{cookie}; {token.Cookie}" : cookie);
                        request.Content = post ? new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token.Field)]) : null;
                        using var response = await client.SendAsync(request);
                    }
                }
            }
        }

        Assert.Empty(statements.Complaints());
        var missing = pages.SelectMany(p => p.Handlers.Select(h => Visits.Name(p.Descriptor, h.Name))).Except(visits.Handlers).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{pages.Count} pages, {visits.Handlers.Count} handlers, {statements.Sent} statements, {statements.All.Count} distinct. Not run: {string.Join(", ", missing)}");
        Assert.True(statements.All.Count >= 60, $"only {statements.All.Count} distinct statements");
        Assert.Empty(missing);
    }

    /// <summary>The raw commands of the audit chain are among what a save sends, with types that keep what was written.</summary>
    [Fact]
    public async Task A_save_writes_the_audit_chain_with_exact_instants()
    {
        var statements = new Statements();
        await using var db = Offline.Db(statements, OrgScope.All);
        db.Add(new Organization("QW", "区委", OrganizationLevel.District, OrganizationKind.DistrictCommittee, OrganizationDomain.District));

        await db.SaveChangesAsync();

        var insert = Assert.Single(statements.All, s => s.Key.StartsWith("INSERT INTO AuditEntries", StringComparison.Ordinal));
        Assert.Equal(System.Data.SqlDbType.DateTime2, insert.Value.Single(p => p.Value is DateTime).SqlDbType);
        Assert.Contains(statements.All.Keys, s => s.StartsWith("UPDATE AuditHeads", StringComparison.Ordinal));
        Assert.Empty(statements.Complaints());
    }

    private static string SignIn(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(2) };
        var ticket = new AuthenticationTicket(Session.Principal(1, Guid.NewGuid(), 1), properties, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private static async Task<(string Cookie, string Field)> TokenAsync(HttpClient client, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/password");
        request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return (response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("forgery=", StringComparison.Ordinal)).Split(';')[0],
            page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    /// <summary>A tree of two organisations; who asks holds the given post in one of them, and all things belong to the lower one.</summary>
    private sealed class Stub
    {
        private static readonly HashSet<string> Empty = ["ParentId", "To", "ClosedOn", "LockoutEnd", "PersonId0", "ExtendedTo", "UnlockedUntil", "Totals"];

        public int Kind { get; set; }
        public int Organization { get; set; }
        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public IReadOnlyList<Func<string, object?>> Answer(IReadOnlyList<string> columns) =>
            columns.Contains("SecurityStamp") ? [c => c switch { "Kind" => Kind, "OrganizationId" => Organization, "IsDisabled" or "MustChangePassword" => false, "IsDemo" => true, "Began" or "LastSeen" => Clock.GetUtcNow().UtcDateTime, "PasswordSetAt" => DBNull.Value, _ => null }]
            : columns.Contains("ParentId") && columns.Contains("SortNo") ? [Node(1, DBNull.Value), Node(2, 1)]
            : columns.Contains("ParentId") && columns.Contains("From") ? [c => c switch { "OrganizationId" => 2, "ParentId" => 1, _ => null }]
            : [c => c == "OrganizationId" ? 2 : c == "Content" ? "[]" : c == "Sheet" ? "" : Empty.Contains(c) ? DBNull.Value : null];

        private static Func<string, object?> Node(int id, object parent) => c => c switch { "Id" => id, "ParentId" => parent, "Level" => id, "ClosedOn" or "SuccessorId" => DBNull.Value, _ => null };
    }
}
