using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Rectification;

/// <summary>The figures of the rectification, beside what one counts by hand in the demo's two batches.</summary>
public sealed class RectificationFigureTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("lagging_communities", 4, 3)]
    [InlineData("lagging_accepted", 3, 1)]
    [InlineData("lagging.due", 4, 3)]
    [InlineData("lagging_satisfied_before", 99, 46)]
    [InlineData("lagging_votes_before", 161, 70)]
    [InlineData("lagging_satisfied_after", 153, 66)]
    [InlineData("lagging_votes_after", 166, 72)]
    [InlineData("lagging_petitions_before", 52, 38)]
    [InlineData("lagging_petitions_change", -33, -22)]
    [InlineData("leaders_per_lagging_community", 1, 1)]
    [InlineData("first_secretaries_per_community", 1, 1)]
    [InlineData("work_teams_per_community", 1, 1)]
    [InlineData("support_units_per_community", 2, 2)]
    [InlineData("least_leaders_per_lagging_community", 1, 1)]
    [InlineData("least_first_secretaries_per_community", 1, 1)]
    [InlineData("least_work_teams_per_community", 1, 1)]
    [InlineData("least_support_units_per_community", 2, 2)]
    [InlineData("lagging.problems_total", 8, 7)]
    [InlineData("rectify.team_problem_closed", null, null)] // said of a community alone
    public async Task They_count_what_was_recorded(string key, int? last, int? now)
    {
        Assert.Equal((decimal?)last, await OfDistrictAsync(key, new(2025, 12, 31)));
        Assert.Equal((decimal?)now, await OfDistrictAsync(key, new(2026, 12, 18)));
    }

    [Theory]
    [InlineData("rectification_method_name", "“三步四位”工作法")]
    [InlineData("rectification_batch_no", "八")]
    public async Task And_say_what_it_is_called(string key, string text) => Assert.Equal(text, (await ValueAsync(key, new(2026, 12, 18))).Text);

    [Fact]
    public async Task A_relapse_makes_it_lagging_again_from_its_day_on()
    {
        string[] past = ["least_leaders_per_lagging_community", "least_first_secretaries_per_community", "least_work_teams_per_community", "least_support_units_per_community", "lagging.leader_visits_missing", "lagging.problems_total"];
        var before = await PastAsync();
        var ended = await app.WithDbAsync(db => db.RectificationCases.Where(c => c.EndedOn != null).Select(c => ValueTuple.Create(c.Id, c.EndedOn!.Value)).ToListAsync());
        await app.WithDbAsync(db => db.RectificationCases.ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedOn, (DateOnly?)null)));
        await app.WithDbAsync(db => db.Acceptances.Where(a => a.LookBackOn == null && a.Outcome == AcceptanceOutcome.Accepted).ExecuteUpdateAsync(s => s.SetProperty(a => a.RelapsedOn, new DateOnly(2026, 12, 1))));
        try
        {
            Assert.Equal((3, 0), (await OfDistrictAsync("lagging_communities", new(2026, 12, 18)), await OfDistrictAsync("lagging_accepted", new(2026, 12, 18))));
            Assert.Equal(1, await OfDistrictAsync("lagging_accepted", new(2026, 11, 30)));
            var day = await app.WithDbAsync(async db => (await db.BeingPutRight(new DateOnly(2026, 11, 30)).CountAsync(), await db.BeingPutRight(new DateOnly(2026, 12, 2)).CountAsync()));
            Assert.Equal((2, 3), day);
            Assert.Equal(before, await PastAsync()); // what was, stays
        }
        finally
        {
            await app.WithDbAsync(db => db.Acceptances.ExecuteUpdateAsync(s => s.SetProperty(a => a.RelapsedOn, (DateOnly?)null)));
            foreach (var (id, on) in ended)
            {
                await app.WithDbAsync(db => db.RectificationCases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedOn, on)));
            }
        }

        async Task<List<decimal?>> PastAsync()
        {
            var values = new List<decimal?>();
            foreach (var key in past)
            {
                values.AddRange([await OfDistrictAsync(key, new(2025, 12, 31)), await OfDistrictAsync(key, new(2026, 11, 30))]);
            }

            return values;
        }
    }

    [Fact]
    public async Task A_report_handed_in_late_was_missing_until_then_and_one_handed_in_in_time_is_not_however_late_it_is_accepted()
    {
        var (cutoff, later) = (new DateOnly(2026, 9, 30), new DateOnly(2026, 12, 2));
        var (before, afterwards) = (await MissingAsync(cutoff), await MissingAsync(later));
        var act = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.Year == 2026 && f.Period == 8 && f.Stage == FilingStage.Accepted).SelectMany(f => f.Acts).Where(a => a.Kind == FilingActKind.Accept).OrderBy(a => a.Id).Select(a => new { a.Id, a.At }).FirstAsync());
        var (filing, handedIn) = await app.WithDbAsync(db => db.Filings.Where(f => f.Acts.Any(a => a.Id == act.Id)).Select(f => ValueTuple.Create(f.Id, f.FirstSubmittedAt)).SingleAsync());
        await app.WithDbAsync(db => db.FilingActs.Where(a => a.Id == act.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.At, new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc))));
        try
        {
            Assert.Equal((before, afterwards), (await MissingAsync(cutoff), await MissingAsync(later)));

            await app.WithDbAsync(db => db.Filings.Where(f => f.Id == filing).ExecuteUpdateAsync(s => s.SetProperty(f => f.FirstSubmittedAt, new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc))));
            Assert.Equal(before + 1, await MissingAsync(cutoff));
            Assert.Equal(before + 1, await MissingAsync(new(2026, 11, 30)));
            Assert.Equal(afterwards, await MissingAsync(later));
        }
        finally
        {
            await app.WithDbAsync(db => db.FilingActs.Where(a => a.Id == act.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.At, act.At)));
            await app.WithDbAsync(db => db.Filings.Where(f => f.Id == filing).ExecuteUpdateAsync(s => s.SetProperty(f => f.FirstSubmittedAt, handedIn)));
        }

        Task<decimal?> MissingAsync(DateOnly day) => OfDistrictAsync("lagging.monthly_reports_missing", day);
    }

    [Theory]
    [InlineData("assist.tasks_overdue", "QH15014", 1)] // helps now, and the lifts are late
    [InlineData("assist.tasks_overdue", "QH15007", 0)] // helped until this spring
    [InlineData("assist.tasks_overdue", "QH02007", 0)] // is helped
    [InlineData("assist.tasks_overdue", "QH15016", null)] // has nobody to help
    [InlineData("petition.before", "QH01001", 21)] // no acceptance yet: as counted by the month
    [InlineData("petition.change", "QH01001", -5)]
    [InlineData("petition.change", "QH02007", -10)] // as the acceptance was told
    [InlineData("petition.change", "QH02003", null)]
    [InlineData("petition.mass_events", "QH01001", 0)]
    [InlineData("petition.repeat_or_skip", "QH02007", 0)]
    [InlineData("petition.repeat_or_skip", "QH02003", null)] // nobody counted there
    public async Task Nothing_overdue_and_nothing_recorded_are_two_things(string key, string organization, int? value) =>
        Assert.Equal(value, (await ValueAsync(key, new(2026, 12, 18), organization)).Number);

    [Fact]
    public async Task The_months_of_the_petition_register_come_to_the_baseline_and_to_what_the_acceptance_was_told()
    {
        var (cases, acceptances, counts) = await app.WithDbAsync(async db => (await db.RectificationCases.Select(c => new { c.OrganizationId, Listed = c.ListedOn!.Value, c.Baseline!.Petitions }).ToListAsync(),
            await db.Acceptances.Where(a => a.Petitions != null).Select(a => new { a.OrganizationId, Until = a.PetitionsUntil!.Value, a.Petitions }).ToListAsync(), await db.Set<PetitionCount>().ToListAsync()));

        Assert.All(cases, c => Assert.Equal(c.Petitions, Sum(c.OrganizationId, new(c.Listed.Year - 1, 12, 31))));
        Assert.All(acceptances, a => Assert.Equal(a.Petitions, Sum(a.OrganizationId, a.Until)));

        int Sum(int community, DateOnly until) => counts.Where(p => p.OrganizationId == community && p.On <= until && p.On > until.AddYears(-1)).Sum(p => p.Cases);
    }

    [Fact]
    public async Task The_change_of_petitions_is_known_before_an_acceptance_and_unknown_while_a_month_is_missing()
    {
        Assert.Equal("下降23.8%", (await ValueAsync("petition.rate_change", new(2026, 12, 18), "QH01001")).Print());

        await app.WithDbAsync(async db =>
        {
            await using var undone = await db.Database.BeginTransactionAsync();
            var community = await db.Organizations.Where(o => o.Code == "QH01001").Select(o => o.Id).SingleAsync();
            await db.Set<PetitionCount>().Where(p => p.OrganizationId == community && (p.On == new DateOnly(2026, 4, 30) || p.On == new DateOnly(2026, 5, 31))).ExecuteUpdateAsync(s => s.SetProperty(p => p.WithdrawnOn, new DateOnly(2026, 12, 1)));
            var known = await db.PetitionsOfCases(new(2026, 12, 18)).Join(db.RectificationCases.Where(c => c.OrganizationId == community), p => p.CaseId, c => c.Id, (p, c) => p).SingleAsync();
            Assert.Equal((null, null), (known.Told, known.Counted));
            return 0;
        });
    }

    [Fact]
    public async Task The_honoured_are_named_so_that_nobody_takes_them_for_others() =>
        Assert.Contains("桂花社区党委（春晖街道）", (await ValueAsync("honored_org_name", new(2026, 12, 18))).Print(), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_missing_for_the_end_of_a_case_is_the_same_in_the_list_and_on_its_page()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var id = await app.WithDbAsync(db => db.RectificationCases.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => c.Id).SingleAsync());

        Assert.Contains("还差3项：问题销号、党（工）委初验、群众满意率", (await staff.GetPageAsync("/rectification")).Text, StringComparison.Ordinal);
        Assert.Contains("距离销号还差3项", (await staff.GetPageAsync($"/rectification/{id}")).Text, StringComparison.Ordinal);
    }

    /// <summary>The demo tells one story: put right in the year after residents were not content, and of as many households wherever they are told.</summary>
    [Fact]
    public Task A_community_that_is_listed_had_a_poor_year_before() => app.WithDbAsync(async db =>
    {
        var of = await db.RectificationCases.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => new { c.OrganizationId, c.Baseline }).SingleAsync();
        var survey = await db.SurveyRates.Where(r => r.OrganizationId == of.OrganizationId && r.Measure == Domain.Surveys.SurveyMeasure.Satisfaction && r.On.Year == 2025).Select(r => new { r.Numerator, r.Denominator }).SingleAsync();

        Assert.Equal((of.Baseline!.Satisfied, of.Baseline.Votes), (survey.Numerator, survey.Denominator));
        Assert.Equal([AssessmentGrade.Fair], await db.Set<AnnualResult>().Where(r => r.OrganizationId == of.OrganizationId).Select(r => r.Grade).ToListAsync());
        Assert.All(await db.Set<CommunityService>().Where(s => s.OrganizationId == of.OrganizationId).Select(s => s.Households).ToListAsync(), n => Assert.Equal(of.Baseline.Households, n));
        Assert.Empty(await db.Set<Honor>().Where(h => h.OrganizationId == of.OrganizationId && h.Object == HonorObject.Collective).ToListAsync());
        return 0;
    });

    [Fact]
    public async Task A_month_s_report_says_as_many_households_as_the_visits_of_the_month()
    {
        var reports = await app.WithDbAsync(async db => await db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.FirstSubmittedAt != null)
            .Select(f => new { Case = db.RectificationCases.Where(c => c.OrganizationId == f.OrganizationId).Select(c => c.Id).First(), f.Year, f.Period, Said = f.Rows.Where(r => r.Key == MonthlyReport.Households).Select(r => r.Value).First() }).ToListAsync());

        Assert.NotEmpty(reports);
        foreach (var report in reports)
        {
            Assert.Equal(report.Said / Quantity.One, (await app.WithDbAsync(db => db.MonthFactsAsync(report.Case, new(report.Year, report.Period, 1)))).Households);
        }
    }

    [Fact]
    public async Task Acceptance_is_due_after_the_months_of_the_batch_s_own_scheme()
    {
        await app.WithDbAsync(db => db.RectificationBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.Scheme.LeastMonths, 24)));
        try
        {
            Assert.Equal(0, await OfDistrictAsync("lagging.due", new(2026, 12, 18)));
        }
        finally
        {
            await app.WithDbAsync(db => db.RectificationBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.Scheme.LeastMonths, 6)));
        }
    }

    [Theory]
    [InlineData(RecordKinds.CaseVisit)]
    [InlineData(RecordKinds.CaseFund)]
    [InlineData(RecordKinds.CaseThing)]
    [InlineData(RecordKinds.Opinion)]
    public async Task Behind_a_figure_the_record_itself_is_opened(string kind)
    {
        var address = await app.WithDbAsync(db => RecordKinds.Find(kind).Find(db, [.. Enumerable.Range(1, 500)]).Select(l => l.Address).FirstAsync());
        using var staff = await app.SignedInAsync("orgdept");

        Assert.Equal(5, address.Split('/').Length);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await staff.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData(-30, 4)]
    [InlineData(-29, 3)]
    [InlineData(-10, 3)]
    [InlineData(-9, 2)]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(12, 0)]
    public void A_fall_of_petitions_earns_points_by_its_size(int change, int points)
    {
        var criterion = RubricContent.Read(2026, _ => 1).Single(r => r.Kind is RubricKind.LaggingCommunity).Criteria.Single(c => c.Code == "F1-2");

        var earned = Scoring.Score(criterion, new(new Dictionary<string, ScoreValue> { ["petition.rate_change"] = ScoreValue.Rate(change, 100) }), 12).Earned;

        Assert.Equal(points * Quantity.One, earned.RoundedHundredths());
    }

    [Fact]
    public Task As_many_failed_acceptances_in_a_year_as_the_scheme_says_cap_the_committee_above() => app.WithDbAsync(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync();
        var street = await db.Organizations.Where(o => o.Code == "QH04003").Select(o => o.Id).SingleAsync();
        await db.Acceptances.Where(a => a.DecidedOn < new DateOnly(2026, 1, 1) && (a.OrganizationId == street || a.DocumentNo.EndsWith("59号"))).ExecuteUpdateAsync(s => s.SetProperty(a => a.Outcome, AcceptanceOutcome.Extended).SetProperty(a => a.OrganizationId, street));
        var tree = await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
        var round = await db.Rounds.Where(r => r.Year == 2025 && r.Phase == AssessmentPhase.End).Select(r => r.Id).SingleAsync();

        var assessed = await AnnualCompositions.OfAsync(db, tree, (await db.GradingSchemes.OfYearAsync(2025))!, round, new(2026, 12, 18));

        var capped = Assert.Single(assessed, a => a.Caps.Any(c => c.Reason.Contains("验收", StringComparison.Ordinal)));
        Assert.Equal(("QH04", AssessmentGrade.Good, "下属后进社区验收2次不合格"), (tree[capped.OrganizationId].Code, capped.Caps[0].Highest, capped.Caps[0].Reason));

        await db.RectificationBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.Scheme.CappingFailures, 3));
        Assert.DoesNotContain(await AnnualCompositions.OfAsync(db, tree, (await db.GradingSchemes.OfYearAsync(2025))!, round, new(2026, 12, 18)), a => a.Caps.Any(c => c.Reason.Contains("验收", StringComparison.Ordinal)));
        return 0;
    });

    [Fact]
    public Task Only_what_the_same_organiser_has_assessed_counts_for_the_year() => app.WithDbAsync(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync();
        var tree = await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
        var (round, scheme, street) = (await db.Rounds.Where(r => r.Year == 2025 && r.Phase == AssessmentPhase.End).Select(r => r.Id).SingleAsync(), (await db.GradingSchemes.OfYearAsync(2025))!, tree.InOrder.First(n => n.Code == "QH01").Id);
        var before = await MidYearsAsync();

        await db.Rounds.Where(r => r.Year == 2025 && r.Phase == AssessmentPhase.Mid).ExecuteUpdateAsync(s => s.SetProperty(r => r.OrganizerId, street));

        Assert.Contains(before, m => m is not null);
        Assert.All(await MidYearsAsync(), Assert.Null);
        return 0;

        async Task<List<int?>> MidYearsAsync() => [.. (await AnnualCompositions.OfAsync(db, tree, scheme, round, new(2026, 12, 18))).SelectMany(a => a.Composition.Parts).Where(p => p.Score.Part is ResultPart.MidYear).Select(p => p.Score.Value)];
    });

    private async Task<decimal?> OfDistrictAsync(string key, DateOnly cutoff) => (await ValueAsync(key, cutoff)).Number;

    private Task<FigureValue> ValueAsync(string key, DateOnly cutoff, string organization = "QH") => app.WithDbAsync(async db =>
    {
        var tree = await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
        var (figure, period, id) = (FigureDictionary.Find(key)!, Period.To(cutoff), tree.InOrder.Single(n => n.Code == organization).Id);
        return (await FigureEvaluation.ComputeAsync(db, tree, [figure], [id], [period]))[figure.Key, id, period];
    });
}
