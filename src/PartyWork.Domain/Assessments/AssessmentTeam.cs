using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>整顿验收组 has one of each.</summary>
public enum TeamUnit
{
    [Description("")] None,
    [Description("组织部")] OrganizationDepartment,
    [Description("社会工作部")] SocialWork,
    [Description("信访部门")] Petitions,
}

/// <summary>Somebody of the pool of assessors.</summary>
/// <param name="MayLead">Holds the post of a team leader.</param>
/// <param name="Unit">For which unit, in an acceptance; nowhere else.</param>
public sealed record Assessor(int PersonId, string Name, bool MayLead, TeamUnit Unit = TeamUnit.None);

/// <summary>考核组 of one round.</summary>
public sealed class AssessmentTeam : IAudited
{
    /// <summary>整顿验收组: one of each.</summary>
    public static readonly IReadOnlyList<TeamUnit> AcceptanceUnits = [TeamUnit.OrganizationDepartment, TeamUnit.SocialWork, TeamUnit.Petitions];

    private readonly List<TeamMember> _members = [];

    internal AssessmentTeam(int no) => No = no;

    private AssessmentTeam() { }

    public int Id { get; private set; }
    public int RoundId { get; private set; }

    /// <summary>第几组.</summary>
    public int No { get; private set; }
    public IReadOnlyList<TeamMember> Members => _members;
    public string Name => $"第{No}组";

    int? IAudited.AuditOrganizationId => null;

    /// <summary>组长 first.</summary>
    public string People => string.Join("、", _members.OrderByDescending(m => m.IsLeader).ThenBy(m => m.Id).Select(m => m.Named));

    public bool Has(int personId) => _members.Exists(m => m.PersonId == personId);

    public bool IsLedBy(int personId) => _members.Exists(m => m.PersonId == personId && m.IsLeader);

    internal void Form(IReadOnlyCollection<Assessor> members, int leaderId)
    {
        _members.RemoveAll(m => members.All(x => x.PersonId != m.PersonId));
        foreach (var member in members.DistinctBy(m => m.PersonId).Where(m => !Has(m.PersonId)))
        {
            _members.Add(new TeamMember(member));
        }

        _members.ForEach(m => m.Serve(members.First(x => x.PersonId == m.PersonId).Unit, m.PersonId == leaderId));
    }
}

/// <summary>考核组成员.</summary>
public sealed class TeamMember : IAudited
{
    internal TeamMember(Assessor assessor) => (PersonId, Name) = (assessor.PersonId, assessor.Name);

    private TeamMember() { }

    public int Id { get; private set; }
    public int TeamId { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsLeader { get; private set; }

    /// <summary>Of 整顿验收: whom he comes from.</summary>
    public TeamUnit Unit { get; private set; }

    /// <summary>陶立新（组织部，组长）.</summary>
    public string Named => (Unit, IsLeader) switch
    {
        (TeamUnit.None, false) => Name,
        (TeamUnit.None, true) => $"{Name}（组长）",
        _ => $"{Name}（{Unit.Text()}{(IsLeader ? "，组长" : "")}）",
    };

    int? IAudited.AuditOrganizationId => null;

    internal void Serve(TeamUnit unit, bool leads) => (Unit, IsLeader) = (unit, leads);
}

/// <summary>回避: this person has nothing to do with the score of this organisation.</summary>
public sealed class Recusal : IAudited
{
    /// <summary>How the reason begins of what was found out only after the draw.</summary>
    public const string AfterDraw = "抽签后登记：";

    internal Recusal(int personId, int organizationId, string reason) => (PersonId, OrganizationId, Reason) = (personId, organizationId, reason);

    private Recusal() { }

    public int Id { get; private set; }
    public int RoundId { get; private set; }
    public int PersonId { get; private set; }
    public int OrganizationId { get; private set; }
    public string Reason { get; private set; } = "";

    public bool IsAfterDraw => Reason.StartsWith(AfterDraw, StringComparison.Ordinal);

    int? IAudited.AuditOrganizationId => null;
}
