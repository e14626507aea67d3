using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Security;

/// <summary>Walking through the program by its links: reading changes nothing, and every answer carries its headers.</summary>
public sealed class CrawlTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int MostPages = 90, LinksOfAKind = 3;

    [Fact]
    public async Task Following_every_kind_of_link_changes_nothing_and_never_fails()
    {
        var before = await StateAsync();
        var pages = 0;
        foreach (var account in (string[])["orgdept", "chunhui.secretary", "wenming.officer", "sysadmin", "auditor"])
        {
            pages += await CrawlAsync(account);
        }

        output.WriteLine($"{pages} pages");
        Assert.InRange(pages, 100, int.MaxValue);
        Assert.Equal(before, (await StateAsync()).Select(s => s.StartsWith("AuditEntries", StringComparison.Ordinal) ? before.Single(b => b.StartsWith("AuditEntries", StringComparison.Ordinal)) : s));
        Assert.Equal(["登录"], await app.WithDbAsync(db => db.AuditEntries.OrderByDescending(e => e.Sequence).Take(5).Select(e => e.Act).Distinct().ToListAsync()));
    }

    [Theory]
    [InlineData("/login", HttpStatusCode.OK)]
    [InlineData("/organizations", HttpStatusCode.OK)]
    [InlineData("/organizations?handler=Export", HttpStatusCode.OK)]
    [InlineData("/organizations/2147480000", HttpStatusCode.NotFound)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    [InlineData("/users", HttpStatusCode.Forbidden)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    [InlineData("/site.js", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/error", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_carries_the_headers(string path, HttpStatusCode status)
    {
        using var client = await app.SignedInAsync("wenming.officer");
        using var answer = await client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        AssertHeaders(path, answer);
    }

    [Fact]
    public async Task Refused_forms_and_sign_in_redirects_carry_the_headers_too()
    {
        using var nobody = app.CreateClient(new() { AllowAutoRedirect = false });
        using var empty = new FormUrlEncodedContent([]);

        var redirect = await nobody.GetAsync("/my");
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        AssertHeaders("302", redirect);
        var held = await nobody.PostAsync("/my/delegation", empty);
        Assert.Equal(HttpStatusCode.Unauthorized, held.StatusCode);
        AssertHeaders("401", held);
        using var again = new FormUrlEncodedContent([]);
        var refused = await nobody.PostAsync("/login", again);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        AssertHeaders("400", refused);
    }

    private async Task<int> CrawlAsync(string account)
    {
        using var client = await app.SignedInAsync(account);
        var (seen, queue, kinds) = (new HashSet<string>(), new Queue<string>(["/", "/my", "/dashboard", "/plan", "/agreements", "/lists", "/reports", "/organizations", "/years", "/users", "/audit", "/help"]), new Dictionary<string, int>());
        var pages = 0;
        while (pages < MostPages && queue.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            pages++;
            using var answer = await client.GetAsync(path);
            Assert.True((int)answer.StatusCode is 200 or 302 or 403, $"{account} {path}: {(int)answer.StatusCode}");
            AssertHeaders(path, answer);
            if (answer.Headers.Location is { OriginalString: ['/', ..] } next)
            {
                queue.Enqueue(next.OriginalString);
            }

            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (var link in (await client.PageAsync(answer)).All("a[href]").OfType<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(l => l.StartsWith('/')))
                {
                    var kind = System.Text.RegularExpressions.Regex.Replace(link, @"\d+|=[^&]*", "");
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                    if (kinds[kind] <= LinksOfAKind)
                    {
                        queue.Enqueue(link);
                    }
                }
            }
        }

        return pages;
    }

    /// <summary>Rows and the sum of versions of every table; the keys of cookies and the sessions come and go.</summary>
    private Task<List<string>> StateAsync() => app.WithDbAsync(async db =>
    {
        var state = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not (null or "DataProtectionKeys" or "AuditHeads" or "UserSessions")).DistinctBy(t => t.GetTableName()))
        {
            var version = table.FindProperty(PartyWorkDb.Version) is null ? "0" : "SUM(CAST(Version AS BIGINT))";
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*), {version} FROM {table.GetTableName()}";
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            state.Add($"{table.GetTableName()} {row.GetValue(0)} {row.GetValue(1)}");
        }

        return state;
    });

    private static void AssertHeaders(string path, HttpResponseMessage answer)
    {
        var headers = answer.Headers;
        string One(string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        var policy = One("Content-Security-Policy");
        Assert.True(policy.Contains("default-src 'none'", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
            && !policy.Contains("unsafe", StringComparison.Ordinal) && !policy.Contains('*', StringComparison.Ordinal), $"{path}: {policy}");
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.False(headers.Contains("Server") || headers.Contains("X-Powered-By"));
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (type is not ("text/css" or "text/javascript" or "application/javascript" or "image/svg+xml"))
        {
            Assert.True(headers.CacheControl?.NoStore, $"{path} may be kept by a browser.");
        }
    }
}
