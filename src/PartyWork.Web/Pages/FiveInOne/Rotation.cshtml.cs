using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>现场述职安排: of which organisations the secretary has not reported in person for longest, so that those come first.</summary>
public sealed class RotationModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Whose children are listed: committees report to the district, primary organisations to their committee.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<DebriefTurn> Turns { get; private set; } = [];
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public int Proposed => Turns.Count(t => t.IsProposed(Year));
    public int InPerson => Turns.Count(t => t.ThisYear is DebriefMode.OnSite);

    public OrgNode Node(int id) => user.Tree[id];

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync()
    {
        Year = ChosenYear(clock);
        if (Committee is { } asked && Committees.All(c => c.Id != asked))
        {
            return NotFound();
        }

        var level = Committee is null && user.IsDistrictWide ? OrganizationLevel.Committee : OrganizationLevel.Primary;
        var nodes = user.Tree.InOrder.Where(n => n.Level == level && n.ClosedOn is null && user.May(Act.ReadFiveInOne, n.Id) && (Committee is not { } committee || user.Tree.IsAbove(committee, n.Id))).ToList();
        var year = Year;
        var given = (await db.Debriefs.Where(d => d.Year <= year && d.Mode != null).Select(d => new { d.OrganizationId, d.Year, d.Mode }).ToListAsync()).ToLookup(d => d.OrganizationId);
        Turns = DebriefTurn.Propose(nodes.Select(n => new DebriefTurn(n.Id,
            given[n.Id].Where(d => d.Year < year && d.Mode is DebriefMode.OnSite).Select(d => (int?)d.Year).Max(), given[n.Id].FirstOrDefault(d => d.Year == year)?.Mode)), year);
        return Page();
    }
}
