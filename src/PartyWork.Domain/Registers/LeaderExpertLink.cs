using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>领导联系人才: a leader of the district keeps in touch with an expert; each contact is a line.</summary>
[Description("领导联系人才")]
public sealed class LeaderExpertLink : RegisterRecord
{
    [Description("联系领导")] public string Leader { get; set; } = "";
    [Description("领导职务")] public string LeaderPost { get; set; } = "";
    [Description("专家人才")] public string Expert { get; set; } = "";
    [Description("专家单位")] public string ExpertUnit { get; set; } = "";
    [Description("专业领域")] public string Field { get; set; } = "";
    [Description("专家联系方式")] public string Contact { get; set; } = "";

    public List<ExpertContact> Contacts { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "结对日期");
        var outside = Contacts.Find(c => c.Day < On || c.Day > (EndedOn < today ? EndedOn : today));
        Rule.Require(outside is null, $"联系记录的日期（{outside?.Day:yyyy-MM-dd}）应在结对期间，且不晚于今天。");
    }
}

/// <summary>联系记录: when, how, and what came of it.</summary>
[Description("联系记录")]
public sealed class ExpertContact : RegisterDetail
{
    [Description("日期")] public DateOnly Day { get; set; }
    [Description("方式")] public ContactWay Way { get; set; }
    [Description("内容和办理")] public string Content { get; set; } = "";
}

/// <summary>方式 of a contact.</summary>
public enum ContactWay
{
    [Description("走访")] Visit,
    [Description("座谈")] Talk,
    [Description("电话")] Phone,
    [Description("其他")] Other,
}
