using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>What the demo's first team has drawn in the year-end assessment that is on site: 何敏之 (assessor1), 邱国栋 (assessor2), 陶立新 (teamlead1, its leader).</summary>
public static class GivenSheets
{
    /// <summary>Sheets that are being scored, in the order in which they were made; of communities, whose rubric has something of every kind.</summary>
    public static Task<List<int>> OfTheFirstTeamAsync(this App app, RubricKind kind = RubricKind.Community) => app.WithDbAsync(db => db.ScoreSheets
        .Where(s => s.Round.Stage == RoundStage.OnSite && s.Stage == SheetStage.Scoring && s.Rubric.Kind == kind && s.Team!.Members.Any(m => m.Name == "何敏之")).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

    /// <summary>One on which nobody has scored anything yet.</summary>
    public static async Task<int> FreshSheetAsync(this App app)
    {
        var id = (await app.OfTheFirstTeamAsync())[0];
        await app.WithDbAsync(db => db.Set<SheetLine>().Where(l => l.SheetId == id).ExecuteUpdateAsync(s => s
            .SetProperty(l => l.ScoredAt, (DateTime?)null).SetProperty(l => l.Given, (int?)null).SetProperty(l => l.Team, (int?)null).SetProperty(l => l.Reason, "").SetProperty(l => l.Evidence, "").SetProperty(l => l.FactsText, "")));
        return id;
    }

    public static Task<List<SheetLine>> LinesAsync(this App app, int sheet) => app.WithDbAsync(db => db.Set<SheetLine>().AsNoTracking().Where(l => l.SheetId == sheet).OrderBy(l => l.No).ToListAsync());
}
