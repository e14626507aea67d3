using Microsoft.AspNetCore.Identity;

namespace PartyWork.Web.Security;

/// <summary>What Identity says to the user, in the office's language.</summary>
public sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"账号“{userName}”已存在，请换一个。");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "账号只能由字母、数字、点、横线组成。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), PageGuard.Changed);

    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };
}
