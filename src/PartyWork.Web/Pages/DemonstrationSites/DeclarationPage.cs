using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>What a declaration's page stands on: the filing with its programme and site, what records say, and one act as of the version shown.</summary>
public abstract class DeclarationPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public Filing Filing { get; private set; } = null!;
    public SiteProgramme Programme { get; private set; } = null!;
    public SiteDeclaration Declaration { get; private set; } = null!;

    /// <summary>Null until the secretary has confirmed for the first time.</summary>
    public DemonstrationSite? Site { get; private set; }
    public OrgNode Node { get; private set; } = null!;
    public int Version { get; private set; }
    public DeclarantFacts Declarant { get; private set; } = new("", 0, "");
    public SiteFacts Facts { get; private set; } = new("", "", "", null, "", 0);
    public SiteDomain Domain => SiteDomains.Of(Node.Level, Node.Domain)!.Value;
    public OrgNode Committee => user.Tree.Committee(Node.Id)!;
    public string CommitteeName => Committee.Name;
    public DateOnly Today => clock.Today;
    public FilingStatus Status => Filing.Status(Today);
    public bool Fills => user.May(Act.DeclareSites, Filing.OrganizationId);
    public bool Confirms => user.May(Act.ConfirmDeclarations, Filing.OrganizationId);
    public bool MayEndorse => user.May(Act.EndorseSites, Filing.OrganizationId) && user.Post?.OrganizationId == Committee.Id;
    public bool Endorses => MayEndorse && Filing.Stage is FilingStage.Submitted;
    public bool MovesDeadline => user.May(Act.MoveDeadline, Filing.OrganizationId) && Filing.FirstSubmittedAt is null;
    public bool Editable => Fills && Filing.WhyLocked(Today) is null;

    /// <summary>What nobody has handed in is the organisation's draft.</summary>
    public bool ShowsWords => Fills || Filing.FirstSubmittedAt is not null;

    /// <summary>The conditions as they are today; the committee's quota where the committee looks.</summary>
    public IReadOnlyList<EligibilityFinding> Findings => Eligibility(Facts, MayEndorse);
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected DateTime Now => clock.Now;

    protected IReadOnlyList<EligibilityFinding> Eligibility(SiteFacts facts, bool withQuota) => SiteEligibility.Check(Programme, Domain, facts, Node.Id, withQuota);

    protected Task<DeclarantReading> ReadDeclarantAsync() => db.DeclarantAsync(Programme, Node.Id, Committee.Id, Domain, Today);

    protected async Task<IActionResult> GetAsync(int id, Action prepare)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        prepare();
        return await ShowAsync();
    }

    protected async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Func<Task> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, Filing.OrganizationId) || (act is Act.EndorseSites && !MayEndorse))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(db, async () =>
        {
            db.Expect(Filing, version);
            await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/demonstration-sites/declarations/{id}");
        }, async () => await FindAsync(id) ? await ShowAsync() : NotFound());
    }

    private async Task<IActionResult> ShowAsync()
    {
        if (Filing.Stage is not FilingStage.Accepted)
        {
            (Facts, Declarant) = await ReadDeclarantAsync();
        }

        return Page();
    }

    /// <summary>One command: rows and acts of one form are few.</summary>
    private async Task<bool> FindAsync(int id)
    {
        var found = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FilingKind.SiteDeclaration);
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node || !user.May(Act.ReadSites, node.Id))
        {
            return false;
        }

        var year = found.Year;
        var around = await (from p in db.SiteProgrammes.Where(p => p.Year == year) from s in db.DemonstrationSites.Where(s => s.FilingId == id).DefaultIfEmpty() select new { Programme = p, Site = s }).SingleAsync();
        (Filing, Node, Programme, Site, Version) = (found, node, around.Programme, around.Site, (int)db.Entry(found).Property(PartyWorkDb.Version).CurrentValue!);
        Declaration = new SiteDeclaration(found, Programme);
        return true;
    }
}
