using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>星级创评申报 of a two-new organisation: what it declared, and what was confirmed after the notice.</summary>
[Description("星级创评申报")]
public sealed class StarDeclaration : RegisterRecord
{
    /// <summary>公示 in days, the first and the last one counted.</summary>
    public const int NoticeDays = 5;

    [Description("上年星级")] public StarLevel? Former { get; set; }
    [Description("申报星级")] public StarLevel Declared { get; set; }
    [Description("自评分")] public int SelfScore { get; set; }
    [Description("越级依据")] public string LeapReason { get; set; } = "";
    [Description("特色做法")] public string Practice { get; set; } = "";
    [Description("党（工）委核定分")] public int? CommitteeScore { get; set; }
    [Description("现场核验日期")] public DateOnly? VerifiedOn { get; set; }
    [Description("公示开始日期")] public DateOnly? NoticeFrom { get; set; }
    [Description("公示结束日期")] public DateOnly? NoticeTo { get; set; }
    [Description("评定星级")] public StarLevel? Confirmed { get; set; }
    [Description("评定日期")] public DateOnly? ConfirmedOn { get; set; }
    [Description("评定文号")] public string DocumentNo { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "申报日期");
        Rule.Require(SelfScore is >= 0 and <= 100 && CommitteeScore is null or (>= 0 and <= 100), "自评分和核定分应在0至100之间。");
        Rule.Require(Former is not { } former || Declared <= former + 1 || LeapReason.Length > 0, "一般每年晋升一星；越级申报的，请写明依据（市级以上表彰文号）。");
        Rule.Require(Confirmed is null == ConfirmedOn is null, "评定星级和评定日期请一并填写。");
        if (Confirmed is { } star)
        {
            Rule.Require(ConfirmedOn >= On && ConfirmedOn <= today && DocumentNo.Length > 0, "评定日期应在申报日期与今天之间，并填写评定文号。");
            Rule.Require(NoticeFrom is { } from && NoticeTo is { } to && to.DayNumber - from.DayNumber + 1 >= NoticeDays && to < ConfirmedOn, $"公示不少于{NoticeDays}天，期满后才能评定。");
            Rule.Require(star < StarLevel.Four || VerifiedOn is not null, "四星、五星须经现场核验，请填写核验日期。");
        }
    }
}

/// <summary>星级.</summary>
public enum StarLevel
{
    [Description("一星")] One = 1,
    [Description("二星")] Two,
    [Description("三星")] Three,
    [Description("四星")] Four,
    [Description("五星")] Five,
}
