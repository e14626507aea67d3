using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Coordination;
using PartyWork.Web.Pages.Dashboard;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Chasing;

public enum ChasingKind
{
    [System.ComponentModel.Description("谁还没报")] Missing,
    [System.ComponentModel.Description("卡在谁手里")] Waiting,
    [System.ComponentModel.Description("逾期未答复的协调事项")] Replies,
}

/// <summary>One thing that waits for somebody, with whom to speak to about it.</summary>
/// <param name="Id">Of the filing or the 协调事项.</param>
/// <param name="Node">Whose it is.</param>
/// <param name="HolderId">The organisation that has it in hand.</param>
/// <param name="Place">Whose turn: 书记, 填报, 春晖街道审核, 联络员.</param>
/// <param name="CutOff">The day whose affiliations say which committee it is listed under, as the dashboard counts it.</param>
public sealed record ChasedRow(
    int Id, OrgNode Node, int HolderId, string What, string Link, string State, string Tone, DateOnly? Due, DateTime? Since, string Place, string Person, string Phone, DateOnly CutOff, Remindable Item);

/// <summary>The whole of a dashboard block: the same rows in the same order, with what has already been said about them.</summary>
public sealed class ChasingList(PartyWorkDb db, CurrentUser user, DateOnly today)
{
    public int Period { get; private set; }
    public IReadOnlyList<ChasedRow> Rows { get; private set; } = [];

    /// <param name="period">Of the filings that are missing; null for the latest that has opened.</param>
    /// <param name="committee">Only it and what was below it at each row's cut-off; null for all.</param>
    public async Task ReadAsync(ChasingKind kind, int year, int? period, int? committee)
    {
        Rows = [.. (kind is ChasingKind.Replies ? await RepliesAsync(year) : await FilingsAsync(kind, year, period)).Where(r => committee is not { } id || user.Tree.WasWithin(id, r.Node.Id, r.CutOff))];
    }

    /// <summary>The last reminders of these rows, newest first, in one command.</summary>
    public async Task<ILookup<int, Reminder>> RemindersAsync(ChasingKind kind, IEnumerable<ChasedRow> rows)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var reminders = await (kind is ChasingKind.Replies
            ? db.Reminders.Where(r => r.CoordinationItemId != null && ids.Contains(r.CoordinationItemId.Value))
            : db.Reminders.Where(r => r.FilingId != null && ids.Contains(r.FilingId.Value))).AsNoTracking().OrderByDescending(r => r.Id).ToListAsync();
        return reminders.ToLookup(r => r.FilingId ?? r.CoordinationItemId!.Value);
    }

    /// <summary>What is written to the work group: in official order, by the committee of who has it in hand, with names and days, without phones; what lies with the writer is nobody else's to hurry.</summary>
    public string Text(ChasingKind kind, int year, string address)
    {
        var waiting = Rows.Where(r => r.HolderId != user.Post?.OrganizationId).ToList();
        var groups = waiting.OrderBy(r => user.Tree[r.Node.Id].SortNo).GroupBy(r => user.Tree.CommitteeOn(kind is ChasingKind.Waiting ? r.HolderId : r.Node.Id, r.CutOff)).OrderBy(g => g.Key?.SortNo);
        return string.Join('\n',
        [
            $"【{(kind is ChasingKind.Replies ? "协调事项待答复" : kind is ChasingKind.Missing ? $"{year}年待报送" : $"{year}年待办理")}】共{waiting.Count}项，请以下单位抓紧办理：",
            .. groups.SelectMany(g => g.Select(Line).Prepend($"\n{g.Key?.ShortName ?? "区委"}")),
            $"\n办理地址：{address}",
        ]);

        string Line(ChasedRow row) => $"　{row.Node.Name}：{row.What}（{row.Place}{(row.Person.Length > 0 ? " " + row.Person : "")}）"
            + (row.Due is { } due ? $"，{Show.Words(due)}24:00{(due < today ? "已到期" : "截止")}" : "");
    }

    private async Task<IEnumerable<ChasedRow>> FilingsAsync(ChasingKind kind, int year, int? period)
    {
        var filings = (await FilingView.ReadAsync(db.Filings.Regular().Where(f => f.Year == year))).Where(f => user.Tree.Find(f.OrganizationId) is not null).ToList();
        Period = period is >= 0 and <= 4 ? period.Value : Overview.LatestPeriod(filings, today);
        var overview = new Overview(filings, user.Tree, year, Period, today);
        var rows = kind is ChasingKind.Missing ? overview.Missing : overview.Waiting;
        var holders = await Holders.ReadAsync(db, user, rows, today);
        return rows.Select(f =>
        {
            var (node, hands, status) = (user.Tree[f.OrganizationId], holders.Of(f), f.Status(today));
            var name = Window.NameOf(f.Kind, f.Period);
            return new ChasedRow(f.Id, node, hands.OrganizationId, name, f.Link, status.Text(), Show.Tone(status), f.Due, f.Since, hands.Place, hands.Name, hands.Phone, f.CutOff(today),
                new Remindable(hands.OrganizationId, f.Id, null, node.Name + name, status is not FilingStatus.NotOpen));
        });
    }

    private async Task<IEnumerable<ChasedRow>> RepliesAsync(int year)
    {
        var items = (await CoordinationView.ReadAsync(db.CoordinationItems.Where(i => i.Year == year && i.State == Domain.Coordination.CoordinationState.Sent && i.DueOn < today)))
            .Where(v => user.Tree.Find(v.OrganizationId) is not null).OrderBy(v => v.DueOn).ThenBy(v => user.Tree[v.OrganizationId].SortNo).ToList();
        var liaisons = await Liaisons.ReadAsync(db, user.Tree, today);
        return items.Select(v =>
        {
            var (department, liaison) = (user.Tree[v.DepartmentId!.Value], liaisons.Of(v.DepartmentId));
            return new ChasedRow(v.Id, user.Tree[v.OrganizationId], department.Id, v.Request, $"/coordination/{v.Id}", "逾期未答复", "red", v.DueOn, v.Since, $"{department.ShortName}联络员", liaison?.Name ?? "空缺",
                user.Scope.Everything ? liaison?.Phone ?? "" : "", OrgTree.CutOff(year, today), new Remindable(department.Id, null, v.Id, $"{department.ShortName}承办的协调事项", true));
        });
    }
}
