using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>A filled workbook comes into the register: template, preview with every error by row and column, then all rows or none.</summary>
public sealed class ImportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : RegisterPage(db, user, clock, registers)
{
    public const int MostShown = 200;

    [BindProperty(SupportsGet = true)]
    public int? Upload { get; set; }

    public RegisterPlan? Plan { get; private set; }

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (Refusal(key) is { } refusal)
        {
            return refusal;
        }

        return Upload is null ? Page() : await OwnAsync() is { } upload ? await TryAsync(Db, async () =>
        {
            await PreviewAsync(upload.Content, upload.FileName);
            return Page();
        }, Again) : NotFound();
    }

    [Needs(Act.KeepRegisters)]
    public IActionResult OnGetTemplate(string key) => Refusal(key)
        ?? File(new RegisterWorkbook(Register, Tree).Template(Register.Keeps(Current) is [var only] ? only : null), SheetWriter.ContentType, $"{Register.Name}-模板.xlsx");

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostUploadAsync(string key, IFormFile? workbook)
    {
        if (Refusal(key) is { } refusal)
        {
            return refusal;
        }

        return await TryAsync(Db, async () =>
        {
            Rule.Require(workbook is { Length: > 0 }, "请选择填好的表格。");
            using var content = new MemoryStream();
            await workbook!.CopyToAsync(content);
            await PreviewAsync(content.ToArray(), workbook.FileName);
            Db.RemoveRange(await Db.Uploads.Where(u => u.UserId == Current.UserId).Select(u => new Upload { Id = u.Id }).ToListAsync()); // what was given up before
            var upload = new Upload { UserId = Current.UserId!.Value, FileName = Path.GetFileName(workbook.FileName), Content = content.ToArray(), At = Clock.Now };
            Db.Add(upload);
            await Db.SaveChangesAsync();
            return Redirect($"{Here}/import?upload={upload.Id}");
        }, Again);
    }

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostApplyAsync(string key)
    {
        if (Refusal(key) is { } refusal)
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
            Rule.Require(plan.CanBeApplied, "表格中有需要改正的地方，或者没有变化，没有导入；请重新上传并核对预览。");
            Db.Remove(await Db.Uploads.SingleAsync(u => u.Id == Upload));
            await Db.SaveChangesAsync();
            Tell($"已导入{Register.Name}：新增{plan.Rows.Count(r => r.IsNew)}条，修改{plan.Rows.Count(r => !r.IsNew && r.Changes.Count > 0)}条。");
            return Redirect(Here);
        }, Again);
    }

    private Task<RegisterPlan> ReadAsync(byte[] content, string name) => new RegisterImport(Db, Register, Current, Today).ReadAsync(SheetReader.Read(new MemoryStream(content), name));

    /// <summary>Reading changes the context's records; what is only previewed must not be saved with anything.</summary>
    private async Task PreviewAsync(byte[] content, string name)
    {
        Plan = await ReadAsync(content, name);
        Db.ChangeTracker.Clear();
    }

    private Task<IActionResult> Again()
    {
        Plan = null;
        return Task.FromResult<IActionResult>(Page());
    }

    private async Task<Upload?> OwnAsync() => await Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == Upload && u.UserId == Current.UserId);

    private IActionResult? Refusal(string key) => !Find(key) ? NotFound() : Register.Keeps(Current).Count == 0 ? Forbidden() : null;
}
