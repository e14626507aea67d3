using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>The records of one register, newest first; what is exported is what is on the screen.</summary>
public sealed class ListModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog registers) : RegisterPage(db, user, clock, registers)
{
    public const int PageSize = 20, MostCounted = 2000;

    /// <summary>An export is printed or sent on; beyond so many rows it is asked for in parts.</summary>
    private const int MostExported = 20_000;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    /// <summary>This organisation alone: what a cell of a grid counts.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Those that no longer hold and those withdrawn, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    /// <summary>Only what waits past its day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    /// <summary>Last record of the page before: 2026-11-02_17.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<RegisterRecord> Rows { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsLater => Before is not null;
    public bool MayAdd => Register.Keeps(Current).Count > 0;
    public bool SeesSeveral => Current.Scope.Everything || Current.Scope.Ids.Count > 1;
    public CurrentUser Reader => Current;
    public IReadOnlyList<OrgNode> Committees => [.. CommitteeChoice.Of(Current)];
    public bool IsFiltered => Words?.Trim().Length > 0 || Committee is not null || Unit is not null || CountedIn is not null || Waiting || Late || Register.Columns.Any(c => Chosen(c.Name).Length > 0);

    public (DateOnly From, DateOnly To)? CountedIn => From is { } from && To is { } to ? (from, to) : null;

    /// <summary>The column that leads to the record: its first text.</summary>
    public RegisterColumn Link => Register.Columns.FirstOrDefault(c => c is { IsListed: true, Kind: ColumnKind.Text, IsPrivate: false }) ?? Register.Columns[0];

    public string Chosen(string column) => Request.Query[column].ToString();

    [Needs(Act.ReadRegisters)]
    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        var filter = Filter();
        var found = await Register.ReadAsync(Db, filter, Start(), PageSize + 1, Register.Details is not null);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"{Rows[^1].On:yyyy-MM-dd}_{Rows[^1].Id}" : null;
        Total = Next is null && !IsLater ? Rows.Count : await Register.CountAsync(Db, filter, MostCounted + 1);
        return Page();
    }

    [Needs(Act.ReadRegisters)]
    public async Task<IActionResult> OnGetExportAsync(string key)
    {
        if (!Find(key))
        {
            return NotFound();
        }

        var filter = Filter();
        var records = await Register.ReadAsync(Db, filter, null, MostExported, true);
        string[] told = [CountedIn is var (from, to) ? $"{from:yyyy-MM-dd}至{to:yyyy-MM-dd}" : Register.Ends is null ? (Late ? "" : $"{Year}年") : All ? "全部" : "在册", Current.Tree.Find(Unit ?? Committee)?.Name ?? "", Words?.Trim() ?? "", .. filter.Choices.Values, Waiting ? "待确认" : "", Late ? "超过期限" : ""];
        var cut = records.Count == MostExported ? $"只列出最近的{MostExported}条" : $"{records.Count}条";
        var book = new RegisterWorkbook(Register, Tree).Export(records, await Register.VersionsAsync(Db, [.. records.Select(r => r.Id)]), $"范围：{string.Join("、", told.Where(t => t.Length > 0))}（{cut}）　数据截至：{Show.Instant(Clock.Now)}", id => Register.SeesPrivate(Current, id));
        return File(book, SheetWriter.ContentType, $"{Register.Name}-{Today:yyyyMMdd}.xlsx");
    }

    public string At(string? before) => Request.Path + QueryString.Create(Request.Query.Where(q => q.Key != nameof(Before)).Concat(before is null ? [] : [new(nameof(Before), before)])).ToString();

    public static string Tone(RecordConfirmation confirmation) => confirmation switch
    {
        RecordConfirmation.Confirmed => "green",
        RecordConfirmation.Waiting => "yellow",
        RecordConfirmation.Refused => "red",
        _ => "white",
    };

    private RegisterFilter Filter()
    {
        Year = ChosenYear(Clock);
        var words = Words?.Trim() ?? "";
        var named = words.Length == 0 ? [] : Tree.Search(words).Select(n => n.Id).ToList();
        IReadOnlyCollection<int>? committee = Unit is { } unit ? [unit] : Committee is { } id ? Tree.Subtree(id) : null;
        var choices = Register.Columns.Where(c => c.Kind is ColumnKind.Choice && Chosen(c.Name).Length > 0).ToDictionary(c => c.Name, c => Chosen(c.Name));
        var ofYear = Register.Ends is null && CountedIn is null && !Late; // what waits past its day may be last year's
        return new RegisterFilter(ofYear ? new(Year, 1, 1) : null, ofYear ? new(Year, 12, 31) : null, committee, words, choices)
        {
            OverdueOn = Late ? Today : null,
            Named = named,
            HoldingOn = Register.Ends is null || All ? null : Today,
            WaitingOnly = Waiting,
            CountedIn = CountedIn,
            WithWithdrawn = All,
        };
    }

    private (DateOnly On, int Id)? Start() => Before?.Split('_') is [var day, var no]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (on, id) : null;
}
