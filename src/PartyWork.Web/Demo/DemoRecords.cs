using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Demo;

/// <summary>
/// Enters authored rows into registers. A file's headers are the columns' labels; {y} and {p} stand for the year shown and the one before. What
/// lies after the day the demo stops on has not happened yet.
/// </summary>
public sealed class DemoRecords(PartyWorkDb db, OrgTree tree, Workdays workdays, int year, DateOnly today)
{
    private Dictionary<(int, PostKind), Actor> _holders = [];

    /// <summary>By official code.</summary>
    public IReadOnlyDictionary<string, OrgNode> Nodes { get; } = tree.InOrder.ToDictionary(n => n.Code);

    public async Task BeginAsync() => _holders = (await db.PostHoldings.Where(h => h.To == null && h.Kind < PostKind.Liaison).OrderByDescending(h => h.Id)
            .Select(h => new { h.OrganizationId, h.Kind, Actor = new Actor(h.PersonId, h.Person.Name, h.Title) }).ToListAsync())
        .GroupBy(h => (h.OrganizationId, h.Kind)).ToDictionary(g => g.Key, g => g.Last().Actor);

    /// <param name="unit">Code of the organisation that keeps the rows; null where each row names it under “党组织”.</param>
    /// <param name="lines">The file of the inner table; a row belongs to the record with its key.</param>
    /// <param name="ahead">Days that a record may lie ahead of today.</param>
    public IReadOnlyList<RegisterRecord> Load(Register register, string file, string? unit = null, string? lines = null, int ahead = 0)
    {
        var details = lines is null ? null : Rows(lines).ToLookup(r => r["key"]);
        var records = new List<RegisterRecord>();
        foreach (var row in Rows(file))
        {
            var record = register.New();
            record.OrganizationId = Nodes[unit ?? row["党组织"]].Id;
            Fill(record, register.Columns, row);
            if (record.On > today.AddDays(ahead))
            {
                continue;
            }

            foreach (var line in details?[row["key"]] ?? [])
            {
                var detail = register.Details!.New(record);
                if (Fill(detail, register.Details.Columns, line))
                {
                    register.Details.Add(record, detail);
                }
            }

            Enter(register, record, Last(record, register));
            records.Add(record);
        }

        return records;
    }

    /// <summary>As its organisation's officer or secretary, a few days after what was last done in it.</summary>
    public void Enter(Register register, RegisterRecord record, DateOnly last)
    {
        var late = last.AddDays(record.On.DayNumber % 7);
        (record as ICountsWorkdays)?.Count(workdays);
        record.Enter(Who(record.OrganizationId, register.KeptBy ?? [PostKind.Officer, PostKind.Secretary, PostKind.Deputy, PostKind.DistrictStaff]), late <= today ? late : today);
        db.Add(record);
    }

    /// <summary>The first of these posts that somebody holds.</summary>
    public Actor Who(int organization, params IReadOnlyList<PostKind> kinds) => Find(organization, kinds) ?? throw new InvalidOperationException($"{organization}: {string.Join('、', kinds)}");

    public Actor? Find(int organization, params IReadOnlyList<PostKind> kinds) => kinds.Select(k => _holders.GetValueOrDefault((organization, k))).FirstOrDefault(a => a is not null);

    public string Dated(string text) => text.Replace("{y}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{p}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var stream = DemoContent.Open(file + ".csv");
        var rows = SheetReader.Read(stream, file + ".csv")[0].Rows;
        return [.. rows.Skip(1).Select(row => rows[0].Cells.Select((header, i) => (header, Cell: i < row.Cells.Count ? row.Cells[i] : "")).ToDictionary(c => c.header, c => c.Cell))];
    }

    /// <returns>Whether all its days have come; a later day is left out.</returns>
    private bool Fill(object record, IReadOnlyList<RegisterColumn> columns, Dictionary<string, string> row)
    {
        var all = true;
        foreach (var column in columns.Where(c => !c.IsComputed && row.GetValueOrDefault(c.Label, "").Length > 0))
        {
            var text = Dated(row[column.Label]);
            if (column.Kind is ColumnKind.Day && column.Name != nameof(RegisterRecord.On) && OfficeDate.Parse(text, year) > today)
            {
                all = false;
                continue;
            }

            column.Read(record, text, tree, year);
        }

        return all;
    }

    private static DateOnly Last(RegisterRecord record, Register register) => register.Columns.Select(c => c.Value(record))
        .Concat(register.Details?.Rows(record).SelectMany(r => register.Details.Columns.Select(c => c.Value(r))) ?? []).OfType<DateOnly>().Max();
}
