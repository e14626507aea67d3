using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>
/// 示范点 of both years: declared, chosen and cultivated before the rounds that check them; last year's named on their year-end score, looked at again this
/// December, one of them warned; one belt listed, one under construction.
/// </summary>
public sealed class DemoSites(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor staff)
{
    private const string Visitors = "韩志远、苏文静";

    /// <summary>What visitors take off an item here and there.</summary>
    private static readonly int[] Faults = [0, 0, 1, 0, 0, 1, 0, 2, 0, 1, 0];

    /// <summary>Where a measure is not one of the list's tasks but was made for the plan.</summary>
    private static readonly string[] WithOwnMeasure = ["QH03005", "QH08004"];

    private readonly Dictionary<string, OrgNode> _nodes = tree.InOrder.ToDictionary(n => n.Code);
    private readonly Dictionary<int, DemonstrationSite> _sites = []; // the newest of each organisation
    private Dictionary<(int, PostKind), PostHolding> _holders = [];
    private Dictionary<int, int> _members = [];
    private ILookup<int, Honor> _honors = Array.Empty<Honor>().ToLookup(h => h.OrganizationId);

    /// <summary>As far as the confirmation and the plan.</summary>
    public async Task LoadAsync()
    {
        _holders = (await db.PostHoldings.Include(h => h.Person).Where(h => h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Officer || h.Kind == PostKind.Deputy)).OrderBy(h => h.Id).ToListAsync())
            .GroupBy(h => (h.OrganizationId, h.Kind)).ToDictionary(g => g.Key, g => g.First());
        _members = await db.Organizations.ToDictionaryAsync(o => o.Id, o => o.MemberCount);
        _honors = (await db.Set<Honor>().Where(h => h.Object == HonorObject.Collective).OrderByDescending(h => h.On).ToListAsync()).ToLookup(h => h.OrganizationId);
        var stars = (await db.Set<StarDeclaration>().Where(s => s.ConfirmedOn != null).OrderBy(s => s.ConfirmedOn).ToListAsync()).ToLookup(s => s.OrganizationId);
        var rows = DemoContent.Read("sites").ToList();
        foreach (var of in new[] { year - 1, year })
        {
            var programme = ProgrammeOf(of);
            var published = new DateOnly(of, 2, 26);
            db.Add(programme);
            if (published > today)
            {
                break;
            }

            var windows = programme.Publish(new WorkYear(of, new Scheme(), "无变化"), staff, published).ToDictionary(w => w.Level);
            db.AddRange(windows.Values);
            await db.SaveChangesAsync();
            foreach (var (i, row) in rows.Where(r => r["year"] == $"{of - year}").Index())
            {
                Declare(programme, windows, row, i, stars);
            }

            await db.SaveChangesAsync();
            foreach (var (i, row) in rows.Where(r => r["year"] == $"{of - year}" && r["confirmed"].Length > 0).Index())
            {
                await PlanAsync(row, of, i, Day(of, row["confirmed"]));
            }

            await db.SaveChangesAsync();
        }
    }

    /// <summary>After the year-end round of last year: named or not, planned anew, looked at again; then the belts.</summary>
    public async Task DecideAsync()
    {
        var (met, scheme) = (new DateOnly(year, 1, 20), await db.GradingSchemes.OfYearAsync(year - 1));
        foreach (var row in DemoContent.Read("sites").Where(r => r["year"] == "-1" && r["end"].Length > 0 && met <= today))
        {
            var site = (await db.FindSiteAsync(_sites[_nodes[row["organization"]].Id].Id))!;
            var standing = await db.StandingAsync(site.Id);
            var score = standing.Checks.LastOrDefault(c => c.Year == year - 1 && c.Phase is AssessmentPhase.End) is { } check ? standing.ScoreOf(scheme, check, site.Measures)?.Total : null;
            var outcome = Words.Parse<SiteOutcome>(row["end"])!.Value;
            if (outcome is SiteOutcome.Named && !(score >= site.Programme.Mark))
            {
                outcome = SiteOutcome.Continued;
            }

            site.Decide(outcome, score, outcome is SiteOutcome.Removed ? Words.Parse<SiteReason>(row["reason"]) : null, outcome is SiteOutcome.Named ? "" : row["words"].Length > 0 ? row["words"] : "年底得分未达到命名要求，继续培育", $"青组部纪〔{year}〕2号", met, staff, today);
            if (outcome is SiteOutcome.Continued && Day(year, "03-20") <= today)
            {
                await PlanAgainAsync(site);
            }

            Recheck(site, row["recheck"]);
        }

        await db.SaveChangesAsync();
        if (_nodes["QH09007"] is var moved && _sites.GetValueOrDefault(moved.Id) is { Stage: SiteStage.Cultivating } gone && Day(year, "06-30") is var end && end <= today)
        {
            (await db.FindSiteAsync(gone.Id))!.Decide(SiteOutcome.Removed, null, SiteReason.Unfit, "主要场所拆迁，不再具备条件", $"青组部纪〔{year}〕11号", end, staff, today);
        }

        await db.SaveChangesAsync();
        await AddBeltsAsync();
    }

    private SiteProgramme ProgrammeOf(int of) => new(of, new($"{of}年党建示范点创建方案", ProgrammeApprover.Both, $"青发〔{of}〕9号", new(of, 2, 20), SiteWording.Naming, false, of < year ? new(5, 2, 1, 2) : new(7, 2, 2, 2), 4,
        of < year ? 0 : ProgrammeText.UsualStar, ProgrammeText.UsualNoticeDays, ProgrammeText.UsualMark, new(of, 3, 1), new(of, 3, 25), ProgrammeText.UsualTypes, ProgrammeText.UsualVisitItems));

    private void Declare(SiteProgramme programme, Dictionary<OrganizationLevel, Window> windows, Dictionary<string, string> row, int i, ILookup<int, StarDeclaration> stars)
    {
        var (node, on) = (_nodes[row["organization"]], Day(programme.Year, row["on"]));
        if (on > today || tree.Committee(node.Id) is not { } committee || Actor(node, PostKind.Secretary) is not { } secretary)
        {
            return;
        }

        var filing = SiteDeclaration.Begin(programme, windows[node.Level], node.Id, node.Level, node.Domain, on.AddDays(-2));
        var declaration = new SiteDeclaration(filing, programme);
        declaration.Write(new(row["type"], row["theme"], [row["practice"], "", ""], i % 3 == 0 ? "请帮助联系驻区单位提供活动场所" : "", [.. SiteDeclaration.Conditions.Select(_ => new DeclaredCondition(true, ""))]), At(on.AddDays(-2), 10));
        declaration.Prepare(Actor(node, PostKind.Officer) ?? secretary, At(on.AddDays(-1), 16));
        var domain = SiteDomains.Of(node.Level, node.Domain)!.Value;
        var star = stars[node.Id].LastOrDefault(s => s.ConfirmedOn <= on)?.Confirmed;
        var facts = new SiteFacts("", secretary.Name, star, "", _sites.Values.Count(s => s.Year == programme.Year && s.CommitteeId == committee.Id && s.EndorsedOn is not null));
        declaration.By(new(null, domain, committee.Id, new(secretary.Name, _members[node.Id], string.Join('；', _honors[node.Id].Where(h => h.On < on).Select(h => $"{h.Name}（{h.GrantedBy}，{h.On.Year}年）"))), SiteEligibility.Check(programme, domain, facts, node.Id))).Confirm(secretary, At(on, 9));
        var site = declaration.Site!;
        db.AddRange(filing, site);
        _sites[node.Id] = site;
        if (on.AddDays(4) is var endorsed && endorsed <= today)
        {
            site.Endorse(row["opinion"], SiteEligibility.Check(programme, domain, facts, node.Id), Actor(committee, PostKind.Secretary) ?? Actor(committee, PostKind.Deputy)!, At(endorsed, 15), endorsed);
            Choose(site, row, i);
        }
    }

    /// <summary>Papers, visit, notice with an objection here and there, and the meeting.</summary>
    private void Choose(DemonstrationSite site, Dictionary<string, string> row, int i)
    {
        var (of, isChosen) = (site.Year, row["confirmed"].Length > 0);
        var isDisputed = row["words"].Contains("异议", StringComparison.Ordinal);
        (DateOnly On, Action<DateOnly> Act)[] steps =
        [
            (new(of, 4, 2), d => site.Review("资料齐全，做法可看", staff, d)),
            (new(of, 4, 13 + (i % 5)), d => site.Visit(d, Visitors.Split('、'), [.. site.Programme.VisitList.Select((_, n) => (int?)((isChosen ? 5 : 4) - Faults[((i * ((site.Year % 3) + 2)) + (n * (1 + (i % 4)))) % Faults.Length]))], d)),
            .. isChosen || isDisputed ? new (DateOnly, Action<DateOnly>)[]
            {
                (new(of, 5, 6), site.Shortlist),
                (new(of, 5, 8), d => site.Notify(d, "区政务网、党务公开栏", d)),
                (new(of, 5, 11), d => Dispute(site, isDisputed, d)),
            } : [],
            isChosen ? (Day(of, row["confirmed"]), d => site.Confirm(new(ChosenOf(of, site.Domain, false), ChosenOf(of, site.Domain, true)), $"青组部纪〔{of}〕8号", d, d)) : (new(of, 5, 19), d => site.Decline(row["words"], d)),
        ];
        foreach (var (on, act) in steps.TakeWhile(s => s.On <= today))
        {
            act(on);
        }
    }

    private void Dispute(DemonstrationSite site, bool isUpheld, DateOnly on)
    {
        if (isUpheld)
        {
            site.Object("匿名", "舞台节目多是外请演出队，居民上台的少", on, on).Decide(true, "查看全年节目单，外请演出占六成，异议成立", staff, on.AddDays(6));
        }
        else if (site.Theme == "静音广场约定")
        {
            site.Object("居民周某", "约定时段外仍有音响，担心只做给检查看", on, on).Decide(false, "连续三晚实地测听，约定时段内外均低于限值；已请三方把值守表公开", staff, on.AddDays(5));
        }
    }

    /// <summary>Declared to the department in the file, or confirmed so far.</summary>
    private int ChosenOf(int of, SiteDomain domain, bool confirmed) => confirmed
        ? _sites.Values.Count(s => s.Year == of && s.Domain == domain && s.ConfirmedOn is not null)
        : DemoContent.Read("sites").Count(r => r["year"] == $"{of - year}" && SiteDomains.Of(_nodes[r["organization"]].Level, _nodes[r["organization"]].Domain) == domain);

    private async Task PlanAsync(Dictionary<string, string> row, int of, int i, DateOnly confirmed)
    {
        if (!_sites.TryGetValue(_nodes[row["organization"]].Id, out var site) || site.Stage is not SiteStage.Confirmed || confirmed.AddDays(12) > today)
        {
            return;
        }

        site.WritePlan("做法还停留在点上，固定机制和带动作用不够", Named(Actor(tree.Committee(site.OrganizationId)!, PostKind.Deputy) ?? Actor(tree.Committee(site.OrganizationId)!, PostKind.Secretary)!), Named(staff));
        await TakeAsync(site, of, 2);
        if (of == year && WithOwnMeasure.Contains(row["organization"]) && _holders.GetValueOrDefault((site.OrganizationId, PostKind.Secretary)) is { } lead)
        {
            var organization = site.OrganizationId;
            var no = 1 + await db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == of).MaxAsync(t => (int?)t.No) ?? 1;
            site.Take(SiteMeasure.NewTask(organization, of, no, $"把“{site.Theme}”的做法写成一页操作说明，供相邻党组织照着做", 100, "份", new(of, 12, 28), new Responsible(lead.Person.Name, lead.Id), ""), true, 500_000 * (1 + (i % 3)), "党群服务站", "两个以上党组织照做");
        }

        site.SubmitPlan(Actor(_nodes[row["organization"]], PostKind.Secretary)!, confirmed.AddDays(8));
        site.ApprovePlan(true, staff, confirmed.AddDays(12));
    }

    private async Task PlanAgainAsync(DemonstrationSite site)
    {
        await TakeAsync(site, year, 1);
        site.SubmitPlan(Actor(tree[site.OrganizationId], PostKind.Secretary)!, Day(year, "03-18"));
        site.ApprovePlan(true, staff, Day(year, "03-20"));
    }

    /// <summary>Measures that the organisation's list has already.</summary>
    private async Task TakeAsync(DemonstrationSite site, int of, int count)
    {
        var organization = site.OrganizationId;
        var tasks = await db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == of && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed || t.State == TaskState.Done)).OrderBy(t => t.No).Take(count).ToListAsync();
        foreach (var (n, task) in tasks.Index())
        {
            site.Take(task, false, n == 0 ? 1_000_000 : null, n == 0 ? "党群服务站" : "", n == 0 ? "形成一套可以照做的办法" : "");
        }
    }

    private void Recheck(DemonstrationSite site, string outcome)
    {
        var on = Day(year, "12-10");
        if (on > today || site.Stage is not SiteStage.Named || Words.Parse<SiteOutcome>(outcome) is not { } decided)
        {
            return;
        }

        var warned = decided is SiteOutcome.Warned;
        site.Recheck(decided, null, warned ? SiteReason.PlanNotKept : null, warned ? "议事桌三季度起没有固定时间，两件议定事项没有结果" : "做法坚持得好，两个社区已经照做", warned ? new DateOnly(year + 1, 3, 31) : null, $"青组部纪〔{year}〕26号", on, staff, today);
    }

    private async Task AddBeltsAsync()
    {
        foreach (var row in DemoContent.Read("belts").Where(r => Day(year, r["planned"]) <= today))
        {
            var belt = new DemonstrationBelt(_nodes[row["organization"]].Id, new(row["name"], row["theme"], row["responsible"], row["route"].Replace('|', '\n')), Day(year, row["planned"]));
            if (Day(year, row["begun"]) is var begun && begun <= today)
            {
                belt.Build(begun, today);
            }

            var sites = new List<DemonstrationSite>();
            foreach (var code in row["sites"].Split('|').Where(c => _sites.ContainsKey(_nodes[c].Id)))
            {
                var site = (await db.FindSiteAsync(_sites[_nodes[code].Id].Id))!;
                if (site.IsLive)
                {
                    var member = belt.Join(site, "");
                    sites.Add(site);
                    if (code == row["lead"])
                    {
                        belt.Lead(member, site);
                    }
                }
            }

            foreach (var pair in row["radiated"].Split('|').Select(r => r.Split(':')).Where(p => belt.Sites.Any(s => s.OrganizationId == _nodes[p[1]].Id)))
            {
                belt.Radiate(_nodes[pair[0]].Id, belt.Sites.Single(s => s.OrganizationId == _nodes[pair[1]].Id), false);
            }

            foreach (var parts in row["matters"].Split('|').Select(m => m.Split(':')))
            {
                var (matter, due) = (belt.Agree(year, parts[0], parts[1], Day(year, parts[2])), Day(year, parts[2]));
                if (parts[3].Length > 0 && due <= today)
                {
                    matter.Finish(parts[3], due, today);
                }
            }

            if (row["listed"].Length > 0 && Day(year, row["listed"]) is var listed && listed <= today)
            {
                belt.List(sites.Select(s => s.Id).ToHashSet(), row["number"].Replace("{year}", $"{year}", StringComparison.Ordinal), listed, today);
            }

            db.Add(belt);
        }

        await db.SaveChangesAsync();
    }

    private Actor? Actor(OrgNode node, PostKind kind) => _holders.GetValueOrDefault((node.Id, kind)) is { } h ? new(h.PersonId, h.Person.Name, h.Title) : null;

    private static string Named(Actor who) => $"{who.Name}（{who.Post}）";

    private static DateOnly Day(int of, string monthDay) => DateOnly.ParseExact($"{of}-{monthDay}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime At(DateOnly day, int hour) => OfficeTime.Utc(day, new(hour, 30));
}
