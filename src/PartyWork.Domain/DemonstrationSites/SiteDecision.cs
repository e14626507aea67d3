namespace PartyWork.Domain.DemonstrationSites;

/// <summary>What a meeting decided on a site, on which score and for which reason. Never changed: it is the site's history.</summary>
public sealed class SiteDecision : IBelongToOrganization, IAudited
{
    internal SiteDecision(DemonstrationSite site, SiteOutcome outcome, int? score, SiteReason? reason, string words, DateOnly? rectifyBy, string meetingNo, DateOnly on, Actor by) =>
        (OrganizationId, Outcome, Score, Reason, Words, RectifyBy, MeetingNo, On, By) = (site.OrganizationId, outcome, score, reason, words, rectifyBy, meetingNo, on, by.Name);

    private SiteDecision() { }

    public int Id { get; private set; }
    public int SiteId { get; private set; }
    public int OrganizationId { get; private set; }
    public SiteOutcome Outcome { get; private set; }

    /// <summary>The year's score it was decided on, hundredths; null where there was none.</summary>
    public int? Score { get; private set; }
    public SiteReason? Reason { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>Of a warning: the day by which it is put right.</summary>
    public DateOnly? RectifyBy { get; private set; }
    public string MeetingNo { get; private set; } = "";
    public DateOnly On { get; private set; }
    public string By { get; private set; } = "";
}
