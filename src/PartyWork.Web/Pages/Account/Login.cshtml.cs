using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>Signing in, in one step or two; what was typed when a session had ended comes along and is submitted afterwards.</summary>
[AllowAnonymous]
public sealed class LoginModel(PartyWorkDb db, DbLease lease, SignIn signIn, Session session, KnownDevices devices, IDataProtectionProvider protection, IHostEnvironment environment) : PageModel
{
    private const string Wrong = "账号或密码不正确；连续错5次将锁定15分钟。忘记密码请联系上级党组织干事或安全管理员重置。";

    [BindProperty, Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(50)]
    public string UserName { get; set; } = "";

    [BindProperty, Display(Name = "密码"), Required(ErrorMessage = "请填写密码。"), StringLength(PasswordRules.Longest)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The sealed form that met an ended session.</summary>
    [BindProperty]
    public string? Held { get; set; }

    /// <summary>Sealed: whose password was right. Set while the second factor is asked for.</summary>
    [BindProperty]
    public string? Passed { get; set; }

    /// <summary>The held form, opened again after signing in.</summary>
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
            return await AgainAsync(null);
        }

        var (answer, user) = await signIn.CheckAsync(UserName, Password, devices.OriginOf(HttpContext));
        if (user is null)
        {
            return await AgainAsync(answer is SignInAnswer.CodeExpired ? "一次性码已过期，请联系发放人重发。" : Wrong);
        }

        if (!user.TwoFactorEnabled)
        {
            return await EnterAnywayAsync(user);
        }

        await db.SaveChangesAsync();
        Passed = SecondStep.Seal(protection, user);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync(string? code)
    {
        ModelState.Clear();
        if (SecondStep.Open(protection, Passed) is not { } passed || await db.Users.SingleOrDefaultAsync(u => u.Id == passed.UserId && u.SecurityStamp == passed.Stamp && !u.IsDisabled) is not { } user)
        {
            Passed = null;
            return await AgainAsync("验证超时，请重新填写账号和密码。");
        }

        try
        {
            if (await signIn.CheckSecondAsync(user, code ?? "", devices.OriginOf(HttpContext)))
            {
                return await EnterAsync(user);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // the same code at the same moment: the other one took it
        }

        ModelState.AddModelError("", "验证码不正确或已用过；请等手机上换了新的6位数再填。连续错5次将锁定15分钟。");
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string userName)
    {
        await LoadDemoAsync();
        var user = Demo.Any(d => d.UserName == userName) ? await db.Users.SingleOrDefaultAsync(u => u.UserName == userName) : null;
        return user is null ? NotFound() : await EnterAnywayAsync(user);
    }

    private async Task<IActionResult> AgainAsync(string? error)
    {
        if (error is not null)
        {
            ModelState.AddModelError("", error);
        }

        await LoadDemoAsync();
        return Page();
    }

    /// <summary>The button pressed twice is two sign-ins at once: what the first one counted or cleared away is not in the way of the second.</summary>
    private async Task<IActionResult> EnterAnywayAsync(User user)
    {
        try
        {
            return await EnterAsync(user);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            lease.Notes.Clear();
            return await EnterAsync(await db.Users.SingleAsync(u => u.Id == user.Id));
        }
    }

    private async Task<IActionResult> EnterAsync(User user)
    {
        lease.UserId = user.Id;
        lease.Notes.Add(new AuditNote(nameof(User), user.UserName!, "登录"));
        var principal = await session.BeginAsync(HttpContext, user);
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
            var titles = await db.Users.Where(u => DemoAccounts.Names.Contains(u.UserName!) && u.IsDemo)
                .Select(u => new { u.UserName, u.Person!.Name, Title = u.Person.Holdings.Where(h => h.To == null).OrderBy(h => h.Kind).Select(h => h.Title).FirstOrDefault() })
                .ToListAsync();
            Demo = [.. titles.OrderBy(t => Array.IndexOf(DemoAccounts.Names, t.UserName)).Select(t => (t.UserName!, t.Name, t.Title ?? "无在任职务"))];
        }
    }
}
