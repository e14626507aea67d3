namespace PartyWork.Domain.Assessments;

/// <summary>Somebody of the pool of assessors.</summary>
/// <param name="MayLead">Holds the post of a team leader.</param>
public sealed record Assessor(int PersonId, string Name, bool MayLead);

/// <summary>考核组 of one round.</summary>
public sealed class AssessmentTeam : IAudited
{
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
    public string People => string.Join("、", _members.OrderByDescending(m => m.IsLeader).ThenBy(m => m.Id).Select(m => m.IsLeader ? $"{m.Name}（组长）" : m.Name));

    public bool Has(int personId) => _members.Exists(m => m.PersonId == personId);

    public bool IsLedBy(int personId) => _members.Exists(m => m.PersonId == personId && m.IsLeader);

    internal void Form(IReadOnlyCollection<Assessor> members, int leaderId)
    {
        _members.RemoveAll(m => members.All(x => x.PersonId != m.PersonId));
        foreach (var member in members.DistinctBy(m => m.PersonId).Where(m => !Has(m.PersonId)))
        {
            _members.Add(new TeamMember(member));
        }

        _members.ForEach(m => m.Lead(m.PersonId == leaderId));
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

    int? IAudited.AuditOrganizationId => null;

    internal void Lead(bool leads) => IsLeader = leads;
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
