using System.ComponentModel;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Rectification;

/// <summary>督查方式.</summary>
public enum SupervisionManner
{
    [Description("暗访")] Unannounced = 1,
    [Description("调研")] Survey,
    [Description("电话")] Telephone,
}

/// <summary>督查单进展.</summary>
public enum SupervisionState
{
    [Description("待对象确认")] Issued = 1,
    [Description("整改中")] Rectifying,
    [Description("已办结")] Closed,
}

/// <summary>What the inspectors write.</summary>
/// <param name="Group">督查组.</param>
/// <param name="DueOn">整改时限; null where nothing was found.</param>
public sealed record NoteText(DateOnly On, string Group, SupervisionManner Manner, string Content, DateOnly? DueOn);

/// <summary>督查单. What it found are rows of the community's problem list, put right and closed there; it is closed when they are.</summary>
public sealed class SupervisionNote : CaseRecord
{
    /// <summary>So many problems at most on one note.</summary>
    public const int MostProblems = 10;

    /// <summary>现场照片 (form A6).</summary>
    public const int MostPhotos = 1;

    private readonly List<SupervisionProblem> _problems = [];
    private readonly List<EvidenceUse> _evidence = [];

    /// <param name="no">编号 within the case, from 1.</param>
    public SupervisionNote(RectificationCase of, int no, NoteText text, Actor by, DateOnly today)
        : base(of, by, today)
    {
        No = no;
        RequireWithin(of, text.On, today, "督查日期");
        Rule.RequireText(text.Group, NameMaxLength, "督查组");
        Rule.Require(Enum.IsDefined(text.Manner), "请选择督查方式：暗访、调研或电话。");
        Rule.RequireText(text.Content, TextMaxLength, "督查内容");
        Rule.Require(text.DueOn is null || text.DueOn > text.On, "整改时限应晚于督查日期。");
        (On, Group, Manner, Content, DueOn) = (text.On, text.Group, text.Manner, text.Content, text.DueOn);
    }

    private SupervisionNote() { }

    public int No { get; private set; }
    public DateOnly On { get; private set; }
    public string Group { get; private set; } = "";
    public SupervisionManner Manner { get; private set; }
    public string Content { get; private set; } = "";
    public DateOnly? DueOn { get; private set; }

    /// <summary>对象确认.</summary>
    public string ConfirmedBy { get; private set; } = "";
    public DateOnly? ConfirmedOn { get; private set; }
    public IReadOnlyList<SupervisionProblem> Problems => _problems;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    public SupervisionState State => StateOf(ConfirmedOn, _problems.Count(p => p.Problem.State is not ProblemState.Closed));

    /// <param name="open">How many of its problems are not closed.</param>
    public static SupervisionState StateOf(DateOnly? confirmed, int open) => confirmed is null ? SupervisionState.Issued : open > 0 ? SupervisionState.Rectifying : SupervisionState.Closed;

    /// <summary>发现问题: a row of the community's problem list.</summary>
    /// <param name="no">序号 in the list of the note's year.</param>
    /// <param name="isFiled">The list has been filed: what comes to it is put right from now on.</param>
    public Problem Find(string statement, int no, bool isFiled)
    {
        RequireChangeable();
        Rule.Require(ConfirmedOn is null, "对象已经确认，不能再加问题；新发现的请另开督查单。");
        Rule.Require(DueOn is not null, "发现问题的，请填写整改时限。");
        Rule.Require(_problems.Count < MostProblems, $"一张督查单最多列{MostProblems}个问题。");
        Rule.RequireText(statement, Problem.StatementMaxLength, "发现的问题");
        var problem = Problem.Of(this, statement, no, isFiled);
        _problems.Add(new SupervisionProblem(this, problem));
        return problem;
    }

    /// <summary>对象确认: the community has read it and holds the facts for true.</summary>
    public void Confirm(Actor by, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(ConfirmedOn is null, "这张督查单已经确认。");
        (ConfirmedBy, ConfirmedOn) = (Named(by), today);
    }

    /// <summary>现场照片, by those who inspected; the community reads it at once.</summary>
    public EvidenceUse Attach(EvidenceItem item, Actor by, DateTime at)
    {
        RequireChangeable();
        Rule.Require(item.Kind is not EvidenceKind.File || !_evidence.Exists(u => u.Item is { Kind: EvidenceKind.File, IsWithdrawn: false }), $"督查单最多附{MostPhotos}张现场照片。");
        var use = new EvidenceUse(item, OrganizationId, _evidence, by, at) { Note = this };
        use.Submit();
        _evidence.Add(use);
        return use;
    }

    protected override void RequireWithdrawable() => Rule.Require(_problems.Count == 0, "已有问题列入问题清单的督查单不能撤回。");
}

/// <summary>督查问题: which row of the problem list came of which note.</summary>
public sealed class SupervisionProblem : IBelongToOrganization
{
    internal SupervisionProblem(SupervisionNote note, Problem problem) => (Note, OrganizationId, Problem) = (note, note.OrganizationId, problem);

    private SupervisionProblem() { }

    public int Id { get; private set; }
    public int NoteId { get; private set; }
    public SupervisionNote Note { get; private set; } = null!;
    public int OrganizationId { get; private set; }
    public int ProblemId { get; private set; }
    public Problem Problem { get; private set; } = null!;
}
