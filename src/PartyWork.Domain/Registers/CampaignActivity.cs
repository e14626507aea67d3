using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>主题活动: held once, entered once by who organised it, however many took part in organising.</summary>
[Description("主题活动")]
public sealed class CampaignActivity : RegisterRecord
{
    [Description("活动名称")] public string Name { get; set; } = "";
    [Description("主题")] public CampaignTags Tags { get; set; }
    [Description("对应规定动作")] public string Part { get; set; } = "";
    [Description("组织生活模块")] public ActivityModules? Modules { get; set; }
    [Description("联办单位")] public string JointUnits { get; set; } = "";
    [Description("地点")] public string Place { get; set; } = "";
    [Description("应参加党员数")] public int? MembersDue { get; set; }
    [Description("参加党员人数")] public int Members { get; set; }
    [Description("参加群众人数")] public int? Masses { get; set; }
    [Description("内容")] public string Content { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "活动日期");
        Rule.Require(Members + (Masses ?? 0) > 0, "请填写参加人数。");
        Rule.Require(MembersDue is null || Members <= MembersDue, $"参加党员（{Members}）不能多于应参加党员（{MembersDue}）；邀请的其他单位党员计入群众或联办单位。");
    }
}

/// <summary>Which campaigns an activity belongs to.</summary>
[Flags]
public enum CampaignTags
{
    [Description("")] None = 0,
    [Description("我是党员我先行")] MembersFirst = 1,
    [Description("三亮三比三创")] ShowCompeteCreate = 2,
    [Description("七个一")] SevenOnes = 4,
    [Description("五个一")] FiveOnes = 8,
    [Description("固定组织生活日")] FixedLifeDay = 16,
    [Description("公益志愿服务")] Volunteer = 32,
    [Description("小型灵活组织生活")] Flexible = 64,
    [Description("其他主题")] Other = 128,
    [Description("党员带头育人")] Education = 256,
    [Description("廉政警示教育")] Integrity = 512,
}

/// <summary>开放式组织生活 is put together of these.</summary>
[Flags]
public enum ActivityModules
{
    [Description("")] None = 0,
    [Description("党性教育")] Education = 1,
    [Description("素质拓展")] Development = 2,
    [Description("互动实践")] Practice = 4,
}
