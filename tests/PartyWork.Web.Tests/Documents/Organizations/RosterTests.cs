using System.Text;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Documents.Organizations;

namespace PartyWork.Web.Tests.Documents.Organizations;

public class RosterTests
{
    private const string Header = "组织代码,党组织名称,隶属上级代码,类别,领域,党员数,本届选举日期,联系电话,备注\n";

    [Fact]
    public void Both_forms_of_the_district_roster_give_the_same_rows()
    {
        var fromCsv = Read(Samples.RosterCsv, "党组织名册.csv");
        var fromXlsx = Read(Samples.RosterXlsx, "党组织名册.xlsx");
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(Encoding.UTF8.GetString(Samples.RosterCsv).TrimStart('\uFEFF'));
        Assert.Empty(fromCsv.Findings);
        Assert.Empty(fromXlsx.Findings);
        Assert.Equal(264, fromCsv.Rows.Count);
        Assert.Equal(fromCsv.Rows, fromXlsx.Rows);
        Assert.Equal(fromCsv.Rows, Read(gbk, "党组织名册.csv").Rows);
    }

    [Fact]
    public void The_district_roster_is_understood_to_its_last_cell()
    {
        var rows = Read(Samples.RosterXlsx, "党组织名册.xlsx").Rows.ToDictionary(r => r.Code);
        Assert.Equal(
            new RosterRow(2, "QH", "中共青禾区委员会", null, OrganizationKind.DistrictCommittee, OrganizationDomain.District, OrganizationNature.Unspecified, "", "", "", "", "", 23364, new(2021, 9, 27), "", 0, 0),
            rows["QH"]);
        Assert.Equal(
            new RosterRow(3, "QH01", "春晖街道党工委", "QH", OrganizationKind.WorkCommittee, OrganizationDomain.Subdistrict, OrganizationNature.Unspecified, "春晖街道", "叶超", "周敏", "陈思远", "0-8396359", 1345, new(2022, 4, 19), "另有未列支部14个、党员154名", 14, 154),
            rows["QH01"]);
        Assert.Equal((OrganizationDomain.TwoNew, OrganizationNature.Joint), (rows["QH01001914"].Domain, rows["QH01001914"].Nature));
        Assert.Equal("0-8738494", rows["QH01010916"].Phone);
        Assert.Equal("书记空缺", rows["QH01006"].Remark);
        Assert.Equal(20, rows.Values.Count(r => r.UnlistedBranches > 0));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_under_a_title()
    {
        var file = Roster.Read(Samples.ReadCsv("青禾区党组织名册\n\n党员数,领域,类 别,隶属上级代码,另一列,党组织名称,组织代码\n\"１,２００\",街道,党工委,QH,甲,某街道党工委,ＱＨ９９\n"), new HashSet<string> { "QH" });
        Assert.Empty(file.Findings);
        Assert.Equal(("QH99", 1200, 4), (file.Rows[0].Code, file.Rows[0].MemberCount, file.Rows[0].Number));
    }

    [Theory]
    [InlineData("Q1,,QH,党委,社区,1,,,", "党组织名称", "是空的；请填写。")]
    [InlineData("Q-1,甲党委,QH,党委,社区,1,,,", "组织代码", "填写的是“Q-1”，只能由字母和数字组成，且不超过20位；请改正。")]
    [InlineData("Q1,甲党委,QH,党小组,社区,1,,,", "类别", "填写的是“党小组”，不在可选范围内；请改为：区委、党工委、党委、党总支、党支部。")]
    [InlineData("Q1,甲党委,QH,党委,农村,1,,,", "领域", "填写的是“农村”，不在可选范围内；请改为：区委、街道、镇、系统、社区、机关、学校、两新。")]
    [InlineData("Q1,甲党委,QH,党委,社区,1.5,,,", "党员数", "填写的是“1.5”，不是整数；请填写党员人数，没有党员的填0。")]
    [InlineData("Q1,甲党委,QH,党委,社区,,,,", "党员数", "是空的；请填写。")]
    [InlineData("Q1,甲党委,QH,党委,社区,1,5月14日,,", "本届选举日期", "填写的是“5月14日”，不是完整的日期；请写成2026-05-14这样的形式，尚未选举的留空。")]
    [InlineData("Q1,甲党委,,党委,社区,1,,,", "隶属上级代码", "是空的；请填写上级党组织的代码（只有区委可以留空）。")]
    [InlineData("Q1,甲党委,QH77,党委,社区,1,,,", "隶属上级代码", "填写的是“QH77”，名册和系统中都没有这一代码；请改正，或先补上该党组织。")]
    [InlineData("Q1,甲党委,QH,党委,社区,1,,,\nQ1,乙党委,QH,党委,社区,1,,,", "组织代码", "填写的是“Q1”，与第2行重复；请删去一行或改正代码。", 3)]
    [InlineData("Q1,甲党委,Q1,党委,社区,1,,,", "隶属上级代码", "填写的是“Q1”，隶属关系循环（Q1→…）；请改正其中一个上级代码。")]
    public void What_is_wrong_is_told_with_its_place_and_its_remedy(string row, string column, string what, int at = 2)
    {
        var file = Roster.Read(Samples.ReadCsv(Header + row), new HashSet<string> { "QH" });
        var finding = Assert.Single(file.Findings);
        Assert.Equal(("名册", at, column, $"工作表“名册”第{at}行“{column}”{what}"), (finding.Sheet, finding.Row, finding.Column, finding.Message));
        Assert.DoesNotContain(file.Rows, r => r.Number == at);
    }

    [Fact]
    public void A_loop_is_told_on_every_row_in_it_and_below_it()
    {
        var file = Roster.Read(Samples.ReadCsv(Header + "A,甲,B,党委,社区,1,,,\nB,乙,C,党委,社区,1,,,\nC,丙,A,党委,社区,1,,,\nD,丁,A,党支部,社区,1,,,\nE,戊,QH,党委,社区,1,,,"), new HashSet<string> { "QH" });
        Assert.Equal([2, 3, 4, 5], file.Findings.Select(f => f.Row));
        Assert.Equal("E", Assert.Single(file.Rows).Code);
        Assert.Contains("（A→B→C→…）", file.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_below_a_faulty_row_waits_until_that_row_is_right()
    {
        var file = Roster.Read(Samples.ReadCsv(Header + "C,丙,B,党支部,社区,1,,,\nB,乙,A,党总支,社区,1,,,\nA,甲,QH,党委,农村,1,,,"), new HashSet<string> { "QH" });
        Assert.Empty(file.Rows);
        Assert.Equal([2, 3, 4], file.Findings.Select(f => f.Row));
        Assert.Contains("上级“A”所在的第4行有误", file.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_below_a_faulty_row_is_taken_when_the_organisation_is_already_stored()
    {
        var file = Roster.Read(Samples.ReadCsv(Header + "B,乙,A,党总支,社区,1,,,\nA,甲,QH99,党委,社区,1,,,"), new HashSet<string> { "QH", "A" });
        Assert.Equal("B", Assert.Single(file.Rows).Code);
        Assert.Equal(3, Assert.Single(file.Findings).Row);
    }

    [Fact]
    public void A_missing_column_is_told_and_a_file_without_a_roster_is_refused()
    {
        var finding = Assert.Single(Roster.Read(Samples.ReadCsv("组织代码,党组织名称,隶属上级代码,类别,领域\nQH,区委,,区委,区委"), new HashSet<string>()).Findings);
        Assert.Equal("工作表“名册”第1行“党员数”这一列没有找到；请补上这一列，再重新导入。", finding.Message);
        Assert.Throws<BrokenRuleException>(() => Roster.Read(Samples.ReadCsv("甲,乙\n1,2"), new HashSet<string>()));
    }

    private static RosterFile Read(byte[] file, string name) => Roster.Read(Samples.Read(file, name), new HashSet<string>());
}
