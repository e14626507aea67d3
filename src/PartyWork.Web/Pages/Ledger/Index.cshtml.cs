using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Ledger;

/// <summary>The year's ledgers within the scope, one row for each organisation; the figures above count exactly these rows.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private static readonly string[] Headers = ["党组织", "层级", "所属党（工）委", "书记", "任职", "离任", "状态", "本人记载（条）"];
    private static readonly OrganizationLevel[] Levels = [OrganizationLevel.Committee, OrganizationLevel.Primary];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public LedgerCount? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>By level: how many organisations have a secretary, a ledger, and so on.</summary>
    public IReadOnlyList<(OrganizationLevel Level, IReadOnlyList<(LedgerCount What, int Count)> Counts)> Figures { get; private set; } = [];

    /// <summary>The reader's own ledger of the year, if the active post has one.</summary>
    public int? Own { get; private set; }

    [Needs(Act.ReadLedger)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var rows = await ReadAsync();
        Own = rows.SelectMany(r => r.Ledgers).FirstOrDefault(l => l.HoldingId == user.Post!.HoldingId)?.HoldingId;
        Figures = [.. Levels.Select(level => (level, (IReadOnlyList<(LedgerCount, int)>)[.. Enum.GetValues<LedgerCount>().Select(what => (what, rows.Count(r => r.Node.Level == level && r.Is(what))))])).Where(f => f.Item2[0].Item2 > 0)];
        var shown = Chosen(rows);
        Total = shown.Count;
        P = Math.Clamp(P, 1, new Pager(1, PageSize, Total).Pages);
        Rows = [.. shown.Skip((P - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>The rows of the screen, all its pages, a line for each secretary.</summary>
    [Needs(Act.ReadLedger)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        Year = ChosenYear(clock);
        var rows = Chosen(await ReadAsync());
        var scope = string.Join("、", new[] { Level?.Text() ?? "", Of?.Text() ?? "", Words?.Trim() ?? "" }.Where(c => c.Length > 0));
        var layout = new SheetLayout("工作台账", $"{Year}年书记抓党建工作台账", [.. Headers.Select(h => new SheetColumn(h))],
            [.. rows.SelectMany(r => r.Ledgers, (r, l) => (IReadOnlyList<object?>)[r.Node.Name, r.Node.Level.Text(), r.Committee?.Name, l.Name, l.From, l.To, l.State.Text(), l.Entries * Quantity.One])])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（{rows.Count}个党组织）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"书记工作台账-{Year}.xlsx");
    }

    private List<Row> Chosen(IEnumerable<Row> rows)
    {
        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        return [.. rows.Where(r => (Level is null || r.Node.Level == Level) && (Of is null || r.Is(Of.Value)) && (found?.Contains(r.Node.Id) ?? true))];
    }

    private async Task<List<Row>> ReadAsync()
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(Year, 12, 31));
        var (start, end) = (OfficeTime.Utc(first, TimeOnly.MinValue), OfficeTime.Utc(last.AddDays(1), TimeOnly.MinValue));
        var (year, everything, ids) = (Year, user.Scope.Everything, user.Scope.Ids);
        var ledgers = await db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.From <= last && (h.To == null || h.To >= first) && Levels.Contains(h.Organization.Level) && (everything || ids.Contains(h.OrganizationId)))
            .Select(h => new
            {
                h.Id, h.OrganizationId, h.Person.Name, h.From, h.To,
                State = db.WorkYears.Where(y => y.Year == year).Select(y => (WorkYearState?)y.State).FirstOrDefault(),
                Entries = db.SecretaryLedgers.Where(l => l.HoldingId == h.Id && l.Year == year).Select(l => l.Entries.Count).FirstOrDefault(),
                Sent = db.SecretaryLedgers.Any(l => l.HoldingId == h.Id && l.Year == year && l.Versions.Any()),
                Signed = db.Agreements.Any(a => a.OrganizationId == h.OrganizationId && a.LowerSignature.PersonId == h.PersonId && a.LowerSignature.On >= first && a.LowerSignature.On <= last),
                Confirmed = db.FilingActs.Any(a => a.OrganizationId == h.OrganizationId && a.PersonId == h.PersonId && a.At >= start && a.At < end && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.ConfirmSignature)),
            }).ToListAsync();
        var byOrganization = ledgers.ToLookup(l => l.OrganizationId, l => new Line(l.Id, l.Name, l.From, l.To, l.Entries, SecretaryLedger.StateOf(l.Signed || l.Confirmed || l.Entries > 0, l.Sent, l.State), l.Sent));
        return [.. user.Tree.InOrder.Where(n => byOrganization.Contains(n.Id)).Select(n => new Row(n, user.Tree.CommitteeOn(n.Id, OrgTree.CutOff(Year, clock.Today)), [.. byOrganization[n.Id].OrderBy(l => l.From)]))];
    }

    /// <summary>One secretary's ledger.</summary>
    public sealed record Line(int HoldingId, string Name, DateOnly From, DateOnly? To, int Entries, LedgerState State, bool IsSent);

    public sealed record Row(OrgNode Node, OrgNode? Committee, IReadOnlyList<Line> Ledgers)
    {
        public bool Is(LedgerCount what) => Ledgers.Any(l => what switch
        {
            LedgerCount.Opened => l.State is not LedgerState.NotOpened,
            LedgerCount.Established => l.State is not LedgerState.NotOpened && l.Entries > 0,
            LedgerCount.Sent => l.IsSent,
            _ => true,
        });
    }
}

/// <summary>What is counted of the year's ledgers.</summary>
public enum LedgerCount
{
    [Description("应有台账")] Due = 1,
    [Description("已开立")] Opened,
    [Description("本人有记载")] Established,
    [Description("已报送")] Sent,
}
