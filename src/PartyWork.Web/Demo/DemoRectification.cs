using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>
/// 后进社区整顿: last year's sixth batch of four communities and this year's seventh of two, 文明社区 with its lifts among them; each with reasons, helpers, a plan in its own lists and a report of every
/// month, brought as far as the committee's 初验 where its problems are settled.
/// </summary>
public sealed class DemoRectification(PartyWorkDb db, OrgTree tree, Workdays workdays, int year, DateOnly today, Actor staff)
{
    private const string LeadersOffice = "QH15001";

    private readonly Dictionary<string, OrgNode> _nodes = tree.InOrder.ToDictionary(n => n.Code);
    private readonly ILookup<string, Dictionary<string, string>> _plans = DemoContent.Read("rectification-plan").ToLookup(r => r["code"]);
    private readonly ILookup<string, Dictionary<string, string>> _months = DemoContent.Read("rectification-months").ToLookup(r => r["code"]);
    private readonly Dictionary<(int Year, int Month), Window> _windows = [];
    private Dictionary<int, Organization> _organizations = [];
    private ILookup<int, PostHolding> _holders = null!;

    public async Task LoadAsync()
    {
        var rows = DemoContent.Read("rectification").Where(r => Day(r["listed"]) <= today).ToList();
        _organizations = (await db.Organizations.ToListAsync()).ToDictionary(o => o.Id);
        _holders = (await db.PostHoldings.Include(h => h.Person).ThenInclude(p => p.Holdings).Where(h => h.To == null && h.Kind <= PostKind.FirstSecretary).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToListAsync()).ToLookup(h => h.OrganizationId);
        foreach (var of in rows.GroupBy(r => r["batch"]))
        {
            var listed = Day(of.First()["listed"]);
            var no = DemoRegisters.Number(of.Key);
            var batch = new RectificationBatch(listed.Year, no, new($"{RectificationBatch.TitleOf(no)}后进社区整顿方案", $"青组发〔{listed.Year}〕{no}号", "三步四位", 1, 1, 1, 2, null), staff, listed.AddDays(-40));
            db.Add(batch);
            foreach (var row in of)
            {
                await PutRightAsync(batch, row, _nodes[row["code"]], listed);
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task PutRightAsync(RectificationBatch batch, Dictionary<string, string> row, OrgNode node, DateOnly listed)
    {
        var (secretary, officer) = (Who(node.ParentId!.Value, PostKind.Secretary), Who(node.ParentId.Value, PostKind.Officer));
        var of = new RectificationCase(batch, _organizations[node.Id], DemoRegisters.Flags<CaseReasons>(row["reasons"]), row["causes"], officer, listed.AddDays(-26));
        of.Check(CheckMethod.Self, "党工委逐项对照十二种情形自查，符合列入情形。", officer, listed.AddDays(-20), today);
        of.Check(CheckMethod.Joint, row["finding"], staff, listed.AddDays(-14), today);
        of.SetBaseline(new(DemoRegisters.Number(row["votes"]), DemoRegisters.Number(row["satisfied"]), DemoRegisters.Number(row["petitions"]), DemoRegisters.Number(row["residents"]), DemoRegisters.Number(row["households"]), row["source"]));
        of.Propose("经党工委会议研究，建议列入整顿。", secretary, listed.AddDays(-7));
        of.List($"部务会纪要〔{listed.Year}〕5号", listed, staff, today);
        of.Write(of.Reasons, of.Causes, row["aim"]);
        db.Add(of);
        Help(of, row, node, listed.AddDays(5));
        var rows = await PlanAsync(of, node, listed);
        var approved = listed.AddDays(15);
        if (approved > today)
        {
            return;
        }

        of.ApprovePlan(staff, approved);
        await db.SaveChangesAsync(); // numbers what the reports and the lists refer to
        var ends = row["ends"].Length > 0 ? Day(row["ends"]) : (DateOnly?)null;
        Settle(of, rows, secretary);
        await ReportAsync(of, node, approved, ends, secretary);
        var checkedOn = ends?.AddDays(-25) ?? new DateOnly(year, 11, 18);
        if (checkedOn <= today && of.Problems.All(p => p.IsSettled))
        {
            of.PreAccept("方案所列问题全部销号，居民反映好，同意报请验收。", secretary, checkedOn);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>四支力量: the leader is named, the liaison of the leaders' office has the post; helpers come from departments, and hold a post at the community.</summary>
    private void Help(RectificationCase of, Dictionary<string, string> row, OrgNode node, DateOnly from)
    {
        Appoint(HelperRole.DistrictLeader, PersonOf(LeadersOffice), new(row["leader"], "青禾区", row["post"], ""));
        if (row["first"] == row["code"])
        {
            var first = _holders[node.Id].First(h => h.Kind is PostKind.FirstSecretary);
            of.Appoint(HelperRole.FirstSecretary, new(first.Person.Name, "区委组织部机关", "干部", first.Person.Phone), from, first);
        }
        else
        {
            Appoint(HelperRole.FirstSecretary, PersonOf(row["first"]), null);
        }

        foreach (var code in row["team"].Split('|'))
        {
            Appoint(HelperRole.WorkTeam, PersonOf(code), null);
        }

        foreach (var code in row["units"].Split('|'))
        {
            Appoint(HelperRole.SupportUnit, _holders[_nodes[code].Id].First(h => h.Kind is PostKind.Secretary), null);
        }

        void Appoint(HelperRole role, PostHolding known, HelperText? text)
        {
            var holding = new PostHolding(known.Person, _organizations[node.Id], role.Post(), node.Name + role.Post().Text(), from);
            db.Add(holding);
            of.Appoint(role, text ?? new(known.Person.Name, tree[known.OrganizationId].ShortName, known.Kind is PostKind.Secretary ? "主要负责人" : "干部", known.Person.Phone), from, holding);
        }

        PostHolding PersonOf(string code) => _holders[_nodes[code].Id].First(h => h.Kind is PostKind.Officer);
    }

    /// <summary>一社区一策, as rows of the community's lists of the year.</summary>
    private async Task<List<Dictionary<string, string>>> PlanAsync(RectificationCase of, OrgNode node, DateOnly listed)
    {
        var (id, planned) = (node.Id, listed.Year);
        var problems = await db.Problems.Include(p => p.Tasks).Where(p => p.OrganizationId == id && p.Year == planned).ToListAsync();
        var (problemNo, taskNo) = (problems.Select(p => p.No).DefaultIfEmpty().Max(), await db.WorkTasks.Where(t => t.OrganizationId == id && t.Year == planned).MaxAsync(t => (int?)t.No) ?? 0);
        var rows = _plans[node.Code].ToList();
        var (secretary, deputy) = (Answers(PostKind.Secretary), Answers(PostKind.Deputy));
        foreach (var row in rows)
        {
            var reason = Words.Parse<CaseReasons>(row["reason"])!.Value;
            var fen = row["fen"].Length > 0 ? (long?)DemoRegisters.Number(row["fen"]) : null;
            if (row["list"].Length > 0)
            {
                of.Include(problems.First(p => p.No == DemoRegisters.Number(row["list"])), reason, fen);
                continue;
            }

            var due = DateOnly.ParseExact($"{planned}-{row["due"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var problem = new Problem(id, planned, ++problemNo, new(ProblemSource.Residents, row["statement"], ProblemNature.Individual, row["cause"], row["goal"], Deadline.By(due), secretary, deputy));
            var quarter = Quarter.Of(due);
            var task = new WorkTask(id, planned, ++taskNo, new("后进整顿", row["measure"], TaskMeasure.None, null, "", new(quarter == 1 ? 100 : null, quarter == 2 ? 100 : null, quarter == 3 ? 100 : null, quarter == 4 ? 100 : null), due, deputy, "工作组", $"整顿方案问题{problemNo}"));
            problem.LinkTo([task]);
            db.AddRange(task, problem);
            of.Include(problem, reason, fen);
        }

        return rows;

        Responsible Answers(PostKind kind) => (_holders[id].FirstOrDefault(h => h.Kind == kind) ?? _holders[id].First(h => h.Kind <= PostKind.Officer)) is var h ? new(h.Person.Name, h.Id) : Responsible.Nobody;
    }

    /// <summary>What was done by the demo's day is closed, each time after the residents were told.</summary>
    private void Settle(RectificationCase of, List<Dictionary<string, string>> rows, Actor secretary)
    {
        foreach (var (row, problem) in rows.Zip(of.Problems.Select(p => p.Problem)).Where(p => p.First["settled"].Length > 0))
        {
            var on = DateOnly.ParseExact($"{problem.Year}-{row["settled"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (on > today)
            {
                continue;
            }

            foreach (var task in problem.Tasks)
            {
                task.Report(Quarter.Of(on), ReportChoice.Done, null, on);
                task.AcceptDone();
            }

            problem.ClaimClosed(Who(of.OrganizationId, PostKind.Officer), row["basis"], row["feedback"]);
            problem.Verify(secretary, on);
        }
    }

    /// <summary>整顿月报 of each month until the end, the last one of this year's still with the committee.</summary>
    private async Task ReportAsync(RectificationCase of, OrgNode node, DateOnly approved, DateOnly? ends, Actor reviewer)
    {
        var (first, community) = (of.Helpers.First(h => h.Role is HelperRole.FirstSecretary), Who(node.Id, PostKind.Secretary));
        var clerk = new Actor(first.Holding!.Person.Id, first.Name, first.Holding.Title);
        var words = _months[node.Code].Concat(_months["*"]).DistinctBy(r => r["no"]).ToDictionary(r => DemoRegisters.Number(r["no"]));
        var month = RectificationCase.MonthOf(approved);
        for (var no = 1; month <= RectificationCase.MonthOf(today) && !(month > ends) && month < new DateOnly(year + 1, 1, 1); no++, month = month.AddMonths(1))
        {
            var window = await WindowAsync(month);
            var filing = (window.PublishedOn is null ? window.Publish([node.Id], window.Opens) : window.PublishTo([node.Id], window.Opens))[0];
            db.Add(filing);
            if (words.GetValueOrDefault(no) is not { } row || At(workdays.After(window.Opens, 3), no) is var written && (OfficeTime.DayOf(written) > today || OfficeTime.DayOf(written) > ends))
            {
                continue; // after the end nobody asks for it
            }

            if (row["requests"].Length > 0)
            {
                await db.SaveChangesAsync(); // numbers the filing, which the item names
            }

            var closed = of.Problems.Where(p => p.Problem.ClosedOn is { } on && RectificationCase.MonthOf(on) == month).Select(p => p.Problem.No).ToList();
            var report = new MonthlyReport(filing, new(DemoRegisters.Number(row["households"]), closed));
            report.Write(DemoRegisters.Number(row["days"]), row["works"].Replace('|', '\n'), row["requests"], row["cooperation"], written);
            report.Prepare(clerk, written);
            report.Confirm(community, written.AddHours(3));
            Answer(report.Row(MonthlyReport.Requests)?.Coordination, reviewer, community, OfficeTime.DayOf(written), no);
            var accepted = At(workdays.After(window.Due, no % 3), no);
            if (OfficeTime.DayOf(accepted) <= today && !(of.Batch.Year == year && month.Month == 11 && node.Code == "QH01001"))
            {
                report.Accept(of, Words.Parse<TravelDirection>(row["direction"])!.Value, row["reason"], reviewer, accepted);
            }
        }
    }

    /// <summary>What a month asked is answered by the street within ten workdays, and rated by the community.</summary>
    private void Answer(CoordinationItem? asked, Actor street, Actor community, DateOnly on, int no)
    {
        if (asked is null || workdays.After(on, 10) is var answered && answered > today)
        {
            return;
        }

        asked.Settle(street, "已会同有关部门现场协调，责任单位和完成时间当场明确，进展在下月月报中反映。", "", null, At(answered, no));
        if (workdays.After(answered, 5) is var rated && rated <= today)
        {
            asked.Rate(community, true, "", workdays, Scheme.DefaultReplyWorkdays, At(rated, no));
        }
    }

    private async Task<Window> WindowAsync(DateOnly month)
    {
        var key = (month.Year, month.Month);
        if (!_windows.TryGetValue(key, out var window))
        {
            _windows[key] = window = MonthlyReport.WindowOf(month, workdays, (await db.WorkYears.SingleAsync(y => y.Year == month.Year)).Scheme.ReviewWorkdays);
            db.Add(window);
        }

        return window;
    }

    private Actor Who(int organization, PostKind kind) =>
        (_holders[organization].FirstOrDefault(h => h.Kind == kind) ?? _holders[organization].First(h => h.Kind <= PostKind.Officer)) is var h ? new(h.PersonId, h.Person.Name, h.Title) : staff;

    /// <summary>0.03-10: 10 March of the demo's year; -1. of the one before.</summary>
    private DateOnly Day(string text) => text.Split('.') is [var back, var day] ? DateOnly.ParseExact($"{year + DemoRegisters.Number(back)}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture) : throw new FormatException(text);

    private static DateTime At(DateOnly day, int n) => OfficeTime.Utc(day, new TimeOnly(9 + (n % 7), n * 7 % 60));
}
