using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>A new password; it ends every other session of the account. Who came in by a one-time code has none yet and is not asked for one.</summary>
public sealed class PasswordModel(PartyWorkDb db, IPasswordHasher<User> hasher, Session session, CurrentUser current, TimeProvider clock) : WorkPage
{
    [BindProperty, Display(Name = "原密码"), StringLength(PasswordRules.Longest)]
    public string? Current { get; set; }

    [BindProperty, Display(Name = "新密码"), Required(ErrorMessage = "请填写新密码。")]
    public string New { get; set; } = "";

    [BindProperty, Display(Name = "再输入一次新密码"), Compare(nameof(New), ErrorMessage = "两次输入的新密码不一致。")]
    public string Again { get; set; } = "";

    public bool HasPassword { get; private set; } = true;
    public int Shortest => current.Account!.IsPrivileged ? PasswordRules.ShortestOfStaff : PasswordRules.Shortest;

    [Needs(Act.OwnWork)]
    public async Task OnGetAsync() => HasPassword = await db.Users.AnyAsync(u => u.Id == current.UserId && u.PasswordHash != null);

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostAsync()
    {
        var user = await db.Users.SingleAsync(u => u.Id == current.UserId);
        HasPassword = user.PasswordHash is not null;
        return !ModelState.IsValid ? Page() : await TryAsync(db, () => ChangeAsync(user), () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task<IActionResult> ChangeAsync(User user)
    {
        var now = clock.GetUtcNow();
        if (user.PasswordHash is { } hash)
        {
            Rule.Require(!user.IsLocked(now), "输错次数太多，请15分钟后再试。");
            if (hasher.VerifyHashedPassword(user, hash, Current ?? "") is PasswordVerificationResult.Failed)
            {
                user.CountFailure(now); // an unattended screen is no place to guess either
                db.Lease.Notes.Add(new AuditNote(nameof(User), user.UserName!, "修改密码时原密码不正确"));
                await db.SaveChangesAsync();
                throw new BrokenRuleException("原密码不正确。");
            }
        }

        var refusal = PasswordRules.Refusal(New, user.UserName!, current.Account!.IsPrivileged);
        Rule.Require(refusal is null, refusal ?? "");
        Rule.Require(!Known(user).Any(h => hasher.VerifyHashedPassword(user, h, New) is not PasswordVerificationResult.Failed), $"新密码不能与最近{Data.User.PasswordsRemembered}次用过的相同，请换一个。");
        user.TakePassword(hasher.HashPassword(user, New), now.UtcDateTime);
        db.Lease.Notes.Add(new AuditNote(nameof(User), user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "修改密码"));
        await session.BeginAsync(HttpContext, user, current.Post?.HoldingId);
        Tell("密码已修改，其他地方的登录已退出。");
        return Redirect("/");
    }

    private static IEnumerable<string> Known(User user) => user.PasswordHash is { } hash ? user.PriorPasswords.Append(hash).Distinct() : user.PriorPasswords;
}
