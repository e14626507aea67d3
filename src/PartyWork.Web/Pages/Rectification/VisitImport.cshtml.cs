using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Rectification;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>导入走访名单: template, preview with every error by row and column, then all rows or none.</summary>
public sealed class VisitImportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    public const int MostShown = 200;

    [BindProperty(SupportsGet = true)]
    public int? Upload { get; set; }

    public VisitPlan? Plan { get; private set; }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await RefusalAsync(id, Act.RecordRectification) is { } refusal)
        {
            return refusal;
        }

        return Upload is null ? Page() : await OwnAsync() is { } upload ? await TryAsync(Db, async () =>
        {
            await PreviewAsync(upload.Content, upload.FileName);
            return Page();
        }, () => AgainAsync(id)) : NotFound();
    }

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnGetTemplateAsync(int id) => await RefusalAsync(id, Act.RecordRectification) ?? File(VisitSheet.Template(), SheetWriter.ContentType, "走访名单-模板.xlsx");

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostUploadAsync(int id, IFormFile? workbook) => await RefusalAsync(id, Act.RecordRectification) is { } refusal ? refusal : await TryAsync(Db, async () =>
    {
        Rule.Require(workbook is { Length: > 0 }, "请选择填好的表格。");
        using var content = new MemoryStream();
        await workbook!.CopyToAsync(content);
        await PreviewAsync(content.ToArray(), workbook.FileName);
        Db.RemoveRange(await Db.Uploads.Where(u => u.UserId == Current.UserId).Select(u => new Upload { Id = u.Id }).ToListAsync()); // what was given up before
        var upload = new Upload { UserId = Current.UserId!.Value, FileName = Path.GetFileName(workbook.FileName), Content = content.ToArray(), At = Clock.Now };
        Db.Add(upload);
        await Db.SaveChangesAsync();
        return Redirect($"{Here}/visits/import?upload={upload.Id}");
    }, () => AgainAsync(id));

    [Needs(Act.RecordRectification)]
    public async Task<IActionResult> OnPostApplyAsync(int id)
    {
        if (await RefusalAsync(id, Act.RecordRectification) is { } refusal)
        {
            return refusal;
        }

        if (await OwnAsync() is not { } upload)
        {
            return NotFound();
        }

        return await TryAsync(Db, async () =>
        {
            var plan = await ReadAsync(upload.Content, upload.FileName);
            Rule.Require(plan.CanBeApplied, "表格中有需要改正的地方，没有导入；请重新上传并核对预览。");
            Db.AddRange(plan.Rows.Select(r => r.Visit));
            Db.AddRange(plan.Rows.Select(r => r.Heard).OfType<ResidentOpinion>());
            Db.Remove(await Db.Uploads.SingleAsync(u => u.Id == Upload));
            await Db.SaveChangesAsync();
            Tell($"已导入{plan.Rows.Count}条走访，{plan.Rows.Count(r => r.Heard is not null)}条意见。");
            return Redirect($"{Here}/visits");
        }, () => AgainAsync(id));
    }

    private async Task<VisitPlan> ReadAsync(byte[] content, string name)
    {
        var known = await Db.CaseVisits.Where(v => v.CaseId == Case.Id && v.WithdrawnOn == null && v.HouseholdNo != "").Select(v => new KnownVisit(v.On, v.Building, v.HouseholdNo)).ToListAsync();
        var no = 1 + (await Db.ResidentOpinions.Where(o => o.CaseId == Case.Id).MaxAsync(o => (int?)o.No) ?? 0);
        return new VisitSheet(Case, Current.Actor, Today).Read(SheetReader.Read(new MemoryStream(content), name), known, no);
    }

    private async Task PreviewAsync(byte[] content, string name) => Plan = await ReadAsync(content, name);

    private async Task<IActionResult> AgainAsync(int id)
    {
        Plan = null;
        return await FindCaseAsync(id) ? Page() : NotFound();
    }

    private async Task<Upload?> OwnAsync() => await Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Upload && u.UserId == Current.UserId);
}
