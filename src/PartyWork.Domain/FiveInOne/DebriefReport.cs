using System.ComponentModel;

namespace PartyWork.Domain.FiveInOne;

/// <summary>The parts of a report, in its order.</summary>
public enum DebriefPart
{
    [Description("履行党建责任情况")] Duties = 1,
    [Description("承诺践诺情况")] Pledges,
    [Description("上年度问题整改情况")] Rectification,
    [Description("存在的主要问题")] Problems,
    [Description("下一步打算")] NextSteps,
}

/// <summary>A sentence that was made from records, with the way to them. The writer keeps it or leaves it out; its words are the records'.</summary>
/// <param name="Link">Where the records are.</param>
public sealed record DebriefSentence(DebriefPart Part, string Text, string Link, bool IsKept = true);

/// <summary>What the writer says around the sentences, one text a part.</summary>
public sealed record DebriefText(string Duties, string Pledges, string Rectification, string Problems, string NextSteps)
{
    public static readonly DebriefText Empty = new("", "", "", "", "");

    public string this[DebriefPart part] => part switch
    {
        DebriefPart.Duties => Duties,
        DebriefPart.Pledges => Pledges,
        DebriefPart.Rectification => Rectification,
        DebriefPart.Problems => Problems,
        DebriefPart.NextSteps => NextSteps,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}

/// <summary>The answer to one pledge, or how far one of last year's problems has been put right.</summary>
public sealed class DebriefAnswer : IBelongToOrganization, IAudited
{
    public const int WordsMaxLength = 300;

    internal DebriefAnswer(Debrief debrief, int? pledgeId, int? problemId) => (Debrief, OrganizationId, PledgeId, ProblemId) = (debrief, debrief.OrganizationId, pledgeId, problemId);

    private DebriefAnswer() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int DebriefId { get; private set; }
    public Debrief Debrief { get; private set; } = null!;
    public int? PledgeId { get; private set; }
    public int? ProblemId { get; private set; }
    public string Words { get; private set; } = "";

    bool IAudited.IsRecorded => Debrief.Stage is not DebriefStage.Drafting;

    internal void Write(string words)
    {
        Rule.Require(words.Length <= WordsMaxLength, $"每项承诺、每个问题的情况不超过{WordsMaxLength}字。");
        Words = words;
    }
}

/// <summary>点评问题: what the leader found wanting; a problem of next year's list.</summary>
public sealed class DebriefComment : IBelongToOrganization, IAudited
{
    internal DebriefComment(int organizationId, int no, string text) => (OrganizationId, No, Text) = (organizationId, no, text);

    private DebriefComment() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int DebriefId { get; private set; }
    public int No { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The day it was put into next year's list; null until then.</summary>
    public DateOnly? ListedOn { get; private set; }

    internal void List(DateOnly today) => ListedOn = today;
}
