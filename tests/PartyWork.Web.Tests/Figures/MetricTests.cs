using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Figures;

/// <summary>What the rubrics of assessments ask for is in the one dictionary, and says what the records say.</summary>
public sealed partial class MetricTests(App app) : IClassFixture<App>
{
    private static readonly Period Year = Period.To(new(2025, 12, 31)), Now = Period.To(new(2026, 12, 18));

    private static readonly List<Metric> Asked = ReadMetrics();

    public static TheoryData<string> Metrics => [.. Asked.Select(m => m.Key)];

    [Fact]
    public void The_rubrics_ask_for_160_metrics() => Assert.Equal(160, Asked.Select(m => m.Key).Distinct().Count());

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Each_metric_is_a_figure_with_its_own_name_and_unit_or_one_that_the_report_already_has(string key)
    {
        var (asked, figure) = (Asked.Single(m => m.Key == key), FigureDictionary.Find(key));

        Assert.NotNull(figure);
        Assert.Contains(figure.Sections, s => s >= FigureSection.AssessedDuties);
        Assert.False(figure.IsGiven);
        Assert.True(figure.Key == key || figure.Metric == key);
        Assert.True(figure.Metric == key || (figure.Name, figure.Unit) == (asked.Name, asked.Unit), $"{figure.Name} {figure.Unit}");
        Assert.NotEmpty(figure.Definition);
        Assert.NotEmpty(figure.Kind);
    }

    [Fact]
    public Task What_has_no_records_yet_is_not_recorded_and_never_0() => WithTreeAsync(async (db, tree) =>
    {
        var awaited = FigureDictionary.All.Where(f => f.IsAwaited).ToList();
        var values = await FigureEvaluation.ComputeAsync(db, tree, awaited, [tree.District!.Id], [Year]);

        Assert.All(awaited, f => Assert.Equal((true, null, 0), (values[f.Key, tree.District!.Id].NotRecorded, values[f.Key, tree.District.Id].Number, values[f.Key, tree.District.Id].Records)));
        Assert.InRange(awaited.Count, 1, Asked.Count / 2);
    });

    [Theory]
    [InlineData("党员大会", "meeting.assembly", "orgdept", null)]
    [InlineData("支部委员会", "meeting.committee", "orgdept", null)]
    [InlineData("主题党日", "meeting.theme_day", "chunhui.secretary", "QH01")]
    [InlineData("党课", "meeting.lecture", "chunhui.secretary", "QH01")]
    public async Task The_rate_of_a_form_is_that_of_the_grid(string form, string stem, string account, string? of)
    {
        var page = await (await app.SignedInAsync(account)).GetPageAsync($"/registers/meetings/grid?year=2026&Kind={form}");
        var said = Said().Match(page.Text);

        await WithTreeAsync(async (db, tree) =>
        {
            var (figure, id) = (FigureDictionary.Find(stem + ".compliance_rate")!, of is null ? tree.District!.Id : tree.InOrder.Single(n => n.Code == of).Id);
            // The grid of today counts the periods that ended before today.
            var value = (await FigureEvaluation.ComputeAsync(db, tree, [figure], [id], [Period.To(Now.Cutoff.AddDays(-1))]))[figure.Key, id];

            Assert.True(value.Denominator > 20 && value.Numerator < value.Denominator, $"{value.Numerator} of {value.Denominator}");
            Assert.Equal((value.Denominator, value.Numerator), (decimal.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture), decimal.Parse(said.Groups[2].Value, CultureInfo.InvariantCulture)));
        });
    }

    [Fact]
    public Task A_meeting_that_was_made_up_after_the_cut_off_is_not_known_before() => WithTreeAsync(async (db, tree) =>
    {
        var late = await db.Set<MeetingRecord>().Where(m => m.MakesUpFor != null && m.Kind == MeetingKind.ThemeDay && m.On.Year == 2025 && m.On.Day <= 14 && m.On.Day > 1).OrderBy(m => m.Id).Select(m => new { m.OrganizationId, m.On }).FirstAsync();
        var figure = FigureDictionary.Find("meeting.theme_day.kept")!;
        var (before, after) = (Period.To(late.On.AddDays(-1)), Period.To(late.On));
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [late.OrganizationId], [before, after]);

        Assert.Equal(values[figure.Key, late.OrganizationId, before].Number + 1, values[figure.Key, late.OrganizationId, after].Number);
    });

    [Fact]
    public Task Many_meeting_figures_over_both_years_are_one_reading() => WithTreeAsync(async (db, tree) =>
    {
        app.Sql.Reset();
        await FigureEvaluation.ComputeAsync(db, tree, [FigureDictionary.Find("meeting_compliance_rate")!, FigureDictionary.Find("meeting.all.compliance_rate")!, FigureDictionary.Find("appraisal.coverage_rate")!], [.. tree.InOrder.Select(n => n.Id)], [Year, Now]);

        Assert.InRange(app.Sql.Commands.Count, 1, 2); // another one says which years are worked in, where somebody owes nothing
    });

    [Fact]
    public Task What_is_chosen_among_records_is_0_where_there_are_others_and_unknown_where_there_are_none() => WithTreeAsync(async (db, tree) =>
    {
        var figure = FigureDictionary.Find("decision.quorum_failures")!;
        var communities = await db.Set<DecisionMatter>().Where(d => d.On.Year == 2025 && d.WithdrawnOn == null).Select(d => d.OrganizationId).Distinct().ToListAsync();
        var organ = tree.InOrder.Single(n => n.Code == "QH15009").Id;
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [.. communities, organ], [Year]);

        Assert.True(values[figure.Key, organ].NotRecorded);
        Assert.All(communities, c => Assert.False(values[figure.Key, c].NotRecorded));
        Assert.Contains(communities, c => values[figure.Key, c].Number == 0);
        Assert.Contains(communities, c => values[figure.Key, c].Number > 0);
    });

    [Fact]
    public Task What_is_an_organisations_own_does_not_count_for_who_is_above() => WithTreeAsync(async (db, tree) =>
    {
        var late = (await db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Year == 2026 && f.FirstSubmittedAt != null).Select(f => new { f.OrganizationId, At = f.FirstSubmittedAt!.Value, Due = f.ExtendedTo ?? f.Window.Due }).ToListAsync())
            .Where(f => Filing.WasLate(f.At, f.Due)).CountBy(f => f.OrganizationId).ToDictionary();
        var figure = FigureDictionary.Find("quarterly.late_count")!;
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [.. tree.InOrder.Select(n => n.Id)], [Now]);

        Assert.NotEmpty(late);
        Assert.All(tree.InOrder, n => Assert.Equal(late.GetValueOrDefault(n.Id), values[figure.Key, n.Id].Number));
    });

    [Fact]
    public Task A_promise_counts_for_who_made_it_for_who_is_to_have_it_and_once_for_who_is_above_both() => WithTreeAsync(async (db, tree) =>
    {
        var made = await db.Set<Commitment>().Where(c => c.On.Year == 2025 && c.WithdrawnOn == null && (c.CancelledOn == null || c.CancelledOn > Year.Cutoff)).Select(c => new { c.Id, c.OrganizationId, To = c.ConfirmerId!.Value }).ToListAsync();
        var figure = FigureDictionary.Find("commitment.total")!;
        var promise = made.First(c => c.OrganizationId != c.To);
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [promise.OrganizationId, promise.To, tree.District!.Id], [Year]);

        Assert.Equal(made.Count, values[figure.Key, tree.District!.Id].Number);
        Assert.Equal(made.Count(c => c.To == promise.To || c.OrganizationId == promise.To), values[figure.Key, promise.To].Number);
        Assert.True(values[figure.Key, promise.OrganizationId].Number > 0);
    });

    [Fact]
    public Task Words_that_a_rubric_tells_apart_are_among_those_that_it_knows() => WithTreeAsync(async (db, tree) =>
    {
        var coded = ((string[])["agreement.signed_on_time", "two_new.establishment_mode", "star.outcome"]).Select(k => FigureDictionary.Find(k)!).ToList();
        var values = await FigureEvaluation.ComputeAsync(db, tree, coded, [.. tree.InOrder.Select(n => n.Id)], [Year, Now]);

        foreach (var figure in coded)
        {
            var words = (from n in tree.InOrder from p in (Period[])[Year, Now] select values[figure.Key, n.Id, p]).Where(v => v.IsThere).Select(v => v.Text!).Distinct().ToList();
            Assert.True(words.Count > 1, figure.Key);
            Assert.All(words, w => Assert.NotEqual(w, ScoreWords.Code(w)));
        }
    });

    [Fact]
    public Task A_vacancy_lasts_from_the_day_after_to_the_day_before_the_next_or_to_the_cut_off() => WithTreeAsync(async (db, tree) =>
    {
        var secretaries = await db.PostHoldings.Where(h => h.Kind == Domain.Organizations.PostKind.Secretary).Select(h => new { h.OrganizationId, h.From, h.To }).ToListAsync();
        var figure = FigureDictionary.Find("org.secretary_vacant_days")!;
        var standing = tree.InOrder.Where(n => n.ClosedOn is null && secretaries.Any(s => s.OrganizationId == n.Id && s.From <= Now.Cutoff)).ToList();
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [.. standing.Select(n => n.Id)], [Now]);

        Assert.All(standing, n => Assert.Equal(Days(n.Id), values[figure.Key, n.Id].Number));

        int Days(int id)
        {
            var held = secretaries.Where(s => s.OrganizationId == id).ToList();
            var since = held.Min(s => s.From);
            return Enumerable.Range(0, Now.Cutoff.DayNumber - Now.From.DayNumber + 1).Select(Now.From.AddDays).Count(day => day > since && !held.Exists(s => s.From <= day && (s.To == null || s.To >= day)));
        }
    });

    [Fact]
    public async Task The_dictionary_lists_metrics_when_they_are_looked_for_and_says_of_one_without_records_what_it_waits_for()
    {
        var client = await app.SignedInAsync("chunhui.secretary");
        var overview = await client.GetPageAsync("/figures");
        var section = await client.GetPageAsync("/figures?Section=AssessedLife");
        var found = await client.GetPageAsync("/figures?Words=党小组会达标率");
        var awaited = await client.GetPageAsync("/figures/meeting.group.compliance_rate");
        var rate = await client.GetPageAsync("/figures/tasks.due_completion_rate");

        Assert.DoesNotContain("党小组会达标率", overview.Text, StringComparison.Ordinal);
        Assert.Contains(overview.All("a"), a => a.GetAttribute("href") == "/figures?Section=AssessedLife");
        Assert.Contains("党员大会达标率", section.Text, StringComparison.Ordinal);
        Assert.Contains("待建记录", found.Text, StringComparison.Ordinal);
        Assert.Contains("待“党小组名册”的记录建立后计算", awaited.Text, StringComparison.Ordinal);
        Assert.Contains("到期任务完成数", rate.Text, StringComparison.Ordinal);
    }

    private static List<Metric> ReadMetrics()
    {
        using var csv = CsvReader.Create(File.OpenRead(Repository.PathOf("tests/PartyWork.Web.Tests/Figures/metrics.csv")));
        var rows = new List<Metric>();
        while (csv.Read())
        {
            rows.Add(new(csv.GetString("metric"), csv.GetString("chinese_name").Replace('(', '（').Replace(')', '）'), csv.GetString("unit")));
        }

        return rows;
    }

    private Task<int> WithTreeAsync(Func<PartyWorkDb, OrgTree, Task> use) => app.WithDbAsync(async db =>
    {
        await use(db, await new OrgTrees().GetAsync(db, 0));
        return 0;
    });

    [GeneratedRegex(@"已满的(\d+)期中达标(\d+)期")]
    private static partial Regex Said();

    private sealed record Metric(string Key, string Name, string Unit);
}
