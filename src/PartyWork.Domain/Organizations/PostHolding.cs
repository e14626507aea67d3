using System.ComponentModel;

namespace PartyWork.Domain.Organizations;

/// <summary>What a post entitles to; the title on the door is <see cref="PostHolding.Title"/>.</summary>
public enum PostKind
{
    [Description("书记")] Secretary = 1,
    [Description("副书记")] Deputy = 2,
    [Description("党务干事")] Officer = 3,
    [Description("班子成员")] Member = 4,
    [Description("第一书记")] FirstSecretary = 5,
    [Description("整顿工作组成员")] WorkTeam = 6,
    [Description("帮扶单位联系人")] SupportContact = 7,
    [Description("区领导联络员")] LeaderLiaison = 8,
    [Description("组织部科室")] DistrictStaff = 10,
    [Description("部领导")] DistrictLeader = 11,
    [Description("人才办")] TalentOffice = 12,
    [Description("归口部门（社会工作部）")] SocialWorkDepartment = 13,
    [Description("区直部门联络员")] Liaison = 14,
    [Description("督查")] Inspector = 15,
    [Description("考核组成员")] Assessor = 20,
    [Description("考核组组长")] TeamLeader = 21,
    [Description("系统管理员")] SystemAdministrator = 30,
    [Description("安全管理员")] SecurityAdministrator = 31,
    [Description("审计管理员")] AuditAdministrator = 32,
}

public static class PostKinds
{
    /// <summary>三员: who runs the system reads no business in it.</summary>
    public static bool IsAdministrator(this PostKind kind) => kind is PostKind.SystemAdministrator or PostKind.SecurityAdministrator or PostKind.AuditAdministrator;

    /// <summary>Posts within committees and below, as against those that act for the district.</summary>
    public static bool IsGrassroots(this PostKind kind) => kind is PostKind.Secretary or PostKind.Deputy or PostKind.Officer or PostKind.Member || kind.IsHelper();

    /// <summary>四位一体: sent to a community that is being put right, and gone again with the end of that.</summary>
    public static bool IsHelper(this PostKind kind) => kind is PostKind.FirstSecretary or PostKind.WorkTeam or PostKind.SupportContact or PostKind.LeaderLiaison;
}

/// <summary>A post-holder the product needs by name; the member roll lives elsewhere.</summary>
public sealed class Person : IAudited
{
    public const int NameMaxLength = 50, PhoneMaxLength = 30;

    private readonly List<PostHolding> _holdings = [];

    public Person(string name, string phone)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写姓名，不超过50字。");
        (Name, Phone) = (name, phone);
    }

    private Person() { }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public IReadOnlyList<PostHolding> Holdings => _holdings;

    int? IAudited.AuditOrganizationId => null;

    /// <summary>更正: name or phone was written wrongly, or the phone is another one now. What the person did stays with the person.</summary>
    public void Correct(string name, string phone)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, "请填写姓名，不超过50字。");
        Rule.Require(phone.Length <= PhoneMaxLength, $"电话不超过{PhoneMaxLength}位。");
        (Name, Phone) = (name, phone);
    }
}

/// <summary>任职: who holds which post where, from when to when.</summary>
public sealed class PostHolding : IAudited
{
    public const int TitleMaxLength = 60;

    /// <param name="person">With the posts held so far: an administrator takes no other post.</param>
    public PostHolding(Person person, Organization organization, PostKind kind, string title, DateOnly from)
    {
        Rule.Require(title.Length is > 0 and <= TitleMaxLength, "请填写职务，不超过60字。");

        // 三员分立: the three administrators exclude each other and every post of the business.
        var other = person.Holdings.FirstOrDefault(h => (h.To is null || h.To >= from) && (h.Kind.IsAdministrator() || kind.IsAdministrator()));
        Rule.Require(other is null, $"{person.Name}现任{other?.Title}。系统、安全、审计三类管理员互不兼任，也不兼任其他职务，不能再任{kind.Text()}，请另选人员，或先登记其离任。");
        (Person, Organization, Kind, Title, From) = (person, organization, kind, title, from);
    }

    private PostHolding() { }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public int OrganizationId { get; private set; }
    public Organization Organization { get; private set; } = null!;
    public PostKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    int? IAudited.AuditOrganizationId => OrganizationId;

    public void End(DateOnly on)
    {
        Rule.Require(To is null, "该任职已经结束。");
        Rule.Require(on >= From, "离任日期不能早于任职日期。");
        To = on;
    }

    /// <summary>The organisation has a new name: a title that begins with the old one follows.</summary>
    public void FollowName(string old, string name)
    {
        if (Title.StartsWith(old, StringComparison.Ordinal) && name.Length + Title.Length - old.Length <= TitleMaxLength)
        {
            Title = name + Title[old.Length..];
        }
    }
}

/// <summary>委托: the secretary lets the deputy confirm for a time. Logged, and at most 30 days.</summary>
public sealed class Delegation : IBelongToOrganization, IAudited
{
    public const int MaxDays = 30, ReasonMaxLength = 100;

    /// <param name="from">First day on which the deputy may confirm.</param>
    /// <param name="to">Last day; at most 30 days after the first, both counted.</param>
    public Delegation(PostHolding secretary, PostHolding deputy, DateOnly from, DateOnly to, string reason)
    {
        Rule.Require(secretary.Kind is PostKind.Secretary, "只有书记可以委托。");
        Rule.Require(deputy.Kind is PostKind.Deputy && deputy.OrganizationId == secretary.OrganizationId, "只能委托给本组织的副书记。");
        Rule.Require(to >= from, "委托截止日不能早于开始日。");
        Rule.Require(to.DayNumber - from.DayNumber < MaxDays, "一次委托不超过30天，请缩短委托期限。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, "请填写委托事由，不超过100字。");
        (OrganizationId, SecretaryHoldingId, DeputyHoldingId, From, To, Reason) = (secretary.OrganizationId, secretary.Id, deputy.Id, from, to, reason);
    }

    private Delegation() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int SecretaryHoldingId { get; private set; }
    public int DeputyHoldingId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>A new delegation: not for days gone by, and one deputy at a time.</summary>
    /// <param name="others">The secretary's earlier delegations.</param>
    public static Delegation Grant(PostHolding secretary, PostHolding deputy, DateOnly from, DateOnly to, string reason, DateOnly today, IEnumerable<Delegation> others)
    {
        Rule.Require(from >= today, "委托开始日不能早于今天。");
        var overlapping = others.FirstOrDefault(d => d.From <= d.To && d.From <= to && from <= d.To);
        Rule.Require(overlapping is null, $"{overlapping?.From:M月d日}至{overlapping?.To:M月d日}已有委托，请先收回，或另选日期。");
        return new Delegation(secretary, deputy, from, to, reason);
    }

    public bool IsInForce(DateOnly today) => From <= today && today <= To;

    /// <summary>收回: the deputy may not confirm from today on.</summary>
    public void Withdraw(DateOnly today)
    {
        Rule.Require(today <= To, "该委托已经到期。");
        To = today.AddDays(-1);
    }
}
