using System.Globalization;
using Microsoft.AspNetCore.Identity;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>
/// 账号 of one person. What it may do follows from the person's posts, read at every request. Whatever changes how one signs in
/// changes the stamp too, and with it ends every session that was begun before.
/// </summary>
public sealed class User : IdentityUser<int>, IAudited
{
    public const int MostFailures = 5, PasswordsRemembered = 3;

    /// <summary>So many wrong tries within this time lock the account for as long.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public int? PersonId { get; set; }
    public Person? Person { get; set; }
    public bool MustChangePassword { get; set; }
    public bool IsDisabled { get; private set; }

    /// <summary>A published account of the demo district: no first change, no longer password, no second factor. Production serves no database that has one.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Seal of the one-time code while one is open; then there is no password.</summary>
    public string? CodeSeal { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? CodeExpires { get; private set; }

    /// <summary>When its holder first chose a password, UTC; null: never activated.</summary>
    public DateTime? ActivatedAt { get; private set; }

    /// <summary>UTC; null for accounts that do not age.</summary>
    public DateTime? PasswordSetAt { get; private set; }

    /// <summary>Hashes of the latest passwords, one a line, newest first.</summary>
    public string PasswordHistory { get; private set; } = "";

    /// <summary>The authenticator's key, sealed by data protection.</summary>
    public string? AuthenticatorKey { get; private set; }

    /// <summary>The 30-second step of the last code that was taken: a code counts once.</summary>
    public long LastTotpStep { get; private set; }

    /// <summary>Hashes of the recovery codes that are left, one a line.</summary>
    public string RecoveryCodes { get; private set; } = "";

    /// <summary>The first of the wrong tries now being counted, UTC.</summary>
    public DateTime? FailingSince { get; private set; }

    public IEnumerable<string> PriorPasswords => PasswordHistory.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool IsLocked(DateTimeOffset now) => LockoutEnd > now;

    public int RecoveryCodesLeft => RecoveryCodes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>A one-time code instead of a password; what was the password opens nothing any more.</summary>
    public void GiveCode(string seal, DateTime expires)
    {
        (CodeSeal, CodeExpires, PasswordHash, MustChangePassword) = (seal, expires, null, true);
        Unlock();
        EndSessions();
    }

    public void TakePassword(string hash, DateTime now)
    {
        PasswordHistory = string.Join('\n', PriorPasswords.Prepend(hash).Take(PasswordsRemembered));
        (PasswordHash, PasswordSetAt, CodeSeal, CodeExpires, MustChangePassword) = (hash, now, null, null, false);
        ActivatedAt ??= now;
        EndSessions();
    }

    public void Disable()
    {
        Rule.Require(!IsDisabled, "该账号已经停用。");
        IsDisabled = true;
        EndSessions();
    }

    public void Enable()
    {
        Rule.Require(IsDisabled, "该账号没有停用。");
        IsDisabled = false;
    }

    /// <returns>True when this was the try that locked the account.</returns>
    public bool CountFailure(DateTimeOffset now)
    {
        if (FailingSince is null || now.UtcDateTime - FailingSince >= LockedFor)
        {
            (FailingSince, AccessFailedCount) = (now.UtcDateTime, 0);
        }

        if (++AccessFailedCount < MostFailures)
        {
            return false;
        }

        (AccessFailedCount, FailingSince, LockoutEnd) = (0, null, now + LockedFor);
        return true;
    }

    public void ForgetFailures() => (AccessFailedCount, FailingSince) = (0, null);

    public void Unlock()
    {
        ForgetFailures();
        LockoutEnd = null;
    }

    public void TakeSecondFactor(string sealedKey, long step, IEnumerable<string> recoverySeals)
    {
        Rule.Require(!TwoFactorEnabled, "双因素验证已经开启。");
        (AuthenticatorKey, TwoFactorEnabled) = (sealedKey, true);
        UseStep(step);
        TakeRecoveryCodes(recoverySeals);
        EndSessions();
    }

    public void TakeRecoveryCodes(IEnumerable<string> seals) => RecoveryCodes = string.Join('\n', seals);

    public void DropSecondFactor()
    {
        Rule.Require(TwoFactorEnabled, "该账号没有开启双因素验证。");
        (AuthenticatorKey, TwoFactorEnabled, RecoveryCodes) = (null, false, "");
        EndSessions();
    }

    /// <returns>False when this code, or a later one, has been taken before.</returns>
    public bool UseStep(long step)
    {
        if (step <= LastTotpStep)
        {
            return false;
        }

        LastTotpStep = step;
        return true;
    }

    /// <returns>False when it is none of those left.</returns>
    public bool UseRecoveryCode(string seal)
    {
        var left = RecoveryCodes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        RecoveryCodes = string.Join('\n', left.Where(s => s != seal));
        return left.Contains(seal);
    }

    private void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
}

/// <summary>登录: one browser that is signed in. It lives while its stamp is the account's, and no longer than the longest session.</summary>
public sealed class UserSession
{
    public const int DeviceMaxLength = 60;

    public Guid Id { get; init; } = Guid.NewGuid();
    public int UserId { get; init; }
    public User User { get; init; } = null!;
    public string Stamp { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime Began { get; init; }

    /// <summary>UTC, to within some minutes.</summary>
    public DateTime LastSeen { get; set; }

    /// <summary>The browser in the user's words, e.g. Windows 电脑，Edge 浏览器.</summary>
    public string Device { get; init; } = "";
}
/// <summary>Counts changes, so that every node of the program knows when what it keeps in memory is stale.</summary>
public sealed class TreeStamp
{
    public int Id { get; set; }

    /// <summary>Of the organisation tree.</summary>
    public int Version { get; set; }

    /// <summary>Of anything that somebody may have to do something about.</summary>
    public int Work { get; set; }
}

/// <summary>The district's settings that are neither a year's scheme nor a secret.</summary>
public sealed class Setting
{
    public const string DemoOffsetMinutes = "demo.offset.minutes";

    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>A workbook between its preview and its import.</summary>
public sealed class Upload
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public string FileName { get; set; } = "";
    public byte[] Content { get; set; } = [];
    public DateTime At { get; set; }
}
