using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>
/// A browser that has signed in here before. Whoever types wrong passwords elsewhere locks the account elsewhere; its holder goes on signing in where he
/// always does. Wrong tries from here count for this browser and this account alone, and lock them after as many as anywhere.
/// </summary>
/// <param name="Accounts">Account → the stamp it had when it signed in: a reset, a new password or a new second factor makes the browser a stranger until the next sign-in.</param>
public sealed record KnownDevice(string Id, IReadOnlyDictionary<int, string> Accounts)
{
    public bool Knows(User? user) => user is not null && Accounts.TryGetValue(user.Id, out var stamp) && stamp == user.SecurityStamp;
}

/// <summary>Where a try comes from.</summary>
/// <param name="Address">Of the network; empty for a step within a session.</param>
/// <param name="Device">Null for a browser that nobody has signed in from.</param>
public sealed record Origin(string Address, KnownDevice? Device = null)
{
    public bool IsKnownTo(User? user) => Device?.Knows(user) == true;

    /// <summary>What wrong tries for this account are counted by.</summary>
    public string SourceFor(User? user) => IsKnownTo(user) ? $"device {Device!.Id}" : Address;
}

/// <summary>Keeps in a sealed cookie which accounts a browser has signed in with; several, because colleagues share a computer.</summary>
/// <param name="cookie">Its name and how far it goes.</param>
public sealed class KnownDevices(IDataProtectionProvider protection, CookieBuilder cookie)
{
    /// <summary>The accounts longest unseen are forgotten first; the cookie stays far below 4,096 bytes.</summary>
    public const int MostAccounts = 12;

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known-device").ToTimeLimitedDataProtector();

    public Origin OriginOf(HttpContext http) => new(http.Connection.RemoteIpAddress?.ToString() ?? "", Of(http));

    /// <summary>The account has just signed in from this browser.</summary>
    public void Remember(HttpContext http, User user)
    {
        var known = Of(http);
        var content = new Content(known?.Id ?? Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            [.. (known?.Accounts ?? new Dictionary<int, string>()).Where(a => a.Key != user.Id).Select(a => new Account(a.Key, a.Value)).Prepend(new Account(user.Id, user.SecurityStamp!)).Take(MostAccounts)]);
        var options = cookie.Build(http);
        options.MaxAge = Lasts;
        http.Response.Cookies.Append(cookie.Name!, _protector.Protect(JsonSerializer.Serialize(content), Lasts), options);
    }

    private KnownDevice? Of(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[cookie.Name!] is { Length: > 0 } seal && JsonSerializer.Deserialize<Content>(_protector.Unprotect(seal)) is { } content
                ? new(content.Id, content.Accounts.ToDictionary(a => a.Id, a => a.Stamp))
                : null;
        }
        catch (CryptographicException)
        {
            return null; // altered, or too old
        }
    }

    private sealed record Content(string Id, IReadOnlyList<Account> Accounts);

    private sealed record Account(int Id, string Stamp);
}
