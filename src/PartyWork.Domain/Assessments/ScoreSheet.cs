using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Assessments;

/// <summary>评分表走到哪一步. Whether its term for objections is over, or one is open, follows from day and objections.</summary>
public enum SheetStage
{
    [Description("待评")] Waiting = 1,
    [Description("评分中")] Scoring,
    [Description("暂定，待反馈")] Provisional,
    [Description("已反馈")] Feedback,
    [Description("结果已定")] Final,
}

/// <summary>
/// 考核评分表 of one organisation in one round. Each line keeps what was computed, what the organisation said, what an assessor gave, what the team settled
/// on and what a review changed.
/// </summary>
public sealed class ScoreSheet : IBelongToOrganization, IAudited
{
    public const int OpinionMaxLength = 200, NumberMaxLength = 50, ReasonMaxLength = 200;

    /// <summary>反馈期限 in workdays after the team has submitted.</summary>
    public const int FeedbackWorkdays = 10;

    /// <summary>申诉期 in workdays after the feedback.</summary>
    public const int ObjectionWorkdays = 5;

    /// <summary>整改期限 after the feedback, days.</summary>
    public const int RectificationDays = 60;

    /// <summary>交叉复评: totals that differ by more than this, hundredths of the hundred-point scale, are talked over.</summary>
    public const int Tolerance = 300;

    private readonly List<SheetLine> _lines = [];
    private readonly List<ClassScorer> _scorers = [];
    private readonly List<Objection> _objections = [];

    internal ScoreSheet(Round round, int organizationId, Rubric rubric) => (Round, OrganizationId, Rubric, RubricId, Stage) = (round, organizationId, rubric, rubric.Id, SheetStage.Waiting);

    /// <summary>交叉复评: the same organisation by the same records, for another team.</summary>
    internal ScoreSheet(ScoreSheet first, AssessmentTeam team) : this(first.Round, first.OrganizationId, first.Rubric)
    {
        (Checked, first.SecondCheck, ComputedTotal, SelfTotal) = (first, this, first.ComputedTotal, first.SelfTotal);
        _lines.AddRange(first._lines.OrderBy(l => l.No).Select(l => new SheetLine(l)));
        Weigh();
        Assign(team);
    }

    private ScoreSheet() { }

    public int Id { get; private set; }
    public int RoundId { get; private set; }
    public Round Round { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>The sheet that this one checks: it compares and gives no result of its own. Null of an organisation's own sheet.</summary>
    public int? CheckedId { get; private set; }
    public ScoreSheet? Checked { get; private set; }

    /// <summary>交叉复评 of this sheet by another team; null where the lot did not fall on it.</summary>
    public ScoreSheet? SecondCheck { get; private set; }
    public int RubricId { get; private set; }
    public Rubric Rubric { get; private set; } = null!;
    public int? TeamId { get; private set; }
    public AssessmentTeam? Team { get; private set; }
    public SheetStage Stage { get; private set; }

    /// <summary>重抽 or 退回 and why; empty where there was none.</summary>
    public string Note { get; private set; } = "";
    public DateOnly? VisitedOn { get; private set; }

    /// <summary>考核组意见.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>组长提交, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }
    public string SubmittedBy { get; private set; } = "";

    /// <summary>SHA-256 of all lines as they were submitted, 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>反馈意见书文号.</summary>
    public string LetterNo { get; private set; } = "";
    public DateOnly? FeedbackOn { get; private set; }
    public DateOnly? ObjectionUntil { get; private set; }

    /// <summary>百分制, hundredths: what records alone yielded, what the organisation said of itself, what the team settled on, and the result.</summary>
    public int? ComputedTotal { get; private set; }
    public int? SelfTotal { get; private set; }
    public int? TeamTotal { get; private set; }
    public int? FinalTotal { get; private set; }

    /// <summary>联合复核: what was agreed where two teams differed by more than the tolerance; empty where there was nothing to agree.</summary>
    public string Agreed { get; private set; } = "";
    public string AgreedBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? AgreedAt { get; private set; }
    public IReadOnlyList<SheetLine> Lines => _lines;
    public IReadOnlyList<ClassScorer> Scorers => _scorers;
    public IReadOnlyList<Objection> Objections => _objections;

    bool IAudited.IsRecorded => Stage is not SheetStage.Waiting;

    public int Scored => _lines.Count(l => l.IsScored);

    public bool IsSecondCheck => CheckedId is not null || Checked is not null;

    /// <summary>By how much two teams differ, hundredths; null until both have submitted.</summary>
    public int? Difference => DifferenceOf(TeamTotal, SecondCheck?.TeamTotal);

    public static int? DifferenceOf(int? first, int? second) => first is { } one && second is { } other ? Math.Abs(one - other) : null;

    /// <summary>What the organisation is told: the team's total, or what two teams agreed on before the feedback.</summary>
    public int? ToldTotal => Agreed.Length > 0 ? Total(l => l.Told) : TeamTotal;

    /// <summary>结束自评 for this organisation: lines with what was computed and what it said of itself. What it left alone is as computed, in full where nothing is; who filed nothing said nothing.</summary>
    internal void Freeze(IReadOnlyDictionary<RubricCriterion, ScoreBasis> bases, Filing? filing, IReadOnlyDictionary<string, ScoreMetric> metrics)
    {
        var rows = filing?.FirstSubmittedAt is null ? null : filing.Rows.ToDictionary(r => r.Key);
        foreach (var (index, criterion) in RubricScoring.OfPhase(Rubric, Round.Phase).Index())
        {
            var line = new SheetLine(OrganizationId, index + 1, criterion, bases[criterion], metrics);
            line.Say(rows is null ? null : rows.GetValueOrDefault(criterion.Code)?.Value ?? line.Computed ?? line.Points, rows?.GetValueOrDefault(criterion.Code)?.Words ?? "");
            _lines.Add(line);
        }

        Weigh();
        (ComputedTotal, SelfTotal) = (Total(l => l.Computed), rows is null ? null : Total(l => l.Self));
    }

    internal void Assign(AssessmentTeam team) => (Team, Stage) = (team, SheetStage.Scoring);

    internal void AssignAgain(AssessmentTeam team, string note)
    {
        _lines.ForEach(l => l.Clear());
        _scorers.Clear();
        Weigh();
        (Team, Note) = (team, note);
    }

    /// <summary>组长分工: who scores which class; a class without a name is scored by whoever comes to it.</summary>
    /// <param name="byClass">Class code → person of the team; null for anybody.</param>
    public void Divide(IReadOnlyDictionary<string, int?> byClass, Actor leader)
    {
        RequireScoring();
        RequireLeader(leader);
        foreach (var (code, person) in byClass)
        {
            var category = Rubric.Categories.FirstOrDefault(c => c.Code == code) ?? throw new BrokenRuleException($"细则没有“{code}”这一类。");
            var member = person is null ? null : Team!.Members.FirstOrDefault(m => m.PersonId == person) ?? throw new BrokenRuleException($"{category.Name}：只能分给本组成员。");
            _scorers.RemoveAll(s => s.Category == code);
            if (member is not null)
            {
                _scorers.Add(new ClassScorer(OrganizationId, code, member.PersonId, member.Name));
            }
        }
    }

    /// <summary>What the line comes to with what the assessor has found; null where only the assessor can say.</summary>
    public LineSuggestion Suggest(SheetLine line, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, ScoreMetric> metrics) => line.Suggest(CriterionOf(line), facts, metrics);

    public RubricCriterion CriterionOf(SheetLine line) => Rubric.Criteria.First(c => c.Code == line.Code);

    public RubricCategory CategoryOf(SheetLine line) => Rubric.Categories.First(c => c.Items.Any(i => i.Criteria.Any(x => x.Code == line.Code)));

    /// <summary>打分: an empty score takes the suggestion; whatever differs from it says why and on what evidence.</summary>
    public void Score(SheetLine line, LineEntry entry, IReadOnlyDictionary<string, ScoreMetric> metrics, Actor by, DateTime now)
    {
        RequireScoring();
        RequireScorer(by, CategoryOf(line));
        var applied = !line.IsNotApplicable;
        line.Score(CriterionOf(line), entry, Suggest(line, entry.Facts, metrics), by, now);
        if (line.IsNotApplicable == applied)
        {
            Weigh();
        }
    }

    /// <summary>整类接受 what was computed in full and nobody has scored yet.</summary>
    /// <returns>How many lines were accepted.</returns>
    public int Accept(string category, IReadOnlyDictionary<string, ScoreMetric> metrics, Actor by, DateTime now)
    {
        var lines = _lines.Where(l => l is { IsScored: false, State: ScoreState.Computed or ScoreState.NotApplicable } && CategoryOf(l).Code == category).ToList();
        Rule.Require(lines.Count > 0, "这一类没有可以整类接受的条款：系统算全的都已评过，其余要逐条认定。");
        lines.ForEach(l => Score(l, LineEntry.Accepting, metrics, by, now));
        return lines.Count;
    }

    /// <summary>组长定分; a member's score that is changed says why.</summary>
    public void Settle(SheetLine line, int value, string reason, Actor leader)
    {
        RequireScoring();
        RequireLeader(leader);
        line.Settle(value, reason);
    }

    /// <summary>组长提交: every line has a score. From now on only a reopening or a review changes anything.</summary>
    public void Submit(DateOnly visitedOn, string opinion, Actor leader, DateTime now)
    {
        RequireScoring();
        RequireLeader(leader);
        var open = _lines.Where(l => !l.IsScored).ToList();
        Rule.Require(open.Count == 0, $"还有{open.Count}条没有评分：{string.Join("、", open.Take(5).Select(l => l.Code))}{(open.Count > 5 ? "等" : "")}。");
        Rule.Require(visitedOn <= OfficeTime.DayOf(now) && visitedOn >= Round.Plan.OnSiteFrom, $"现场考核日期应在{Round.Plan.OnSiteFrom:M月d日}至今天之间。");
        Rule.Require(opinion.Length is > 0 and <= OpinionMaxLength, $"请填写考核组意见，不超过{OpinionMaxLength}字。");
        _lines.ForEach(l => l.Merge());
        (VisitedOn, Opinion, SubmittedAt, SubmittedBy, Stage) = (visitedOn, opinion, now, leader.Name, SheetStage.Provisional);
        (TeamTotal, Hash) = (Total(l => l.Team), Seal());
    }

    /// <summary>退回考核组: the district never changes a score, it asks the team to open the sheet again.</summary>
    public void Reopen(string reason)
    {
        Rule.Require(Stage is SheetStage.Provisional, "只有待反馈的评分表可以退回考核组。");
        Rule.Require(Agreed.Length == 0 && Checked is not { Agreed.Length: > 0 }, "交叉复评的差异已联合复核，不能再退回考核组。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明退回考核组的理由，不超过{ReasonMaxLength}字。");
        (Stage, Note, SubmittedAt, Hash, TeamTotal) = (SheetStage.Scoring, "退回考核组：" + reason, null, "", null);
    }

    /// <summary>联合复核: both teams and the district look again at what they differ on; each line is upheld or adjusted, and why is said once for all.</summary>
    /// <param name="adjusted">条编号 → what was agreed on, hundredths of the printed points; a line that is not among them is upheld.</param>
    public void Agree(IReadOnlyDictionary<string, int> adjusted, string agreed, Actor by, DateTime now)
    {
        Rule.Require(Stage is SheetStage.Provisional, "反馈前才能登记联合复核。");
        Rule.Require(Difference is not null, "两个考核组都提交评分表后才能联合复核。");
        Rule.Require(Difference > Tolerance, $"两组总分相差不超过{Quantity.Print(Tolerance)}分，不需要联合复核。");
        Rule.Require(Agreed.Length == 0, "已经登记过联合复核。");
        Rule.Require(agreed.Length is > 0 and <= OpinionMaxLength, $"请写明联合复核意见，不超过{OpinionMaxLength}字。");
        foreach (var (code, value) in adjusted)
        {
            (_lines.Find(l => l.Code == code) ?? throw new BrokenRuleException($"评分表没有“{code}”这一条。")).Agree(value, agreed);
        }

        (Agreed, AgreedBy, AgreedAt) = (agreed, by.Name, now);
    }

    /// <summary>送达反馈意见书: the organisation reads its sheet, and its term for objections begins.</summary>
    public void GiveFeedback(string letterNo, Workdays workdays, DateOnly today)
    {
        Rule.Require(!IsSecondCheck, "交叉复评的评分表只作核对，不单独反馈。");
        Rule.Require(Stage is SheetStage.Provisional, "考核组提交评分表后才能反馈。");
        Rule.Require(SecondCheck is null || Difference is not null, "该单位正由另一组交叉复评，复评提交后再反馈。");
        Rule.Require(Agreed.Length > 0 || Difference is null or <= Tolerance, $"两组总分相差超过{Quantity.Print(Tolerance)}分，联合复核后再反馈。");
        Rule.Require(letterNo.Length is > 0 and <= NumberMaxLength, $"请填写反馈意见书文号，不超过{NumberMaxLength}字。");
        Rule.Require(Seal() == Hash, "评分表与提交时的校验值不一致，不能反馈；请核对后退回考核组重新提交。");
        (Stage, LetterNo, FeedbackOn, ObjectionUntil) = (SheetStage.Feedback, letterNo, today, workdays.After(today, ObjectionWorkdays));
    }

    /// <summary>申诉, within its term and to one criterion.</summary>
    public Objection Object(string code, ObjectionGround ground, string reason, Actor secretary, DateTime now)
    {
        Rule.Require(Stage is SheetStage.Feedback, "收到反馈意见书后才能申诉。");
        Rule.Require(OfficeTime.DayOf(now) <= ObjectionUntil, $"申诉期已于{ObjectionUntil:M月d日}届满。");
        var line = _lines.Find(l => l.Code == code) ?? throw new BrokenRuleException("请选择要申诉的条款。");
        Rule.Require(!_objections.Exists(o => o.Code == code), $"{code}已经申诉过；复核决定是最终决定。");
        var objection = new Objection(OrganizationId, line.Code, ground, reason, secretary, now);
        _objections.Add(objection);
        return objection;
    }

    /// <summary>复核决定, by two at least who did not score it.</summary>
    public void Decide(Objection objection, ObjectionOutcome outcome, int? value, string firstReviewer, string secondReviewer, string opinion, Actor by, DateTime now)
    {
        var line = _lines.Single(l => l.Code == objection.Code);
        Rule.Require(Team!.Members.All(m => m.Name != firstReviewer && m.Name != secondReviewer && m.PersonId != by.PersonId), "复核人不能是参与原评分的考核组成员。");
        objection.Decide(outcome, firstReviewer, secondReviewer, opinion, by, now);
        if (outcome is ObjectionOutcome.Adjusted)
        {
            line.Review(value ?? throw new BrokenRuleException("调整分值的，请填写调整后的得分。"), opinion);
        }
        else
        {
            Rule.Require(value is null, "维持原评分的，不填写调整后的得分。");
        }
    }

    /// <summary>Nothing can change it any more: the term is over and every objection decided.</summary>
    public bool IsSettled(DateOnly today) => Stage is SheetStage.Final || (Stage is SheetStage.Feedback && today > ObjectionUntil && _objections.TrueForAll(o => o.DecidedAt is not null));

    /// <summary>扣分转问题: what was lost in the end, for the list of <see cref="Round.ListYear"/>.</summary>
    /// <param name="no">The next free number of that list.</param>
    /// <param name="isFiled">That list is filed already.</param>
    public IReadOnlyList<Problem> Problems(int no, bool isFiled = false)
    {
        Rule.Require(Stage is SheetStage.Final, "结果已定后才能转入问题清单。");
        return [.. _lines.Where(l => l.Loss > 0).OrderBy(l => l.No).Select((l, i) => Problem.Of(this, l, no + i, isFiled))];
    }

    internal void Settle() => (Stage, FinalTotal) = (SheetStage.Final, Total(l => l.Standing));

    /// <summary>折算为百分制: each line by what it is worth, rounded once, the sum as if the phase's points were 100; null while a line has none.</summary>
    public int? Total(Func<SheetLine, int?> of)
    {
        var counted = _lines.Where(l => l.Worth > 0).Select(l => (l.Worth, Value: l.WorthOf(of(l)))).ToList();
        return counted.Count == 0 || counted.Exists(l => l.Value is null) ? null : OutOfFullMarks(counted.Sum(l => l.Value!.Value), counted.Sum(l => l.Worth));
    }

    public static int OutOfFullMarks(int sum, int worth) => (Fraction.OfHundredths(sum) * Fraction.OfHundredths(Rubric.FullMarks) / Fraction.OfHundredths(worth)).RoundedHundredths();

    /// <summary>Whether the lines are what the leader submitted.</summary>
    public bool IsAsSubmitted => Hash.Length > 0 && Seal() == Hash;

    private string Seal() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _lines.OrderBy(l => l.No).Select(l =>
        string.Create(CultureInfo.InvariantCulture, $"{OrganizationId} {l.Code} {l.Points} {l.Worth} {l.Computed} {l.Self} {l.Given} {l.Team} {l.Reason} {l.TeamReason}"))))));

    /// <summary>What does not apply gives its points to the rest.</summary>
    private void Weigh()
    {
        var criteria = RubricScoring.OfPhase(Rubric, Round.Phase).ToList();
        var without = _lines.Where(l => l.IsNotApplicable).Select(l => l.Code).ToHashSet();
        var worth = RubricScoring.Worth(Rubric, criteria, criteria.Where(c => !without.Contains(c.Code)).ToHashSet());
        foreach (var (line, criterion) in _lines.Join(criteria, l => l.Code, c => c.Code, (l, c) => (l, c)))
        {
            line.Weigh(worth[criterion]);
        }
    }

    private void RequireScoring() => Rule.Require(Stage is SheetStage.Scoring, Stage is SheetStage.Waiting ? "抽签以后才能评分。" : "评分表已提交，不能再改；确需更正的，请区委组织部退回考核组。");

    private void RequireLeader(Actor by) => Rule.Require(Team!.IsLedBy(by.PersonId), "只有本考核组组长可以这样做。");

    private void RequireScorer(Actor by, RubricCategory category)
    {
        Rule.Require(Team!.Has(by.PersonId), "只能给本考核组抽到的单位评分。");
        Rule.Require(!Round.Recuses(by.PersonId, OrganizationId), "您与这个单位有须回避的关系，不能评分；请报告组长。");
        Rule.Require(_scorers.Find(s => s.Category == category.Code) is not { } scorer || scorer.PersonId == by.PersonId || Team.IsLedBy(by.PersonId),
            $"{category.Name}已由组长分给{_scorers.Find(s => s.Category == category.Code)?.Name}评分。");
    }
}

/// <summary>分工: who of the team scores a class of one sheet.</summary>
public sealed class ClassScorer : IBelongToOrganization, IAudited
{
    internal ClassScorer(int organizationId, string category, int personId, string name) => (OrganizationId, Category, PersonId, Name) = (organizationId, category, personId, name);

    private ClassScorer() { }

    public int Id { get; private set; }
    public int SheetId { get; private set; }
    public ScoreSheet Sheet { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>类编号.</summary>
    public string Category { get; private set; } = "";
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
}
