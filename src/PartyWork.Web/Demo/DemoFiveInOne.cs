using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>
/// 五位一体: last year's pledges and debriefs of the committees, all graded, and the papers of those who were assessed; this year's pledges, and three
/// reports on their way.
/// </summary>
public sealed class DemoFiveInOne(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor staff)
{
    private const string Wenming = "QH01001", Chunhui = "QH01", Submitted = "QH04", Returned = "QH02";

    /// <summary>Their comments of last year are problems of this year's lists.</summary>
    private static readonly string[] Commented = ["QH03", "QH05", "QH07"];

    private static readonly (string Text, string Mark, int Month)[] Promises =
    [
        ("推动两新组织“两个覆盖”扩面，新建党组织不少于3个", "新建党组织批复文件不少于3份", 11),
        ("书记到基层联系点调研不少于12次，每次解决一件具体事", "调研登记不少于12次，办结事项有结果", 12),
        ("领衔整改上级反馈的突出问题，年内销号", "问题清单中领衔的问题全部销号", 11),
        ("为每个社区办成一件群众点题的实事", "受益社区逐件确认", 12),
        ("抓实组织生活，所属支部三会一课达标率不低于95%", "组织生活达标率不低于95%", 12),
    ];

    private static readonly (string Text, string Mark, int Month)[] CommunityPromises =
    [
        ("网格党支部按月开好主题党日，总支每月到场一次", "主题党日有记录，到场不少于12次", 12),
        ("书记每月入户走访独居老人和困难党员家庭", "走访登记每月不少于8户，诉求有答复", 12),
        ("领衔整改上级反馈的突出问题，年内销号", "问题清单中领衔的问题全部销号", 11),
        ("居民代表会议确定的年度实事全部完工", "逐件公示，受益居民确认", 11),
        ("专项经费使用先听居民意见，后公布结果", "每个项目有议定记录和结果公布", 12),
    ];

    private static readonly string[] Kept = ["已按期完成，结果见台账。", "按时限完成，已在党员大会上报告。", "全部完成，受益单位已确认。"];

    private static readonly string[] Weaknesses = ["抓两新组织工作不够经常，去年三季度没有专题研究", "对所属支部组织生活质量督促不够，2个支部主题党日流于念文件", "服务群众专项经费四季度才集中使用，进度不均衡"];

    private Dictionary<int, Actor> _secretaries = [], _superiors = [];

    /// <summary>Last year's, before this year's lists are written: what was commented goes into them.</summary>
    public async Task LoadLastYearAsync()
    {
        var of = year - 1;
        await WhoAsync(new(of, 12, 31));
        var debriefs = new List<Debrief>();
        foreach (var (i, node) in Committees().Index().Where(n => _secretaries.ContainsKey(n.Item.Id)))
        {
            var sheet = Promise(node, of, i);
            foreach (var pledge in sheet.Pledges)
            {
                sheet.Claim(pledge, Kept[(i + pledge.No) % Kept.Length], _secretaries[node.Id], new(of, 12, 2));
                var isKept = (i, pledge.No) != (6, 2);
                sheet.Settle(pledge, isKept, isKept ? "" : "全年调研9次，少3次；其中2次没有形成解决结果。", staff, new(of, 12, 8));
            }

            db.Add(sheet);
        }

        await db.SaveChangesAsync();
        var sheets = await db.PledgeSheets.Include(s => s.Pledges).Where(s => s.Year == of).ToListAsync();
        foreach (var (i, node) in Committees().Index().Where(n => _secretaries.ContainsKey(n.Item.Id)))
        {
            var pledges = sheets.Single(s => s.OrganizationId == node.Id).Pledges;
            var debrief = Write(node, of, i, pledges, []);
            debrief.Submit(_secretaries[node.Id], pledges, [], new(of, 12, 15 + (i % 4)));
            debrief.Accept(staff, pledges, [], new(of, 12, 22));
            debrief.Meet(new(i % 3 == 2 ? DebriefMode.Written : DebriefMode.OnSite, new(of, 12, 28), "区委三楼会议室", "区委书记 方正平", "履职总体扎实，问题找得准；要把基层减负和服务群众结合起来抓。",
                Commented.Contains(node.Code) ? [Weaknesses[i % Weaknesses.Length]] : []), today);
            var grade = i == 11 ? DebriefGrade.Average : i % 6 == 4 ? DebriefGrade.Fair : DebriefGrade.Good;
            debrief.Rate(grade, grade switch { DebriefGrade.Good => "责任落实到位，重点任务完成好，群众评价高。", DebriefGrade.Fair => "总体较好，个别任务滞后。", _ => "整改不够彻底，测评和检查反映的问题较多。" }, new(of, 12, 30), staff, today);
            db.Add(debrief);
            debriefs.Add(debrief);
        }

        await db.SaveChangesAsync();
        ToldMembers(of);
        db.AddRange(debriefs.Where(d => d.Comments.Count > 0).SelectMany(d => d.ListComments(71, false, new(year, 1, 8))).ToList());
        await db.SaveChangesAsync();
    }

    /// <summary>This year's pledges and reports, the talks, and one decision.</summary>
    public async Task LoadThisYearAsync()
    {
        await WhoAsync(today);
        var promising = Committees().Append(tree.InOrder.Single(n => n.Code == Wenming)).Where(n => _secretaries.ContainsKey(n.Id)).ToList();
        foreach (var (i, node) in promising.Index().Where(_ => today >= new DateOnly(year, 4, 12)))
        {
            var sheet = Promise(node, year, i + 2, node.Code == Wenming ? await db.WorkTasks.Where(t => t.OrganizationId == node.Id && t.Year == year && t.MeasuredBy == "meeting.lecture.count").FirstOrDefaultAsync() : null);
            if (i % 3 == 0 && today >= new DateOnly(year, 12, 10))
            {
                sheet.Claim(sheet.Pledges[0], Kept[i % Kept.Length], _secretaries[node.Id], new(year, 12, 9));
                if (i % 2 == 0)
                {
                    sheet.Settle(sheet.Pledges[0], true, "", _superiors[node.Id], new(year, 12, 10));
                }
            }

            db.Add(sheet);
        }

        await db.SaveChangesAsync();
        await ReportAsync();
        Measure();
        await db.SaveChangesAsync();
    }

    /// <summary>The papers of the primary organisations that were assessed at last year's end.</summary>
    public async Task FileAsync()
    {
        var ids = await db.ScoreSheets.Where(s => s.Round.Year == year - 1 && s.Round.Phase == AssessmentPhase.End).Select(s => s.OrganizationId).ToListAsync();
        var listed = DemoContent.Read("rectification").Where(r => r["listed"].StartsWith("0.", StringComparison.Ordinal)).Select(r => r["code"]).ToHashSet(); // put right in the year after
        foreach (var (i, node) in ids.Select(id => tree[id]).Where(n => n.Level is OrganizationLevel.Primary).OrderBy(n => n.SortNo).Index())
        {
            var debrief = Debrief.File(node.Id, node.Level, year - 1, new(i % 2 == 0 ? DebriefMode.OnSite : DebriefMode.Written, new(year - 1, 12, 26), i % 2 == 0 ? "党（工）委会议室" : "", "", "", []), today);
            var isListed = listed.Contains(node.Code);
            debrief.Rate(isListed ? DebriefGrade.Average : i % 7 == 5 ? DebriefGrade.Fair : DebriefGrade.Good, isListed ? "居民满意率低，联名信访两年没有化解，议事公开不到位。" : "按年度检查和述职情况综合评定。", new(year - 1, 12, 29), _superiors.GetValueOrDefault(node.Id) ?? staff, today);
            db.Add(debrief);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>向党员述职 of last year: the other half of 双述双评, of every committee but a few.</summary>
    private void ToldMembers(int of)
    {
        foreach (var (i, node) in Committees().Index().Where(n => _secretaries.ContainsKey(n.Item.Id) && n.Index % 5 != 4))
        {
            var told = new MembersDebrief { OrganizationId = node.Id, On = new(of, 12, 23 + (i % 5)), Speaker = $"{_secretaries[node.Id].Name}（书记）", Entitled = 32 + i, Present = 29 + (i * 5 / 6), Place = "机关党员活动室", Opinions = i % 3 == 0 ? "建议把主题党日放到群众议事日，少开室内会。" : "" };
            told.Enter(_secretaries[node.Id], told.On.AddDays(1));
            db.Add(told);
        }
    }

    private PledgeSheet Promise(OrgNode node, int of, int turn, WorkTask? task = null)
    {
        var sheet = new PledgeSheet(node.Id, of);
        var promises = node.Level is OrganizationLevel.Committee ? Promises : CommunityPromises;
        var texts = Enumerable.Range(0, 3 + (turn % 3)).Select(n => promises[(turn + n) % promises.Length]).Select(p => new PledgeText(p.Text, p.Mark, new(of, p.Month, 30))).ToList();
        if (task is not null)
        {
            texts[^1] = new("", "", null, task);
        }

        sheet.Write(texts);
        sheet.Submit(_secretaries[node.Id], new(of, 3, 20 + (turn % 6)));
        sheet.Approve(_superiors[node.Id], new(of, 4, 1));
        sheet.Publish(turn % 2 == 0 ? "党务公开栏" : "党员大会", new(of, 4, turn == 13 ? 17 : 3 + (turn % 9)), today);
        return sheet;
    }

    private static Debrief Write(OrgNode node, int of, int i, IReadOnlyCollection<Pledge> pledges, List<Problem> problems)
    {
        var debrief = new Debrief(node.Id, of);
        debrief.Write(new("坚持书记抓、抓书记，全年专题研究党建4次，到联系点调研12次。\n推动党建与基层治理融合，议事恳谈解决停车、加装电梯等实事。", "", "对照上年度反馈和自查，逐项建账、按月对账。",
            string.Join('\n', Enumerable.Range(0, 3).Select(n => Weaknesses[(i + n) % Weaknesses.Length] + "。")), "一是按季研究两新组织工作；二是每月抽看两个支部的组织生活；三是经费按季安排、按月通报。"), [],
            [
                .. pledges.Select(p => DebriefWords.Of(p, Kept[(i + p.No) % Kept.Length])),
                .. problems.Select(p => DebriefWords.Of(p, p.State is ProblemState.Closed ? "已整改，经上级核实销号。" : "正在整改，已完成过半，按时限销号。")),
            ]);
        return debrief;
    }

    private async Task ReportAsync()
    {
        if (today < new DateOnly(year, 12, 15))
        {
            return;
        }

        foreach (var (i, code) in new[] { Chunhui, Submitted, Returned }.Index())
        {
            var node = tree.InOrder.Single(n => n.Code == code);
            var pledges = (await db.FindPledgesAsync(node.Id, year))!.Pledges;
            var problems = (await db.TakenProblemsAsync(node.Id, year)).Problems.Select(p => p.Problem).ToList();
            var debrief = Write(node, year, i, code == Chunhui ? [.. pledges.Take(1)] : pledges, code == Chunhui ? [] : problems);
            if (code != Chunhui)
            {
                debrief.Submit(_secretaries[node.Id], pledges, problems, new(year, 12, 14));
            }

            if (code == Returned)
            {
                debrief.Return(staff, "存在的问题写得笼统，请具体到事；下一步打算缺时限。");
            }

            db.Add(debrief);
        }
    }

    private void Measure()
    {
        var (low, community) = (Committees().ElementAt(11), tree.InOrder.First(n => n.Code.StartsWith("QH02", StringComparison.Ordinal) && n.Level is OrganizationLevel.Primary));
        Enter(new OrganizationalMeasure { OrganizationId = low.Id, On = new(year, 1, 16), Kind = MeasureKind.Talk, Subject = $"{low.ShortName}书记 {_secretaries.GetValueOrDefault(low.Id)?.Name}", TakenBy = "区委组织部部长", Matter = "上年度述职评议等次为一般，约谈并要求对照点评逐项整改。", Deadline = new(year, 6, 30), EndedOn = today >= new DateOnly(year, 7, 8) ? new(year, 7, 8) : null });
        Enter(new OrganizationalMeasure { OrganizationId = community.Id, On = new(year, 9, 18), Kind = MeasureKind.Remind, Subject = $"{community.ShortName}书记", TakenBy = "街道党工委副书记", Matter = "换届准备启动较晚，提醒按时限报送方案。" });
        Enter(new AccountabilityDecision { OrganizationId = community.Id, On = new(year, 10, 22), Kind = AccountabilityKind.WrittenSelfCriticism, Subject = $"{community.ShortName}书记", DecidedBy = "中共青禾区委", DocumentNo = $"青委〔{year}〕61号", Matter = "服务群众专项经费未经议事程序支出3.2万元。", Requirement = "一个月内补齐程序、完善制度，在党员大会上作出检查。" });

        void Enter(RegisterRecord record)
        {
            if (record.On <= today)
            {
                record.Enter(staff, record.On.AddDays(1) is var next && next < today ? next : today);
                db.Add(record);
            }
        }
    }

    private async Task WhoAsync(DateOnly day)
    {
        var holders = await db.PostHoldings.Where(h => h.From <= day && (h.To == null || h.To >= day) && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy)).OrderBy(h => h.Id)
            .Select(h => new { h.OrganizationId, h.Kind, Actor = new Actor(h.PersonId, h.Person.Name, h.Title) }).ToListAsync();
        Dictionary<int, Actor> Of(PostKind kind) => holders.Where(h => h.Kind == kind).GroupBy(h => h.OrganizationId).ToDictionary(g => g.Key, g => g.First().Actor);
        var deputies = Of(PostKind.Deputy);
        _secretaries = Of(PostKind.Secretary);
        _superiors = tree.InOrder.Where(n => n.Level is OrganizationLevel.Committee or OrganizationLevel.Primary)
            .ToDictionary(n => n.Id, n => n.Level is OrganizationLevel.Committee ? staff : deputies.GetValueOrDefault(n.ParentId ?? 0) ?? _secretaries.GetValueOrDefault(n.ParentId ?? 0) ?? staff);
    }

    private IEnumerable<OrgNode> Committees() => tree.InOrder.Where(n => n.Level is OrganizationLevel.Committee && n.ClosedOn is null);
}
