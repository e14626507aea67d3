using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>
/// The form of one record, new or old, made of the register's columns. What is posted is read column by column: a field that the register
/// does not have is not looked at.
/// </summary>
public sealed class EntryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : RegisterPage(db, user, clock, registers)
{
    public const int BlankLines = 5, MostLines = 60;

    private readonly Dictionary<string, string> _typed = [];

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int Unit { get; set; }

    public int? Id { get; private set; }
    public bool IsNew => Id is null;
    public IReadOnlyList<OrgNode> Units { get; private set; } = [];
    
    /// <summary>What an organisation's name is completed from.</summary>
    public IReadOnlyList<string> Orgs { get; private set; } = [];

    /// <summary>The rows of the inner table as typed: column → text, and Id.</summary>
    public List<Dictionary<string, string>> Lines { get; } = [];
    public bool SeesPrivate => Units.Count > 0 && Register.SeesPrivate(Current, Units[0].Id);

    public string Typed(string column) => _typed.GetValueOrDefault(column, "");

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnGetAsync(string key, int? id)
    {
        var (refusal, record) = await FindAsync(key, id);
        if (refusal is not null)
        {
            return refusal;
        }

        if (IsNew)
        {
            record!.On = Register.Ends is null ? Today : default;
            Unit = Units.FirstOrDefault(u => u.Id == Current.Post!.OrganizationId)?.Id ?? Units[0].Id;
        }
        else
        {
            (Unit, Version) = (record!.OrganizationId, (int)Db.Entry(record).Property(PartyWorkDb.Version).CurrentValue!);
        }

        foreach (var column in Register.Columns)
        {
            _typed[column.Name] = IsNew && column.Name != nameof(RegisterRecord.On) ? "" : column.Print(record, Tree);
        }

        foreach (var line in Register.Details?.Rows(record) ?? [])
        {
            var typed = Register.Details!.Columns.ToDictionary(c => c.Name, c => c.Print(line, Tree));
            typed["Id"] = Text(line.Id);
            Lines.Add(typed);
        }

        return Show();
    }

    /// <summary>More blank lines; nothing is saved and nothing typed is lost.</summary>
    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostMoreAsync(string key, int? id)
    {
        var (refusal, _) = await FindAsync(key, id);
        if (refusal is not null)
        {
            return refusal;
        }

        TakeTyped();
        Lines.AddRange(Enumerable.Range(0, Math.Clamp(MostLines - Lines.Count, 0, BlankLines)).Select(_ => new Dictionary<string, string>()));
        return Page();
    }

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostSaveAsync(string key, int? id, bool another)
    {
        var (refusal, record) = await FindAsync(key, id);
        if (refusal is not null)
        {
            return refusal;
        }

        TakeTyped();
        if (Tree.Find(Unit) is not null && Units.All(u => u.Id != Unit))
        {
            return Forbidden();
        }

        return await TryAsync(Db, async () =>
        {
            if (IsNew)
            {
                Rule.Require(Tree.Find(Unit) is not null, "请选择党组织。");
                record!.OrganizationId = Unit;
                Register.Add(Db, record);
            }
            else
            {
                Db.Expect(record!, Version);
            }

            Read(record!);
            if (!ModelState.IsValid)
            {
                Db.ChangeTracker.Clear();
                return Show();
            }

            if (record is ICountsWorkdays counting)
            {
                counting.Count(await Db.WorkdaysAsync());
            }

            record!.Enter(Current.Actor, Today);
            await Register.RequireOnceAsync(Db, record, Tree);
            await Db.SaveChangesAsync();
            Tell($"已{(IsNew ? "登记" : "保存")}：{Register.Name}第{record.Id}号{(record is ConfirmedRecord { Confirmation: RecordConfirmation.Waiting } asked ? $"，等待{Tree.Find(asked.ConfirmerId)?.Name}确认" : "")}。{await Register.RemarkAsync(Db, record)}");
            return Redirect(another && IsNew ? $"{Here}/entry" : $"{Here}/{record.Id}");
        }, async () =>
        {
            if (IsOutdated && !IsNew)
            {
                var fresh = (await Register.FindAsync(Db, [id!.Value])).Single();
                Version = (int)Db.Entry(fresh).Property(PartyWorkDb.Version).CurrentValue!;
                ModelState.Remove(nameof(Version));
            }

            return Show();
        });
    }

    private PageResult Show()
    {
        if (Register.Details is not null && Lines.Count <= MostLines - 3 && Lines.Count(l => l.Values.All(v => v.Length == 0)) < 3)
        {
            Lines.AddRange(Enumerable.Range(0, 3).Select(_ => new Dictionary<string, string>()));
        }

        return Page();
    }

    private void TakeTyped()
    {
        foreach (var column in Register.Columns)
        {
            _typed[column.Name] = string.Join('、', Request.Form[column.Name].Select(v => v ?? ""));
        }

        if (Register.Details is { } details && int.TryParse(Request.Form["Lines"], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            for (var i = 0; i < Math.Min(count, MostLines); i++)
            {
                var line = details.Columns.ToDictionary(c => c.Name, c => Request.Form[$"L{i}.{c.Name}"].ToString());
                line["Id"] = Request.Form[$"L{i}.Id"].ToString();
                Lines.Add(line);
            }
        }
    }

    /// <summary>Each field that cannot be read is told by its name.</summary>
    private void Read(RegisterRecord record)
    {
        foreach (var column in Register.Columns.Where(c => !c.IsComputed && (!c.IsPrivate || SeesPrivate)))
        {
            Try(column.Name, column.Label, () => column.Read(record, Typed(column.Name), Tree, Today.Year));
        }

        if (Register.Details is not { } details)
        {
            return;
        }

        var old = details.Rows(record).ToDictionary(r => Text(r.Id));
        foreach (var (i, line) in Lines.Index())
        {
            var known = old.GetValueOrDefault(line.GetValueOrDefault("Id", ""));
            if (details.Columns.All(c => line[c.Name].Trim().Length == 0))
            {
                if (known is not null)
                {
                    details.Remove(record, known);
                    Db.Remove(known);
                }

                continue;
            }

            var row = known ?? details.New(record);
            foreach (var column in details.Columns)
            {
                Try($"L{i}.{column.Name}", $"{details.Name}第{i + 1}行“{column.Label}”", () => column.Read(row, line[column.Name], Tree, Today.Year));
            }

            if (known is null)
            {
                details.Add(record, row);
            }
        }
    }

    private void Try(string field, string label, Action read)
    {
        try
        {
            read();
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError(field, $"{label}：{broken.Message}");
        }
    }

    private async Task<(IActionResult? Refusal, RegisterRecord? Record)> FindAsync(string key, int? id)
    {
        if (!Find(key))
        {
            return (NotFound(), null);
        }

        (Id, Units, Orgs) = (id, Register.Keeps(Current), Register.Columns.Any(c => c.Kind is ColumnKind.Organization) ? [.. Tree.InOrder.Where(n => n.ClosedOn is null).Select(Tree.Unmistakable)] : []);
        if (id is null)
        {
            return Units.Count == 0 ? (Forbidden(), null) : (null, Register.New());
        }

        var record = (await Register.FindAsync(Db, [id.Value])).SingleOrDefault();
        if (record is null)
        {
            return (NotFound(), null);
        }

        Units = [.. Units.Where(u => u.Id == record.OrganizationId)];
        return Units.Count == 0 || record.IsWithdrawn ? (Forbidden(), null) : (null, record);
    }
}
