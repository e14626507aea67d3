using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Tests.Agreements;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests;

/// <summary>Who may read an audit entry follows from these marks.</summary>
public sealed class MarksTests
{
    [Fact]
    public void The_districts_own_things_belong_to_no_organisation() =>
        Assert.All(
            new IAudited[] { ThirdQuarter(), new WorkYear(2026, new Scheme(), "无变化"), new CalendarDay(Day(10, 1), CalendarDayKind.Holiday, "国庆节"), new Person("周敏", ""), new KeyPoint(2026, 1, GivenAgreements.Goal(), OrganizationDomains.Town), GivenAgreements.Template(), GivenAgreements.Template().Clauses[0], new ResponsibilityPost(2026, DutyPosts.Member) },
            mark => Assert.Null(mark.AuditOrganizationId));

    [Fact]
    public void Everything_else_is_read_by_the_organisation_it_belongs_to() =>
        Assert.All(
            new IAudited[] { Draft(), Draft().Rows[0], RunningTask(), RectifiedProblem(), Duty(), GivenAgreements.Issued(), GivenAgreements.Issued().Clauses[0], GivenAgreements.Amendment(GivenAgreements.Effective()), Post(PostKind.Secretary), Committee().WithId(OrganizationId) },
            mark => Assert.Equal(OrganizationId, mark.AuditOrganizationId));

    [Fact]
    public void Of_a_filing_the_acts_are_recorded_and_not_the_filing_again()
    {
        var filing = Submitted();

        Assert.False(((IAudited)filing).IsRecorded);
        Assert.All(filing.Acts, act => Assert.True(((IAudited)act).IsRecorded));
    }
}
