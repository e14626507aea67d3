using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PartyWork.Web.Security;

/// <summary>What was typed when the session had ended, carried through the sign-in page and back, sealed against tampering.</summary>
public sealed record HeldForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string Key = "held-form";
    public const long MaxBytes = 512 * 1024;

    public static HeldForm Of(string path, IFormCollection form) => new(path,
        [.. form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]);

    public string Seal(IDataProtectionProvider protection) => Protector(protection).Protect(JsonSerializer.Serialize(this), Session.Longest);

    public static HeldForm? Open(IDataProtectionProvider protection, string seal)
    {
        try
        {
            return JsonSerializer.Deserialize<HeldForm>(Protector(protection).Unprotect(seal));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // altered or too old: the user signs in without it
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector(Key).ToTimeLimitedDataProtector();
}
