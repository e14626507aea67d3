using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class OrganizationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("A-01")]
    [InlineData("春晖01")]
    [InlineData("Ａ01")]
    [InlineData("A012345678901234567890")]
    public void A_code_is_made_of_at_most_20_letters_and_digits(string code) => AssertRefused("组织代码", () => Committee(code));

    [Theory]
    [InlineData(0)]
    [InlineData(81)]
    public void A_name_has_at_most_80_characters(int length)
    {
        AssertRefused("请填写党组织名称", () => Committee(name: Characters(length)));
        AssertRefused("请填写党组织名称", () => Committee().Rename(Characters(length)));
    }

    [Fact]
    public void Everything_but_the_code_may_change()
    {
        var community = Community("A0101");

        community.Rename("文明社区党委");
        community.Reclassify(OrganizationLevel.Primary, OrganizationKind.Committee, OrganizationDomain.Community, OrganizationNature.Single);
        community.Describe(120, "8123", "文明社区", Day(7, 1, 2021), "升格");
        community.PlaceAt(3);
        community.LinkTerritory(5);
        community.LinkAssessmentLine(6);

        Assert.Equal(("A0101", "文明社区党委", OrganizationKind.Committee, OrganizationNature.Single), (community.Code, community.Name, community.Kind, community.Nature));
        Assert.Equal((120, "8123", "文明社区", Day(7, 1, 2021), "升格"), (community.MemberCount, community.Phone, community.Territory, community.ElectedOn, community.Remark));
        Assert.Equal((3, 5, 6), (community.SortNo, community.TerritoryId, community.AssessmentLineId));
    }

    [Fact]
    public void Members_are_not_fewer_than_none()
    {
        AssertRefused("党员数不能为负数", () => Community().Describe(-1, "", "", null, ""));
        Community().Describe(0, "", "", null, "");
    }

    [Fact]
    public void Nobody_is_its_own_assessment_line()
    {
        var community = Community().WithId(9);

        AssertRefused("考核归口不能是本组织自己", () => community.LinkAssessmentLine(9));
        community.LinkAssessmentLine(null);

        Assert.Null(community.AssessmentLineId);
    }

    [Fact]
    public void Only_a_primary_organisations_secretary_lets_the_committee_fill_its_reports()
    {
        var community = Community();
        community.LetParentFill(true);
        Assert.True(community.IsFilledByParent);
        community.LetParentFill(false);
        Assert.False(community.IsFilledByParent);
        AssertRefused("只有基层党组织", () => Committee().LetParentFill(true));
    }
}
