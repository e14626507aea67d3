using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Data;

/// <summary>
/// 区委序列 as one number, so that lists can be sorted by it in the database: parents before children, siblings as they were placed. The steps between the numbers
/// run out, and who moves to another parent brings his number along; then all are numbered anew in the transaction that changed the tree.
/// </summary>
internal static class OfficialOrder
{
    private const int Step = 10, Batch = 1_000;

    internal static async Task RenewAsync(PartyWorkDb db, CancellationToken cancellationToken)
    {
        var all = await db.Organizations.Select(o => new Place(o.Id, o.Code, o.SortNo, o.Affiliations.Where(a => a.To == null).Select(a => (int?)a.ParentId).FirstOrDefault())).ToListAsync(cancellationToken);
        var below = all.OrderBy(o => o.SortNo).ThenBy(o => o.Code, StringComparer.Ordinal).ToLookup(o => o.ParentId);
        var walked = Walk(null).ToList();
        if (walked.Zip(walked.Skip(1)).All(pair => pair.First.SortNo < pair.Second.SortNo))
        {
            return;
        }

        foreach (var shifted in walked.Select((place, i) => (Place: place, By: ((i + 1) * Step) - place.SortNo)).Where(s => s.By != 0).GroupBy(s => s.By, s => s.Place))
        {
            foreach (var ids in shifted.Select(p => p.Id).Chunk(Batch))
            {
                await db.Organizations.Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.SortNo, o => o.SortNo + shifted.Key), cancellationToken);
            }

            foreach (var place in shifted)
            {
                if (db.Organizations.Local.FindEntry(place.Id)?.Property(o => o.SortNo) is { } loaded)
                {
                    (loaded.CurrentValue, loaded.OriginalValue) = (place.SortNo + shifted.Key, place.SortNo + shifted.Key); // who goes on with it in this context sees what is stored
                }
            }
        }

        IEnumerable<Place> Walk(int? parent) => below[parent].SelectMany(o => Walk(o.Id).Prepend(o));
    }

    private sealed record Place(int Id, string Code, int SortNo, int? ParentId);
}
