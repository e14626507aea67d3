using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Faults;

/// <summary>
/// Connections that break before, while and after a save is committed: it is saved once, and that is what the user is told. Tried with the strategy that
/// SQL Server runs under, on SQLite, whose connections an interceptor breaks; what a real network throws is not tried here.
/// </summary>
public sealed class LostConnectionTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 100, MostCommands = 3;

    private readonly App _app = new();
    private readonly Breaks _breaks = new();
    private WebApplicationFactory<Program> _site = null!;

    public enum Moment
    {
        /// <summary>One of the commands within the transaction.</summary>
        Command,

        /// <summary>The commit does not reach the server.</summary>
        Committing,

        /// <summary>The server has committed; its answer is lost.</summary>
        Committed,

        /// <summary>The next command after a commit that was answered.</summary>
        Afterwards,
    }

    public ValueTask InitializeAsync()
    {
        _site = _app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.ConfigureDbContext<SqliteDb>(o =>
            o.UseSqlite(x => x.ExecutionStrategy(d => new LostConnections(d, TimeSpan.FromMilliseconds(1)))).AddInterceptors(_breaks))));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_form_is_saved_once_whenever_the_connection_breaks_and_the_user_is_told_so()
    {
        Assert.SkipUnless(App.IsSqlite, "The breaks are put into SQLite's connections.");
        var chance = Runs.Chance(output);
        using var client = await SignedInAsync("wenming.officer");
        var page = await client.GetPageAsync("/evidence/new");
        for (var round = 0; round < Rounds; round++)
        {
            var no = $"断线{round}号";
            page.Type("Input.Title", "断线").Type("Input.DocumentNo", no);
            _breaks.Arm((Moment)(round % 4), chance.Next(1, MostCommands + 1));

            var answer = await page.SubmitAsync("form#add");

            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{no}: {(int)answer.StatusCode}");
            Assert.Contains("佐证已登记", (await client.FollowAsync(answer)).Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(round + 1, _breaks.Count);
            var stored = $"{Assert.Single(await _app.WithDbAsync(db => db.EvidenceItems.Where(i => i.DocumentNo == no).Select(i => i.Id).ToListAsync()))}";
            Assert.Equal(1, await _app.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Kind == "EvidenceItem" && e.Key == stored)));
        }

        Assert.Null(await _app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
    }

    [Theory]
    [InlineData(Moment.Command)]
    [InlineData(Moment.Committing)]
    [InlineData(Moment.Committed)]
    public async Task An_act_of_several_saves_happens_once_with_what_was_to_be_noted(Moment at)
    {
        Assert.SkipUnless(App.IsSqlite, "The breaks are put into SQLite's connections.");
        await using var scope = _site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
        var person = await db.Persons.Select(p => p.Id).FirstAsync();
        db.Lease.Notes.Add(new AuditNote("User", $"{at}", "断线"));
        _breaks.Arm(at, 4); // within the second save, when the first has taken the note

        await db.AsOneAsync(async () =>
        {
            db.Add(ReturnPhrase.Add(person, $"{at}甲", []));
            await db.SaveChangesAsync();
            db.Add(ReturnPhrase.Add(person, $"{at}乙", []));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, _breaks.Count);
        Assert.Equal(2, await _app.WithDbAsync(all => all.ReturnPhrases.CountAsync(p => p.Text == $"{at}甲" || p.Text == $"{at}乙")));
        Assert.Equal(1, await _app.WithDbAsync(all => all.AuditEntries.CountAsync(e => e.Act == "断线" && e.Key == $"{at}")));
    }

    [Fact]
    public async Task When_the_server_stays_away_nothing_is_saved_and_nothing_else_is_claimed()
    {
        Assert.SkipUnless(App.IsSqlite, "The breaks are put into SQLite's connections.");
        using var client = await SignedInAsync("wenming.officer");
        var page = (await client.GetPageAsync("/evidence/new")).Type("Input.Title", "断线").Type("Input.DocumentNo", "没有服务器");
        _breaks.StayAway = true;

        var answer = await page.SubmitAsync("form#add");

        _breaks.StayAway = false;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("这次操作没有完成", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await _app.WithDbAsync(db => db.EvidenceItems.AnyAsync(i => i.DocumentNo == "没有服务器")));
    }

    [Fact]
    public async Task Marks_are_kept_for_a_day()
    {
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await _app.WithDbAsync(db =>
        {
            db.AddRange(new CommitMark { Id = Guid.NewGuid(), At = now.AddHours(-25) }, new CommitMark { Id = Guid.NewGuid(), At = now.AddHours(-23) });
            return db.SaveChangesAsync();
        });

        await _app.WithDbAsync(Commits.ForgetAsync);

        Assert.Equal(now.AddHours(-23), await _app.WithDbAsync(db => db.CommitMarks.MinAsync(m => m.At)));
    }

    private async Task<HttpClient> SignedInAsync(string account)
    {
        var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        await (await client.GetPageAsync("/login")).SubmitAsync($"button[value='{account}']");
        return client;
    }

    private sealed class Gone() : DbException("The connection is broken.")
    {
        public override bool IsTransient => true;
    }

    private sealed class Breaks : IDbCommandInterceptor, IDbTransactionInterceptor
    {
        private Moment? _at;
        private int _commands;

        public int Count { get; private set; }
        public bool StayAway { get; set; }

        public void Arm(Moment at, int command) => (_at, _commands) = (at, command);

        public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Command(eventData.Context!);
            return new(result);
        }

        public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Command(eventData.Context!);
            return new(result);
        }

        public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Break(_at is Moment.Committing);
            return new(result);
        }

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Break(_at is Moment.Committed);
            if (_at is Moment.Afterwards)
            {
                _commands = 0;
            }

            return Task.CompletedTask;
        }

        private void Command(DbContext db) => Break(StayAway
            || (_at is Moment.Command && db.Database.CurrentTransaction is not null && --_commands == 0)
            || (_at is Moment.Afterwards && _commands == 0));

        private void Break(bool now)
        {
            if (now)
            {
                Count++;
                _at = null;
                throw new Gone();
            }
        }
    }
}
