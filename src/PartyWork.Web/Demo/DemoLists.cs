using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.ThreeLists;

namespace PartyWork.Web.Demo;

/// <summary>Writes each organisation's three lists from the authored texts, so that no two neighbours share a sentence.</summary>
public sealed class DemoLists(
    PartyWorkDb db, OrgTree tree, DemoContent content, int year, IReadOnlyDictionary<(int, PostKind), PostHolding> holders, DemoAgreements agreements,
    Dictionary<WorkTask, string> keys)
{
    private const string Chunhui = "QH01", Wenming = "QH01001";

    /// <summary>From this day on the two members of 春晖街道's leading group that its workbook names hold registered posts.</summary>
    private static readonly (int Month, int Day) Settled = (3, 18);

    private readonly Dictionary<int, Domain.ThreeLists.ThreeLists> _lists = [];
    private readonly Dictionary<OrganizationDomain, int> _turn = [];
    private ILookup<int, WorkTask>? _carried; // from the year before, by organisation
    private ILookup<int, Problem>? _commented; // by the superior, of last year's debrief

    public Domain.ThreeLists.ThreeLists Of(int organizationId) => _lists.GetValueOrDefault(organizationId) ?? new(year, [], [], []);

    /// <summary>What comes over from an organisation that was merged into this one.</summary>
    public void Take(int organizationId, IReadOnlyList<WorkTask> tasks, IReadOnlyList<Problem> problems)
    {
        var own = Of(organizationId);
        _lists[organizationId] = new(year, [.. own.Problems, .. problems], [.. own.Tasks, .. tasks], own.Duties);
        foreach (var task in tasks)
        {
            keys[task] = keys.First(k => k.Key.Id == task.CarriedFromId).Value;
        }
    }

    /// <summary>A task that came into filed lists: a share that the committee handed down.</summary>
    public void Add(WorkTask task, string key)
    {
        var lists = Of(task.OrganizationId);
        _lists[task.OrganizationId] = new(year, lists.Problems, [.. lists.Tasks, task], lists.Duties);
        keys[task] = key;
    }

    public async Task WriteAsync(OrgNode node, DateOnly today)
    {
        if (node.Code == Chunhui && today.Year == year)
        {
            _lists[node.Id] = await ImportAsync(node, today);
            return;
        }

        var turn = _turn[node.Domain] = _turn.GetValueOrDefault(node.Domain, today.Year == year ? -1 : 4) + 1;
        var (problems, tasks, duties) = (new List<Problem>(), new List<WorkTask>(), new List<DutyItem>());
        _carried ??= (await db.WorkTasks.Include(t => t.Problems).Where(t => t.Year == year).OrderBy(t => t.Id).ToListAsync()).ToLookup(t => t.OrganizationId);
        foreach (var old in _carried[node.Id])
        {
            tasks.Add(old);
            problems.AddRange(old.Problems.Except(problems));
        }

        if (node.Code == Wenming && today.Year == year)
        {
            AddLift(node, problems, tasks);
        }

        var (bundles, standing) = node switch
        {
            { Code: Wenming } => (6, 9),
            { Level: OrganizationLevel.Committee } => (3, 3),
            { Domain: OrganizationDomain.Community } => (2, 2),
            _ => (1, 2),
        };
        var pool = content.Problems(node.Domain);
        for (var i = 0; i < bundles; i++)
        {
            var source = pool[((turn * bundles) + i) % pool.Count];
            var problem = new Problem(node.Id, year, No(problems.Count), new ProblemText(source.Source, Name(source.Statement, node), source.Nature, source.Cause, source.Goal, Due(source.Deadline),
                Lead(node, PostKind.Secretary), Lead(node, PostKind.Deputy)));
            var answers = content.Answering(node.Domain, source.Key).Select(t => Add(node, tasks, t, $"问题{problem.No}")).ToList();
            problem.LinkTo(answers);
            problems.Add(problem);
        }

        var clauses = agreements.Clauses(node);
        var others = content.Standing(node.Domain);
        var rest = Enumerable.Range(0, others.Count).Select(i => others[((turn * standing) + i) % others.Count]).ToList();
        for (var i = 0; i < standing; i++)
        {
            // First what answers a clause that nothing answers yet.
            var source = rest.FirstOrDefault(o => clauses.Any(c => c.Covers.Contains(o.Category) && !tasks.Any(t => t.Id == 0 && c.Covers.Contains(t.Category)))) ?? rest[0];
            rest.Remove(source);
            Add(node, tasks, source, source.Source);
        }

        if (node.Code == Wenming && today.Year == year)
        {
            var account = tasks.Single(t => t.No == 5); // the one task whose completion needs a paper
            account.Write(account.Text with { Demand = new EvidenceDemand(EvidenceKind.DocumentNumber, "经费自查结论须有报告可查") });
        }

        if (node.Code == Wenming && today.Year == year)
        {
            // What the registers hold already is not reported once more.
            AddMeasured(node, tasks, "党员教育", "落实党课制度，党组织书记、委员全年讲党课不少于6讲，随讲随登记", 600, "讲", "meeting.lecture.count");
            AddMeasured(node, tasks, "组织建设", "按规定频次开展组织生活，全年不少于24次，会后三日内登记", 2400, "次", "meeting.recorded");
        }

        Answer(clauses, tasks);

        foreach (var duty in content.Duties(node.Domain))
        {
            var (title, holder) = duty.Post switch
            {
                "书记" => ($"{node.Kind.Text()}书记", Lead(node, PostKind.Secretary)),
                "副书记" => ($"{node.Kind.Text()}专职副书记", Lead(node, PostKind.Deputy)),
                "班子成员" => ($"{node.Kind.Text()}其他班子成员", new Responsible("各班子成员", null)),
                "下级书记" => ("基层党组织书记", new Responsible("各基层党组织书记", null)),
                _ => ("党务干事", Lead(node, PostKind.Officer)),
            };
            var item = new DutyItem(node.Id, year, duties.Count + 1, new DutyText(title, holder, duty.Character, duty.Content, duty.Frequency, duty.Deadline));
            item.LinkTo(tasks.Skip(duties.Count % Math.Max(1, tasks.Count)).Take(1));
            duties.Add(item);
        }

        _commented ??= (await db.Problems.Include(p => p.Tasks).Where(p => p.Year == year && p.DebriefCommentId != null).ToListAsync()).ToLookup(p => p.OrganizationId);
        foreach (var commented in _commented[node.Id])
        {
            commented.Write(commented.Text with { Cause = "统筹不够，督促检查不经常", Goal = "年内逐项整改到位", Leader = Lead(node, PostKind.Secretary), Owner = Lead(node, PostKind.Deputy) });
            commented.LinkTo([tasks[0]]);
            problems.Add(commented);
        }

        db.AddRange(tasks.Where(t => t.Id == 0));
        db.AddRange(problems.Where(p => p.Id == 0));
        db.AddRange(duties);
        _lists[node.Id] = new(year, problems, tasks, duties);

        int No(int count) => problems.Count(p => p.Id == 0) + 1;
    }

    /// <summary>Each clause is named in the source of a task that answers it.</summary>
    private static void Answer(IReadOnlyList<(int No, List<string> Covers)> clauses, IReadOnlyList<WorkTask> tasks)
    {
        foreach (var task in tasks.Where(t => t.Source == "责任书条款" && clauses.Count > 0))
        {
            var clause = clauses.FirstOrDefault(c => c.Covers.Contains(task.Category));
            task.Write(task.Text with { Source = clause.No > 0 ? AgreementClause.ReferenceOf(clause.No) : "上级要点" });
        }

        foreach (var (no, covers) in clauses.Where(c => !tasks.Any(t => t.ClauseNos.Contains(c.No))).ToList())
        {
            var task = tasks.OrderBy(t => covers.IndexOf(t.Category) is var rank and >= 0 ? rank : int.MaxValue).ThenBy(t => t.CarriedFromId is null ? 0 : 1).ThenBy(t => t.ClauseNos.Count).First();
            task.Write(task.Text with { Source = $"{task.Source}；{AgreementClause.ReferenceOf(no)}" });
        }
    }

    /// <summary>The thread that runs through everything: residents ask for lifts, four of six units are done by September.</summary>
    private void AddLift(OrgNode node, List<Problem> problems, List<WorkTask> tasks)
    {
        var secretary = Lead(node, PostKind.Secretary);
        var task = new WorkTask(node.Id, year, 1, new TaskText("服务群众", "协调3号院6个单元加装电梯，签订协议并完工移交", TaskMeasure.Count, 600, "单元",
            new QuarterNodes(null, 200, 200, 200), new DateOnly(year, 10, 31), secretary, "区住建局、电梯公司", "问题1"));
        var problem = new Problem(node.Id, year, 1, new ProblemText(ProblemSource.Residents, "3号院老旧住宅楼6个单元加装电梯协调迟缓，17户居民联名反映", ProblemNature.Individual,
            "低层住户意见不一，补偿办法没有谈拢", "10月底前6个单元全部完工移交", Deadline.By(new DateOnly(year, 10, 31)), secretary, secretary));
        problem.LinkTo([task]);
        keys[task] = "S5"; // the same facts that the sub-district reports of it
        tasks.Add(task);
        problems.Add(problem);
    }

    private async Task<Domain.ThreeLists.ThreeLists> ImportAsync(OrgNode node, DateOnly today)
    {
        await using var stream = DemoContent.Open("three-lists-chunhui-2026.xlsx");
        var file = InYear(ListsWorkbook.Read(SheetReader.Read(stream, "three-lists-chunhui-2026.xlsx")));
        var carried = await db.WorkTasks.Where(t => t.OrganizationId == node.Id && t.Year == year).ToListAsync();
        await new ListsImport(db, tree, node.Id, year).ApplyAsync(file);
        var tasks = await db.WorkTasks.Where(t => t.OrganizationId == node.Id && t.Year == year).OrderBy(t => t.No).ToListAsync();
        foreach (var task in tasks.Except(carried))
        {
            keys[task] = $"S{task.No}";
        }

        Answer(agreements.Clauses(node), tasks);

        if (today >= new DateOnly(year, Settled.Month, Settled.Day))
        {
            await SettleAsync(node, tasks);
        }

        return new(year,
            await db.Problems.Include(p => p.Tasks).Where(p => p.OrganizationId == node.Id && p.Year == year).OrderBy(p => p.No).ToListAsync(), tasks,
            await db.DutyItems.Where(d => d.OrganizationId == node.Id && d.Year == year).OrderBy(d => d.No).ToListAsync());
    }

    /// <summary>The names that held no post in the roster: their posts are registered, then the tasks name the holders.</summary>
    private async Task SettleAsync(OrgNode node, List<WorkTask> tasks)
    {
        var organization = await db.Organizations.SingleAsync(o => o.Id == node.Id);
        foreach (var (name, title) in new[] { ("李国平", "春晖街道党工委委员"), ("王海燕", "春晖街道党工委组织委员") })
        {
            var holding = new PostHolding(new Person(name, organization.Phone), organization, PostKind.Member, title, new DateOnly(year - 1, 6, 1));
            db.Add(holding);
            await db.SaveChangesAsync();
            foreach (var task in tasks.Where(t => t.Lead.Text == name))
            {
                task.Write(task.Text with { Lead = new Responsible(name, holding.Id) });
            }
        }
    }

    private ListsFile InYear(ListsFile file) => file.Year == year ? file : file with
    {
        Year = year,
        Tasks = [.. file.Tasks.Select(t => t with { DueOn = Move(t.DueOn) })],
        Problems = [.. file.Problems.Select(p => p with { Deadline = p.Deadline is { On: { } on } ? Deadline.By(Move(on)!.Value) : p.Deadline })],
    };

    private DateOnly? Move(DateOnly? day) => day is { } d ? new DateOnly(year, d.Month, d.Day) : null;

    private WorkTask Add(OrgNode node, List<WorkTask> tasks, TaskContent source, string origin)
    {
        var (target, isRate) = Quantity.Parse(source.Target)!.Value;
        var due = source.Due.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var no = tasks.Count(t => t.Id == 0) + 1;
        var task = new WorkTask(node.Id, year, no, new TaskText(source.Category, Name(source.Content, node), isRate ? TaskMeasure.Rate : TaskMeasure.Count, target, source.Unit, source.Nodes,
            NotBeforeReport(new DateOnly(year, due[0], due[1]), no), no % 3 == 2 ? Lead(node, PostKind.Deputy) : Lead(node, PostKind.Secretary), source.Cooperating, origin));
        keys[task] = source.Key;
        tasks.Add(task);
        return task;
    }

    private void AddMeasured(OrgNode node, List<WorkTask> tasks, string category, string content, int target, string unit, string figure) =>
        tasks.Add(new WorkTask(node.Id, year, tasks.Count(t => t.Id == 0) + 1, new TaskText(category, content, TaskMeasure.Count, target, unit, new(null, null, null, target),
            new DateOnly(year, 12, 28), Lead(node, PostKind.Secretary), "", "自定") { MeasuredBy = figure }));

    /// <summary>Who holds the post; where nobody does, the secretary, else the deputy answers.</summary>
    private Responsible Lead(OrgNode node, PostKind kind) =>
        ((PostKind[])[kind, PostKind.Secretary, PostKind.Deputy, PostKind.Officer]).Select(k => holders.GetValueOrDefault((node.Id, k))).FirstOrDefault(h => h is not null) is { } holder
            ? new Responsible(holder.Person.Name, holder.Id)
            : Responsible.Nobody;

    private Deadline Due(string text) => text switch
    {
        "立行立改" => Deadline.AtOnce,
        "长期" => Deadline.LongTerm,
        _ => Deadline.By(NotBeforeReport(DateOnly.ParseExact($"{year}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture), text.Length)),
    };

    /// <summary>December's tasks fall due after the year's last report, in which they can still be reported done.</summary>
    private static DateOnly NotBeforeReport(DateOnly due, int no) => due.Month == 12 && due.Day < 22 ? new DateOnly(due.Year, 12, 22 + (no % 9)) : due;

    private static string Name(string text, OrgNode node) => text.Replace("{name}", node.ShortName, StringComparison.Ordinal);
}
