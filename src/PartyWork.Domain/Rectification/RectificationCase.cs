using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Rectification;

/// <summary>整顿基线: how it stood when it was listed, against which it is accepted.</summary>
/// <param name="Votes">有效票.</param>
/// <param name="Satisfied">非常满意、满意和基本满意.</param>
/// <param name="Petitions">列入前一年的信访件次.</param>
/// <param name="Source">数据来源.</param>
public sealed record CaseBaseline(int Votes, int Satisfied, int Petitions, int Residents, int Households, string Source);

/// <summary>
/// 整顿社区 of one batch, from the first look to 销号 and the look-back. Its problems and measures are rows of the community's own three lists; what
/// was done (visits, opinions, funds) are records of their own.
/// </summary>
public sealed class RectificationCase : IBelongToOrganization, IAudited
{
    public const int TextMaxLength = 500, NumberMaxLength = 50, SourceMaxLength = 100;

    /// <summary>列入后 so many days: then the four roles must be filled.</summary>
    public const int RolesDueDays = 15;

    /// <summary>销号后 so many months: then the look-back is due.</summary>
    public const int LookBackMonths = 6;

    private readonly List<CaseHelper> _helpers = [];
    private readonly List<CaseProblem> _problems = [];
    private readonly List<CaseStep> _steps = [];
    private readonly List<CaseDirection> _directions = [];

    /// <summary>摸排发现: somebody has looked, and thinks it should be listed.</summary>
    public RectificationCase(RectificationBatch batch, Organization community, CaseReasons reasons, string causes, Actor by, DateOnly today)
    {
        Rule.Require(community.Domain is OrganizationDomain.Community && community.Level is OrganizationLevel.Primary, "整顿对象应为社区党组织。");
        (Batch, OrganizationId) = (batch, community.Id);
        Write(reasons, causes, "");
        MoveTo(CaseStage.Candidate, causes, by, today);
    }

    private RectificationCase() { }

    public int Id { get; private set; }

    /// <summary>The community.</summary>
    public int OrganizationId { get; private set; }
    public int BatchId { get; private set; }
    public RectificationBatch Batch { get; private set; } = null!;
    public CaseStage Stage { get; private set; }
    public CaseReasons Reasons { get; private set; }

    /// <summary>问题成因.</summary>
    public string Causes { get; private set; } = "";

    /// <summary>整顿目标.</summary>
    public string Aim { get; private set; } = "";
    public CaseBaseline? Baseline { get; private set; }
    public DateOnly? ListedOn { get; private set; }

    /// <summary>列入的会议文号.</summary>
    public string ListingNo { get; private set; } = "";

    /// <summary>四支力量到位时限, after the listing or a relapse.</summary>
    public DateOnly? RolesDueOn { get; private set; }

    /// <summary>The day on which there was a plan for the first time; the plan approved anew after a relapse is a step.</summary>
    public DateOnly? PlanApprovedOn { get; private set; }

    /// <summary>销号日期; none again after a relapse.</summary>
    public DateOnly? EndedOn { get; private set; }
    public IReadOnlyList<CaseHelper> Helpers => _helpers;
    public IReadOnlyList<CaseProblem> Problems => _problems;
    public IReadOnlyList<CaseStep> Steps => _steps;
    public IReadOnlyList<CaseDirection> Directions => _directions;


    /// <summary>回头看: due so long after 销号.</summary>
    public DateOnly? LookBackDueOn => EndedOn?.AddMonths(LookBackMonths);

    /// <summary>The first day on which acceptance can be applied for.</summary>
    public DateOnly? EarliestApplication => ListedOn?.AddMonths(Batch.Scheme.LeastMonths);

    /// <summary>整顿第n天, the listing being the first; stands still once it has ended.</summary>
    public int? DayOn(DateOnly today) => DayOn(ListedOn, EndedOn, today);

    /// <summary>The same, for a page that has read only the days.</summary>
    public static int? DayOn(DateOnly? listedOn, DateOnly? endedOn, DateOnly today) => listedOn is { } from ? (endedOn ?? today).DayNumber - from.DayNumber + 1 : null;

    /// <summary>情形、成因、目标, until it is listed; the aim also after.</summary>
    public void Write(CaseReasons reasons, string causes, string aim)
    {
        Rule.Require(Stage is 0 || Stage.IsBeforeListing() || (Stage.IsUnderWay() && (reasons, causes) == (Reasons, Causes)), "已经列入，列入情形和成因不再修改，只能修改整顿目标。");
        Rule.Require(reasons is not CaseReasons.None, "请至少选择一种列入情形。");
        Rule.Require(causes.Length is > 0 and <= TextMaxLength, $"请写明主要问题和成因，不超过{TextMaxLength}字。");
        Rule.Require(aim.Length <= TextMaxLength, $"整顿目标不超过{TextMaxLength}字。");
        (Reasons, Causes, Aim) = (reasons, causes, aim);
    }

    /// <summary>基线: taken down before it is listed, and not touched after.</summary>
    public void SetBaseline(CaseBaseline baseline)
    {
        Rule.Require(Stage.IsBeforeListing(), "已经列入，基线数据不再修改。");
        Rule.Require(baseline.Votes > 0 && baseline.Satisfied >= 0 && baseline.Satisfied <= baseline.Votes, "请填写测评有效票和满意票，满意票不能多于有效票。");
        Rule.Require(baseline.Petitions >= 0, "请填写近一年信访件次，没有的填0。");
        Rule.Require(baseline.Residents > 0 && baseline.Households > 0, "请填写居民人口和户数。");
        Rule.Require(baseline.Source.Length is > 0 and <= SourceMaxLength, $"请写明基线数据的来源，不超过{SourceMaxLength}字。");
        Baseline = baseline;
    }

    /// <summary>核查, in one way or several: 自查、部门联查、走访.</summary>
    public void Check(CheckMethod method, string finding, Actor by, DateOnly on, DateOnly today)
    {
        Require(CaseStage.Candidate, CaseStage.Checked);
        Rule.Require(Enum.IsDefined(method), "请选择核查方式。");
        Rule.RequireText(finding, CaseStep.WordsMaxLength, "核查情况");
        RequirePast(on, today, "核查日期");
        MoveTo(CaseStage.Checked, finding, by, on, method);
    }

    /// <summary>拟列入: the committee's proposal.</summary>
    public void Propose(string opinion, Actor by, DateOnly today)
    {
        Require(CaseStage.Checked);
        Rule.Require(Reasons is not CaseReasons.None, "请至少选择一种列入情形。");
        Rule.RequireText(opinion, CaseStep.WordsMaxLength, "党（工）委意见");
        MoveTo(CaseStage.Proposed, opinion, by, today);
    }

    /// <summary>列入 by the meeting that decides it. Without a reason and a baseline nobody is listed; from now on the four roles are to be filled.</summary>
    public void List(string meetingNo, DateOnly on, Actor by, DateOnly today)
    {
        Require(CaseStage.Proposed);
        Rule.Require(Reasons is not CaseReasons.None, "没有列入情形的，不能列入整顿。");
        Rule.Require(Baseline is not null, "请先登记群众满意率和信访件次的基线，再列入整顿：没有基线，以后无法对比。");
        Rule.Require(meetingNo.Length is > 0 and <= NumberMaxLength, $"请填写研究列入的会议文号，不超过{NumberMaxLength}字。");
        RequirePast(on, today, "列入日期");
        (ListedOn, ListingNo, RolesDueOn) = (on, meetingNo, on.AddDays(RolesDueDays));
        MoveTo(CaseStage.Listed, meetingNo, by, on);
    }

    /// <summary>不列入, with the reason: it is no longer a candidate of this batch.</summary>
    public void Drop(string reason, Actor by, DateOnly today)
    {
        Rule.Require(Stage.IsBeforeListing(), "已经列入的社区，须经验收才能销号。");
        Rule.RequireText(reason, CaseStep.WordsMaxLength, "不列入的理由");
        MoveTo(CaseStage.Dropped, reason, by, today);
    }

    /// <summary>选派: one more helper in one of the four roles.</summary>
    /// <param name="holding">The post at the community, of the kind that goes with the role, for a helper with an account; of a district leader the liaison's. Null where nobody has one.</param>
    public CaseHelper Appoint(HelperRole role, HelperText text, DateOnly from, PostHolding? holding)
    {
        Rule.Require(Stage.IsUnderWay(), Stage.IsBeforeListing() ? "列入整顿以后才能选派帮扶力量。" : "整顿已经结束，不能再选派帮扶力量。");
        Rule.Require(Enum.IsDefined(role), "请选择帮扶角色。");
        Rule.Require(text.Name.Length is > 0 and <= CaseHelper.NameMaxLength, $"请填写姓名，不超过{CaseHelper.NameMaxLength}字。");
        Rule.Require(text.Unit.Length is > 0 and <= CaseHelper.UnitMaxLength, $"请填写单位，不超过{CaseHelper.UnitMaxLength}字。");
        Rule.Require(text.Post.Length <= CaseHelper.PostMaxLength && text.Phone.Length <= CaseHelper.PhoneMaxLength, $"职务不超过{CaseHelper.PostMaxLength}字，电话不超过{CaseHelper.PhoneMaxLength}位。");
        Rule.Require(from >= ListedOn, $"选派日期不能早于列入日期（{ListedOn:yyyy-MM-dd}）。");
        Rule.Require(_helpers.TrueForAll(h => h.To is not null || h.Role != role || h.Name != text.Name), $"{text.Name}已经是{role.Text()}。");
        Rule.Require(holding is null || (holding.Kind == role.Post() && holding.To is null && holding.Organization.Id == OrganizationId), $"任职应为本社区的{role.Post().Text()}。");
        var helper = new CaseHelper(this, role, text, from, holding);
        _helpers.Add(helper);
        return helper;
    }

    /// <summary>轮换 or 撤回: a helper goes while the case goes on.</summary>
    public void Release(CaseHelper helper, DateOnly on, DateOnly today)
    {
        Rule.Require(_helpers.Contains(helper) && helper.To is null, $"{helper.Name}的帮扶已经结束。");
        Rule.Require(on >= helper.From && on <= today, "结束日期应在选派日期至今天之间。");
        End(helper, on);
    }

    /// <summary>What of the four roles is still to be filled, each a sentence; empty when all are.</summary>
    public IReadOnlyList<string> RolesMissing => RolesMissingOf(Batch.Scheme, _helpers.Where(h => h.To is null).Select(h => (h.Role, h.Name, h.Unit)));

    /// <summary>The same, for a list that has read only who helps.</summary>
    public static IReadOnlyList<string> RolesMissingOf(BatchScheme scheme, IEnumerable<(HelperRole Role, string Name, string Unit)> helping)
    {
        var now = helping.ToLookup(h => h.Role);
        return [.. Enum.GetValues<HelperRole>().Select(role => (role, Have: role is HelperRole.SupportUnit ? now[role].Select(h => h.Unit).Distinct().Count() : now[role].Count(), Least: scheme.Least(role)))
            .Where(r => r.Have < r.Least)
            .Select(r => r.role switch
            {
                HelperRole.WorkTeam => $"工作组缺{r.Least - r.Have}人（应有{r.Least}人，已有{r.Have}人）",
                HelperRole.SupportUnit => $"帮扶单位缺{r.Least - r.Have}个（应有{r.Least}个，已有{r.Have}个）",
                _ => $"{r.role.Text()}缺{r.Least - r.Have}名（应有{r.Least}名，已有{r.Have}名）",
            })];
    }

    /// <summary>列入方案: a problem of the community's own list becomes one of this plan's; once the plan is approved, only a complete one, and it is in force at once.</summary>
    /// <param name="reason">The one reason of listing that it answers.</param>
    public CaseProblem Include(Problem problem, CaseReasons reason, long? plannedFen)
    {
        Rule.Require(Stage.IsUnderWay(), Stage.IsBeforeListing() ? "列入整顿以后才能编制方案。" : "整顿已经结束，方案不能再改。");
        Rule.Require(problem.OrganizationId == OrganizationId, "方案只能列入本社区问题清单中的问题。");
        Rule.Require(System.Numerics.BitOperations.IsPow2((int)reason) && Reasons.HasFlag(reason), "请选择该问题对应的列入情形。");
        Rule.Require(plannedFen is null or > 0, "计划资金应大于0；不需要资金的不填。");
        Rule.Require(_problems.TrueForAll(p => p.Problem != problem), $"问题{problem.No}已经列入方案。");
        var row = new CaseProblem(this, problem, reason, plannedFen);
        if (Stage.IsRectifying())
        {
            Rule.Require(row.Missing.Count == 0, $"方案已经批准，补充的问题应有措施、责任人和时限：问题{problem.No}缺{string.Join('、', row.Missing)}。");
            row.File();
        }

        _problems.Add(row);
        return row;
    }

    /// <summary>措施: one more task that answers a problem of the plan; once the plan is approved it is in force at once.</summary>
    public void Measure(CaseProblem row, WorkTask task)
    {
        Rule.Require(Stage.IsUnderWay() && _problems.Contains(row), "整顿已经结束，方案不能再改。");
        Rule.Require(task.Lead.Text.Length > 0 && task.EffectiveDue is not null, "请填写措施的责任人和时限。");
        row.Answer(task);
        if (Stage.IsRectifying())
        {
            row.File();
        }
    }

    /// <summary>移出方案 while it has not been approved; the problem stays in the community's list.</summary>
    public void Exclude(CaseProblem row)
    {
        Rule.Require(Stage is CaseStage.Listed or CaseStage.Relapsed, "方案已经批准，问题不能再移出；不能办理的，请说明。");
        _problems.Remove(row);
    }

    /// <summary>批准方案 by 组织科: every problem has measure, owner and due day. What of it is not in force yet is from now on: its tasks are the community's.</summary>
    public void ApprovePlan(Actor by, DateOnly today)
    {
        Require(CaseStage.Listed, CaseStage.Relapsed);
        Rule.Require(_problems.Count > 0, "方案还没有列入问题，不能批准。");
        Rule.Require(Aim.Length > 0, "请先填写整顿目标，再批准方案。");
        var incomplete = _problems.Where(p => p.Missing.Count > 0).OrderBy(p => p.Problem.No).Select(p => $"问题{p.Problem.No}缺{string.Join('、', p.Missing)}").ToList();
        Rule.Require(incomplete.Count == 0, $"每个问题都有措施、责任人和时限才能批准：{string.Join("；", incomplete)}。");
        _problems.ForEach(p => p.File());

        PlanApprovedOn ??= today; // what was reported and counted since stays so after a relapse
        MoveTo(CaseStage.Rectifying, "", by, today);
    }

    /// <summary>不能办理已说明: it is not put right, and the residents were told why.</summary>
    public void Explain(CaseProblem row, string explanation, Actor by, DateOnly today)
    {
        Rule.Require(Stage.IsRectifying(), "整顿期间才能登记不能办理的说明。");
        row.Explain(explanation, by, today);
    }

    /// <summary>研判走向 of a month; a later judgement of the same month replaces it.</summary>
    public void Judge(DateOnly month, TravelDirection direction, string reason, Actor by, DateOnly today)
    {
        Rule.Require(PlanApprovedOn is { } from && MonthOf(month) >= MonthOf(from) && MonthOf(month) <= MonthOf(today), "请选择整顿期间的月份。");
        Rule.Require(Enum.IsDefined(direction), "请选择本月走向。");
        Rule.Require(reason.Length is > 0 and <= CaseDirection.ReasonMaxLength, $"请写明判断走向的依据，不超过{CaseDirection.ReasonMaxLength}字。");
        var row = _directions.Find(d => d.Month == MonthOf(month));
        if (row is null)
        {
            row = new CaseDirection(this, MonthOf(month));
            _directions.Add(row);
        }

        row.Set(direction, reason, by, today);
    }

    /// <summary>初验 by the committee: all problems are closed or explained.</summary>
    public void PreAccept(string opinion, Actor by, DateOnly today)
    {
        Require(CaseStage.Rectifying, CaseStage.Consolidating, CaseStage.Extended);
        var open = _problems.Where(p => !p.IsSettled).OrderBy(p => p.Problem.No).Select(p => $"问题{p.Problem.No}").ToList();
        Rule.Require(open.Count == 0, $"还有问题没有销号，也没有说明，不能初验：{string.Join('、', open)}。");
        Rule.RequireText(opinion, CaseStep.WordsMaxLength, "初验意见");
        MoveTo(CaseStage.PreAccepted, opinion, by, today);
    }

    /// <summary>申请验收 by the committee's secretary, not before the scheme's months are over.</summary>
    public void Apply(string words, Actor by, DateOnly today)
    {
        Require(CaseStage.PreAccepted);
        Rule.Require(today >= EarliestApplication, $"列入整顿不满{Batch.Scheme.LeastMonths}个月，{EarliestApplication:yyyy年M月d日}起可以申请验收。");
        Rule.RequireText(words, CaseStep.WordsMaxLength, "申请说明");
        MoveTo(CaseStage.Applied, words, by, today);
    }

    /// <summary>验收结果. Accepted it is 销号: the help ends, and in six months somebody looks again; otherwise it goes on.</summary>
    public void Decide(AcceptanceOutcome outcome, string words, Actor by, DateOnly on, DateOnly today)
    {
        Require(CaseStage.Applied);
        Rule.Require(Enum.IsDefined(outcome), "请选择验收结果。");
        Rule.RequireText(words, CaseStep.WordsMaxLength, "验收意见");
        RequirePast(on, today, "验收日期");
        MoveTo(outcome switch { AcceptanceOutcome.Accepted => CaseStage.Accepted, AcceptanceOutcome.Consolidating => CaseStage.Consolidating, _ => CaseStage.Extended }, words, by, on);
        if (outcome is AcceptanceOutcome.Accepted)
        {
            EndedOn = on;
            foreach (var helper in _helpers.Where(h => h.To is null))
            {
                End(helper, on);
            }
        }
    }

    /// <summary>回头看合格.</summary>
    public void LookBack(string finding, Actor by, DateOnly on, DateOnly today)
    {
        Require(CaseStage.Accepted);
        Rule.RequireText(finding, CaseStep.WordsMaxLength, "回头看情况");
        RequirePast(on, today, "回头看日期");
        MoveTo(CaseStage.Settled, finding, by, on);
    }

    /// <summary>反弹: it is taken up again with all that was before; help and plan are to be set up anew.</summary>
    public void Relapse(string fact, Actor by, DateOnly on, DateOnly today)
    {
        Require(CaseStage.Accepted, CaseStage.Settled);
        Rule.RequireText(fact, CaseStep.WordsMaxLength, "反弹的事实");
        RequirePast(on, today, "认定日期");
        (EndedOn, RolesDueOn) = (null, on.AddDays(RolesDueDays));
        MoveTo(CaseStage.Relapsed, fact, by, on);
    }

    /// <summary>The help ends, and with the last who helps from it the post that gave access: posts of these kinds are there for the help alone.</summary>
    private void End(CaseHelper helper, DateOnly on)
    {
        helper.End(on);
        if (helper.Holding is { To: null } post && !_helpers.Exists(h => h.Holding == post && h.To is null))
        {
            post.End(on < post.From ? post.From : on);
        }
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private void MoveTo(CaseStage stage, string words, Actor by, DateOnly on, CheckMethod? method = null)
    {
        Stage = stage;
        _steps.Add(new CaseStep(this, stage, method, words, by, on));
    }

    private void Require(params ReadOnlySpan<CaseStage> stages) => Rule.Require(stages.Contains(Stage), $"该社区目前为“{Stage.Text()}”，不能办理这一步，请刷新后查看。");

    private void RequirePast(DateOnly on, DateOnly today, string what)
    {
        Rule.Require(on <= today, $"{what}不能晚于今天。");
        var last = _steps.Max(s => (DateOnly?)s.On);
        Rule.Require(!(on < last), $"{what}不能早于上一步（{last:yyyy-MM-dd}）。");
    }
}
