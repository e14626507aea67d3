using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>责任书条款: a single promise. Tasks name it in their source: 责任书第三条.</summary>
public sealed class AgreementClause : IBelongToOrganization, IAudited
{
    private readonly List<ClauseAmendment> _amendments = [];

    internal AgreementClause(int organizationId, int year, TemplateClause from)
    {
        (OrganizationId, Year, No, TemplateClauseId) = (organizationId, year, from.No, from.Id);
        (Objective, LeadPost, Points) = (from.Objective, from.LeadPost, from.Points);
    }

    internal AgreementClause(int organizationId, int year, int no, Objective objective, DutyPosts leadPost)
    {
        (OrganizationId, Year, No, IsOwn) = (organizationId, year, no, true);
        Write(objective, leadPost);
    }

    private AgreementClause() { }

    public int Id { get; private set; }
    public int AgreementId { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }

    /// <summary>条款号.</summary>
    public int No { get; private set; }
    public Objective Objective { get; private set; } = null!;
    public DutyPosts LeadPost { get; private set; }

    /// <summary>分值 in hundredths; null where none was given.</summary>
    public int? Points { get; private set; }

    /// <summary>自加: the lower party's own item.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>The clause of the template that it is a copy of; null for an own item.</summary>
    public int? TemplateClauseId { get; private set; }

    /// <summary>The day on which an amendment last took effect.</summary>
    public DateOnly? AmendedOn { get; private set; }
    public IReadOnlyList<ClauseAmendment> Amendments => _amendments;

    /// <summary>A copy is on record with the agreement it was issued in; what happens to a clause later is on record by itself.</summary>
    bool IAudited.IsRecorded => IsOwn || AmendedOn is not null;

    /// <summary>条款修改 that both parties confirmed, in the order in which they took effect.</summary>
    public IEnumerable<ClauseAmendment> AgreedAmendments() => _amendments.Where(a => a.State is AmendmentState.Agreed).OrderBy(a => a.Id);

    /// <summary>What both parties put their names to, whatever was amended later.</summary>
    public Objective AsSigned() => AgreedAmendments().FirstOrDefault()?.Old ?? Objective;

    /// <summary>How a task's source names it.</summary>
    public string Reference => ReferenceOf(No);

    public static string ReferenceOf(int no) => $"责任书第{no}条";

    /// <summary>落为任务: the task that the clause proposes; its whole target is due in the quarter of its day until the owner spreads it.</summary>
    public TaskText ProposeTask(Responsible lead)
    {
        var quarter = Quarter.Of(Objective.DueOn);
        var amount = Objective.Target ?? Quantity.One;
        return new TaskText(Objective.Category, Objective.Content, Objective.Measure, Objective.Target, Objective.Unit,
            new QuarterNodes(quarter == 1 ? amount : null, quarter == 2 ? amount : null, quarter == 3 ? amount : null, quarter == 4 ? amount : null), Objective.DueOn, lead, "", Reference);
    }

    internal void Write(Objective objective, DutyPosts leadPost)
    {
        Rule.Require(IsOwn, $"第{No}条是上级下发的条款，不能直接修改。");
        TemplateClause.CheckTerms(No, Year, objective, leadPost, null);
        (Objective, LeadPost) = (objective, leadPost);
    }

    internal void Amend(Objective objective, DateOnly on) => (Objective, AmendedOn) = (objective, on);

    internal void Propose(ClauseAmendment amendment) => _amendments.Add(amendment);

    internal void MoveUp() => No--;
}
