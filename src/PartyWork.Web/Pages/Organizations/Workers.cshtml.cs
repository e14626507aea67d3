using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>社区工作者人数 of the communities within the scope: what each counted last, and the sum.</summary>
public sealed class WorkersModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }
    public int Counted { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Of all of them, whatever the page; null while no community has counted.</summary>
    public CommunityWorkers? Sum { get; private set; }
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);

    /// <summary>The reader's own community, when it is his to count.</summary>
    public int? OwnId => user.Organization is { } own && WorkersEntryModel.Counts(own) && user.May(Act.CountWorkers, own.Id) ? own.Id : null;

    [Needs(Act.ReadOrganizations)]
    public async Task OnGetAsync()
    {
        var communities = user.Tree.InOrder.Where(n => WorkersEntryModel.Counts(n) && n.ClosedOn is null && (user.Scope.Everything || user.Scope.Ids.Contains(n.Id))
            && (Committee is not { } committee || user.Tree.Committee(n.Id)?.Id == committee)).ToList();
        var last = await LastAsync(db);
        var counted = communities.Where(n => last.ContainsKey(n.Id)).Select(n => last[n.Id]).ToList();
        (Total, Counted) = (communities.Count, counted.Count);
        P = Math.Clamp(P, 1, new Pager(P, PageSize, Total).Pages);
        Rows = [.. communities.Skip((P - 1) * PageSize).Take(PageSize).Select(n => new Row(n, last.GetValueOrDefault(n.Id)))];
        Sum = counted.Count == 0 ? null : CommunityWorkers.Sum(counted);
    }

    /// <summary>What each organisation within the scope counted last.</summary>
    public static Task<Dictionary<int, CommunityWorkers>> LastAsync(PartyWorkDb db) =>
        db.CommunityWorkers.AsNoTracking().Where(w => !db.CommunityWorkers.Any(later => later.OrganizationId == w.OrganizationId && later.On > w.On)).ToDictionaryAsync(w => w.OrganizationId);

    /// <summary>Where the list holds more than one committee's communities.</summary>
    public string CommitteeOf(OrgNode node) => user.IsDistrictWide || user.Post?.Kind is PostKind.SocialWorkDepartment ? user.Tree.Committee(node.Id)?.ShortName ?? "" : "";

    public sealed record Row(OrgNode Node, CommunityWorkers? Count);
}
