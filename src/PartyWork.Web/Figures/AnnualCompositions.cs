using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>年度总评 of one organisation before it is graded.</summary>
public sealed record AssessedYear(int SheetId, int OrganizationId, RubricKind Kind, GradeGroup Group, Composition Composition, IReadOnlyList<GradeCap> Caps)
{
    public GradeCandidate Candidate => new(OrganizationId, Composition.Total, Caps);
}

/// <summary>What the year's records come to for all organisations of a closed year-end round: figures, sheets and documents, nothing typed again; as many commands for one organisation as for hundreds.</summary>
public static class AnnualCompositions
{
    private static readonly string[] Keys =
    [
        "quarterly_reports_on_time", "quarterly_reports_due", "tasks_due_completed", "tasks_due", "ticket.on_time", "ticket.due", "supervision.closed", "supervision.due", "quarterly.missing_count", "discipline.overdue",
    ];

    /// <summary>In official order. Only what the same organiser has assessed counts: a committee's own rounds say nothing of its grade or of those below it.</summary>
    public static async Task<IReadOnlyList<AssessedYear>> OfAsync(PartyWorkDb db, OrgTree tree, GradingScheme scheme, int round, DateOnly today)
    {
        var (year, to) = (scheme.Year, new DateOnly(scheme.Year, 12, 31));
        var sheets = await db.ScoreSheets.Where(s => s.Round.Year == year && s.FinalTotal != null && db.Rounds.Any(r => r.Id == round && r.OrganizerId == s.Round.OrganizerId)).OrderBy(s => s.Round.No).ThenBy(s => s.Id)
            .Select(s => new Scored(s.Id, s.RoundId, s.Round.Phase, s.OrganizationId, s.Rubric.Kind, s.FinalTotal!.Value)).ToListAsync();
        var assessed = sheets.Where(s => s.RoundId == round && GradeGroups.Of(s.Kind, tree[s.OrganizationId].Domain) is not null).ToList();
        var ids = assessed.Select(s => s.OrganizationId).ToArray();
        var without = await WithoutAsync(db, scheme, round);
        var facts = await YearFact.ReadAsync(db, year, ids);
        var values = await FigureEvaluation.EvaluateAsync(db, tree, [.. Keys.Select(k => FigureDictionary.Find(k)!)], ids, Period.To(today < to ? today : to));
        int Number(string key, int organization) => (int)(values[key, organization].Number ?? 0);
        (int, int) Done(string done, string due, int organization) => (Number(done, organization), Number(due, organization));
        var failed = facts.Where(f => f.Step == YearFact.Failed).GroupBy(f => f.OrganizationId).Where(g => g.Count() >= g.Min(f => f.Whole)).Select(g => new FailedAcceptances(g.Key, g.Count())).ToList();
        var said = facts.ToLookup(f => (f.OrganizationId, f.Step));
        var place = tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        return
        [
            .. assessed.OrderBy(s => place[s.OrganizationId]).Select(s =>
            {
                var o = s.OrganizationId;
                IEnumerable<YearFact> Of(string step) => said[(o, step)];
                var grade = (DebriefGrade?)Of(YearFact.Debriefed).FirstOrDefault()?.Kind;
                var mid = sheets.Where(m => m.OrganizationId == o && m.Phase is AssessmentPhase.Mid).Select(m => (int?)m.Total).LastOrDefault();
                ResultPartScore[] parts =
                [
                    Composition.RoutineOf(scheme, Done("quarterly_reports_on_time", "quarterly_reports_due", o), Done("tasks_due_completed", "tasks_due", o), Done("ticket.on_time", "ticket.due", o), Done("supervision.closed", "supervision.due", o)),
                    new(ResultPart.MidYear, mid, mid is null ? "本年没有年中检查" : "年中检查得分"),
                    YearEndOf(scheme, s, sheets, without, tree),
                    DebriefOf(scheme, grade),
                    SaidOf(ResultPart.Public, YearFact.ResultOf(Of(YearFact.Surveyed), SurveyKind.MemberAppraisal), "好评率"),
                    SaidOf(ResultPart.Satisfaction, YearFact.ResultOf(Of(YearFact.Surveyed), SurveyKind.ResidentSatisfaction), "满意率"),
                ];
                return new AssessedYear(s.Id, o, s.Kind, GradeGroups.Of(s.Kind, tree[o].Domain)!.Value,
                    Composition.Of(scheme, s.Kind, parts, Composition.BonusOf(scheme, year, Of(YearFact.Honored).Select(f => new Commendation(f.Name, (HonorLevel)f.Kind!.Value, f.Words, f.On!.Value))), [.. Of(YearFact.Criticised).Select(f => new PointsItem(-scheme[CriticismBy((DecisionLevel?)f.Kind)], $"{f.Name}通报批评（{f.Words}）")), .. Overdue(scheme, Number("discipline.overdue", o))]),
                    [.. OfAcceptances(s.Kind, failed.FirstOrDefault(f => f.OrganizationId == o), failed.Where(f => tree.IsAbove(o, f.OrganizationId)).MaxBy(f => f.Times)), .. Caps(scheme, Number("quarterly.missing_count", o), grade, Of(YearFact.Vetoed).Select(f => (VetoGround)f.Kind!.Value))]);
            }),
        ];
    }

    /// <summary>拟定等次, group by group.</summary>
    public static IReadOnlyList<GroupGrading> Propose(GradingScheme scheme, IEnumerable<AssessedYear> assessed) => [.. assessed.GroupBy(a => a.Group).OrderBy(g => g.Key).Select(g => GroupGrading.Of(g.Key, scheme, [.. g.Select(a => a.Candidate)]))];

    private static ResultPartScore YearEndOf(GradingScheme scheme, Scored own, IReadOnlyList<Scored> sheets, IReadOnlyDictionary<int, int> without, OrgTree tree)
    {
        if (own.Kind is RubricKind.Committee)
        {
            var below = sheets.Where(s => s.OrganizationId != own.OrganizationId && tree.IsAbove(own.OrganizationId, s.OrganizationId)).ToList();
            return Composition.YearEndOf(scheme, own.Total,
                [.. below.Where(s => s.Phase is AssessmentPhase.End && s.Kind is not RubricKind.LaggingCommunity).Select(s => s.Total)],
                [.. below.Where(s => s.Kind is RubricKind.LaggingCommunity).GroupBy(s => s.OrganizationId).Select(g => g.OrderBy(s => s.Phase).Last().Total)]); // how it was accepted says more than the check before
        }

        return without.TryGetValue(own.Id, out var rest) ? new(ResultPart.YearEnd, rest, $"年底考核得分，另计的{scheme.Of(own.Kind).First(w => w.Part is ResultPart.YearEnd).Without}类除外，其余折算为百分制") : new(ResultPart.YearEnd, own.Total, "年底考核得分");
    }

    private static ResultPartScore DebriefOf(GradingScheme scheme, DebriefGrade? grade) => new(ResultPart.Debrief, grade is { } given ? scheme[PointsFor(given)] : null, grade is { } word ? $"述职评议等次“{Domain.Words.Text(word)}”折分" : "没有述职评议等次");

    private static GradingNumber PointsFor(DebriefGrade grade) => grade switch
    {
        DebriefGrade.Good => GradingNumber.DebriefGood,
        DebriefGrade.Fair => GradingNumber.DebriefFair,
        DebriefGrade.Average => GradingNumber.DebriefAverage,
        _ => GradingNumber.DebriefPoor,
    };

    private static GradingNumber CriticismBy(DecisionLevel? level) => level switch
    {
        DecisionLevel.Province => GradingNumber.ProvinceCriticism,
        DecisionLevel.City => GradingNumber.CityCriticism,
        _ => GradingNumber.DistrictCriticism,
    };

    /// <summary>A rate in percent is the part's points: 87.5 % are 87.5 of 100.</summary>
    private static ResultPartScore SaidOf(ResultPart part, SurveyResult? result, string rate) => new(part, result?.Rate, result is null ? "没有有效的测评结果" : $"{result.Counted}人作答，{rate}{Domain.Quantity.Print(result.Rate)}%");

    /// <summary>Where a class counts in another part: the rest of each sheet, brought to 100.</summary>
    private static async Task<IReadOnlyDictionary<int, int>> WithoutAsync(PartyWorkDb db, GradingScheme scheme, int round)
    {
        var leaves = Enum.GetValues<RubricKind>().SelectMany(scheme.Of).Where(w => w.Part is ResultPart.YearEnd && w.Without.Length > 0).ToDictionary(w => w.Kind, w => w.Without);
        var kinds = leaves.Keys.ToArray();
        var lines = await db.Set<SheetLine>().Where(l => l.Sheet.RoundId == round && kinds.Contains(l.Sheet.Rubric.Kind) && l.Worth > 0)
            .Select(l => new { l.SheetId, l.Sheet.Rubric.Kind, l.Code, l.Worth, Earned = new SheetPoints(l.Points, l.Worth, l.Reviewed ?? l.Team ?? l.Given ?? l.Computed ?? 0) }).AsNoTracking().ToListAsync();
        return lines.Where(l => !l.Code.StartsWith(leaves[l.Kind], StringComparison.Ordinal)).GroupBy(l => l.SheetId)
            .ToDictionary(g => g.Key, g => ScoreSheet.OutOfFullMarks(g.Sum(l => l.Earned.OfWorth), g.Sum(l => l.Worth)));
    }

    private static IEnumerable<PointsItem> Overdue(GradingScheme scheme, int problems) =>
        problems == 0 ? [] : [new(-problems * scheme[GradingNumber.OverdueInspection], $"巡察反馈问题到期未销号{problems}个")];

    /// <summary>后进社区验收不合格, as often as the scheme says: the community is no better than 一般, the committee above it no better than 良好.</summary>
    private static IEnumerable<GradeCap> OfAcceptances(RubricKind kind, FailedAcceptances? own, FailedAcceptances? below) =>
        kind is RubricKind.Committee && below is not null ? [new(AssessmentGrade.Good, $"下属后进社区验收{below.Times}次不合格")]
        : own is not null ? [new(AssessmentGrade.Fair, $"整顿验收{own.Times}次不合格")] : [];

    private static IEnumerable<GradeCap> Caps(GradingScheme scheme, int missing, DebriefGrade? debrief, IEnumerable<VetoGround> vetoes)
    {
        if (debrief >= DebriefGrade.Average)
        {
            yield return new(AssessmentGrade.Good, $"述职评议等次为“{Domain.Words.Text(debrief.Value)}”");
        }

        if (missing * Domain.Quantity.One >= scheme[GradingNumber.MissingReports])
        {
            yield return new(AssessmentGrade.Good, $"季报缺报{missing}次");
        }

        foreach (var ground in vetoes)
        {
            yield return new(AssessmentGrade.Poor, $"一票否决：{Domain.Words.Text(ground)}");
        }
    }

    private sealed record Scored(int Id, int RoundId, AssessmentPhase Phase, int OrganizationId, RubricKind Kind, int Total);
}
