using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>All problems within the scope; those past their day first when asked for.</summary>
public sealed class AllProblemsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private static readonly string[] Headers = ["党组织", "所属党（工）委", "序号", "来源", "问题表述", "整改时限", "责任人", "状态", "反弹次数"];

    [BindProperty(SupportsGet = true)]
    public ProblemState? State { get; set; }

    /// <summary>整改中且已过整改时限.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    /// <summary>已备案: without drafts and without those carried over.</summary>
    [BindProperty(SupportsGet = true)]
    public bool InForce { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today => clock.Today;

    /// <summary>The day by whose affiliations the year's rows are counted.</summary>
    public DateOnly CutOff => OrgTree.CutOff(Year, Today);
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user, CutOff);

    [Needs(Act.ReadLists)]
    public async Task OnGetAsync()
    {
        var keys = await SelectAsync();
        Total = keys.Count;
        P = Math.Max(1, P);
        Rows = await ReadAsync([.. keys.Skip((P - 1) * PageSize).Take(PageSize)]);
    }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await ReadAsync(await SelectAsync());
        string[] chosen = [user.Tree.Find(Committee)?.Name ?? "", State?.Text() ?? "", Overdue ? "已过整改时限" : "", InForce ? "已备案" : "", Words?.Trim() ?? ""];
        var scope = string.Join("、", chosen.Where(c => c.Length > 0));
        var layout = new SheetLayout("问题", $"{Year}年问题清单汇总", [.. Headers.Select(h => new SheetColumn(h))], [.. rows.Select(p => (IReadOnlyList<object?>)
            [user.Tree[p.OrganizationId].Name, CommitteeOf(p.OrganizationId)?.Name, p.No * Quantity.One, p.Source.Text(), p.Statement, p.Deadline.ToString(), p.Owner.Text, p.State.Text(), p.Relapses * Quantity.One])])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（{rows.Count}个）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"问题清单汇总-{Year}.xlsx");
    }

    private async Task<List<int>> SelectAsync()
    {
        Year = ChosenYear(clock);
        var today = Today;
        var problems = db.Problems.Where(p => p.Year == Year && (State == null || p.State == State));
        if (Overdue)
        {
            problems = problems.Where(p => p.State == ProblemState.Rectifying && p.Deadline.On < today);
        }

        if (InForce)
        {
            problems = problems.Where(p => p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed || p.State == ProblemState.Closed);
        }

        if (Committee is { } committee)
        {
            var below = user.Tree.WithinOn(committee, CutOff).ToArray();
            problems = problems.Where(p => below.Contains(p.OrganizationId));
        }

        if (Words?.Trim() is { Length: > 0 } words)
        {
            var found = user.Tree.Search(words).Select(n => n.Id).ToArray();
            problems = problems.Where(p => p.Statement.Contains(words) || found.Contains(p.OrganizationId));
        }

        return [.. (await problems.Select(p => new { p.Id, p.OrganizationId, p.No, p.Deadline.On }).ToListAsync())
            .OrderBy(k => Overdue ? k.On : null).ThenBy(k => user.Tree.Find(k.OrganizationId)?.SortNo).ThenBy(k => k.No).Select(k => k.Id)];
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(List<int> ids)
    {
        var order = ids.Index().ToDictionary(i => i.Item, i => i.Index);
        var rows = await db.Problems.Where(p => ids.Contains(p.Id)).Select(p => new Row(p.Id,
            db.Filings.Where(f => f.OrganizationId == p.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == p.Year).Select(f => f.Id).FirstOrDefault(),
            p.OrganizationId, p.No, p.Source, p.Statement, p.Deadline, p.Owner, p.State, p.Relapses)).ToListAsync();
        return [.. rows.OrderBy(r => order[r.Id])];
    }

    public OrgNode Node(int id) => user.Tree[id];

    public OrgNode? CommitteeOf(int id) => user.Tree.CommitteeOn(id, CutOff);

    public sealed record Row(
        int Id, int ListsId, int OrganizationId, int No, ProblemSource Source, string Statement, Deadline Deadline, Responsible Owner, ProblemState State, int Relapses)
    {
        public bool IsOverdue(DateOnly today) => State is ProblemState.Rectifying && Deadline.On < today;
    }
}
