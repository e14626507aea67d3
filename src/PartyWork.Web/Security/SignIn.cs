using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

public enum SignInAnswer
{
    Refused,

    /// <summary>The one-time code was the right one, but too late: only who holds the slip learns so.</summary>
    CodeExpired,
    Right,
}

/// <summary>
/// Checks who somebody is. Unknown, disabled, locked, never-activated and known accounts cost the same one hash and get the same answer; each try is on record.
/// </summary>
public sealed class SignIn(PartyWorkDb db, DbLease lease, UserManager<User> users, OneTimeCodes codes, SecondFactor factor, SignInSources sources, TimeProvider clock)
{
    private const int MostRetries = 20;

    private static string? _nobodysHash;

    /// <param name="source">The address the try comes from.</param>
    public async Task<(SignInAnswer Answer, User? User)> CheckAsync(string account, string password, string source)
    {
        var name = users.NormalizeName(account)!;
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name);
        var hasher = users.PasswordHasher;
        var hash = user?.PasswordHash;
        var verified = hasher.VerifyHashedPassword(user ?? new User(), hash ?? (_nobodysHash ??= hasher.HashPassword(new User(), Guid.NewGuid().ToString())), password);
        var byCode = user is not null && codes.Fits(user.CodeSeal, name, password);
        var right = byCode || (hash is not null && verified is not PasswordVerificationResult.Failed);
        if (user is null || !right || user.IsDisabled || user.IsLocked(clock.GetUtcNow()) || sources.Refuses(source, name))
        {
            await FailAsync(account, user, source, right);
            return (SignInAnswer.Refused, null);
        }

        if (byCode && user.CodeExpires <= clock.GetUtcNow().UtcDateTime)
        {
            lease.Notes.Add(new AuditNote(nameof(User), account, "一次性码已过期"));
            await db.SaveChangesAsync();
            return (SignInAnswer.CodeExpired, null);
        }

        if (!user.TwoFactorEnabled) // else a known password would wipe away wrong second factors
        {
            sources.Succeeded(source, name);
            user.ForgetFailures();
        }

        if (verified is PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = hasher.HashPassword(user, password);
        }

        return (SignInAnswer.Right, user);
    }

    /// <summary>The second factor of somebody whose password was right; five wrong ones lock like wrong passwords.</summary>
    public async Task<bool> CheckSecondAsync(User user, string code, string source)
    {
        if (!user.IsLocked(clock.GetUtcNow()) && !sources.Refuses(source, user.NormalizedUserName!) && factor.Takes(user, code))
        {
            sources.Succeeded(source, user.NormalizedUserName!);
            user.ForgetFailures();
            return true;
        }

        await FailAsync(user.UserName!, user, source, false);
        return false;
    }

    /// <param name="right">A right password that was refused is no guess, and counts for nothing.</param>
    private async Task FailAsync(string account, User? user, string source, bool right)
    {
        var name = users.NormalizeName(account)!;
        var locked = user?.IsLocked(clock.GetUtcNow()) == true || sources.Refuses(source, name);
        lease.Notes.Add(new AuditNote(nameof(User), account, locked ? "登录被拒（锁定中）" : "登录失败"));
        var mayLock = sources.MayLock(source);
        var counts = user is { IsDisabled: false } && !locked && !right && mayLock;
        if (!locked && !right && !mayLock)
        {
            sources.Failed(source, name);
        }

        for (var retry = 0; ; retry++)
        {
            var locks = counts && user!.CountFailure(clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync();
                if (locks)
                {
                    sources.HasLocked(source);
                }

                return;
            }
            catch (DbUpdateConcurrencyException) when (user is not null && retry < MostRetries)
            {
                await db.Entry(user).ReloadAsync(); // of many tries at once each one counts
                counts &= !user.IsLocked(clock.GetUtcNow());
            }
        }
    }
}
