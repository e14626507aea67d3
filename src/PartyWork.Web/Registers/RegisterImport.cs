using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Registers;

/// <summary>What one row of the workbook would do.</summary>
/// <param name="Changes">Empty: nothing.</param>
public sealed record RegisterRow(int Row, string Unit, string Text, bool IsNew, IReadOnlyList<string> Changes);

/// <param name="Findings">While there are any, nothing is imported.</param>
public sealed record RegisterPlan(IReadOnlyList<RegisterRow> Rows, IReadOnlyList<CellFinding> Findings)
{
    public bool CanBeApplied => Findings.Count == 0 && Rows.Any(r => r.Changes.Count > 0);
}

/// <summary>
/// Brings a workbook into a register: rows with a number change that record, rows without one are new. Nothing is deleted, and with an error in any
/// row nothing is saved. Reading already does it, in the context's tracked records: who only previews throws the context's changes away.
/// </summary>
public sealed class RegisterImport(PartyWorkDb db, Register register, CurrentUser user, DateOnly today)
{
    private readonly List<CellFinding> _findings = [];
    private readonly IReadOnlyList<OrgNode> _keeps = register.Keeps(user);

    /// <summary>One row on its way.</summary>
    private sealed record Item(SheetRow Row, string? No, RegisterRecord Record, bool IsNew, IReadOnlyList<string> Before)
    {
        public int NewLines { get; set; }
        public int ChangedLines { get; set; }
    }

    /// <exception cref="BrokenRuleException">The file holds no table of this register.</exception>
    public async Task<RegisterPlan> ReadAsync(IReadOnlyList<Sheet> sheets)
    {
        var table = Find(sheets, [RegisterWorkbook.Unit, RegisterWorkbook.Version], register.Columns);
        Rule.Require(table is not null, $"文件中没有“{register.Name}”的表格：没有找到“{register.Columns[0].Label}”等表头，请使用本页下载的模板。");
        var rows = table!.Rows.Where(r => register.Columns.Any(c => Text(table, r, c) is not null)).ToList();
        var old = (await register.FindAsync(db, [.. rows.Select(r => Number(table, r)).OfType<int>()])).Where(r => _keeps.Any(k => k.Id == r.OrganizationId)).ToDictionary(r => r.Id);
        var items = rows.Select(row => Take(table, row, old)).OfType<Item>().ToList();
        if (register.Details is { } details && Find(sheets, [], details.Columns) is { } lines)
        {
            TakeLines(lines, details, items);
        }

        // A row that says what stands here already is not entered anew: that would take back the other party's word, and an old one may not be entered any more.
        var touched = items.Where(i => Changes(i).Count > 0).ToList();
        await DistrictRules.GiveAsync(db, [.. touched.Select(i => i.Record)]);
        foreach (var item in touched)
        {
            Try(table, item.Row, register.Columns[0].Label, () => item.Record.Enter(user.Actor, today));
        }

        FindStale(table, touched);
        await FindTwinsAsync(table, items);
        await FindClashesAsync(table, touched);
        foreach (var item in items.Where(i => i.IsNew))
        {
            register.Add(db, item.Record);
        }

        touched.Where(i => !i.IsNew).ToList().ForEach(i => db.Touch(i.Record)); // where only detail lines change, too: what was exported or opened before is then old

        return new RegisterPlan([.. items.Select(i => new RegisterRow(i.Row.Number, user.Tree.Unmistakable(user.Tree[i.Record.OrganizationId]), Told(i.Record), i.IsNew, Changes(i)))], _findings);
    }

    private SheetTable? Find(IReadOnlyList<Sheet> sheets, string[] more, IReadOnlyList<RegisterColumn> columns)
    {
        string[] headers = [RegisterWorkbook.No, .. more, .. columns.SelectMany(c => new[] { c.Label, c.Label + "*" })];
        return sheets.Select(s => SheetTable.Find(s, headers, _findings)).FirstOrDefault(t => t is not null && columns.Where(c => c.IsRequired).All(c => t.Has(c.Label) || t.Has(c.Label + "*")));
    }

    private Item? Take(SheetTable table, SheetRow row, Dictionary<int, RegisterRecord> old)
    {
        var (no, number) = (table.Text(row, RegisterWorkbook.No), Number(table, row));
        if (number is { } known && !old.ContainsKey(known))
        {
            table.Report(row, RegisterWorkbook.No, $"填写的是“{no}”，您登记的记录中没有这个编号；新登记的请把编号留空。");
            return null;
        }

        var record = number is { } id ? old[id] : register.New();
        var open = Open(record);
        var before = open.Select(c => c.Print(record, user.Tree)).ToList();
        var found = _findings.Count;
        if (number is null)
        {
            Try(table, row, RegisterWorkbook.Unit, () => record.OrganizationId = Unit(table.Text(row, RegisterWorkbook.Unit)));
        }

        foreach (var kept in register.Columns.Except(open).Where(c => Text(table, row, c) is not null))
        {
            table.Report(row, kept.Label, "只由它自己的党组织查看和修改，请留空。");
        }

        Fill(table, row, open, record, number is not null);
        return _findings.Count > found ? null : new(row, no, record, number is null, before);
    }

    /// <summary>Contacts in another organisation's record are neither shown nor changed; what the user brings along in a new row is known to them.</summary>
    private IReadOnlyList<RegisterColumn> Open(RegisterRecord record) => record.Id == 0 || register.SeesPrivate(user, record.OrganizationId) ? register.Columns : [.. register.Columns.Where(c => !c.IsPrivate)];

    private int Unit(string? text)
    {
        if (text is null && _keeps.Count == 1)
        {
            return _keeps[0].Id;
        }

        Rule.Require(text is not null, "没有填写，请写明是哪个党组织的记录。");
        var node = RegisterColumn.Organization(text!, user.Tree);
        Rule.Require(_keeps.Any(k => k.Id == node.Id), $"填写的是“{text}”，您不能为它登记“{register.Name}”。");
        return node.Id;
    }

    /// <summary>A row of the inner table is known by its key: a trainee by name and unit.</summary>
    private void TakeLines(SheetTable table, RegisterDetails details, List<Item> items)
    {
        foreach (var row in table.Rows.Where(r => details.Columns.Any(c => Text(table, r, c) is not null)))
        {
            var no = table.Text(row, RegisterWorkbook.No);
            var item = items.FirstOrDefault(i => no is not null && i.No == no);
            if (item is null)
            {
                table.Report(row, RegisterWorkbook.No, no is null ? "没有填写，请写明属于哪一条记录。" : $"填写的是“{no}”，“{register.Name}”表中没有这个编号，或者那一行有误。");
                continue;
            }

            var (read, found) = (details.New(item.Record), _findings.Count);
            Fill(table, row, details.Keys, read, false);
            if (_findings.Count > found)
            {
                continue;
            }

            var line = details.Rows(item.Record).FirstOrDefault(l => details.Keys.All(k => k.Print(l, user.Tree) == k.Print(read, user.Tree)));
            var before = line is null ? [] : details.Columns.Select(c => c.Print(line, user.Tree)).ToArray();
            var taken = line ?? read;
            Fill(table, row, details.Columns, taken, line is not null);
            if (line is null)
            {
                details.Add(item.Record, taken);
                item.NewLines++;
            }
            else if (!details.Columns.Select(c => c.Print(line, user.Tree)).SequenceEqual(before))
            {
                item.ChangedLines++;
            }
        }
    }

    /// <summary>What was changed here after the export is not overwritten with what was exported; a workbook of one's own has no versions and says what it wants.</summary>
    private void FindStale(SheetTable table, List<Item> items)
    {
        foreach (var item in items.Where(i => !i.IsNew && table.Text(i.Row, RegisterWorkbook.Version) is { } seen && seen != $"{db.Entry(i.Record).Property(PartyWorkDb.Version).OriginalValue}"))
        {
            table.Report(item.Row, RegisterWorkbook.No, $"第{item.Record.Id}号记录在导出以后已经修改过，请重新导出，在新的表格上改。");
        }
    }

    /// <summary>The same workbook imported twice would count everything twice.</summary>
    private async Task FindTwinsAsync(SheetTable table, List<Item> items)
    {
        var added = items.Where(i => i.IsNew).ToList();
        if (added.Count == 0)
        {
            return;
        }

        var filter = RegisterFilter.Everything with { From = new(added.Min(i => i.Record.On).Year, 1, 1), To = new(added.Max(i => i.Record.On).Year, 12, 31), Organizations = [.. added.Select(i => i.Record.OrganizationId).Distinct()] };
        var known = (await register.ReadAsync(db, filter, null, int.MaxValue, false)).GroupBy(Identity).ToDictionary(g => g.Key, g => $"与已登记的第{g.First().Id}号记录相同；要修改它，请在“编号”中填{g.First().Id}。");
        foreach (var item in added)
        {
            if (!known.TryAdd(Identity(item.Record), $"与第{item.Row.Number}行相同，请只留一行。"))
            {
                table.Report(item.Row, register.Columns[0].Label, known[Identity(item.Record)]);
            }
        }
    }

    /// <summary>Each row is checked beside what stands in the register and the rows above it, as if they had been entered one after the other.</summary>
    private async Task FindClashesAsync(SheetTable table, List<Item> items)
    {
        if (!items.Exists(i => i.Record is IStandsBesideOthers))
        {
            return;
        }

        var rewritten = items.Where(i => !i.IsNew).Select(i => i.Record.Id).ToHashSet();
        var days = RegisterFilter.Everything with { From = items.Min(i => i.Record.On), To = items.Max(i => i.Record.On), Organizations = [.. items.Select(i => i.Record.OrganizationId).Distinct()] };
        var standing = (await register.ReadAsync(db, days, null, int.MaxValue, false)).Where(r => !rewritten.Contains(r.Id)).GroupBy(Place).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var item in items)
        {
            if (!standing.TryGetValue(Place(item.Record), out var others))
            {
                standing[Place(item.Record)] = others = [];
            }

            Try(table, item.Row, register.Columns[0].Label, () => ((IStandsBesideOthers)item.Record).CheckBeside(others));
            others.Add(item.Record);
        }

        static (int, DateOnly) Place(RegisterRecord record) => (record.OrganizationId, record.On);
    }

    private string Identity(RegisterRecord record) => $"{record.OrganizationId}|{register.Identity(record, user.Tree)}";

    private string Told(RegisterRecord record) => string.Join("　", Open(record).Where(c => c.IsListed).Select(c => c.Print(record, user.Tree)).Where(t => t.Length > 0));

    private List<string> Changes(Item item)
    {
        List<string> changes = item.IsNew ? ["新增"] : [.. Open(item.Record).Select((c, i) => (c.Label, Old: item.Before[i], New: c.Print(item.Record, user.Tree))).Where(c => c.Old != c.New)
            .Select(c => $"{c.Label}：{(c.Old.Length == 0 ? "（空）" : c.Old)} → {(c.New.Length == 0 ? "（空）" : c.New)}")];
        if (item.NewLines + item.ChangedLines > 0)
        {
            changes.Add($"{register.Details!.Name}：新增{item.NewLines}行，修改{item.ChangedLines}行");
        }

        return changes;
    }

    private void Fill(SheetTable table, SheetRow row, IReadOnlyList<RegisterColumn> columns, object record, bool blankKeeps)
    {
        foreach (var column in columns.Where(c => !c.IsComputed))
        {
            var text = Text(table, row, column);
            if (text is not null || !blankKeeps)
            {
                Try(table, row, column.Label, () => column.Read(record, text ?? "", user.Tree, today.Year));
            }
        }
    }

    private static void Try(SheetTable table, SheetRow row, string column, Action act)
    {
        try
        {
            act();
        }
        catch (BrokenRuleException broken)
        {
            table.Report(row, column, broken.Message);
        }
    }

    private static string? Text(SheetTable table, SheetRow row, RegisterColumn column) => table.Text(row, column.Label) ?? table.Text(row, column.Label + "*");

    private static int? Number(SheetTable table, SheetRow row) => int.TryParse(table.Text(row, RegisterWorkbook.No), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
