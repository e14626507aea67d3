using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Security;

/// <summary>The district's rules for accounts: the settings under Security:Accounts.</summary>
public sealed record AccountRules
{
    public const int WarningDays = 15;

    /// <summary>How long a one-time code opens the account.</summary>
    public int CodeDays { get; init; } = 14;

    /// <summary>After so many days a password must be changed; 0 or less: never.</summary>
    public int PasswordDays { get; init; } = 180;

    /// <summary>The same for district staff and the three administrators.</summary>
    public int StaffPasswordDays { get; init; } = 90;

    /// <summary>Whether district staff and the three administrators need a second factor.</summary>
    public bool RequireTwoFactor { get; init; } = true;

    /// <summary>Rounds of PBKDF2-HMAC-SHA512 in a password's hash.</summary>
    public int HashIterations { get; init; } = 210_000;

    /// <summary>Posts whose account opens the whole district or the system itself: longer passwords, a second factor.</summary>
    public static bool IsPrivileged(PostKind kind) => kind is PostKind.DistrictStaff or PostKind.DistrictLeader || kind.IsAdministrator();

    /// <returns>Days until the password has to be changed, 0 or less when that is due; null when it does not age.</returns>
    public int? DaysLeft(DateTime? setAt, bool privileged, DateTime now)
    {
        var days = privileged ? StaffPasswordDays : PasswordDays;
        return days <= 0 || setAt is not { } at ? null : (int)Math.Ceiling((at.AddDays(days) - now).TotalDays);
    }
}
