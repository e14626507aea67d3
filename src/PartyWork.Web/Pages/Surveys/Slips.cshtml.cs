using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>测评码: made, shown for printing in this one answer, and never again.</summary>
public sealed class SlipsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, OneTimeCodes codes) : SurveyPage(db, user, clock)
{
    /// <summary>Just made; empty otherwise.</summary>
    public IReadOnlyList<Slip> Made { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/s";

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, Act.ManageSurveys);

    [Needs(Act.ManageSurveys)]
    public async Task<IActionResult> OnPostPrintAsync(int id)
    {
        if (await RefusalAsync(id, Act.ManageSurveys) is { } refused)
        {
            return refused;
        }

        return await TryAsync(Db, async () =>
        {
            Db.Expect(Survey, Version);
            var earlier = await Db.SurveyTokens.Where(t => t.SurveyId == id).ToListAsync();
            Made = PrintedSlips.Make(Db, Survey, earlier, codes, Address, Today);
            await Db.SaveChangesAsync();
            return Page();
        }, async () => await RefusalAsync(id, Act.ManageSurveys) ?? Page());
    }
}
