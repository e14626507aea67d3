using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>A post that the signed-in person holds today.</summary>
public sealed record HeldPost(int HoldingId, PostKind Kind, string Title, int OrganizationId);

/// <summary>How the account that asks is signed in, and what it has to do before anything else.</summary>
/// <param name="PasswordDaysLeft">Days until the password must be changed; null when it does not age.</param>
/// <param name="IsPrivileged">District staff and administrators: longer passwords, a second factor.</param>
public sealed record OwnAccount(Guid SessionId, bool MustChangePassword, int? PasswordDaysLeft, bool IsPrivileged, bool MustAddSecondFactor);

/// <summary>A 评分表 that the acting assessor's team has drawn, while its round is open to them.</summary>
public sealed record AssignedSheet(int SheetId, int OrganizationId);

/// <summary>Who asks, acting in which post. Filled once per request from the account's row; empty when nobody is signed in.</summary>
public sealed class CurrentUser
{
    private Actor? _actor;
    private IReadOnlyCollection<AssignedSheet> _assigned = [];

    public int? UserId { get; private set; }
    public int? PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public OwnAccount? Account { get; private set; }
    public Guid? SessionId => Account?.SessionId;
    public bool MustChangePassword => Account?.MustChangePassword == true;
    public IReadOnlyList<HeldPost> Posts { get; private set; } = [];
    public HeldPost? Post { get; private set; }

    /// <summary>True while the secretary's delegation lets this deputy confirm.</summary>
    public bool StandsInForSecretary { get; private set; }
    public OrgTree Tree { get; private set; } = new(0, []);

    /// <summary>How far everybody's work had moved on when the request began (<see cref="TreeStamp.Work"/>).</summary>
    public int WorkVersion { get; private set; }

    public bool IsSignedIn => UserId is not null;
    public OrgNode? Organization => Tree.Find(Post?.OrganizationId);
    public Actor Actor => _actor ?? throw new InvalidOperationException("No person: the handler was not protected.");

    /// <summary>Posts of the whole district: they see everything and act at the district's level.</summary>
    public bool IsDistrictWide => Post?.Kind is PostKind.DistrictStaff or PostKind.DistrictLeader or PostKind.Inspector;

    internal void SignIn(int userId, string name, int? personId, OwnAccount account, IReadOnlyList<HeldPost> posts, HeldPost? active, bool standsIn, OrgTree tree, int workVersion, IReadOnlyCollection<AssignedSheet> assigned)
    {
        (UserId, Name, Account, Posts, Post, StandsInForSecretary, Tree) = (userId, name, account, posts, active, standsIn, tree);
        _assigned = assigned;
        (PersonId, Scope, WorkVersion) = (personId, Reach() with { Person = personId ?? 0 }, workVersion);
        _actor = personId is { } person ? new Actor(person, name, active is null ? "" : standsIn ? active.Title + "（受书记委托）" : active.Title) : null;
    }

    /// <summary>Whether the active post may do it at all, anywhere.</summary>
    public bool May(Act act) => Post is not null && Security.May.Table[act].Any(g => Holds(act, g));

    /// <summary>Whether the active post may do it to what belongs to <paramref name="organizationId"/>.</summary>
    public bool May(Act act, int organizationId) => Post is { } post && Security.May.Table[act].Any(g => Holds(act, g) && Stands(g.Standing, post.OrganizationId, organizationId));

    /// <summary>Whether the active post may do it to its own organisation.</summary>
    public bool MayAtHome(Act act) => Post is { } post && May(act, post.OrganizationId);

    /// <summary>Whether 得分预估 of the own organisation, which some rubric scores, is there to be read.</summary>
    public bool ReadsOwnScore => MayAtHome(Act.ReadRunningScores) && Organization is { } own && RubricKinds.Of(own.Level, own.Domain) is not null;

    /// <summary>The subtree that this post reads, what was merged into it, and for a department the domains in its charge; assessors what their teams have drawn, the administrators no organisation's work.</summary>
    public OrgScope Scope { get; private set; } = OrgScope.Nothing;

    private OrgScope Reach() => ReachOf() is var scope && scope != OrgScope.Nothing && !scope.IsAssigned ? scope with { Owner = Post!.OrganizationId, Organizer = MayAtHome(Act.ManageRounds) && Organization?.Level is OrganizationLevel.Committee ? Post.OrganizationId : 0 } : scope;

    private OrgScope ReachOf() => Post switch
    {
        null => OrgScope.Nothing,
        { Kind: PostKind.Assessor or PostKind.TeamLeader } => _assigned.Count == 0 ? OrgScope.Nothing
            : new OrgScope(false, _assigned.SelectMany(a => Tree.Subtree(a.OrganizationId)).ToHashSet()) { Sheets = [.. _assigned.Select(a => a.SheetId)] },
        { Kind: var kind } when kind.IsAdministrator() => OrgScope.Nothing,
        _ when IsDistrictWide => OrgScope.All,
        { Kind: PostKind.SocialWorkDepartment } post => new OrgScope(false, Tree.Reach(post.OrganizationId).Concat(Tree.InCharge(post.OrganizationId)).ToHashSet()),
        var post => new OrgScope(false, Tree.Reach(post.OrganizationId)) { Department = post.Kind is PostKind.Liaison ? post.OrganizationId : 0 },
    };

    /// <summary>The delegation lets the deputy confirm, and nothing else that is the secretary's.</summary>
    private bool Holds(Act act, Grant grant) => grant.Posts.Contains(Post!.Kind) || (StandsInForSecretary && (act is Act.ConfirmLists or Act.ConfirmReports or Act.ConfirmAnswers or Act.ConfirmSelfScores or Act.ConfirmMonthlyReports or Act.ConfirmDeclarations));

    private bool Stands(Standing standing, int own, int other) => standing switch
    {
        Standing.Anywhere => true,
        Standing.Own => own == other,
        Standing.Parent => Tree.Parent(other)?.Id == own,
        Standing.OwnOrAbove => own == other || Tree.IsAbove(own, other),
        Standing.InCharge => Tree.Find(other) is { } node && Tree.IsInCharge(own, node),
        Standing.Assigned => _assigned.Any(a => a.OrganizationId == other || Tree.IsAbove(a.OrganizationId, other)),
        Standing.Above => Tree.IsAbove(own, other),
        _ => false,
    };
}
