using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Account;
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
            var made = Enumerable.Range(0, Survey.Slips).Select(_ => SurveyToken.NewCode()).ToList();
            var tokens = Survey.Print([.. made.Select(codes.SealOfSlip)], earlier, Today);
            Db.Touch(Survey); // printed twice on one day changes nothing of the survey itself, and is recorded all the same
            Db.RemoveRange(earlier);
            Db.AddRange(tokens);
            Db.Lease.Notes.Add(new(nameof(Domain.Surveys.Survey), $"{id}", "印制测评码", Survey.OrganizationId));
            await Db.SaveChangesAsync();
            Made = [.. made.Select(code => new Slip(code, QrCode.Of($"{Address}/{code}")))];
            return Page();
        }, async () => await RefusalAsync(id, Act.ManageSurveys) ?? Page());
    }

    /// <summary>ABCDE-FGHJK, as it is read out.</summary>
    public sealed record Slip(string Code, QrCode Picture)
    {
        public string Told => $"{Code[..5]}-{Code[5..]}";
    }
}
