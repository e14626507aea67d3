using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>培训班. Whoever was present for four fifths of it counts as trained, once for each kind of class.</summary>
[Description("培训班")]
public sealed class TrainingClass : RegisterRecord
{
    /// <summary>出勤达标线, in percent of the class's hours.</summary>
    public const int EnoughPercent = 80;

    [Description("班名")] public string Name { get; set; } = "";
    [Description("对象")] public TrainingAudience Audience { get; set; }
    [Description("期次")] public string Session { get; set; } = "";
    [Description("主办单位")] public string Host { get; set; } = "";
    [Description("结束日期")] public DateOnly LastDay { get; set; }
    [Description("地点")] public string Venue { get; set; } = "";
    [Description("总学时")] public int Hours { get; set; }
    [Description("计划人数")] public int Planned { get; set; }
    [Description("课程安排")] public string Courses { get; set; } = "";
    [Description("经费（元）")] public long? CostFen { get; set; }

    public List<Trainee> Trainees { get; } = [];

    public override void Check(DateOnly today)
    {
        Rule.Require(LastDay >= On, "结束日期不能早于开班日期。");
        Rule.Require(Hours is > 0 and <= 500, "总学时应为1至500的整数。");
        foreach (var trainee in Trainees)
        {
            Rule.Require(trainee.HoursPresent <= Hours, $"学员“{trainee.Name}”的出勤学时（{trainee.HoursPresent}）多于总学时（{Hours}），请核对。");
        }

        var twice = Trainees.GroupBy(t => t.DistinctKey).FirstOrDefault(g => g.Count() > 1);
        Rule.Require(twice is null, $"学员“{twice?.First().Name}（{twice?.First().Unit}）”登记了不止一次，请删去重复的一行。");
    }
}

/// <summary>学员 of one class and the hours present.</summary>
[Description("学员")]
public sealed class Trainee : RegisterDetail
{
    [Description("姓名")] public string Name { get; set; } = "";
    [Description("单位")] public string Unit { get; set; } = "";
    [Description("职务")] public string Post { get; set; } = "";
    [Description("出勤学时")] public int HoursPresent { get; set; }

    /// <summary>One person in several classes is known by name and unit.</summary>
    public string DistinctKey => $"{Name}/{Unit}";
}

/// <summary>For whom a class is held.</summary>
public enum TrainingAudience
{
    [Description("社区书记、专职副书记、党务干事")] CommunityCadres,
    [Description("两新党组织书记")] TwoNewSecretaries,
    [Description("机关党务干部")] OrganCadres,
    [Description("学校党务干部")] SchoolCadres,
    [Description("优秀人才")] Talents,
    [Description("发展对象和新党员")] NewMembers,
    [Description("其他")] Other,
}
