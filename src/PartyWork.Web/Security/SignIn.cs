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
public sealed class SignIn(PartyWorkDb db, DbLease lease, UserManager<User> users, OneTimeCodes codes, SecondFactor factor, SignInSources sources, StandInHash standIn, TimeProvider clock)
{
    private const int MostRetries = 20;

    public async Task<(SignInAnswer Answer, User? User)> CheckAsync(string account, string password, Origin from)
    {
        var name = users.NormalizeName(account)!;
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name);
        var hasher = users.PasswordHasher;
        var hash = user?.PasswordHash;
        var verified = hasher.VerifyHashedPassword(user ?? new User(), hash ?? standIn.Of(hasher), password);
        var byCode = user is not null && codes.Fits(user.CodeSeal, name, password);
        var right = byCode || (hash is not null && verified is not PasswordVerificationResult.Failed);
        if (user is null || !right || user.IsDisabled || IsLocked(user, name, from))
        {
            await FailAsync(account, user, from, right);
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
            sources.Succeeded(from.SourceFor(user), name);
            user.ForgetFailures();
        }

        if (verified is PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = hasher.HashPassword(user, password);
        }

        return (SignInAnswer.Right, user);
    }

    /// <summary>The second factor of somebody whose password was right; five wrong ones lock like wrong passwords.</summary>
    public async Task<bool> CheckSecondAsync(User user, string code, Origin from)
    {
        if (!IsLocked(user, user.NormalizedUserName!, from) && factor.Takes(user, code))
        {
            sources.Succeeded(from.SourceFor(user), user.NormalizedUserName!);
            user.ForgetFailures();
            return true;
        }

        await FailAsync(user.UserName!, user, from, false);
        return false;
    }

    /// <summary>Locked for everybody, but not for a browser that the account is used from; or locked for where this comes from alone.</summary>
    private bool IsLocked(User? user, string name, Origin from) =>
        (!from.IsKnownTo(user) && user?.IsLocked(clock.GetUtcNow()) == true) || sources.Refuses(from.SourceFor(user), name);

    /// <param name="right">A right password that was refused is no guess, and counts for nothing.</param>
    private async Task FailAsync(string account, User? user, Origin from, bool right)
    {
        var name = users.NormalizeName(account)!;
        var (locked, source) = (IsLocked(user, name, from), from.SourceFor(user));
        lease.Notes.Add(new AuditNote(nameof(User), account, locked ? "登录被拒（锁定中）" : "登录失败"));
        var mayLock = !from.IsKnownTo(user) && sources.MayLock(source);
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
