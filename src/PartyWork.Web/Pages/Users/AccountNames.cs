using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Users;

/// <summary>Account names: initials of the organisation and of the person, with a number where that is taken: wmsq.zjg, wmsq.zjg2.</summary>
public sealed class AccountNames
{
    private const int LongestOrganization = 12, LongestPerson = 10;

    private readonly HashSet<string> _taken;

    private AccountNames(IEnumerable<string> taken) => _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    public static async Task<AccountNames> ReadAsync(PartyWorkDb db) => new(await db.Users.Select(u => u.UserName!).ToListAsync());

    /// <summary>The next free name; it counts as taken from now on.</summary>
    public string Next(string organization, string person)
    {
        var name = $"{Initials(organization, LongestOrganization)}.{Initials(person, LongestPerson)}".Trim('.');
        var free = _taken.Contains(name) || name.Length < NewModel.ShortestName ? Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{name}{n}").First(n => n.Length >= NewModel.ShortestName && !_taken.Contains(n)) : name;
        _taken.Add(free);
        return free;
    }

    private static string Initials(string text, int longest) => string.Concat(Pinyin.Initials(text).ToLowerInvariant().Take(longest));
}
