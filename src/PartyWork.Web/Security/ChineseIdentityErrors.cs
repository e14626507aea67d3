using Microsoft.AspNetCore.Identity;

namespace PartyWork.Web.Security;

/// <summary>What Identity says to the user, in the office's language.</summary>
public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"新密码至少{length}位。");

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "新密码应包含数字。");

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "新密码应包含小写字母。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "原密码不正确。");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"账号“{userName}”已存在，请换一个。");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "账号只能由字母、数字、点、横线组成。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), PageGuard.Changed);

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}
