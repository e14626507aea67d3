using System.Security.Cryptography;

namespace PartyWork.Web;

/// <summary>One-time passwords that can be read out on the telephone: no letters that look alike.</summary>
public static class Passwords
{
    public static string OneTime() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 5) + "-" + RandomNumberGenerator.GetString("23456789", 5);
}
