using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Agreements.GivenAgreements;

namespace PartyWork.Domain.Tests.Agreements;

public sealed class PlanAndTemplateTests
{
    [Fact]
    public void A_key_point_says_whom_it_is_for() =>
        AssertRefused("请至少选择一个适用领域", () => new KeyPoint(2026, 1, Goal(), OrganizationDomains.None));

    [Fact]
    public void What_is_to_be_reached_has_a_number_or_says_that_it_has_none()
    {
        AssertRefused("要点1：请填写目标值", () => new KeyPoint(2026, 1, Goal() with { Target = null }, OrganizationDomains.Community));
        AssertRefused("要点1：请填写目标值", () => new KeyPoint(2026, 1, Goal() with { Measure = TaskMeasure.None }, OrganizationDomains.Community));
        _ = new KeyPoint(2026, 1, Goal() with { Measure = TaskMeasure.None, Target = null }, OrganizationDomains.Community);
    }

    [Fact]
    public void What_is_to_be_reached_is_due_within_its_year() =>
        AssertRefused("完成时限应在2026年内", () => new KeyPoint(2026, 1, Goal() with { DueOn = Day(1, 10, 2027) }, OrganizationDomains.Community));

    [Fact]
    public void Key_points_become_clauses_of_the_templates_of_their_domains_only()
    {
        var template = new AgreementTemplate(2026, OrganizationDomain.Community);

        var added = template.Take([Point(1, OrganizationDomains.Community), Point(2, OrganizationDomains.Organ), Point(3, OrganizationDomains.Organ | OrganizationDomains.Community)]);

        Assert.Equal(2, added);
        Assert.Equal([(1, 61), (2, 63)], template.Clauses.Select(c => (c.No, c.KeyPointId!.Value)));
    }

    [Fact]
    public void A_key_point_that_is_a_clause_already_does_not_become_another()
    {
        var template = new AgreementTemplate(2026, OrganizationDomain.Community);
        var point = Point(1, OrganizationDomains.Community);
        template.Take([point]);

        Assert.Equal(0, template.Take([point]));
        Assert.Single(template.Clauses);
    }

    [Fact]
    public void A_clause_that_was_never_issued_can_go_and_the_later_ones_move_up()
    {
        var template = Template(3);

        template.Remove(template.Clauses[0], isIssued: false);

        Assert.Equal([(1, "第2项工作"), (2, "第3项工作")], template.Clauses.Select(c => (c.No, c.Objective.Content)));
    }

    [Fact]
    public void A_clause_that_was_issued_stays_in_its_template()
    {
        var template = Template();
        AssertRefused("第1条已随责任书下发，不能删除", () => template.Remove(template.Clauses[0], isIssued: true));
    }

    [Fact]
    public void A_clause_is_led_by_exactly_one_post()
    {
        AssertRefused("第1条：请选择一个牵头岗位", () => new AgreementTemplate(2026, OrganizationDomain.Town).Add(Goal(), DutyPosts.None, null));
        AssertRefused("第1条：请选择一个牵头岗位", () => new AgreementTemplate(2026, OrganizationDomain.Town).Add(Goal(), DutyPosts.Secretary | DutyPosts.Deputy, null));
    }

    [Fact]
    public void Next_years_template_has_the_same_clauses_due_a_year_later()
    {
        var next = Template().ForNextYear();

        Assert.Equal((2027, "年终评定。", 2), (next.Year, next.Rewards, next.Clauses.Count));
        Assert.All(next.Clauses, c => Assert.Equal(Day(12, 20, 2027), c.Objective.DueOn));
    }

    [Fact]
    public void Sets_of_domains_name_each_domain_but_the_district() =>
        Assert.Equal(Enum.GetValues<OrganizationDomain>().Where(d => d is not OrganizationDomain.District),
            Enum.GetValues<OrganizationDomains>().Aggregate(OrganizationDomains.None, (all, d) => all | d).Each());

    private static KeyPoint Point(int no, OrganizationDomains domains) => new KeyPoint(2026, no, Goal($"要点{no}"), domains).WithId(60 + no);
}
