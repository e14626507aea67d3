using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>
/// 双因素验证: scanning the key and proving it, new recovery codes, switching off where it is not required. What can open the account with a second factor
/// asks for one first.
/// </summary>
public sealed class TwoFactorModel(PartyWorkDb db, SecondFactor factor, SignIn signIn, Session session, CurrentUser current, AccountRules rules) : WorkPage
{
    /// <summary>The sealed key that the page shows until a code has proved it.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    [BindProperty, Display(Name = "验证码"), Required(ErrorMessage = "请填写验证码。"), StringLength(20, ErrorMessage = "验证码不超过20位。")]
    public string Code { get; set; } = "";

    public bool IsEnabled { get; private set; }
    public int CodesLeft { get; private set; }
    public string Key { get; private set; } = "";
    public QrCode? Qr { get; private set; }
    public bool IsRequired => rules.RequireTwoFactor && current.Account!.IsPrivileged;

    /// <summary>Shown in the answer that made them and nowhere else.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    [Needs(Act.OwnWork)]
    public async Task OnGetAsync() => Load(await UserAsync());

    [Needs(Act.OwnWork)]
    public Task<IActionResult> OnPostEnableAsync() => ActAsync("开启双因素验证", user =>
    {
        Rule.Require(factor.Open(Sealed) is not null, "页面已过期，请扫描下面新的二维码。");
        var step = factor.StepOf(factor.Open(Sealed)!, Code);
        Rule.Require(step is not null, "验证码不正确。请确认手机时间是自动校准的，等换了新的6位数再填。");
        var (codes, seals) = factor.NewRecoveryCodes(user);
        user.TakeSecondFactor(Sealed!, step!.Value, seals);
        RecoveryCodes = codes;
        return Task.CompletedTask;
    });

    [Needs(Act.OwnWork)]
    public Task<IActionResult> OnPostCodesAsync() => ActAsync("更换恢复码", async user =>
    {
        await RequireCodeAsync(user);
        var (codes, seals) = factor.NewRecoveryCodes(user);
        user.TakeRecoveryCodes(seals);
        RecoveryCodes = codes;
    });

    [Needs(Act.OwnWork)]
    public Task<IActionResult> OnPostDisableAsync() => ActAsync("关闭双因素验证", async user =>
    {
        Rule.Require(!IsRequired, "组织部工作人员和三类管理员必须使用双因素验证，不能关闭。更换手机的，请由安全管理员重置。");
        await RequireCodeAsync(user);
        user.DropSecondFactor();
    });

    private Task<User> UserAsync() => db.Users.SingleAsync(u => u.Id == current.UserId);

    private async Task RequireCodeAsync(User user)
    {
        Rule.Require(user.TwoFactorEnabled, "双因素验证没有开启。");
        Rule.Require(await signIn.CheckSecondAsync(user, Code, new Origin("")), "验证码不正确或已用过；请等手机上换了新的6位数再填。");
    }

    private async Task<IActionResult> ActAsync(string act, Func<User, Task> change)
    {
        var user = await UserAsync();
        if (!ModelState.IsValid)
        {
            Load(user);
            return Page();
        }

        return await TryAsync(db, async () =>
        {
            await change(user);
            db.Lease.Notes.Add(new AuditNote(nameof(User), user.Id.ToString(CultureInfo.InvariantCulture), act));
            await session.BeginAsync(HttpContext, user, current.Post?.HoldingId);
            if (RecoveryCodes.Count > 0)
            {
                ModelState.Clear();
                return Page();
            }

            Tell("双因素验证已关闭。");
            return Redirect("/account/security");
        }, async () =>
        {
            Load(await UserAsync());
            return Page();
        });
    }

    private void Load(User user)
    {
        (IsEnabled, CodesLeft) = (user.TwoFactorEnabled, user.RecoveryCodesLeft);
        if (!IsEnabled)
        {
            Key = factor.Open(Sealed) ?? Totp.NewKey();
            ModelState.Remove(nameof(Sealed));
            Sealed = factor.Seal(Key);
            Qr = QrCode.Of(Totp.Address(Key, current.Tree.Place + "党建工作平台", user.UserName!));
        }
    }
}
