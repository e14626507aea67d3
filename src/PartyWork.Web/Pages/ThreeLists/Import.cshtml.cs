using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>The committee's own workbook, as it is: preview by row and column, then import.</summary>
public sealed class ImportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public int? Upload { get; set; }

    public ListsPlan? Plan { get; private set; }

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.FillLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return Upload is null ? Page() : await ReadAsync() is { } file ? await TryAsync(Db, async () =>
        {
            Plan = await Import().PlanAsync(file);
            return Page();
        }, () => System.Threading.Tasks.Task.FromResult<IActionResult>(Page())) : NotFound();
    }

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostUploadAsync(int id, IFormFile? workbook)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.FillLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(Db, async () =>
        {
            Rule.Require(workbook is { Length: > 0 }, "请选择要导入的工作簿。");
            using var content = new MemoryStream();
            await workbook!.CopyToAsync(content);
            content.Position = 0;
            await Import().PlanAsync(ListsWorkbook.Read(SheetReader.Read(content, workbook.FileName)));
            var upload = new Upload { UserId = Current.UserId!.Value, FileName = Path.GetFileName(workbook.FileName), Content = content.ToArray(), At = Now };
            Db.Add(upload);
            await Db.SaveChangesAsync();
            return Redirect($"/lists/{id}/import?upload={upload.Id}");
        }, () => System.Threading.Tasks.Task.FromResult<IActionResult>(Page()));
    }

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostApplyAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.FillLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync() is not { } file)
        {
            return NotFound();
        }

        return await TryAsync(Db, async () =>
        {
            Rule.Require(CanEdit("") || Lists.WhyLocked(Today) is not null, "本次只退回了部分内容，请在页面上逐行修改。");
            Rule.Require(Lists.WhyLocked(Today) is null, Lists.WhyLocked(Today) ?? "");
            var import = Import();
            var plan = await import.PlanAsync(file);
            Db.Remove(await Db.Uploads.SingleAsync(u => u.Id == Upload));
            await import.ApplyAsync(file);
            Tell($"已导入：新增{plan.Lines.Count(l => l.IsNew)}行，修改{plan.Lines.Count(l => !l.IsNew && l.Changes.Count > 0)}行。");
            return Redirect($"/lists/{id}?tab=check");
        }, () => System.Threading.Tasks.Task.FromResult<IActionResult>(Page()));
    }

    private ListsImport Import() => new(Db, Current.Tree, Lists.OrganizationId, Lists.Year);

    private async Task<ListsFile?> ReadAsync()
    {
        var upload = await Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Upload && u.UserId == Current.UserId);
        return upload is null ? null : ListsWorkbook.Read(SheetReader.Read(new MemoryStream(upload.Content), upload.FileName));
    }
}
