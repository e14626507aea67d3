using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿资金 of a case: arrived, spent, left. What is only promised is listed and counted nowhere.</summary>
public sealed class FundsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["来源", "来源单位", "用途", "金额（元）", "到账日期", "支出日期", "支出金额（元）", "支出用途", "凭证号"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public FundSource? Source { get; set; }

    /// <summary>已到账 or 未到账; null for both.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? HasArrived { get; set; }

    public IReadOnlyList<Row> All { get; private set; } = [];
    public bool IsFiltered => Words?.Trim().Length > 0 || Source is not null || HasArrived is not null;

    public IReadOnlyList<Row> Found => [.. All.Where(r => (string.IsNullOrWhiteSpace(Words) || r.Giver.Contains(Words.Trim(), StringComparison.Ordinal) || r.Purpose.Contains(Words.Trim(), StringComparison.Ordinal))
        && (Source is null || r.Source == Source) && (HasArrived is null || HasArrived == (r.ArrivedOn is not null)))];

    public IReadOnlyList<Row> Rows => [.. Found.Skip((P - 1) * PageSize).Take(PageSize)];
    public IEnumerable<Row> Arrived => All.Where(r => r.ArrivedOn is not null && r.WithdrawReason.Length == 0);
    public long ArrivedFen => Arrived.Sum(r => r.AmountFen);
    public long SpentFen => Arrived.Sum(r => r.SpentFen);
    public long PromisedFen => All.Where(r => r.ArrivedOn is null && r.WithdrawReason.Length == 0).Sum(r => r.AmountFen);

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        P = Math.Max(1, P);
        await ReadAsync();
        return Page();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await ReadAsync();
        var kept = Found.Where(r => r.WithdrawReason.Length == 0);
        string[] chosen = [Source?.Text() ?? "", HasArrived switch { true => "已到账", false => "未到账", null => "" }, Words?.Trim() ?? ""];
        return Exported("整顿资金", Headers, [.. kept.SelectMany(r => r.Spendings.Select(s => (Spending?)s).DefaultIfEmpty().Select((s, i) => (IReadOnlyList<object?>)(i == 0
            ? [r.Source.Text(), r.Giver, r.Purpose, RegisterColumn.Yuan(r.AmountFen), r.ArrivedOn is { } on ? on : "未到账", s?.On, s is null ? null : RegisterColumn.Yuan(s.AmountFen), s?.Use, s?.VoucherNo]
            : [null, null, null, null, null, s?.On, s is null ? null : RegisterColumn.Yuan(s.AmountFen), s?.Use, s?.VoucherNo])))], string.Join("、", chosen.Where(c => c.Length > 0)));
    }

    private async Task ReadAsync() => All = await Db.RectificationFunds.Where(f => f.CaseId == Case.Id).OrderByDescending(f => f.ArrivedOn == null).ThenByDescending(f => f.ArrivedOn).ThenByDescending(f => f.Id)
        .Select(f => new Row(f.Id, f.Source, f.Giver, f.Purpose, f.AmountFen, f.ArrivedOn, f.WithdrawReason,
            f.Spendings.Where(s => s.WithdrawnOn == null).OrderBy(s => s.On).ThenBy(s => s.Id).Select(s => new Spending(s.On, s.AmountFen, s.Use, s.VoucherNo)).ToList())).AsSingleQuery().ToListAsync();

    public sealed record Row(int Id, FundSource Source, string Giver, string Purpose, long AmountFen, DateOnly? ArrivedOn, string WithdrawReason, List<Spending> Spendings)
    {
        public long SpentFen => Spendings.Sum(s => s.AmountFen);
    }

    public sealed record Spending(DateOnly On, long AmountFen, string Use, string VoucherNo);
}
