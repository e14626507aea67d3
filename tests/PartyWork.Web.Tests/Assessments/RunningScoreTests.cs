using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>得分预估 as its readers see it, computed from the figures of the day.</summary>
public sealed class RunningScoreTests : IAsyncLifetime
{
    private const string Wenming = "QH01001";

    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("task_completion_rate", false)]
    [InlineData("tasks.due_completion_rate", true)] // the rubrics' own name for it, which says how it can be earned back
    public async Task The_four_parts_are_the_figures_put_through_the_rubric(string name, bool canBeEarned)
    {
        var id = await _app.OrganizationAsync(Wenming);
        await PublishAsync(Criterion("A1-1", 6_000, new ScoringPart(PartKind.Rate, name) { Against = "1", Points = 0.5m, Step = 0.01m }), Criterion("A1-2", 4_000, new ScoringPart(PartKind.Judge, "") { Bands = [new("good", 40), new("poor", 0)] }));
        var rate = await _app.WithDbAsync(async db => (await FigureEvaluation.EvaluateAsync(db, await TreeAsync(db), [FigureDictionary.Find("task_completion_rate")!], [id], Period.To(new(2026, 12, 18))))["task_completion_rate", id]);
        var earned = (int)Math.Round((60 - (0.5m * (100 - rate.Number!.Value))) * 100, MidpointRounding.AwayFromZero);
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.InRange(earned, 1, 5_999);
        var rest = Quantity.Print(6_000 - earned);
        Assert.Equal([Quantity.Print(earned), canBeEarned ? rest : "0", canBeEarned ? "0" : rest, "40"], page.All(".figure b").Select(b => b.TextContent));
        Assert.Contains($"（应{rate.Denominator:0.##} 实{rate.Numerator:0.##}）", page.Find("tr#A1-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/figures/task_completion_rate?organization={id}&cutoff=2026-12-18", page.Find("tr#A1-1 a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(page.Find("tr#A1-1 a")!.GetAttribute("href"))).StatusCode);
        Assert.Contains("由考核组现场评定", page.Find("tr#A1-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_recorded_falls_to_the_assessor_and_says_so()
    {
        await PublishAsync(Criterion("A1-1", 10_000, new ScoringPart(PartKind.Count, "petition.mass_events") { Points = 1 }));
        await _app.WithDbAsync(db => db.Set<PetitionCount>().ExecuteDeleteAsync());
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.Equal(["0", "0", "0", "100"], page.All(".figure b").Select(b => b.TextContent));
        Assert.Contains("群体性上访起数未记录，本条由考核组评定", page.Find("tr#A1-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_organisation_itself_can_enter_links_to_where_it_does()
    {
        await PublishAsync(Criterion("A1-1", 6_000, new ScoringPart(PartKind.Count, "star.self_gap") { Points = 1 }), Criterion("A1-2", 4_000, new ScoringPart(PartKind.Count, "special.overdue_count") { Points = 1 }));
        await _app.WithDbAsync(db => db.Set<StarDeclaration>().ExecuteDeleteAsync());
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.NotNull(page.Find("tr#A1-1 a[href='/registers/star-declarations']"));
        Assert.Null(page.Find("tr#A1-2 a[href^='/registers']"));
        Assert.Contains("系统没有“专项任务逾期数”的记录，由考核组现场查证", page.Find("tr#A1-2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待评定的100分：系统没有记录，现场查证40分（1条）；还没有登记60分（1条）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_are_scored_once_their_survey_has_ended()
    {
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.Contains("满意率：入户调查12月25日结束后计分", page.Find("tr#H1-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committee_without_a_community_is_not_asked_for_what_only_communities_record()
    {
        using var secretary = await _app.SignedInAsync("jiguan.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH15"));

        Assert.All(["G1-1", "G2-1", "G2-2"], code => Assert.Contains("本条不适用", page.Find($"tr#{code}")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_secretary_appointed_in_September_is_measured_by_the_whole_months_since()
    {
        var id = await _app.OrganizationAsync(Wenming);
        await _app.WithDbAsync(db => db.CaseHelpers.Where(h => h.OrganizationId == id && h.Role == HelperRole.FirstSecretary).ExecuteUpdateAsync(s => s.SetProperty(h => h.From, new DateOnly(2026, 9, 10))));

        var months = await _app.WithDbAsync(async db => (await FigureEvaluation.EvaluateAsync(db, await TreeAsync(db), [FigureDictionary.Find("lagging.first_secretary_months")!], [id], Period.To(new(2026, 12, 18))))["lagging.first_secretary_months", id].Number);

        Assert.Equal(2, months); // October and November
    }

    [Fact]
    public async Task Until_the_years_rubric_is_published_last_years_counts_and_the_page_says_so()
    {
        await _app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(r => r.PublishedOn, (DateOnly?)null)));
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.Contains("2026年的细则还没有启用，以下按2025年社区党组织党建工作考核细则（第1版）预估", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_is_not_there_and_a_superior_sees_names_without_scores()
    {
        var (wenming, neighbour) = (await _app.OrganizationAsync(Wenming), await _app.OrganizationAsync("QH01002"));
        using var secretary = await _app.SignedInAsync("wenming.secretary");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/assessments/running/{neighbour}")).StatusCode);
        using var superior = await _app.SignedInAsync("chunhui.secretary");

        var own = await superior.GetPageAsync(await OwnAsync("QH01"));

        var cards = own.All(".cards a");
        Assert.Contains(cards, c => c.GetAttribute("href")!.StartsWith($"/assessments/running/{wenming}", StringComparison.Ordinal));
        Assert.All(cards, c => Assert.DoesNotContain("分", c.TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await superior.GetAsync($"/assessments/running/{wenming}")).StatusCode);
    }

    [Fact]
    public async Task At_mid_year_fewer_criteria_make_100()
    {
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001") + "?Phase=Mid");

        Assert.Contains("已折算为百分制", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-06-30", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("tr#A1-2"));
        Assert.NotNull(page.Find("tr#A1-1"));
    }

    [Fact]
    public async Task What_was_scored_at_mid_year_says_how_it_was_prorated_and_is_not_promised_back()
    {
        var part = new ScoringPart(PartKind.Short, "ledger.study_meeting_count") { Against = "9999", Points = 1, Step = 1 };
        await PublishAsync(Criterion("A1-1", 4_000, part) with { Phase = CriterionPhase.Mid }, Criterion("A1-2", 6_000, part));
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.Matches("全年应9999次（按已满6个月折算4999.5次） 实[0-9]+次 → −40（扣完为止） → 不可挽回", page.Find("tr#A1-1")!.TextContent);
        Assert.Matches("全年应9999次（按已满11个月折算9165.75次） 实[0-9]+次 → −60（扣完为止） → 12月25日前补开专题研究可挽回", page.Find("tr#A1-2")!.TextContent);
        Assert.Equal(["0", "60", "40", "0"], page.All(".figure b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Once_the_years_data_day_is_past_nothing_is_promised_back()
    {
        await PublishAsync(Criterion("A1-1", 10_000, new ScoringPart(PartKind.Short, "ledger.study_meeting_count") { Against = "9999", Points = 1, Step = 1 }));
        _app.Clock.Advance(TimeSpan.FromDays(8)); // 26 December
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001"));

        Assert.Equal(["0", "0", "100", "0"], page.All(".figure b").Select(b => b.TextContent));
        Assert.Contains("数据截止日2026-12-25已过，扣分不能再补救", page.Text, StringComparison.Ordinal);
        Assert.Contains("应9999次 实", page.Find("tr#A1-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("可挽回", page.Find("tr#A1-1")!.TextContent.Replace("不可挽回", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_has_not_begun_is_not_scored()
    {
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync(await OwnAsync("QH01001") + "?year=2027");

        Assert.Contains("按2026年社区党组织党建工作考核细则（第1版），以2026-12-18的数据预估", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2027年的细则还没有启用", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committee_without_a_lagging_community_gives_those_points_to_others()
    {
        var id = await _app.OrganizationAsync("QH15");
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/assessments/running/{id}");

        Assert.Contains("没有后进社区，本条不适用", page.Find("tr#E2-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("含E2-1、E2-2", page.Find("tr#E1-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Rubric.FullMarks, page.All("tr.sum td.n").Take(1).Sum(c => Quantity.Parse(c.TextContent)!.Value.Hundredths));
    }

    [Fact]
    public async Task A_lagging_community_is_also_scored_by_the_acceptance_rubric()
    {
        var lagging = await _app.WithDbAsync(db => db.RectificationCases.Where(c => c.ListedOn!.Value.Year == 2026 && c.EndedOn == null).Select(c => c.OrganizationId).FirstAsync());
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/assessments/running/{lagging}?Lagging=true");

        Assert.Contains("后进社区整顿验收评分表", page.Text, StringComparison.Ordinal);
        Assert.Contains("方可通过验收", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A newer version for communities with just these criteria.</summary>
    private Task<int> PublishAsync(params CriterionText[] criteria) => _app.WithDbAsync(async db =>
    {
        var rubric = new Rubric(2026, RubricKind.Community, 9, "试算细则");
        var item = rubric.AddItem(rubric.AddCategory("A", "试算", Rubric.FullMarks), "A1", "试算", Rubric.FullMarks);
        foreach (var criterion in criteria)
        {
            rubric.AddCriterion(item, criterion);
        }

        rubric.Publish(ScoreMetrics.Known, new Actor(1, "测试", "测试"), new(2026, 12, 1));
        db.Add(rubric);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Classes_are_folded_below_what_can_be_earned_back_and_one_press_opens_them_all()
    {
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var page = await secretary.GetPageAsync(await OwnAsync("QH01"));

        var folds = page.All("details.fold");
        Assert.NotEmpty(page.All("#at-risk tbody tr a"));
        Assert.NotEmpty(folds);
        Assert.All(folds, f => Assert.False(f.HasAttribute("open")));
        Assert.All(folds, f => Assert.Matches("已得|待挽回|已失|待评定", f.QuerySelector("summary")!.TextContent));

        var all = await secretary.GetPageAsync(page.All("p.small a").Single(a => a.TextContent == "全部展开").GetAttribute("href")!);
        Assert.All(all.All("details.fold"), f => Assert.True(f.HasAttribute("open")));
    }

    private async Task<string> OwnAsync(string code) => $"/assessments/running/{await _app.OrganizationAsync(code)}";

    private Task<OrgTree> TreeAsync(PartyWorkDb db) => _app.Services.GetRequiredService<OrgTrees>().GetAsync(db, db.TreeStamps.Select(t => t.Version).Single());

    private static CriterionText Criterion(string code, int points, ScoringPart part) =>
        new(code, points, "标准", "文字", [part], CriterionOptions.None, CriterionMethod.Composite, CriterionAutomation.Full, CriterionPhase.Both, CheckWays.Records, "");
}
