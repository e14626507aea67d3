using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.ThreeLists;

/// <summary>What importing one line of a list would change; nothing when the list of changes is empty.</summary>
public sealed record ListsLine(string List, int No, string Text, bool IsNew, IReadOnlyList<string> Changes);

/// <param name="Notices">Names without a post, lines that the workbook lacks: to be settled, none stops the import.</param>
public sealed record ListsPlan(ListsFile File, IReadOnlyList<ListsLine> Lines, IReadOnlyList<CellFinding> Findings, IReadOnlyList<string> Notices)
{
    public bool ChangesAnything => Lines.Any(l => l.Changes.Count > 0);
}

/// <summary>Brings a committee's workbook into the lists. Key is the 序号; a blank cell or absent column leaves as it is; nothing is deleted.</summary>
public sealed class ListsImport(PartyWorkDb db, OrgTree tree, int organizationId, int year)
{
    private Dictionary<int, Problem> _problems = [];
    private Dictionary<int, WorkTask> _tasks = [];
    private Dictionary<int, DutyItem> _duties = [];
    private ILookup<string, (int Id, int OrganizationId)> _holders = Enumerable.Empty<(string, int, int)>().ToLookup(h => h.Item1, h => (h.Item2, h.Item3));

    /// <summary>The rows of lists as the workbook writes them.</summary>
    public static (IReadOnlyList<ProblemRow> Problems, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<DutyRow> Duties) Rows(Domain.ThreeLists.ThreeLists lists) => (
        [.. lists.Problems.Select(p => new ProblemRow(0, p.No, p.Source, p.Statement, p.Nature, p.Cause, p.Goal, p.Deadline, p.Leader.Text, p.Owner.Text, [.. p.Tasks.Select(t => t.No).Order()]))],
        [.. lists.Tasks.Select(t => new TaskRow(0, t.No, t.Category, t.Content, t.Measure, t.Target, t.Unit, t.Nodes, t.EffectiveDue, t.Lead.Text, t.Cooperating, t.Source))],
        [.. lists.Duties.Select(d => new DutyRow(0, d.No, d.PostTitle, d.Holder.Text, d.Character, d.Content, [.. d.Tasks.Select(t => t.No).Order()], d.Frequency, d.Deadline))]);

    /// <summary>The preview: reads, compares, changes nothing.</summary>
    public async Task<ListsPlan> PlanAsync(ListsFile file)
    {
        await LoadAsync();
        var organization = tree[organizationId];
        Rule.Require(file.Year is null || file.Year == year, $"这是{file.Year}年的清单，当前填报的是{year}年，请核对文件。");
        Rule.Require(file.OrganizationName is null || file.OrganizationName == organization.Name || file.OrganizationName == organization.ShortName,
            $"这是“{file.OrganizationName}”的清单，不能导入到“{organization.Name}”，请核对文件。");
        var lines = new List<ListsLine>();
        var notices = new List<string>();
        var findings = file.Findings.ToList();
        var knownTasks = _tasks.Keys.Union(file.Tasks.Select(t => t.No ?? 0)).ToHashSet();
        foreach (var row in file.Problems.Where(r => r.No is not null))
        {
            CheckLinks("问题清单", row.Row, "对应任务", row.Tasks);
            Note("问题清单", row.Row, "责任领导", row.Leader);
            Note("问题清单", row.Row, "责任人", row.Owner);
            var old = _problems.GetValueOrDefault(row.No!.Value);
            lines.Add(new ListsLine("问题清单", row.No.Value, row.Statement ?? old?.Statement ?? "", old is null, old is null ? ["新增"] : Differences(
                ("来源", old.Source.Text(), row.Source?.Text()), ("表述", old.Statement, row.Statement), ("性质", old.Nature.Text(), row.Nature?.Text()), ("成因", old.Cause, row.Cause),
                ("目标", old.Goal, row.Goal), ("时限", old.Deadline.ToString(), row.Deadline?.ToString()), ("责任领导", old.Leader.Text, row.Leader), ("责任人", old.Owner.Text, row.Owner),
                ("对应任务", Join(old.Tasks.Select(t => t.No)), row.Tasks is null ? null : Join(row.Tasks)))));
        }

        foreach (var row in file.Tasks.Where(r => r.No is not null))
        {
            Note("任务清单", row.Row, "牵头责任人", row.Lead);
            var old = _tasks.GetValueOrDefault(row.No!.Value);
            lines.Add(new ListsLine("任务清单", row.No.Value, row.Content ?? old?.Content ?? "", old is null, old is null ? ["新增"] : Differences(
                ("类别", old.Category, row.Category), ("内容", old.Content, row.Content), ("目标值", Print(old.Measure, old.Target), row.Measure is null ? null : Print(row.Measure.Value, row.Target)),
                ("单位", old.Unit, row.Unit), ("节点", Print(old.Nodes), row.Nodes is null ? null : Print(row.Nodes)), ("时限", $"{old.EffectiveDue:yyyy-MM-dd}", row.DueOn is null ? null : $"{row.DueOn:yyyy-MM-dd}"),
                ("牵头责任人", old.Lead.Text, row.Lead), ("配合单位", old.Cooperating, row.Cooperating), ("来源", old.Source, row.Source))));
        }

        foreach (var row in file.Duties)
        {
            CheckLinks("责任清单", row.Row, "对应任务", row.Tasks);
            Note("责任清单", row.Row, "姓名", row.Holder);
            var old = _duties.GetValueOrDefault(row.No);
            lines.Add(new ListsLine("责任清单", row.No, row.Content ?? old?.Content ?? "", old is null, old is null ? ["新增"] : Differences(
                ("岗位", old.PostTitle, row.PostTitle), ("姓名", old.Holder.Text, row.Holder), ("性质", old.Character, row.Character), ("内容", old.Content, row.Content),
                ("频次", old.Frequency, row.Frequency), ("时限", old.Deadline, row.Deadline), ("对应任务", Join(old.Tasks.Select(t => t.No)), row.Tasks is null ? null : Join(row.Tasks)))));
        }

        Missing("问题", _problems.Keys, file.Problems.Select(p => p.No ?? 0));
        Missing("任务", _tasks.Keys, file.Tasks.Select(t => t.No ?? 0));
        Missing("责任", _duties.Keys, file.Duties.Select(d => d.No));
        return new ListsPlan(file, lines, findings, notices);

        void CheckLinks(string list, int row, string column, IReadOnlyList<int>? numbers)
        {
            foreach (var number in (numbers ?? []).Where(n => !knownTasks.Contains(n)))
            {
                findings.Add(new CellFinding(list, row, column, $"任务清单中没有任务{number}，请核对序号。"));
            }
        }

        void Note(string list, int row, string column, string? name)
        {
            if (name is { Length: > 0 } && Resolve(name) is { IsResolved: false, IsGroup: false })
            {
                notices.Add($"{list}第{row}行“{column}”：“{name}”在本组织及下级没有任职，先按姓名记入；请改选在任人员，或请区委组织部登记其任职后再选。");
            }
        }

        void Missing(string word, IEnumerable<int> here, IEnumerable<int> there)
        {
            if (here.Except(there).Order().ToList() is { Count: > 0 } missing)
            {
                notices.Add($"工作簿中没有{string.Join("、", missing.Select(n => word + n))}，系统中的内容保留不变；确需删除请在页面上逐行处理。");
            }
        }
    }

    /// <summary>Imports what the plan shows, all in one transaction.</summary>
    public async Task ApplyAsync(ListsFile file)
    {
        await LoadAsync();
        foreach (var row in file.Tasks.Where(r => r.No is not null))
        {
            var old = _tasks.GetValueOrDefault(row.No!.Value);
            var was = old?.Text ?? new TaskText("", "", TaskMeasure.None, null, "", new(null, null, null, null), null, Responsible.Nobody, "", "");
            var measure = row.Measure ?? was.Measure;
            var text = was with // what has no column, 需佐证 and 取数指标, stays as it is
            {
                Category = row.Category ?? was.Category, Content = row.Content ?? was.Content, Measure = measure, Target = row.Measure is null ? was.Target : row.Target, Unit = row.Unit ?? was.Unit,
                Nodes = row.Nodes ?? was.Nodes, DueOn = row.DueOn ?? was.DueOn, Lead = Resolve(row.Lead, was.Lead), Cooperating = row.Cooperating ?? was.Cooperating, Source = row.Source ?? was.Source,
            };
            if (old is null)
            {
                old = new WorkTask(organizationId, year, row.No.Value, text);
                db.Add(old);
                _tasks[row.No.Value] = old;
            }
            else if (old.Text != text)
            {
                old.Write(text);
            }
        }

        foreach (var row in file.Problems.Where(r => r.No is not null))
        {
            var old = _problems.GetValueOrDefault(row.No!.Value);
            var was = old?.Text ?? new ProblemText(ProblemSource.Other, "", ProblemNature.Individual, "", "", Deadline.AtOnce, Responsible.Nobody, Responsible.Nobody);
            var text = new ProblemText(row.Source ?? was.Source, row.Statement ?? was.Statement, row.Nature ?? was.Nature, row.Cause ?? was.Cause, row.Goal ?? was.Goal,
                row.Deadline ?? was.Deadline, Resolve(row.Leader, was.Leader), Resolve(row.Owner, was.Owner));
            if (old is null)
            {
                old = new Problem(organizationId, year, row.No.Value, text);
                db.Add(old);
            }
            else if (old.Text != text)
            {
                old.Write(text);
            }

            if (row.Tasks is not null && !old.Tasks.Select(t => t.No).Order().SequenceEqual(row.Tasks.Order()))
            {
                old.LinkTo(row.Tasks.Where(_tasks.ContainsKey).Select(n => _tasks[n]));
            }
        }

        foreach (var row in file.Duties)
        {
            var old = _duties.GetValueOrDefault(row.No);
            var was = old?.Text ?? new DutyText("", Responsible.Nobody, "", "", "", "");
            var text = new DutyText(row.PostTitle ?? was.PostTitle, Resolve(row.Holder, was.Holder), row.Character ?? was.Character, row.Content ?? was.Content, row.Frequency ?? was.Frequency, row.Deadline ?? was.Deadline);
            if (old is null)
            {
                old = new DutyItem(organizationId, year, row.No, text);
                db.Add(old);
            }
            else if (old.Text != text)
            {
                old.Write(text);
            }

            if (row.Tasks is not null && !old.Tasks.Select(t => t.No).Order().SequenceEqual(row.Tasks.Order()))
            {
                old.LinkTo(row.Tasks.Where(_tasks.ContainsKey).Select(n => _tasks[n]));
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task LoadAsync()
    {
        _problems = await db.Problems.Include(p => p.Tasks).Where(p => p.OrganizationId == organizationId && p.Year == year).ToDictionaryAsync(p => p.No);
        _tasks = await db.WorkTasks.Where(t => t.OrganizationId == organizationId && t.Year == year).ToDictionaryAsync(t => t.No);
        _duties = await db.DutyItems.Include(d => d.Tasks).Where(d => d.OrganizationId == organizationId && d.Year == year).ToDictionaryAsync(d => d.No);
        var ids = tree.Children(organizationId).Select(c => c.Id).Prepend(organizationId).ToArray();
        _holders = (await db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && h.Kind <= PostKind.FirstSecretary)
            .OrderBy(h => h.Kind).Select(h => new { h.Person.Name, h.Id, h.OrganizationId }).ToListAsync())
            .ToLookup(h => h.Name, h => (h.Id, h.OrganizationId));
    }

    private Responsible Resolve(string? name, Responsible was) => name is null || name == was.Text ? was : Resolve(name);

    /// <summary>A holder here first; one below only when the name is unique there.</summary>
    private Responsible Resolve(string name)
    {
        var found = _holders[name].ToList();
        var own = found.Where(h => h.OrganizationId == organizationId).ToList();
        return own.Count > 0 ? new Responsible(name, own[0].Id) : found.Count == 1 ? new Responsible(name, found[0].Id) : new Responsible(name, null);
    }

    private static List<string> Differences(params (string Field, string Old, string? New)[] fields) =>
        [.. fields.Where(f => f.New is not null && f.New != f.Old).Select(f => $"{f.Field}：{(f.Old.Length == 0 ? "（空）" : f.Old)} → {f.New}")];

    private static string Join(IEnumerable<int> numbers) => string.Join("、", numbers.Order().Select(n => $"任务{n}"));

    private static string Print(TaskMeasure measure, int? target) => target is null ? "定性" : Quantity.Print(target.Value) + (measure is TaskMeasure.Rate ? "%" : "");

    private static string Print(QuarterNodes nodes) => string.Join('/', Enumerable.Range(1, 4).Select(q => nodes[q] is { } n ? Quantity.Print(n) : "-"));
}
