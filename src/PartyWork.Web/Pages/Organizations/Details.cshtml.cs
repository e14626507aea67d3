using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

public sealed record AffiliationRow(int ParentId, DateOnly From, DateOnly? To, string Document);

public sealed record HolderRow(int Id, int Version, int PersonId, string Name, string Phone, PostKind Kind, string Title, DateOnly From, DateOnly? To)
{
    public bool IsPast(DateOnly today) => To < today;
}

/// <summary>One organisation: what it is, where it belongs, who holds its posts, and what is below it.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, PhoneReveal reveal) : WorkPage
{
    // What the posts of assessors and administrators are is no matter of the directory.
    private static readonly PostKind[] Listed = [.. PostsModel.Appointable, PostKind.WorkTeam, PostKind.SupportContact, PostKind.LeaderLiaison, PostKind.DistrictLeader, PostKind.DistrictStaff, PostKind.TalentOffice, PostKind.SocialWorkDepartment, PostKind.Liaison, PostKind.Inspector];

    public OrganizationRow Row { get; private set; } = null!;
    public OrganizationBase Base { get; private set; } = null!;
    public IReadOnlyList<HolderRow> Holders { get; private set; } = [];
    public IReadOnlyList<HolderRow> PastHolders { get; private set; } = [];
    public IReadOnlyList<OrganizationRow> Children { get; private set; } = [];
    public OrgTree Tree => user.Tree;

    /// <summary>Above or in the organisation: may ask for the telephones, and reads what was changed.</summary>
    public bool SeesPhones { get; private set; }

    /// <summary>The seal of having asked for the telephones.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Phones { get; set; }

    public bool ShowsPhones { get; private set; }
    public bool MayManage { get; private set; }
    public bool MayCorrect { get; private set; }
    public bool MayHandOver { get; private set; }
    public bool MayCount { get; private set; }

    /// <summary>Communities at or below it whose workers the reader may see.</summary>
    public IReadOnlyList<int> Communities { get; private set; } = [];
    public IReadOnlyList<CommunityWorkers> Workers { get; private set; } = [];
    public bool ReadsSites => user.May(Act.ReadSites, Row.Node.Id) && Row.Node.Level is not OrganizationLevel.District;
    public bool ReadsSurveys => user.May(Act.ReadSurveys, Row.Node.Id);
    public bool ReadsRectification => Row.Node.Domain is OrganizationDomain.Community && Row.Node.Level is OrganizationLevel.Primary && user.May(Act.ReadRectification, Row.Node.Id);
    public IEnumerable<OrgNode> Merged => Tree.InOrder.Where(n => n.SuccessorId == Row.Node.Id);

    /// <summary>Last day of the term; null while the election is not recorded.</summary>
    public DateOnly? TermEnds => Base.ElectedOn?.AddYears(Organization.TermYears(Row.Node.Kind, Row.Node.Domain));

    [Needs(Act.ReadOrganizations)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (Tree.Find(id) is null)
        {
            return NotFound();
        }

        var found = await db.Organizations.Where(o => o.Id == id).AsSingleQuery().Select(o => new
        {
            Base = new OrganizationBase(o.Phone, o.Territory, o.TerritoryId, o.AssessmentLineId, o.ElectedOn, o.Remark, o.ClosingDocument),
            Affiliations = o.Affiliations.OrderByDescending(a => a.From).Select(a => new AffiliationRow(a.ParentId, a.From, a.To, a.Document)).ToList(),
            Holders = db.PostHoldings.Where(h => h.OrganizationId == o.Id).OrderBy(h => h.Kind).ThenByDescending(h => h.From)
                .Select(h => new HolderRow(h.Id, EF.Property<int>(h, PartyWorkDb.Version), h.PersonId, h.Person.Name, h.Person.Phone, h.Kind, h.Title, h.From, h.To)).ToList(),
        }).SingleAsync();
        SeesPhones = IsWithin(id);
        ShowsPhones = SeesPhones && reveal.Holds(Phones, PhoneReveal.OfOrganization, id);
        (MayManage, MayCorrect, MayHandOver) = (user.May(Act.ManageOrganizations, id), user.May(Act.CorrectPeople, id), user.May(Act.ManageHandovers, id));
        MayCount = user.May(Act.CountWorkers, id) && WorkersEntryModel.Counts(Tree[id]) && Tree[id].ClosedOn is null;
        Base = found.Base with { Phone = PhoneMask.Show(found.Base.Phone, ShowsPhones), Affiliations = found.Affiliations };
        var listed = found.Holders.Where(h => Listed.Contains(h.Kind)).Select(h => h with { Phone = PhoneMask.Show(h.Phone, ShowsPhones) }).ToLookup(h => h.IsPast(clock.Today));
        (Holders, PastHolders) = ([.. listed[false]], [.. listed[true].OrderByDescending(h => h.To)]);
        await ReadRowsAsync(id);
        Communities = SeesPhones ? [.. Tree.Subtree(id).Where(c => Tree[c].ClosedOn is null && WorkersEntryModel.Counts(Tree[c]))] : [];
        if (Communities.Count > 0)
        {
            var last = await WorkersModel.LastAsync(db);
            Workers = [.. Communities.Where(last.ContainsKey).Select(c => last[c])];
        }

        return Page();
    }

    [Needs(Act.ReadOrganizations)]
    public async Task<IActionResult> OnPostPhonesAsync(int id) =>
        Tree.Find(id) is null || !IsWithin(id) ? NotFound()
        : Redirect($"/organizations/{id}{QueryString.Create(nameof(Phones), await reveal.RecordAsync(PhoneReveal.OfOrganization, id))}#holders");

    private bool IsWithin(int id) => !user.Scope.IsAssigned && (user.Scope.Everything || user.Scope.Ids.Contains(id));

    /// <summary>The children's own notices need the counts below them.</summary>
    private async Task ReadRowsAsync(int id)
    {
        var children = Tree.Children(id).ToList();
        var rows = await new OrganizationRows(db, Tree, clock.Today).ReadAsync(Tree.Parent(id) is null ? null : [id, .. children.Select(c => c.Id), .. children.SelectMany(c => Tree.Children(c.Id)).Select(c => c.Id)]);
        (Row, Children) = (rows[id], [.. children.Select(c => rows[c.Id])]);
    }
}

public sealed record OrganizationBase(string Phone, string Territory, int? TerritoryId, int? AssessmentLineId, DateOnly? ElectedOn, string Remark, string ClosingDocument)
{
    public IReadOnlyList<AffiliationRow> Affiliations { get; init; } = [];
}
