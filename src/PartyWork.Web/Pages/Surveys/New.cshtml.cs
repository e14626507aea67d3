using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>组织测评: one kind for many organisations in one act.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "测评种类"), Required(ErrorMessage = "请选择测评种类。")]
    public SurveyKind? Kind { get; set; }

    [BindProperty, Display(Name = "测评名称"), StringLength(Survey.TitleMaxLength, ErrorMessage = "测评名称不超过{1}字。")]
    public string? Title { get; set; }

    [BindProperty, Display(Name = "作答开始日"), Required(ErrorMessage = "请选择作答开始日。")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "作答截止日"), Required(ErrorMessage = "请选择作答截止日。")]
    public DateOnly? Until { get; set; }

    [BindProperty, Display(Name = "每个党组织发放份数"), Required(ErrorMessage = "请填写发放份数。")]
    public int? Slips { get; set; }

    [BindProperty, Display(Name = "党（工）委")]
    public int? Committee { get; set; }

    /// <summary>One a line; empty for all.</summary>
    [BindProperty, Display(Name = "只测评下列党组织")]
    public string? Names { get; set; }

    [BindProperty, Display(Name = "建立后即开始")]
    public bool Begin { get; set; }

    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public IReadOnlyList<(SurveyKind Kind, int Count)> Offered => [.. Enum.GetValues<SurveyKind>().Select(k => (k, SurveyTargets.Of(user, k).Count())).Where(k => k.Item2 > 0)];

    [Needs(Act.ManageSurveys)]
    public void OnGet(SurveyKind? kind) => (Kind, From, Until, Slips) = (kind, clock.Today, clock.Today.AddDays(13), 40);

    [Needs(Act.ManageSurveys)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        var (kind, year) = (Kind!.Value, From!.Value.Year);
        var chosen = SurveyTargets.Chosen(user, kind, Committee, Names);
        Rule.Require(chosen.Count > 0, $"范围内没有可以组织{kind.Text()}的党组织。");
        var ids = chosen.Select(n => n.Id).ToList();
        var running = (await db.Surveys.Where(s => s.Year == year && s.Kind == kind && s.Stage != SurveyStage.Closed && ids.Contains(s.OrganizationId)).Select(s => s.OrganizationId).ToListAsync()).ToHashSet();
        var households = Begin && kind is SurveyKind.ResidentSatisfaction ? await db.HouseholdsAsync(ids) : new Dictionary<int, int>();
        foreach (var node in chosen.Where(n => !running.Contains(n.Id)))
        {
            var survey = new Survey(node.Id, year, kind, string.IsNullOrWhiteSpace(Title) ? Survey.TitleOf(year, kind) : Title.Trim(), From.Value, Until!.Value, Slips!.Value);
            if (Begin)
            {
                survey.Open(SurveyQuestions.Of(kind), households.TryGetValue(node.Id, out var all) ? all : null, user.Actor, clock.Today);
            }

            db.Add(survey);
        }

        await db.SaveChangesAsync();
        Tell($"已为{chosen.Count - chosen.Count(n => running.Contains(n.Id))}个党组织建立{kind.Text()}{(Begin ? "并开始" : "（草稿）")}{(running.Count > 0 ? $"；{running.Count}个已有没有结束的同类测评，没有重复建立" : "")}。");
        return Redirect($"/surveys?year={year}&Kind={kind}{(Committee is { } c ? $"&Committee={c}" : "")}");
    }, () => Task.FromResult<IActionResult>(Page()));
}
