using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>名册导入, first step: the file is read and kept until it is imported or given up.</summary>
public sealed class ImportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, TimeProvider time) : WorkPage
{
    private const int FileNameLength = 100;

    [Needs(Act.ManageOrganizations)]
    public void OnGet()
    {
    }

    [Needs(Act.ManageOrganizations)]
    public Task<IActionResult> OnPostAsync(IFormFile? roster) => TryAsync(db, () => StoreAsync(roster), () => Task.FromResult<IActionResult>(Page()));

    /// <summary>The present roster in the form that can be imported again.</summary>
    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetRosterAsync() =>
        File(await new RosterSheet(db, clock).WriteAsync(user.Tree), IndexModel.WorkbookType, $"党组织名册-{Show.Day(clock.Today)}.xlsx");

    private async Task<IActionResult> StoreAsync(IFormFile? roster)
    {
        Rule.Require(roster is { Length: > 0 }, "请选择名册文件。");
        var name = Path.GetFileName(roster!.FileName);
        await using (var file = roster.OpenReadStream())
        {
            Roster.Read(SheetReader.Read(file, name), await new RosterImport(db, clock).KnownCodesAsync());
        }

        using var content = new MemoryStream();
        await roster.CopyToAsync(content);
        var userId = user.UserId!.Value;
        db.RemoveRange(await db.Uploads.Where(u => u.UserId == userId).Select(u => new Upload { Id = u.Id }).ToListAsync()); // what was given up before
        var upload = new Upload { UserId = userId, FileName = name.Length > FileNameLength ? name[^FileNameLength..] : name, Content = content.ToArray(), At = time.GetUtcNow().UtcDateTime };
        db.Add(upload);
        await db.SaveChangesAsync();
        return Redirect($"/organizations/import/{upload.Id}");
    }
}
