using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Evidence;

namespace PartyWork.Web.Data;

/// <summary>Evidence as it is read for a place, and past its reader.</summary>
public static class EvidenceReading
{
    /// <summary>What is used in a place, for the things there that are or will be read. By itself: joined to them, SQLite would read all evidence that there is.</summary>
    public static Task LoadEvidenceAsync(this PartyWorkDb db, Expression<Func<EvidenceUse, bool>> place) => db.EvidenceUses.Include(u => u.Item).Where(place).LoadAsync();

    /// <summary>
    /// Every use of a piece. Past the subtree filter on purpose: a matter that was passed on is no longer the keeper's to read, and still uses what
    /// he attached, so that it must not be deleted.
    /// </summary>
    public static Task LoadUsesAsync(this PartyWorkDb db, EvidenceItem item) =>
        db.Entry(item).Collection(i => i.Uses).Query().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).LoadAsync();
}
