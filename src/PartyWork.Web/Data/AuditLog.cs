using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>An entry as the audit administrator sees it: who, when, from where, what kind, how many fields; never what stood in them.</summary>
public sealed record MaskedEntry(long Sequence, DateTime At, string Name, string Post, string Kind, string Key, string Act, int Fields, string Address);

/// <summary>An entry as the owner of the thing sees it.</summary>
public sealed record HistoryEntry(DateTime At, string Name, string Post, string Kind, string Act, IReadOnlyList<FieldChange> Changes, string Why)
{
    public string Key { get; init; } = "";

    /// <summary>Whom or what it concerns, where the kind alone does not say.</summary>
    public string About { get; init; } = "";
}

/// <param name="Field">The field's Chinese word.</param>
public sealed record FieldChange(string Field, string Old, string New);

public sealed record AuditFilter(DateOnly? From, DateOnly? To, string? Person, string? Kind);

/// <summary>Reading the audit chain: masked for the audit administrator, in full for those who may read the thing itself.</summary>
public static class AuditLog
{
    public const int PageSize = 50, HistorySize = 200;

    /// <summary>
    /// Newest first, from before <paramref name="before"/>. Past the subtree filter on purpose: the audit administrator reads no
    /// organisation's work and yet every entry. That is safe because the values are counted here and never leave.
    /// </summary>
    /// <returns>At most a page and one more, by which the caller knows that there are older ones.</returns>
    public static async Task<IReadOnlyList<MaskedEntry>> PageAsync(PartyWorkDb db, AuditFilter filter, long? before)
    {
        var entries = db.AuditEntries.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).AsNoTracking();
        if (before is { } sequence)
        {
            entries = entries.Where(e => e.Sequence < sequence);
        }

        if (filter.From is { } from && from > DateOnly.MinValue)
        {
            var start = OfficeTime.Utc(from, TimeOnly.MinValue);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = OfficeTime.Utc(to.AddDays(1), TimeOnly.MinValue);
            entries = entries.Where(e => e.At < end);
        }

        if (!string.IsNullOrWhiteSpace(filter.Person))
        {
            var person = filter.Person.Trim();
            entries = entries.Where(e => e.Name.Contains(person) || db.Users.Any(u => u.Id == e.UserId && u.Person!.Name.Contains(person)));
        }

        if (!string.IsNullOrEmpty(filter.Kind))
        {
            entries = entries.Where(e => e.Kind == filter.Kind);
        }

        var page = await entries.OrderByDescending(e => e.Sequence).Take(PageSize + 1)
            .Select(e => new
            {
                Entry = e,
                Account = db.Users.Where(u => u.Id == e.UserId).Select(u => u.Person == null ? u.UserName : u.Person.Name).FirstOrDefault(),
            }).ToListAsync();

        // At the moment of signing in nobody acts in a post yet: the entry names the program, the account says who it was.
        return [.. page.Select(e => new MaskedEntry(e.Entry.Sequence, e.Entry.At, e.Entry.Post.Length == 0 && e.Account is { } account ? account : e.Entry.Name,
            e.Entry.Post, e.Entry.Kind, e.Entry.Key, e.Entry.Act, Changes(e.Entry.Changes).Count, e.Entry.Address))];
    }

    /// <summary>What happened to these things, newest first, in one command and within what the reader may read.</summary>
    /// <param name="things">Kind is the CLR type's name, Key its id.</param>
    /// <param name="tree">Gives organisations their names.</param>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(PartyWorkDb db, IEnumerable<(string Kind, string Key)> things, OrgTree tree)
    {
        IQueryable<AuditEntry>? entries = null;
        foreach (var kind in things.GroupBy(t => t.Kind, t => t.Key))
        {
            var keys = kind.Distinct().ToArray();
            var some = db.AuditEntries.AsNoTracking().Where(e => e.Kind == kind.Key && keys.Contains(e.Key));
            entries = entries is null ? some : entries.Concat(some);
        }

        if (entries is null)
        {
            return [];
        }

        var found = await entries.OrderByDescending(e => e.Sequence).Take(HistorySize).ToListAsync();
        return [.. found.Select(e => Entry(e, tree))];
    }

    /// <summary>What happened to an organisation, newest first: entries of these kinds that are its own, and those of the people who hold or held its posts.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(PartyWorkDb db, int organizationId, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> people, OrgTree tree)
    {
        var found = await db.AuditEntries.AsNoTracking().Where(e => (e.OrganizationId == organizationId && kinds.Contains(e.Kind)) || (e.Kind == nameof(Person) && people.Contains(e.Key)))
            .OrderByDescending(e => e.Sequence).Take(HistorySize).ToListAsync();
        return [.. found.Select(e => Entry(e, tree))];
    }

    public static Task<IReadOnlyList<HistoryEntry>> HistoryOfAsync<T>(PartyWorkDb db, int id, OrgTree tree) =>
        HistoryAsync(db, [(typeof(T).Name, id.ToString(CultureInfo.InvariantCulture))], tree);

    private static HistoryEntry Entry(AuditEntry e, OrgTree tree) => new(e.At, e.Name, e.Post, e.Kind, e.Act, Told(e, tree), e.Why) { Key = e.Key };

    private static List<FieldChange> Told(AuditEntry entry, OrgTree tree) =>
        [.. Changes(entry.Changes).Where(c => AuditWords.IsTold(c.Key))
            .Select(c => new FieldChange(AuditWords.Field(entry.Kind, c.Key), AuditWords.Value(c.Key, c.Value[0], tree), AuditWords.Value(c.Key, c.Value[1], tree)))];

    private static Dictionary<string, string?[]> Changes(string json) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json) ?? [];
}
