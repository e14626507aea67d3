using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>Sends everybody to where their work is.</summary>
public sealed class IndexModel(CurrentUser user) : PageModel
{
    [Needs(Act.OwnWork)]
    public IActionResult OnGet() => Redirect(Home.Of(user));
}
