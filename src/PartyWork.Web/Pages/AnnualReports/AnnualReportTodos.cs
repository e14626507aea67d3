using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>年度总结 in the hands of three persons, who drafts, who reviews and who approves, and the corrections of its figures.</summary>
internal static class AnnualReportTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, me, decides) = (ask.Db, ask.User.PersonId, ask.User.May(Act.DecideOverride));
        var (writes, reviews, approves) = (ask.User.May(Act.WriteAnnualReport), ask.User.May(Act.ReviewAnnualReport), ask.User.May(Act.ApproveAnnualReport));
        var reports = db.AnnualReports.Where(r => (writes && (r.State == ReportState.Approved || r.State == ReportState.Issued))
            || (((reviews && r.State == ReportState.FiguresLocked)
                    || (approves && r.State == ReportState.Reviewed && r.Acts.Where(a => a.Kind == ReportActKind.Review).OrderByDescending(a => a.At).Select(a => a.PersonId).FirstOrDefault() != me))
                && !r.Acts.Any(a => a.PersonId == me && (a.Kind == ReportActKind.Draft || a.Kind == ReportActKind.Lock)) && !r.Paragraphs.Any(p => p.EditedById == me))).OrderBy(r => r.Year);
        return db.TreeStamps.Select(_ => new Row
        {
            Year = reports.Select(r => (int?)r.Year).FirstOrDefault(),
            State = reports.Select(r => r.State).FirstOrDefault(),
            Corrections = db.FigureOverrides.Count(o => decides && o.State == OverrideState.Proposed && o.ProposedById != me),
        });
    }

    public static IEnumerable<Todo> Say(Row row)
    {
        if (row.Year is { } year)
        {
            var next = row.State switch { ReportState.FiguresLocked => "审核", ReportState.Reviewed => "批准", ReportState.Approved => "印发", _ => "归档" };
            yield return new(2, $"{next}{year}年度总结", "", $"/annual-report/{year}", "yellow");
        }

        foreach (var todo in Todo.Several(row.Corrections, "项指标更正待核准", "/figures/corrections"))
        {
            yield return todo;
        }
    }

    internal sealed class Row
    {
        public int? Year { get; init; }
        public ReportState State { get; init; }
        public int Corrections { get; init; }
    }
}
