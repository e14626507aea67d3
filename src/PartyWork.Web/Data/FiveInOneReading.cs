using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>A problem that a year took over, and the lists it stands in.</summary>
public sealed record TakenProblem(Problem Problem, int ListsId);

/// <summary>承诺 and 述职 of one organisation and year, read with all that their rules look at.</summary>
public static class FiveInOneReading
{
    /// <summary>Tracked; one command.</summary>
    public static Task<PledgeSheet?> FindPledgesAsync(this PartyWorkDb db, int organizationId, int year) =>
        db.PledgeSheets.Include(s => s.Pledges.OrderBy(p => p.No)).AsSingleQuery().SingleOrDefaultAsync(s => s.OrganizationId == organizationId && s.Year == year);

    /// <summary>Tracked; one command, for answers and comments are a handful each. The papers are read where they are shown.</summary>
    public static Task<Debrief?> FindDebriefAsync(this PartyWorkDb db, int organizationId, int year) =>
        db.Debriefs.Include(d => d.Answers).Include(d => d.Comments).AsSingleQuery().SingleOrDefaultAsync(d => d.OrganizationId == organizationId && d.Year == year);

    /// <summary>上年度问题: what the lists of a year took over from the assessment and the debrief of the year before; one command.</summary>
    public static async Task<IReadOnlyList<TakenProblem>> TakenProblemsAsync(this PartyWorkDb db, int organizationId, int year) =>
        [.. (await db.Problems.Where(p => p.OrganizationId == organizationId && p.Year == year && (p.Source == ProblemSource.LastAssessment || p.Source == ProblemSource.DebriefComment)).OrderBy(p => p.No)
            .Select(p => new { Problem = p, ListsId = db.Filings.Where(f => f.OrganizationId == organizationId && f.Year == year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).FirstOrDefault() }).ToListAsync())
            .Select(x => new TakenProblem(x.Problem, x.ListsId))];

    /// <summary>Where a grade of 一般 or 差 waits for the superior's talk: nothing was registered since it was given.</summary>
    public static IQueryable<Debrief> WithoutTalk(this PartyWorkDb db) =>
        db.Debriefs.Where(d => d.Grade >= DebriefGrade.Average && !db.Set<Domain.Registers.OrganizationalMeasure>().Any(m => m.OrganizationId == d.OrganizationId && m.On >= d.GradedOn && m.WithdrawnOn == null
            && (m.Kind == Domain.Registers.MeasureKind.Talk || m.Kind == Domain.Registers.MeasureKind.RectifyByDay)));
}
