using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data;

public static class ListsReading
{
    /// <summary>三张清单 of a year that have been submitted once, and may be back for mending: what comes to them now is being put right at once, and no proposal.</summary>
    public static IQueryable<Filing> FiledLists(this PartyWorkDb db, int year) => db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.Year == year && f.FirstSubmittedAt != null);
}
