using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class MovingTests
{
    private readonly Organization _first = Committee("A01").WithId(1), _second = Committee("A02", "望江街道党工委").WithId(2), _community = Community().WithId(3);

    public MovingTests()
    {
        _community.AffiliateTo(_first, Day(1, 1), "青组批〔2020〕1号");
        _community.Affiliations[0].WithId(1, nameof(Affiliation.ParentId));
    }

    [Fact]
    public void From_the_day_on_it_belongs_to_the_other_and_what_was_stays()
    {
        _community.MoveTo(_second, Day(7, 1), "青组批〔2026〕9号", hasChildren: true);

        Assert.Equal([(_first, Day(1, 1), Day(6, 30), "青组批〔2020〕1号"), (_second, Day(7, 1), null, "青组批〔2026〕9号")], _community.Affiliations.Select(a => (a.Parent, a.From, a.To, a.Document)));
        Assert.Equal(OrganizationLevel.Primary, _community.Level);
    }

    [Fact]
    public void The_level_follows_the_parent_unless_others_hang_on_it()
    {
        var other = Community("A0201").WithId(4);

        AssertRefused("请先调整其下级的隶属", () => _community.MoveTo(other, Day(7, 1), "", hasChildren: true));
        _community.MoveTo(other, Day(7, 1), "", hasChildren: false);

        Assert.Equal(OrganizationLevel.Branch, _community.Level);
    }

    [Fact]
    public void It_is_moved_to_another_parent_that_stands()
    {
        _second.Close(Day(6, 1), null, "");

        AssertRefused("现在就隶属于", () => _community.MoveTo(_first, Day(7, 1), "", false));
        AssertRefused("已撤销，不能作为上级", () => _community.MoveTo(_second, Day(7, 1), "", false));
    }
}
