using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>What pages with forms share: doing, telling, and showing again what was typed when a rule is broken.</summary>
public abstract class WorkPage : PageModel
{
    /// <summary>The year being looked at: from the address, else the one last chosen, else this one.</summary>
    public int ChosenYear(BusinessClock clock) =>
        int.TryParse(Request.Query["year"], CultureInfo.InvariantCulture, out var asked) && asked is >= 2000 and <= 2100 ? asked
        : int.TryParse(Request.Cookies["year"], CultureInfo.InvariantCulture, out var last) && last is >= 2000 and <= 2100 ? last
        : clock.Today.Year;

    /// <summary>This address with its filters, for another of the page's handlers: what is exported is what is on the screen.</summary>
    public string With(string handler) => Request.PathBase + Request.Path + QueryString.Create(
        Request.Query.Where(q => q.Key is not ("P" or "handler")).Append(new("handler", handler)));

    /// <summary>What was typed into a field of a form that has been refused; otherwise what it begins with.</summary>
    public string LastTyped(string field, string begin = "") => ModelState.TryGetValue(field, out var typed) ? typed.AttemptedValue ?? "" : begin;

    /// <summary>Set when somebody else was first: what is shown again then carries the version of now, and saving once more means it.</summary>
    protected bool IsOutdated { get; private set; }

    protected void Tell(string sentence) => TempData[PageGuard.Message] = sentence;

    /// <summary>Does it and goes on; a broken rule or somebody else's change shows the page again with the sentence and everything typed.</summary>
    protected async Task<IActionResult> TryAsync(PartyWorkDb db, Func<Task<IActionResult>> act, Func<Task<IActionResult>> again)
    {
        try
        {
            return await act();
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError("", broken.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", PageGuard.Changed);
            IsOutdated = true;
        }

        db.ChangeTracker.Clear();
        return await again();
    }
}
