using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>
/// 考核: last year's mid-year check of the committees; its year-end assessment of some sixty organisations, six of them scored by a second team, archived; this year's mid-year check with lagging communities and the year's demonstration sites, told but for three that were visited late; the year-end assessment on
/// site, with what the demo accounts have drawn; that of the two-new organisations, who score themselves; and a street's own of its communities, sampled by the district.
/// </summary>
public sealed class DemoRounds(PartyWorkDb db, OrgTree tree, Workdays workdays, int year, DateOnly today, Actor staff)
{
    private const int LostPerList = 3;

    private readonly List<string> _reasons = [.. DemoContent.Read("assessment-reasons").Select(r => r["words"])];
    private readonly Dictionary<int, List<Assessor>> _teams = [];
    private Dictionary<int, Actor> _secretaries = [];
    private Dictionary<int, Responsible> _owners = [];

    public async Task LoadAsync()
    {
        await AppointAsync();
        db.AddRange(GradingContent.Read(year - 1), GradingContent.Read(year));
        await db.SaveChangesAsync();
        _secretaries = (await db.PostHoldings.Where(h => h.To == null && h.Kind == PostKind.Secretary).OrderBy(h => h.Id).Select(h => new { h.OrganizationId, Actor = new Actor(h.PersonId, h.Person.Name, h.Title) }).ToListAsync())
            .GroupBy(h => h.OrganizationId).ToDictionary(g => g.Key, g => g.First().Actor);
        _owners = (await db.PostHoldings.Where(h => h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Officer)).OrderByDescending(h => h.Kind).ThenBy(h => h.Id).Select(h => new { h.OrganizationId, Owner = new Responsible(h.Person.Name, h.Id) }).ToListAsync())
            .GroupBy(h => h.OrganizationId).ToDictionary(g => g.Key, g => g.First().Owner);
        var committees = Open(OrganizationLevel.Committee).ToList();
        var communities = Open(OrganizationLevel.Primary).Where(n => n.Domain is OrganizationDomain.Community).ToList();
        List<OrgNode> sampled = [.. Open(OrganizationLevel.Primary).Where(n => n.Domain is OrganizationDomain.Organ).Take(10), .. Open(OrganizationLevel.Primary).Where(n => n.Domain is OrganizationDomain.School).Take(5), .. Open(null).Where(n => n.Domain is OrganizationDomain.TwoNew).Take(5)];
        if (await RoundAsync(year - 1, AssessmentPhase.Mid, 1, "基层党建年中检查", 14, new(year - 1, 6, 24), new(7, 3), new(7, 8), new(7, 24), committees, tree.InOrder.Count) is { } first)
        {
            await ConcludeAsync(first, new(year - 1, 7, 31), new(year - 1, 8, 20));
        }

        var last = await RoundAsync(year - 1, AssessmentPhase.End, 2, "基层党建年底考核", 31, new(year - 1, 11, 25), new(12, 5), new(12, 9), new(12, 26), [.. new List<OrgNode>([.. committees, .. PerCommittee(communities, 2), .. sampled, .. await SitesAsync(year - 1, new(year - 1, 12, 1))]).Distinct()], tree.InOrder.Count);
        if (last is not null)
        {
            await CheckAsync(last);
            await ConcludeAsync(last, new(year - 1, 12, 29), new(year, 1, 12));
        }

        var mid = await RoundAsync(year, AssessmentPhase.Mid, 1, "基层党建年中检查", 12, new(year, 6, 22), new(7, 2), new(7, 6), new(7, 23), [.. committees, .. await LaggingAsync(), .. await SitesAsync(year, new(year, 6, 30))], tree.InOrder.Count);
        if (mid is not null)
        {
            await ReportMidYearAsync(mid);
        }

        await RoundAsync(year, AssessmentPhase.End, 2, "基层党建年底考核", 29, new(year, 11, 27), new(12, 8), new(12, 14), new(12, 30), [.. committees, .. PerCommittee(communities, 2)], 9);
        await RoundAsync(year, AssessmentPhase.End, 3, "两新组织党建年底考核", 30, new(year, 12, 10), new(12, 22), new(12, 24), new(12, 31), [.. Open(null).Where(n => n.Domain is OrganizationDomain.TwoNew).Take(12)], 0);
        await StreetAsync(communities);
        Draft();
        await db.SaveChangesAsync();
    }

    /// <summary>望江街道 assesses those of its communities that the district's own round leaves out, under the district's scheme and by its own people; the district samples what it scored.</summary>
    private async Task StreetAsync(IReadOnlyList<OrgNode> communities)
    {
        var street = tree.InOrder.Single(n => n.Code == "QH02");
        var published = new DateOnly(year, 11, 30);
        if (published.AddDays(11) > today || await db.Rounds.Include(r => r.Teams).ThenInclude(t => t.Members).SingleOrDefaultAsync(r => r.Year == year && r.No == 2 && r.PublishedOn != null) is not { } district)
        {
            return;
        }

        var taken = (await db.ScoreSheets.Where(s => s.Round.Year == year && s.Round.Phase == AssessmentPhase.End).Select(s => s.OrganizationId).ToListAsync()).ToHashSet();
        var nodes = communities.Where(n => n.ParentId == street.Id && !taken.Contains(n.Id)).ToList();
        var people = (await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).Where(h => h.OrganizationId == street.Id && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer)).OrderBy(h => h.Kind).ThenBy(h => h.Id).ToListAsync())
            .DistinctBy(h => h.Person.Id).Take(Round.LeastMembers).ToList();
        var rubric = (await db.Rubrics.WithAll().Where(r => r.Year == year && r.PublishedOn != null && r.Kind == RubricKind.Community).ToListAsync()).MaxBy(r => r.No);
        if (nodes.Count == 0 || people.Count < Round.LeastMembers || rubric is null)
        {
            return;
        }

        var round = Round.Under(district, street.Id, 5, new($"{year}年望江街道社区党建年底考核", "", "", new(year, 12, 6), new(year, 12, 8), new(year, 12, 18), new(year, 12, 28)) { LeastLoad = 1, MostLoad = Math.Max(RoundPlan.UsualMostLoad, nodes.Count) });
        foreach (var node in nodes)
        {
            round.Assess(node.Id, rubric);
        }

        foreach (var (i, h) in people.Index())
        {
            var post = new PostHolding(h.Person, h.Organization, i == 0 ? PostKind.TeamLeader : PostKind.Assessor, i == 0 ? "考核组组长" : "考核组成员", published);
            post.End(round.Plan.AccessUntil);
            db.Add(post);
        }

        round.Form(1, [.. people.Select((h, i) => new Assessor(h.Person.Id, h.Person.Name, i == 0))], people[0].Person.Id);
        db.Add(round);
        var secretary = _secretaries.GetValueOrDefault(street.Id) ?? staff;
        var filings = round.Publish(new WorkYear(year, new Scheme(), "无变化"), nodes.ToDictionary(n => n.Id, n => n.Level), secretary, published);
        db.AddRange(filings);
        await db.SaveChangesAsync();
        foreach (var (i, filing) in filings.Index())
        {
            SayOf(filing, round.Sheets[i], i, workdays.OnOrAfter(published.AddDays(2)));
        }

        await db.SaveChangesAsync();
        var ended = new DateOnly(year, 12, 7);
        await RoundFreezing.FreezeAsync(db, tree, round, ended, At(ended, 9));
        round.Draw($"{year % 100:00}05a9e4", "望江街道纪工委 佟丽", "居民代表 马春生", nodes.ToDictionary(n => n.Id, n => n.Code), At(ended, 15));
        await db.SaveChangesAsync();
        foreach (var (i, sheet) in round.Sheets.Index())
        {
            Score(sheet, i, true, workdays.OnOrAfter(new(year, 12, 9)));
        }

        await db.SaveChangesAsync();
        db.AddRange(round.DrawChecks($"{year % 100:00}05b17c", district.Teams, nodes.ToDictionary(n => n.Id, n => n.Code))); // the district's sample, by teams of its own round
        await db.SaveChangesAsync();
    }

    /// <summary>Most were told at the end of July and have their results; five could not be seen in the flood season, were visited in December, and two of them have been told: one of these objects.</summary>
    private async Task ReportMidYearAsync(Round mid)
    {
        List<ScoreSheet> sheets = [.. mid.Sheets.Where(s => s.Stage is SheetStage.Provisional)];
        var visited = new DateOnly(year, 12, 10);
        List<ScoreSheet> late = visited > today ? [] : [.. sheets.Take(3), .. sheets.Where(s => tree[s.OrganizationId].Code is "QH15" or "QH16").Except(sheets.Take(3))];
        await TellAsync(mid, new(year, 7, 30), [.. sheets.Except(late)]);
        foreach (var sheet in late)
        {
            var leader = sheet.Team!.Members.Where(m => m.IsLeader).Select(m => new Actor(m.PersonId, m.Name, "考核组组长")).Single();
            sheet.Reopen("汛期防汛值守，没有看现场；12月补查后再定分");
            sheet.Submit(visited, "补查时现场与记录一致；组织生活质量和问题整改还不平衡。", leader, At(visited, 18));
        }

        var told = workdays.After(visited, 1);
        foreach (var (i, sheet) in late.Skip(3).Index())
        {
            sheet.GiveFeedback($"青组考反〔{year}〕{sheets.Count - late.Count + i + 1}号", workdays, told);
        }

        if (late.Count > 3 && late[^1] is var objecting && objecting.Lines.FirstOrDefault(l => l.Loss > 0) is { } line && told.AddDays(3) <= today)
        {
            objecting.Object(line.Code, ObjectionGround.Fact, "扣分依据的记录在补查前已经补齐，原件存党建办，请核实。", _secretaries[objecting.OrganizationId], At(told.AddDays(3), 10));
        }

        await db.SaveChangesAsync();
        mid.Settle(today);
        await db.SaveChangesAsync();
        await ListAsync(mid, new(year, 9, 28), new(year, 9, 25));
    }

    /// <summary>A scheme that is still being written.</summary>
    private void Draft()
    {
        if (today >= new DateOnly(year, 12, 1))
        {
            db.Add(new Round(tree.District!.Id, year, AssessmentPhase.End, 4, new($"{year}年机关和学校党建年底考核", "", "", new(year, 12, 25), new(year, 12, 28), new(year, 12, 31), new(year + 1, 1, 8))));
        }
    }

    /// <summary>The pool: the demo accounts and others without one.</summary>
    private async Task AppointAsync()
    {
        var district = await db.Organizations.SingleAsync(o => o.Id == tree.District!.Id);
        var known = await db.PostHoldings.Include(h => h.Person).Where(h => h.Kind == PostKind.Assessor || h.Kind == PostKind.TeamLeader).ToDictionaryAsync(h => h.Person.Name, h => h.Person);
        var people = new List<(int Team, Person Person, bool Leads)>();
        foreach (var row in DemoContent.Read("assessment-teams"))
        {
            var leads = row["leads"] == "1";
            if (!known.TryGetValue(row["name"], out var person))
            {
                person = new Person(row["name"], district.Phone);
                db.Add(new PostHolding(person, district, leads ? PostKind.TeamLeader : PostKind.Assessor, leads ? "考核组组长" : "考核组成员", new(year - 1, 1, 4)));
            }

            people.Add((DemoRegisters.Number(row["team"]), person, leads));
        }

        await db.SaveChangesAsync();
        foreach (var team in people.GroupBy(p => p.Team))
        {
            _teams[team.Key] = [.. team.Select(p => new Assessor(p.Person.Id, p.Person.Name, p.Leads))];
        }
    }

    /// <param name="scored">Of how many organisations everything is scored and submitted; the rest of those drawn is under way.</param>
    /// <returns>Null where it has not begun on the demo's day.</returns>
    private async Task<Round?> RoundAsync(int of, AssessmentPhase phase, int no, string name, int document, DateOnly published, (int Month, int Day) selfDue, (int Month, int Day) from, (int Month, int Day) to, List<OrgNode> nodes, int scored)
    {
        var rubrics = (await db.Rubrics.WithAll().Where(r => r.Year == of && r.PublishedOn != null).ToListAsync()).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.OrderBy(r => r.No).Last());
        if (published > today || rubrics.Count == 0)
        {
            return null;
        }

        var (due, onSite, last) = (new DateOnly(of, selfDue.Month, selfDue.Day), new DateOnly(of, from.Month, from.Day), new DateOnly(of, to.Month, to.Day));
        var lagging = (await LaggingAsync()).ToHashSet();
        var round = new Round(tree.District!.Id, of, phase, no, new($"{of}年{name}", $"青组发〔{of}〕{document}号", $"青督考〔{of}〕{no}号", due, onSite, last, last.AddDays(8)) { MostLoad = Math.Max(RoundPlan.UsualMostLoad, (nodes.Count / _teams.Count) + 3) });
        foreach (var node in nodes)
        {
            round.Assess(node.Id, rubrics[phase is AssessmentPhase.Mid && lagging.Contains(node) ? RubricKind.LaggingCommunity : RubricKinds.Of(node.Level, node.Domain)!.Value]);
        }

        foreach (var (team, members) in _teams)
        {
            round.Form(team, members, members.Single(m => m.MayLead).PersonId);
        }

        round.Recuse(_teams[2][1].PersonId, nodes[1].Id, "近三年任职单位");
        db.Add(round);
        if (phase is AssessmentPhase.End)
        {
            (await db.GradingSchemes.OfYearAsync(of))!.Freeze(published);
        }

        var filings = round.Publish(new WorkYear(of, new Scheme(), "无变化"), nodes.ToDictionary(n => n.Id, n => n.Level), staff, published);
        db.AddRange(filings);
        await db.SaveChangesAsync();
        foreach (var (i, filing) in filings.Index())
        {
            SayOf(filing, round.Sheets[i], i, workdays.OnOrAfter(published.AddDays(2 + (i % 6))));
        }

        await db.SaveChangesAsync();
        if (due.AddDays(1) is var ended && ended <= today)
        {
            await RoundFreezing.FreezeAsync(db, tree, round, ended, At(ended, 9));
            round.Draw($"{of % 100:00}{no:00}c3f7", "区委督查室 马卫东", "区纪委监委 佟立群", nodes.ToDictionary(n => n.Id, n => n.Code), At(onSite.AddDays(-2), 15));
            await db.SaveChangesAsync();
            foreach (var (i, sheet) in round.Sheets.OrderBy(s => tree[s.OrganizationId].SortNo).Index())
            {
                Score(sheet, i, i < scored, workdays.OnOrAfter(onSite.AddDays(i % 3)));
            }

            await db.SaveChangesAsync();
        }

        return round;
    }

    /// <summary>Most have said what they think of themselves; some leave it to the records.</summary>
    private void SayOf(Filing filing, ScoreSheet sheet, int i, DateOnly day)
    {
        if (i % 7 == 6 || day > today || day > filing.DueOn || !_secretaries.TryGetValue(filing.OrganizationId, out var secretary))
        {
            return;
        }

        filing.Edit(SelfScore.Highlights, SelfScore.Highlights, At(day, 10)).Fill(Answer.Value, null, null, "支部建在网格上，议事恳谈每月一次\n联席会议解决停车和加梯两件难事");
        filing.Edit(SelfScore.Weaknesses, SelfScore.Weaknesses, At(day, 10)).Fill(Answer.Value, null, null, $"{_reasons[i % _reasons.Count]}\n{_reasons[(i + 4) % _reasons.Count]}\n{_reasons[(i + 7) % _reasons.Count]}");
        foreach (var (n, criterion) in RubricScoring.OfPhase(sheet.Rubric, sheet.Round.Phase).Index().Where(c => (c.Index + i) % 11 == 4))
        {
            filing.Edit(criterion.Code, $"{criterion.Code} {criterion.Standard}", At(day, 11)).Fill(Answer.Value, null, criterion.Points * 9 / 10, _reasons[(i + n) % _reasons.Count]);
        }

        filing.Confirm(secretary, At(day, 16));
    }

    private void Score(ScoreSheet sheet, int i, bool whole, DateOnly day)
    {
        var members = sheet.Team!.Members.Select(m => new Actor(m.PersonId, m.Name, m.IsLeader ? "考核组组长" : "考核组成员")).ToList();
        var leader = members[sheet.Team.Members.ToList().FindIndex(m => m.IsLeader)];
        if (day > today || (!whole && i % 4 == 3))
        {
            return;
        }

        foreach (var (n, line) in sheet.Lines.Index().Where(l => whole || l.Index % 3 != 2))
        {
            sheet.Score(line, EntryOf(sheet, line, (i * 7) + n), ScoreMetrics.All, members[n % members.Count], At(day, 9 + (n % 8)));
        }

        if (whole)
        {
            sheet.Submit(day, "班子履责总体较好，重点任务推进有力；组织生活质量和问题整改还不平衡。", leader, At(day, 18));
        }
    }

    /// <summary>As the records have it, but here and there: one of nine loses something for what was found on the spot.</summary>
    private LineEntry EntryOf(ScoreSheet sheet, SheetLine line, int n)
    {
        var judge = sheet.CriterionOf(line).Parts.FirstOrDefault(p => p.Kind is PartKind.Judge);
        var facts = judge is null ? LineEntry.Accepting.Facts : new Dictionary<string, string> { [ScoreInputs.Judged] = judge.Bands[n % 4 == 1 ? 1 : 0].Key };
        var suggestion = sheet.Suggest(line, facts, ScoreMetrics.All);
        var reason = _reasons[n % _reasons.Count];
        return suggestion switch
        {
            { State: ScoreState.NotApplicable } => LineEntry.Accepting,
            { State: ScoreState.Partial } => new(line.Points, false, "", "", facts),
            { Value: null } => n % 5 == 2 ? new(line.Points * 3 / 4, false, reason, SeenOn(sheet, line, n), facts) : new(line.Points, false, "", "", facts),
            { Value: > 0 } when judge is null && n % 9 == 4 => new(suggestion.Value * 4 / 5, false, reason, $"现场记录第{1 + (n % 20)}号", facts),
            { Value: var value } when judge is not null && value < line.Points => new(null, false, reason, SeenOn(sheet, line, n), facts),
            _ => new(null, false, "", "", facts),
        };
    }

    /// <summary>What an assessor chose as evidence of what was found on the spot.</summary>
    private static string SeenOn(ScoreSheet sheet, SheetLine line, int n)
    {
        var offered = sheet.CriterionOf(line).EvidenceOffered.ToList();
        return offered[n % offered.Count];
    }

    private async Task TellAsync(Round round, DateOnly on, IReadOnlyList<ScoreSheet> sheets)
    {
        if (on > today)
        {
            return;
        }

        foreach (var (i, sheet) in sheets.OrderBy(s => tree[s.OrganizationId].SortNo).Index())
        {
            sheet.GiveFeedback($"青组考反〔{round.Year}〕{i + 1}号", workdays, on);
        }

        foreach (var (i, sheet) in sheets.Where(s => s.Lines.Any(l => l.Loss > 0) && _secretaries.ContainsKey(s.OrganizationId)).Take(round.Year < year ? 3 : 2).Index())
        {
            var line = sheet.Lines.First(l => l.Loss > 0);
            var objection = sheet.Object(line.Code, i == 1 ? ObjectionGround.Calculation : ObjectionGround.Fact, "扣分依据的记录在检查后已补充，原件存党建办，请核实。", _secretaries[sheet.OrganizationId], At(on.AddDays(1), 10));
            var (outcome, value) = i == 0 ? (ObjectionOutcome.Adjusted, (int?)Math.Min(line.Points, line.Standing!.Value + (line.Loss / 2))) : (ObjectionOutcome.Kept, null);
            sheet.Decide(objection, outcome, value, "区纪委监委 佟立群", "区委党校 伍思齐", i == 0 ? "经查阅原件，部分情况属实，酌情调整。" : "补充材料形成于检查之后，维持原评分。", staff, At(on.AddDays(8), 15));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>交叉复评: the second team is here and there a little stricter, once by so much that both look again.</summary>
    private async Task CheckAsync(Round round)
    {
        var codes = round.Sheets.ToDictionary(s => s.OrganizationId, s => tree[s.OrganizationId].Code);
        var checks = round.DrawChecks($"{round.Year % 100:00}5eed07", round.Teams, codes);
        db.AddRange(checks);
        foreach (var (i, check) in checks.Index())
        {
            var (first, day) = (check.Checked!, check.Checked!.VisitedOn!.Value);
            var leader = check.Team!.Members.Where(m => m.IsLeader).Select(m => new Actor(m.PersonId, m.Name, "考核组组长")).Single();
            var left = i == 0 ? 550 : 80; // hundredths by which the second team is stricter, about
            foreach (var line in check.Lines)
            {
                var other = first.Lines.First(l => l.Code == line.Code);
                var less = other.IsNotApplicable || other.Given is not > 100 ? 0 : Math.Min(left, other.Given.Value / 2);
                left -= less;
                var (reason, evidence) = less > 0 ? (_reasons[(i + line.No) % _reasons.Count], $"复评记录第{line.No}号") : (other.Reason, other.Evidence);
                check.Score(line, new(other.IsNotApplicable ? null : other.Given - less, other.IsNotApplicable && line.State is not ScoreState.NotApplicable, reason, evidence, less > 0 ? LineEntry.Accepting.Facts : other.Facts), ScoreMetrics.All, leader, At(day.AddDays(1), 10));
            }

            check.Submit(day.AddDays(1), "复评认为总体评价一致，个别条款掌握尺度不同。", leader, At(day.AddDays(1), 17));
            if (first.Difference > ScoreSheet.Tolerance)
            {
                var far = first.Lines.Where(l => !l.IsNotApplicable).MaxBy(l => l.Team - check.Lines.First(c => c.Code == l.Code).Team)!;
                first.Agree(new Dictionary<string, int> { [far.Code] = (far.Team!.Value + check.Lines.First(c => c.Code == far.Code).Team!.Value) / 2 }, $"两组共同核对原始记录：{far.Code}部分情况属实，折中认定；其余条款维持原评分。", staff, At(day.AddDays(3), 15));
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task ConcludeAsync(Round round, DateOnly told, DateOnly closed)
    {
        await TellAsync(round, told, [.. round.Sheets.Where(s => !s.IsSecondCheck)]);
        round.Close(closed);
        await db.SaveChangesAsync();
        if (round.Phase is AssessmentPhase.End)
        {
            await ListAsync(round, new(year, 6, 30), new(year, 6, 20)); // graded once surveys and debriefs are there too
        }
        else
        {
            round.Archive();
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>What committees and 文明社区 lost stands in this year's lists with who puts it right; more than half of it is done by the day.</summary>
    private async Task ListAsync(Round round, DateOnly due, DateOnly done)
    {
        var sheets = round.Sheets.Where(s => s.Stage is SheetStage.Final && !s.IsSecondCheck && (tree[s.OrganizationId].Level is OrganizationLevel.Committee || tree[s.OrganizationId].Code == "QH01001")).ToList();
        var organizations = sheets.Select(s => s.OrganizationId).ToArray();
        var last = await db.Problems.Where(p => p.Year == year && organizations.Contains(p.OrganizationId)).GroupBy(p => p.OrganizationId).Select(g => new { g.Key, No = g.Max(p => p.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        foreach (var sheet in sheets.Where(s => _owners.ContainsKey(s.OrganizationId) && _secretaries.ContainsKey(s.OrganizationId)))
        {
            var (secretary, owner) = (_secretaries[sheet.OrganizationId], _owners[sheet.OrganizationId]);
            foreach (var (i, problem) in sheet.Problems(last.GetValueOrDefault(sheet.OrganizationId) + 1, isFiled: true).Take(LostPerList).Index())
            {
                problem.Arrange("补齐制度和记录，专人负责，下次考核不再出现同类扣分", Deadline.By(due.AddMonths(i % 3)), new Responsible(secretary.Name, null), owner);
                if (i % 3 < 2 && done <= today)
                {
                    problem.ClaimClosed(secretary, "已按要求补齐并形成制度，近两个月抽查没有再发生", "");
                    problem.Verify(staff, done);
                }

                db.Add(problem);
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<OrgNode>> LaggingAsync()
    {
        var day = new DateOnly(year, 6, 30);
        var ids = await db.BeingPutRight(day).Select(c => c.OrganizationId).ToListAsync();
        return [.. tree.InOrder.Where(n => ids.Contains(n.Id))];
    }

    /// <summary>Confirmed in that year and live on the day.</summary>
    private async Task<IReadOnlyList<OrgNode>> SitesAsync(int of, DateOnly day)
    {
        var ids = await db.DemonstrationSites.Where(s => s.Year == of && s.ConfirmedOn <= day && (s.EndedOn == null || s.EndedOn > day)).Select(s => s.OrganizationId).ToListAsync();
        return [.. tree.InOrder.Where(n => ids.Contains(n.Id))];
    }

    private IEnumerable<OrgNode> Open(OrganizationLevel? level) => tree.InOrder.Where(n => n.ClosedOn is null && (level is null ? n.Level > OrganizationLevel.Committee && RubricKinds.Of(n.Level, n.Domain) is not null : n.Level == level));

    private static IEnumerable<OrgNode> PerCommittee(IEnumerable<OrgNode> nodes, int count) => nodes.GroupBy(n => n.ParentId).SelectMany(g => g.Take(count)).Take(20);

    private static DateTime At(DateOnly day, int hour) => OfficeTime.Utc(day, new(hour, 20));
}
