using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>What the demo's register files share: who enters a record, on which day, and that nothing lies after the day the demo stops on.</summary>
public sealed class DemoRegisters(PartyWorkDb db, OrgTree tree, int year, DateOnly today)
{
    private readonly Dictionary<string, OrgNode> _byCode = tree.InOrder.ToDictionary(n => n.Code);
    private Dictionary<(int, PostKind), Actor> _holders = [];

    public OrgTree Tree => tree;
    public DateOnly Today => today;
    public int Year => year;

    public async Task LoadAsync()
    {
        _holders = (await db.PostHoldings.Where(h => h.To == null).OrderBy(h => h.Id).Select(h => new { h.OrganizationId, h.Kind, h.PersonId, h.Person.Name, h.Title }).ToListAsync())
            .GroupBy(h => (h.OrganizationId, h.Kind)).ToDictionary(g => g.Key, g => new Actor(g.First().PersonId, g.First().Name, g.First().Title));
        new DemoCommunity(this).Add(db);
        new DemoCampaigns(this).Add(db);
        new DemoAssessments(this).Add(db);
        new DemoMeetings(this, await db.Organizations.ToDictionaryAsync(o => o.Id, o => o.MemberCount)).Add(db);
        await db.SaveChangesAsync();
    }

    public OrgNode this[string code] => _byCode[code];

    public Actor? Who(OrgNode node, PostKind kind) => _holders.GetValueOrDefault((node.Id, kind));

    /// <summary>The clerk, where there is none the secretary; of the district, its staff.</summary>
    public Actor Clerk(OrgNode node) => Who(node, PostKind.Officer) ?? Who(node, PostKind.Secretary) ?? Who(node, PostKind.Deputy) ?? Who(tree.District!, PostKind.DistrictStaff)!;

    /// <summary>05-20 of the year of a row (0: the demo's, -1: the one before), or -3.05-20 with the year in front; null for nothing.</summary>
    public DateOnly? Day(string text, string of = "0") => text.Length == 0 ? null
        : text.Split('.') is [var back, var day] ? Day(day, back)
        : DateOnly.ParseExact($"{year + int.Parse(of, CultureInfo.InvariantCulture)}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Enters the record for its organisation, with its lines; later acts on it are entered again.</summary>
    /// <param name="by">Whose clerk enters it; null: its own.</param>
    /// <returns>False: its day is after the demo's.</returns>
    public bool Enter(RegisterRecord record, OrgNode of, DateOnly on, IEnumerable<RegisterDetail>? lines = null, OrgNode? by = null)
    {
        if (record.On > today)
        {
            return false;
        }

        record.OrganizationId = of.Id;
        foreach (var line in lines ?? [])
        {
            line.OrganizationId = of.Id;
        }

        record.Enter(Clerk(by ?? of), Earlier(on));
        return true;
    }

    public DateOnly Earlier(DateOnly day) => day < today ? day : today;

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static int? Maybe(string text) => text.Length == 0 ? null : Number(text);

    /// <summary>Yuan as written in the files.</summary>
    public static long? Fen(string yuan) => yuan.Length == 0 ? null : 100L * Number(yuan);

    /// <summary>Several words between bars are one set of flags.</summary>
    public static T Flags<T>(string words) where T : struct, Enum =>
        (T)Enum.ToObject(typeof(T), words.Split('|').Aggregate(0, (all, word) => all | Convert.ToInt32(Words.Parse<T>(word)!.Value, CultureInfo.InvariantCulture)));
}
