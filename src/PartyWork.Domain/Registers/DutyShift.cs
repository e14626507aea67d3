using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>值守班次: one shift at one post. Who was there is counted, not located; who leads it is named, and leads one post at a time.</summary>
[Description("值守班次")]
public sealed class DutyShift : RegisterRecord, IStandsBesideOthers, IServesAssignment
{
    private IReadOnlyCollection<string>? _assignments;

    [Description("专项工作名称")] public string AssignmentName { get; set; } = "";
    [Description("点位")] public string Place { get; set; } = "";
    [Description("班次")] public ShiftKind Shift { get; set; }
    [Description("应到人数")] public int Required { get; set; }
    [Description("实到人数")] public int? Present { get; set; }
    [Description("带班人")] public string Leader { get; set; } = "";
    [Description("值守情况")] public string Incidents { get; set; } = "";

    public void Know(IReadOnlyCollection<string> assignments) => _assignments = assignments;

    public override void Check(DateOnly today)
    {
        IServesAssignment.RequireKnown(AssignmentName, _assignments);
        Rule.Require(Required > 0, "应到人数应大于0。");
        Rule.Require(Present is null || On <= today, "还没有到值守日期，实到人数请在值守后填写。");
        Rule.Require(Present is null or 0 || Leader.Length > 0, "已到岗的，请填写带班人。");
    }

    public void CheckBeside(IEnumerable<RegisterRecord> others)
    {
        var clash = Leader.Length == 0 ? null : others.OfType<DutyShift>().FirstOrDefault(o => o.On == On && o.Shift == Shift && o.Leader == Leader);
        Rule.Require(clash is null, $"{Leader}已在“{clash?.Place}”{clash?.On:M月d日}{clash?.Shift.Text()}的班次带班，不能同时在“{Place}”{On:M月d日}{Shift.Text()}的班次带班；请改换带班人或班次。");
    }
}

/// <summary>班次: three in a day.</summary>
public enum ShiftKind
{
    [Description("0—8时")] Night,
    [Description("8—16时")] Day,
    [Description("16—24时")] Evening,
}
