using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>The header's buttons: switch the post, the size of the letters.</summary>
public sealed class SessionModel(CurrentUser user) : PageModel
{
    [Needs(Act.OwnWork)]
    public IActionResult OnGet() => NotFound();

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostPostAsync(int holdingId)
    {
        if (user.Posts.All(p => p.HoldingId != holdingId))
        {
            return NotFound();
        }

        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Session.Principal(user.UserId!.Value, user.SessionId!.Value, holdingId)); // the same session goes on
        return Redirect("/");
    }

    [Needs(Act.OwnWork)]
    public IActionResult OnPostSize(string size, string? back)
    {
        Response.Cookies.Append("size", size == "large" ? "large" : "normal", new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps });
        return Url.IsLocalUrl(back) ? LocalRedirect(back) : Redirect("/");
    }
}
