using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>One freeze: what has moved since, and the records that came late; the frozen values themselves are at their figures.</summary>
public sealed class FreezeModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public const int MostFacts = 1_000;

    public FigureFreeze Freeze { get; private set; } = null!;
    public int Organizations { get; private set; }
    public IReadOnlyList<Amendment> Amendments { get; private set; } = [];
    public (IReadOnlyList<LateRecord> Records, bool More) Late { get; private set; } = ([], false);
    public OrgTree Tree => user.Tree;

    [Needs(Act.ReadDictionary)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FigureFreezes.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } freeze)
        {
            return NotFound();
        }

        var frozen = await db.FrozenValues.AsNoTracking().Where(v => v.FreezeId == id).ToListAsync();
        Freeze = freeze;
        Organizations = frozen.Select(v => v.OrganizationId).Distinct().Count();
        Amendments = frozen.Count == 0 ? [] : await Freezing.AmendmentsAsync(db, user.Tree, freeze, frozen);
        Late = await Freezing.LateAsync(db, freeze, MostFacts);
        return Page();
    }

    public string At(Figure figure, int organization) => $"/figures/{figure.Key}?organization={organization}&From={Freeze.From:yyyy-MM-dd}&Cutoff={Freeze.Cutoff:yyyy-MM-dd}";
}
