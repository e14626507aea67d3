using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>组织生活记录: type, day, how many were due and present, topic. One event may be of two types (党课 during a 党员大会), not more.</summary>
[Description("组织生活记录")]
public sealed class MeetingRecord : RegisterRecord
{
    [Description("类型")] public MeetingKind Kind { get; set; }
    [Description("同时也是")] public MeetingKind? AlsoKind { get; set; }
    [Description("主题")] public string Topic { get; set; } = "";
    [Description("应到人数")] public int Due { get; set; }
    [Description("实到人数")] public int Present { get; set; }
    [Description("主持人")] public string Chair { get; set; } = "";
    [Description("地点")] public string Place { get; set; } = "";
    [Description("决议和下步事项")] public string Resolution { get; set; } = "";

    /// <summary>补开: the period that this meeting makes up for ended before its day.</summary>
    [Description("补开哪一期（填期内任一天）")] public DateOnly? MakesUpFor { get; set; }

    public override void Check(DateOnly today)
    {
        RequirePast(today, "召开日期");
        Rule.Require(Due > 0, "应到人数应大于0。");
        Rule.Require(Present >= 0 && Present <= Due, $"实到人数（{Present}）不能多于应到人数（{Due}）。");
        Rule.Require(AlsoKind != Kind, "“同时也是”不要与类型相同，一种类型的不填。");
        Rule.Require(MakesUpFor is null || MakesUpFor < On, "补开的那一期应在召开日期之前。");
    }
}

/// <summary>组织生活形式.</summary>
public enum MeetingKind
{
    [Description("党员大会")] Assembly,
    [Description("支部委员会")] Committee,
    [Description("党小组会")] Group,
    [Description("党课")] Lecture,
    [Description("主题党日")] ThemeDay,
    [Description("组织生活会")] OrganizationalLife,
    [Description("民主评议党员")] Appraisal,
    [Description("谈心谈话")] Talk,
    [Description("民主生活会")] LeaderMeeting,
}
