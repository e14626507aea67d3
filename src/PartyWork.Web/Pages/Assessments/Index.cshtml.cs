using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>What an assessor has to do today. No rounds are drawn yet, and the page says so.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public HeldPost Post => user.Post!;
    public DateOnly Today => clock.Today;
    public (DateOnly From, DateOnly? To) Term { get; private set; }

    [Needs(Act.ReadAssessments)]
    public async Task OnGetAsync()
    {
        var term = await db.PostHoldings.Where(h => h.Id == Post.HoldingId).Select(h => new { h.From, h.To }).SingleAsync();
        Term = (term.From, term.To);
    }
}
