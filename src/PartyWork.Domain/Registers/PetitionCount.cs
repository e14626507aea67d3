using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>信访数据 of a community in one month, as the petition office counted it; told by the district, never by the community itself.</summary>
[Description("信访数据")]
public sealed class PetitionCount : RegisterRecord, IStandsBesideOthers
{
    [Description("信访件次")] public int Cases { get; set; }
    [Description("群体性上访（起）")] public int MassEvents { get; set; }

    /// <summary>Only those that were found to come of how the community dealt with the matter.</summary>
    [Description("处置不当引发的重复访、越级访（批次）")] public int RepeatedOrSkipped { get; set; }
    [Description("认定意见（文号）")] public string Finding { get; set; } = "";
    [Description("数据来源")] public string Source { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "统计截止日");
        Rule.Require(On.AddDays(1).Day == 1, "信访数据按月登记，统计截止日为当月最后一天。");
        Rule.Require(Cases >= 0 && MassEvents >= 0 && RepeatedOrSkipped >= 0, "件次、起数和批次不能小于0；没有的填0。");
        Rule.Require(MassEvents <= Cases && RepeatedOrSkipped <= Cases, "群体性上访和重复访、越级访都在信访件次之内，请核对。");
        Rule.Require(RepeatedOrSkipped == 0 || Finding.Length > 0, "有处置不当引发的重复访、越级访的，请填写认定意见的文号。");
        Rule.Require(Source.Length > 0, "请填写数据来源，例如“区信访局”。");
    }

    /// <summary>One of each month.</summary>
    public void CheckBeside(IEnumerable<RegisterRecord> others)
    {
        var twin = others.FirstOrDefault();
        Rule.Require(twin is null, $"{On:yyyy年M月}的信访数据已经登记（第{twin?.Id}号），请修改那一条。");
    }
}
