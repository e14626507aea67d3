using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Organizations;

/// <param name="Tone">Of the dot beside the state: red is overdue, yellow waits for somebody; empty for none.</param>
public sealed record SheetLine(string Text, string Due = "", string State = "", string Tone = "", string Link = "");

public sealed record SheetPart(string Title, string Empty, IReadOnlyList<SheetLine> Lines, string StateWord = "情况");

/// <summary>接手单: what is open in the post's organisation and when it is due, how last quarter was answered, where the files are, whom to call.</summary>
public sealed record HandoverSheet(IReadOnlyList<SheetPart> Parts)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static HandoverSheet Parse(string stored) => JsonSerializer.Deserialize<HandoverSheet>(stored, Plain)!;

    public string Print() => JsonSerializer.Serialize(this, Plain);
}

/// <summary>
/// Lists what a post leaves behind. Past the subtree filter on purpose: who takes over reads it before the post is his, and a lead may stand in
/// another organisation's list. Whoever calls this has asked whether the reader may.
/// </summary>
public sealed class HandoverSheetReader(PartyWorkDb db, OrgTree tree, int organizationId, int holdingId, DateOnly today)
{
    private readonly int[] _children = [.. tree.Children(organizationId).Where(c => c.ClosedOn is null).Select(c => c.Id)];

    public async Task<HandoverSheet> ReadAsync()
    {
        var filings = await FilingsAsync();
        var own = filings.Where(f => f.OrganizationId == organizationId).OrderBy(f => f.Due).ToList();
        return new HandoverSheet(
        [
            new("未办结的报送", "没有未办结的报送。", [.. own.Select(f => (Filing: f, Status: f.Status(today)))
                .Where(f => f.Status is not (FilingStatus.NotOpen or FilingStatus.Accepted or FilingStatus.Lapsed))
                .Select(f => new SheetLine(f.Filing.Name, f.Status is FilingStatus.Submitted or FilingStatus.Returned ? "" : Day(f.Filing.Due), f.Status.Text(),
                    f.Status is FilingStatus.Overdue or FilingStatus.Locked ? "red" : "yellow", f.Filing.Link))]),
            new("推进中的任务", "没有推进中的任务。", await TasksAsync()),
            new("未销号的问题", "没有未销号的问题。", await ProblemsAsync()),
            new("待审核下级的报送", "没有待审核的报送。", [.. filings.Where(f => f.OrganizationId != organizationId)
                .Select(f => new SheetLine($"{tree[f.OrganizationId].Name}：{f.Name}", "", FilingStatus.Submitted.Text(), "yellow", f.Link))]),
            new("待批准的任务变更", "没有待批准的变更。", await ChangesAsync()),
            new("未办结的协调事项", "没有未办结的协调事项。", await CoordinationAsync()),
            await LastQuarterAsync(),
            new("文件在哪里", "", [.. Places(own)]),
            new("联系人", "没有登记联系人。", await ContactsAsync(), "电话"),
        ]);
    }

    private Task<List<OwedFiling>> FilingsAsync() => db.Filings.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
        .Where(f => (f.OrganizationId == organizationId && f.Year >= today.Year - 1) || (f.Stage == FilingStage.Submitted && _children.Contains(f.OrganizationId)))
        .Select(f => new OwedFiling(f.Id, f.OrganizationId, f.Kind, f.Year, f.Period, f.Stage, f.Window.Opens, f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil)).ToListAsync();

    private async Task<IReadOnlyList<SheetLine>> TasksAsync()
    {
        await db.FreshenLightsAsync();
        var tasks = await db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(t => t.State == TaskState.InProgress && (t.OrganizationId == organizationId || t.Lead.HoldingId == holdingId))
            .OrderBy(t => t.Light == TaskLight.Red ? 0 : t.Light == TaskLight.Stalled ? 1 : t.Light == TaskLight.Yellow ? 2 : 3).ThenBy(t => t.ExtendedTo ?? t.DueOn).ThenBy(t => t.Id).Select(t => new
            {
                t.OrganizationId, t.No, t.Content, t.Light, Due = t.ExtendedTo ?? t.DueOn, t.Lead,
                ListsId = db.Filings.Where(f => f.OrganizationId == t.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == t.Year).Select(f => f.Id).FirstOrDefault(),
            }).ToListAsync();
        return [.. tasks.Select(t => new SheetLine($"{Owner(t.OrganizationId)}任务{t.No}　{t.Content}{(t.Lead.HoldingId == holdingId ? "（由移交人牵头）" : "")}", Day(t.Due), t.Light.Text(),
            t.Light switch { TaskLight.Red or TaskLight.Stalled => "red", TaskLight.Yellow => "yellow", _ => "green" }, $"/lists/{t.ListsId}/tasks/{t.No}"))];
    }

    private async Task<IReadOnlyList<SheetLine>> ProblemsAsync()
    {
        var problems = await db.Problems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(p => (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed) && (p.OrganizationId == organizationId || p.Owner.HoldingId == holdingId || p.Leader.HoldingId == holdingId))
            .OrderBy(p => p.Deadline.On).ThenBy(p => p.Id).Select(p => new
            {
                p.OrganizationId, p.No, p.Statement, p.Deadline, p.State,
                ListsId = db.Filings.Where(f => f.OrganizationId == p.OrganizationId && f.Kind == FilingKind.ThreeLists && f.Year == p.Year).Select(f => f.Id).FirstOrDefault(),
            }).ToListAsync();
        return [.. problems.Select(p => new SheetLine($"{Owner(p.OrganizationId)}问题{p.No}　{p.Statement}", p.Deadline.ToString(),
            p.Deadline.On < today ? "超期" : p.State.Text(), p.Deadline.On < today ? "red" : p.State is ProblemState.CloseClaimed ? "yellow" : "green", $"/lists/{p.ListsId}/problems/{p.No}"))];
    }

    private async Task<IReadOnlyList<SheetLine>> ChangesAsync()
    {
        var changes = await db.TaskChanges.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(c => c.State == TaskChangeState.Requested && (c.OrganizationId == organizationId || _children.Contains(c.OrganizationId)))
            .OrderBy(c => c.RequestedOn).ThenBy(c => c.Id).Select(c => new { c.OrganizationId, c.Kind, c.Task.No, c.RequestedOn }).ToListAsync();
        return [.. changes.Select(c => new SheetLine($"{tree[c.OrganizationId].Name}：任务{c.No}申请{c.Kind.Text()}", "", $"{Day(c.RequestedOn)}提出", "yellow", "/lists/changes"))];
    }

    /// <summary>What the organisation asked, what those below ask of it, and what it was given as a department.</summary>
    private async Task<IReadOnlyList<SheetLine>> CoordinationAsync()
    {
        var items = await db.CoordinationItems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(i => (i.OrganizationId == organizationId && i.State < CoordinationState.Solved) || (i.State == CoordinationState.Raised && _children.Contains(i.OrganizationId))
                || (i.State == CoordinationState.Sent && i.DepartmentId == organizationId))
            .OrderBy(i => i.DueOn == null).ThenBy(i => i.DueOn).ThenBy(i => i.Id).Select(i => new { i.Id, i.OrganizationId, i.Request, i.State, i.DueOn, i.DepartmentId }).ToListAsync();
        return [.. items.Select(i => new SheetLine($"{(i.OrganizationId == organizationId ? "" : tree[i.OrganizationId].Name + "：")}{i.Request}", i.State is CoordinationState.Sent ? Day(i.DueOn) : "",
            i.State is CoordinationState.Sent ? $"{i.State.Text()}（{tree.Find(i.DepartmentId)?.ShortName}）" : i.State.Text(), CoordinationItem.IsOverdueAt(i.State, i.DueOn, today) ? "red" : "yellow", $"/coordination/{i.Id}"))];
    }

    private async Task<SheetPart> LastQuarterAsync()
    {
        var last = await db.Filings.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(f => f.OrganizationId == organizationId && f.Kind == FilingKind.QuarterlyReport && f.FirstSubmittedAt != null)
            .OrderByDescending(f => f.Year).ThenByDescending(f => f.Period)
            .Select(f => new { f.Id, f.Year, f.Period, f.Stage, Version = f.Versions.OrderByDescending(v => v.No).First() }).FirstOrDefaultAsync();
        return last is null ? new("上一期季报怎么填的", "还没有报送过季报。", [])
            : new($"上一期季报怎么填的（{last.Year}年{Quarter.Text(last.Period)}，{last.Stage.Text()}）", "没有填报内容。", [.. last.Version.Rows().Where(r => r.Answer is not Answer.Unanswered)
                .Select(r => new SheetLine($"{r.Label}{(r.Words.Length > 0 ? "：" + r.Words : "")}", "", r.Answer is Answer.Value && r.Choice is { } choice ? ((ReportChoice)choice).Text() : r.Answer.Text(), "", $"/reports/{last.Id}"))], "填报");
    }

    private IEnumerable<SheetLine> Places(IEnumerable<OwedFiling> own)
    {
        foreach (var lists in own.Where(f => f.Kind is FilingKind.ThreeLists))
        {
            yield return new($"{lists.Year}年问题、任务、责任清单及其变更记录", Link: lists.Link);
        }

        yield return new("历次季报及每次报送的定稿", Link: $"/reports?year={today.Year}");
        yield return new("本组织基本情况、隶属沿革、历任", Link: $"/organizations/{organizationId}");
        yield return new("本组织变更记录", Link: $"/organizations/{organizationId}/history");
        yield return new("操作手册", Link: "/help");
    }

    private async Task<IReadOnlyList<SheetLine>> ContactsAsync()
    {
        var parent = tree.Parent(organizationId)?.Id ?? 0;
        var people = await db.PostHoldings.Where(h => h.From <= today && (h.To == null || h.To >= today)
                && (((h.OrganizationId == organizationId || h.OrganizationId == parent) && (h.Kind <= PostKind.Officer || h.Kind == PostKind.DistrictStaff)) || (h.Kind == PostKind.Secretary && _children.Contains(h.OrganizationId))))
            .Select(h => new { h.OrganizationId, h.Kind, h.Title, h.Person.Name, Phone = h.Person.Phone == "" ? h.Organization.Phone : h.Person.Phone }).ToListAsync();
        return [.. people.OrderBy(p => p.OrganizationId == parent ? 0 : p.OrganizationId == organizationId ? 1 : 2).ThenBy(p => tree[p.OrganizationId].SortNo).ThenBy(p => p.Kind)
            .Select(p => new SheetLine($"{(p.OrganizationId == parent ? "上级" : p.OrganizationId == organizationId ? "本级" : "下级")}　{p.Name}　{p.Title}", "", p.Phone))];
    }

    private string Owner(int owner) => owner == organizationId ? "" : tree[owner].ShortName;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private sealed record OwedFiling(int Id, int OrganizationId, FilingKind Kind, int Year, int Period, FilingStage Stage, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil)
    {
        public string Name => $"{Year}年{Window.NameOf(Kind, Period)}";
        public string Link => FilingAddress.Of(Kind, Id);

        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);
    }
}
