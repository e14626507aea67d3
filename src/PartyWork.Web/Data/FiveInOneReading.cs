using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>A problem that a year took over, and the lists it stands in.</summary>
public sealed record TakenProblem(Problem Problem, int ListsId);

/// <summary>The district's days of a year for what secretaries promise and report.</summary>
/// <param name="State">Null where the year has not been set up.</param>
public sealed record FiveInOneDays(DateOnly PledgesDue, DateOnly DebriefDue, WorkYearState? State)
{
    public bool IsClosed => State is WorkYearState.Closed;

    /// <summary>The usual days where the year has not been set up.</summary>
    public static FiveInOneDays Of(int year, int? pledgeDay, int? debriefDay, WorkYearState? state) =>
        new(new Scheme { PledgeDueDay = pledgeDay ?? Scheme.DefaultPledgeDueDay }.PledgesDueOn(year), new Scheme { DebriefDueDay = debriefDay ?? Scheme.DefaultDebriefDueDay }.DebriefDueOn(year), state);
}

/// <summary>承诺 and 述职 of one organisation and year, read with all that their rules look at.</summary>
public static class FiveInOneReading
{
    /// <summary>One command; the usual days where the year has not been set up.</summary>
    public static async Task<FiveInOneDays> FiveInOneDaysAsync(this PartyWorkDb db, int year)
    {
        var found = await db.WorkYears.Where(y => y.Year == year).Select(y => new { y.Scheme.PledgeDueDay, y.Scheme.DebriefDueDay, y.State }).SingleOrDefaultAsync();
        return FiveInOneDays.Of(year, found?.PledgeDueDay, found?.DebriefDueDay, found?.State);
    }

    /// <summary>Tracked; one command.</summary>
    public static Task<PledgeSheet?> FindPledgesAsync(this PartyWorkDb db, int organizationId, int year) =>
        db.PledgeSheets.Include(s => s.Pledges.OrderBy(p => p.No)).AsSingleQuery().SingleOrDefaultAsync(s => s.OrganizationId == organizationId && s.Year == year);

    /// <summary>Tracked; one command, for answers and comments are a handful each. The papers are read where they are shown.</summary>
    public static Task<Debrief?> FindDebriefAsync(this PartyWorkDb db, int organizationId, int year) =>
        db.Debriefs.Include(d => d.Answers).Include(d => d.Comments).AsSingleQuery().SingleOrDefaultAsync(d => d.OrganizationId == organizationId && d.Year == year);

    /// <summary>上年度问题: what the lists of a year took over from the assessment and the debrief of the year before, with the year's days; one command.</summary>
    public static async Task<(FiveInOneDays Days, IReadOnlyList<TakenProblem> Problems)> TakenProblemsAsync(this PartyWorkDb db, int organizationId, int year)
    {
        var rows = await (
            from stamp in db.TreeStamps
            from p in db.Problems.Where(p => p.OrganizationId == organizationId && p.Year == year && (p.Source == ProblemSource.LastAssessment || p.Source == ProblemSource.DebriefComment)).DefaultIfEmpty()
            select new
            {
                Problem = p,
                ListsId = db.Filings.Where(f => f.OrganizationId == organizationId && f.Year == year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).FirstOrDefault(),
                PledgeDay = db.WorkYears.Where(y => y.Year == year).Select(y => (int?)y.Scheme.PledgeDueDay).FirstOrDefault(),
                DebriefDay = db.WorkYears.Where(y => y.Year == year).Select(y => (int?)y.Scheme.DebriefDueDay).FirstOrDefault(),
                State = db.WorkYears.Where(y => y.Year == year).Select(y => (WorkYearState?)y.State).FirstOrDefault(),
            }).ToListAsync();
        return (FiveInOneDays.Of(year, rows[0].PledgeDay, rows[0].DebriefDay, rows[0].State), [.. rows.Where(r => r.Problem is not null).OrderBy(r => r.Problem!.No).Select(r => new TakenProblem(r.Problem!, r.ListsId))]);
    }

    /// <summary>Where a grade of 一般 or 差 waits for the superior's talk: nothing was registered since it was given.</summary>
    public static IQueryable<Debrief> WithoutTalk(this PartyWorkDb db) =>
        db.Debriefs.Where(d => d.Grade >= DebriefGrade.Average && !db.Set<Domain.Registers.OrganizationalMeasure>().Any(m => m.OrganizationId == d.OrganizationId && m.On >= d.GradedOn && m.WithdrawnOn == null
            && (m.Kind == Domain.Registers.MeasureKind.Talk || m.Kind == Domain.Registers.MeasureKind.RectifyByDay)));
}
