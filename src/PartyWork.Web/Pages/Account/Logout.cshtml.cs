using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

public sealed class LogoutModel : PageModel
{
    [Needs(Act.OwnWork)]
    public IActionResult OnGet() => Redirect("/");

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/login");
    }
}
