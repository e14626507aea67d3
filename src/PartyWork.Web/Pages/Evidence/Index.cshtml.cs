using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>The evidence that an organisation keeps, and where each piece is used.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public const int PageSize = 20;

    /// <summary>One scan of a meeting stands with dozens of agreements.</summary>
    public const int UsesShown = 3;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>单位 by name, code or initials; also those below are then looked through.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public EvidenceKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>含下级.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Below { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>By piece of evidence, in a query of their own: joined to the page of it, SQLite would read the uses of all evidence.</summary>
    public ILookup<int, UseView> Uses { get; private set; } = Array.Empty<UseView>().ToLookup(u => u.Item);

    public bool Keeps => user.May(Act.KeepEvidence);
    public bool IsFiltered => Words is not null || Unit is not null || Kind is not null || From is not null || To is not null;

    /// <summary>Whether there is anything below to look through.</summary>
    public bool HasBelow => user.IsDistrictWide || user.Tree.Children(user.Post!.OrganizationId).Any();
    public bool SeesSeveral => Below || user.IsDistrictWide || !string.IsNullOrWhiteSpace(Unit);

    public OrgNode? Node(int id) => user.Tree.Find(id);

    [Needs(Act.ReadEvidence)]
    public async Task OnGetAsync()
    {
        var items = db.EvidenceItems.Where(i => (Kind == null || i.Kind == Kind) && (From == null || i.On >= From) && (To == null || i.On <= To));
        if (Words?.Trim() is { Length: > 0 } words)
        {
            items = items.Where(i => i.Title.Contains(words) || i.DocumentNo.Contains(words) || i.FileName.Contains(words));
        }

        if (Unit?.Trim() is { Length: > 0 } unit)
        {
            var ids = user.Tree.Search(unit).Select(n => n.Id).ToArray();
            items = items.Where(i => ids.Contains(i.OrganizationId));
        }
        else if (!SeesSeveral)
        {
            var own = user.Post!.OrganizationId;
            items = items.Where(i => i.OrganizationId == own);
        }

        Total = await items.CountAsync();
        P = Math.Clamp(P, 1, new Pager(1, PageSize, Total).Pages);
        Rows = await items.OrderByDescending(i => i.On).ThenByDescending(i => i.Id).Skip((P - 1) * PageSize).Take(PageSize)
            .Select(i => new Row(i.Id, i.OrganizationId, i.Kind, i.Title, i.DocumentNo, i.FileName, i.On, i.WithdrawnOn != null)).ToListAsync();
        var shown = Rows.Select(r => r.Id).ToArray();
        Uses = (await db.EvidenceUses.Where(u => shown.Contains(u.ItemId)).OrderBy(u => u.Id).Select(UseView.From(db)).ToListAsync()).ToLookup(u => u.Item);
    }

    public sealed record Row(int Id, int OrganizationId, EvidenceKind Kind, string Title, string DocumentNo, string FileName, DateOnly On, bool IsWithdrawn);
}
