using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>岗位交接: who gives and who takes a post both confirm its 接手单.</summary>
internal static class HandoverTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, me) = (ask.Db, ask.User.PersonId);
        return db.TreeStamps.Select(_ => new Row
        {
            Handover = db.Handovers.Where(h => h.State == HandoverState.Open && ((h.Outgoing.PersonId == me && h.GivenAt == null) || (h.IncomingId == me && h.TakenAt == null))).Select(h => (int?)h.Id).FirstOrDefault(),
        });
    }

    public static IEnumerable<Todo> Say(Row row) => row.Handover is { } handover ? [new(1, "核对并确认岗位交接的接手单", "双方确认后交接生效", $"/handovers/{handover}", "yellow")] : [];

    internal sealed class Row
    {
        public int? Handover { get; init; }
    }
}
