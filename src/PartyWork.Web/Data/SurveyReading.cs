using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;

namespace PartyWork.Web.Data;

/// <summary>What a closed, valid survey says of an organisation.</summary>
/// <param name="Rate">Hundredths of a percent, 0–10,000: 8750 is 87.50 %.</param>
/// <param name="Counted">How many answered, 不了解 and all.</param>
public sealed record SurveyResult(int SurveyId, SurveyKind Kind, int Rate, int Counted);

/// <summary>Surveys are read past the filter in three cases only: by whoever holds a slip, to be counted, and to tell the surveyed that one is running, and no more.</summary>
public static class SurveyReading
{
    /// <summary>Of each organisation the latest closed, valid survey of these kinds, by the rate that the kind is known by; organisations without one are left out. One command.</summary>
    public static async Task<IReadOnlyDictionary<int, SurveyResult>> Results(PartyWorkDb db, IReadOnlyCollection<int> organizationIds, int year, IReadOnlyCollection<SurveyKind> kinds)
    {
        var rates = await db.SurveyRates.Where(r => EF.Parameter(organizationIds).Contains(r.OrganizationId) && r.Survey.Year == year && EF.Parameter(kinds).Contains(r.Survey.Kind))
            .Select(r => new { r.OrganizationId, r.SurveyId, r.Survey.Kind, r.Survey.Answered, r.Measure, r.Numerator, r.Denominator, r.On }).ToListAsync();
        return rates.Where(r => r.Measure == r.Kind.Headline()).GroupBy(r => r.OrganizationId).ToDictionary(g => g.Key, g =>
        {
            var last = g.OrderBy(r => r.On).ThenBy(r => r.SurveyId).Last();
            return new SurveyResult(last.SurveyId, last.Kind, RateOf(last.Numerator, last.Denominator), last.Answered);
        });
    }

    /// <summary>numerator ÷ denominator in hundredths of a percent, rounded half up.</summary>
    public static int RateOf(int numerator, int denominator) => (int)Math.Round(10_000m * numerator / denominator, MidpointRounding.AwayFromZero);

    /// <summary>The token that a code belongs to, with its survey. Past the subtree filter, for whoever holds a slip has no account and no scope: the code is the whole right to answer.</summary>
    public static Task<SurveyToken?> FindTokenAsync(this PartyWorkDb db, string seal) =>
        db.SurveyTokens.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Include(t => t.Survey).ThenInclude(s => s.Counts).AsSingleQuery().SingleOrDefaultAsync(t => t.Seal == seal);

    /// <summary>How many have answered with their codes; for whoever holds a slip, as above.</summary>
    public static Task<int> OnlineAsync(this PartyWorkDb db, int survey) => db.SurveyTokens.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).CountAsync(t => t.SurveyId == survey && t.IsUsed);

    /// <summary>Surveys of an organisation that are running: that there is one and until when. How many have answered, and what, is told after its end.</summary>
    public static async Task<IReadOnlyList<(string Title, DateOnly Until)>> RunningAsync(this PartyWorkDb db, int organization, int year) =>
        [.. (await db.Surveys.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(s => s.OrganizationId == organization && s.Year == year && s.Stage == SurveyStage.Open)
            .OrderBy(s => s.Until).ThenBy(s => s.Id).Select(s => new { s.Title, s.Until }).ToListAsync()).Select(s => (s.Title, s.Until))];

    /// <summary>To be counted when the survey is closed. Past the filter, which hides every ballot from everybody: they are summed here, and no page shows one.</summary>
    public static Task<List<SurveyBallot>> BallotsAsync(this PartyWorkDb db, int survey) =>
        db.Set<SurveyBallot>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AsNoTracking().Where(b => b.SurveyId == survey).ToListAsync();

    /// <summary>What was written, in an order that is another each time; nothing unless the survey's result may be shown.</summary>
    public static async Task<IReadOnlyList<string>> OpinionsAsync(this PartyWorkDb db, Survey survey)
    {
        if (!survey.IsShown)
        {
            return [];
        }

        var id = survey.Id;
        var words = (await db.Set<SurveyOpinion>().IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(o => o.SurveyId == id).Select(o => o.Text).ToListAsync()).ToArray();
        System.Security.Cryptography.RandomNumberGenerator.Shuffle(words.AsSpan());
        return words;
    }

    /// <summary>How many households each community last said it has.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> HouseholdsAsync(this PartyWorkDb db, IReadOnlyCollection<int> communities) =>
        (await db.Set<CommunityService>().Where(s => s.WithdrawnOn == null && EF.Parameter(communities).Contains(s.OrganizationId)).Select(s => new { s.OrganizationId, s.Households, s.On, s.Id }).ToListAsync())
            .GroupBy(s => s.OrganizationId).ToDictionary(g => g.Key, g => g.OrderBy(s => s.On).ThenBy(s => s.Id).Last().Households);
}
