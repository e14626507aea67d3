using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>One survey: how many have answered while it runs, its result once it is closed.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SurveyPage(db, user, clock)
{
    [BindProperty, Display(Name = "测评名称"), StringLength(Survey.TitleMaxLength, ErrorMessage = "测评名称不超过{1}字。")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "作答开始日")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "作答截止日")]
    public DateOnly? Until { get; set; }

    [BindProperty, Display(Name = "发放份数")]
    public int? Slips { get; set; }

    public IReadOnlyList<string> Opinions { get; private set; } = [];

    /// <summary>Once closed those taken down; before it opens the product's.</summary>
    public IReadOnlyList<SurveyQuestion> Questions => Survey.Stage is SurveyStage.Draft ? SurveyQuestions.Of(Survey.Kind) : Survey.Questions;

    public string? Attach => Survey.Stage is not SurveyStage.Draft && Place.TakesCount(Current, Survey.OrganizationId) ? $"/evidence/attach/survey/{Survey.Id}" : null;

    [Needs(Act.ReadSurveys)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, Act.ReadSurveys);

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnPostSaveAsync(int id) => DoAsync(id, () =>
    {
        Survey.Change(Title?.Trim() ?? "", From ?? Survey.From, Until ?? Survey.Until, Slips ?? 0);
        Tell("已保存。");
        return Task.FromResult(Back);
    });

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnPostOpenAsync(int id) => DoAsync(id, async () =>
    {
        var households = Survey.Kind.IsOfHouseholds() ? await Db.HouseholdsAsync([Survey.OrganizationId]) : new Dictionary<int, int>();
        Survey.Open(SurveyQuestions.Of(Survey.Kind), households.TryGetValue(Survey.OrganizationId, out var all) ? all : null, Current.Actor, Today);
        Tell("测评已开始，请印制测评码并发放。");
        return Back + "/slips";
    });

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnPostCloseAsync(int id) => DoAsOneAsync(id, async () =>
    {
        Survey.Close(await Db.BallotsAsync(id), Current.Actor, Today);
        Tell("测评已结束，不能再作答。");
        return Back;
    });

    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnPostDeleteAsync(int id) => DoAsync(id, () =>
    {
        Survey.RequireDeletable();
        Db.Remove(Survey);
        Tell("草稿已删除。");
        return Task.FromResult($"/surveys?year={Survey.Year}");
    });

    protected override async Task ShowAsync()
    {
        if (Request.Method == "GET" || Title is null)
        {
            (Title, From, Until, Slips) = (Survey.Title, Survey.From, Survey.Until, Survey.Slips);
        }

        Opinions = await Db.OpinionsAsync(Survey);
    }
}
