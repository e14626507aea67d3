using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>What a year's total is made of besides figures and sheets, of whatever kind: one command for all of it.</summary>
internal sealed class YearFact
{
    public const string Honored = nameof(Honored), Vetoed = nameof(Vetoed), Criticised = nameof(Criticised), Failed = nameof(Failed), Debriefed = nameof(Debriefed), Surveyed = nameof(Surveyed);

    public int OrganizationId { get; init; }
    public string Step { get; init; } = "";

    /// <summary>Level of an honour or of who criticised, ground of a veto, grade of a debrief, kind of a survey.</summary>
    public int? Kind { get; init; }

    /// <summary>Of a survey its good votes, all of them, and how many answered; of a failed acceptance, in the place of all votes, how many failures cap the grade.</summary>
    public int Good { get; init; }
    public int Whole { get; init; }
    public int Answered { get; init; }
    public int Record { get; init; }
    public DateOnly? On { get; init; }
    public string Name { get; init; } = "";

    /// <summary>文号.</summary>
    public string Words { get; init; } = "";

    /// <param name="organizations">Whose; failed acceptances come of all communities, for they count for the committee above as well.</param>
    public static Task<List<YearFact>> ReadAsync(PartyWorkDb db, int year, int[] organizations)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Set<Honor>().Where(h => h.WithdrawnOn == null && h.Object == HonorObject.Collective && h.On >= from && h.On <= to && EF.Parameter(organizations).Contains(h.OrganizationId))
            .Select(h => new YearFact { OrganizationId = h.OrganizationId, Step = Honored, Kind = (int)h.Level, Good = 0, Whole = 0, Answered = 0, Record = h.Id, On = h.On, Name = h.Name, Words = h.DocumentNo })
            .Concat(db.VetoReviews.Where(v => v.Year == year && v.Stage == VetoStage.Confirmed && EF.Parameter(organizations).Contains(v.OrganizationId))
                .Select(v => new YearFact { OrganizationId = v.OrganizationId, Step = Vetoed, Kind = (int)v.Ground, Good = 0, Whole = 0, Answered = 0, Record = v.Id, On = null, Name = "", Words = "" }))
            .Concat(db.Set<AccountabilityDecision>().Where(d => d.WithdrawnOn == null && d.Kind == AccountabilityKind.Circular && d.On >= from && d.On <= to && EF.Parameter(organizations).Contains(d.OrganizationId))
                .Select(d => new YearFact { OrganizationId = d.OrganizationId, Step = Criticised, Kind = (int?)d.Level, Good = 0, Whole = 0, Answered = 0, Record = d.Id, On = d.On, Name = d.DecidedBy, Words = d.DocumentNo }))
            .Concat(db.Acceptances.Where(a => a.Outcome == AcceptanceOutcome.Extended && a.DecidedOn >= from && a.DecidedOn <= to)
                .Select(a => new YearFact { OrganizationId = a.OrganizationId, Step = Failed, Kind = null, Good = 0, Whole = a.Case.Batch.Scheme.CappingFailures, Answered = 0, Record = a.Id, On = a.DecidedOn, Name = "", Words = "" }))
            .Concat(db.Debriefs.Where(d => d.Year == year && d.Grade != null && EF.Parameter(organizations).Contains(d.OrganizationId))
                .Select(d => new YearFact { OrganizationId = d.OrganizationId, Step = Debriefed, Kind = (int?)d.Grade, Good = 0, Whole = 0, Answered = 0, Record = d.Id, On = d.GradedOn, Name = "", Words = "" }))
            .Concat(db.SurveyRates.Where(r => r.Survey.Year == year && EF.Parameter(organizations).Contains(r.OrganizationId)
                    && ((r.Survey.Kind == SurveyKind.MemberAppraisal && r.Measure == SurveyMeasure.Approval) || (r.Survey.Kind == SurveyKind.ResidentSatisfaction && r.Measure == SurveyMeasure.Satisfaction)))
                .Select(r => new YearFact { OrganizationId = r.OrganizationId, Step = Surveyed, Kind = (int)r.Survey.Kind, Good = r.Numerator, Whole = r.Denominator, Answered = r.Survey.Answered, Record = r.SurveyId, On = r.On, Name = "", Words = "" }))
            .ToListAsync();
    }

    /// <summary>The latest survey of a kind; null where there is none.</summary>
    public static SurveyResult? ResultOf(IEnumerable<YearFact> surveyed, SurveyKind kind) =>
        surveyed.Where(f => f.Kind == (int)kind).OrderBy(f => f.On).ThenBy(f => f.Record).LastOrDefault() is { } last ? new(last.Record, kind, SurveyReading.RateOf(last.Good, last.Whole), last.Answered) : null;
}
