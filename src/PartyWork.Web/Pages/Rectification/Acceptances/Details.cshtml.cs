using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification.Acceptances;

/// <summary>One acceptance: what was applied for, what it is judged from, and what it came to.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AcceptancePage(db, user, clock)
{
    public const int UsualRepresentatives = 20, UsualHouseholds = 40;

    [BindProperty, Display(Name = "作答开始日")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "作答截止日")]
    public DateOnly? Until { get; set; }

    [BindProperty, Display(Name = "发放份数")]
    public int? Slips { get; set; }

    [BindProperty, Display(Name = "近12个月信访件次")]
    public int? Petitions { get; set; }

    [BindProperty, Display(Name = "统计截止日")]
    public DateOnly? PetitionsUntil { get; set; }

    [BindProperty, Display(Name = "数据来源")]
    public string? Source { get; set; }

    [BindProperty, Display(Name = "结论文号")]
    public string? DocumentNo { get; set; }

    [BindProperty, Display(Name = "认定日期")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>基本合格、延期; empty for the earliest.</summary>
    [BindProperty, Display(Name = "再次验收不早于")]
    public DateOnly? AgainOn { get; set; }

    public AcceptanceSurvey? Meeting => AcceptanceSurvey.Of(Acceptance.Meeting);
    public AcceptanceSurvey? Households => AcceptanceSurvey.Of(Acceptance.Households);
    public IReadOnlyList<string> Missing => Acceptance.Missing(Acceptance.Sheet?.FinalTotal, Meeting, Households);

    /// <summary>What it would come to today; null until everything is there.</summary>
    public Judgement? Judged { get; private set; }

    public IReadOnlyList<(SurveyKind Kind, Survey? Survey, AcceptanceSurvey? Result)> Surveys => [(SurveyKind.AcceptanceMeeting, Acceptance.Meeting, Meeting), (SurveyKind.AcceptanceHouseholds, Acceptance.Households, Households)];

    [Needs(Act.ReadRectification)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    /// <summary>组织群众测评: it begins at once, and is run on its own page.</summary>
    [Needs(Act.AcceptCases)]
    public Task<IActionResult> OnPostSurveyAsync(int id, SurveyKind kind) => DoAsync(id, async () =>
    {
        Rule.Require(From is not null && Until is not null && Slips is not null, "请填写作答起止日和发放份数。");
        var survey = Acceptance.Ask(kind, kind is SurveyKind.AcceptanceMeeting ? Acceptance.Meeting : Acceptance.Households, From!.Value.Year, From.Value, Until!.Value, Slips!.Value);
        var households = kind.IsOfHouseholds() ? await Db.HouseholdsAsync([Acceptance.OrganizationId]) : new Dictionary<int, int>();
        survey.Open(SurveyQuestions.Of(kind), households.TryGetValue(Acceptance.OrganizationId, out var all) ? all : null, Current.Actor, Today);
        Db.Add(survey);
        return $"{kind.Text()}已建立并开始，请印制测评码，由验收组发放和收回。";
    });

    /// <summary>登记信访数据.</summary>
    [Needs(Act.AcceptCases)]
    public Task<IActionResult> OnPostPetitionsAsync(int id) => DoAsync(id, () =>
    {
        Rule.Require(Petitions is not null && PetitionsUntil is not null, "请填写近12个月信访件次和统计截止日。");
        Acceptance.Tell(Petitions!.Value, PetitionsUntil!.Value, Source?.Trim() ?? "", Today);
        return Task.FromResult("信访数据已登记。");
    });

    /// <summary>认定结论.</summary>
    [Needs(Act.AcceptCases)]
    public Task<IActionResult> OnPostDecideAsync(int id) => DoAsync(id, async () =>
    {
        Rule.Require(Acceptance.IsOpen, "这次验收已有结论，不能再改。");
        Rule.Require(Missing.Count == 0, string.Join("", Missing));
        var judgement = Acceptance.Decide(RuleOf(), Acceptance.Sheet!.FinalTotal!.Value, Votes(), DocumentNo?.Trim() ?? "", AgainOn, Current.Actor, DecidedOn ?? Today, Today);
        await Db.CloseMonthlyReportsAsync(Acceptance.Case, Current.Actor, Clock.Now);
        return $"验收结论：{judgement.Outcome.Text()}。{(judgement.Outcome is AcceptanceOutcome.Accepted ? $"社区销号，帮扶任职同时结束；{Pages.Show.Day(Acceptance.LookBackDueOn!.Value)}起回头看。" : $"{Pages.Show.Day(Acceptance.AgainOn!.Value)}起可以再次申请。")}";
    });

    protected override void Show()
    {
        if (Acceptance.IsOpen && Missing.Count == 0)
        {
            Judged = Judgement.Of(RuleOf(), Acceptance.FactsOf(Acceptance.Sheet!.FinalTotal!.Value, Votes()));
        }

        DecidedOn ??= Today;
        PetitionsUntil ??= Acceptance.PetitionsUntil ?? Today;
        Petitions ??= Acceptance.Petitions;
        Source ??= Acceptance.PetitionSource;
    }

    private ResidentVotes Votes() => Meeting!.Votes! + Households!.Votes!;

    private PassRule RuleOf() => Acceptance.Sheet!.Rubric.PassRule ?? throw new BrokenRuleException($"{Acceptance.Sheet.Rubric.Title}没有写明验收标准，请另立新版写明后再验收。");
}
