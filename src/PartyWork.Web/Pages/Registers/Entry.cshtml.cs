using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>The form of one record, new or old, made of the register's columns.</summary>
public sealed class EntryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : RegisterPage(db, user, clock, registers)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "党组织")]
    public int Unit { get; set; }

    public int? Id { get; private set; }
    public bool IsNew => Id is null;
    public RegisterForm Form { get; private set; } = null!;
    public IReadOnlyList<OrgNode> Units { get; private set; } = [];

    private IReadOnlyList<string> _organizations = [], _assignments = [];

    /// <summary>What this column's name is completed from.</summary>
    public IReadOnlyList<string> NamesFor(RegisterColumn column) => column.Kind is ColumnKind.Organization ? _organizations : column.Name is nameof(IServesAssignment.AssignmentName) ? _assignments : [];

    public bool SeesPrivate => Units.Count > 0 && Register.SeesPrivate(Current, Units[0].Id);

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
            Unit = (Units.FirstOrDefault(u => Request.Query["unit"] == $"{u.Id}") ?? Units.FirstOrDefault(u => u.Id == Current.Post!.OrganizationId) ?? Units[0]).Id;
        }
        else
        {
            (Unit, Version) = (record!.OrganizationId, Db.VersionOf(record));
        }

        Form.Show(record, IsNew);
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

        Form.Take(Request.Form);
        Form.AddLines(RegisterForm.BlankLines);
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

        Form.Take(Request.Form);
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
                Db.Touch(record!); // where only detail lines change, too: what was exported or opened before is then old
            }

            foreach (var (field, sentence) in Form.Read(record!, SeesPrivate, Today.Year, row => Db.Remove(row)))
            {
                ModelState.AddModelError(field, sentence);
            }

            if (!ModelState.IsValid)
            {
                Db.ChangeTracker.Clear();
                return Show();
            }

            await DistrictRules.GiveAsync(Db, [record!]);
            record!.Enter(Current.Actor, Today);
            await Register.RequireOnceAsync(Db, record, Tree);
            await Register.CheckBesideAsync(Db, record);
            await Db.SaveChangesAsync();
            Tell($"已{(IsNew ? "登记" : "保存")}：{Register.Name}第{record.Id}号{(record is ConfirmedRecord { Confirmation: RecordConfirmation.Waiting } asked ? $"，等待{Tree.Find(asked.ConfirmerId)?.Name}确认" : "")}。{await Register.RemarkAsync(Db, record)}");
            return Redirect(another && IsNew ? $"{Here}/entry" : $"{Here}/{record.Id}");
        }, async () =>
        {
            if (IsOutdated && !IsNew)
            {
                var fresh = (await Register.FindAsync(Db, [id!.Value])).Single();
                Version = Db.VersionOf(fresh);
                ModelState.Remove(nameof(Version));
            }

            return Show();
        });
    }

    private PageResult Show()
    {
        Form.LeaveRoom();
        return Page();
    }

    private async Task<(IActionResult? Refusal, RegisterRecord? Record)> FindAsync(string key, int? id)
    {
        if (!Find(key))
        {
            return (NotFound(), null);
        }

        (Id, Form, Units, _organizations) = (id, new RegisterForm(Register, Tree), Register.Keeps(Current), Register.Columns.Any(c => c.Kind is ColumnKind.Organization) ? [.. Tree.InOrder.Where(n => n.ClosedOn is null).Select(Tree.Unmistakable)] : []);
        if (Register.RecordType.IsAssignableTo(typeof(IServesAssignment)))
        {
            _assignments = await DistrictRules.AssignmentsAsync(Db);
        }

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
