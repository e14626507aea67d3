using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data;

/// <summary>What the year's scheme asks of everybody, period by period. A 数据征集, a 考核自评 and a 示范点申报 are asked once or begun by who wants to, a 整顿月报 is asked of the communities that are put right alone: they have pages of their own, and stand in no grid of periods.</summary>
public static class RegularFilings
{
    public static IQueryable<Filing> Regular(this IQueryable<Filing> filings) => filings.Where(f => f.Kind < FilingKind.DataRequest);

    public static IQueryable<Window> Regular(this IQueryable<Window> windows) => windows.Where(w => w.Kind < FilingKind.DataRequest);
}
