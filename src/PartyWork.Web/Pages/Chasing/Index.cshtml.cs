using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Chasing;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Pages.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Chasing;

/// <summary>催办: the whole list of a dashboard block, to be reminded at one press, called, or written to in the work group.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, PhoneReveal reveal) : WorkPage
{
    public const int PageSize = 50;

    private static readonly string[] Headers = ["党组织", "所属党（工）委", "事项", "状态", "截止日", "已等（天）", "在谁手里", "姓名", "电话", "最近催办", "最近电话提醒"];

    private readonly ChasingList _list = new(db, user, clock.Today);

    [BindProperty(SupportsGet = true)]
    public ChasingKind Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Period { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>The seal of having opened the 电话单.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Calls { get; set; }

    /// <summary>电话单: every row on one sheet with its telephone, to be called from or printed.</summary>
    public bool All { get; private set; }

    public int Year { get; private set; }
    public int Total => _list.Rows.Count;

    /// <summary>How many of them are below the reader, and so may be chased.</summary>
    public int Chaseable => _list.Rows.Count(MayChase);
    public IReadOnlyList<ChasedRow> Rows { get; private set; } = [];
    public ILookup<int, Reminder> Reminders { get; private set; } = Array.Empty<Reminder>().ToLookup(_ => 0);
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user, OrgTree.CutOff(Year, Today));

    /// <summary>The committee that it is listed under.</summary>
    public OrgNode? CommitteeOf(ChasedRow row) => user.Tree.CommitteeOn(row.Node.Id, row.CutOff);

    public string PhoneOf(ChasedRow row) => PhoneMask.Show(row.Phone, All);

    public bool MayChase(ChasedRow row) => user.May(Act.Chase, row.HolderId);

    /// <summary>What was last said about it, and by whom.</summary>
    public string Last(ChasedRow row, ReminderKind kind) => Reminders[row.Id].FirstOrDefault(r => r.Kind == kind) is { } r ? $"{Show.Instant(r.At)}　{r.Section}{r.Name}" : "";

    /// <summary>For the work group.</summary>
    public string Text => _list.Text(Of, Year, $"{Request.Scheme}://{Request.Host}{Request.PathBase}/");

    [Needs(Act.ReadDashboard)]
    public async Task OnGetAsync()
    {
        await ReadAsync();
        P = Math.Max(1, P);
        Rows = All ? _list.Rows : [.. _list.Rows.Skip((P - 1) * PageSize).Take(PageSize)];
        Reminders = await _list.RemindersAsync(Of, Rows);
    }

    [Needs(Act.ReadDashboard)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        await ReadAsync();
        Reminders = await _list.RemindersAsync(Of, _list.Rows);
        var layout = new SheetLayout(Of.Text(), $"{Year}年{Of.Text()}", [.. Headers.Select(h => new SheetColumn(h))], [.. _list.Rows.Select(r => (IReadOnlyList<object?>)
            [r.Node.Name, CommitteeOf(r)?.Name, r.What, r.State, r.Due, r.Since is null ? null : Show.WaitingDays(r.Since, Today) * Quantity.One, r.Place, r.Person, PhoneOf(r), Last(r, ReminderKind.Chase), Last(r, ReminderKind.Call)])])
        {
            SecondLine = [$"范围：{user.Tree.Find(Committee)?.Name ?? "全部"}（{Total}项）", $"数据截至：{Show.Instant(clock.Now)}（非涉密，仅供内部工作使用）"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"{Of.Text()}-{Year}.xlsx");
    }

    [Needs(Act.ReadDashboard)]
    public async Task<IActionResult> OnPostCallsAsync() =>
        Redirect("/dashboard/chasing" + QueryString.Create(Request.Query.Where(q => q.Key is not ("handler" or nameof(Calls)))).Add(nameof(Calls), await reveal.RecordAsync(PhoneReveal.OfCallList, user.Post!.OrganizationId)));

    [Needs(Act.Chase)]
    public Task<IActionResult> OnPostChaseAsync(int[] ids, string? back) => RemindAsync(ReminderKind.Chase, row => ids.Contains(row.Id), ids.Distinct().Count(), back);

    /// <summary>Everything in the filtered list that lies with somebody below.</summary>
    [Needs(Act.Chase)]
    public Task<IActionResult> OnPostAllAsync() => RemindAsync(ReminderKind.Chase, MayChase, null, null);

    [Needs(Act.Chase)]
    public Task<IActionResult> OnPostCallAsync(int call) => RemindAsync(ReminderKind.Call, row => row.Id == call, 1, null);

    /// <param name="asked">How many were named: each must be there. Null when all of the list are meant.</param>
    private async Task<IActionResult> RemindAsync(ReminderKind kind, Func<ChasedRow, bool> chosen, int? asked, string? back)
    {
        await ReadAsync();
        var rows = _list.Rows.Where(chosen).ToList();
        Rule.Require(asked != 0 && (asked is not null || rows.Count > 0), "请先勾选要催办的事项。");
        if (asked is { } named && rows.Count != named)
        {
            return NotFound();
        }

        if (rows.Any(r => !MayChase(r)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var earlier = (await _list.RemindersAsync(Of, rows)).SelectMany(r => r).ToList();
        var section = user.IsDistrictWide ? "组织科" : user.Organization!.ShortName;
        var fresh = rows.Count == 1 ? rows : [.. rows.Where(r => r.Item.IsOpen && !earlier.Any(e => e.Kind == kind && e.On == Today && e.IsOf(r.Item)))];
        db.AddRange(fresh.Select(r => new Reminder(kind, r.Item, user.Actor, section, earlier, clock.Now)).ToList());
        await db.SaveChangesAsync();
        Tell(kind is ReminderKind.Call ? $"已登记电话提醒：{rows[0].Item.Name}。"
            : $"已催办{fresh.Count}项，对方登录后在待办中看到。{(rows.Count > fresh.Count ? $"{rows.Count - fresh.Count}项今天已催办过，没有重复。" : "")}");
        return Redirect(Back(back));
    }

    /// <summary>Where it was pressed: the page that named itself, else this list with its filters.</summary>
    private string Back(string? page) => Url.IsLocalUrl(page) ? page : "/dashboard/chasing" + QueryString.Create(Request.Query.Where(q => q.Key != "handler"));

    private async Task ReadAsync()
    {
        Year = ChosenYear(clock);
        All = reveal.Holds(Calls, PhoneReveal.OfCallList, user.Post!.OrganizationId);
        await _list.ReadAsync(Of, Year, Period, Committee);
        Period = _list.Period;
    }
}
