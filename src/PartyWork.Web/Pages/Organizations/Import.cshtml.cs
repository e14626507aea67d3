using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>名册导入, first step: the file is read and kept until it is imported or given up.</summary>
public sealed class ImportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, TimeProvider time) : WorkPage
{
    private const int FileNameLength = 100;

    [BindProperty, Display(Name = "名册文件"), Required(ErrorMessage = "请选择名册文件。")]
    public IFormFile? Roster { get; set; }

    [Needs(Act.ManageOrganizations)]
    public void OnGet()
    {
    }

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync() =>
        !ModelState.IsValid ? Page() : await TryAsync(db, StoreAsync, () => Task.FromResult<IActionResult>(Page()));

    /// <summary>The present roster in the form that can be imported again.</summary>
    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetRosterAsync() =>
        File(await new RosterSheet(db, clock).WriteAsync(user.Tree), IndexModel.WorkbookType, $"党组织名册-{Show.Day(clock.Today)}.xlsx");

    private async Task<IActionResult> StoreAsync()
    {
        var name = Path.GetFileName(Roster!.FileName);
        await using (var file = Roster.OpenReadStream())
        {
            Documents.Organizations.Roster.Read(SheetReader.Read(file, name), await new RosterImport(db, clock).KnownCodesAsync());
        }

        using var content = new MemoryStream();
        await Roster.CopyToAsync(content);
        var userId = user.UserId!.Value;
        db.RemoveRange(await db.Uploads.Where(u => u.UserId == userId).Select(u => new Upload { Id = u.Id }).ToListAsync()); // what was given up before
        var upload = new Upload { UserId = userId, FileName = name.Length > FileNameLength ? name[^FileNameLength..] : name, Content = content.ToArray(), At = time.GetUtcNow().UtcDateTime };
        db.Add(upload);
        await db.SaveChangesAsync();
        return Redirect($"/organizations/import/{upload.Id}");
    }
}
