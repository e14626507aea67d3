using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data;

/// <summary>A score sheet is read with all that its rules look at.</summary>
public static class SheetReading
{
    /// <summary>Tracked, for it is scored; null where it is not there or may not be seen. Three commands: head with round and team, lines, rubric; and the objections once there can be any.</summary>
    public static async Task<ScoreSheet?> FindSheetAsync(this PartyWorkDb db, int id)
    {
        var sheet = await db.ScoreSheets.Include(s => s.Round).ThenInclude(r => r.Recusals).Include(s => s.Team).ThenInclude(t => t!.Members).Include(s => s.Scorers).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id);
        if (sheet is null)
        {
            return null;
        }

        var rubric = sheet.RubricId;
        await db.Entry(sheet).Collection(s => s.Lines).LoadAsync();
        await db.Rubrics.WithAll().Where(r => r.Id == rubric).LoadAsync();
        if (sheet.Stage >= SheetStage.Feedback)
        {
            await db.Entry(sheet).Collection(s => s.Objections).LoadAsync();
        }

        return sheet;
    }
}
