using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>
/// What was done in each case while it went on: visits by the hundred, opinions in every state, funds, practical things, leaders' visits, a supervision note; of 文明社区 how its lifts came about.
/// To be played before the cases are accepted, for nothing is recorded after the end.
/// </summary>
public sealed class DemoCaseRecords(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor inspector)
{
    private const string Lifts = "QH01001", Inspected = "QH02007";
    private const int OnTheWay = 9, MonthsOfWork = 8, UsualHouseholds = 24, InspectedAfter = 270;

    private static readonly string[] Matters = ["听取整顿方案，看老楼现场", "协调解决方案中需部门配合的事项", "走访困难户，看实事进度", "听取居民代表意见，研究验收准备"],
        Outcomes = ["明确工作组每周到社区两天，问题逐条销号。", "由帮扶单位牵头，资金分两批到位。", "要求入冬前办完，党工委每周一调度。", "同意按程序申请验收，遗留事项继续办。"];

    private readonly List<Dictionary<string, string>> _heard = [.. DemoContent.Read("case-opinions")];

    public async Task LoadAsync()
    {
        var cases = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Helpers).ThenInclude(h => h.Holding!.Person).AsSingleQuery().Where(c => c.ListedOn != null && c.EndedOn == null).OrderBy(c => c.Id).ToListAsync();
        foreach (var of in cases)
        {
            await RecordAsync(of, tree[of.OrganizationId]);
        }

        await db.SaveChangesAsync();
    }

    private async Task RecordAsync(RectificationCase of, OrgNode node)
    {
        var from = of.ListedOn!.Value;
        var until = of.Batch.Year == year ? today : Earlier(from.AddMonths(MonthsOfWork), today);
        var helpers = of.Helpers.Where(h => h.Holding is not null && h.Role is not HelperRole.DistrictLeader).Select(h => new Actor(h.PersonId ?? 0, h.Name, h.Holding!.Title)).ToList();
        if (until < from.AddDays(30) || helpers.Count == 0)
        {
            return;
        }

        var opinions = new List<ResidentOpinion>();
        await VisitAsync(of, node, from.AddDays(6), until, helpers, opinions);
        if (node.Code == Lifts)
        {
            Lift(of, from, helpers[0], opinions);
        }

        Answer(of, node, opinions, until, helpers);
        Fund(of, node, from, until, helpers[0]);
        Things(of, node, from, until, helpers[0]);
        Lead(of, from, until);
        if (node.Code == Inspected && from.AddDays(InspectedAfter + 5) <= today)
        {
            await InspectAsync(of, node, from.AddDays(InspectedAfter));
        }
    }

    /// <summary>Month by month as many households as its report says, before it was written; of the month that runs the usual number. Doors, and now and then a whole staircase together; what was said is written down with the visit.</summary>
    private async Task VisitAsync(RectificationCase of, OrgNode node, DateOnly from, DateOnly until, List<Actor> helpers, List<ResidentOpinion> opinions)
    {
        var (community, made) = (of.OrganizationId, new List<(CaseVisit Visit, Actor By)>());
        var reports = await db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == community).OrderBy(f => f.Year).ThenBy(f => f.Period)
            .Select(f => new { Month = new DateOnly(f.Year, f.Period, 1), f.Window.Opens, Said = f.Rows.Where(r => r.Key == MonthlyReport.Households).Select(r => r.Value).FirstOrDefault() }).ToListAsync();
        foreach (var (no, report) in reports.Where(r => r.Month <= today && (r.Said is not null || of.Batch.Year == year)).Index())
        {
            var (first, last) = (from > report.Month ? from : report.Month, Earlier(report.Opens.AddDays(-1), today));
            var (households, visits) = (report.Said / Quantity.One ?? UsualHouseholds, new List<int>());
            while (households > 0)
            {
                visits.Add(visits.Count % 5 == 4 ? Math.Min(households, 6 + ((visits.Count + no) % 7)) : 1);
                households -= visits[^1];
            }

            foreach (var (n, met) in visits.Index())
            {
                var (by, on) = (helpers[made.Count % helpers.Count], first.AddDays((last.DayNumber - first.DayNumber) * n / visits.Count));
                made.Add((new CaseVisit(of, new(on, by.Name, $"{1 + ((made.Count + node.SortNo) % 12)}栋", met > 1 ? "" : $"{1 + (made.Count / 12 % 4)}-{1 + (made.Count / 48 % 6)}0{1 + (made.Count / 288 % 2)}", met, met), by, on), by));
            }
        }

        db.AddRange(made.Select(m => m.Visit));
        made.RemoveAll(m => m.Visit.On > until);
        var heard = HeardIn(node);
        for (var i = 0; i < heard.Count; i++)
        {
            // What is still on its way is of the last weeks, all else is spread over the case.
            var left = heard.Count - i;
            var (visit, by) = made[Math.Max(0, GoesOn(of, until) && left <= OnTheWay ? made.Count - 1 - (left * 2) : ((i + 1) * (made.Count - (2 * OnTheWay) - 2) / heard.Count) - 1)];
            opinions.Add(Heard(of, i, heard[i], visit, by, visit.On));
        }
    }

    /// <summary>In each community something else, and not of each as much.</summary>
    private List<Dictionary<string, string>> HeardIn(OrgNode node) => node.Code == Lifts ? _heard : [.. Enumerable.Range(0, 14 + (node.Id % 7)).Select(n => _heard[(n + (node.Id * 7)) % _heard.Count])];

    private bool GoesOn(RectificationCase of, DateOnly until) => of.Batch.Year == year && until == today && of.Stage is not CaseStage.PreAccepted; // before it is applied for all has been answered

    private ResidentOpinion Heard(RectificationCase of, int i, Dictionary<string, string> row, CaseVisit visit, Actor by, DateOnly on)
    {
        var (source, text) = (Words.Parse<OpinionSource>(row["source"])!.Value, new OpinionText(on, default, Words.Parse<OpinionCategory>(row["category"])!.Value, row["content"]));
        var opinion = source is OpinionSource.Visit ? visit.Hear(i + 1, text, by, on) : new ResidentOpinion(of, i + 1, text with { Source = source }, by, on);
        db.Add(opinion);
        return opinion;
    }

    /// <summary>三位老人和一封联名信，一件事: three are merged into the first, and the first four lifts answer all four.</summary>
    private void Lift(RectificationCase of, DateOnly from, Actor by, List<ResidentOpinion> opinions)
    {
        string[] said = ["3号院老楼没有电梯，八十多岁的老人一年没有下过楼。", "买菜上六楼要歇三次，盼着装电梯。", "腿脚不好，看病要靠儿子背下楼，请装电梯。", "3号院17户联名，请求加装电梯。"];
        var all = said.Select((words, i) => new ResidentOpinion(of, opinions.Count + 1 + i, new(from.AddDays(9 + (i * 3)), i == 3 ? OpinionSource.Mailbox : OpinionSource.Grid, OpinionCategory.Facilities, words), by, from.AddDays(9 + (i * 3)))).ToList();
        db.AddRange(all);
        foreach (var same in all.Skip(1))
        {
            same.MergeInto(all[0]);
        }

        all[0].Assign("区住建局和工作组", new DateOnly(from.Year, 11, 30));
        var done = new DateOnly(from.Year, 9, 22);
        if (done.AddDays(4) <= today)
        {
            all[0].Handle("一至四单元四部电梯已验收运行，低层住户的补偿已谈妥；五、六单元等管线迁改后继续施工。", done, by, done);
            all[0].FeedBack(new("联名的17户", FeedbackWay.Door, done.AddDays(4)), true, "", done.AddDays(4));
        }
    }

    /// <summary>What is old has been answered; of a case that goes on the newest are in every state on the way.</summary>
    private void Answer(RectificationCase of, OrgNode node, List<ResidentOpinion> opinions, DateOnly until, List<Actor> helpers)
    {
        var heard = HeardIn(node);
        foreach (var (i, o) in opinions.Take(heard.Count).Index())
        {
            var (row, by, left) = (heard[i], helpers[i % helpers.Count], GoesOn(of, until) ? heard.Count - i : 99);
            if (left <= 2)
            {
                continue; // 待交办
            }

            o.Assign(row["handler"], left <= 4 ? today.AddDays(left * 2) : Earlier(o.On.AddDays(15), until));
            if (left <= 4)
            {
                continue; // 办理中
            }

            var done = Earlier(o.On.AddDays(3 + (i % 9)), until);
            var told = new OpinionFeedback($"{1 + (i % 12)}栋居民", (FeedbackWay)(1 + (i % 2)), Earlier(done.AddDays(2), until));
            if (row["explained"].Length > 0)
            {
                o.Explain(row["result"], told, told.On);
                continue;
            }

            o.Handle(row["result"], done, by, done);
            if (left == 5)
            {
                continue; // 待反馈
            }

            if (i % 8 == 3 || left == 9)
            {
                o.FeedBack(told, false, "当天好了，过了一周又和原来一样。", told.On);
                if (left == 9)
                {
                    continue; // 重新办理
                }

                var again = Earlier(told.On.AddDays(6), until);
                o.Handle(row["result"] + "安排专人每周检查。", again, by, again);
                told = told with { On = Earlier(again.AddDays(2), until) };
            }

            o.FeedBack(told, left == 8 ? null : true, "", told.On);
        }
    }

    private void Fund(RectificationCase of, OrgNode node, DateOnly from, DateOnly until, Actor by)
    {
        var unit = of.Helpers.Where(h => h.Role is HelperRole.SupportUnit).Select(h => h.Unit).FirstOrDefault() ?? "帮扶单位";
        var lifts = node.Code == Lifts;
        (FundSource Source, string Giver, long Yuan, string Purpose, int After, int Spent, string Use)[] rows =
        [
            (FundSource.Budget, "区财政局", lifts ? 1_200_000 : 160_000, lifts ? "3号院加装电梯补助" : "楼院整治和门禁监控", 40, 70, lifts ? "一至四单元电梯设备和井道" : "门禁、监控和车棚施工"),
            (FundSource.SupportUnit, unit, lifts ? 350_000 : 58_000, lifts ? "3号院加装电梯配套" : "助餐点和活动室", 55, 60, lifts ? "五、六单元管线迁改" : "助餐点设备"),
            (FundSource.Society, lifts ? "3号院17户居民集资" : "辖区共建企业", lifts ? 240_000 : 15_000, lifts ? "加装电梯居民分摊" : "健身器材更换", 80, 80, lifts ? "电梯首付款" : "健身器材四件"),
        ];
        var more = lifts ? 0 : of.Baseline!.Petitions * 800;
        foreach (var (i, row) in rows.Index())
        {
            var (arrived, yuan) = (Earlier(from.AddDays(row.After), until), (long)row.Yuan + more);
            var fund = new RectificationFund(of, new(row.Source, row.Giver, yuan * 100, row.Purpose, arrived), by, arrived);
            var on = Earlier(arrived.AddDays(35), until);
            fund.Spend(on, yuan * row.Spent, row.Use, $"记-{on.Month:00}{11 + i}", by, on);
            db.Add(fund);
        }

        if (of.Batch.Year == year)
        {
            db.Add(new RectificationFund(of, new(FundSource.SupportUnit, unit, 8_000_000, "活动室添置书架和桌椅", null), by, Earlier(from.AddDays(150), until)));
        }
    }

    private void Things(RectificationCase of, OrgNode node, DateOnly from, DateOnly until, Actor by)
    {
        (string Name, ThingCategory Category, int Households, long Yuan, bool Promised, int Begun, int Days)[] rows =
        [
            node.Code == Lifts ? ("3号院一至四单元加装电梯", ThingCategory.Facilities, 48, 1_130_000, true, 95, 101) : ("楼院门禁、监控和充电车棚", ThingCategory.Safety, 310, 112_000, true, 60, 70),
            ("助餐点开门，困难老人送餐上门", ThingCategory.Care, 86, 34_800, true, 70, 50),
            ("活动室开放到晚八点", ThingCategory.Services, 420, 0, true, 30, 40),
            ("疏通管网，治理三处积水", ThingCategory.Facilities, 132, 21_000, false, 100, 30),
            ("更换健身器材四件", ThingCategory.Culture, 260, 12_000, false, 130, 20),
            node.Code == Lifts ? ("3号院五、六单元加装电梯", ThingCategory.Facilities, 24, 560_000, true, 230, 400) : ("楼道粉刷和感应灯", ThingCategory.Environment, 180, 0, false, 200, 400),
        ];
        foreach (var row in rows.Where(r => from.AddDays(r.Begun) <= until))
        {
            var begun = from.AddDays(row.Begun);
            var thing = new PracticalThing(of, new(row.Name, row.Category, row.Households, row.Yuan * 100, row.Promised, begun), by, begun);
            var done = begun.AddDays(row.Days);
            db.Add(thing);
            if (done > until)
            {
                continue;
            }

            thing.Finish(done, done);
            if (done.AddDays(12) <= until)
            {
                thing.Confirm("居民代表王桂芬", done.AddDays(5), done.AddDays(5));
                thing.Publish(done.AddDays(12), done.AddDays(12));
            }
        }
    }

    /// <summary>Once a quarter, written down by the liaison; the quarter that runs may still be without one.</summary>
    private void Lead(RectificationCase of, DateOnly from, DateOnly until)
    {
        var leader = of.Helpers.FirstOrDefault(h => h.Role is HelperRole.DistrictLeader);
        if (leader?.Holding is not { } liaison)
        {
            return;
        }

        for (var (on, i) = (from.AddDays(12), 0); on <= until.AddDays(-30); (on, i) = (on.AddDays(88), i + 1))
        {
            db.Add(new LeaderVisit(of, new(on, leader.Name, Matters[i % Matters.Length], Outcomes[i % Outcomes.Length]), new Actor(leader.PersonId ?? 0, liaison.Person.Name, liaison.Title), on));
        }
    }

    private async Task InspectAsync(RectificationCase of, OrgNode node, DateOnly on)
    {
        var last = await db.Problems.Where(p => p.OrganizationId == node.Id && p.Year == on.Year).MaxAsync(p => (int?)p.No) ?? 0;
        var isFiled = await db.Filings.AnyAsync(f => f.Kind == FilingKind.ThreeLists && f.Year == on.Year && f.OrganizationId == node.Id && f.FirstSubmittedAt != null);
        var note = new SupervisionNote(of, 1, new(on, "区委督查室督查组", SupervisionManner.Unannounced, "不打招呼看公开栏、活动室和车棚，随访居民六户。", on.AddDays(20)), inspector, on);
        db.Add(note);
        db.Add(note.Find("议事结果公开栏两个月没有更新，居民不知道议定了什么", last + 1, isFiled));
        var secretary = await db.PostHoldings.Where(h => h.OrganizationId == node.Id && h.Kind <= PostKind.Officer && h.To == null).OrderBy(h => h.Kind).Select(h => new Actor(h.PersonId, h.Person.Name, h.Title)).FirstAsync();
        note.Confirm(secretary, on.AddDays(2));
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
