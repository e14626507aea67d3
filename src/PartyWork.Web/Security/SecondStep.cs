using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>Between the password and the second factor: whose password was right, sealed into the page for some minutes, and void once the stamp has changed.</summary>
public sealed record SecondStep(int UserId, string Stamp)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public static string Seal(IDataProtectionProvider protection, User user) => Protector(protection).Protect(JsonSerializer.Serialize(new SecondStep(user.Id, user.SecurityStamp!)), Lasts);

    public static SecondStep? Open(IDataProtectionProvider protection, string? seal)
    {
        try
        {
            return seal is null ? null : JsonSerializer.Deserialize<SecondStep>(Protector(protection).Unprotect(seal));
        }
        catch (CryptographicException)
        {
            return null; // altered or too late
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("second-step").ToTimeLimitedDataProtector();
}
