using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Reports;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>The report filled without network: a workbook is downloaded, filled, uploaded, shown row by row, imported.</summary>
public sealed class OfflineModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public int? Upload { get; set; }

    public ReportPlan? Plan { get; private set; }

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Fills || Filing.WhyLocked(Today) is not null)
        {
            return Redirect($"/reports/{id}");
        }

        return Upload is null ? Page() : await ReadAsync() is { } file ? await ShowAsync(file) : NotFound();
    }

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnGetDownloadAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return Fills ? File(Write(await LastQuarterAsync()), SheetWriter.ContentType, $"{Title}（离线填报）.xlsx") : StatusCode(StatusCodes.Status403Forbidden);
    }

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostUploadAsync(int id, IFormFile? workbook)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !Fills ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(Db, async () =>
        {
            Rule.Require(workbook is { Length: > 0 }, "请选择填好的离线填报表。");
            using var content = new MemoryStream();
            await workbook!.CopyToAsync(content);
            content.Position = 0;
            Require(ReportWorkbook.Read(SheetReader.Read(content, workbook.FileName)));
            var upload = new Upload { UserId = Current.UserId!.Value, FileName = Path.GetFileName(workbook.FileName), Content = content.ToArray(), At = Now };
            Db.Add(upload);
            await Db.SaveChangesAsync();
            return Redirect($"/reports/{id}/offline?upload={upload.Id}");
        }, () => Task.FromResult<IActionResult>(Page()));
    }

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostApplyAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Fills)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync() is not { } file)
        {
            return NotFound();
        }

        return await TryAsync(Db, async () =>
        {
            var changing = PlanOf(file).Changing.ToList();
            var form = new ReportForm(Report, Filing, row => Db.VersionOf(row));
            var typed = form.Read().ToDictionary(r => r.Key);
            var errors = form.Write(changing.Select(l => Typed(typed[l.Line.Key], l.Cells)), Now);
            Rule.Require(errors.Count == 0, string.Join("", errors));
            Db.Remove(await Db.Uploads.SingleAsync(u => u.Id == Upload));
            await Db.SaveChangesAsync();
            Tell($"已导入{changing.Count}项任务，共{changing.Sum(l => l.Changes.Count)}处修改。请核对后报书记。");
            return Redirect($"/reports/{id}/fill");
        }, async () => await FindAsync(id) ? await ShowAsync(file) : NotFound());
    }

    private Task<IActionResult> ShowAsync(ReportFile file) => TryAsync(Db, () =>
    {
        Plan = PlanOf(file);
        return Task.FromResult<IActionResult>(Page());
    }, () => Task.FromResult<IActionResult>(Page()));

    private ReportPlan PlanOf(ReportFile file)
    {
        Require(file);
        var now = ReportWorkbook.Read(SheetReader.Read(new MemoryStream(Write(new Dictionary<string, FilingRow>())), "now.xlsx"));
        return ReportPlan.Of(file, now, Report, key => Filing.IsEditable(key, Today));
    }

    /// <summary>Only this organisation's own file of this very quarter.</summary>
    private void Require(ReportFile file)
    {
        Rule.Require(file.OrganizationCode == Node.Code, $"这是组织代码{file.OrganizationCode}的离线填报表，不能导入到“{Node.Name}”（代码{Node.Code}），请核对文件。");
        Rule.Require(file.Year == Filing.Year && file.Quarter == Quarter.Text(Filing.Period),
            $"这是{file.Year}年{file.Quarter}的离线填报表，当前填报的是{Filing.Year}年{Quarter.Text(Filing.Period)}，请核对文件。");
        Rule.Require(Filing.WhyLocked(Today) is null, Filing.WhyLocked(Today) ?? "");
    }

    private byte[] Write(IReadOnlyDictionary<string, FilingRow> last) => ReportWorkbook.Write(Node.Name, Node.Code, Filing, Report, last, row => Db.VersionOf(row));

    private async Task<ReportFile?> ReadAsync()
    {
        var upload = await Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Upload && u.UserId == Current.UserId);
        return upload is null ? null : ReportWorkbook.Read(SheetReader.Read(new MemoryStream(upload.Content), upload.FileName));
    }

    private static RowInput Typed(RowInput row, IReadOnlyDictionary<string, string> cells)
    {
        if (cells.TryGetValue(ReportWorkbook.ChoiceColumn, out var choice))
        {
            row.Choice = (int?)Words.Parse<ReportChoice>(choice) ?? 0;
        }

        row.Value = cells.GetValueOrDefault(ReportWorkbook.ValueColumn, row.Value ?? "");
        row.Words = cells.GetValueOrDefault(ReportWorkbook.WordsColumn, row.Words ?? "");
        row.Cause = cells.GetValueOrDefault(ReportWorkbook.CauseColumn, row.Cause ?? "");
        row.NextStep = cells.GetValueOrDefault(ReportWorkbook.NextStepColumn, row.NextStep ?? "");
        row.ChoiceReason = cells.GetValueOrDefault(ReportWorkbook.ChoiceReasonColumn, row.ChoiceReason ?? "");
        row.Request = cells.GetValueOrDefault(ReportWorkbook.RequestColumn, row.Request ?? "");
        return row;
    }
}
