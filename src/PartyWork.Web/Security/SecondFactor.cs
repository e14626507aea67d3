using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>双因素验证: the authenticator's key at rest, its codes, and the recovery codes for a lost telephone.</summary>
public sealed class SecondFactor(IDataProtectionProvider protection, OneTimeCodes sealing, TimeProvider clock)
{
    private const int RecoveryCodes = 8, RecoveryLength = 10;
    private const string RecoveryCharacters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly IDataProtector _seal = protection.CreateProtector("second-factor");

    public string Seal(string key) => _seal.Protect(key);

    /// <returns>Null when the seal was not made here.</returns>
    public string? Open(string? sealedKey)
    {
        try
        {
            return sealedKey is null ? null : _seal.Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public long? StepOf(string key, string code) => Totp.StepOf(key, code, clock.GetUtcNow());

    /// <summary>Takes an authenticator's code or a recovery code, either of them once.</summary>
    public bool Takes(User user, string code) =>
        (Open(user.AuthenticatorKey) is { } key && StepOf(key, code) is { } step && user.UseStep(step)) || user.UseRecoveryCode(SealOf(user, code));

    /// <summary>New recovery codes: to be shown once, and what is stored of them. 49 random bits each, and few tries; the keyed seal cannot be tried out on a stolen database.</summary>
    public (IReadOnlyList<string> Codes, IEnumerable<string> Seals) NewRecoveryCodes(User user)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(RecoveryCharacters, RecoveryLength).Insert(RecoveryLength / 2, "-")).ToList();
        return (codes, codes.Select(c => SealOf(user, c)));
    }

    private string SealOf(User user, string code) => sealing.Seal($"恢复码{user.Id}", code);
}
