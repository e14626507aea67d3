using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>Accounts that nobody has come in with yet, by committee: whom to remind, and new slips for those who lost theirs.</summary>
public sealed class PendingModel(PartyWorkDb db, CurrentUser current, OneTimeCodes codes, AccountRules rules, BusinessClock clock, TimeProvider time) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Sum> Sums { get; private set; } = [];
    public IReadOnlyList<Slip> Slips { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public DateTime Now => time.GetUtcNow().UtcDateTime;
    public OrgTree Tree => current.Tree;
    public bool MayReissue => current.May(Act.ManageAccounts);

    [Needs(Act.ReadAccounts)]
    public async Task OnGetAsync() => await LoadAsync();

    [Needs(Act.ReadAccounts)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await SelectAsync();
        var layout = new SheetLayout("从未激活的账号", "从未激活的账号", [.. ((string[])["党（工）委", "党组织", "职务", "姓名", "账号", "一次性码"]).Select(h => new SheetColumn(h))],
            [.. rows.Select(r => (IReadOnlyList<object?>)[r.Committee?.Name, r.Organization?.Name, r.Title, r.Name, r.UserName, Validity(r)])])
        {
            SecondLine = [$"范围：{Tree.Find(Committee)?.Name ?? "全区"}（{rows.Count}个）", $"导出日期：{Show.Day(clock.Today)}（非涉密，仅供内部工作使用）"],
        };
        return File(SheetWriter.Write(layout), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "从未激活的账号.xlsx");
    }

    /// <param name="ids">Of those never activated; others are passed over.</param>
    /// <param name="all">Instead of them, all that the filter shows.</param>
    [Needs(Act.ManageAccounts)]
    public async Task<IActionResult> OnPostReissueAsync(int[] ids, bool all)
    {
        var chosen = (await SelectAsync()).Where(r => all || ids.Contains(r.Id)).Take(BulkModel.MostAtOnce).ToDictionary(r => r.Id);
        return await TryAsync(db, async () =>
        {
            Rule.Require(chosen.Count > 0, "请先在表中勾选要重发激活单的账号。");
            var users = (await db.Users.Where(u => u.ActivatedAt == null && u.PasswordHash == null && !u.IsDisabled && !u.IsDemo).ToListAsync()).Where(u => chosen.ContainsKey(u.Id)).ToDictionary(u => u.Id);
            var expires = Now.AddDays(rules.CodeDays);
            db.Lease.Why = "重发激活单";
            Slips = [.. chosen.Values.Where(r => users.ContainsKey(r.Id)).Select(r => Accounts.Issue(users[r.Id], r.Name, r.Organization is { } o ? new PostView(o.Id, r.Title) : null, Tree, codes, expires))];
            await db.SaveChangesAsync();
            return Page();
        }, async () =>
        {
            await LoadAsync();
            return Page();
        });
    }

    public string Validity(Row row) => row.CodeExpires is not { } expires ? "没有一次性码" : expires <= Now ? "已过期" : $"{Show.Instant(expires)}前有效";

    private async Task LoadAsync()
    {
        var rows = await SelectAsync();
        Pager = new Pager(1, PageSize, rows.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. rows.Skip((Pager.Page - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>Two commands: all accounts that are open with the posts of today, a couple of thousand short rows, ordered and summed here.</summary>
    private async Task<List<Row>> SelectAsync()
    {
        var today = clock.Today;
        var found = await db.Users.AsNoTracking().Where(u => !u.IsDisabled && !u.IsDemo).Select(u => new
        {
            u.Id,
            u.UserName,
            Name = u.Person == null ? "" : u.Person.Name,
            u.CodeExpires,
            Activated = u.ActivatedAt != null || u.PasswordHash != null,
            Post = u.Person!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => new PostView(h.OrganizationId, h.Title)).FirstOrDefault(),
        }).ToListAsync();
        var rows = found.Select(u => (u.Activated, Row: new Row(u.Id, u.UserName!, u.Name, u.Post?.Title ?? "", Tree.Find(u.Post?.OrganizationId), u.Post is { } p ? Tree.Committee(p.OrganizationId) : null, u.CodeExpires)))
            .OrderBy(r => r.Row.Committee?.SortNo ?? int.MaxValue).ThenBy(r => r.Row.Organization?.SortNo ?? int.MaxValue).ThenBy(r => r.Row.UserName, StringComparer.Ordinal).ToList();
        Sums = [.. rows.GroupBy(r => r.Row.Committee).Select(g => new Sum(g.Key, g.Count(), g.Count(r => !r.Activated)))];
        var words = Words?.Trim() ?? "";
        return [.. rows.Where(r => !r.Activated).Select(r => r.Row).Where(r => (Committee is null || r.Committee?.Id == Committee)
            && (words.Length == 0 || r.Name.Contains(words, StringComparison.Ordinal) || r.UserName.Contains(words, StringComparison.OrdinalIgnoreCase) || r.Organization?.Name.Contains(words, StringComparison.Ordinal) == true))];
    }

    public sealed record Row(int Id, string UserName, string Name, string Title, OrgNode? Organization, OrgNode? Committee, DateTime? CodeExpires);

    /// <param name="Committee">Null for posts of the district itself.</param>
    public sealed record Sum(OrgNode? Committee, int Accounts, int Pending);
}
