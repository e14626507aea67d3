using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>The report as a sheet of paper with its figures bound in, what is missing, what the check finds, and the acts of its life.</summary>
public sealed class SheetModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    private const int SideRecords = 8;

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ReportGap> Gaps { get; private set; } = [];

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year) => await FindAsync(year) ? await ShowAsync() : NotFound();

    /// <summary>What stands beside the sheet when a figure is pressed.</summary>
    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetFigureAsync(int year, string key)
    {
        if (FigureDictionary.Find(key) is not { } figure || !await FindAsync(year))
        {
            return NotFound();
        }

        var (tree, district, period) = (Current.Tree, Current.Tree.District!.Id, Period.To(Report.Cutoff));
        var value = (await FigureEvaluation.EvaluateAsync(Db, tree, [figure], [district], period))[key, district];
        var records = figure.Facts is null ? FigureRecords.Nothing : await FigureRecords.ReadAsync(Db, tree, figure, district, period, 0, SideRecords);
        return Partial("_Figure", new SideFigure(figure, value, period, records, tree, $"/figures/{key}?organization={district}&From={period.From:yyyy-MM-dd}&Cutoff={period.Cutoff:yyyy-MM-dd}"));
    }

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetWordAsync(int year, ReportHead head)
    {
        if (!Enum.IsDefined(head) || !await FindAsync(year))
        {
            return NotFound();
        }

        await ReadAsync();
        var paper = Reading.ToPaper(Report, Issuer) with { IsDraft = !Report.IsLocked, Plan = await PlanResults.ReadAsync(Db, Current.Tree, Report) };
        return File(AnnualReportDocument.Write(paper, head), WordDocument.ContentType, $"{Title}{(Report.IsLocked ? "" : "（草稿）")}.docx");
    }

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostDraftAsync(int year, int version) => DoAsync(year, version, async () =>
    {
        Db.RemoveRange(Report.Draft(ReportTemplates.All, Current.Actor, Now));
        await ReadAsync();
        Report.Keep("初稿", Reading.Lines, Reading.Values, Current.Actor, Now);
    }, "初稿已按范文生成；手工写的段落保持不变。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostCutoffAsync(int year, int version, DateOnly cutoff) => DoAsync(year, version, () => Do(() => Report.SetCutoff(cutoff)), $"数据截止日改为{Show.Day(cutoff)}。");

    [Needs(Act.ReviewAnnualReport)]
    public Task<IActionResult> OnPostReviewAsync(int year, int version) => DoAsync(year, version, () => Do(() => Report.Review(Current.Actor, Now)), "已审核通过。");

    [Needs(Act.ApproveAnnualReport)]
    public Task<IActionResult> OnPostApproveAsync(int year, int version) => DoAsync(year, version, () => Do(() => Report.Approve(Current.Actor, Now)), "已批准，可以印发。");

    [Needs(Act.ReviewAnnualReport)]
    public Task<IActionResult> OnPostSendBackAsync(int year, int version) => DoAsync(year, version, () => Do(() => Report.SendBack(Reason?.Trim() ?? "", Current.Actor, Now)), "已退回修改。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostIssueAsync(int year, int version, string? documentNo) => DoAsync(year, version, async () =>
    {
        Report.Issue(documentNo?.Trim() ?? "", Current.Actor, Now);
        await ReadAsync();
        Report.Keep("印发稿", Reading.Lines, Reading.Values, Current.Actor, Now);
    }, "已印发，各级党组织可以查阅。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostArchiveAsync(int year, int version) => DoAsync(year, version, () => Do(() => Report.Archive(Current.Actor, Now)), "已归档。");

    /// <summary>A bound figure in its line, with no blank about it.</summary>
    public IHtmlContent Chip(string key)
    {
        var (figure, isMoved) = (Reading.Values[key], Report.IsLocked && Reading.Of(key)?.IsMoved == true);
        var chip = new TagBuilder("a");
        chip.InnerHtml.Append(figure.IsThere ? figure.Printed : figure.Name);
        chip.Attributes["class"] = $"chip{(figure.IsThere ? "" : " none")}{(isMoved ? " moved" : "")}";
        chip.Attributes["href"] = AddressOf(key);
        chip.Attributes["title"] = figure.Name;
        if (FigureDictionary.Find(key) is not null)
        {
            chip.Attributes["data-figure"] = $"/annual-report/{Year}?handler=Figure&key={key}";
        }

        return chip;
    }

    private Task<IActionResult> DoAsync(int year, int version, Func<Task> what, string done) => ActAsync(year, version, what, done, ShowAsync, $"/annual-report/{year}");

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private async Task<IActionResult> ShowAsync()
    {
        await ReadAsync();
        Gaps = await ReportGap.ReadAsync(Db, Current.Tree, Reading, Today);
        return Page();
    }
}

/// <summary>A figure beside the sheet.</summary>
public sealed record SideFigure(Figure Figure, FigureValue Value, Period Period, FigureRecords Records, OrgTree Tree, string Address);
