using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>A committee helps somebody below back in: a one-time slip, on record with the reason. The password and every session end.</summary>
public sealed class ResetModel(PartyWorkDb db, CurrentUser current, OneTimeCodes codes, AccountRules rules, BusinessClock clock, TimeProvider time) : WorkPage
{
    [BindProperty, Display(Name = "如何核实了本人身份"), Required(ErrorMessage = "请写明如何核实了本人身份。"), StringLength(200, ErrorMessage = "不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public BelowAccount Account { get; private set; } = null!;
    public Slip? Issued { get; private set; }

    [Needs(Act.ResetBelow)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Version = Account.Version;
        return Page();
    }

    [Needs(Act.ResetBelow)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, () => ResetAsync(id), async () =>
        {
            if (IsOutdated && await LoadAsync(id))
            {
                ModelState.Remove(nameof(Version));
                Version = Account.Version;
            }

            return Page();
        });
    }

    private async Task<IActionResult> ResetAsync(int id)
    {
        var user = await db.Users.SingleAsync(u => u.Id == id);
        db.Expect(user, Version);
        db.Lease.Why = Reason.Trim();
        db.Lease.Notes.Add(new AuditNote(nameof(User), id.ToString(CultureInfo.InvariantCulture), "上级重置密码", Account.Posts[0].OrganizationId));
        var slip = Accounts.Issue(user, Account.Name, new PostView(Account.Posts[0].OrganizationId, Account.Posts[0].Title), current.Tree, codes, time.GetUtcNow().UtcDateTime.AddDays(rules.CodeDays));
        await db.SaveChangesAsync();
        Issued = slip;
        return Page();
    }

    private async Task<bool> LoadAsync(int id)
    {
        if (await AccountsBelow.ReadAsync(db, current, clock.Today, time.GetUtcNow(), id) is not [var found])
        {
            return false;
        }

        Account = found;
        return true;
    }
}
