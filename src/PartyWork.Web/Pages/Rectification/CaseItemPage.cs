using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>The page of one record, on which it is mended, carried on and withdrawn.</summary>
public abstract class CaseItemPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    public IReadOnlyList<HistoryEntry> History { get; protected set; } = [];

    protected abstract object Record { get; }

    protected abstract string Address { get; }

    /// <summary>Reads the record, tracked, with its case; false where the reader may not see it.</summary>
    protected abstract Task<bool> FindAsync(int id, int record);

    /// <summary>The page around the record, with whatever was typed.</summary>
    protected abstract Task<IActionResult> ShowAsync();

    protected async Task<IActionResult> ActAsync(int id, int record, Act act, string told, Func<Task> does)
    {
        if (!await FindAsync(id, record))
        {
            return NotFound();
        }

        return !Current.May(act, Case.OrganizationId) ? StatusCode(StatusCodes.Status403Forbidden) : !ModelState.IsValid ? await ShowAsync() : await TryAsync(Db, async () =>
        {
            Db.Expect(Record, Version);
            await does();
            Db.Touch(Record); // what hangs on it is shown with it
            await Db.SaveChangesAsync();
            Tell(told);
            return Redirect(Address);
        }, async () =>
        {
            if (!await FindAsync(id, record))
            {
                return NotFound();
            }

            if (IsOutdated)
            {
                Version = Db.VersionOf(Record);
                ModelState.Remove(nameof(Version));
            }

            return await ShowAsync();
        });
    }

    protected Task<IActionResult> ActAsync(int id, int record, Act act, string told, Action does) => ActAsync(id, record, act, told, () =>
    {
        does();
        return Task.CompletedTask;
    });
}
