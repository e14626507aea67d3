using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>Problems below whose closing waits to be verified.</summary>
public sealed class ClaimsModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [Needs(Act.DecideChange)]
    public async Task OnGetAsync()
    {
        var children = user.Tree.Children(user.Post!.OrganizationId).Select(c => c.Id).ToArray();
        Rows = await db.Problems.Where(p => p.State == ProblemState.CloseClaimed && children.Contains(p.OrganizationId)).OrderBy(p => p.Id)
            .Select(p => new Row(p.OrganizationId, p.No, p.Statement, p.CloseBasis, p.Feedback,
                db.Filings.Where(f => f.OrganizationId == p.OrganizationId && f.Year == p.Year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).First())).ToListAsync();
    }

    public OrgNode Node(int id) => user.Tree[id];

    public sealed record Row(int OrganizationId, int No, string Statement, string Basis, string Feedback, int ListsId);
}
