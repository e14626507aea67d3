using PartyWork.Domain.FiveInOne;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>承诺 and 述职评议 of the secretary: what was promised, what was kept, and the grade.</summary>
internal static class FiveInOneMetrics
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("pledge.total", "承诺项数", "项", "本级书记报告年度公示的承诺事项，按公示之日计；没有公示的为未记录。")
        {
            IsOwn = true, Sections = [AssessedDuties],
            Facts = (db, p) => Published(db, p).Select(x => new Fact { OrganizationId = x.OrganizationId, RecordKind = RecordKinds.Pledge, RecordId = x.Id, Amount = 1, On = x.Sheet.PublishedOn!.Value, EnteredOn = null }),
        },
        new("pledge.fulfilled", "承诺兑现项数", "项", "承诺项数中截止日前经上级确认兑现的；没有兑现或没有确认的不计。")
        {
            IsOwn = true, Among = "pledge.total", Sections = [AssessedDuties],
            Facts = (db, p) => Published(db, p).Where(x => x.Outcome == PledgeOutcome.Fulfilled && x.SettledOn <= p.Cutoff)
                .Select(x => new Fact { OrganizationId = x.OrganizationId, RecordKind = RecordKinds.Pledge, RecordId = x.Id, Amount = 1, On = x.SettledOn!.Value, EnteredOn = null }),
        },
        new("debrief.grade", "述职评议等次", "", "本级书记报告年度抓党建述职评议的综合评价等次：好、较好、一般、差；截止日前没有评定的为未记录；截至12月31日的，包括次年3月底前评定的该年度等次。")
        {
            Fold = FigureFold.Text, IsOwn = true, Sections = [AssessedDuties],
            Facts = (db, p) => Graded(db, p.Year, p.Cutoff).Select(d => new Fact
            {
                OrganizationId = d.OrganizationId, RecordKind = RecordKinds.Debrief, RecordId = d.Id, Amount = 5 - (int)d.Grade!.Value,
                DistinctKey = d.Grade == DebriefGrade.Good ? "好" : d.Grade == DebriefGrade.Fair ? "较好" : d.Grade == DebriefGrade.Average ? "一般" : "差", On = d.GradedOn > p.Cutoff ? p.Cutoff : d.GradedOn!.Value, EnteredOn = null,
            }),
        },
    ];

    /// <summary>Meetings of a year are held until March after it: the whole year's figure knows the grade that was given in January.</summary>
    private static IQueryable<Debrief> Graded(PartyWorkDb db, int year, DateOnly cutoff)
    {
        var last = cutoff is { Month: 12, Day: 31 } ? Debrief.EndsOn(year) : cutoff;
        return db.Debriefs.Where(d => d.Year == year && d.Grade != null && d.GradedOn <= last);
    }

    private static IQueryable<Pledge> Published(PartyWorkDb db, Period p) => db.Pledges.Where(x => x.Sheet.Year == p.Year && x.Sheet.PublishedOn >= p.From && x.Sheet.PublishedOn <= p.Cutoff);
}
