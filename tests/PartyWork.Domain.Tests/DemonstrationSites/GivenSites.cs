using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.DemonstrationSites;

/// <summary>A programme of 2026, published on 5 March, and a community's site at each step of its way.</summary>
internal static class GivenSites
{
    public static readonly Actor Staff = new(5, "韩志远", "组织科科长"), CommitteeSecretary = new(6, "叶超", "春晖街道党工委书记");

    public static readonly SiteFacts Sound = new("", "许豪华", null, "", 0);

    public static readonly SiteSelection Choice = new(5, 2);

    public static readonly DeclarantFacts Facts = new("许豪华", 63, "先进基层党组织（2025年）");

    public static ProgrammeText Written(string basis = "青发〔2026〕9号") =>
        new("2026年党建示范点创建方案", ProgrammeApprover.Committee, basis, basis.Length > 0 ? Day(3, 1) : null, SiteWording.Naming, false, new(3, 2, 1, 1), 3, ProgrammeText.UsualStar, ProgrammeText.UsualNoticeDays,
            ProgrammeText.UsualMark, Day(3, 6), Day(3, 25), ProgrammeText.UsualTypes, "组织设置\n组织生活\n特色做法\n群众认可");

    public static WorkYear Year() => new(2026, new Scheme(), "无变化");

    public static (SiteProgramme Programme, Window Window) Published(ProgrammeText? text = null)
    {
        var programme = new SiteProgramme(2026, text ?? Written()).WithId(3);
        return (programme, programme.Publish(Year(), Staff, Day(3, 5))[0]);
    }

    public static DeclarationText Text(string theme = "十分钟服务圈") =>
        new("服务型", theme, ["把居民的事列成清单，由党员认领", "", ""], "", [.. SiteDeclaration.Conditions.Select(_ => new DeclaredCondition(true, ""))]);

    public static SiteDeclaration Begun(SiteProgramme programme, Window window)
    {
        var filing = SiteDeclaration.Begin(programme, window, OrganizationId, OrganizationLevel.Primary, OrganizationDomain.Community, Day(3, 10));
        return new(filing, programme);
    }

    public static SiteDeclaration Filled()
    {
        var (programme, window) = Published();
        var declaration = Begun(programme, window);
        declaration.Write(Text(), At(3, 11));
        return declaration;
    }

    public static IReadOnlyList<EligibilityFinding> Eligible(SiteProgramme programme, SiteFacts? facts = null, SiteDomain domain = SiteDomain.Community) => SiteEligibility.Check(programme, domain, facts ?? Sound, OrganizationId);

    public static DemonstrationSite Declared()
    {
        var declaration = Filled();
        return Confirmed(declaration).WithId(9);
    }

    public static DemonstrationSite Confirmed(SiteDeclaration declaration, DemonstrationSite? site = null, SiteFacts? facts = null, int day = 12)
    {
        declaration.By(new(site, SiteDomain.Community, 1, Facts, Eligible(declaration.Programme, facts))).Confirm(Secretary, At(3, day));
        return declaration.Site!;
    }

    public static DemonstrationSite Endorsed(DemonstrationSite? site = null)
    {
        site ??= Declared();
        site.Endorse("同意推荐", Eligible(site.Programme), CommitteeSecretary, At(3, 20), Day(3, 20));
        return site;
    }

    public static DemonstrationSite Reviewed()
    {
        var site = Endorsed();
        site.Review("资料齐全", Staff, Day(4, 1));
        return site;
    }

    public static DemonstrationSite Visited()
    {
        var site = Reviewed();
        site.Visit(Day(4, 10), ["韩志远", "苏文静"], [5, 4, 5, 4], Day(4, 12));
        return site;
    }

    /// <summary>In notice from 20 to 24 April.</summary>
    public static DemonstrationSite InNotice()
    {
        var site = Visited();
        site.Shortlist(Day(4, 18));
        site.Notify(Day(4, 20), "区政务网", Day(4, 20));
        return site;
    }

    public static DemonstrationSite Confirmed()
    {
        var site = InNotice();
        site.Confirm(Choice, "青组部纪〔2026〕8号", Day(5, 18), Day(5, 18));
        return site;
    }

    public static WorkTask Measure(int no = 1) => SiteMeasure.NewTask(OrganizationId, 2026, no, "建成十分钟服务圈", null, "", Day(11, 30), Holder(), "").WithId(400 + no);

    public static DemonstrationSite Planned()
    {
        var site = Confirmed();
        site.WritePlan("服务半径偏大", "叶超", "韩志远");
        site.Take(Measure(), true, 2_000_000, "党群服务站", "新增服务点3个");
        site.SubmitPlan(Secretary, Day(5, 28));
        return site;
    }

    public static DemonstrationSite Cultivated()
    {
        var site = Planned();
        site.ApprovePlan(true, Staff, Day(6, 2));
        return site;
    }

    public static DemonstrationSite Named(int score = 9_000)
    {
        var site = Cultivated();
        site.Decide(SiteOutcome.Named, score, null, "", "青发〔2026〕30号", Day(12, 30), Staff, Day(12, 30));
        return site;
    }

    public static DemonstrationSite Warned()
    {
        var site = Named();
        site.Recheck(SiteOutcome.Warned, 7_800, SiteReason.PlanNotKept, "服务站停办两个月", Day(3, 31, 2028), "纪要", Day(12, 20, 2027), Staff, Day(12, 20, 2027));
        return site;
    }

    public static StarLevel Star(int level) => (StarLevel)level;
}
