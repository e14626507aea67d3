using PartyWork.Domain.Filings;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>代填: the reports of below that the committee's clerk fills.</summary>
internal static class FillTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, today) = (ask.Db, ask.Today);
        var toFill = FilledForChildren.Of(db, ask.Below(Act.FillForChildren), today);
        return db.TreeStamps.Select(_ => new Row
        {
            ToFill = toFill.Count(f => f.Window.Opens <= today && f.Year == today.Year && (f.Stage == FilingStage.NotStarted || f.Stage == FilingStage.Drafting) && f.Window.Locks >= today),
        });
    }

    public static IEnumerable<Todo> Say(Row row) => Todo.Several(row.ToFill, "份下级季报由本级代填", "/reports/matrix");

    internal sealed class Row
    {
        public int ToFill { get; init; }
    }
}
