using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Pages.Ledger;

/// <summary>书记台账: until it has been submitted, or the year is closed without it; for its holder, and for the clerk who helps.</summary>
internal static class LedgerTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today) = (ask.Db, ask.Own, ask.Today);
        var (isDecember, beganThisYear) = (today.Month == 12, new DateOnly(today.Year, 1, 1));
        var keeps = ask.Post.Kind is PostKind.Secretary or PostKind.Officer && ask.User.Tree[own].Level is OrganizationLevel.Committee or OrganizationLevel.Primary;
        var (byHolder, holding) = (ask.Post.Kind is PostKind.Secretary, ask.Post.HoldingId);
        var ledgers =
            from y in db.WorkYears
            from h in db.PostHoldings
            where keeps && y.State != WorkYearState.Closed && ((y.Year == today.Year && isDecember && y.Scheme.LedgerDay <= today.Day) || (y.Year == today.Year - 1 && h.From < beganThisYear))
                && h.OrganizationId == own && h.Kind == PostKind.Secretary && h.From <= today && (h.To == null || h.To >= today) && (!byHolder || h.Id == holding)
                && !db.SecretaryLedgers.Any(l => l.HoldingId == h.Id && l.Year == y.Year && l.Versions.Any())
            orderby y.Year, h.Id
            select new { y.Year, Holding = h.Id };
        return db.TreeStamps.Select(_ => new Row { Year = ledgers.Select(l => (int?)l.Year).FirstOrDefault(), Holding = ledgers.Select(l => l.Holding).FirstOrDefault() });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row) => row.Year is not { } year ? []
        : [new(5, ask.Post.Kind is PostKind.Secretary ? $"核对并报送{year}年书记台账" : $"协助书记整理{year}年书记台账，由书记报送", "年度归档前报送；多数内容已自动记入", $"/ledger/{row.Holding}/{year}", "yellow")];

    internal sealed class Row
    {
        public int? Year { get; init; }
        public int Holding { get; init; }
    }
}
