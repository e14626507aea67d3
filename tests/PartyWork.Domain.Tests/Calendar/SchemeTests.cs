using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Calendar;

public sealed class SchemeTests
{
    public static TheoryData<Scheme, string> Refused => new()
    {
        { new() { PrimaryDueDay = 0 }, "基层季报截止日应为次月1日至20日" },
        { new() { PrimaryDueDay = 21 }, "基层季报截止日应为次月1日至20日" },
        { new() { CommitteeExtraWorkdays = -1 }, "顺延工作日应为0至10个" },
        { new() { CommitteeExtraWorkdays = 11 }, "顺延工作日应为0至10个" },
        { new() { ReviewWorkdays = 0 }, "审核时限应为1至20个工作日" },
        { new() { ReviewWorkdays = 21 }, "审核时限应为1至20个工作日" },
        { new() { ReplyWorkdays = 2 }, "协调事项答复时限应为3至30个工作日" },
        { new() { ReplyWorkdays = 31 }, "协调事项答复时限应为3至30个工作日" },
        { new() { LockDays = 0 }, "锁定天数应为1至60天" },
        { new() { LockDays = 61 }, "锁定天数应为1至60天" },
        { new() { OpenDay = 0 }, "开放日应为季末月1日至28日" },
        { new() { OpenDay = 29 }, "开放日应为季末月1日至28日" },
        { new() { FourthOpenDay = 0 }, "第四季度开放日应早于截止日" },
        { new() { FourthOpenDay = 20, FourthDueDay = 20 }, "第四季度开放日应早于截止日" },
        { new() { FourthDueDay = 32 }, "第四季度开放日应早于截止日" },
        { new() { ListsDueDay = 0 }, "三张清单截止日应在3月内" },
        { new() { ListsDueDay = 32 }, "三张清单截止日应在3月内" },
        { new() { AgreementDueDay = 0 }, "责任书签订截止日应在3月内" },
        { new() { AgreementDueDay = 32 }, "责任书签订截止日应在3月内" },
        { new() { LedgerDay = 0 }, "书记台账开始报送日应在12月内" },
        { new() { LedgerDay = 32 }, "书记台账开始报送日应在12月内" },
        { new() { PledgeDueDay = 0 }, "承诺公示截止日应在4月内" },
        { new() { PledgeDueDay = 31 }, "承诺公示截止日应在4月内" },
        { new() { DebriefDueDay = 0 }, "述职报告报送截止日应在12月内" },
        { new() { DebriefDueDay = 32 }, "述职报告报送截止日应在12月内" },
    };

    public static TheoryData<Scheme> Taken =>
    [
        new Scheme(),
        new Scheme { PrimaryDueDay = 1, CommitteeExtraWorkdays = 0, ReviewWorkdays = 1, LockDays = 1, OpenDay = 1, FourthOpenDay = 1, FourthDueDay = 2, ListsDueDay = 1 },
        new Scheme { PrimaryDueDay = 20, CommitteeExtraWorkdays = 10, ReviewWorkdays = 20, LockDays = 60, OpenDay = 28, FourthOpenDay = 30, FourthDueDay = 31, ListsDueDay = 31 },
    ];

    [Theory, MemberData(nameof(Refused))]
    public void A_day_outside_its_bounds_is_refused(Scheme scheme, string because) => AssertRefused(because, scheme.Check);

    [Theory, MemberData(nameof(Taken))]
    public void The_bounds_themselves_are_taken_and_make_a_year(Scheme scheme)
    {
        scheme.Check();

        Assert.Equal(10, Window.OfYear(2026, scheme, Notices).Count);
    }

    [Fact]
    public void Committees_answer_for_four_posts_and_primary_organisations_for_the_secretary()
    {
        var scheme = new Scheme();

        Assert.Equal(DutyPosts.Secretary | DutyPosts.Deputy | DutyPosts.Member | DutyPosts.LowerSecretary, scheme.PostsOf(OrganizationLevel.Committee));
        Assert.Equal(DutyPosts.Secretary, scheme.PostsOf(OrganizationLevel.Primary));
    }
}
