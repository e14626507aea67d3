using System.Security.Cryptography;
using System.Text;

namespace PartyWork.Web.Security;

/// <summary>
/// One-time codes as they stand on a slip: twelve characters without look-alikes, read out or typed with or without hyphens. 59 random bits cannot be
/// tried out over the net, and the keyed seal cannot be tried out on a stolen database; so 2,000 of them cost no time, unlike hashes of passwords.
/// </summary>
public sealed class OneTimeCodes(byte[] key)
{
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12, Group = 4;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.ASCII.GetBytes("one-time codes"));

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Characters, Length).Chunk(Group).Select(g => new string(g)));

    /// <summary>What is stored: it fits this account only.</summary>
    public string Seal(string account, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{account.ToUpperInvariant()}:{Plain(code)}")));

    /// <summary>What is stored of the code on a survey's slip, by which it is found again.</summary>
    public string SealOfSlip(string code) => Seal("测评", code);

    public bool Fits(string? seal, string account, string code) =>
        seal is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(seal), Encoding.ASCII.GetBytes(Seal(account, code)));

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
