using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Figures.Dictionary;

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
    public static async Task<IReadOnlyDictionary<int, Circumstances>> OfAsync(PartyWorkDb db, IReadOnlyCollection<int> organizations, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return (await db.Organizations.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(o => organizations.Contains(o.Id)).Select(o => new
        {
            o.Id,
            Circumstances = new Circumstances(
                db.BeingPutRight(first, last).Any(c => c.OrganizationId == o.Id),
                o.Nature, o.Kind != OrganizationKind.Branch || o.MemberCount >= MeetingFrequency.MembersForCommittee),
        }).ToListAsync()).ToDictionary(o => o.Id, o => o.Circumstances);
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

        var term = Term.Of(rubric, year, phase, today);
        var ground = (await GroundsAsync(db, tree, rubric, new Dictionary<int, Circumstances> { [organization] = circumstances }, term))[organization];
        return new(rubric, rubric.Year != year, term.Phase, term.Cutoff, term.Until, RubricScoring.Score(rubric, term.Phase, c => ground.Bases[c], ScoreMetrics.All), ground.Inputs);
    }

    /// <summary>What each organisation of one rubric is scored from; the commands of the figures, however many organisations there are.</summary>
    public static async Task<IReadOnlyDictionary<int, Ground>> GroundsAsync(PartyWorkDb db, OrgTree tree, Rubric rubric, IReadOnlyDictionary<int, Circumstances> organizations, Term term)
    {
        // What was scored at mid-year alone keeps mid-year's data.
        var kept = RubricScoring.OfPhase(rubric, term.Phase).ToLookup(c => term.IsAfterMid && c.Phase is CriterionPhase.Mid);
        var grounds = organizations.Keys.ToDictionary(o => o, _ => new Ground([], []));
        foreach (var (criteria, basis) in new[] { (kept[false].ToList(), term.Now), (kept[true].ToList(), term.AtMid) }.Where(g => g.Item1.Count > 0))
        {
            var named = criteria.SelectMany(c => c.Names).Distinct().Select(n => (Name: n, Figure: FigureDictionary.Find(n))).Where(n => n.Figure is not null).ToList();
            var circumstance = criteria.Exists(c => c.Names.Contains(Circumstances.NoLagging)) ? FigureDictionary.Find(Circumstances.Lagging) : null;
            var figures = named.Select(n => n.Figure!).Concat(circumstance is null ? [] : [circumstance]).ToList();
            figures = [.. figures.Concat(figures.Where(f => f.Months.Length > 0).Select(f => FigureDictionary.Find(f.Months)!)).Distinct()];
            var values = figures.Count == 0 ? null : await FigureEvaluation.EvaluateAsync(db, tree, figures, organizations.Keys.ToList(), basis.Period);
            var surveys = named.Exists(n => SurveyMetrics.Rates.ContainsKey(n.Name)) ? await SurveysAsync(db, organizations.Keys, basis.Period) : null;
            foreach (var (organization, ground) in grounds)
            {
                var known = organizations[organization].Values();
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
                    var value = ValueOf(figure!, values![figure!.Key, organization]);
                    known[name] = !value.IsRecorded && rubric.Kind is RubricKind.Committee && IsOfCommunities(name) && !tree.Subtree(organization).Any(id => tree[id] is { Domain: OrganizationDomain.Community, ClosedOn: null, Level: OrganizationLevel.Primary }) ? ScoreValue.OverNothing
                        : figure.Months.Length > 0 && values[figure.Months, organization].Number is { } months ? value.Within((int)months)
                        : surveys is not null && SurveyMetrics.Rates.TryGetValue(name, out var measure) && surveys[organization].FirstOrDefault(s => s.Questions.Any(q => q.Measure == measure)) is { } survey
                            ? ScoreValue.After(survey.Kind.IsOfHouseholds() ? "入户调查" : survey.Kind.Text(), survey.Until)
                            : value;
                }

                var inputs = new ScoreInputs(known);
                foreach (var criterion in criteria)
                {
                    ground.Bases[criterion] = new(inputs, basis.ElapsedMonths, basis.Until);
                    ground.Inputs[criterion] = [.. criterion.Names.Select(FigureDictionary.Find).OfType<Figure>().Select(f => new ScoreInput(f, values![f.Key, organization], basis.Period.Cutoff))];
                }
            }
        }

        return grounds;
    }

    /// <summary>辖区's decisions, funds, joint meetings and commitments: a committee without a community has none, which is not a gap in its records.</summary>
    private static bool IsOfCommunities(string name) => name.Split('.')[0] is "decision" or "fund" or "union" or "commitment";

    /// <summary>Of these the surveys of the period that are under way, the last to end first: until the end nothing is made of their votes. Past the subtree filter, as the votes are.</summary>
    private static async Task<ILookup<int, Survey>> SurveysAsync(PartyWorkDb db, IEnumerable<int> organizations, Period period) =>
        (await db.Surveys.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AsNoTracking().Where(s => s.Stage == SurveyStage.Open && s.From >= period.From && s.From <= period.Cutoff && organizations.Contains(s.OrganizationId))
            .OrderByDescending(s => s.Until).ThenBy(s => s.Id).ToListAsync()).ToLookup(s => s.OrganizationId);

    /// <summary>A rate as what it was made of, where that still is its value; a corrected one as it was corrected.</summary>
    internal static ScoreValue ValueOf(Figure figure, FigureValue value) => value switch
    {
        { NotRecorded: true } => ScoreValue.NotRecorded,
        { Numerator: { } part, Denominator: { } whole, Mark: not { IsOverride: true } } => ScoreValue.Rate(part, whole),
        { Number: { } number } => ScoreValue.Of(figure.Unit == "%" ? number / 100 : number),
        { Text: { } text } => ScoreValue.Of(text),
        _ => ScoreValue.OverNothing,
    };
}

/// <summary>What one organisation is scored from, criterion by criterion, and which figures were read for it.</summary>
public sealed record Ground(Dictionary<RubricCriterion, ScoreBasis> Bases, Dictionary<RubricCriterion, IReadOnlyList<ScoreInput>> Inputs);

/// <summary>以哪一天的数据计分.</summary>
/// <param name="Cutoff">The phase's data day, or today before it.</param>
/// <param name="Until">The last day on which lost points can be earned back; null once the data day is past.</param>
/// <param name="IsAfterMid">What is scored at mid-year alone has been scored.</param>
public sealed record Term(AssessmentPhase Phase, DateOnly Cutoff, DateOnly? Until, bool IsAfterMid, Term.Basis Now, Term.Basis AtMid)
{
    /// <param name="phase">Null for the one that comes next.</param>
    public static Term Of(Rubric rubric, int year, AssessmentPhase? phase, DateOnly today)
    {
        if (phase is AssessmentPhase.Acceptance)
        {
            return new(AssessmentPhase.Acceptance, today, null, false, new(Period.To(today), OfficeTime.FullMonths(today), null), new(Period.To(today), OfficeTime.FullMonths(today), null)); // what is accepted is how it stands
        }

        var (mid, end) = (rubric.MidOn.AddYears(year - rubric.Year), rubric.EndOn.AddYears(year - rubric.Year));
        var asked = phase ?? (today <= mid ? AssessmentPhase.Mid : AssessmentPhase.End);
        var dataDay = asked is AssessmentPhase.Mid ? mid : end;
        var cutoff = today < dataDay ? today : dataDay;
        DateOnly? until = today <= dataDay ? dataDay : null;
        var months = cutoff == end ? Scoring.MonthsOfYear : OfficeTime.FullMonths(cutoff); // on the year's data day the whole year is required
        return new(asked, cutoff, until, asked is AssessmentPhase.End && today > mid, new(Period.To(cutoff), months, until), new(Period.To(mid), OfficeTime.FullMonths(mid), null));
    }

    public sealed record Basis(Period Period, int ElapsedMonths, DateOnly? Until);
}
