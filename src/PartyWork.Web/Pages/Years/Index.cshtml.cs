using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>All work years, with what is to be done next in each.</summary>
public sealed class IndexModel(PartyWorkDb db, BusinessClock clock) : WorkPage
{
    public IReadOnlyList<YearRow> Years { get; private set; } = [];

    public int NextYear => Years.Count == 0 ? clock.Today.Year : Years[0].Year + 1;

    [Needs(Act.ReadYears)]
    public async Task OnGetAsync() => Years = await db.WorkYears.OrderByDescending(y => y.Year).Select(y => new YearRow(
        y.Year, y.State, y.Changes,
        db.Windows.Count(w => w.Year == y.Year && w.Kind < FilingKind.DataRequest),
        db.Windows.Count(w => w.Year == y.Year && w.Kind < FilingKind.DataRequest && w.PublishedOn != null),
        db.Windows.Where(w => w.Year == y.Year && w.PublishedOn == null).Min(w => (DateOnly?)w.Opens))).ToListAsync();

    public string NextAct(YearRow year) => year switch
    {
        { State: WorkYearState.Closed } => "—",
        { State: WorkYearState.Closing } => "结转未办结事项后归档",
        { Unpublished: { } opens } when opens <= clock.Today.AddDays(30) => $"发布时间窗口（{Show.Words(opens)}开放）",
        _ => $"转入“{((WorkYearState)(year.State + 1)).Text()}”",
    };

    public static string Tone(WorkYearState state) => state switch
    {
        WorkYearState.Running => "green",
        WorkYearState.Closing => "yellow",
        WorkYearState.Closed => "blue",
        _ => "white",
    };

    /// <param name="Unpublished">When the first window opens that is not yet published.</param>
    public sealed record YearRow(int Year, WorkYearState State, string Changes, int Windows, int Published, DateOnly? Unpublished);
}
