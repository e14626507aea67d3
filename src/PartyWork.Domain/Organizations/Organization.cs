using System.ComponentModel;

namespace PartyWork.Domain.Organizations;

public enum OrganizationLevel
{
    [Description("区委")] District = 1,
    [Description("党（工）委")] Committee = 2,
    [Description("基层党组织")] Primary = 3,
    [Description("党支部")] Branch = 4,
}

public enum OrganizationKind
{
    [Description("区委")] DistrictCommittee = 1,
    [Description("党工委")] WorkCommittee,
    [Description("党委")] Committee,
    [Description("党总支")] GeneralBranch,
    [Description("党支部")] Branch,
}

/// <summary>领域: which form of the year's work applies.</summary>
public enum OrganizationDomain
{
    [Description("区委")] District = 1,
    [Description("街道")] Subdistrict,
    [Description("镇")] Town,
    [Description("系统")] System,
    [Description("社区")] Community,
    [Description("机关")] Organ,
    [Description("学校")] School,
    [Description("两新")] TwoNew,
}

/// <summary>组建方式.</summary>
public enum OrganizationNature
{
    [Description("")] Unspecified,
    [Description("单独")] Single,
    [Description("联建")] Joint,
    [Description("挂靠")] Attached,
    [Description("片区")] Area,
    [Description("产业")] Industry,
    [Description("功能型")] Functional,
    [Description("临时")] Temporary,
}

/// <summary>党组织. Its code never changes; everything else about it may, with a trace.</summary>
public sealed class Organization : IAudited
{
    public const int CodeMaxLength = 20, NameMaxLength = 80, TextMaxLength = 200, DocumentMaxLength = 60;

    /// <summary>No organisation, name or affiliation is older than the Party.</summary>
    public static readonly DateOnly Earliest = new(1921, 7, 1);

    /// <summary>A term that ends within so many days is shown as a reason to prepare the election.</summary>
    public const int TermWarningDays = 90;

    private readonly List<Affiliation> _affiliations = [];
    private readonly List<FormerName> _formerNames = [];

    public Organization(string code, string name, OrganizationLevel level, OrganizationKind kind, OrganizationDomain domain)
    {
        Rule.Require(code.Length is > 0 and <= CodeMaxLength && code.All(char.IsAsciiLetterOrDigit), "组织代码只能由字母和数字组成，且不超过20位。");
        (Code, Level, Kind, Domain) = (code, level, kind, domain);
        Rename(name);
    }

    private Organization() { }

    public int Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public OrganizationLevel Level { get; private set; }
    public OrganizationKind Kind { get; private set; }
    public OrganizationDomain Domain { get; private set; }
    public OrganizationNature Nature { get; private set; }

    /// <summary>区委序列: the official order in which organisations are always listed.</summary>
    public int SortNo { get; private set; }

    /// <summary>正式和预备党员数, counted by the organisation itself.</summary>
    public int MemberCount { get; private set; }
    public string Phone { get; private set; } = "";

    /// <summary>属地或所在单位 as written in the roster.</summary>
    public string Territory { get; private set; } = "";

    /// <summary>属地: the community or sub-district in whose area it lies; null when it lies in none of ours.</summary>
    public int? TerritoryId { get; private set; }

    /// <summary>考核归口; null means the organisation it is affiliated to.</summary>
    public int? AssessmentLineId { get; private set; }

    /// <summary>本届选举日期.</summary>
    public DateOnly? ElectedOn { get; private set; }
    public string Remark { get; private set; } = "";

    /// <summary>由上级代填: its secretary has agreed that the committee's clerk fills its reports. Without a clerk of its own they may be filled so anyhow; confirming stays with the secretary.</summary>
    public bool IsFilledByParent { get; private set; }

    /// <summary>Its last day; from the day after it owes nothing. Null while it stands.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>承接组织 of a merged one: it takes over what was left open and reads what was filed.</summary>
    public int? SuccessorId { get; private set; }

    /// <summary>撤销文号; empty when none was given.</summary>
    public string ClosingDocument { get; private set; } = "";
    public IReadOnlyList<Affiliation> Affiliations => _affiliations;
    public IReadOnlyList<FormerName> FormerNames => _formerNames;

    int? IAudited.AuditOrganizationId => Id;

    /// <summary>更正: the name was written wrongly and never was its name.</summary>
    public void Rename(string name)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写党组织名称，不超过80字。");
        Name = name;
    }

    /// <summary>更名: from that day on it bears the new name; the old one is found and read with its days.</summary>
    public void Rename(string name, DateOnly from, string document)
    {
        RequireStanding();
        Rule.Require(name != Name, "新名称与现名称相同。");
        var last = _formerNames.Select(n => (DateOnly?)n.To).Max();
        Rule.Require(last is null || from > last.Value.AddDays(1), $"更名日期应晚于上次更名的{last?.AddDays(1):yyyy年M月d日}。");
        var former = new FormerName(Name, last?.AddDays(1), from.AddDays(-1), CheckDocument(document));
        Rename(name);
        _formerNames.Add(former);
    }

    public void Reclassify(OrganizationLevel level, OrganizationKind kind, OrganizationDomain domain, OrganizationNature nature) =>
        (Level, Kind, Domain, Nature) = (level, kind, domain, nature);

    public void Describe(int memberCount, string phone, string territory, DateOnly? electedOn, string remark)
    {
        Rule.Require(memberCount >= 0, "党员数不能为负数。");
        (MemberCount, Phone, Territory, ElectedOn, Remark) = (memberCount, phone, territory, electedOn, remark);
    }

    /// <summary>The secretary agrees to 由上级代填, or takes it back.</summary>
    public void LetParentFill(bool agreed)
    {
        Rule.Require(Level is OrganizationLevel.Primary, "只有基层党组织的季度报告可以由所属党（工）委代填。");
        IsFilledByParent = agreed;
    }

    public void PlaceAt(int sortNo) => SortNo = sortNo;

    public void LinkTerritory(int? organizationId)
    {
        Rule.Require(organizationId != Id, "属地不能是本组织自己。");
        TerritoryId = organizationId;
    }

    public void LinkAssessmentLine(int? organizationId)
    {
        Rule.Require(organizationId != Id, "考核归口不能是本组织自己。");
        AssessmentLineId = organizationId;
    }

    /// <summary>属地 and 考核归口 follow an organisation that ended to its successor.</summary>
    internal void FollowLinks(int from, int? to)
    {
        var now = to == Id ? null : to;
        (TerritoryId, AssessmentLineId) = (TerritoryId == from ? now : TerritoryId, AssessmentLineId == from ? now : AssessmentLineId);
    }

    /// <summary>隶属: from that day on it belongs to <paramref name="parent"/>; what was stays readable.</summary>
    /// <param name="document">批准文号; of the first affiliation it is that of the founding.</param>
    public void AffiliateTo(Organization parent, DateOnly from, string document = "")
    {
        Rule.Require(parent.ClosedOn is null, $"“{parent.Name}”已撤销，不能作为上级。");
        Rule.Require(parent.Level < Level, $"“{parent.Name}”的层级不高于“{Name}”，不能作为上级。");
        var current = _affiliations.SingleOrDefault(a => a.To is null);
        Rule.Require(current is null || current.From <= from, "新的隶属关系不能早于现有隶属关系。");
        current?.End(from.AddDays(-1));
        _affiliations.Add(new Affiliation(parent, from, CheckDocument(document)));
    }

    /// <summary>调整隶属: to another parent, whose level gives its own.</summary>
    /// <param name="hasChildren">Whether organisations that stand are directly below; their level depends on this one's.</param>
    public void MoveTo(Organization parent, DateOnly from, string document, bool hasChildren)
    {
        RequireStanding();
        Rule.Require(_affiliations.SingleOrDefault(a => a.To is null)?.ParentId != parent.Id, $"“{Name}”现在就隶属于“{parent.Name}”。");
        var level = LevelBelow(parent.Level);
        Rule.Require(level == Level || !hasChildren, $"“{Name}”还有下级党组织，改隶后层级由{Level.Text()}变为{level.Text()}；请先调整其下级的隶属。");
        Level = level;
        AffiliateTo(parent, from, document);
    }

    /// <summary>撤销, or 合并 when there is a successor. Nothing of what it did is lost.</summary>
    public void Close(DateOnly lastDay, Organization? successor, string document)
    {
        RequireStanding();
        Rule.Require(Level is not OrganizationLevel.District, "区委不能撤销。");
        Rule.Require(successor is null || (successor.Id != Id && successor.ClosedOn is null), "承接组织应是另一个现有的党组织。");
        var began = _affiliations.Where(a => a.To is null).Select(a => (DateOnly?)a.From).SingleOrDefault();
        Rule.Require(began is null || lastDay >= began, $"撤并日期不能早于现有隶属关系的起始日期{began:yyyy年M月d日}。");
        (ClosedOn, SuccessorId, ClosingDocument) = (lastDay, successor?.Id, CheckDocument(document));
    }

    /// <summary>The level of what is directly below <paramref name="parent"/>.</summary>
    public static OrganizationLevel LevelBelow(OrganizationLevel parent) => (OrganizationLevel)Math.Min((int)parent + 1, (int)OrganizationLevel.Branch);

    /// <summary>任期 in years: community Party branches and all committees and general branches 5, other branches 3 (关于党的基层组织任期的意见, 2018).</summary>
    public static int TermYears(OrganizationKind kind, OrganizationDomain domain) =>
        kind is OrganizationKind.Branch && domain is not OrganizationDomain.Community ? 3 : 5;

    /// <summary>Why the term needs attention on <paramref name="today"/>: past, or ending within 90 days; null when it does not.</summary>
    public static string? TermNotice(DateOnly? electedOn, OrganizationKind kind, OrganizationDomain domain, DateOnly today)
    {
        if (electedOn is not { } elected)
        {
            return "未登记本届选举日期";
        }

        var ends = elected.AddYears(TermYears(kind, domain));
        var days = ends.DayNumber - today.DayNumber;
        return days < 0 ? $"本届任期已于{ends:yyyy年M月d日}届满" : days <= TermWarningDays ? $"本届任期将于{ends:yyyy年M月d日}届满（还有{days}天）" : null;
    }

    private void RequireStanding() => Rule.Require(ClosedOn is null, $"“{Name}”已于{ClosedOn:yyyy年M月d日}撤销，不能再变更。");

    private static string CheckDocument(string document)
    {
        Rule.Require(document.Length <= DocumentMaxLength, $"文号不超过{DocumentMaxLength}字。");
        return document;
    }
}

/// <summary>隶属关系 for a span of days; the last one is open.</summary>
public sealed class Affiliation : IAudited
{
    internal Affiliation(Organization parent, DateOnly from, string document) => (Parent, From, Document) = (parent, from, document);

    private Affiliation() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int ParentId { get; private set; }
    public Organization Parent { get; private set; } = null!;
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>批准文号; empty when none was given.</summary>
    public string Document { get; private set; } = "";

    int? IAudited.AuditOrganizationId => OrganizationId;

    internal void End(DateOnly on) => To = on;
}

/// <summary>曾用名 with the days on which it was the name.</summary>
public sealed class FormerName : IAudited
{
    internal FormerName(string name, DateOnly? from, DateOnly to, string document) => (Name, From, To, Document) = (name, from, to, document);

    private FormerName() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Null for the first name: since it was founded.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly To { get; private set; }

    /// <summary>更名批复文号; empty when none was given.</summary>
    public string Document { get; private set; } = "";

    int? IAudited.AuditOrganizationId => OrganizationId;
}
