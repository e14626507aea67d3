using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>One year of the demo district, played up to a day: lists filed in March, quarters reported, returned and accepted as time goes by.</summary>
public sealed class DemoYear(PartyWorkDb db, OrgTree tree, DemoContent content, Workdays workdays, int year, DateOnly today)
{
    private readonly bool _closed = today.Year > year;
    private readonly DemoEvidence _evidence = new(db, content, year);
    private readonly Dictionary<(int Organization, int Quarter), Filing> _filings = [];
    private readonly HashSet<int> _ended = [];
    private readonly Dictionary<WorkTask, string> _keys = [];
    private Dictionary<(int, PostKind), PostHolding> _holders = [];
    private List<string> _phrases = [];
    private DemoCoordination? _coordination;

    public async Task RunAsync()
    {
        var jan = new DateOnly(year, 3, 1);
        _holders = (await db.PostHoldings.Include(h => h.Person).Where(h => h.From <= jan || h.To == null).Where(h => h.To == null || h.To >= jan).ToListAsync())
            .GroupBy(h => (h.OrganizationId, h.Kind)).ToDictionary(g => g.Key, g => g.OrderBy(h => h.Id).First());
        _phrases = await db.ReturnPhrases.Where(p => p.PersonId == null).OrderBy(p => p.Id).Select(p => p.Text).ToListAsync();
        var workYear = new WorkYear(year, new Scheme(), _closed ? "首次使用系统，按上年纸质方案录入。" : "季报截止日不变；三张清单提前到3月20日报送；其余无变化。");
        var windows = Window.OfYear(year, workYear.Scheme, workdays);
        db.Add(workYear);
        db.AddRange(windows);
        await db.SaveChangesAsync();

        _coordination = _closed ? null : new DemoCoordination(tree, content, workdays, year, today, Who, Reviewer);
        var agreements = new DemoAgreements(db, tree, content, year, today, Who);
        await agreements.RunAsync(workYear);
        var lists = new DemoLists(db, tree, content, year, _holders, agreements, _keys);
        foreach (var window in windows.Where(w => w.Kind is FilingKind.ThreeLists && w.Opens <= today))
        {
            await FileListsAsync(window, lists, agreements);
        }

        Advance(workYear, new DateOnly(year, 3, 31), new DateOnly(year, 4, 10));
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            foreach (var window in windows.Where(w => w.Kind is FilingKind.QuarterlyReport && w.Period == quarter && w.Opens <= today))
            {
                await ReportAsync(window, lists);
            }

            if (_closed && quarter == 2)
            {
                _ended.Add(await DemoChanges.MergeAsync(db, lists, year, Who(tree.District!, PostKind.DistrictStaff)!));
            }

            if (quarter == 1 && !_closed)
            {
                await HandDownAsync(lists, new DateOnly(year, 4, 22));
            }
        }

        _coordination?.Play();
        await CloseProblemsAsync(lists);
        await agreements.ChangeSecretaryAsync(_holders);
        await new DemoLedgers(db, tree, content, year, today).WriteAsync(_holders);
        if (today.Month == 12 || _closed)
        {
            new DemoParameters(db, year, _closed, Who(tree.District!, PostKind.DistrictStaff)!).Enter();
        }

        if (_closed)
        {
            await CarryOverAsync(workYear, lists);
        }

        await db.SaveChangesAsync();
    }

    private void Advance(WorkYear workYear, params DateOnly[] days)
    {
        foreach (var _ in days.Where(d => d <= today))
        {
            workYear.Advance(today, 0);
        }
    }

    private IEnumerable<OrgNode> Owing(Window window) => tree.InOrder.Where(n => n.Level == window.Level && n.ClosedOn is null && !_ended.Contains(n.Id));

    private async Task FileListsAsync(Window window, DemoLists lists, DemoAgreements agreements)
    {
        var nodes = Owing(window).ToList();
        var filings = window.Publish(nodes.Select(n => n.Id), window.Opens);
        db.AddRange(filings);
        for (var i = 0; i < nodes.Count; i++)
        {
            _filings[(nodes[i].Id, 0)] = filings[i];
            await lists.WriteAsync(nodes[i], today);
        }

        await db.SaveChangesAsync();
        for (var i = 0; i < nodes.Count; i++)
        {
            var (node, filing, set) = (nodes[i], filings[i], lists.Of(nodes[i].Id));
            if (Who(node, PostKind.Secretary) is not { } secretary || Reviewer(node) is not { } reviewer)
            {
                continue;
            }

            var on = window.Due.AddDays(-(i * 5 % 14));
            var late = !_closed && i % 29 == 11;
            var submitted = At(late ? window.Due.AddDays(2) : on, i);
            if (OfficeTime.DayOf(submitted) > today || set.Check(DutyPosts.None, agreements.InForce(node.Id)).Count > 0)
            {
                continue;
            }

            set.FreezeInto(filing, submitted);
            filing.Prepare(Who(node, PostKind.Officer) ?? secretary, submitted.AddHours(-2));
            filing.Confirm(secretary, submitted);
            var accepted = At(workdays.After(OfficeTime.DayOf(submitted), 2 + (i % 4)), i + 3);
            if (i % 13 == 4 && OfficeTime.DayOf(accepted) <= today)
            {
                var back = workdays.After(OfficeTime.DayOf(accepted), 3);
                filing.Return(reviewer, filing.Rows.Where(r => r.Key[0] == 'T').Take(2).ToDictionary(r => r.Key, r => _phrases[(i + r.Key.Length) % _phrases.Count]), back, workdays, accepted);
                var again = At(back, i);
                if (OfficeTime.DayOf(again) > today)
                {
                    continue;
                }

                set.FreezeInto(filing, again);
                filing.Confirm(secretary, again);
                accepted = At(workdays.After(back, 2), i);
            }

            if (OfficeTime.DayOf(accepted) <= today)
            {
                filing.Accept(reviewer, accepted);
                set.File();
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>春晖街道 hands two of its tasks down to its communities after the first quarter: one goes by plan, the other falls behind.</summary>
    private async Task HandDownAsync(DemoLists lists, DateOnly on)
    {
        var committee = tree.InOrder.Single(n => n.Code == "QH01");
        if (on > today || Who(committee, PostKind.Deputy) is not { } deputy)
        {
            return;
        }

        foreach (var task in lists.Of(committee.Id).Tasks.Where(t => _keys[t] is "S3" or "S8" && Decomposition.WhyNot(t, on) is null).ToList())
        {
            string[] spared = _keys[task] == "S3" ? ["QH01001", "QH01005", "QH01006"] : ["QH01006"]; // 建设社区 has no secretary; not every community has such estates
            var children = tree.Children(committee.Id).Where(c => !spared.Contains(c.Code) && Who(c, PostKind.Secretary) is not null).ToList();
            var decomposition = new Decomposition(task, TaskCombining.Sum);
            var shares = decomposition.Run(
                [.. children.Zip(decomposition.Propose(children.Count), (c, s) => new Share(c.Id, c.Name, lists.Of(c.Id).Tasks.Max(t => t.No) + 1, s.Target, s.Nodes,
                    new Responsible(_holders[(c.Id, PostKind.Secretary)].Person.Name, _holders[(c.Id, PostKind.Secretary)].Id), true))], deputy, on);
            db.AddRange(shares);
            foreach (var (child, share) in children.Zip(shares))
            {
                lists.Add(share, $"{_keys[task]}/{child.Code}");
                share.Receive(Who(child, PostKind.Officer) ?? Who(child, PostKind.Secretary)!, on.AddDays(1));
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task ReportAsync(Window window, DemoLists lists)
    {
        var nodes = Owing(window).ToList();
        var filings = window.Publish(nodes.Select(n => n.Id), window.Opens);
        db.AddRange(filings);
        await db.SaveChangesAsync();
        for (var i = 0; i < nodes.Count; i++)
        {
            _filings[(nodes[i].Id, window.Period)] = filings[i];
            var node = nodes[i];
            var tasks = lists.Of(node.Id).Tasks;
            if (tasks.Any(t => t.IsInForce) && Who(node, PostKind.Secretary) is { } secretary && Reviewer(node) is { } reviewer)
            {
                Play(node, i, new QuarterlyReport(filings[i], tasks), filings[i], tasks, window, secretary, Who(node, PostKind.Officer) ?? secretary, reviewer);
            }
        }

        await db.SaveChangesAsync();

        // Nothing of it changes any more, and every later save would look at each.
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is FilingAct or FilingVersion or FilingRow).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    private void Play(OrgNode node, int i, QuarterlyReport report, Filing filing, IReadOnlyList<WorkTask> tasks, Window window, Actor secretary, Actor clerk, Actor reviewer)
    {
        var fate = ((i * 31) + (window.Period * 17)) % 100;
        var story = node.Code == "QH01001" && !_closed; // 文明社区 mended two rows in the third quarter and has not begun the fourth
        var open = window.Due >= today;
        if (open && (fate % 10 < 3 || story || node.Code == "QH01"))
        {
            return;
        }

        if (!_closed && !open && window.Period == 2 && fate is 57 or 58)
        {
            return; // never filed, and locked since
        }

        var late = !_closed && !open && fate < 5 && !story;
        var due = open ? today : window.Due;
        var confirmOn = late ? window.Due.AddDays(1 + (fate % 3)) : Later(window.Opens, due.AddDays(-(i % 6)));
        var confirmAt = At(confirmOn, i);
        var drafts = open && fate % 10 == 3;
        var brief = story && window.Period == 3 || (!open && fate is >= 10 and < 19) || (open && fate % 10 == 9);
        FillRows(report, filing, tasks, confirmAt.AddHours(-4), brief, drafts ? 0.5 : 1);
        if (drafts)
        {
            return;
        }

        if (!_closed)
        {
            AttachEvidence(node, tasks, window.Period, clerk, confirmAt.AddHours(-3));
        }

        report.Prepare(clerk, confirmAt.AddHours(-2));
        if (open && fate % 10 is 4 or 5)
        {
            return; // waits for the secretary
        }

        var offline = !story && fate is >= 20 and < 25;
        if (offline)
        {
            report.SignOffline(clerk, OfficeTime.DayOf(confirmAt), confirmAt);
        }
        else
        {
            report.Confirm(secretary, confirmAt);
        }

        var reviewOn = workdays.After(confirmOn, 1 + (i % 4));
        if (reviewOn > today || (open && fate % 10 is 6 or 7))
        {
            return;
        }

        if (offline)
        {
            filing.ConfirmSignature(secretary, confirmAt.AddDays(1));
        }

        var reviewAt = At(reviewOn, i + 2);
        if (brief && Worded(report, tasks) is { Count: > 0 } shortRows)
        {
            var back = workdays.After(reviewOn, 3);
            filing.Return(reviewer, shortRows.ToDictionary(l => l.Key, l => _phrases[(i + l.No) % _phrases.Count]), back, workdays, reviewAt);
            if (back > today)
            {
                return;
            }

            foreach (var line in shortRows)
            {
                Fill(filing, line, Key(tasks, line), Authored(tasks, line), At(back, i), false);
            }

            report.Confirm(secretary, At(back, i));
            reviewAt = At(workdays.After(back, 1), i);
        }

        if (OfficeTime.DayOf(reviewAt) <= today)
        {
            report.Accept(reviewer, reviewAt);
        }
    }

    private void AttachEvidence(OrgNode node, IReadOnlyList<WorkTask> tasks, int quarter, Actor clerk, DateTime now)
    {
        _evidence.Attach(node, tasks, quarter, clerk, now, Link);
        if (quarter == 1)
        {
            _evidence.Attach(node, tasks, 0, clerk, now, Link);
        }

        string Link(string record) => record == "lists" ? $"/lists/{_filings[(node.Id, 0)].Id}?tab=tasks" : $"/reports/{_filings[(tree.InOrder.Single(n => n.Code == "QH01001").Id, quarter)].Id}";
    }

    /// <summary>Up to two rows whose words were cut short at first.</summary>
    private List<ReportLine> Worded(QuarterlyReport report, IReadOnlyList<WorkTask> tasks) =>
        [.. report.Lines.Where(l => report.Row(l) is { Answer: Answer.Value, Words.Length: > 0 } && _keys.ContainsKey(tasks.Single(t => t.Id == l.TaskId))).Take(2)];

    private void FillRows(QuarterlyReport report, Filing filing, IReadOnlyList<WorkTask> tasks, DateTime now, bool brief, double share)
    {
        var lines = report.Lines;
        var cut = 0;
        foreach (var line in lines.Take((int)Math.Ceiling(lines.Count * share)))
        {
            var authored = Authored(tasks, line);
            if (authored is not null || line.IsRequired)
            {
                Fill(filing, line, Key(tasks, line), authored, now, brief && authored is { Words.Length: > 0 } && cut++ < 2);
            }
        }
    }

    /// <summary>What is written of the task for the quarter; of a share that nothing is written of, that its node was kept.</summary>
    private ProgressContent? Authored(IReadOnlyList<WorkTask> tasks, ReportLine line)
    {
        var task = tasks.Single(t => t.Id == line.TaskId);
        return content.Progress(Key(tasks, line), line.Quarter)
            ?? (task.ParentId is not null && line.Node is { } node ? new ProgressContent(ReportChoice.Normal, node, "", "", "") : null);
    }

    private string Key(IReadOnlyList<WorkTask> tasks, ReportLine line) => _keys.GetValueOrDefault(tasks.Single(t => t.Id == line.TaskId), "");

    private void Fill(Filing filing, ReportLine line, string key, ProgressContent? authored, DateTime now, bool brief)
    {
        var row = filing.Edit(line.Key, line.Label, now);
        if (line.Measured is not null)
        {
            row.Fill(Answer.Value, (int)ReportChoice.Normal, null, "次数见组织生活记录，随开随记");
            return;
        }

        if (authored is null && line.Node is { } node && line.Target is { } target && node == target)
        {
            row.Fill(Answer.Value, (int)ReportChoice.Done, node, $"上年结转的{Quantity.Print(target)}{line.Unit}差额已全部补齐，{line.Content[..Math.Min(12, line.Content.Length)]}一项办结");
            return;
        }

        if (authored is null)
        {
            row.Fill(Answer.Nil, null, null, line.Node is null ? "" : "本季节点已在前期一并完成");
            return;
        }

        var actual = line.Total is null ? authored.Actual : line.Total.Accepted;
        var choice = line.Propose(actual) is { } proposed && proposed != authored.Choice ? proposed : authored.Choice;
        var words = authored.Words.Length == 0 && choice is not ReportChoice.Normal ? $"本年{line.Content}已完成，资料归档备查" : authored.Words;
        var cut = brief && words.IndexOf('，', StringComparison.Ordinal) is > 4 and var comma ? words[..comma] : words;
        row.Fill(Answer.Value, (int)choice, actual, cut, choice is ReportChoice.Behind ? authored.Cause.Length > 0 ? authored.Cause : "其他" : "",
            choice is ReportChoice.Behind ? authored.NextStep.Length > 0 ? authored.NextStep : "下季度补齐差额，逐月调度" : "", request: _coordination?.Request(row, key, line.Quarter) ?? "");
    }

    /// <summary>Once all its tasks are done a problem is claimed closed; most are verified.</summary>
    private async Task CloseProblemsAsync(DemoLists lists)
    {
        var n = 0;
        foreach (var node in tree.InOrder)
        {
            foreach (var problem in lists.Of(node.Id).Problems.Where(p => p.State is ProblemState.Rectifying && p.Tasks.Count > 0 && p.Tasks.All(t => t.State is TaskState.Done)))
            {
                n++;
                if (Who(node, PostKind.Officer) is not { } owner || Reviewer(node) is not { } reviewer || (!_closed && n % 5 == 0))
                {
                    continue;
                }

                if (!_closed)
                {
                    _evidence.Attach(node, problem, owner, today);
                }

                var tasks = string.Join("、", problem.Tasks.Select(t => $"任务{t.No}"));
                problem.ClaimClosed(owner, $"{tasks}已完成并经上级审核，{problem.Goal}", problem.Source is ProblemSource.Residents ? "已在社区公开栏公示，并电话回访反映问题的居民" : "");
                if (_closed || n % 7 != 0)
                {
                    problem.Verify(reviewer, Earlier(today, new DateOnly(year, 6 + (n % 7), 3 + (n % 24))));
                }
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>What the closed year left open goes on as a proposal in the next one.</summary>
    private async Task CarryOverAsync(WorkYear workYear, DemoLists lists)
    {
        foreach (var node in tree.InOrder)
        {
            var set = lists.Of(node.Id);
            var no = 90;
            var carried = new Dictionary<WorkTask, WorkTask>();
            foreach (var task in set.Tasks.Where(t => t.State is TaskState.InProgress))
            {
                var next = task.CarryOver(++no);
                next.Write(next.Text with { Nodes = new(null, next.Target, null, null), Measure = next.Measure, DueOn = new DateOnly(year + 1, 6, 30), Source = "上年结转" });
                carried[task] = next;
                db.Add(next);
            }

            foreach (var problem in set.Problems.Where(p => p.State is ProblemState.Rectifying))
            {
                var next = problem.CarryOver(90 + problem.No);
                next.LinkTo(problem.Tasks.Where(carried.ContainsKey).Select(t => carried[t]));
                if (next.Tasks.Count > 0)
                {
                    db.Add(next);
                }
            }
        }

        await db.SaveChangesAsync();
        workYear.Advance(today, 0);
        workYear.Advance(today, 0);
    }

    private Actor? Who(OrgNode node, PostKind kind) => _holders.GetValueOrDefault((node.Id, kind)) is { } h ? new Actor(h.PersonId, h.Person.Name, h.Title) : null;

    private Actor? Reviewer(OrgNode node) => tree.Parent(node.Id) is { } parent
        ? Who(parent, parent.Level is OrganizationLevel.District ? PostKind.DistrictStaff : PostKind.Deputy) ?? Who(parent, PostKind.Secretary)
        : null;

    private static DateTime At(DateOnly day, int i) => OfficeTime.Utc(day, new TimeOnly(13 + (i % 6), i * 7 % 60));

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
