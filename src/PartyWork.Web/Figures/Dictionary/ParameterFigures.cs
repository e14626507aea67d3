using System.Globalization;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>What a report says and no record yields: names and numbers of the year, entered once on one form.</summary>
internal static class ParameterFigures
{
    private const string SameDistrict = "与区名一致，全文使用同一规范简称。", SameCity = "与所在市名一致。";

    public static readonly IReadOnlyList<Figure> All =
    [
        Known("district_name", "区名", "本区规范化简称，取自党组织名录中区委的名称，全文一致。", (tree, _) => tree.Place, Opening),
        Known("policy_title_district", "区名（组织生活会制度名称内）", SameDistrict, (tree, _) => tree.Place, OrganizationalLife),
        Known("talent_meeting_district", "区名（人才工作调研会）", SameDistrict, (tree, _) => tree.Place, TalentSupport),
        Known("open_base_owner", "区名（开放式组织生活基地）", SameDistrict, (tree, _) => tree.Place, OrganizationalLife),
        Known("district_name_2", "区名（市级计划在本区的实施）", SameDistrict, (tree, _) => tree.Place, NextYear),
        Known("report_year", "报告年度", "报告所总结的年份。", (_, p) => Print(p.Year), Opening, number: true),
        Known("next_year", "下年度", "报告年度的下一年。", (_, p) => Print(p.Year + 1), NextYear, number: true),

        Text("congress_term", "区委届次", "现届区委的届数，用汉字数字，如“五”。", Opening, "届"),
        Text("plenary_session_no", "区委全会次数", "报告年度内最近一次区委全会是本届第几次，用汉字数字。", Opening, "次"),
        Text("city_name", "所在市名", "所在市的规范化简称。", Opening),
        Text("city_party_plan_name", "市级党建计划名称", "市委印发的党建计划的名称，不加书名号。", Demonstration),
        Alias("city_party_plan_name_2", "市级党建计划名称（后一处）", "与市级党建计划名称一致。", "city_party_plan_name", NextYear),
        Text("city_talent_plan_name", "市委英才规划名称", "市级人才规划的名称，不加书名号。", NextYear),
        Number("city_county_total", "全市县市区总数", "个", "全市所辖县、市、区的总数。", TalentSupport),
        Alias("elite_class_city", "市名（优秀人才培训班名称内）", SameCity, "city_name", TalentSupport),
        Alias("talent_base_city", "市名（英才计划示范基地）", SameCity, "city_name", TalentSupport),

        Plan("plan_assembly_per_quarter", "党员大会每季次数", "下年度计划：党员大会每季至少召开的次数。国家规定一般每季1次，区定可以更严，不能更宽。"),
        Plan("plan_committee_per_month", "支委会每月次数", "下年度计划：支委会每月至少召开的次数。国家规定一般每月1次，区定可以更严，不能更宽。"),
        Plan("plan_group_per_month_min", "党小组会每月最少次数", "下年度计划：党小组会每月至少召开的次数。国家规定一般每月1次，区定可以更严，不能更宽。"),
        Plan("plan_group_per_month_max", "党小组会每月最多次数", "下年度计划：党小组会每月的次数上限，只用于行文，不作考核。"),
        Plan("plan_lecture_per_quarter", "党课每季次数", "下年度计划：党课每季至少的次数。国家只规定党委（党组）书记每年至少讲1次，季度次数由区定。"),
        Plan("plan_leader_meeting_count", "下年度民主生活会次数", "下年度计划：民主生活会的次数。现行规定一般每年1次，在第四季度召开。"),
        Plan("plan_member_appraisal_per_year", "民主评议党员每年次数", "下年度计划：民主评议党员每年的次数。国家规定一般每年1次。"),

        new("demo_belt_examples", "示范区（带）举例", "", "人工选定1至3条在册示范区（带）的名称，用顿号分开。") { Fold = FigureFold.Choice, Sections = [Demonstration] },
    ];

    private static Figure Known(string key, string name, string definition, Func<OrgTree, Period, string> known, FigureSection section, bool number = false) =>
        new(key, name, number ? "年" : "", definition) { Fold = FigureFold.Parameter, Sections = [section], Known = known, IsNumber = number };

    private static Figure Text(string key, string name, string definition, FigureSection section, string unit = "") => new(key, name, unit, definition) { Fold = FigureFold.Parameter, Sections = [section] };

    private static Figure Alias(string key, string name, string definition, string enteredAs, FigureSection section) => new(key, name, "", definition) { Fold = FigureFold.Parameter, Sections = [section], EnteredAs = enteredAs };

    private static Figure Number(string key, string name, string unit, string definition, FigureSection section) =>
        new(key, name, unit, definition) { Fold = FigureFold.Parameter, Sections = [section], IsNumber = true, Decimals = 2 };

    private static Figure Plan(string key, string name, string definition) =>
        new(key, name, "次", definition) { Time = FigureTime.Plan, Fold = FigureFold.Parameter, Sections = [NextYear], IsNumber = true, Decimals = 2 };

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);
}
