using PartyWork.Domain.Assessments;
using PartyWork.Domain.Surveys;

namespace PartyWork.Domain.Rectification;

/// <summary>What one of the two surveys of an acceptance came to.</summary>
/// <param name="IsClosed">已结束.</param>
/// <param name="IsValid">At least 60 % of the slips were answered.</param>
/// <param name="Votes">Null where there is no valid result.</param>
public sealed record AcceptanceSurvey(SurveyKind Kind, int Answered, bool IsClosed, bool IsValid, ResidentVotes? Votes)
{
    public static AcceptanceSurvey? Of(Survey? survey) => survey is null ? null : new(survey.Kind, survey.Answered, survey.Stage is SurveyStage.Closed, survey.IsValid,
        survey.Rates.FirstOrDefault(r => r.Measure is SurveyMeasure.Satisfaction) is { } rate ? new(rate.Numerator, rate.Denominator) : null);

    /// <summary>Null where it counts, else what stands against it.</summary>
    public string? WhyNot => !IsClosed ? $"{Kind.Text()}还没有结束。" : Answered < Kind.LeastSlips() ? $"{Kind.Text()}应答{Answered}份，不足{Kind.LeastSlips()}份，请补测。" : !IsValid || Votes is null ? $"{Kind.Text()}应答率不足{Survey.ValidPercent}%，结果无效，请补测。" : null;
}

/// <summary>
/// 一次验收 of a case: applied for by the committee, scored on a sheet of the assessment, judged by residents, decided by the rubric's rule; what was
/// decided and why stays as it was. After 销号 it also keeps the look-back, or the relapse that has undone it. A case that was not accepted is applied for anew.
/// </summary>
public sealed class Acceptance : IBelongToOrganization, IAudited
{
    public const int StatementMaxLength = 300, NumberMaxLength = 50, SourceMaxLength = 60, WordsMaxLength = 300, ReasonsMaxLength = 1000;

    /// <summary>巩固提升3至6个月; 延期整顿不少于3个月.</summary>
    public const int LeastMonthsAgain = 3, MostMonthsConsolidating = 6;

    private Acceptance(RectificationCase of, int no, string statement, Actor by, DateOnly today) =>
        (Case, CaseId, OrganizationId, No, Statement, AppliedBy, AppliedOn) = (of, of.Id, of.OrganizationId, no, statement, by.Name, today);

    private Acceptance() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public RectificationCase Case { get; private set; } = null!;
    public int OrganizationId { get; private set; }
    public int No { get; private set; }

    /// <summary>党（工）委申请说明.</summary>
    public string Statement { get; private set; } = "";
    public string AppliedBy { get; private set; } = "";
    public DateOnly AppliedOn { get; private set; }

    /// <summary>居民代表会议测评 and 入户测评; null until they have been made.</summary>
    public int? MeetingId { get; private set; }
    public Survey? Meeting { get; private set; }
    public int? HouseholdsId { get; private set; }
    public Survey? Households { get; private set; }

    /// <summary>近12个月信访件次 until a day, and who says so.</summary>
    public int? Petitions { get; private set; }
    public DateOnly? PetitionsUntil { get; private set; }
    public string PetitionSource { get; private set; } = "";

    /// <summary>验收评分表; null until the round has begun.</summary>
    public int? SheetId { get; private set; }
    public ScoreSheet? Sheet { get; private set; }

    /// <summary>What was decided, by which document, and the facts that it was decided from.</summary>
    public AcceptanceOutcome? Outcome { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string DocumentNo { get; private set; } = "";
    public string DecidedBy { get; private set; } = "";

    /// <summary>Hundredths.</summary>
    public int? Score { get; private set; }
    public int? Satisfied { get; private set; }
    public int? ValidVotes { get; private set; }

    /// <summary>One sentence a line.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>基本合格、不合格: from this day it is applied for anew.</summary>
    public DateOnly? AgainOn { get; private set; }

    /// <summary>回头看: when it was done, and what was found.</summary>
    public DateOnly? LookBackOn { get; private set; }
    public string LookBackWords { get; private set; } = "";
    public string LookBackBy { get; private set; } = "";

    /// <summary>反弹: the fact that has undone the acceptance.</summary>
    public DateOnly? RelapsedOn { get; private set; }
    public string RelapseFact { get; private set; } = "";
    public string RelapseBy { get; private set; } = "";

    /// <summary>第1次验收.</summary>
    public string Title => $"第{No}次验收";

    public ResidentVotes? Votes => ValidVotes is { } valid ? new(Satisfied!.Value, valid) : null;

    public bool IsOpen => Outcome is null;

    /// <summary>销号满6个月: from then on the look-back is owed. Null where it was not accepted.</summary>
    public DateOnly? LookBackDueOn => Outcome is AcceptanceOutcome.Accepted ? DecidedOn!.Value.AddMonths(RectificationCase.LookBackMonths) : null;

    /// <summary>申请验收 by the committee's secretary; anew after a consolidation, an extension or a relapse, when its time is over.</summary>
    /// <param name="last">The acceptance of the case before this one; null for the first.</param>
    public static Acceptance Apply(RectificationCase of, Acceptance? last, string statement, Actor by, DateOnly today)
    {
        Rule.Require(statement.Length is > 0 and <= StatementMaxLength, $"请填写申请说明，不超过{StatementMaxLength}字。");
        Rule.Require(last is null || today >= last.AgainFrom, $"{last?.Title}为“{(last?.RelapsedOn is null ? last?.Outcome?.Text() : CaseStage.Relapsed.Text())}”，{last?.AgainFrom:yyyy年M月d日}起可以再次申请。");
        of.Apply(statement, by, today);
        return new(of, (last?.No ?? 0) + 1, statement, by, today);
    }

    /// <summary>From this day the case can be applied for anew.</summary>
    public DateOnly? AgainFrom => RelapsedOn is { } relapsed ? relapsed.AddMonths(Case.Batch.Scheme.LeastMonths) : AgainOn;

    /// <summary>群众测评 is made: representatives at a meeting and households drawn at random. One that came to nothing is made again.</summary>
    public Survey Ask(SurveyKind kind, Survey? earlier, int year, DateOnly from, DateOnly until, int slips)
    {
        RequireOpen();
        Rule.Require(kind.IsOfAcceptance(), "请选择代表测评或入户测评。");
        Rule.Require(earlier is null || (earlier.Stage is SurveyStage.Closed && !(earlier.IsValid && earlier.Answered >= kind.LeastSlips())), $"{kind.Text()}已经建立，不用重复建立。");
        var survey = new Survey(OrganizationId, year, kind, Survey.TitleOf(year, kind), from, until, slips);
        if (kind is SurveyKind.AcceptanceMeeting)
        {
            Meeting = survey;
        }
        else
        {
            Households = survey;
        }

        return survey;
    }

    /// <summary>登记信访数据, with whom it comes from.</summary>
    public void Tell(int petitions, DateOnly until, string source, DateOnly today)
    {
        RequireOpen();
        Rule.Require(petitions >= 0, "信访件次不能小于0。");
        Rule.Require(until <= today && until >= AppliedOn.AddMonths(-1), $"统计截止日应在申请验收前一个月（{AppliedOn.AddMonths(-1):yyyy-MM-dd}）至今天之间。");
        Rule.Require(source.Length is > 0 and <= SourceMaxLength, $"请写明数据来源，不超过{SourceMaxLength}字。");
        (Petitions, PetitionsUntil, PetitionSource) = (petitions, until, source);
    }

    /// <summary>The round has begun: this is the sheet that it is scored on.</summary>
    public void ScoreOn(ScoreSheet sheet)
    {
        RequireOpen();
        Rule.Require(sheet.OrganizationId == OrganizationId && sheet.Round.Phase is AssessmentPhase.Acceptance, "评分表不是这个社区的验收评分表。");
        Rule.Require(Sheet is null && SheetId is null, "这次验收已经有评分表。");
        Sheet = sheet;
    }

    /// <summary>What is still needed before it can be decided, a sentence each.</summary>
    public IReadOnlyList<string> Missing(int? score, AcceptanceSurvey? meeting, AcceptanceSurvey? households) =>
    [
        .. SheetId is null && Sheet is null ? new[] { "验收组还没有开始评分。" } : score is null ? ["评分表还没有定结果：评分、反馈和申诉期都要结束。"] : [],
        .. new[] { meeting is null ? "还没有组织居民代表会议测评。" : meeting.WhyNot, households is null ? "还没有组织入户测评。" : households.WhyNot }.OfType<string>(),
        .. Petitions is null ? new[] { "还没有登记近12个月信访件次。" } : [],
    ];

    /// <summary>认定结论: it follows from the facts, nobody chooses it. What follows from it is the case's.</summary>
    /// <param name="againOn">基本合格、延期: from which day it is applied for anew; null for the earliest.</param>
    public Judgement Decide(PassRule rule, int score, ResidentVotes votes, string documentNo, DateOnly? againOn, Actor by, DateOnly on, DateOnly today)
    {
        RequireOpen();
        Rule.Require(documentNo.Length is > 0 and <= NumberMaxLength, $"请填写验收结论文号，不超过{NumberMaxLength}字。");
        Rule.Require(on >= AppliedOn, "认定日期不能早于申请验收日期。");
        var judgement = Judgement.Of(rule, FactsOf(score, votes));
        var earliest = on.AddMonths(LeastMonthsAgain);
        var latest = judgement.Outcome is AcceptanceOutcome.Consolidating ? on.AddMonths(MostMonthsConsolidating) : (DateOnly?)null;
        if (judgement.Outcome is not AcceptanceOutcome.Accepted)
        {
            Rule.Require(againOn is null || againOn >= earliest, $"“{judgement.Outcome.Text()}”不少于{LeastMonthsAgain}个月，再次验收不早于{earliest:yyyy年M月d日}。");
            Rule.Require(againOn is null || latest is null || againOn <= latest, $"巩固提升不超过{MostMonthsConsolidating}个月，再次验收不晚于{latest:yyyy年M月d日}。");
            AgainOn = againOn ?? earliest;
        }

        Case.Decide(judgement.Outcome, $"{judgement.Outcome.Text()}（{documentNo}），评分{Quantity.Print(score)}分。", by, on, today);
        (Outcome, DecidedOn, DocumentNo, DecidedBy, Reasons) = (judgement.Outcome, on, documentNo, by.Name, string.Join('\n', judgement.Reasons.Select(r => r.Words)));
        (Score, Satisfied, ValidVotes) = (score, votes.Satisfied, votes.Valid);
        return judgement;
    }

    /// <summary>What it is decided from: the settled sheet, the votes, petitions against those of the listing, and how far the plan's problems are.</summary>
    public AcceptanceFacts FactsOf(int score, ResidentVotes votes)
    {
        Rule.Require(Petitions is not null, "还没有登记近12个月信访件次。");
        return new(score, votes, Case.Baseline!.Residents, Case.Baseline.Petitions, Petitions!.Value, Case.Problems.Count, Case.Problems.Count(p => !p.IsSettled));
    }

    /// <summary>回头看合格.</summary>
    public void LookBack(string words, Actor by, DateOnly on, DateOnly today)
    {
        RequireHeld();
        Rule.Require(LookBackOn is null, "已经登记过回头看。");
        Rule.Require(on >= LookBackDueOn, $"销号满{RectificationCase.LookBackMonths}个月（{LookBackDueOn:yyyy年M月d日}）后回头看。");
        Rule.Require(words.Length is > 0 and <= WordsMaxLength, $"请写明回头看的情况，不超过{WordsMaxLength}字。");
        Case.LookBack(words, by, on, today);
        (LookBackOn, LookBackWords, LookBackBy) = (on, words, by.Name);
    }

    /// <summary>反弹: found in the look-back, before it or after it. The case is taken up again with all that was.</summary>
    public void Relapse(string fact, Actor by, DateOnly on, DateOnly today)
    {
        RequireHeld();
        Rule.Require(on >= DecidedOn, "反弹日期不能早于销号日期。");
        Rule.Require(fact.Length is > 0 and <= WordsMaxLength, $"请写明反弹的事实，不超过{WordsMaxLength}字。");
        Case.Relapse(fact, by, on, today);
        (RelapsedOn, RelapseFact, RelapseBy) = (on, fact, by.Name);
    }

    private void RequireOpen() => Rule.Require(Outcome is null, "这次验收已有结论，不能再改。");

    private void RequireHeld() => Rule.Require(Outcome is AcceptanceOutcome.Accepted && RelapsedOn is null, "只有已销号、没有反弹的社区可以登记。");
}
