using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using static PartyWork.Domain.Tests.DemonstrationSites.GivenSites;

namespace PartyWork.Domain.Tests.DemonstrationSites;

public sealed class SiteProgrammeTests
{
    [Fact]
    public void Nothing_is_published_without_the_document_it_rests_on() =>
        AssertRefused("部门不能自行开展", () => new SiteProgramme(2026, Written("")).Publish(Year(), Staff, Day(3, 5)));

    [Fact]
    public void Who_speaks_of_contacts_hangs_no_plaques() =>
        AssertRefused("不授牌", () => new SiteProgramme(2026, Written() with { Wording = SiteWording.Contact, HasPlaques = true }));

    [Fact]
    public void Its_wording_names_every_stage()
    {
        Assert.Equal(("已命名", "联系点"), (SiteStages.Word(SiteStage.Named, SiteWording.Naming), SiteStages.Word(SiteStage.Named, SiteWording.Contact)));
        Assert.All(Enum.GetValues<SiteStage>(), s => Assert.DoesNotContain("命名", SiteStages.Word(s, SiteWording.Contact), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<SiteOutcome>(), o => Assert.DoesNotContain("牌", SiteStages.Word(o, SiteWording.Contact), StringComparison.Ordinal));
    }

    [Fact]
    public void Published_it_is_fixed_and_opens_a_window_for_either_level_in_which_nobody_owes_anything()
    {
        var programme = new SiteProgramme(2026, Written());

        var windows = programme.Publish(Year(), Staff, Day(3, 5));

        Assert.Equal([OrganizationLevel.Primary, OrganizationLevel.Branch], windows.Select(w => w.Level));
        Assert.All(windows, w => Assert.Equal((FilingKind.SiteDeclaration, Day(3, 6), Day(3, 25), "示范点申报"), (w.Kind, w.Opens, w.Due, w.Name)));
        AssertRefused("不能再改", () => programme.Write(Written()));
    }

    [Theory]
    [InlineData(OrganizationLevel.Primary, OrganizationDomain.Community, SiteDomain.Community)]
    [InlineData(OrganizationLevel.Branch, OrganizationDomain.TwoNew, SiteDomain.TwoNew)]
    [InlineData(OrganizationLevel.Committee, OrganizationDomain.Subdistrict, null)]
    [InlineData(OrganizationLevel.Committee, OrganizationDomain.TwoNew, null)]
    public void A_committee_recommends_and_has_no_site_itself(OrganizationLevel level, OrganizationDomain domain, SiteDomain? of) => Assert.Equal(of, SiteDomains.Of(level, domain));

    [Fact]
    public void A_domain_that_the_programme_does_not_seek_is_not_declared()
    {
        var (programme, window) = Published(Written() with { Numbers = new(0, 2, 1, 1) });

        AssertRefused("没有这一领域", () => SiteDeclaration.Begin(programme, window, 7, OrganizationLevel.Primary, OrganizationDomain.Community, Day(3, 10)));
    }
}

public sealed class SiteDeclarationTests
{
    [Fact]
    public void A_half_filled_form_says_what_is_missing()
    {
        var (programme, window) = Published();
        var declaration = Begun(programme, window);
        declaration.Write(new("", "主题", ["", "", ""], "", [new(false, ""), .. SiteDeclaration.Conditions.Skip(2).Select(_ => new DeclaredCondition(true, "")), new(null, "")]), At(3, 11));

        Assert.Equal(["请选择创建类型。", "请至少写一条特色做法。", "基本条件10没有自查。", "基本条件1不具备的，请写明情况。"], declaration.Missing);
        AssertRefused("请选择创建类型", () => declaration.Prepare(Clerk, At(3, 11)));
    }

    [Fact]
    public void The_secretary_s_confirmation_declares_the_site_with_what_the_records_say()
    {
        var declaration = Filled();

        var site = Confirmed(declaration);

        Assert.Equal((SiteStage.Declared, "服务型", "十分钟服务圈", Day(3, 12), 1), (site.Stage, site.Type, site.Theme, site.DeclaredOn, site.CommitteeId));
        Assert.Equal(("许豪华", "63名", "先进基层党组织（2025年）"), (declaration.Row(SiteDeclaration.Secretary)!.Words, declaration.Row(SiteDeclaration.Members)!.Words, declaration.Row(SiteDeclaration.Honors)!.Words));
        Assert.Contains("十分钟服务圈", Assert.Single(declaration.Filing.Versions).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Signed_on_paper_it_is_declared_in_the_secretary_s_name_and_waits_for_the_secretary_to_stand_by_it()
    {
        var declaration = Filled();

        declaration.By(new(null, SiteDomain.Community, 1, Facts, Eligible(declaration.Programme))).SignOffline(Clerk, Day(3, 11), At(3, 12));

        Assert.Equal((SiteStage.Declared, "许豪华", true), (declaration.Site!.Stage, declaration.Site.DeclaredBy, declaration.Filing.SignaturePending));
    }

    [Fact]
    public void Who_is_not_eligible_does_not_get_as_far_as_the_committee()
    {
        var declaration = Filled();

        AssertRefused("书记空缺", () => Confirmed(declaration, facts: Sound with { Secretary = "" }));
    }

    [Fact]
    public void Sent_back_only_those_parts_are_mended_and_it_stays_the_same_site()
    {
        var declaration = Filled();
        var site = Confirmed(declaration);
        declaration.Filing.Return(CommitteeSecretary, new Dictionary<string, string> { [SiteDeclaration.Theme] = "太大，请聚焦" }, Day(3, 20), Notices, At(3, 13));

        AssertRefused("本次只退回了部分内容", () => declaration.Write(Text() with { Type = "治理型" }, At(3, 14)));
        declaration.Write(Text("小巷十分钟服务圈"), At(3, 14));
        var again = Confirmed(declaration, site, day: 16);

        Assert.Same(site, again);
        Assert.Equal(("小巷十分钟服务圈", Day(3, 12)), (site.Theme, site.DeclaredOn));
    }

    [Fact]
    public void Nobody_recommends_what_he_confirmed_himself()
    {
        var site = Declared();

        AssertRefused("不能审核自己填报或确认的内容", () => site.Endorse("同意", Eligible(site.Programme), Secretary, At(3, 20), Day(3, 20)));
    }

    [Fact]
    public void The_longest_practices_fit_the_form_s_eight_hundred_characters()
    {
        Assert.True(SiteDeclaration.MostPractices * SiteDeclaration.PracticeMaxLength <= 800);
        AssertRefused("每条不超过260字", () => Filled().Write(Text() with { Practices = [Characters(261), "", ""] }, At(3, 11)));
    }
}
