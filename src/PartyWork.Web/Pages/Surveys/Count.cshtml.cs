using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>计票录入: two people key the sums of the paper ballots, each for himself; where they differ, both are shown where.</summary>
public sealed class CountModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SurveyPage(db, user, clock)
{
    [BindProperty, Display(Name = "回收纸质票（张）"), Required(ErrorMessage = "请填写回收的纸质票张数。"), Range(0, Survey.MostSlips, ErrorMessage = "张数应为{1}至{2}。")]
    public int? Ballots { get; set; }

    /// <summary>Option by option through all questions; what is left empty is 0.</summary>
    [BindProperty, Display(Name = "票数")]
    public List<int?> Votes { get; set; } = [];

    public IReadOnlyList<PaperCount> Counts => [.. Survey.Counts.OrderBy(c => c.No)];
    public PaperCount? Own => Survey.Counts.FirstOrDefault(c => c.PersonId == Current.Actor.PersonId);

    /// <summary>The reader is one of the two, or can still become one.</summary>
    public bool Keys => Survey.Stage is SurveyStage.Open && (Own is not null || Survey.Counts.Count < 2);

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, Act.ManageSurveys);

    [Needs(Act.ManageSurveys)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!ModelState.IsValid)
        {
            return await RefusalAsync(id, Act.ManageSurveys) ?? Page();
        }

        return await RefusalAsync(id, Act.ManageSurveys) ?? await TryAsync(Db, () => Db.AsOneAsync(async () =>
        {
            await Db.HoldSurveyAsync(id); // who answers meanwhile takes no slip that is counted here
            if (await RefusalAsync(id, Act.ManageSurveys) is { } refused)
            {
                return refused;
            }

            var next = 0;
            var tally = new SurveyTally([.. Survey.Stage is SurveyStage.Draft ? [] : Survey.Questions.Select(q => (IReadOnlyList<int>)[.. q.Options.Select(_ => Votes.ElementAtOrDefault(next++) ?? 0)])]);
            Db.Touch(Survey); // whoever closes meanwhile has not counted this, and is told so
            Survey.Count(Ballots!.Value, tally, Online, Current.Actor, Today);
            await Db.SaveChangesAsync();
            Tell(Survey.Paper switch
            {
                PaperState.AwaitsSecond => "已录入，请另一位同志再录一遍；他录完之前看不到您录的数。",
                PaperState.Differs => "已录入。两人录入不一致，请一起核对原票后，录错的一方更正。",
                _ => "已录入，两人录入一致。",
            });
            return Redirect(Back + "/count");
        }), async () => await RefusalAsync(id, Act.ManageSurveys) ?? Page());
    }

    protected override Task ShowAsync()
    {
        if (Own is { } own)
        {
            (Ballots, Votes) = (own.Ballots, [.. own.Tally.Counts.SelectMany(c => c).Select(c => (int?)c)]);
        }

        return Task.CompletedTask;
    }
}
