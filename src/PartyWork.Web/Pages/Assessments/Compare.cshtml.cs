using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>A rubric beside last year's, or beside the version before it.</summary>
public sealed class CompareModel(PartyWorkDb db, CurrentUser user) : RubricPage(db, user)
{
    /// <summary>The other version; null for last year's newest.</summary>
    [BindProperty(SupportsGet = true, Name = "With")]
    public int? OtherId { get; set; }

    /// <summary>Also what has stayed the same.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<(int Id, string Title)> Others { get; private set; } = [];
    public Rubric? Old { get; private set; }
    public IReadOnlyList<RubricChange> Changes { get; private set; } = [];

    [Needs(Act.ReadRubrics)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (kind, year, drafts) = (Rubric.Kind, Rubric.Year, MayWrite);
        var others = await Db.Rubrics.Where(r => r.Kind == kind && r.Id != id && r.Year <= year && (drafts || r.PublishedOn != null)).OrderByDescending(r => r.Year).ThenByDescending(r => r.No)
            .Select(r => new { r.Id, r.Year, r.Name, r.No }).ToListAsync();
        Others = [.. others.Select(r => (r.Id, $"{r.Year}年第{r.No}版"))];
        var other = OtherId is { } asked ? others.Find(r => r.Id == asked) : others.Find(r => r.Year < year) ?? (others.Count > 0 ? others[0] : null);
        if (OtherId is not null && other is null)
        {
            return NotFound();
        }

        if (other is not null)
        {
            var otherId = other.Id;
            Old = await Db.Rubrics.WithAll().AsNoTracking().SingleAsync(r => r.Id == otherId);
            Changes = RubricComparison.Of(Old, Rubric);
        }

        return Page();
    }
}
