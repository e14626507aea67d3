using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>What a declaration's page stands on: the filing with its programme and site, and what records say.</summary>
public abstract class DeclarationPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FilingPage(db, user, clock)
{
    public SiteProgramme Programme { get; private set; } = null!;
    public SiteDeclaration Declaration { get; private set; } = null!;

    /// <summary>Null until the secretary has confirmed for the first time.</summary>
    public DemonstrationSite? Site { get; private set; }
    public DeclarantFacts Declarant { get; private set; } = new("", 0, "");
    public SiteFacts Facts { get; private set; } = new("", "", null, "", 0);
    public SiteDomain Domain => SiteDomains.Of(Node.Level, Node.Domain)!.Value;
    public OrgNode Committee => Current.Tree.Committee(Node.Id)!;
    public string CommitteeName => Committee.Name;
    public bool Fills => May(Act.DeclareSites);
    public bool Confirms => May(Act.ConfirmDeclarations);
    public bool MayEndorse => May(Act.EndorseSites);
    public bool Endorses => MayEndorse && Filing.Stage is FilingStage.Submitted;
    public bool MovesDeadline => May(Act.MoveDeadline) && Filing.FirstSubmittedAt is null;
    public bool Editable => Fills && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the organisation's draft.</summary>
    public bool ShowsWords => Fills || Filing.FirstSubmittedAt is not null;

    /// <summary>The conditions as they are today; the committee's quota where the committee looks.</summary>
    public IReadOnlyList<EligibilityFinding> Findings => Eligibility(Facts, MayEndorse);

    protected override FilingKind Kind => FilingKind.SiteDeclaration;
    protected override Act Reads => Act.ReadSites;

    /// <summary>Only the organisation's own committee recommends it.</summary>
    protected override bool May(Act act) => base.May(act) && (act is not Act.EndorseSites || Current.Post?.OrganizationId == Committee.Id);

    protected IReadOnlyList<EligibilityFinding> Eligibility(SiteFacts facts, bool withQuota) => SiteEligibility.Check(Programme, Domain, facts, Node.Id, withQuota);

    protected Task<DeclarantReading> ReadDeclarantAsync() => Db.DeclarantAsync(Programme, Node.Id, Committee.Id, Domain, Today);

    protected override async Task ShowAsync()
    {
        if (Filing.Stage is not FilingStage.Accepted)
        {
            (Facts, Declarant) = await ReadDeclarantAsync();
        }
    }

    protected override async Task ReadAsync()
    {
        var (id, year) = (Filing.Id, Filing.Year);
        var around = await (from p in Db.SiteProgrammes.Where(p => p.Year == year) from s in Db.DemonstrationSites.Where(s => s.FilingId == id).DefaultIfEmpty() select new { Programme = p, Site = s }).SingleAsync();
        (Programme, Site, Declaration) = (around.Programme, around.Site, new SiteDeclaration(Filing, around.Programme));
    }
}
