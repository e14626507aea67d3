using System.ComponentModel;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>示范点走到哪一步.</summary>
public enum SiteStage
{
    [Description("待推荐")] Declared = 1,
    [Description("已推荐")] Endorsed,
    [Description("资料已审核")] Reviewed,
    [Description("已实地查看")] Visited,
    [Description("拟确定")] Shortlisted,
    [Description("公示中")] InNotice,
    [Description("已确定")] Confirmed,
    [Description("培育中")] Cultivating,
    [Description("已命名")] Named,
    [Description("警示")] Warned,
    [Description("未确定")] Declined,
    [Description("已移出")] Removed,
    [Description("已摘牌")] Delisted,
}

/// <summary>What the meeting decided on a confirmed site.</summary>
public enum SiteOutcome
{
    [Description("命名")] Named = 1,
    [Description("继续培育")] Continued,
    [Description("移出")] Removed,
    [Description("复核保留")] Kept,
    [Description("复核警示")] Warned,
    [Description("摘牌")] Delisted,
}

/// <summary>警示、移出、摘牌的事由: a closed list, so that what is taken away is taken away for a reason that everybody knows.</summary>
public enum SiteReason
{
    [Description("发生一票否决事项")] Veto = 1,
    [Description("年度得分连续两年低于80分")] LowTwice,
    [Description("被列为后进整顿")] Rectification,
    [Description("弄虚作假")] FalseRecords,
    [Description("党组织撤并")] Merged,
    [Description("创建措施不落实")] PlanNotKept,
    [Description("不再具备条件")] Unfit,
}

/// <summary>How a stage is called by the programme's own wording: where nothing is named, no word says so.</summary>
public static class SiteStages
{
    /// <summary>Confirmed and not ended: it counts, is checked, and keeps its organisation from a second one.</summary>
    public static bool IsLive(SiteStage stage) => stage is >= SiteStage.Confirmed and <= SiteStage.Warned;

    public static string Word(SiteStage stage, SiteWording wording) => (stage, wording) switch
    {
        (SiteStage.Confirmed, SiteWording.Contact) => "培育对象",
        (SiteStage.Named, SiteWording.Contact) => "联系点",
        (SiteStage.Delisted, SiteWording.Contact) => "已退出",
        _ => stage.Text(),
    };

    public static string Word(SiteOutcome outcome, SiteWording wording) => (outcome, wording) switch
    {
        (SiteOutcome.Named, SiteWording.Contact) => "列为联系点",
        (SiteOutcome.Delisted, SiteWording.Contact) => "退出",
        _ => outcome.Text(),
    };
}
