using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>One record, who entered it, what has changed since; the other party confirms it here, its owner withdraws it.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : RegisterPage(db, user, clock, registers)
{
    /// <summary>Entered later than this after its day, it is shown as 补录: told, never punished.</summary>
    private const int LateAfterDays = 31;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, StringLength(300, ErrorMessage = "意见不超过300个字。")]
    public string? Words { get; set; }

    [BindProperty, StringLength(300, ErrorMessage = "撤回原因不超过300个字。")]
    public string? Reason { get; set; }

    public RegisterRecord Record { get; private set; } = null!;
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];
    public bool MayChange => !Record.IsWithdrawn && Register.MayKeep(Current, Record.OrganizationId);
    public bool MayConfirm => Record is ConfirmedRecord { IsWithdrawn: false, Confirmation: RecordConfirmation.Waiting, ConfirmerId: { } confirmer } && Current.May(Act.ConfirmRecords, confirmer);
    public bool SeesPrivate => Register.SeesPrivate(Current, Record.OrganizationId);
    public bool IsLate => Record.EnteredOn.DayNumber - Record.On.DayNumber > LateAfterDays;

    [Needs(Act.ReadRegisters)]
    public async Task<IActionResult> OnGetAsync(string key, int id) => await FindAsync(key, id) ? await ShowAsync() : NotFound();

    [Needs(Act.ConfirmRecords)]
    public Task<IActionResult> OnPostConfirmAsync(string key, int id) => AnswerAsync(key, id, r => r.Confirm(Words ?? "", Current.Actor, Today), "已确认。");

    [Needs(Act.ConfirmRecords)]
    public Task<IActionResult> OnPostRefuseAsync(string key, int id) => AnswerAsync(key, id, r => r.Refuse(Words ?? "", Current.Actor, Today), "已退回登记单位。");

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostWithdrawAsync(string key, int id) =>
        !await FindAsync(key, id) ? NotFound()
        : !Register.MayKeep(Current, Record.OrganizationId) ? Forbidden()
        : await SaveAsync(() => Record.Withdraw(Reason ?? "", Current.Actor, Today), "已撤回，这条记录不再计入任何数字。");

    private async Task<IActionResult> AnswerAsync(string key, int id, Action<ConfirmedRecord> answer, string told) =>
        !await FindAsync(key, id) ? NotFound()
        : Record is not ConfirmedRecord { ConfirmerId: { } confirmer } record || !Current.May(Act.ConfirmRecords, confirmer) ? Forbidden()
        : await SaveAsync(() => answer(record), told);

    private Task<IActionResult> SaveAsync(Action act, string told) => !ModelState.IsValid ? ShowAsync() : TryAsync(Db, async () =>
    {
        Db.Expect(Record, Version);
        act();
        await Db.SaveChangesAsync();
        Tell(told);
        return Redirect($"{Here}/{Record.Id}");
    }, async () => await FindAsync(Register.Key, Record.Id) ? await ShowAsync() : NotFound());

    private async Task<bool> FindAsync(string key, int id)
    {
        if (!Find(key) || (await Register.FindAsync(Db, [id])).SingleOrDefault() is not { } record)
        {
            return false;
        }

        Record = record;
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        Version = Db.VersionOf(Record);
        ModelState.Remove(nameof(Version));
        var history = await AuditLog.HistoryAsync(Db, [(Register.RecordType.Name, Text(Record.Id)), .. Register.Details?.Rows(Record).Select(r => (Register.Details.RowType.Name, Text(r.Id))) ?? []], Tree);
        var hidden = SeesPrivate ? [] : Register.Columns.Where(c => c.IsPrivate).Select(c => c.Label).ToHashSet();
        History = [.. history.Select(e => e with { Changes = [.. e.Changes.Where(c => !hidden.Contains(c.Field))] })];
        return Page();
    }
}
