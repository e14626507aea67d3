using System.Security.Claims;
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

        // The same session goes on: its properties say when it began.
        var session = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Session.Principal(user.UserId!.Value, User.FindFirstValue(Session.StampClaim)!, holdingId), session.Properties);
        return Redirect("/");
    }

    [Needs(Act.OwnWork)]
    public IActionResult OnPostSize(string size, string? back)
    {
        Response.Cookies.Append("size", size == "large" ? "large" : "normal", new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps });
        return Url.IsLocalUrl(back) ? LocalRedirect(back) : Redirect("/");
    }
}
