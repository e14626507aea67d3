using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 民主决策事项 by 一征三议两公开. Every step waits until the one before it holds: opinions gathered long enough, a quorum and a majority, a publication that has
/// ended. A vote that fails is recorded as it was; after it only a new proposal may follow, once.
/// </summary>
[Description("民主决策事项")]
public sealed class DecisionMatter : RegisterRecord, IFollowsDecisionRules
{
    private static readonly DecisionStep[] Order = Enum.GetValues<DecisionStep>(), ByVote = [DecisionStep.Propose, DecisionStep.Assembly, DecisionStep.Deliberate, DecisionStep.Resolve];

    private DecisionLimits _limits = DecisionLimits.Usual;

    [Description("事项名称")] public string Name { get; set; } = "";
    [Description("类别")] public DecisionCategory Category { get; set; }
    [Description("提出来源")] public string RaisedBy { get; set; } = "";
    [Description("涉及户数")] public int Households { get; set; }
    [Description("估算金额（元）")] public long? EstimateFen { get; set; }
    [Description("资金来源")] public FundingSources? Funding { get; set; }
    [Description("紧急事项")] public bool IsEmergency { get; set; }
    [Description("上级党组织审核意见")] public string SuperiorOpinion { get; set; } = "";
    [Description("决议批准金额（元）")] public long? ApprovedFen { get; set; }
    [Description("决算金额（元）")] public long? FinalFen { get; set; }
    [Description("居务监督意见")] public string SupervisionOpinion { get; set; } = "";
    [Description("未答复的异议（件）")] public int? OpenObjections { get; set; }
    [Description("终止日期")] public DateOnly? StoppedOn { get; set; }
    [Description("终止原因")] public string StopReason { get; set; } = "";

    /// <summary>The last step that has been entered; null: only raised.</summary>
    [Description("办理到")] public DecisionStep? Reached { get; private set; }

    /// <summary>第二次公开期满 without an open objection.</summary>
    [Description("办结日期")] public DateOnly? ClosedOn { get; private set; }

    public List<DecisionStepRecord> Steps { get; } = [];

    /// <summary>What held on the day it was raised holds for it to the end.</summary>
    public void Follow(IReadOnlyCollection<DecisionRule> rules) => _limits = DecisionLimits.On(On, rules);

    public override void Check(DateOnly today)
    {
        RequirePast(today, "立项日期");
        Rule.Require(Households > 0, "涉及户数应大于0。");
        Rule.Require(StoppedOn is null || (StoppedOn >= On && StopReason.Length > 0), "终止的，终止日期不能早于立项日期，并请写明终止原因。");
        var held = new Dictionary<DecisionStep, DecisionStepRecord>();
        DecisionStepRecord? last = null;
        foreach (var step in Steps.OrderBy(s => s.From).ThenBy(s => s.Step))
        {
            CheckDays(step, last?.From ?? On, today);
            if (held.TryGetValue(DecisionStep.Resolve, out var vote) && !HasPassed(vote))
            {
                Rule.Require(step.Step is DecisionStep.Propose && Steps.Count(s => s.Step is DecisionStep.Propose) <= 2,
                    $"决议没有通过：须有{_limits.Quorum.Text()}的应到人员到会，{_limits.Majority.Text()}的{_limits.Base.Text()}人员赞成。可以修改方案重新提议一次，或填写终止日期。");
                Array.ForEach(ByVote, s => held.Remove(s));
            }

            var expected = Order.FirstOrDefault(s => !held.ContainsKey(s));
            var early = IsEmergency && step.Step is DecisionStep.Implement && expected is DecisionStep.Resolve; // works that safety demands begin before the vote
            Rule.Require(step.Step == expected || early, $"还不能登记“{step.Step.Text()}”：{(expected == 0 ? "各步骤都已登记" : $"下一步应是“{expected.Text()}”")}。");
            var why = WhyNotYet(step, held, early);
            Rule.Require(why is null, $"还不能登记“{step.Step.Text()}”：{why}");
            held[step.Step] = last = step;
        }

        Reached = last?.Step;
        ClosedOn = StoppedOn is null && OpenObjections is null or 0 && held.TryGetValue(DecisionStep.PublishResult, out var end) && Lasted(end) >= _limits.PublicationDays ? end.To : null;
    }

    /// <summary>Meetings from the one day to the other at which too few were present or in favour, by the rule that the matter follows.</summary>
    public IEnumerable<DecisionStepRecord> Invalid(DateOnly from, DateOnly to) => Steps.Where(s => s.From >= from && s.From <= to && s is { Due: not null, Present: not null } && s.Step switch
    {
        DecisionStep.Propose or DecisionStep.Assembly => !HasQuorum(s),
        DecisionStep.Resolve => s.InFavour is null ? !HasQuorum(s) : !HasPassed(s),
        _ => false,
    });

    /// <summary>Publications that ended from the one day to the other sooner than the rule asks.</summary>
    public IEnumerable<DecisionStepRecord> TooShort(DateOnly from, DateOnly to) =>
        Steps.Where(s => s.Step is DecisionStep.PublishResolution or DecisionStep.PublishResult && s.To >= from && s.To <= to && Lasted(s) < _limits.PublicationDays);

    private static void CheckDays(DecisionStepRecord step, DateOnly after, DateOnly today)
    {
        var name = step.Step.Text();
        Rule.Require(step.From >= after && step.From <= today, $"“{name}”的日期（{step.From:yyyy-MM-dd}）应在上一步（{after:yyyy-MM-dd}）与今天之间。");
        Rule.Require(step.To is null || step.To >= step.From, $"“{name}”的截止日期不能早于开始日期。");
        Rule.Require(!(step.Present > step.Due) && !(step.InFavour > step.Present), $"“{name}”的人数请核对：赞成不多于实到，实到不多于应到。");
    }

    /// <summary>What is still missing of the steps before; null: nothing.</summary>
    private string? WhyNotYet(DecisionStepRecord step, Dictionary<DecisionStep, DecisionStepRecord> held, bool early) => step.Step switch
    {
        DecisionStep.Propose when Lasted(held[DecisionStep.Consult]) < _limits.ConsultDays => $"征求意见请填写起止日期，不少于{_limits.ConsultDays}天。",
        DecisionStep.Propose when held[DecisionStep.Consult].Words.Length == 0 => "请先写明征求意见的汇总情况。",
        DecisionStep.Assembly when !HasQuorum(held[DecisionStep.Propose]) => NoQuorum("两委会议"),
        DecisionStep.Deliberate when !HasQuorum(held[DecisionStep.Assembly]) => NoQuorum("党员大会"),
        DecisionStep.Resolve when SuperiorOpinion.Length == 0 => "方案还没有上级党组织的审核意见。",
        DecisionStep.Implement when early => SuperiorOpinion.Length == 0 ? "紧急事项先行实施，须有上级党组织的审核意见。" : null,
        DecisionStep.Implement when Lasted(held[DecisionStep.PublishResolution]) < _limits.PublicationDays || held[DecisionStep.PublishResolution].To >= step.From => $"决议公开不少于{_limits.PublicationDays}天，期满后才能组织实施。",
        DecisionStep.Implement when OpenObjections > 0 && !Steps.Exists(s => s.Step is DecisionStep.PublishResult) => $"还有{OpenObjections}件异议没有答复。",
        DecisionStep.PublishResult when held[DecisionStep.Implement].To is null || SupervisionOpinion.Length == 0 => "请先填写实施的完工验收日期（截止日期）和居务监督意见。",
        _ => null,
    };

    /// <summary>The first and the last day counted; 0 while it has no end.</summary>
    private static int Lasted(DecisionStepRecord step) => step.To is { } to ? to.DayNumber - step.From.DayNumber + 1 : 0;

    private string NoQuorum(string meeting) => $"{meeting}须有{_limits.Quorum.Text()}的应到人员到会，请重新召开后更正。";

    private bool HasQuorum(DecisionStepRecord step) => _limits.Quorum.IsReached(step.Present, step.Due);

    private bool HasPassed(DecisionStepRecord step) => HasQuorum(step) && _limits.Majority.IsReached(step.InFavour, _limits.Base is VoteBase.Due ? step.Due : step.Present);
}

/// <summary>办理步骤 with its days and votes.</summary>
[Description("办理步骤")]
public sealed class DecisionStepRecord : RegisterDetail
{
    [Description("步骤")] public DecisionStep Step { get; set; }
    [Description("日期（起）")] public DateOnly From { get; set; }
    [Description("截止日期")] public DateOnly? To { get; set; }
    [Description("应到")] public int? Due { get; set; }
    [Description("实到")] public int? Present { get; set; }
    [Description("赞成")] public int? InFavour { get; set; }
    [Description("情况")] public string Words { get; set; } = "";
}

/// <summary>一征、三议、两公开, with the assembly of members and the works between; raising the matter is the record itself.</summary>
public enum DecisionStep
{
    [Description("征求意见")] Consult = 1,
    [Description("两委提议")] Propose,
    [Description("党员大会讨论")] Assembly,
    [Description("商议")] Deliberate,
    [Description("决议")] Resolve,
    [Description("决议公开")] PublishResolution,
    [Description("组织实施")] Implement,
    [Description("结果公开")] PublishResult,
}

/// <summary>类别 of a matter.</summary>
public enum DecisionCategory
{
    [Description("公益性")] PublicBenefit,
    [Description("社会性")] Social,
    [Description("经费")] Funds,
    [Description("其他")] Other,
}

/// <summary>资金来源.</summary>
[Flags]
public enum FundingSources
{
    [Description("")] None = 0,
    [Description("财政")] Budget = 1,
    [Description("党费")] Dues = 2,
    [Description("帮扶单位")] SupportUnit = 4,
    [Description("社会捐赠")] Donation = 8,
    [Description("自筹")] Own = 16,
}
