using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Evidence;

namespace PartyWork.Web.Data;

/// <summary>What is asked of evidence past its reader.</summary>
public static class EvidenceReading
{
    /// <summary>
    /// Every use of a piece. Past the subtree filter on purpose: a matter that was passed on is no longer the keeper's to read, and still uses what
    /// he attached, so that it must not be deleted.
    /// </summary>
    public static Task LoadUsesAsync(this PartyWorkDb db, EvidenceItem item) =>
        db.Entry(item).Collection(i => i.Uses).Query().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).LoadAsync();
}
