using PartyWork.Web.Data;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>岗位交接: open ones first.</summary>
public sealed class HandoversModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public IReadOnlyList<HandoverRow> Rows { get; private set; } = [];
    public OrgTree Tree => user.Tree;
    public bool MayBegin => user.May(Act.ManageHandovers);

    [Needs(Act.OwnWork)]
    public async Task OnGetAsync() => Rows = await new HandoverBook(db).ListAsync();
}
