using System.Linq.Expressions;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>How many Party organisations stand at the cut-off.</summary>
internal static class OrganizationFigures
{
    private const string Standing = "在截止日已成立、未撤销。成立日期取首次隶属日期；按名册导入、只登记了换届日期的，视为此前已成立。领域和组建方式按现登记。";

    public static readonly IReadOnlyList<Figure> All =
    [
        Count("communities_total", "社区党组织数", "个", "领域为社区的基层党组织（不含其下属党支部），" + Standing, o => o.Domain == OrganizationDomain.Community && o.Level == OrganizationLevel.Primary, FigureSection.Decisions),
        Count("committees_total", "区属党（工）委数", "个", "区委直接下属的党（工）委，" + Standing, o => o.Level == OrganizationLevel.Committee, Mechanisms),
        new("area_industry_function_orgs", "片区、产业和功能型党组织数", "个", "组建方式为片区、产业或功能型的党组织，" + Standing + "印出时取整，实数另列。")
        {
            Time = FigureTime.Stock, IsKeptByWork = true, IsApproximate = true, Sections = [Unions],
            Facts = (db, p) => At(db, p, o => o.Nature == OrganizationNature.Area || o.Nature == OrganizationNature.Industry || o.Nature == OrganizationNature.Functional),
        },
        Count("two_new_orgs", "两新党组织总数", "个", "领域为两新的党组织，不含片区、产业和功能型，" + Standing, o => o.Domain == OrganizationDomain.TwoNew
            && o.Nature != OrganizationNature.Area && o.Nature != OrganizationNature.Industry && o.Nature != OrganizationNature.Functional, TwoNew),
        Count("two_new_single", "单独建立的两新党组织数", "个", "两新党组织总数中组建方式为单独的，" + Standing, o => o.Domain == OrganizationDomain.TwoNew && o.Nature == OrganizationNature.Single, TwoNew),
        Count("two_new_joint_attached", "联建、挂靠的两新党组织数", "个", "两新党组织总数中组建方式为联建或挂靠的，" + Standing,
            o => o.Domain == OrganizationDomain.TwoNew && (o.Nature == OrganizationNature.Joint || o.Nature == OrganizationNature.Attached), TwoNew),
    ];

    private static Figure Count(string key, string name, string unit, string definition, Expression<Func<Organization, bool>> which, FigureSection section) => new(key, name, unit, definition)
    {
        Time = FigureTime.Stock, IsKeptByWork = true, Sections = [section], Facts = (db, p) => At(db, p, which),
    };

    /// <summary>The organisations of a kind that stand on the cut-off; its last day is still one.</summary>
    internal static IQueryable<Fact> At(PartyWorkDb db, Period period, Expression<Func<Organization, bool>> which) => Facts(StandingOn(db, period).Where(which), period);

    internal static IQueryable<Organization> StandingOn(PartyWorkDb db, Period period) =>
        db.Organizations.Where(o => (o.ClosedOn == null || o.ClosedOn >= period.Cutoff) && o.Affiliations.Any(a => a.From <= period.Cutoff || a.From == o.ElectedOn));

    internal static IQueryable<Fact> Facts(IQueryable<Organization> organizations, Period period) => organizations.Select(o => new Fact
    {
        OrganizationId = o.Id, RecordKind = RecordKinds.Organization, RecordId = o.Id, Amount = 1, EnteredOn = null,
        On = o.Affiliations.Any(a => a.From <= period.Cutoff) ? o.Affiliations.Min(a => a.From) : period.Cutoff,
    });
}
