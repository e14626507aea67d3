using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>人才. One person has one main category, the first that fits in the order 海归、博士、硕士, so that nobody counts twice.</summary>
[Description("人才")]
public sealed class Talent : RegisterRecord
{
    [Description("姓名")] public string Name { get; set; } = "";
    [Description("性别")] public Gender? Gender { get; set; }
    [Description("出生年份")] public int? BirthYear { get; set; }
    [Description("最高学历学位")] public Degree Degree { get; set; }
    [Description("毕业院校")] public string School { get; set; } = "";
    [Description("海外学习经历")] public bool IsOverseas { get; set; }
    [Description("主类别")] public TalentCategory Category { get; set; }
    [Description("引进方式")] public TalentMode Mode { get; set; }
    [Description("所在企业或载体")] public string Employer { get; set; } = "";
    [Description("项目")] public string Project { get; set; } = "";
    [Description("政策支持")] public string Support { get; set; } = "";
    [Description("联系方式")] public string Contact { get; set; } = "";

    public override void Check(DateOnly today)
    {
        RequirePast(today, "引进日期");
        Rule.Require(BirthYear is null || (BirthYear >= 1930 && BirthYear <= On.Year - 18), "出生年份应在1930年与引进时年满18岁之间，请核对。");
        var founder = Category is TalentCategory.ReturneeFounder or TalentCategory.DoctorFounder or TalentCategory.MasterFounder;
        Rule.Require(!founder || IsOverseas == Category is TalentCategory.ReturneeFounder, "创业人才有海外学习经历的，主类别填“海归创业”；没有的，填“博士创业”或“硕士创业”。");
        Rule.Require(Category is not TalentCategory.DoctorFounder || Degree is Degree.Doctor, "主类别为“博士创业”的，最高学历学位应为博士。");
        Rule.Require(Category is not TalentCategory.MasterFounder || Degree is Degree.Master, "主类别为“硕士创业”的，最高学历学位应为硕士；博士填“博士创业”。");
    }
}

/// <summary>性别.</summary>
public enum Gender
{
    [Description("男")] Male,
    [Description("女")] Female,
}

/// <summary>最高学历学位.</summary>
public enum Degree
{
    [Description("博士")] Doctor,
    [Description("硕士")] Master,
    [Description("本科")] Bachelor,
    [Description("大专及以下")] College,
}

/// <summary>主类别 of a talent.</summary>
public enum TalentCategory
{
    [Description("海归创业")] ReturneeFounder,
    [Description("博士创业")] DoctorFounder,
    [Description("硕士创业")] MasterFounder,
    [Description("经营管理")] Manager,
    [Description("专业技术")] Professional,
    [Description("技能")] Skilled,
}

/// <summary>引进方式.</summary>
public enum TalentMode
{
    [Description("全职")] FullTime,
    [Description("柔性")] Flexible,
}
