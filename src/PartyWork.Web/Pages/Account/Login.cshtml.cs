using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>Signing in; what was typed when a session had ended comes along and is submitted afterwards.</summary>
[AllowAnonymous, EnableRateLimiting("sign-in")]
public sealed class LoginModel(PartyWorkDb db, DbLease lease, UserManager<User> users, IDataProtectionProvider protection, IHostEnvironment environment) : PageModel
{
    [BindProperty, Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(50)]
    public string UserName { get; set; } = "";

    [BindProperty, Display(Name = "密码"), Required(ErrorMessage = "请填写密码。"), StringLength(100)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The sealed form that met an ended session.</summary>
    [BindProperty]
    public string? Held { get; set; }

    /// <summary>The same, opened again after signing in.</summary>
    public HeldForm? Continued { get; private set; }

    public IReadOnlyList<(string UserName, string Name, string Title)> Demo { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (HttpContext.Items[HeldForm.Key] is HeldForm held)
        {
            Held = held.Seal(protection);
        }

        await LoadDemoAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await LoadDemoAsync();
            return Page();
        }

        var user = await users.FindByNameAsync(UserName);
        if (user is null)
        {
            users.PasswordHasher.HashPassword(new User(), Password); // as slow as a real check: the answer's time tells nothing
        }

        var locked = user is not null && await users.IsLockedOutAsync(user);
        if (user is null || locked || user.IsDisabled || !await users.CheckPasswordAsync(user, Password))
        {
            lease.Notes.Add(new AuditNote(nameof(User), UserName, locked ? "登录被拒（锁定中）" : "登录失败"));
            if (user is not null && !locked && !user.IsDisabled)
            {
                await users.AccessFailedAsync(user);
            }

            await db.SaveChangesAsync();
            ModelState.AddModelError("", "账号或密码不正确；连续错5次将锁定15分钟。忘记密码请联系安全管理员重置。");
            await LoadDemoAsync();
            return Page();
        }

        if (user.AccessFailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        return await EnterAsync(user);
    }

    public async Task<IActionResult> OnPostDemoAsync(string userName)
    {
        await LoadDemoAsync();
        var user = Demo.Any(d => d.UserName == userName) ? await users.FindByNameAsync(userName) : null;
        return user is null ? NotFound() : await EnterAsync(user);
    }

    private async Task<IActionResult> EnterAsync(User user)
    {
        lease.UserId = user.Id;
        lease.Notes.Add(new AuditNote(nameof(User), user.UserName!, "登录"));
        await db.SaveChangesAsync();
        var principal = Session.Principal(user.Id, user.SecurityStamp!, null);
        await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        if (Held is not null && HeldForm.Open(protection, Held) is { } held)
        {
            // Given back in this very answer, with a token for the one who has just signed in: a quarter's form is too big for a cookie.
            (HttpContext.User, Continued) = (principal, held);
            return Page();
        }

        return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect("/");
    }

    private async Task LoadDemoAsync()
    {
        if (environment.IsDevelopment())
        {
            var titles = await db.Users.Where(u => DemoAccounts.Names.Contains(u.UserName!))
                .Select(u => new { u.UserName, u.Person!.Name, Title = u.Person.Holdings.Where(h => h.To == null).OrderBy(h => h.Kind).Select(h => h.Title).FirstOrDefault() })
                .ToListAsync();
            Demo = [.. titles.OrderBy(t => Array.IndexOf(DemoAccounts.Names, t.UserName)).Select(t => (t.UserName!, t.Name, t.Title ?? "无在任职务"))];
        }
    }
}
