using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.DemonstrationSites;

/// <summary>The demo's sites and belts as their readers see them.</summary>
public sealed class SitePagesTests(App app) : IClassFixture<App>
{
    private static string Sentence(Page page) => page.Find(".validation-summary-errors")?.TextContent ?? "";

    private static void Choose(Page page, string selector, int value) => Assert.IsAssignableFrom<IHtmlSelectElement>(page.Find(selector)).Value = $"{value}";

    private Task<int> SiteAsync(string code, int year = 2026) => app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Year == year && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == code)).Select(s => s.Id).SingleAsync());

    [Fact]
    public async Task The_funnel_counts_how_many_came_how_far_and_each_number_opens_its_list()
    {
        using var client = await app.SignedInAsync("orgdept");
        var page = await client.GetPageAsync("/demonstration-sites");
        var rows = page.All("#funnel tbody tr:not(.sum)").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()).ToList();

        Assert.Equal(["申报", "推荐", "实地查看", "公示", "确定", "命名"], rows.Select(r => r[0]));
        Assert.Equal(("11", "7"), (rows[0][1], rows[4][1])); // communities declared and confirmed
        var totals = rows.Select(r => int.Parse(r[^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(totals.OrderDescending(), totals);
        var confirmed = await client.GetPageAsync("/demonstration-sites?year=2026&Step=Confirmed&Domain=Community");
        Assert.Equal(7, confirmed.All("#sites tbody tr").Count);
    }

    [Fact]
    public async Task What_is_still_being_drafted_is_the_department_s_alone()
    {
        var published = await app.WithDbAsync(db => db.SiteProgrammes.Where(p => p.Year == 2025).Select(p => p.PublishedOn).SingleAsync());
        await app.WithDbAsync(db => db.SiteProgrammes.Where(p => p.Year == 2025).ExecuteUpdateAsync(s => s.SetProperty(p => p.PublishedOn, (DateOnly?)null)));
        try
        {
            foreach (var (account, text) in new[] { ("wenming.officer", "2025年的示范创建方案还没有发布。"), ("yuanda.secretary", "2025年的示范创建方案还没有发布。"), ("orgdept", "（起草中）") })
            {
                using var client = await app.SignedInAsync(account);
                var programme = (await client.GetPageAsync("/demonstration-sites?year=2025")).Find("#programme")!.TextContent;

                Assert.Contains(text, programme, StringComparison.Ordinal);
                Assert.Equal(account == "orgdept", programme.Contains("起草中", StringComparison.Ordinal));
            }
        }
        finally
        {
            await app.WithDbAsync(db => db.SiteProgrammes.Where(p => p.Year == 2025).ExecuteUpdateAsync(s => s.SetProperty(p => p.PublishedOn, published)));
        }
    }

    [Fact]
    public async Task A_site_checked_at_mid_year_shows_the_sheet_s_score_and_what_it_makes_with_plan_and_radiation()
    {
        var site = await SiteAsync("QH01004");
        var (sheet, total) = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Year == 2026 && s.Round.Phase == AssessmentPhase.Mid && s.Stage >= SheetStage.Feedback && db.DemonstrationSites.Any(d => d.Id == site && d.OrganizationId == s.OrganizationId)).Select(s => ValueTuple.Create(s.Id, s.TeamTotal)).SingleAsync());
        using var client = await app.SignedInAsync("chunhui.secretary");

        var page = await client.GetPageAsync($"/demonstration-sites/{site}");

        Assert.NotNull(page.Find($"#checks a[href='/assessments/results/{sheet}']"));
        Assert.Contains($"领域细则{Domain.Quantity.Print(total!.Value)}×80%", page.Find("#checks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("辐射党组织2个，3个得满分", page.Find("#checks")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("#measures a[href^='/lists/']"));
    }

    [Fact]
    public async Task December_asks_the_department_for_the_yearly_look_and_the_warned_one_to_put_things_right()
    {
        using var client = await app.SignedInAsync("orgdept");
        Assert.Contains("个示范点待年度复核", (await client.GetPageAsync("/dashboard")).Document.Body!.TextContent, StringComparison.Ordinal);
        var waiting = await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Year == 2025 && s.Stage == SiteStage.Named && !s.Decisions.Any(d => d.Outcome == SiteOutcome.Kept)).Select(s => s.Id).FirstAsync());
        var form = await client.GetPageAsync($"/demonstration-sites/{waiting}/decision");
        var refused = await client.PageAsync(await form.Type("Outcome", "Warned").Type("MeetingNo", "青组部纪〔2026〕28号").SubmitAsync("form#decision"));
        Assert.Contains("警示的，请写明整改到哪一天", Sentence(refused), StringComparison.Ordinal);
        var kept = await client.FollowAsync(await refused.Type("Outcome", "Kept").SubmitAsync("form#decision"));
        Assert.Contains("复核保留", kept.Find("#decisions")!.TextContent, StringComparison.Ordinal);
        var again = await client.GetPageAsync($"/demonstration-sites/{waiting}/decision");
        Assert.Contains("2026年已经复核过", Sentence(await client.PageAsync(await again.Type("Outcome", "Kept").Type("MeetingNo", "文号").SubmitAsync("form#decision"))), StringComparison.Ordinal);

        var warned = await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Stage == SiteStage.Warned).Select(s => s.Id).SingleAsync());
        Assert.Contains("复核警示", (await client.GetPageAsync($"/demonstration-sites/{warned}")).Find("#story")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_belt_is_read_by_everybody_who_has_a_site_in_it_and_by_nobody_else()
    {
        var belt = await app.WithDbAsync(db => db.DemonstrationBelts.Where(b => b.Name == "春晖里示范带").Select(b => b.Id).SingleAsync());
        using var lead = await app.SignedInAsync("chunhui.secretary");
        using var outsider = await app.SignedInAsync("wangjiang.secretary");

        var page = await lead.GetPageAsync($"/demonstration-sites/belts/{belt}");

        Assert.Contains("示范点（4，2个领域）", page.Find("#sites")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("春晖路小学", page.Find("#sites")!.TextContent, StringComparison.Ordinal); // of another committee
        Assert.Equal(5, page.All("#route li").Count);
        Assert.Null(page.Find("form#join"));
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/demonstration-sites/belts/{belt}")).StatusCode);
    }

    [Fact]
    public async Task A_belt_grows_on_its_page_and_is_listed_when_it_is_a_belt()
    {
        var belt = await app.WithDbAsync(db => db.DemonstrationBelts.Where(b => b.Stage == BeltStage.Building).Select(b => b.Id).SingleAsync());
        var (school, neighbour, at) = (await SiteAsync("QH16003"), await app.OrganizationAsync("QH02005"), $"/demonstration-sites/belts/{belt}");
        using var client = await app.SignedInAsync("orgdept");
        var page = await client.GetPageAsync(at);
        page.Find("#number")!.SetAttribute("value", "青发〔2026〕40号");
        Assert.Contains("现有2个，1个领域", Sentence(await client.PageAsync(await page.SubmitAsync("form#list"))), StringComparison.Ordinal);

        page = await client.GetPageAsync(at);
        Choose(page, "form#join select", school);
        page = await client.FollowAsync(await page.SubmitAsync("form#join"));
        Choose(page, "#radiated-organization", neighbour);
        page = await client.FollowAsync(await page.SubmitAsync("form#radiate"));
        Assert.Contains("红旗社区", page.Find("#radiated")!.TextContent, StringComparison.Ordinal);
        page.Find("#number")!.SetAttribute("value", "青发〔2026〕40号");
        var listed = await client.FollowAsync(await page.SubmitAsync("form#list"));
        Assert.Contains("已列入", listed.Text, StringComparison.Ordinal);
        var figure = await client.GetPageAsync("/figures/demo_belts?cutoff=2026-12-18");
        Assert.NotNull(figure.Find($"a[href='{at}']"));
    }

    [Fact]
    public async Task A_neighbour_does_not_learn_of_a_site_and_its_own_committee_decides_nothing()
    {
        var site = await SiteAsync("QH01004");
        using var neighbour = await app.SignedInAsync("wangjiang.secretary");
        using var own = await app.SignedInAsync("chunhui.secretary");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/demonstration-sites/{site}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"/demonstration-sites/{site}/plan")).StatusCode);
        foreach (var page in new[] { "selection", "decision" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync($"/demonstration-sites/{site}/{page}")).StatusCode);
        }
    }

    [Fact]
    public async Task The_score_that_a_decision_rested_on_is_the_one_the_page_goes_on_showing()
    {
        using var client = await app.SignedInAsync("orgdept");
        var decided = await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Year == 2025).SelectMany(s => s.Decisions.Where(d => d.Score != null), (s, d) => new { s.Id, d.Score, d.Outcome }).ToListAsync());

        Assert.Equal(3, decided.Select(d => d.Outcome).Distinct().Count()); // named, continued, removed
        foreach (var site in decided)
        {
            Assert.Contains($"2025年年底考核示范点得分{Domain.Quantity.Print(site.Score!.Value)}", (await client.GetPageAsync($"/demonstration-sites/{site.Id}")).Find("#checks")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task The_measures_of_a_year_count_for_it_though_the_site_is_cultivated_on_by_a_new_plan() => app.WithDbAsync(async db =>
    {
        await using var undone = await db.Database.BeginTransactionAsync();
        Assert.Equal((2, 0), (await OfAsync("demo_measures"), await OfAsync("cultivation.measures_overdue")));

        await db.DemonstrationSites.Where(s => s.Year == 2025).ExecuteUpdateAsync(s => s.SetProperty(x => x.PlanApprovedOn, (DateOnly?)null)); // the new one is not approved yet

        Assert.Equal((2, 0), (await OfAsync("demo_measures"), await OfAsync("cultivation.measures_overdue")));
        return 0;

        async Task<decimal?> OfAsync(string key)
        {
            var tree = await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
            var (figure, period, committee) = (FigureDictionary.Find(key)!, Period.To(new(2025, 12, 31)), tree.InOrder.Single(n => n.Code == "QH20").Id);
            return (await FigureEvaluation.ComputeAsync(db, tree, [figure], [committee], [period]))[figure.Key, committee, period].Number;
        }
    });
}

/// <summary>An organisation that owes no lists of its own tells how far its measures are on their pages.</summary>
public sealed class SiteWithoutListsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_measure_is_reported_on_its_own_page_and_the_department_takes_it_as_done()
    {
        var (site, no, organization) = await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Year == 2026 && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH01004"))
            .SelectMany(s => s.Measures).Where(m => m.Task.State == TaskState.InProgress).OrderBy(m => m.No).Select(m => ValueTuple.Create(m.SiteId, m.No, m.OrganizationId)).FirstAsync());
        using var secretary = await app.SignedInAsync(await AccountAsync(organization));
        var at = $"/demonstration-sites/{site}/measures/{no}";
        Assert.Contains("在季度报告中填一次", (await secretary.GetPageAsync(at)).Text, StringComparison.Ordinal);
        await app.WithDbAsync(db => db.Filings.Where(f => f.OrganizationId == organization && f.Kind == FilingKind.ThreeLists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Kind, (FilingKind)99)));

        var refused = await secretary.PageAsync(await (await secretary.GetPageAsync(at)).Type("Choice", "Done").SubmitAsync("form#report"));
        Assert.NotEmpty(refused.Find(".validation-summary-errors")!.TextContent);
        var form = refused.Type("Words", "两个楼院照着做起来了");
        var told = await secretary.FollowAsync(await (form.Find("[name=Value]") is null ? form : form.Type("Value", "1")).SubmitAsync("form#report"));
        Assert.Contains("进展已报送", told.Document.Body!.TextContent, StringComparison.Ordinal);
        using var staff = await app.SignedInAsync("orgdept");
        await staff.FollowAsync(await (await staff.GetPageAsync(at)).SubmitAsync("form#accept"));

        Assert.Equal(TaskState.Done, await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.Id == site).SelectMany(s => s.Measures).Where(m => m.No == no).Select(m => m.Task.State).SingleAsync()));
    }

    /// <summary>An account of the demo's in the hands of this organisation's secretary.</summary>
    private Task<string> AccountAsync(int organization) => app.WithDbAsync(async db =>
    {
        const string Account = "yuanda.secretary";
        var person = await db.PostHoldings.Where(h => h.OrganizationId == organization && h.Kind == PostKind.Secretary && h.To == null).Select(h => (int?)h.PersonId).FirstAsync();
        await db.Users.Where(u => u.UserName == Account).ExecuteUpdateAsync(s => s.SetProperty(u => u.PersonId, person));
        return Account;
    });
}
