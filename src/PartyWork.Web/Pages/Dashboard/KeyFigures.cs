using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Dashboard;

/// <param name="Detail">What it is a part of, or what it is counted over.</param>
/// <param name="Last">The same on the same day of the year before; “—” where nothing was recorded then.</param>
/// <param name="Link">The list that holds what the figure counts.</param>
public sealed record KeyFigure(string Word, string Value, string Detail, string Last, string Link);

/// <summary>The figures of the leader's page, twelve of the year that runs, with last year's beside them, and the next dates, in two commands.</summary>
public sealed class KeyFigures
{
    private const int MostDates = 6;

    private readonly int _year;
    private readonly DateOnly _today;
    private readonly OrgTree _tree;
    private readonly ILookup<int, FilingView> _filings;
    private Counted _counted = null!;
    private Counted _countedBefore = null!;

    private KeyFigures(IEnumerable<FilingView> filings, OrgTree tree, int year, DateOnly today)
    {
        (_year, _today, _tree, _filings) = (year, today, tree, filings.ToLookup(f => f.Year));
        Period = _filings[year].Where(f => f.Kind is FilingKind.QuarterlyReport).GroupBy(f => f.Period).Where(p => p.All(f => f.Due < today)).Select(p => p.Key).DefaultIfEmpty(0).Max();
    }

    /// <summary>Of the year that runs: only then is today's state the year's.</summary>
    public bool IsNow => _year == _today.Year;

    /// <summary>The latest quarter whose due days are all over; 0 when there is none yet.</summary>
    public int Period { get; }
    public IReadOnlyList<KeyFigure> All { get; private set; } = [];
    public IReadOnlyList<Window> Dates { get; private set; } = [];

    public static async Task<KeyFigures> ReadAsync(PartyWorkDb db, OrgTree tree, int year, DateOnly today)
    {
        var filings = await FilingView.ReadAsync(db.Filings.Regular().Where(f => f.Year == year || f.Year == year - 1));
        var figures = new KeyFigures(filings.Where(f => tree.Find(f.OrganizationId) is not null), tree, year, today);
        await figures.CountAsync(db);
        return figures;
    }

    private async Task CountAsync(PartyWorkDb db)
    {
        await db.FreshenLightsAsync();

        // A past year is counted as it ended, and so is the one before it.
        var at = IsNow ? _today : new DateOnly(_year + 1, 12, 31);
        var (then, before, period, today) = (at.AddYears(-1) < _today ? at.AddYears(-1) : _today, _year - 1, Period, _today);
        var (until, untilThen) = (OfficeTime.Utc(at.AddDays(1), default), OfficeTime.Utc(then.AddDays(1), default));
        var (fiveYears, threeYears) = (today.AddDays(Organization.TermWarningDays).AddYears(-5), today.AddDays(Organization.TermWarningDays).AddYears(-3));
        var dates = db.Windows.Regular().Where(w => w.Due >= today).OrderBy(w => w.Due).ThenBy(w => w.Id).Take(MostDates);
        var rows = await db.TreeStamps.SelectMany(_ => dates.DefaultIfEmpty(), (_, window) => new
        {
            Window = window,
            Now = new Counted(
                db.WorkTasks.Count(t => t.Year == _year && t.State != TaskState.Draft && t.State != TaskState.Cancelled && t.State != TaskState.HandedOver),
                db.WorkTasks.Count(t => t.Year == _year && t.State == TaskState.Done),
                db.WorkTasks.Count(t => t.Year == _year && t.Light == TaskLight.Red),
                db.Problems.Count(p => p.Year == _year && p.State != ProblemState.Listed && p.State != ProblemState.HandedOver),
                db.Problems.Count(p => p.Year == _year && p.State == ProblemState.Closed),
                db.Filings.Count(f => f.Year == _year && f.Kind == FilingKind.QuarterlyReport && f.Period == period && (f.Stage == FilingStage.Accepted || f.Acts.Any(a => a.Kind == FilingActKind.Return))),
                db.Filings.Count(f => f.Year == _year && f.Kind == FilingKind.QuarterlyReport && f.Period == period && f.Stage == FilingStage.Accepted && f.Acts.All(a => a.Kind != FilingActKind.Return)),
                db.Filings.Count(f => f.Year == _year && f.Kind == FilingKind.QuarterlyReport && f.Stage == FilingStage.Submitted),
                db.Organizations.Count(o => o.ClosedOn == null && o.Level != OrganizationLevel.District
                    && !db.PostHoldings.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= today && (h.To == null || h.To >= today))),
                db.PostHoldings.Any(h => h.Kind == PostKind.Secretary && h.From <= today),
                db.CoordinationItems.Count(i => i.Year == _year && i.DepartmentId != null && (i.RepliedOn != null || i.DueOn < today)),
                db.CoordinationItems.Count(i => i.Year == _year && i.DepartmentId != null && i.RepliedOn <= i.DueOn),
                db.CoordinationItems.Count(i => i.Year == _year && i.State == CoordinationState.Sent && i.DueOn < today)),
            Before = new Counted(
                db.WorkTasks.Count(t => t.Year == before && t.State != TaskState.Draft && t.State != TaskState.Cancelled && t.State != TaskState.HandedOver),
                db.WorkTasks.Count(t => t.Year == before && t.State == TaskState.Done && t.ClaimedOn <= then),
                db.WorkTasks.Count(t => t.Year == before && t.State != TaskState.Draft && t.State != TaskState.Cancelled && t.State != TaskState.HandedOver && (t.MeasuredBy == "" || t.Light == TaskLight.Red) && (t.ExtendedTo ?? t.DueOn) < then && (t.ClaimedOn == null || t.ClaimedOn > then)),
                db.Problems.Count(p => p.Year == before && p.State != ProblemState.Listed && p.State != ProblemState.HandedOver),
                db.Problems.Count(p => p.Year == before && p.State == ProblemState.Closed && p.ClosedOn <= then),
                db.Filings.Count(f => f.Year == before && f.Kind == FilingKind.QuarterlyReport && f.Period == period && (f.Stage == FilingStage.Accepted || f.Acts.Any(a => a.Kind == FilingActKind.Return))),
                db.Filings.Count(f => f.Year == before && f.Kind == FilingKind.QuarterlyReport && f.Period == period && f.Stage == FilingStage.Accepted && f.Acts.All(a => a.Kind != FilingActKind.Return)),
                db.Filings.Count(f => f.Year == before && f.Kind == FilingKind.QuarterlyReport && f.FirstSubmittedAt < untilThen
                    && f.Acts.Count(a => a.At < untilThen && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.SignOffline)) > f.Acts.Count(a => a.At < untilThen && (a.Kind == FilingActKind.Return || a.Kind == FilingActKind.Accept))),
                db.Organizations.Count(o => (o.ClosedOn == null || o.ClosedOn >= then) && o.Level != OrganizationLevel.District && o.Affiliations.Any(a => a.From <= then)
                    && !db.PostHoldings.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= then && (h.To == null || h.To >= then))),
                db.PostHoldings.Any(h => h.Kind == PostKind.Secretary && h.From <= then),
                db.CoordinationItems.Count(i => i.Year == before && i.DepartmentId != null && (i.RepliedOn <= then || i.DueOn < then)),
                db.CoordinationItems.Count(i => i.Year == before && i.DepartmentId != null && i.RepliedOn <= i.DueOn && i.RepliedOn <= then),
                db.CoordinationItems.Count(i => i.Year == before && i.DueOn < then && (i.RepliedOn == null || i.RepliedOn > then))),
            Terms = db.Organizations.Count(o => o.ClosedOn == null && o.ElectedOn != null
                && o.ElectedOn <= (o.Kind == OrganizationKind.Branch && o.Domain != OrganizationDomain.Community ? threeYears : fiveYears)),
        }).ToListAsync();
        (_counted, _countedBefore) = (rows[0].Now, rows[0].Before);
        Dates = IsNow ? [.. rows.Where(r => r.Window is not null).Select(r => r.Window!)] : [];
        All = Compose(rows[0].Terms, until, untilThen);
    }

    private KeyFigure[] Compose(int terms, DateTime until, DateTime untilThen)
    {
        var (now, last) = (_counted, _countedBefore);
        var reports = $"/reports?year={_year}&Period={Period}";
        var quarter = Period == 0 ? "季报" : $"{Quarter.Text(Period)}季报";
        var (expected, onTime, late) = OfPeriod(_year);
        var (expectedBefore, onTimeBefore, lateBefore) = OfPeriod(_year - 1);
        var (lists, filed) = Lists(_year, until);
        var (listsBefore, filedBefore) = Lists(_year - 1, untilThen);
        return
        [
            Rate("任务完成率", now.TasksDone, now.Tasks, "项", last.TasksDone, last.Tasks, $"/lists/tasks?year={_year}&Done=true"),
            Rate("问题销号率", now.ProblemsClosed, now.Problems, "个", last.ProblemsClosed, last.Problems, $"/lists/problems?year={_year}&State={ProblemState.Closed}"),
            Rate($"{quarter}按时率", onTime, expected, "份", onTimeBefore, expectedBefore, $"{reports}&OnTime=true"),
            Rate($"{quarter}一次通过率", now.FirstPass, now.Reviewed, "份", last.FirstPass, last.Reviewed, $"{reports}&FirstPass=true"),
            Rate("三张清单报送率", filed, lists, "份", filedBefore, listsBefore, $"/lists?year={_year}&Filed=true"),
            Rate("协调事项按期答复率", now.RepliesInTime, now.RepliesDue, "件", last.RepliesInTime, last.RepliesDue, $"/coordination?year={_year}&InTime=true"),
            Count("逾期任务", now.Overdue, "项", "已过完成时限", last.Tasks > 0, last.Overdue, $"/lists/tasks?year={_year}&Overdue=true"),
            Count("待审核季报", now.Waiting, "份", "各级合计", _filings[_year - 1].Any(), last.Waiting, $"/reports?year={_year}&Status={FilingStatus.Submitted}"),
            Count("未按时报送的党（工）委", late, "个", quarter, expectedBefore > 0, lateBefore, $"{reports}&Level={OrganizationLevel.Committee}&OnTime=false"),
            Count("逾期未答复的协调事项", now.RepliesOverdue, "件", "区直部门", last.RepliesDue > 0, last.RepliesOverdue, $"/coordination?year={_year}&Overdue=true"),
            .. IsNow ? (KeyFigure[])
            [
                Count("书记空缺", now.Vacant, "个", "党组织", last.HasSecretaries, last.Vacant, "/organizations?vacant=true"),
                Count("任期已满或将满", terms, "个", $"党组织，{Organization.TermWarningDays}天内届满或已满", false, 0, "/organizations?term=true"),
            ] : [],
        ];
    }

    private (int Expected, int OnTime, int LateCommittees) OfPeriod(int year)
    {
        var filings = _filings[year].Where(f => f.Kind is FilingKind.QuarterlyReport && f.Period == Period).ToList();
        return (filings.Count, filings.Count(f => f.IsFiled && !f.IsLate), filings.Count(f => f.IsMissed(_today) && _tree[f.OrganizationId].Level is OrganizationLevel.Committee));
    }

    private (int Expected, int Filed) Lists(int year, DateTime until)
    {
        var filings = _filings[year].Where(f => f.Kind is FilingKind.ThreeLists).ToList();
        return (filings.Count, filings.Count(f => f.First < until));
    }

    private static KeyFigure Rate(string word, int part, int whole, string unit, int partBefore, int wholeBefore, string link) =>
        new(word, Show.Percent(part, whole), whole == 0 ? "" : $"{part}/{whole}{unit}", Show.Percent(partBefore, wholeBefore), link);

    private static KeyFigure Count(string word, int count, string unit, string detail, bool known, int before, string link) =>
        new(word, $"{count}{unit}", detail, known ? $"{before}{unit}" : "—", link);

    private sealed record Counted(
        int Tasks, int TasksDone, int Overdue, int Problems, int ProblemsClosed, int Reviewed, int FirstPass, int Waiting, int Vacant, bool HasSecretaries,
        int RepliesDue, int RepliesInTime, int RepliesOverdue);
}
