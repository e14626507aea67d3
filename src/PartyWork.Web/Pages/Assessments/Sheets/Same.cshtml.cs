using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>The same clause across what the reader's team has drawn, so that like is scored alike; in official order, without sums or ranks.</summary>
public sealed class SameModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public int SheetId { get; private set; }
    public string Title { get; private set; } = "";
    public RubricCriterion Criterion { get; private set; } = null!;
    public IReadOnlyList<(OrgNode Organization, SheetLine Line)> Rows { get; private set; } = [];

    [Needs(Act.ScoreSheets)]
    public async Task<IActionResult> OnGetAsync(int id, string code)
    {
        var me = user.PersonId;
        var sheet = await db.AllSheets().Where(s => s.Id == id && s.Team!.Members.Any(m => m.PersonId == me)).Select(s => new { s.RoundId, s.TeamId, s.RubricId, s.Round.Plan.Name }).SingleOrDefaultAsync();
        var criterion = sheet is null ? null : await db.RubricCriteria.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Code == code && db.Rubrics.Any(r => r.Id == sheet.RubricId && r.Categories.Any(k => k.Items.Any(i => i.Criteria.Any(x => x.Id == c.Id)))));
        if (sheet is null || criterion is null)
        {
            return NotFound();
        }

        (SheetId, Criterion, Title) = (id, criterion, sheet.Name);
        var lines = await db.AllLines().AsNoTracking()
            .Where(l => l.Code == code && l.Sheet.RoundId == sheet.RoundId && l.Sheet.TeamId == sheet.TeamId && l.Sheet.RubricId == sheet.RubricId).ToListAsync();
        Rows = [.. user.Tree.InOrder.Join(lines, n => n.Id, l => l.OrganizationId, (n, l) => (n, l))];
        return Page();
    }
}
