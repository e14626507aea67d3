using System.ComponentModel;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Assessments;

/// <summary>一票否决事由: a closed list. There is no other, and nobody can add one.</summary>
public enum VetoGround
{
    [Description("发生严重政治问题或重大负面事件且负有责任")] Political = 1,
    [Description("班子成员涉嫌犯罪被立案或受撤销党内职务以上处分")] Criminal,
    [Description("违规发展党员经查实")] IllegalAdmission,
    [Description("挪用、截留党建或专项经费")] FundMisuse,
    [Description("弄虚作假、编造记录情节严重")] Fabrication,
}

/// <summary>否决审查走到哪一步.</summary>
public enum VetoStage
{
    [Description("待听取意见")] Raised = 1,
    [Description("待部务会认定")] Heard,
    [Description("已认定")] Confirmed,
    [Description("不予认定")] Dismissed,
}

/// <summary>一票否决审查 of one organisation in one year: raised with facts, the organisation heard, decided by the department's meeting, and the organisation told.</summary>
public sealed class VetoReview : IBelongToOrganization, IAudited
{
    public const int WordsMaxLength = 500, NumberMaxLength = 50;

    /// <param name="domain">Of the organisation: a community is never vetoed.</param>
    public VetoReview(int organizationId, OrganizationDomain domain, int year, VetoGround ground, string facts, Actor by, DateOnly today)
    {
        Rule.Require(domain is not OrganizationDomain.Community, "社区不实行一票否决，不能提请否决审查。");
        Rule.Require(Enum.IsDefined(ground), "请选择否决事由。");
        Rule.Require(facts.Length is > 0 and <= WordsMaxLength, $"请写明事实和依据，不超过{WordsMaxLength}字。");
        (OrganizationId, Year, Ground, Facts, Stage, RaisedBy, RaisedOn) = (organizationId, year, ground, facts, VetoStage.Raised, by.Name, today);
    }

    private VetoReview() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }
    public VetoGround Ground { get; private set; }

    /// <summary>事实和依据.</summary>
    public string Facts { get; private set; } = "";
    public VetoStage Stage { get; private set; }
    public string RaisedBy { get; private set; } = "";
    public DateOnly RaisedOn { get; private set; }
    public DateOnly? HeardOn { get; private set; }

    /// <summary>What the organisation said for itself.</summary>
    public string Statement { get; private set; } = "";
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>部务会纪要文号.</summary>
    public string MeetingNo { get; private set; } = "";

    /// <summary>认定 or 不予认定 and why.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>通知书文号 by which the organisation was told.</summary>
    public string NoticeNo { get; private set; } = "";

    /// <summary>听取意见: nothing is confirmed before the organisation was heard.</summary>
    public void Hear(DateOnly on, string statement, DateOnly today)
    {
        Rule.Require(Stage is VetoStage.Raised, "已经听取过意见。");
        Rule.Require(on >= RaisedOn && on <= today, $"听取意见的日期应在{RaisedOn:M月d日}至今天之间。");
        Rule.Require(statement.Length is > 0 and <= WordsMaxLength, $"请记下该党组织的陈述；没有异议的也请写明，不超过{WordsMaxLength}字。");
        (HeardOn, Statement, Stage) = (on, statement, VetoStage.Heard);
    }

    /// <summary>部务会认定 or 不予认定, and the notice to the organisation.</summary>
    public void Decide(bool confirms, DateOnly on, string meetingNo, string decision, string noticeNo, DateOnly today)
    {
        Rule.Require(Stage is VetoStage.Heard, Stage is VetoStage.Raised ? "听取该党组织意见后才能提交部务会认定。" : "部务会已经作出决定。");
        Rule.Require(on >= HeardOn && on <= today, $"部务会日期应在{HeardOn:M月d日}至今天之间。");
        Rule.Require(meetingNo.Length is > 0 and <= NumberMaxLength && noticeNo.Length is > 0 and <= NumberMaxLength, $"请填写部务会纪要文号和通知书文号，各不超过{NumberMaxLength}字。");
        Rule.Require(decision.Length is > 0 and <= WordsMaxLength, $"请写明决定的理由，不超过{WordsMaxLength}字。");
        (DecidedOn, MeetingNo, Decision, NoticeNo, Stage) = (on, meetingNo, decision, noticeNo, confirms ? VetoStage.Confirmed : VetoStage.Dismissed);
    }
}
