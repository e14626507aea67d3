using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public class MemberCountNoteTests
{
    private const string Remark = "另有未列支部14个、党员154名";

    [Theory]
    [InlineData(OrganizationLevel.Committee, 100, 100, "", null, true)]
    [InlineData(OrganizationLevel.Primary, 50, null, "书记空缺", null, true)]
    [InlineData(OrganizationLevel.Committee, 254, 100, Remark, Remark, true)]
    [InlineData(OrganizationLevel.Committee, 154, null, Remark, Remark, true)]
    [InlineData(OrganizationLevel.Committee, 384, 100, Remark, "与下级合计相差284名：名册注明另有未列支部14个、党员154名，其余130名未说明", false)]
    [InlineData(OrganizationLevel.Committee, 200, 100, Remark, "与下级合计相差100名，名册注明另有未列支部14个、党员154名，两者不符", false)]
    [InlineData(OrganizationLevel.Committee, 109, 100, "", "与下级合计相差9名，名册未说明", false)]
    [InlineData(OrganizationLevel.Primary, 63, 5, "", "其中直接隶属的党员58名", true)]
    [InlineData(OrganizationLevel.Primary, 63, 70, "", "比下级合计少7名，请核对", false)]
    public void A_member_count_that_is_not_the_sum_below_is_explained_or_asked_back(OrganizationLevel level, int members, int? below, string remark, string? text, bool explained)
    {
        var note = MemberCountNote.Of(level, members, below, remark);
        Assert.Equal(text, note?.Text);
        Assert.Equal(explained, note?.IsExplained ?? true);
    }
}
