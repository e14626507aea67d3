using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Coordination;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Coordination;

/// <summary>The year's 协调事项 that the post may read: what is overdue on top, then what is open, then the rest; each in official order.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    public static readonly string[] Headers =
        ["提出单位", "所属党（工）委", "期次", "任务", "需协调事项", "提出日期", "状态", "承办部门", "答复期限", "答复日期", "答复意见", "议定事项", "议定完成日期"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public CoordinationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Department { get; set; }

    /// <summary>轮到本级: the reader's organisation is to act next.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    /// <summary>逾期未答复.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    /// <summary>应答复, split by whether it was in time.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? InTime { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<CoordinationView> All { get; private set; } = [];
    public IReadOnlyList<CoordinationView> Rows { get; private set; } = [];
    public Liaisons Liaisons { get; private set; } = null!;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;

    /// <summary>The day by whose affiliations the year's rows are counted.</summary>
    public DateOnly CutOff => OrgTree.CutOff(Year, Today);
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user, CutOff);

    /// <summary>The strip: each figure with the list that holds exactly so many rows.</summary>
    public IReadOnlyList<(string Word, string Count, string Link)> Figures
    {
        get
        {
            var (due, inTime) = (All.Count(v => v.IsReplyDue(Today)), All.Count(v => v.IsReplyDue(Today) && v.IsInTime));
            return
            [
                ("全部", $"{All.Count}", List("")),
                ("轮到本级办理", $"{All.Count(IsMine)}", List("&Mine=true")),
                (CoordinationState.Sent.Text(), $"{All.Count(v => v.State is CoordinationState.Sent)}", List($"&State={CoordinationState.Sent}")),
                ("逾期未答复", $"{All.Count(v => v.IsOverdue(Today))}", List("&Overdue=true")),
                (CoordinationState.Answered.Text(), $"{All.Count(v => v.State is CoordinationState.Answered)}", List($"&State={CoordinationState.Answered}")),
                (CoordinationState.Solved.Text(), $"{All.Count(v => v.State is CoordinationState.Solved)}", List($"&State={CoordinationState.Solved}")),
                ($"部门按期答复　{inTime}/{due}件", Show.Percent(inTime, due), List("&InTime=true")),
            ];
        }
    }

    public string Chosen => string.Join("、", new[] { Mine ? "轮到本级办理" : "", Overdue ? "逾期未答复" : "", InTime is { } inTime ? inTime ? "按期答复" : "未按期答复" : "" }.Where(w => w.Length > 0));

    [Needs(Act.ReadCoordination)]
    public async Task OnGetAsync()
    {
        var rows = await SelectAsync();
        Liaisons = await Liaisons.ReadAsync(db, user.Tree, Today);
        P = Math.Max(1, P);
        (Total, Rows) = (rows.Count, [.. rows.Skip((P - 1) * PageSize).Take(PageSize)]);
    }

    [Needs(Act.ReadCoordination)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await SelectAsync();
        string[] chosen = [user.Tree.Find(Committee)?.Name ?? "", user.Tree.Find(Department)?.ShortName ?? "", State?.Text() ?? "", Chosen, Words?.Trim() ?? ""];
        var scope = string.Join("、", chosen.Where(c => c.Length > 0));
        var layout = new SheetLayout("协调事项", $"{Year}年需协调事项", [.. Headers.Select(h => new SheetColumn(h))], [.. rows.Select(v => (IReadOnlyList<object?>)Cells(v, user.Tree, Today, CutOff))])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（{rows.Count}件）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"协调事项-{Year}.xlsx");
    }

    public static object?[] Cells(CoordinationView v, OrgTree tree, DateOnly today, DateOnly cutOff) =>
    [
        tree[v.OrganizationId].Name, tree.CommitteeOn(v.OrganizationId, cutOff)?.Name, v.PeriodWords, v.Label, v.Request, Domain.Calendar.OfficeTime.DayOf(v.AskedAt),
        v.State.Text() + (v.IsOverdue(today) ? "（逾期）" : ""), tree.Find(v.DepartmentId)?.ShortName, v.DueOn, v.RepliedOn, v.Answer, v.Agreed, v.AgreedBy,
    ];

    public string List(string more) => $"/coordination?year={Year}{more}";

    private bool IsMine(CoordinationView view) => view.TurnOf(user.Tree) == user.Post?.OrganizationId;

    private async Task<List<CoordinationView>> SelectAsync()
    {
        Year = ChosenYear(clock);
        All = [.. (await CoordinationView.ReadAsync(db.CoordinationItems.Where(i => i.Year == Year))).Where(v => user.Tree.Find(v.OrganizationId) is not null)];
        var words = Words?.Trim() ?? "";
        var found = words.Length == 0 ? [] : user.Tree.Search(words).Select(n => n.Id).ToHashSet();
        var below = Committee is { } committee ? user.Tree.WithinOn(committee, CutOff) : null;
        return
        [
            .. All.Where(v => (words.Length == 0 || found.Contains(v.OrganizationId) || v.Request.Contains(words, StringComparison.Ordinal) || v.Label.Contains(words, StringComparison.Ordinal))
                    && (below?.Contains(v.OrganizationId) ?? true) && (Department is null || v.DepartmentId == Department) && (State is null || v.State == State)
                    && (!Mine || IsMine(v)) && (!Overdue || v.IsOverdue(Today)) && (InTime is null || (v.IsReplyDue(Today) && v.IsInTime == InTime)))
                .OrderBy(v => v.IsOverdue(Today) ? 0 : v.IsOpen ? 1 : 2).ThenBy(v => v.IsOverdue(Today) ? v.DueOn : null).ThenBy(v => user.Tree[v.OrganizationId].SortNo).ThenBy(v => v.Id),
        ];
    }
}
