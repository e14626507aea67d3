using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>A new password; it ends every other session of the account.</summary>
public sealed class PasswordModel(UserManager<User> users, DbLease lease, CurrentUser current) : PageModel
{
    [BindProperty, Display(Name = "原密码"), Required(ErrorMessage = "请填写原密码。")]
    public string Current { get; set; } = "";

    [BindProperty, Display(Name = "新密码"), Required(ErrorMessage = "请填写新密码。"), StringLength(100)]
    public string New { get; set; } = "";

    [BindProperty, Display(Name = "再输入一次新密码"), Compare(nameof(New), ErrorMessage = "两次输入的新密码不一致。")]
    public string Again { get; set; } = "";

    [Needs(Act.OwnWork)]
    public void OnGet()
    {
    }

    [Needs(Act.OwnWork)]
    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByIdAsync(current.UserId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!ModelState.IsValid || user is null)
        {
            return Page();
        }

        user.MustChangePassword = false;
        lease.Notes.Add(new AuditNote(nameof(User), user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "修改密码"));
        var changed = await users.ChangePasswordAsync(user, Current, New);
        if (!changed.Succeeded)
        {
            foreach (var error in changed.Errors)
            {
                ModelState.AddModelError("", error.Description);
            }

            lease.Notes.Clear();
            return Page();
        }

        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, Session.Principal(user.Id, user.SecurityStamp!, current.Post?.HoldingId));
        TempData[PageGuard.Message] = "密码已修改，其他地方的登录已退出。";
        return Redirect("/");
    }
}
