using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data;

/// <summary>A score sheet is read with all that its rules look at.</summary>
public static class SheetReading
{
    /// <summary>Tracked, for it is scored; null where it is not there or may not be seen. Three commands: head with round, team and objections, lines, rubric.</summary>
    public static async Task<ScoreSheet?> FindSheetAsync(this PartyWorkDb db, int id)
    {
        var sheet = await db.ScoreSheets.Include(s => s.Round).ThenInclude(r => r.Recusals).Include(s => s.Team).ThenInclude(t => t!.Members).Include(s => s.Scorers).Include(s => s.Objections).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id);
        if (sheet is null)
        {
            return null;
        }

        var rubric = sheet.RubricId;
        await db.Entry(sheet).Collection(s => s.Lines).LoadAsync();
        await db.Rubrics.WithAll().Where(r => r.Id == rubric).LoadAsync();
        return sheet;
    }

    /// <summary>By which rubric an organisation is assessed it may know from the first day, whoever may not see its sheet yet.</summary>
    public static Task<Rubric> RubricOfAsync(this PartyWorkDb db, Round round, int organization)
    {
        var id = round.Id;
        var sheets = db.ScoreSheets.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(s => s.RoundId == id && s.OrganizationId == organization);
        return db.Rubrics.WithAll().AsNoTracking().SingleAsync(r => sheets.Any(s => s.RubricId == r.Id));
    }
}
