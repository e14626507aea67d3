using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>What the demo's register files with a form of their own share: who enters a record, on which day, and that nothing lies after the day the demo stops on.</summary>
public sealed class DemoRegisters(PartyWorkDb db, DemoRecords records, OrgTree tree, int year, DateOnly today)
{
    public OrgTree Tree => tree;
    public DateOnly Today => today;
    public int Year => year;

    public async Task LoadAsync()
    {
        new DemoCommunity(this).Add(db);
        new DemoCampaigns(this).Add(db);
        new DemoMeetings(this, await db.Organizations.ToDictionaryAsync(o => o.Id, o => o.MemberCount)).Add(db);
        await db.SaveChangesAsync();
    }

    public OrgNode this[string code] => records.Nodes[code];

    /// <summary>Who leads it; where the post is vacant, who enters for it.</summary>
    public Actor Head(OrgNode node) => records.Find(node.Id, PostKind.Secretary) ?? Clerk(node);

    /// <summary>The clerk, where there is none the secretary; of the district, its staff.</summary>
    public Actor Clerk(OrgNode node) => records.Find(node.Id, PostKind.Officer, PostKind.Secretary, PostKind.Deputy) ?? records.Who(tree.District!.Id, PostKind.DistrictStaff);

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
