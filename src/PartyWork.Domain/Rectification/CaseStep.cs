namespace PartyWork.Domain.Rectification;

/// <summary>One step of a case: where it came to, who did it, on which day and with which words. Nothing of it is ever changed: a relapse keeps what was before.</summary>
public sealed class CaseStep : IBelongToOrganization
{
    public const int WordsMaxLength = 500;

    internal CaseStep(RectificationCase of, CaseStage stage, CheckMethod? method, string words, Actor by, DateOnly on) =>
        (OrganizationId, Stage, Method, Words, By, Post, On) = (of.OrganizationId, stage, method, words, by.Name, by.Post, on);

    private CaseStep() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public int OrganizationId { get; private set; }
    public CaseStage Stage { get; private set; }

    /// <summary>核查方式, of a check.</summary>
    public CheckMethod? Method { get; private set; }
    public string Words { get; private set; } = "";
    public string By { get; private set; } = "";
    public string Post { get; private set; } = "";
    public DateOnly On { get; private set; }
}

/// <summary>某月走向, as the committee judges it when it accepts the month's report.</summary>
public sealed class CaseDirection : IBelongToOrganization, IAudited
{
    public const int ReasonMaxLength = 200;

    internal CaseDirection(RectificationCase of, DateOnly month) => (OrganizationId, Month) = (of.OrganizationId, month);

    private CaseDirection() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public int OrganizationId { get; private set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }
    public TravelDirection Direction { get; private set; }
    public string Reason { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateOnly On { get; private set; }

    internal void Set(TravelDirection direction, string reason, Actor by, DateOnly today) => (Direction, Reason, By, On) = (direction, reason, by.Name, today);
}
