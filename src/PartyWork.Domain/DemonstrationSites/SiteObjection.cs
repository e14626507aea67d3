namespace PartyWork.Domain.DemonstrationSites;

/// <summary>公示异议: who said what about a site in its notice, and what came of it. While one is open, nothing is confirmed.</summary>
public sealed class SiteObjection : IBelongToOrganization, IAudited
{
    public const int ByMaxLength = 50, WordsMaxLength = 300;

    internal SiteObjection(DemonstrationSite site, int no, string by, string words, DateOnly on)
    {
        Rule.Require(by.Length is > 0 and <= ByMaxLength, $"请填写反映人；不愿署名的写“匿名”，不超过{ByMaxLength}字。");
        Rule.Require(words.Length is > 0 and <= WordsMaxLength, $"请写明异议的内容，不超过{WordsMaxLength}字。");
        (OrganizationId, No, By, Words, On) = (site.OrganizationId, no, by, words, on);
    }

    private SiteObjection() { }

    public int Id { get; private set; }
    public int SiteId { get; private set; }
    public int OrganizationId { get; private set; }
    public int No { get; private set; }
    public string By { get; private set; } = "";
    public string Words { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public string DecidedBy { get; private set; } = "";

    /// <summary>经核实成立: then it cannot be confirmed.</summary>
    public bool IsUpheld { get; private set; }
    public string Decision { get; private set; } = "";

    /// <summary>核实: the objection stands or does not, with what was found.</summary>
    public void Decide(bool isUpheld, string decision, Actor staff, DateOnly today)
    {
        Rule.Require(DecidedOn is null, "这件异议已经核实。");
        Rule.Require(decision.Length is > 0 and <= WordsMaxLength, $"请写明核实的情况，不超过{WordsMaxLength}字。");
        (IsUpheld, Decision, DecidedBy, DecidedOn) = (isUpheld, decision, staff.Name, today);
    }
}
