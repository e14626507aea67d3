using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>得分预估 of one organisation, as if it were assessed on a day. Worked out when it is asked for and never stored.</summary>
/// <param name="IsLastYears">The year's own rubric has not been published yet.</param>
/// <param name="Until">The last day on which lost points can be earned back; null once the phase's data day is past.</param>
/// <param name="Inputs">What each figure was, on the day that counts for the criterion that read it.</param>
public sealed record RunningScore(
    Rubric Rubric, bool IsLastYears, AssessmentPhase Phase, DateOnly Cutoff, DateOnly? Until, ScoredRubric Scored, IReadOnlyDictionary<RubricCriterion, IReadOnlyList<ScoreInput>> Inputs);

/// <summary>One figure that a criterion read.</summary>
public sealed record ScoreInput(Figure Figure, FigureValue Value, DateOnly Cutoff);

/// <summary>What is true of an organisation beside its figures, and decides which criteria apply.</summary>
/// <param name="IsLagging">It was itself being put right at some time of the year.</param>
public sealed record Circumstances(bool IsLagging, OrganizationNature Nature, bool HasCommittee)
{
    /// <summary>Whether there was a lagging community below on the day that counts is a figure's to say.</summary>
    internal const string NoLagging = "no_lagging_community", Lagging = "lagging_communities";

    /// <summary>One command, past the subtree filter: an organisation's score does not depend on who reads it.</summary>
    public static async Task<Circumstances> OfAsync(PartyWorkDb db, int organization, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await db.Organizations.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(o => o.Id == organization).Select(o => new Circumstances(
            db.Set<LaggingCase>().Any(c => c.OrganizationId == organization && c.WithdrawnOn == null && c.On <= last && (c.EndedOn == null || c.EndedOn >= first)),
            o.Nature, o.Kind != OrganizationKind.Branch || o.MemberCount >= MeetingFrequency.MembersForCommittee)).SingleAsync();
    }

    /// <summary>Whether a two-new organisation has a site of its own is nowhere recorded, so that the assessor says it.</summary>
    internal Dictionary<string, ScoreValue> Values() => new()
    {
        ["no_committee"] = ScoreValue.Of(!HasCommittee),
        ["single"] = Nature is OrganizationNature.Unspecified ? ScoreValue.NotRecorded : ScoreValue.Of(Nature is OrganizationNature.Single),
    };
}

public static class RunningScores
{
    /// <summary>Null where neither the year nor the year before has a published rubric of the kind. One command for the rubric, and those of the figures.</summary>
    /// <param name="phase">Null for the one that comes next.</param>
    public static async Task<RunningScore?> OfAsync(PartyWorkDb db, OrgTree tree, int organization, RubricKind kind, Circumstances circumstances, int year, AssessmentPhase? phase, DateOnly today)
    {
        var rubric = await db.Rubrics.WithAll().AsNoTracking()
            .Where(r => r.Kind == kind && r.PublishedOn != null && (r.Year == year || r.Year == year - 1)).OrderByDescending(r => r.Year).ThenByDescending(r => r.No).FirstOrDefaultAsync();
        if (rubric is null)
        {
            return null;
        }

        var (mid, end) = (rubric.MidOn.AddYears(year - rubric.Year), rubric.EndOn.AddYears(year - rubric.Year));
        var asked = phase ?? (today <= mid ? AssessmentPhase.Mid : AssessmentPhase.End);
        var dataDay = asked is AssessmentPhase.Mid ? mid : end;
        var cutoff = today < dataDay ? today : dataDay;
        DateOnly? until = today <= dataDay ? dataDay : null;
        var months = cutoff == end ? Scoring.MonthsOfYear : OfficeTime.FullMonths(cutoff); // on the year's data day the whole year is required
        var (now, then) = (new Basis(Period.To(cutoff), months, until), new Basis(Period.To(mid), OfficeTime.FullMonths(mid), null));

        // What was scored at mid-year alone keeps mid-year's data.
        var kept = RubricScoring.OfPhase(rubric, asked).ToLookup(c => asked is AssessmentPhase.End && today > mid && c.Phase is CriterionPhase.Mid);
        var inputs = new Dictionary<RubricCriterion, IReadOnlyList<ScoreInput>>();
        var bases = new Dictionary<RubricCriterion, ScoreBasis>();
        foreach (var (criteria, basis) in new[] { (kept[false].ToList(), now), (kept[true].ToList(), then) }.Where(g => g.Item1.Count > 0))
        {
            var named = criteria.SelectMany(c => c.Names).Distinct().Select(n => (Name: n, Figure: FigureDictionary.Find(n))).Where(n => n.Figure is not null).ToList();
            var circumstance = criteria.Exists(c => c.Names.Contains(Circumstances.NoLagging)) ? FigureDictionary.Find(Circumstances.Lagging) : null;
            var figures = named.Select(n => n.Figure!).Concat(circumstance is null ? [] : [circumstance]).Distinct().ToList();
            var values = figures.Count == 0 ? null : await FigureEvaluation.EvaluateAsync(db, tree, figures, [organization], basis.Period);
            var known = circumstances.Values();
            foreach (var parameter in rubric.Parameters.Where(p => p.Value is not null))
            {
                known[parameter.Key] = ScoreValue.Of(Fraction.OfHundredths(parameter.Value!.Value));
            }

            if (circumstance is not null)
            {
                known[Circumstances.NoLagging] = ScoreValue.Of(values![circumstance.Key, organization].Number is not > 0);
            }

            foreach (var (name, figure) in named)
            {
                known[name] = ValueOf(figure!, values![figure!.Key, organization]);
            }

            foreach (var criterion in criteria)
            {
                bases[criterion] = new(new(known), basis.ElapsedMonths, basis.Until);
                inputs[criterion] = [.. criterion.Names.Select(FigureDictionary.Find).OfType<Figure>().Select(f => new ScoreInput(f, values![f.Key, organization], basis.Period.Cutoff))];
            }
        }

        return new(rubric, rubric.Year != year, asked, cutoff, until, RubricScoring.Score(rubric, asked, c => bases[c], ScoreMetrics.All), inputs);
    }

    /// <summary>A rate as what it was made of, where that still is its value; a corrected one as it was corrected.</summary>
    internal static ScoreValue ValueOf(Figure figure, FigureValue value) => value switch
    {
        { NotRecorded: true } => ScoreValue.NotRecorded,
        { Numerator: { } part, Denominator: { } whole, Mark: not { IsOverride: true } } => ScoreValue.Rate(part, whole),
        { Number: { } number } => ScoreValue.Of(figure.Unit == "%" ? number / 100 : number),
        { Text: { } text } => ScoreValue.Of(text),
        _ => ScoreValue.OverNothing,
    };

    private sealed record Basis(Period Period, int ElapsedMonths, DateOnly? Until);
}
