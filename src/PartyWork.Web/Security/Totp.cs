using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PartyWork.Web.Security;

/// <summary>Six digits that an authenticator shows for 30 seconds (RFC 6238), by the clock it is given.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30, Digits = 6, Tolerated = 1, KeyBytes = 20;

    /// <summary>A new key in the letters that authenticators take.</summary>
    public static string NewKey()
    {
        var bits = string.Concat(RandomNumberGenerator.GetBytes(KeyBytes).Select(b => b.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five), 2)]));
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(string key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={Seconds}";

    /// <returns>The step that the code belongs to, one before and one after tolerated; null when it is wrong.</returns>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        var step = now.ToUnixTimeSeconds() / Seconds;
        for (var s = step - Tolerated; s <= step + Tolerated; s++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(typed), System.Text.Encoding.UTF8.GetBytes(CodeAt(key, s))))
            {
                return s;
            }
        }

        return null;
    }

    public static string CodeAt(string key, DateTimeOffset now) => CodeAt(key, now.ToUnixTimeSeconds() / Seconds);

    private static string CodeAt(string key, long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // HMAC-SHA1 is what the authenticators compute
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Select(c => Base32.IndexOf(c, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
