using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

/// <summary>大党委、承诺、两新单位、品牌: what their records may say.</summary>
public sealed class CommunityRegisterTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);

    [Fact]
    public void A_unit_is_a_member_of_a_union_once_at_a_time()
    {
        var union = new PartyUnion { On = new(2024, 5, 8), Name = "文明社区大党委", Secretary = "许豪华", ApprovalNo = "1号", FullTimeMembers = 1 };
        union.Members.AddRange([new() { Unit = "区财政局党总支", From = new(2024, 5, 8), To = new(2025, 5, 1) }, new() { Unit = "区财政局党总支", From = new(2025, 9, 1) }]);
        Enter(union);
        union.Members[0].To = null;
        Refused("登记了不止一行", union);
    }

    [Fact]
    public void Who_is_appointed_has_a_name()
    {
        var union = new PartyUnion { On = new(2024, 5, 8), Name = "文明社区大党委", Secretary = "许豪华", ApprovalNo = "1号" };
        union.Members.Add(new() { Unit = "甲", From = new(2024, 5, 8), AppointedOn = new(2024, 6, 1) });
        Refused("兼职委员姓名", union);
    }

    [Fact]
    public void A_promise_is_made_to_a_community_and_asks_for_its_word_when_it_is_done()
    {
        var promise = Promise();
        promise.ConfirmerId = null;
        Refused("受益社区", promise);
        promise.ConfirmerId = 2;
        Enter(promise);
        Assert.Equal(RecordConfirmation.NotAsked, promise.Confirmation);
        promise.DoneOn = new(2026, 6, 1);
        Refused("写明完成情况", promise);
        promise.Result = "12户装好";
        Enter(promise);
        Assert.Equal(RecordConfirmation.Waiting, promise.Confirmation);
    }

    [Fact]
    public void A_promise_is_cancelled_with_a_reason_and_not_when_it_is_kept()
    {
        var promise = Promise();
        promise.CancelledOn = new(2026, 7, 1);
        Refused("取消原因", promise);
        (promise.CancelReason, promise.DoneOn, promise.Result) = ("单位迁出", new(2026, 6, 1), "办成");
        Refused("已完成的不能取消", promise);
    }

    [Theory]
    [InlineData("91350100M000100Y43", true)] // the standard's own example
    [InlineData("91350100M000100Y34", false)] // two figures exchanged
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100I000100Y43", false)] // I is no character of a code
    public void A_credit_code_copied_wrongly_is_found_out(string code, bool right) => Assert.Equal(right, TwoNewUnit.IsCreditCode(code));

    [Fact]
    public void Only_a_market_of_stall_holders_has_no_credit_code()
    {
        var unit = Unit();
        unit.CreditCode = "";
        Refused("请填写统一社会信用代码", unit);
        unit.Kind = TwoNewKind.Cluster;
        Enter(unit);
    }

    [Fact]
    public void A_unit_that_does_not_operate_has_the_day_since_when()
    {
        var unit = Unit();
        unit.State = OperatingState.Shell;
        Refused("停止正常运营日期", unit);
        unit.StoppedOn = new(2026, 5, 1);
        Enter(unit);
        unit.State = OperatingState.Normal;
        Refused("正常运营的不填", unit);
    }

    [Fact]
    public void Without_an_approval_no_organisation_covers_a_unit()
    {
        var unit = Unit();
        unit.Coverage.Add(new() { Mode = CoverageMode.Joint, By = "某联合党支部", From = new(2025, 1, 1) });
        Refused("组建批复文号", unit);
        unit.Coverage[0].Mode = CoverageMode.Instructor;
        Enter(unit);
    }

    [Fact]
    public void A_unit_that_should_have_an_organisation_has_three_members_and_either_it_or_a_reason()
    {
        var unit = Unit();
        (unit.Members, unit.ShouldBuildFrom) = (2, new(2026, 3, 1));
        Refused("3名以上正式党员", unit);
        unit.Members = 3;
        Refused("未建原因", unit);
        unit.Coverage.Add(new() { Mode = CoverageMode.Single, By = "甲公司党支部", From = new(2026, 4, 1), ApprovalNo = "1号" });
        Enter(unit);
        unit.Coverage[0].To = new(2026, 10, 1);
        Refused("未建原因", unit);
    }

    [Fact]
    public void A_workstation_bears_the_name_of_somebody_who_agreed_first()
    {
        var brand = new PartyBrand { On = new(2026, 3, 1), Kind = BrandKind.NamedWorkstation, Name = "某大姐调解站", Meaning = "x" };
        Refused("同意命名的日期", brand);
        (brand.Person, brand.ConsentedOn, brand.RecognizedOn, brand.RecognizedBy) = ("何秀兰", new(2026, 6, 1), new(2026, 5, 1), "街道党工委");
        Refused("应先取得", brand);
        brand.Kind = BrandKind.CommunityFeature;
        Refused("只有个人命名工作站", brand);
    }

    [Fact]
    public void Whom_a_brand_served_is_the_sum_of_its_services()
    {
        var brand = new PartyBrand { On = new(2026, 3, 1), Name = "邻里缝补屋", Meaning = "x" };
        brand.Services.AddRange([new() { Day = new(2026, 4, 1), Item = "缝补", People = 12 }, new() { Day = new(2026, 5, 1), Item = "缝补", People = 30 }]);
        Enter(brand);
        Assert.Equal(42, brand.Served);
        brand.Services[0].Day = new(2026, 2, 1);
        Refused("启动日期与今天之间", brand);
    }

    private static Commitment Promise() => new() { OrganizationId = 1, ConfirmerId = 2, On = new(2026, 3, 1), DueOn = new(2026, 9, 1), Unit = "区民政局党支部", Item = "装报警器", Tags = CoBuildingTags.Resources, Responsible = "佟丽华" };

    private static TwoNewUnit Unit() => new() { OrganizationId = 1, On = new(2020, 3, 1), Name = "甲公司", Industry = "商贸", CreditCode = TwoNewUnit.WithCheck("91350100M000100Y4"), Employees = 12 };

    private static void Enter(RegisterRecord record) => record.Enter(Given.Clerk, Today);

    private static void Refused(string because, RegisterRecord record) => Given.AssertRefused(because, () => Enter(record));
}
