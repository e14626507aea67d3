using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.AnnualReports;

/// <summary>What the pages of the report show and keep.</summary>
public sealed class ReportPagesTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Last_year_s_report_is_archived_complete_and_open_to_every_organisation()
    {
        using var staff = await app.SignedInAsync("orgdept");
        using var clerk = await app.SignedInAsync("wenming.officer");

        var sheet = await staff.GetPageAsync("/annual-report/2025");

        Assert.Contains("已归档", sheet.Text, StringComparison.Ordinal);
        Assert.Empty(sheet.All(".chip.none"));
        Assert.InRange(sheet.All(".chip").Count, 15, 200);
        Assert.Contains("青组发〔2026〕3号", (await clerk.GetPageAsync("/annual-report")).Text, StringComparison.Ordinal);
        Assert.Contains("（一）", (await clerk.GetPageAsync("/annual-report/2025/text")).Text, StringComparison.Ordinal);
        Assert.Empty((await clerk.GetPageAsync("/annual-report/2025/text")).All(".chip"));
    }

    [Fact]
    public async Task A_figure_opens_beside_the_sheet_and_as_a_page_of_its_own()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var chip = (await staff.GetPageAsync("/annual-report/2026")).All(".chip").First(c => c.TextContent.Trim().Length > 0 && c.GetAttribute("href")!.Contains("tasks_total", StringComparison.Ordinal));

        var beside = await staff.GetPageAsync(chip.GetAttribute("data-figure")!);
        var page = await staff.GetPageAsync(chip.GetAttribute("href")!);

        Assert.Contains("口径", beside.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{chip.TextContent.Trim()}项", beside.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{chip.TextContent.Trim()}项", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_was_lost_is_named_and_everything_typed_is_kept()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync("/annual-report/2026/paragraphs/plan-life");

        var again = await staff.PageAsync(await page.Type("Input", "党员大会每季召开1次，这句话不能丢。").SubmitAsync("form#paragraph"));

        Assert.Contains("{党员大会每季次数}", again.Text, StringComparison.Ordinal);
        Assert.Contains("这句话不能丢", again.Find("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_Word_files_are_valid_and_carry_the_annex()
    {
        using var staff = await app.SignedInAsync("orgdept");
        foreach (var path in from y in (int[])[2025, 2026] from h in Enum.GetNames<ReportHead>() select $"/annual-report/{y}?handler=Word&head={h}")
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(await staff.GetByteArrayAsync(path)), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{path} {e.Path?.XPath}: {e.Description}"));
            Assert.Contains("数据来源与口径", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task What_was_planned_last_year_stands_beside_what_came_of_it_on_the_screen_and_on_paper(int year)
    {
        using var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/annual-report/{year}/results");
        var rows = page.All("table.list tbody tr");
        Assert.InRange(rows.Count, 5, 20);
        Assert.All(rows, r => Assert.Contains(r.QuerySelector("td:last-child")!.TextContent.Trim(), Enum.GetValues<PlanStanding>().Select(s => s.Text())));
        Assert.All(rows, r => Assert.StartsWith("/plan/", r.QuerySelector("td[data-label='工作要点'] a")!.GetAttribute("href"), StringComparison.Ordinal));

        // By a figure: the number on its own page, and the comparison with the target.
        var measured = rows.Single(r => r.TextContent.Contains("到期任务完成率", StringComparison.Ordinal) && r.QuerySelector("td[data-label='完成情况'] a")!.GetAttribute("href")!.Contains("task_completion_rate", StringComparison.Ordinal));
        var link = measured.QuerySelector("td[data-label='完成情况'] a")!;
        var number = link.TextContent["到期任务完成率".Length..];
        Assert.Contains(number, (await staff.GetPageAsync(link.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        var below = decimal.Parse(number.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) < 95;
        var isDue = await app.WithDbAsync(db => db.AnnualReports.AnyAsync(r => r.Year == year && db.KeyPoints.Any(p => p.Year == year && p.DerivedFrom!.FigureKey == "task_completion_rate" && p.Objective.DueOn <= r.Cutoff)));
        Assert.Contains(!below ? "达到计划" : isDue ? "低于计划" : "未到期", measured.TextContent, StringComparison.Ordinal);
        Assert.Contains("按指标：", measured.TextContent, StringComparison.Ordinal);

        // What is not due at the cut-off is not judged.
        var late = await app.WithDbAsync(db => db.KeyPoints.Where(p => p.Year == year && p.DerivedFromId != null && db.AnnualReports.Any(r => r.Year == year && r.Cutoff < p.Objective.DueOn)).Select(p => $"/plan/{p.Id}").ToListAsync());
        Assert.All(rows.Where(r => late.Contains(r.QuerySelector("td[data-label='工作要点'] a")!.GetAttribute("href")!)), r => Assert.DoesNotContain("低于计划", r.TextContent, StringComparison.Ordinal));
        Assert.All(rows.Where(r => r.TextContent.Contains("项任务，完成", StringComparison.Ordinal)), r => Assert.Contains("按任务：", r.TextContent, StringComparison.Ordinal));

        // By tasks: those not done can be opened, and where some are left out it is said how many there are.
        Assert.All(rows.Where(r => r.TextContent.Contains("未完成：", StringComparison.Ordinal)), r =>
        {
            var numbers = System.Text.RegularExpressions.Regex.Match(r.TextContent, "([0-9]+)项任务，完成([0-9]+)项");
            var undone = int.Parse(numbers.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - int.Parse(numbers.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(undone > r.QuerySelectorAll("a[href*='/tasks/']").Length, r.TextContent.Contains($"等{undone}项", StringComparison.Ordinal));
        });
        var (open, paper) = (rows.SelectMany(r => r.QuerySelectorAll("a[href*='/tasks/']")).Select(a => a.GetAttribute("href")!).ToList(), await staff.GetByteArrayAsync($"/annual-report/{year}?handler=Word&head=Plain"));
        Assert.All(open, href => Assert.Equal(HttpStatusCode.OK, staff.GetAsync(href).GetAwaiter().GetResult().StatusCode));
        Assert.Contains(rows, r => System.Text.RegularExpressions.Regex.IsMatch(r.TextContent, "[1-9][0-9]*项任务，完成[0-9]+项"));
        using var document = WordprocessingDocument.Open(new MemoryStream(paper), false);
        var printed = document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().ElementAt(1).Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Skip(1).ToList();
        Assert.Equal(rows.Select(r => r.QuerySelector("td:last-child")!.TextContent.Trim()), printed.Select(r => r.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Last().InnerText));
        Assert.Contains("上年谋划完成情况", document.MainDocumentPart.Document.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_between_a_version_and_now_is_shown()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync("/annual-report/2026/versions");

        Assert.Contains("全县", string.Join('|', page.All("ins").Select(i => i.TextContent)), StringComparison.Ordinal);
        Assert.Contains("账", page.All("del").Select(d => d.TextContent));
    }

    [Fact]
    public async Task An_accepted_proposal_is_next_year_s_key_point_and_the_way_back_is_kept()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var plan = await staff.GetPageAsync("/annual-report/2026/plan");
        var link = plan.All("a.btn").First(a => a.GetAttribute("href")!.Contains("source=", StringComparison.Ordinal) && a.TextContent == "列入").GetAttribute("href")!;
        var form = await staff.GetPageAsync(link);
        form.Type("Input.Content", "到期未完成的任务逐项限期办结").Type("Input.Category", "组织建设").Type("Measures", "按月调度").Type("Lead", "组织科");

        var answer = await form.SubmitAsync("form#accept");

        var location = answer.Headers.Location!.ToString();
        Assert.StartsWith("/plan?year=2027#point-", location, StringComparison.Ordinal);
        var list = await staff.GetPageAsync("/plan?year=2027");
        Assert.Contains("到期未完成的任务逐项限期办结", list.Find($"#{location.Split('#')[1]}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("由2026年谋划第", list.Find($"#{location.Split('#')[1]}")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(await app.WithDbAsync(db => db.KeyPoints.Where(p => p.Objective.Content == "到期未完成的任务逐项限期办结").Select(p => p.DerivedFrom!.SourceText).SingleAsync()));
        Assert.Contains("到期未完成的任务逐项限期办结，按月调度", (await staff.GetPageAsync("/annual-report/2026")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(link, (await staff.GetPageAsync("/annual-report/2026/plan")).All("a.btn").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_dismissed_proposal_needs_a_reason_and_does_not_come_back()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var plan = await staff.GetPageAsync("/annual-report/2026/plan");
        var last = plan.All("form[id^='dismiss-']")[^1];
        var source = last.QuerySelector("input[name='source']")!.GetAttribute("value")!;

        var refused = await staff.PageAsync(await plan.SubmitAsync($"form#{last.Id}"));
        Assert.Contains("请写明不列入的理由", refused.Text, StringComparison.Ordinal);
        ((AngleSharp.Html.Dom.IHtmlInputElement)refused.All("form[id^='dismiss-']")[^1].QuerySelector("input[name='reason']")!).Value = "已列入三年规划";
        await refused.SubmitAsync($"form#{last.Id}");

        var after = await staff.GetPageAsync("/annual-report/2026/plan");
        Assert.Contains("已列入三年规划", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(source, after.All("input[name='source']").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Honours_are_named_by_level_and_object_the_highest_first_and_add_up_to_their_number()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var text = (await staff.GetPageAsync("/annual-report/2026")).Find("#honor-list")!.TextContent;

        var said = System.Text.RegularExpressions.Regex.Match(text, "表彰奖励([0-9]+)项，其中(.+?)。");
        var parts = System.Text.RegularExpressions.Regex.Matches(said.Groups[2].Value, "(国家级|省级|市级|区级)(集体|个人)表彰([0-9]+)项");

        Assert.True(said.Success, text);
        Assert.Equal(said.Groups[2].Value, string.Join('、', parts.Select(p => p.Value)));
        Assert.Equal(int.Parse(said.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), parts.Sum(p => int.Parse(p.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)));
        string[] order = ["国家级集体", "国家级个人", "省级集体", "省级个人", "市级集体", "市级个人", "区级集体", "区级个人"];
        Assert.Equal(parts.Select(p => p.Groups[1].Value + p.Groups[2].Value).OrderBy(p => Array.IndexOf(order, p)), parts.Select(p => p.Groups[1].Value + p.Groups[2].Value));
    }

    [Fact]
    public void Every_figure_of_a_section_of_the_report_is_bound_into_a_paragraph()
    {
        var bound = ReportTemplates.All.SelectMany(t => ReportText.Chips(t.Text)).ToHashSet();

        Assert.Empty(FigureDictionary.All.Where(f => f.Sections.Any(s => s < FigureSection.Supplement)).Select(f => f.Key)
            .Except(bound).Except(["communities_total", "committees_total", "agreements_expected", "agreements_signed_committees", "agreements_signed_primary", "agreements_signed_branches", "city_name"]));
    }

    [Fact]
    public void No_two_things_that_can_be_bound_have_one_name() => Assert.Empty(ReportTemplates.Names.GroupBy(n => n.Value).Where(g => g.Count() > 1).Select(g => g.Key));
}
