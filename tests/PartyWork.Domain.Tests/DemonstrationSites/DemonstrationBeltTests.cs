using PartyWork.Domain.DemonstrationSites;
using static PartyWork.Domain.Tests.DemonstrationSites.GivenSites;

namespace PartyWork.Domain.Tests.DemonstrationSites;

public sealed class DemonstrationBeltTests
{
    private static readonly BeltText Text = new("春晖里示范带", "议事和服务一条街", "叶超", "文明路\n桂花巷");

    private static DemonstrationSite Site(int id, SiteDomain domain = SiteDomain.Community) => Confirmed().WithId(id).WithId(id + 100, nameof(DemonstrationSite.OrganizationId)).With(domain);

    private static DemonstrationBelt Building(params IEnumerable<DemonstrationSite> sites)
    {
        var belt = new DemonstrationBelt(1, Text, Day(3, 1));
        belt.Build(Day(4, 1), Day(4, 1));
        foreach (var site in sites)
        {
            belt.Join(site, "");
        }

        return belt;
    }

    [Fact]
    public void Three_sites_of_two_domains_make_a_belt()
    {
        var two = Building(Site(1), Site(2, SiteDomain.School));
        var alike = Building(Site(1), Site(2), Site(3));
        var belt = Building(Site(1), Site(2), Site(3, SiteDomain.School));
        HashSet<int> live = [1, 2, 3];

        AssertRefused("现有2个，2个领域", () => two.List(live, "文号", Day(11, 1), Day(11, 1)));
        AssertRefused("现有3个，1个领域", () => alike.List(live, "文号", Day(11, 1), Day(11, 1)));
        AssertRefused("现有2个", () => belt.List(new HashSet<int> { 1, 3 }, "文号", Day(11, 1), Day(11, 1))); // one has lost its name since
        belt.List(live, "青发〔2026〕20号", Day(11, 1), Day(11, 1));
        Assert.Equal((BeltStage.Listed, Day(11, 1)), (belt.Stage, belt.ListedOn));
        AssertRefused("不少于3个示范点", () => belt.Leave(belt.Sites[2]));
    }

    [Fact]
    public void Listed_it_keeps_its_lead_and_its_second_domain()
    {
        var belt = Building(Site(1), Site(2), Site(3), Site(4, SiteDomain.School));
        belt.List(new HashSet<int> { 1, 2, 3, 4 }, "青发〔2026〕20号", Day(11, 1), Day(11, 1));

        AssertRefused("请先指定别的示范点牵头", () => belt.Leave(belt.Sites[0]));
        AssertRefused("至少包含2个领域", () => belt.Leave(belt.Sites[3]));
        belt.Leave(belt.Sites[1]);
        Assert.Equal([1, 3, 4], belt.Sites.Select(s => s.SiteId));
    }

    [Fact]
    public void Its_lead_is_confirmed()
    {
        var belt = Building(Site(1), Site(2), Site(3, SiteDomain.School), Site(4));
        var (gone, live) = (Site(1), new HashSet<int> { 2, 3, 4 });
        gone.Decide(SiteOutcome.Removed, null, SiteReason.Unfit, "场所拆迁", "纪要", Day(6, 30), Staff, Day(6, 30));

        AssertRefused("牵头示范点应是在册的示范点", () => belt.Lead(belt.Sites[0], gone));
        AssertRefused("牵头示范点应是已确定的示范点", () => belt.List(live, "文号", Day(11, 1), Day(11, 1)));
        belt.Lead(belt.Sites[1], Site(2));
        belt.List(live, "文号", Day(11, 1), Day(11, 1));
        Assert.Equal(2, belt.Sites.Single(s => s.IsLead).SiteId);
    }

    [Fact]
    public void A_site_belongs_to_one_belt_at_most_and_only_when_it_is_confirmed()
    {
        var belt = Building();

        AssertRefused("已在示范区（带）“滨江示范带”中", () => belt.Join(Site(1), "滨江示范带"));
        AssertRefused("不是在册的示范点", () => belt.Join(InNotice(), ""));
        belt.Join(Site(1), "");
        AssertRefused("已经纳入", () => belt.Join(Site(1), ""));
    }

    [Fact]
    public void Whom_a_site_helps_along_is_named_once_and_is_no_site_of_the_belt()
    {
        var belt = Building(Site(1), Site(2));
        belt.Radiate(300, belt.Sites[0], false);

        AssertRefused("已经列为辐射党组织", () => belt.Radiate(300, belt.Sites[1], false));
        AssertRefused("本身是所含示范点", () => belt.Radiate(102, belt.Sites[0], false));
        AssertRefused("已撤并", () => belt.Radiate(301, belt.Sites[0], true));
        AssertRefused("还有辐射党组织", () => belt.Leave(belt.Sites[0]));
    }

    [Fact]
    public void Joint_matters_have_their_year_and_end_with_what_came_of_them()
    {
        var belt = Building();
        AssertRefused("时限应在2026年内", () => belt.Agree(2026, "联办议事会", "桂花社区", Day(1, 10, 2027)));
        var matter = belt.Agree(2026, "联办议事会", "桂花社区", Day(11, 30));

        AssertRefused("请写明办结情况", () => matter.Finish("", Day(11, 20), Day(11, 20)));
        matter.Finish("办了6次", Day(11, 20), Day(11, 20));
        AssertRefused("已经办结", () => matter.Finish("又办了", Day(11, 21), Day(11, 21)));
    }

    [Fact]
    public void Removed_it_frees_its_sites_and_is_changed_no_more()
    {
        var belt = Building(Site(1));

        belt.Remove("片区拆迁", Day(12, 1));

        Assert.All(belt.Sites, s => Assert.False(s.IsCurrent));
        AssertRefused("已经撤销", () => belt.Join(Site(2), ""));
    }
}

file static class Sites
{
    public static DemonstrationSite With(this DemonstrationSite site, SiteDomain domain)
    {
        typeof(DemonstrationSite).GetProperty(nameof(DemonstrationSite.Domain))!.GetSetMethod(nonPublic: true)!.Invoke(site, [domain]);
        return site;
    }
}
