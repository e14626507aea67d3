using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>数据征集 of a year: what the own organisation owes or reviews on top, then every request that the reader may know of.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Own answers that are still owed.</summary>
    public IReadOnlyList<Owed> ToAnswer { get; private set; } = [];

    /// <summary>Children's answers that wait for this level's review.</summary>
    public IReadOnlyList<Owed> ToReview { get; private set; } = [];
    public DateOnly Today => clock.Today;
    public OrgTree Tree => user.Tree;

    [Needs(Act.ReadRequests)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var own = user.Post!.OrganizationId;
        var children = user.May(Act.ReviewAnswers) ? user.Tree.Children(own).Select(c => c.Id).ToArray() : [];
        var filings = db.Filings.Where(f => f.Stage != FilingStage.Lapsed || f.FirstSubmittedAt != null);
        Rows = await AskedFigures.Readable(db).Where(r => r.Year == Year).OrderByDescending(r => r.No).Select(r => new Row(
            r.Id, r.No, r.Title, r.Unit, r.AskerId, r.AsOf, r.Window.Due,
            filings.Count(f => f.WindowId == r.WindowId), filings.Count(f => f.WindowId == r.WindowId && f.FirstSubmittedAt != null), filings.Count(f => f.WindowId == r.WindowId && f.Stage == FilingStage.Accepted), r.WithdrawnOn != null)).ToListAsync();
        var owed = await db.Filings.Where(f => f.Kind == FilingKind.DataRequest && ((f.OrganizationId == own && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Lapsed && f.Stage != FilingStage.Submitted)
                || (f.Stage == FilingStage.Submitted && EF.Parameter(children).Contains(f.OrganizationId))))
            .Join(db.DataRequests, f => f.WindowId, r => r.WindowId, (f, r) => new Owed(f.Id, f.OrganizationId, r.Title, f.Stage, f.Window.Opens, f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil)).ToListAsync();
        ToAnswer = [.. owed.Where(o => o.OrganizationId == own).OrderBy(o => o.Due)];
        ToReview = [.. owed.Where(o => o.Stage is FilingStage.Submitted && o.OrganizationId != own).OrderBy(o => o.Due).ThenBy(o => user.Tree[o.OrganizationId].SortNo)];
    }

    /// <param name="Filed">Submitted at least once.</param>
    public sealed record Row(int Id, int No, string Title, string Unit, int AskerId, DateOnly AsOf, DateOnly Due, int Asked, int Filed, int Accepted, bool IsWithdrawn);

    public sealed record Owed(int Id, int OrganizationId, string Title, FilingStage Stage, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil)
    {
        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);
    }
}
