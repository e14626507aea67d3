using System.ComponentModel;

namespace PartyWork.Domain.AnnualReports;

/// <summary>Every check by name. Up to <see cref="PlanFrequency"/> they compare figures, from <see cref="EmptyFigure"/> on they read the text.</summary>
public enum ReportRule
{
    [Description("后进整顿数字前后一致")] SameRectification = 1,
    [Description("人才数字前后一致")] SameTalents,
    [Description("两新书记培训人数前后一致")] SameTrained,
    [Description("示范点确定数与年中检查数相符")] CheckedSites,
    [Description("示范点确定数不大于申报数")] ConfirmedWithinDeclared,
    [Description("完成承诺数不大于承诺数")] CompletedWithinMade,
    [Description("两新党组织分项合计等于总数")] TwoNewAddsUp,
    [Description("覆盖率不超过100%")] Coverage,
    [Description("四位一体力量配备到位")] FourInOne,
    [Description("考核党（工）委数与在册数相符")] CommitteesAssessed,
    [Description("推行社区数不大于社区总数")] DecisionCommunities,
    [Description("金额与经费记录相符")] Money,
    [Description("约数是向下取整")] Floors,
    [Description("组织生活计划不宽于国家规定")] PlanFrequency,

    [Description("指标空数")] EmptyFigure = 21,
    [Description("遗留占位符")] Placeholder,
    [Description("空条目")] EmptyItem,
    [Description("编号连续")] Numbering,
    [Description("地域称谓统一")] PlaceWords,
    [Description("年份正确")] WrongYear,
    [Description("错别字")] Typo,
    [Description("提法写法统一")] Slogan,
    [Description("会议名称规范")] MeetingName,
    [Description("篇幅")] Length,
    [Description("来源残留")] Remnant,
    [Description("序数取自指标")] TypedOrdinal,
    [Description("标点规范")] Punctuation,
    [Description("旧口径")] OldRule,
    [Description("提法在有效期内")] ExpiredWording,
}

public enum FindingLevel
{
    [Description("差错")] Error = 1,
    [Description("提示")] Warning,
}

/// <summary>One thing that a check has found.</summary>
/// <param name="Place">Key of the paragraph; empty for the whole report.</param>
/// <param name="Words">What is wrong, with the words or numbers concerned.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ReportFinding(ReportRule Rule, FindingLevel Level, string Place, string Words, string Remedy);

/// <summary>Why a warning may stand. It holds for what was found then: when the words or numbers change, it is asked again.</summary>
public sealed class ReportExplanation : IAudited
{
    internal ReportExplanation(ReportFinding finding, string reason, Actor by, DateOnly today)
    {
        (Rule, Place, Words) = (finding.Rule, finding.Place, finding.Words);
        Write(reason, by, today);
    }

    private ReportExplanation() { }

    public int Id { get; private set; }
    public int AnnualReportId { get; private set; }
    public ReportRule Rule { get; private set; }
    public string Place { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateOnly On { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public bool IsOf(ReportFinding finding) => Rule == finding.Rule && Place == finding.Place && Words == finding.Words;

    internal void Write(string reason, Actor by, DateOnly today) => (Reason, By, On) = (reason, by.Name, today);
}
