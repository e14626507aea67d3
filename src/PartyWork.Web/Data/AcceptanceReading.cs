using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;

namespace PartyWork.Web.Data;

/// <summary>What acceptances say of cases at any day, by dates and never by the stage of today.</summary>
public static class AcceptanceReading
{
    private const int MonthsCounted = 12;

    /// <summary>整顿中 on a day: listed by then and not struck off, or relapsed since.</summary>
    public static IQueryable<RectificationCase> BeingPutRight(this PartyWorkDb db, DateOnly day) => db.BeingPutRight(day.AddDays(1), day);

    /// <summary>整顿中 at some time of a period: listed by its last day, not struck off before its first, or relapsed since.</summary>
    public static IQueryable<RectificationCase> BeingPutRight(this PartyWorkDb db, DateOnly from, DateOnly to) => db.RectificationCases.Where(c => c.ListedOn <= to
        && !db.Acceptances.Any(a => a.CaseId == c.Id && a.Outcome == AcceptanceOutcome.Accepted && a.DecidedOn < from && (a.RelapsedOn == null || a.RelapsedOn > to)));

    /// <summary>近12个月信访件次 of each case on a day: as its latest acceptance was told them; before there is one, as the petition office counted them month by month.</summary>
    public static IQueryable<CasePetitions> PetitionsOfCases(this PartyWorkDb db, DateOnly day)
    {
        // Of the thirteen month-ends at most one may be missing: the month that has just ended comes in some days later.
        var (since, counts) = (day.AddMonths(-MonthsCounted - 1), db.Set<PetitionCount>().Where(p => p.WithdrawnOn == null && p.On <= day));
        return db.RectificationCases.Select(c => new CasePetitions
        {
            CaseId = c.Id,
            Told = db.Acceptances.Where(a => a.CaseId == c.Id && a.Petitions != null && a.PetitionsUntil <= day).OrderByDescending(a => a.No).Select(a => a.Petitions).FirstOrDefault(),
            Counted = counts.Count(p => p.OrganizationId == c.OrganizationId && p.On > since) >= MonthsCounted && counts.Any(p => p.OrganizationId == c.OrganizationId && p.On > c.ListedOn)
                ? counts.Where(p => p.OrganizationId == c.OrganizationId).OrderByDescending(p => p.On).Take(MonthsCounted).Sum(p => p.Cases) : null,
        });
    }

    /// <summary>With all that its rules look at: the case with problems and helpers, both surveys with their rates, the sheet with its round and rubric. Two commands; who acts on it reads the steps besides.</summary>
    public static async Task<Acceptance?> FindAcceptanceAsync(this PartyWorkDb db, int id)
    {
        var found = await db.Acceptances.Include(a => a.Case).ThenInclude(c => c.Batch).Include(a => a.Meeting).ThenInclude(s => s!.Rates).Include(a => a.Households).ThenInclude(s => s!.Rates)
            .Include(a => a.Sheet).ThenInclude(s => s!.Round).Include(a => a.Sheet).ThenInclude(s => s!.Rubric).AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id);
        if (found is not null)
        {
            var of = found.CaseId;
            await db.RectificationCases.Include(c => c.Problems).ThenInclude(p => p.Problem).Include(c => c.Helpers).ThenInclude(h => h.Holding).AsSingleQuery().Where(c => c.Id == of).LoadAsync();
        }

        return found;
    }

    /// <summary>All acceptances of a case, the latest first; one command.</summary>
    public static Task<List<AcceptanceView>> AcceptancesAsync(this PartyWorkDb db, int caseId) => db.Acceptances.Where(a => a.CaseId == caseId).OrderByDescending(a => a.No).Select(AcceptanceView.Read).ToListAsync();
}

/// <summary>近12个月信访件次 of a case.</summary>
public sealed record CasePetitions
{
    public int CaseId { get; init; }

    /// <summary>As they were told at an acceptance; null before that.</summary>
    public int? Told { get; init; }

    /// <summary>By the register of the petition office; null unless all of twelve months are there, the last of them since the listing.</summary>
    public int? Counted { get; init; }
}

/// <summary>整顿验收不合格 so many times.</summary>
public sealed record FailedAcceptances(int OrganizationId, int Times);

/// <summary>An acceptance as lists and the case's page show it.</summary>
/// <param name="IsBegun">The team scores; whoever may not see the sheet yet is told so much.</param>
/// <param name="SheetStage">Null until the team has begun, and for whoever may not see the sheet yet.</param>
/// <param name="Score">Hundredths, once decided.</param>
public sealed record AcceptanceView(
    int Id, int CaseId, int OrganizationId, int BatchId, int Batch, int No, DateOnly AppliedOn, string AppliedBy, bool IsBegun, SheetStage? SheetStage, SurveyStage? Meeting, SurveyStage? Households, int? Petitions,
    AcceptanceOutcome? Outcome, DateOnly? DecidedOn, string DocumentNo, string Reasons, int? Score, int? Satisfied, int? ValidVotes, DateOnly? AgainOn, DateOnly? LookBackOn, string LookBackWords, DateOnly? RelapsedOn, string RelapseFact)
{
    internal static readonly Expression<Func<Acceptance, AcceptanceView>> Read = a => new AcceptanceView(
        a.Id, a.CaseId, a.OrganizationId, a.Case.BatchId, a.Case.Batch.No, a.No, a.AppliedOn, a.AppliedBy, a.SheetId != null, a.Sheet == null ? null : a.Sheet.Stage, a.Meeting == null ? null : a.Meeting.Stage, a.Households == null ? null : a.Households.Stage, a.Petitions,
        a.Outcome, a.DecidedOn, a.DocumentNo, a.Reasons, a.Score, a.Satisfied, a.ValidVotes, a.AgainOn, a.LookBackOn, a.LookBackWords, a.RelapsedOn, a.RelapseFact);

    public string Title => $"第{No}次验收";

    /// <summary>回头看 is owed from this day on; null where it is not, or has been done.</summary>
    public DateOnly? LookBackDueOn => Outcome is AcceptanceOutcome.Accepted && LookBackOn is null && RelapsedOn is null ? DecidedOn!.Value.AddMonths(RectificationCase.LookBackMonths) : null;
}
