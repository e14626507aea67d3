using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;
using PartyWork.Web.Tests.Audit;
using PartyWork.Web.Tests.Security;

namespace PartyWork.Web.Tests.Faults;

/// <summary>
/// Something breaks in the middle of every handler: the database, where attachments are kept too, or the clock. Whoever asked is told so with a number
/// that the log knows and with nothing of what broke; and nothing is saved by halves.
/// </summary>
public sealed partial class EveryHandlerFailsTests(ITestOutputHelper output) : IAsyncLifetime
{
    // As a driver would say it.
    private const string Secret = "SQLite Error 1: 'no such column: SecretColumn'. SELECT SecretColumn FROM Users; /srv/partywork/App_Data/partywork.db";

    private static readonly string[] Inside = ["SecretColumn", "SELECT", "SQLite", "/srv/", "App_Data", "Exception", "   at ", ".cs:"];

    private readonly App _app = new();
    private readonly Fault _fault = new();
    private readonly Dictionary<string, (HttpClient Client, string Token)> _clients = [];
    private WebApplicationFactory<Program> _site = null!;

    public enum Part
    {
        Nothing,
        Database,
        Commit,
        Clock,

        /// <summary>The whole database from the first command of the request on, when it is asked who is signed in.</summary>
        Everything,
    }

    public async ValueTask InitializeAsync()
    {
        _site = _app.WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        {
            s.AddSingleton<TimeProvider>(new Clock(_app.Clock, _fault));
            s.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(_fault));
            s.ConfigureDbContext<SqlServerDb>(o => o.AddInterceptors(_fault));
            s.Configure<MvcOptions>(o => o.Filters.Add(_fault));
        }));
        await (await ClientAsync("orgdept")).Client.GetAsync("/lists/tasks"); // the day has turned before anything is counted
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (client, _) in _clients.Values)
        {
            client.Dispose();
        }

        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    /// <summary>In every run the clock breaks in one of eight handlers, in a long one in all of them; the database always.</summary>
    [Theory]
    [InlineData(Part.Database, 0.85)]
    [InlineData(Part.Clock, 0.2)] // not every handler asks what time it is
    public async Task Whatever_breaks_in_a_handler_is_told_by_its_number_alone(Part part, double least)
    {
        var posts = await _app.WithDbAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => db.PostHoldings.Where(h => h.PersonId == u.PersonId && h.To == null).OrderBy(h => h.Kind).Select(h => h.Kind).First()));
        var (wrong, broken, chance) = (new List<string>(), 0, Runs.Chance(output));
        var handlers = Handlers.All.Where(h => h.Page != "/Account/Logout" && (part is Part.Database || chance.Next(Runs.Of(8, 1)) == 0)).ToList();
        foreach (var handler in handlers)
        {
            var account = DemoAccounts.Names.First(a => handler.Act is Act.OwnWork || May.Table[handler.Act].Any(g => g.Posts.Contains(posts[a])));
            var (client, token) = await ClientAsync(account);
            _fault.Arm(part, 1);
            using var body = new StringContent($"{Braces().Replace(handler.Body, "1")}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
            using var answer = handler.Method == "GET" ? await client.GetAsync(Braces().Replace(handler.Path, "1")) : await client.PostAsync(Braces().Replace(handler.Path, "1"), body);
            if (_fault.Disarm())
            {
                broken++;
                if (await ComplaintAsync(answer) is { } complaint)
                {
                    wrong.Add($"{handler.Key} as {account}: {complaint}");
                }
            }
        }

        output.WriteLine($"{broken} of {handlers.Count} handlers broken");
        Assert.Empty(wrong);
        Assert.InRange(broken, (int)(handlers.Count * least), int.MaxValue);
    }

    [Fact]
    public async Task Without_its_database_the_program_still_says_so_in_Chinese()
    {
        var wrong = new List<string>();
        var client = (await ClientAsync("orgdept")).Client;
        foreach (var path in (string[])["/", "/my", "/dashboard", "/lists", "/organizations", "/evidence/1?handler=File", "/audit", "/no/such/page", "/account/security"])
        {
            _fault.Arm(Part.Everything, 1);
            using var answer = await client.GetAsync(path);
            Assert.True(_fault.Disarm());
            if (await ComplaintAsync(answer) is { } complaint)
            {
                wrong.Add($"{path}: {complaint}");
            }
        }

        Assert.Empty(wrong);
        using var probe = _site.CreateClient();
        _fault.Arm(Part.Everything, 1);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await probe.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("/health/live")).StatusCode);
        _fault.Disarm();
    }

    /// <summary>The acts that the record's tests do, with a fault at one command after the other and at the commit, until they go through; in every run at some of the commands.</summary>
    [Fact]
    public async Task An_act_that_breaks_anywhere_leaves_nothing_behind()
    {
        Assert.SkipUnless(App.IsSqlite, "Whether anything was committed is asked of SQLite's file.");
        var chance = Runs.Chance(output);
        await using var file = new SqliteConnection($"Data Source={_app.File};Pooling=False");
        await file.OpenAsync();
        var (wrong, tries) = (new List<string>(), 0);
        foreach (var (handler, account, path, body) in await RecordTests.ActsAsync(_app))
        {
            var (client, token) = await ClientAsync(account);
            await TryAsync(Part.Commit, 1);
            for (var command = 1; await TryAsync(Part.Database, command); command += Runs.Of(chance.Next(4, 20), 1))
            {
            }

            async Task<bool> TryAsync(Part part, int command)
            {
                tries++;
                var before = await CommitsAsync();
                _fault.Arm(part, command);
                using var form = new FormUrlEncodedContent(body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1])).Append(new("__RequestVerificationToken", token)));
                using var answer = await client.PostAsync(path, form);
                if (!_fault.Disarm())
                {
                    Assert.True(part is Part.Database, $"{handler} did not commit.");
                    Assert.True((int)answer.StatusCode < 400 && before != await CommitsAsync(), $"{handler} {command}: {(int)answer.StatusCode}");
                    return false;
                }

                if ((await ComplaintAsync(answer) ?? (before == await CommitsAsync() ? null : "something was saved")) is { } complaint)
                {
                    wrong.Add($"{handler}, {part} {command}: {complaint}");
                }

                return true;
            }
        }

        output.WriteLine($"{tries} tries");
        Assert.Empty(wrong);
        Assert.Null(await _app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));

        // Changes whenever another connection has committed anything.
        async Task<long> CommitsAsync()
        {
            await using var command = file.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    private static async Task<string?> ComplaintAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode is not HttpStatusCode.InternalServerError ? $"{(int)answer.StatusCode}"
            : !Number().IsMatch(text) || !text.Contains("这次操作没有完成", StringComparison.Ordinal) ? "not the page that tells of it"
            : !answer.Headers.Contains("Content-Security-Policy") ? "no policy"
            : Inside.FirstOrDefault(i => text.Contains(i, StringComparison.Ordinal)) is { } told ? $"tells “{told}”"
            : null;
    }

    private async Task<(HttpClient Client, string Token)> ClientAsync(string account)
    {
        if (!_clients.TryGetValue(account, out var known))
        {
            var client = _site.CreateClient(new() { AllowAutoRedirect = false });
            await (await client.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']");
            var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
            _clients[account] = known = (client, token);
        }

        return known;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"编号：\S+")]
    private static partial Regex Number();

    private sealed class Clock(TimeProvider real, Fault fault) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            fault.Ask(Part.Clock);
            return real.GetUtcNow();
        }
    }

    /// <summary>Breaks one thing, within handlers only: who asks and whether he may is settled before.</summary>
    private sealed class Fault : IAsyncPageFilter, IOrderedFilter, IDbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
    {
        private Part _part;
        private int _at;
        private bool _within, _thrown;

        public int Order => int.MaxValue;

        public void Arm(Part part, int at) => (_part, _at, _thrown) = (part, at, false);

        /// <returns>Whether anything broke.</returns>
        public bool Disarm()
        {
            _part = Part.Nothing;
            return _thrown;
        }

        public void Ask(Part part)
        {
            if (_part is Part.Everything ? part is Part.Database : _within && _part == part && --_at == 0)
            {
                _thrown = true;
                throw new InvalidOperationException(Secret);
            }
        }

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            _within = true;
            await next();
            _within = false;
        }

        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
        {
            if (_part is Part.Everything)
            {
                Ask(Part.Database);
            }

            return result;
        }

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(ConnectionOpening(connection, eventData, result));

        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Ask(Part.Database);
            return new(result);
        }

        public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Ask(Part.Database);
            return new(result);
        }

        public ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Ask(Part.Database);
            return new(result);
        }

        public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Ask(Part.Commit);
            return new(result);
        }
    }
}
