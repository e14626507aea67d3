using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class TermTests
{
    [Theory]
    [InlineData(OrganizationKind.Branch, OrganizationDomain.Community, 5)]
    [InlineData(OrganizationKind.Branch, OrganizationDomain.Organ, 3)]
    [InlineData(OrganizationKind.Branch, OrganizationDomain.School, 3)]
    [InlineData(OrganizationKind.Branch, OrganizationDomain.TwoNew, 3)]
    [InlineData(OrganizationKind.GeneralBranch, OrganizationDomain.TwoNew, 5)]
    [InlineData(OrganizationKind.Committee, OrganizationDomain.Organ, 5)]
    [InlineData(OrganizationKind.WorkCommittee, OrganizationDomain.Subdistrict, 5)]
    public void A_branch_serves_3_years_and_everybody_else_and_community_branches_5(OrganizationKind kind, OrganizationDomain domain, int years) =>
        Assert.Equal(years, Organization.TermYears(kind, domain));

    [Theory] // a school's branch elected on 1 July 2023 serves until 1 July 2026
    [InlineData(2026, 4, 1, null)] // 91 days
    [InlineData(2026, 4, 2, "本届任期将于2026年7月1日届满（还有90天）")]
    [InlineData(2026, 7, 1, "本届任期将于2026年7月1日届满（还有0天）")]
    [InlineData(2026, 7, 2, "本届任期已于2026年7月1日届满")]
    public void A_term_is_noticed_90_days_before_it_ends_and_after(int year, int month, int day, string? notice) =>
        Assert.Equal(notice, Organization.TermNotice(Day(7, 1, 2023), OrganizationKind.Branch, OrganizationDomain.School, Day(month, day, year)));

    [Fact]
    public void An_unknown_election_day_is_noticed_too() =>
        Assert.Equal("未登记本届选举日期", Organization.TermNotice(null, OrganizationKind.Committee, OrganizationDomain.Organ, Day(1, 1)));

    [Fact]
    public void A_term_that_began_on_a_leap_day_ends_on_the_last_of_February() =>
        Assert.Equal("本届任期将于2027年2月28日届满（还有1天）", Organization.TermNotice(Day(2, 29, 2024), OrganizationKind.Branch, OrganizationDomain.Organ, Day(2, 27, 2027)));
}
