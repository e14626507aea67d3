using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>One account. The system administrator switches it on and off, the security administrator resets and unlocks it; neither his own.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser current, OneTimeCodes codes, AccountRules rules, BusinessClock clock, TimeProvider time) : WorkPage
{
    [BindProperty, Display(Name = "理由"), Required(ErrorMessage = "请填写理由。"), StringLength(200, ErrorMessage = "不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public AccountView Account { get; private set; } = null!;

    /// <summary>Shown in the answer to the reset and nowhere else.</summary>
    public Slip? Reset { get; private set; }

    [Needs(Act.ReadAccounts)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Version = Account.Version;
        return Page();
    }

    [Needs(Act.ManageAccounts)]
    public Task<IActionResult> OnPostDisableAsync(int id) => ActAsync(id, "停用", async user =>
    {
        user.Disable();
        await db.SaveChangesAsync();
        return Done(id, $"账号{user.UserName}已停用。");
    });

    [Needs(Act.ManageAccounts)]
    public Task<IActionResult> OnPostEnableAsync(int id) => ActAsync(id, "启用", async user =>
    {
        user.Enable();
        await db.SaveChangesAsync();
        return Done(id, $"账号{user.UserName}已启用。");
    });

    /// <summary>A one-time code; it ends every session of the account.</summary>
    [Needs(Act.ResetAccounts)]
    public Task<IActionResult> OnPostResetAsync(int id) => ActAsync(id, "重置密码", async user =>
    {
        await LoadAsync(id);
        Reset = Accounts.Issue(user, Account.Name, Account.Posts.Count > 0 ? Account.Posts[0] : null, current.Tree, codes, time.GetUtcNow().UtcDateTime.AddDays(rules.CodeDays));
        await db.SaveChangesAsync();
        ModelState.Clear();
        (Reason, Version) = ("", db.VersionOf(user));

        // Nothing is read any more: the code is shown once, and a reading that failed now would lose it.
        Account = Account with { MustChange = user.MustChangePassword, CodeExpires = user.CodeExpires, State = Accounts.StateOf(user.IsDisabled, user.LockoutEnd, user.MustChangePassword, time.GetUtcNow()), Version = Version };
        return Page();
    });

    [Needs(Act.ResetAccounts)]
    public Task<IActionResult> OnPostUnlockAsync(int id) => ActAsync(id, "解除锁定", async user =>
    {
        user.Unlock();
        await db.SaveChangesAsync();
        return Done(id, $"账号{user.UserName}已解除锁定。");
    });

    /// <summary>For who has lost the telephone and the recovery codes: the next sign-in goes by password, and who must have a second factor adds it anew.</summary>
    [Needs(Act.ResetAccounts)]
    public Task<IActionResult> OnPostSecondFactorAsync(int id) => ActAsync(id, "重置双因素验证", async user =>
    {
        user.DropSecondFactor();
        await db.SaveChangesAsync();
        return Done(id, $"账号{user.UserName}的双因素验证已重置。");
    });

    private async Task<IActionResult> ActAsync(int id, string act, Func<User, Task<IActionResult>> change)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id) is not { } user)
        {
            return NotFound();
        }

        if (id == current.UserId)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, () =>
        {
            db.Expect(user, Version);
            db.Lease.Why = Reason.Trim();
            db.Lease.Notes.Add(new AuditNote(nameof(User), id.ToString(CultureInfo.InvariantCulture), act));
            return change(user);
        }, AgainAsync);

        async Task<IActionResult> AgainAsync() => await LoadAsync(id) ? Page() : NotFound();
    }

    private RedirectToPageResult Done(int id, string sentence)
    {
        Tell(sentence);
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(int id)
    {
        var (today, now) = (clock.Today, time.GetUtcNow());
        var found = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => new
        {
            u.UserName,
            Name = u.Person == null ? "" : u.Person.Name,
            u.IsDisabled,
            u.LockoutEnd,
            u.MustChangePassword,
            u.TwoFactorEnabled,
            u.CodeExpires,
            Version = EF.Property<int>(u, PartyWorkDb.Version),
            Posts = u.Person!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).Select(h => new PostView(h.OrganizationId, h.Title)).ToList(),
        }).SingleOrDefaultAsync();
        if (found is null)
        {
            return false;
        }

        Account = new AccountView(id, found.UserName!, found.Name, Accounts.StateOf(found.IsDisabled, found.LockoutEnd, found.MustChangePassword, now),
            found.MustChangePassword, found.TwoFactorEnabled, found.CodeExpires, found.LockoutEnd, found.Posts, found.Version);
        return true;
    }

    public sealed record AccountView(int Id, string UserName, string Name, AccountState State, bool MustChange, bool TwoFactorEnabled, DateTime? CodeExpires, DateTimeOffset? LockedUntil, IReadOnlyList<PostView> Posts, int Version);
}
