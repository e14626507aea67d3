using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 组织生活频次规定: how often a form of organisational life is held, from its day on until another one takes its place. A district may ask for more than
/// the national rule, never for less.
/// </summary>
[Description("组织生活频次规定")]
public sealed class MeetingRule : RegisterRecord
{
    [Description("形式")] public MeetingKind Kind { get; set; }
    [Description("周期")] public MeetingPeriod Period { get; set; }
    [Description("最少次数")] public int Least { get; set; }
    [Description("最多次数")] public int? Most { get; set; }
    [Description("适用范围")] public MeetingUnits Units { get; set; }
    [Description("依据")] public string Basis { get; set; } = "";

    public override void Check(DateOnly today)
    {
        Rule.Require(Least > 0 && !(Most < Least), "最少次数应大于0，最多次数不能少于最少次数。");
        var national = MeetingFrequency.National.Single(n => n.Kind == Kind).Period;
        Rule.Require(Period <= national, $"“{Kind.Text()}”国家规定每{national.Text()}至少一次，本区的规定可以更严，不能更宽。");
        Rule.Require(Kind is MeetingKind.LeaderMeeting == Units is MeetingUnits.Leadership, "民主生活会是领导班子的制度，适用范围请选领导班子；党支部开的是组织生活会。");
        Rule.Require(Kind is MeetingKind.Group == Units is MeetingUnits.Groups, "党小组会适用于党小组，其他形式不适用于党小组。");
    }
}

/// <summary>周期, the shortest first.</summary>
public enum MeetingPeriod
{
    [Description("月")] Month,
    [Description("季度")] Quarter,
    [Description("年")] Year,
}

/// <summary>Which organisations owe it.</summary>
public enum MeetingUnits
{
    [Description("党支部和基层党组织")] Branches,
    [Description("设委员会的基层党组织")] WithCommittee,
    [Description("党小组")] Groups,
    [Description("党（工）委领导班子")] Leadership,
}
