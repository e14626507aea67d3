using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>What the pages of one filing share that is written as a whole: finding it with its rows and acts, and one act as of the version that was shown.</summary>
public abstract class FilingPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Of the form that was shown; of now only once its user has been told that somebody else was first.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Filing Filing { get; private set; } = null!;
    public OrgNode Node { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public FilingStatus Status => Filing.Status(Today);

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected DateTime Now => clock.Now;

    protected abstract FilingKind Kind { get; }

    /// <summary>What it takes to read it at all.</summary>
    protected abstract Act Reads { get; }

    /// <summary>What the filing stands on: read with it, before anything is asked or done.</summary>
    protected abstract Task ReadAsync();

    /// <summary>What only the page that is shown needs.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>A rule about what it stands on that every act keeps.</summary>
    protected virtual void RequireOpen()
    {
    }

    protected virtual bool May(Act act) => user.May(act, Filing.OrganizationId);

    /// <param name="needs">What it takes besides reading it.</param>
    protected async Task<IActionResult> GetAsync(int id, Action? prepare = null, Act? needs = null)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (needs is { } act && !May(act))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        prepare?.Invoke();
        await ShowAsync();
        return Page();
    }

    /// <summary>Find (404), may they (403), do and save; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> ActAsync(int id, Act act, string done, Func<Task> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!May(act))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(db, async () =>
        {
            RequireOpen();
            db.Expect(Filing, Version);
            db.Touch(Filing); // a draft's rows are rewritten as a whole: who saves second is told
            await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect(FilingAddress.Of(Kind, id));
        }, () => GetAsync(id));
    }

    protected Task<IActionResult> ActAsync(int id, Act act, string done, Action what) => ActAsync(id, act, done, () =>
    {
        what();
        return Task.CompletedTask;
    });

    /// <summary>延期 and 解锁 by those above.</summary>
    protected Task<IActionResult> ExtendAsync(int id, DateOnly? until, string? reason) => ActAsync(id, Act.MoveDeadline, "已批准延期。", () => Filing.Extend(user.Actor, until ?? Today, db.Lease.Why = reason?.Trim() ?? "", Now));

    protected Task<IActionResult> UnlockAsync(int id, DateOnly? until, string? reason) => ActAsync(id, Act.MoveDeadline, "已解锁，可在期限内补报。", () => Filing.Unlock(user.Actor, until ?? Today, db.Lease.Why = reason?.Trim() ?? "", Now));

    /// <summary>One command, besides what it stands on: rows and acts of one form are few.</summary>
    protected async Task<bool> FindAsync(int id)
    {
        var kind = Kind;
        var found = await db.Filings.Include(f => f.Window).Include(f => f.Rows.Where(r => r.FilingId == id)).Include(f => f.Acts).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == kind);
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node || !user.May(Reads, node.Id))
        {
            return false;
        }

        (Filing, Node) = (found, node);
        if (HttpMethods.IsGet(Request.Method) || IsOutdated)
        {
            Version = db.VersionOf(found);
        }

        await ReadAsync();
        return true;
    }
}
