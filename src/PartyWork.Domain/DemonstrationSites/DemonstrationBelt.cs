using System.ComponentModel;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>示范区（带）走到哪一步.</summary>
public enum BeltStage
{
    [Description("规划")] Planned = 1,
    [Description("建设中")] Building,
    [Description("已列入")] Listed,
    [Description("已撤销")] Removed,
}

/// <summary>What is typed of a belt.</summary>
/// <param name="Route">线路, one stop a line, in the order in which it is walked.</param>
public sealed record BeltText(string Name, string Theme, string Responsible, string Route);

/// <summary>示范区（带）: sites of several domains along a street or in an area, with a lead site, the organisations they help along, and what they do together each year.</summary>
public sealed class DemonstrationBelt : IBelongToOrganization, IAudited
{
    public const int LeastSites = 3, LeastDomains = 2, NameMaxLength = 40, RouteMaxLength = 500, TextMaxLength = 200, NumberMaxLength = 50, MostStops = 20;

    private readonly List<BeltSite> _sites = [];
    private readonly List<BeltRadiation> _radiated = [];
    private readonly List<BeltMatter> _matters = [];

    /// <param name="organizationId">牵头党组织.</param>
    public DemonstrationBelt(int organizationId, BeltText text, DateOnly today)
    {
        (OrganizationId, Stage, PlannedOn) = (organizationId, BeltStage.Planned, today);
        Write(text);
    }

    private DemonstrationBelt() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public string Name { get; private set; } = "";
    public string Theme { get; private set; } = "";
    public string Responsible { get; private set; } = "";
    public string Route { get; private set; } = "";
    public BeltStage Stage { get; private set; }
    public DateOnly PlannedOn { get; private set; }
    public DateOnly? BegunOn { get; private set; }
    public DateOnly? ListedOn { get; private set; }
    public string ListingNo { get; private set; } = "";
    public DateOnly? EndedOn { get; private set; }
    public string EndWords { get; private set; } = "";
    public IReadOnlyList<BeltSite> Sites => _sites;
    public IReadOnlyList<BeltRadiation> Radiated => _radiated;
    public IReadOnlyList<BeltMatter> Matters => _matters;

    public IReadOnlyList<string> Stops => TextLines.Of(Route);

    public void Write(BeltText text)
    {
        RequireOpen();
        Rule.Require(text.Name.Length is > 0 and <= NameMaxLength && text.Theme.Length is > 0 and <= NameMaxLength, $"请填写名称和主题，各不超过{NameMaxLength}字。");
        Rule.Require(text.Responsible.Length <= NameMaxLength && text.Route.Length <= RouteMaxLength, $"责任人不超过{NameMaxLength}字，线路不超过{RouteMaxLength}字。");
        Rule.Require(TextLines.Of(text.Route).Count <= MostStops, $"线路最多{MostStops}站，每行一站。");
        (Name, Theme, Responsible, Route) = (text.Name, text.Theme, text.Responsible, text.Route);
    }

    /// <summary>纳入示范点; a site belongs to one belt at most.</summary>
    /// <param name="other">The belt that it belongs to already; empty for none.</param>
    public BeltSite Join(DemonstrationSite site, string other)
    {
        RequireOpen();
        Rule.Require(site.IsLive, $"“{site.Theme}”不是在册的示范点，确定以后才能纳入。");
        Rule.Require(other.Length == 0, $"“{site.Theme}”已在示范区（带）“{other}”中，一个示范点只能属于一条。");
        Rule.Require(_sites.TrueForAll(s => s.SiteId != site.Id || site.Id == 0), $"“{site.Theme}”已经纳入。");
        var member = new BeltSite(site, _sites.Count == 0);
        _sites.Add(member);
        return member;
    }

    /// <summary>移出; a listed belt keeps its lead, three sites and two domains; whom it helped along stays with the belt only where another site goes on with it.</summary>
    public void Leave(BeltSite member)
    {
        RequireOpen();
        Rule.Require(Stage is not BeltStage.Listed || _sites.Count > LeastSites, $"已列入的示范区（带）不少于{LeastSites}个示范点，请先纳入别的示范点，或撤销该示范区（带）。");
        Rule.Require(Stage is not BeltStage.Listed || !member.IsLead, "该示范点是牵头示范点，请先指定别的示范点牵头。");
        Rule.Require(Stage is not BeltStage.Listed || _sites.Where(s => s != member).Select(s => s.Domain).Distinct().Count() >= LeastDomains, $"已列入的示范区（带）至少包含{LeastDomains}个领域的示范点，请先纳入该领域别的示范点，或撤销该示范区（带）。");
        Rule.Require(_radiated.TrueForAll(r => r.SiteId != member.SiteId), "该示范点还有辐射党组织，请先移出或改由别的示范点辐射。");
        _sites.Remove(member);
    }

    /// <summary>牵头示范点: confirmed, and one of the belt's own.</summary>
    public void Lead(BeltSite member, DemonstrationSite site)
    {
        RequireOpen();
        Rule.Require(site.IsLive, $"牵头示范点应是在册的示范点，“{site.Theme}”不是。");
        _sites.ForEach(s => s.MakeLead(s == member));
    }

    /// <summary>辐射 of an organisation by one of the belt's sites.</summary>
    /// <param name="closed">It has been merged or dissolved.</param>
    public BeltRadiation Radiate(int organizationId, BeltSite by, bool closed)
    {
        RequireOpen();
        Rule.Require(!closed, "该党组织已撤并，不能列为辐射党组织。");
        Rule.Require(_radiated.TrueForAll(r => r.OrganizationId != organizationId), "该党组织已经列为辐射党组织。");
        Rule.Require(_sites.TrueForAll(s => s.OrganizationId != organizationId), "该党组织本身是所含示范点，不再列为辐射党组织。");
        var radiation = new BeltRadiation(organizationId, by.SiteId);
        _radiated.Add(radiation);
        return radiation;
    }

    public void Drop(BeltRadiation radiation)
    {
        RequireOpen();
        _radiated.Remove(radiation);
    }

    /// <summary>年度共建事项.</summary>
    public BeltMatter Agree(int year, string text, string responsible, DateOnly dueOn)
    {
        RequireOpen();
        var matter = new BeltMatter(this, _matters.Count(m => m.Year == year) + 1, year, text, responsible, dueOn);
        _matters.Add(matter);
        return matter;
    }

    /// <summary>开始建设.</summary>
    public void Build(DateOnly on, DateOnly today)
    {
        Rule.Require(Stage is BeltStage.Planned, "只有规划中的可以开始建设。");
        Rule.Require(on <= today, "建设开始日期不能晚于今天。");
        (Stage, BegunOn) = (BeltStage.Building, on);
    }

    /// <summary>列入: three sites of two domains at least, all of them live, one of them leading.</summary>
    /// <param name="live">Of the belt's sites, those that are live.</param>
    public void List(IReadOnlySet<int> live, string documentNo, DateOnly on, DateOnly today)
    {
        Rule.Require(Stage is BeltStage.Building, "建设中的才能列入。");
        var standing = _sites.Where(s => live.Contains(s.SiteId)).ToList();
        Rule.Require(standing.Count >= LeastSites && standing.Select(s => s.Domain).Distinct().Count() >= LeastDomains, $"列入的应有{LeastSites}个以上在册示范点，至少属于{LeastDomains}个领域；现有{standing.Count}个，{standing.Select(s => s.Domain).Distinct().Count()}个领域。");
        Rule.Require(standing.Exists(s => s.IsLead), "牵头示范点应是已确定的示范点，请先指定。");
        Rule.Require(on >= BegunOn && on <= today, $"列入日期应在建设开始日（{BegunOn:yyyy-MM-dd}）至今天之间。");
        Rule.Require(documentNo.Length is > 0 and <= NumberMaxLength, $"请填写列入的文号，不超过{NumberMaxLength}字。");
        (Stage, ListedOn, ListingNo) = (BeltStage.Listed, on, documentNo);
    }

    /// <summary>撤销; its sites are free for another belt.</summary>
    public void Remove(string words, DateOnly today)
    {
        RequireOpen();
        Rule.Require(words.Length is > 0 and <= TextMaxLength, $"请写明撤销的原因，不超过{TextMaxLength}字。");
        (Stage, EndedOn, EndWords) = (BeltStage.Removed, today, words);
        _sites.ForEach(s => s.Free());
    }

    private void RequireOpen() => Rule.Require(Stage is not BeltStage.Removed, "该示范区（带）已经撤销，不能再改。");
}

/// <summary>所含示范点: whose it is and of which domain is open to everybody who reads the belt.</summary>
public sealed class BeltSite : IAudited
{
    internal BeltSite(DemonstrationSite site, bool isLead) => (SiteId, OrganizationId, Domain, Theme, IsLead, IsCurrent) = (site.Id, site.OrganizationId, site.Domain, site.Theme, isLead, true);

    private BeltSite() { }

    public int Id { get; private set; }
    public int BeltId { get; private set; }
    public int SiteId { get; private set; }
    public int OrganizationId { get; private set; }
    public SiteDomain Domain { get; private set; }
    public string Theme { get; private set; } = "";
    public bool IsLead { get; private set; }

    /// <summary>False once the belt is removed: then another may have the site.</summary>
    public bool IsCurrent { get; private set; }

    int? IAudited.AuditOrganizationId => OrganizationId;

    internal void MakeLead(bool isLead) => IsLead = isLead;

    internal void Free() => IsCurrent = false;
}

/// <summary>辐射党组织, and the site that helps it along.</summary>
public sealed class BeltRadiation : IAudited
{
    internal BeltRadiation(int organizationId, int siteId) => (OrganizationId, SiteId) = (organizationId, siteId);

    private BeltRadiation() { }

    public int Id { get; private set; }
    public int BeltId { get; private set; }
    public int OrganizationId { get; private set; }
    public int SiteId { get; private set; }

    int? IAudited.AuditOrganizationId => OrganizationId;
}

/// <summary>年度共建事项: what the belt's organisations do together.</summary>
public sealed class BeltMatter : IAudited
{
    internal BeltMatter(DemonstrationBelt belt, int no, int year, string text, string responsible, DateOnly dueOn)
    {
        Rule.Require(text.Length > 0 && text.Length <= DemonstrationBelt.TextMaxLength && responsible.Length > 0 && responsible.Length <= DemonstrationBelt.NameMaxLength, $"请填写共建事项（不超过{DemonstrationBelt.TextMaxLength}字）和责任单位（不超过{DemonstrationBelt.NameMaxLength}字）。");
        Rule.Require(dueOn.Year == year, $"时限应在{year}年内。");
        (OrganizationId, No, Year, Text, Responsible, DueOn) = (belt.OrganizationId, no, year, text, responsible, dueOn);
    }

    private BeltMatter() { }

    public int Id { get; private set; }
    public int BeltId { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }
    public int No { get; private set; }
    public string Text { get; private set; } = "";
    public string Responsible { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public string Outcome { get; private set; } = "";

    int? IAudited.AuditOrganizationId => OrganizationId;

    /// <summary>办结, with what came of it.</summary>
    public void Finish(string outcome, DateOnly on, DateOnly today)
    {
        Rule.Require(DoneOn is null, "该共建事项已经办结。");
        Rule.Require(on <= today, "办结日期不能晚于今天。");
        Rule.Require(outcome.Length > 0 && outcome.Length <= DemonstrationBelt.TextMaxLength, $"请写明办结情况，不超过{DemonstrationBelt.TextMaxLength}字。");
        (DoneOn, Outcome) = (on, outcome);
    }
}
