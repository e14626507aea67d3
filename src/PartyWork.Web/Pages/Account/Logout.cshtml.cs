using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

public sealed class LogoutModel(PartyWorkDb db, CurrentUser user) : PageModel
{
    [Needs(Act.OwnWork)]
    public IActionResult OnGet() => Redirect("/");

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostAsync()
    {
        db.RemoveRange(await db.UserSessions.Where(s => s.Id == user.SessionId).ToListAsync()); // a copied cookie opens nothing afterwards
        await db.SaveChangesAsync();
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/login");
    }
}
