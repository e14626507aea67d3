using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>The day after a term for objections has run out, results become final and losses stand in the lists, whether or not anybody does anything: once a day, when the program starts or the day turns.</summary>
public sealed partial class TermsRunOut(IServiceScopeFactory scopes, BusinessClock clock, TimeProvider time, ILogger<TermsRunOut> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateOnly? _doneOn;

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <summary>What has run out until today; nothing is settled twice, however often it is asked.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var today = clock.Today;
            if (_doneOn == today)
            {
                return;
            }

            await SettleAsync(today, cancellationToken);
            _doneOn = today;
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(failed); // somebody else may just have done the same: it is tried again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SettleAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DbLease>().Scope = OrgScope.All;
        var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
        var rounds = await db.Rounds.Where(r => r.Stage == RoundStage.OnSite && r.Sheets.Any(s => s.Stage == SheetStage.Feedback && s.ObjectionUntil < today && s.Objections.All(o => o.DecidedAt != null))).ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            await RoundProblems.SettleAsync(db, round, today);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Results whose term for objections has run out could not be settled")]
    private partial void Failed(Exception failed);
}
