using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data;

/// <summary>A score sheet is read with all that its rules look at.</summary>
public static class SheetReading
{
    /// <summary>Tracked, for it is scored; an organisation's own or a second check, and null where it is not there or may not be seen. Three commands: head with round, its own recusals, team and objections, lines, rubric.</summary>
    public static async Task<ScoreSheet?> FindSheetAsync(this PartyWorkDb db, int id)
    {
        var organization = db.AllSheets().Where(s => s.Id == id).Select(s => s.OrganizationId);
        var sheet = await db.AllSheets().Include(s => s.Round).ThenInclude(r => r.Recusals.Where(x => organization.Contains(x.OrganizationId))).Include(s => s.Team).ThenInclude(t => t!.Members).Include(s => s.Scorers).Include(s => s.Objections).Include(s => s.SecondCheck).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id);
        if (sheet is null)
        {
            return null;
        }

        var rubric = sheet.RubricId;
        await db.AllLines().Where(l => l.SheetId == id).LoadAsync();
        await db.Rubrics.WithAll().Where(r => r.Id == rubric).LoadAsync();
        return sheet;
    }

    /// <summary>With 交叉复评, which a team scores and the district compares like any sheet; everywhere else it would count an organisation twice. The subtree filter stays.</summary>
    public static IQueryable<ScoreSheet> AllSheets(this PartyWorkDb db) => db.ScoreSheets.IgnoreQueryFilters([PartyWorkDb.FirstCheckFilter]);

    /// <summary>With those of 交叉复评, for the same reason; the subtree filter stays.</summary>
    public static IQueryable<SheetLine> AllLines(this PartyWorkDb db) => db.Set<SheetLine>().IgnoreQueryFilters([PartyWorkDb.FirstCheckFilter]);

    /// <summary>By which rubric an organisation is assessed it may know from the first day, whoever may not see its sheet yet.</summary>
    public static Task<Rubric> RubricOfAsync(this PartyWorkDb db, Round round, int organization)
    {
        var id = round.Id;

        // Past the subtree filter: the sheet itself stays hidden until the feedback, only which rubric it goes by is told.
        var sheets = db.ScoreSheets.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(s => s.RoundId == id && s.OrganizationId == organization);
        return db.Rubrics.WithAll().AsNoTracking().SingleAsync(r => sheets.Any(s => s.RubricId == r.Id));
    }

    /// <summary>What the records yielded for an organisation when self-scoring ended, by criterion. Past the subtree filter: the organisation had the same on its self-score's page; what assessors give stays hidden until the feedback.</summary>
    public static Task<Dictionary<string, FrozenLine>> FrozenAsync(this PartyWorkDb db, Round round, int organization)
    {
        var id = round.Id;
        return db.Set<SheetLine>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(l => l.Sheet.RoundId == id && l.OrganizationId == organization)
            .Select(l => new FrozenLine(l.Code, l.Inputs, l.Months, l.ComputedSentence)).ToDictionaryAsync(l => l.Code);
    }

    /// <summary>All sheets of a round that have come at least so far, with what their papers say; three commands, however many they are, and one for the round where its page has not read it with its teams.</summary>
    public static async Task<IReadOnlyList<ScoreSheet>> SheetsAsync(this PartyWorkDb db, int round, SheetStage least)
    {
        await db.Rubrics.WithAll().Where(r => db.ScoreSheets.Any(s => s.RoundId == round && s.RubricId == r.Id)).LoadAsync();
        if (db.Rounds.Local.All(r => r.Id != round))
        {
            await db.Rounds.Include(r => r.Teams).ThenInclude(t => t.Members).AsSingleQuery().Where(r => r.Id == round).LoadAsync();
        }

        var sheets = await db.ScoreSheets.Where(s => s.RoundId == round && s.Stage >= least).ToListAsync();
        await db.Set<SheetLine>().Where(l => l.Sheet.RoundId == round && l.Sheet.Stage >= least).LoadAsync();
        return sheets;
    }

    /// <summary>Where these organisations stand in other year-end rounds of the year that have been published; one command.</summary>
    public static async Task<IReadOnlyList<AlsoAssessed>> AlsoAssessedAsync(this PartyWorkDb db, Round round, IReadOnlyCollection<int> organizations)
    {
        if (round.Phase is not AssessmentPhase.End || organizations.Count == 0)
        {
            return [];
        }

        var (id, year) = (round.Id, round.Year);

        // Past the subtree filter: a published scheme tells whom it assesses, and only that leaves here.
        return await db.ScoreSheets.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(s => s.RoundId != id && s.Round.Year == year && s.Round.Phase == AssessmentPhase.End && s.Round.PublishedOn != null && EF.Parameter(organizations).Contains(s.OrganizationId))
            .OrderBy(s => s.OrganizationId).ThenBy(s => s.RoundId).Select(s => new AlsoAssessed(s.OrganizationId, s.RoundId, s.Round.Plan.Name)).ToListAsync();
    }

    /// <summary>总评办法 of a year with all its numbers; null where there is none yet.</summary>
    public static Task<GradingScheme?> OfYearAsync(this IQueryable<GradingScheme> schemes, int year) => schemes.Include(s => s.Weights).Include(s => s.Numbers).AsSingleQuery().SingleOrDefaultAsync(s => s.Year == year);

    /// <summary>公布的等次 of a year, past the subtree filter and with the grade alone: what is announced is announced to all.</summary>
    public static Task<List<AnnouncedGrade>> AnnouncedAsync(this PartyWorkDb db, int year) =>
        db.AnnualResults.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(r => r.Round.Year == year && r.Round.Stage >= RoundStage.Announced)
            .Select(r => new AnnouncedGrade(r.OrganizationId, r.Group, r.Grade, r.Round.AnnouncementNo, r.Round.AnnouncedOn)).ToListAsync();
}

/// <summary>An organisation's grade as everybody may know it.</summary>
public sealed record AnnouncedGrade(int OrganizationId, GradeGroup Group, AssessmentGrade Grade, string DocumentNo, DateOnly? On);

/// <summary>What a line was computed from, and the sentence that said so.</summary>
public sealed record FrozenLine(string Code, string Inputs, int Months, string Sentence)
{
    /// <summary>Nothing brings anything back any more.</summary>
    public ScoreBasis Basis => new(ScoreInputs.Read(Inputs), Months, null);
}
