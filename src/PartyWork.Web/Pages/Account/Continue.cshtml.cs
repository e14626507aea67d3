using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>Gives a held form back to the one who typed it, with a fresh token.</summary>
public sealed class ContinueModel(IDataProtectionProvider protection) : PageModel
{
    public HeldForm Held { get; private set; } = null!;

    [Needs(Act.OwnWork)]
    public IActionResult OnGet()
    {
        if (TempData["Held"] is not string seal || HeldForm.Open(protection, seal) is not { } held)
        {
            return Redirect("/");
        }

        Held = held;
        return Page();
    }
}
