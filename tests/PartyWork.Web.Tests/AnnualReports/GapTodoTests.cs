using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.AnnualReports;

/// <summary>离报告还差: whoever owes a figure reads it among his to-dos, with the day and the way to where it is entered.</summary>
public sealed class GapTodoTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_figure_that_the_report_waits_for_is_owed_by_its_office_until_it_is_entered()
    {
        await app.WithDbAsync(db => db.Set<TalentActivity>().Where(a => a.Kind == TalentActivityKind.Fair && a.On.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(a => a.WithdrawnOn, new DateOnly(2026, 12, 1))));
        await app.MoveWorkAsync();
        using var talent = await app.SignedInAsync("talent");
        var owed = Assert.Single((await talent.GetPageAsync("/registers")).All(".todos li"), t => t.QuerySelector("a[href='/registers/talent-activities']") is not null);
        Assert.Contains("人才交流会名称", owed.TextContent, StringComparison.Ordinal);
        Assert.Contains("12月18日（周五）前记好", owed.TextContent, StringComparison.Ordinal);

        await app.WithDbAsync(db => db.Set<TalentActivity>().Where(a => a.Kind == TalentActivityKind.Fair && a.On.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(a => a.WithdrawnOn, (DateOnly?)null)));
        await app.MoveWorkAsync();
        Assert.DoesNotContain("人才交流会名称", (await talent.GetPageAsync("/registers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_sheet_lists_for_the_organisation_section_is_what_its_to_dos_name_and_a_paragraph_left_out_misses_nothing()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var listed = await ListedAsync(staff);
        var named = await NamedAsync(staff);
        Assert.NotEmpty(named);
        Assert.Subset(listed, named);

        await app.WithDbAsync(db => db.AnnualReports.Where(r => r.Year == 2026).SelectMany(r => r.Paragraphs).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsLeftOut, true)));
        await app.MoveWorkAsync();
        Assert.Empty(await NamedAsync(staff));
        await app.WithDbAsync(db => db.AnnualReports.Where(r => r.Year == 2026).SelectMany(r => r.Paragraphs).ExecuteUpdateAsync(s => s.SetProperty(p => p.IsLeftOut, false)));

        await app.WithDbAsync(db => db.AnnualReports.Where(r => r.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportState.FiguresLocked)));
        await app.MoveWorkAsync();
        Assert.Empty(await NamedAsync(staff));
        await app.WithDbAsync(db => db.AnnualReports.Where(r => r.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportState.Drafted)));
        await app.MoveWorkAsync();
    }

    private static async Task<SortedSet<string>> ListedAsync(HttpClient staff) =>
        [.. (await staff.GetPageAsync("/annual-report/2026")).All(".report-side .findings li, aside .findings li").Select(l => l.QuerySelector("a")!.TextContent.Trim())];

    private static async Task<SortedSet<string>> NamedAsync(HttpClient staff) =>
        [.. (await staff.GetPageAsync("/dashboard")).All(".todos li").Where(t => t.TextContent.Contains("年度总结缺的", StringComparison.Ordinal)).SelectMany(t => t.QuerySelector("div")!.TextContent.Split('；')[0].Trim().Split('、'))];
}
