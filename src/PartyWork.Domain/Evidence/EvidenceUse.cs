using PartyWork.Domain.Agreements;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Evidence;

/// <summary>需佐证: never asked for unless the task says which kind and why.</summary>
/// <param name="Kind">Null when nothing is asked for, which is the rule.</param>
public sealed record EvidenceDemand(EvidenceKind? Kind, string Reason)
{
    public const int ReasonMaxLength = 60;

    public static readonly EvidenceDemand None = new(null, "");
}

/// <summary>引用: where a piece of evidence is used. A new kind of place adds its own nullable link here.</summary>
public sealed class EvidenceUse : IBelongToOrganization, IAudited
{
    /// <summary>减负: no place asks for, or takes, more files than this.</summary>
    public const int MostFiles = 3;

    /// <param name="organizationId">Whose record it is used in; who reads that record reads the evidence, whoever keeps it.</param>
    /// <param name="there">What is used in the same place already.</param>
    internal EvidenceUse(EvidenceItem item, int organizationId, IEnumerable<EvidenceUse> there, Actor by, DateTime at)
    {
        Rule.Require(!item.IsWithdrawn, "该佐证已经撤回，不能再引用。");
        var others = there.ToList();
        Rule.Require(others.All(u => u.Item != item), "这里已经引用了该佐证。");
        Rule.Require(item.Kind is not EvidenceKind.File || others.Count(u => u.Item is { Kind: EvidenceKind.File, IsWithdrawn: false }) < MostFiles,
            $"每处最多附{MostFiles}个文件；请先取消引用一个，或改用系统记录、文号。");
        (OrganizationId, Item, By, At) = (organizationId, item, by.Name, at);
    }

    private EvidenceUse() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int ItemId { get; private set; }
    public EvidenceItem Item { get; private set; } = null!;
    public int? WorkTaskId { get; private set; }
    public WorkTask? Task { get; internal init; }

    /// <summary>1–4 for the task's line in that quarter's report; 0 for the task or problem as a whole.</summary>
    public int Quarter { get; internal init; }
    public int? ProblemId { get; private set; }
    public Problem? Problem { get; internal init; }
    public int? AgreementId { get; private set; }

    /// <summary>The signed original, scanned.</summary>
    public Agreement? Agreement { get; internal init; }
    public int? CoordinationItemId { get; private set; }

    /// <summary>Beside the question when the asker keeps it, beside the answer otherwise.</summary>
    public CoordinationItem? Coordination { get; internal init; }
    public int? SurveyId { get; private set; }

    /// <summary>The counting form of its paper ballots, scanned.</summary>
    public Survey? Survey { get; internal init; }

    public int? DebriefId { get; private set; }

    /// <summary>The report on paper, scanned.</summary>
    public Debrief? Debrief { get; internal init; }

    public int? SupervisionNoteId { get; private set; }

    /// <summary>What the inspectors saw.</summary>
    public SupervisionNote? Note { get; internal init; }
    public string By { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }

    /// <summary>True once what it proves was submitted, or another party has been shown it: from then on it stays.</summary>
    public bool IsSubmitted { get; private set; }

    internal void Submit() => IsSubmitted = true;

    public void RequireDetachable() => Rule.Require(!IsSubmitted, "该佐证已经提交或已供对方查看，不能取消引用；确有错误的，请写明原因撤回佐证。");
}
