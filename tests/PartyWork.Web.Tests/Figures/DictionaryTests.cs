using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Figures;

public sealed class DictionaryTests(App app) : IClassFixture<App>
{
    [Fact]
    public void No_two_figures_bear_one_name() =>
        Assert.Empty(FigureDictionary.All.GroupBy(f => f.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Key))}"));

    [Fact]
    public void What_a_figure_is_chosen_among_is_folded_as_the_figure_itself() =>
        Assert.All(FigureDictionary.All.Where(f => f.Among.Length > 0), f => Assert.True(f.IsOwn || !FigureDictionary.Find(f.Among)!.IsOwn, f.Key));

    [Fact]
    public async Task A_figure_is_found_by_words_initials_or_key_and_opened_to_its_records()
    {
        var client = await app.SignedInAsync("orgdept");
        foreach (var words in (string[])["完成率", "DQRWWCL", "task_completion_rate"])
        {
            Assert.NotNull((await client.GetPageAsync($"/figures?Words={words}")).Find("a[href='/figures/task_completion_rate']"));
        }

        var rate = await client.GetPageAsync("/figures/task_completion_rate");
        var part = await client.GetPageAsync(rate.Find(".figure-value + p a, .figure-value ~ p a")!.GetAttribute("href")!);

        Assert.Contains("到期任务完成数", part.Find("h1")!.TextContent, StringComparison.Ordinal);
        var number = int.Parse(part.Find(".figure-value")!.TextContent.Replace("项", "", StringComparison.Ordinal), null);
        Assert.Contains($"组成记录（{number}条）", part.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(part.Find("#records tbody a")!.GetAttribute("href"))).StatusCode);
    }

    [Fact]
    public async Task The_value_does_not_depend_on_who_reads_it_and_a_neighbours_is_not_to_be_seen()
    {
        var (chunhui, wangjiang) = (await app.OrganizationAsync("QH01"), await app.OrganizationAsync("QH02"));
        var (staff, secretary) = (await app.SignedInAsync("orgdept"), await app.SignedInAsync("chunhui.secretary"));
        var path = $"/figures/tasks_completed?organization={chunhui}&cutoff=2025-12-31";

        var (theirs, own) = (await staff.GetPageAsync(path), await secretary.GetPageAsync(path));

        Assert.Equal(theirs.Find(".figure-value")!.TextContent, own.Find(".figure-value")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/figures/tasks_completed?organization={wangjiang}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync("/figures/no_such_figure")).StatusCode);
        Assert.DoesNotContain(own.All("#organization option"), o => o.GetAttribute("value") == $"{wangjiang}");
    }

    [Fact]
    public async Task No_figure_says_less_to_who_sees_less()
    {
        var (committee, community) = (await app.OrganizationAsync("QH01"), await app.OrganizationAsync("QH01001"));
        var figures = FigureDictionary.All.Where(f => f.HasRecords).ToList();
        await app.WithDbAsync(db => db.Set<DecisionStepRecord>().Where(s => s.Step == DecisionStep.Assembly).ExecuteUpdateAsync(s => s.SetProperty(x => x.Present, 1))); // the demo has none to be found fault with

        var (all, few) = (await SaidAsync(OrgScope.All), await SaidAsync(new OrgScope(false, [community])));

        Assert.Equal(all, few);

        async Task<List<string>> SaidAsync(OrgScope reader)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<DbLease>().Scope = reader;
            var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
            var tree = await app.WithDbAsync(every => new OrgTrees().GetAsync(every, 0));
            Period[] years = [Period.To(new(2025, 12, 31)), Period.To(new(2026, 12, 18))];
            var values = await FigureEvaluation.ComputeAsync(db, tree, figures, [committee, community], years);
            return [.. from f in figures from id in (int[])[committee, community] from p in years select $"{f.Key} {id} {p.Year} {values[f.Key, id, p]}"];
        }
    }

    [Fact]
    public async Task The_workbook_holds_every_record_and_says_what_was_counted()
    {
        var client = await app.SignedInAsync("chunhui.secretary");
        var page = await client.GetPageAsync("/figures/problems_closed");
        var number = int.Parse(page.Find(".figure-value")!.TextContent.Replace("个", "", StringComparison.Ordinal), null);

        await using var file = await (await client.GetAsync("/figures/problems_closed?handler=Export")).Content.ReadAsStreamAsync();
        var sheet = SheetReader.Read(file, "x.xlsx").Single();

        Assert.Contains(sheet.Rows[^1].Cells, c => c.StartsWith("口径：", StringComparison.Ordinal));
        Assert.Equal(number, sheet.Rows.Count - 4); // title, range, header, 口径
    }

    [Fact]
    public async Task Parameters_are_offered_as_they_were_the_year_before_and_hold_for_their_year_alone()
    {
        var client = await app.SignedInAsync("orgdept");
        var page = await client.GetPageAsync("/figures/parameters?year=2027");
        Assert.Equal("云川市", page.Find("[name='Values[city_name]']")!.GetAttribute("value"));

        var refused = await client.PageAsync(await page.SubmitAsync("form#parameters"));
        Assert.Contains("请先新建2027年度", refused.Text, StringComparison.Ordinal);

        var wrong = await client.PageAsync(await (await client.GetPageAsync("/figures/parameters?year=2026")).Type("Values[city_county_total]", "十一").SubmitAsync("form#parameters"));
        Assert.Contains("“全市县市区总数”应填数字", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("十一", wrong.Find("[name='Values[city_county_total]']")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await wrong.Type("Values[city_county_total]", "１２").SubmitAsync("form#parameters")).StatusCode);
        Assert.Equal("12个", (await client.GetPageAsync("/figures/city_county_total")).Find(".figure-value")!.TextContent);
        Assert.Equal("11个", (await client.GetPageAsync("/figures/city_county_total?cutoff=2025-12-31")).Find(".figure-value")!.TextContent);
        Assert.Null((await (await app.SignedInAsync("chunhui.secretary")).GetPageAsync("/figures/parameters?year=2026")).Find("form#parameters button"));
    }

    [Fact]
    public async Task Of_two_who_change_a_parameter_the_second_is_told()
    {
        var (one, other) = (await app.SignedInAsync("orgdept"), await app.SignedInAsync("orgdept2"));
        var (first, second) = (await one.GetPageAsync("/figures/parameters?year=2025"), await other.GetPageAsync("/figures/parameters?year=2025"));

        Assert.Equal(HttpStatusCode.Redirect, (await first.Type("Values[congress_term]", "五").SubmitAsync("form#parameters")).StatusCode);
        var again = await other.PageAsync(await second.Type("Values[congress_term]", "六").SubmitAsync("form#parameters"));

        Assert.Contains(PageGuard.Changed, again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync("form#parameters")).StatusCode);
    }
}
