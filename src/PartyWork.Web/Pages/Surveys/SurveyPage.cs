using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>What the pages of one survey share: finding it, whether the reader runs it, and doing something to it.</summary>
public abstract class SurveyPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Of the survey as it was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>With its counts and their form; tracked.</summary>
    public Survey Survey { get; private set; } = null!;
    public OrgNode Organization => user.Tree[Survey.OrganizationId];
    public string Named => user.Tree.Unmistakable(Organization);

    /// <summary>An acceptance's survey is run by those who accept: the committee answers for the work that it judges.</summary>
    public bool Manages => user.May(Survey.Kind.IsOfAcceptance() ? Act.AcceptCases : Act.ManageSurveys, Survey.OrganizationId);
    public DateOnly Today => clock.Today;
    public string Back => $"/surveys/{Survey.Id}";
    public (string, string)[] Crumbs => [("考核", "/assessments"), ("测评", $"/surveys?year={Survey.Year}"), (Survey.Title, Back)];
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    /// <summary>Of the slips, how many codes there are and how many have been used.</summary>
    public int Codes { get; private set; }
    public int Online { get; private set; }
    public int Answered => Survey.Stage is SurveyStage.Closed ? Survey.Answered : Online + (Survey.Paper is PaperState.Agrees ? Survey.Counts[0].Ballots : 0);

    protected async Task<IActionResult> GetAsync(int id, Act act)
    {
        if (await RefusalAsync(id, act) is { } refused)
        {
            return refused;
        }

        Version = db.VersionOf(Survey);
        return await AgainAsync();
    }

    /// <summary>Does it to the survey that was shown; a broken rule shows the page again with what was typed.</summary>
    /// <param name="act">Saves nothing itself; returns where to go on.</param>
    protected Task<IActionResult> DoAsync(int id, Func<Task<string>> act) => DoAsync(id, async () => Redirect(await SaveAsync(act)));

    /// <summary>The same while nobody answers: what the act counts is all that there is.</summary>
    protected Task<IActionResult> DoAsOneAsync(int id, Func<Task<string>> act) => DoAsync(id, () => db.AsOneAsync(async () =>
    {
        await db.HoldSurveyAsync(id);
        return await RefusalAsync(id, Act.ManageSurveys) ?? Redirect(await SaveAsync(act));
    }));

    private async Task<string> SaveAsync(Func<Task<string>> act)
    {
        db.Expect(Survey, Version);
        db.Touch(Survey);
        var to = await act();
        await db.SaveChangesAsync();
        return to;
    }

    private async Task<IActionResult> DoAsync(int id, Func<Task<IActionResult>> act) => await RefusalAsync(id, Act.ManageSurveys) ?? await TryAsync(db, act, async () =>
    {
        if (await RefusalAsync(id, Act.ManageSurveys) is { } refused)
        {
            return refused;
        }

        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = db.VersionOf(Survey);
        }

        return await AgainAsync();
    });

    /// <summary>Reads what the page shows besides the survey.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    protected async Task<IActionResult> AgainAsync()
    {
        await ShowAsync();
        return Page();
    }

    /// <returns>Null where it is there and the reader may do that to it.</returns>
    protected async Task<IActionResult?> RefusalAsync(int id, Act act)
    {
        var found = await db.Surveys.Include(s => s.Counts).Include(s => s.Evidence.Where(u => u.SurveyId == id)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id);
        if (found is null)
        {
            return NotFound();
        }

        Survey = found;
        if (act is Act.ManageSurveys && !Manages)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var codes = await db.SurveyTokens.Where(t => t.SurveyId == id).GroupBy(t => t.IsUsed).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        (Codes, Online) = (codes.Sum(c => c.Count), codes.Where(c => c.Key).Sum(c => c.Count));
        return null;
    }
}
