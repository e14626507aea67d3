using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Demo;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>
/// Every handler × every demo account and nobody × own, below, above, beside and nonexistent things × draft, submitted and accepted filings,
/// over HTTP. What is right is worked out from permission-matrix.csv and from who is under whom, never from the program's own table.
/// </summary>
public sealed partial class PermissionMatrixTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int LeastCells = 10_000;
    private const string Nobody = "(nobody)", Nonexistent = "2147480000", FirstTeam = "first team", Wenming = "QH01001", ListsUploader = "chunhui.officer", RosterUploader = "orgdept";

    private static readonly string[] Organizations = ["QH01", Wenming, "QH01002", "QH02001"];
    private static readonly FilingStage[] Stages = [FilingStage.Drafting, FilingStage.Submitted, FilingStage.Accepted];

    // What the department that looks after a domain may do there, besides what anybody may do anywhere.
    private static readonly string[] InCharge =
    [
        "(sees)",
        "ReadLists",
        "ReadReports",
        "ReadAgreements",
        "ReadEvidence",
        "ReadCoordination",
        "ReadLedger",
        "ReadRegisters",
        "ReadFigures",
        "ReadRequests",
        "ReadRunningScores",
        "ReadAssessments",
        "ReadSurveys",
        "ManageSurveys",
        "ReadFiveInOne",
        "ReadRectification",
        "ReadSites",
    ];

    private static readonly HashSet<(string Act, PostKind Post, string Standing)> Allowed = Read();

    private readonly ConcurrentBag<string> _wrong = [];
    private readonly ConcurrentDictionary<string, string> _absent = [];
    private readonly ConcurrentDictionary<string, string> _reached = [];
    private Dictionary<int, int?> _parents = [];
    private HashSet<int> _charged = [];
    private Dictionary<string, (PostKind Kind, int Organization, int Holding)> _posts = [];
    private ILookup<Subject, Thing> _things = Array.Empty<Thing>().ToLookup(_ => Subject.None);
    private HashSet<int> _drawn = [];
    private int _cells, _listsUpload, _person, _wenming;

    private enum Answer
    {
        Done,
        SignIn,
        Refused,
        Absent,
        LedBack,
    }

    [Fact]
    public async Task Every_post_can_do_what_the_reviewed_matrix_says_and_nothing_else()
    {
        await ArrangeAsync();
        var accounts = DemoAccounts.Names.Append(Nobody).ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var stage in Stages)
        {
            await app.WithDbAsync(db => db.Filings.Regular().Where(f => f.Year == 2026 && (f.Period == 4 || f.Period == 0))
                .ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, stage).SetProperty(f => f.UnlockedUntil, new DateOnly(2027, 1, 31))));
            await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (account, _) => await TryAllAsync(account, stage));
        }

        output.WriteLine($"{_cells} cells in {watch.Elapsed.TotalSeconds:0} s, {_wrong.Count} wrong");
        Assert.True(_wrong.IsEmpty, string.Join("\n", _wrong.OrderBy(w => w, StringComparer.Ordinal).Take(60)) + $"\n{_wrong.Count} of {_cells}");
        Assert.InRange(_cells, LeastCells, int.MaxValue);

        // Presence in a table is not enforcement, and a refusal for everybody is not protection: somebody gets through to each handler.
        var unreached = Handlers.All.Where(h => h.Also is not Also.Absent && !_reached.ContainsKey(h.Key)).Select(h => h.Key);
        Assert.Empty(unreached);
    }

    private async Task TryAllAsync(string account, FilingStage stage)
    {
        using var client = account == Nobody ? app.CreateClient(new() { AllowAutoRedirect = false }) : await app.SignedInAsync(account);
        var token = TokenField().Match(await client.GetStringAsync(account == Nobody ? "/login" : "/account/password")).Groups[1].Value;
        foreach (var handler in Handlers.All)
        {
            foreach (var thing in handler.Subject is Subject.None ? [new Thing(handler.Subject, "", null)] : _things[handler.Subject].Append(new Thing(handler.Subject, Nonexistent, null)))
            {
                var staged = handler.Subject is Subject.Lists or Subject.Report && thing.Id != Nonexistent;
                if (staged || stage == Stages[0])
                {
                    await TryAsync(client, token, account, handler, thing, stage);
                }
            }
        }
    }

    private async Task TryAsync(HttpClient client, string token, string account, Handler handler, Thing thing, FilingStage stage)
    {
        var holding = account == Nobody ? 0 : _posts[account].Holding;
        string Fill(string text) => text.Replace("{id}", thing.Id, StringComparison.Ordinal).Replace("{upload}", $"{_listsUpload}", StringComparison.Ordinal)
            .Replace("{person}", $"{_person}", StringComparison.Ordinal).Replace("{holding}", $"{holding}", StringComparison.Ordinal).Replace("{within}", thing.Within, StringComparison.Ordinal);
        using var body = new StringContent($"{Fill(handler.Body)}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
        using var answer = handler.Method == "GET" ? await client.GetAsync(Fill(handler.Path)) : await client.PostAsync(Fill(handler.Path), body);
        Interlocked.Increment(ref _cells);

        var expected = Expect(account, handler, thing, stage);
        var location = answer.Headers.Location?.ToString() ?? "";
        var signIn = location.StartsWith("/login", StringComparison.Ordinal) || location.Contains("://localhost/login?", StringComparison.Ordinal);
        var right = expected switch
        {
            Answer.Done => answer.StatusCode is HttpStatusCode.OK || (answer.StatusCode is HttpStatusCode.Redirect && (!signIn || handler.Page == "/Account/Logout")),
            Answer.SignIn => handler.Method == "GET" ? answer.StatusCode is HttpStatusCode.Redirect && signIn : answer.StatusCode is HttpStatusCode.Unauthorized,
            Answer.Refused => answer.StatusCode is HttpStatusCode.Forbidden,
            Answer.LedBack => answer.StatusCode is HttpStatusCode.Redirect && location == $"/reports/{thing.Id}",
            _ => answer.StatusCode is HttpStatusCode.NotFound,
        };
        if (!right)
        {
            _wrong.Add($"{account} {handler.Key} {thing.Id} ({thing.Name}, {stage}): {expected} expected, {(int)answer.StatusCode} {location}");
        }
        else if (expected is Answer.Done)
        {
            _reached.TryAdd(handler.Key, account);
        }
        else if (expected is Answer.Absent)
        {
            var page = Passing().Replace(await answer.Content.ReadAsStringAsync(), "");
            var first = _absent.GetOrAdd(account, page);
            if (first != page)
            {
                var at = first.Zip(page).TakeWhile(c => c.First == c.Second).Count();
                _wrong.Add($"{account} {handler.Key} {thing.Id} ({thing.Name}, {stage}): this 404 differs from others: “{page[at..Math.Min(page.Length, at + 40)]}”");
            }
        }
    }

    private Answer Expect(string account, Handler handler, Thing thing, FilingStage stage)
    {
        if (account == Nobody)
        {
            return Answer.SignIn;
        }

        var (kind, own, _) = _posts[account];
        if (kind is PostKind.Assessor or PostKind.TeamLeader && (handler.Act is Act.ReadFigures || (handler.Act is Act.ReadAssessments or Act.ReadSurveys && thing.Organization is not null)))
        {
            return thing.Organization is { } drawn && _drawn.Contains(drawn) ? Answer.Done : Answer.Absent; // of what the team drew, and of nothing else
        }

        string[] standings = ["own", "child", "below", "other", "charge"];
        if (!standings.Any(s => Allowed.Contains((handler.Act.ToString(), kind, s))))
        {
            return Answer.Refused;
        }

        if (handler.Subject is Subject.None)
        {
            if (handler.Also is Also.Community)
            {
                return own == _wenming ? Answer.Done : Answer.Refused; // residents' data are kept by communities alone
            }

            return handler.Also is Also.Absent || (handler.Also is Also.OwnUpload && account != ListsUploader) ? Answer.Absent : Answer.Done;
        }

        if (thing.Id == Nonexistent)
        {
            return Answer.Absent;
        }

        var standing = thing.Organization is { } organization ? StandingOf(kind, own, organization) : "own";
        switch (handler.Subject)
        {
            case Subject.Year or Subject.Window or Subject.Day or Subject.Account or Subject.KeyPoint or Subject.Template or Subject.DistrictPhrase or Subject.Freeze or Subject.Rubric or Subject.RubricDraft or Subject.Batch:
                return Answer.Done;
            case Subject.Round:
                return Allowed.Contains((handler.Act.ToString(), kind, standing)) ? Answer.Done : Answer.Refused; // that there is a round is no secret
            case Subject.Sheet:
                return thing.Name == FirstTeam ? Answer.Done : Answer.Absent;
            case Subject.Upload:
                return account == RosterUploader ? Answer.Done : Answer.Absent;
            case Subject.Below:
                return Allowed.Contains((handler.Act.ToString(), kind, standing)) ? Answer.Done : Answer.Absent;
            case Subject.OwnPhrase or Subject.OwnQuery:
                return account == ListsUploader ? Answer.Done : Answer.Absent;
            case Subject.Deputy:
                return standing == "own" ? Answer.Done : Answer.Absent;
            case Subject.Given when kind is PostKind.Liaison && own == thing.Department:
                standing = "own"; // it belongs to others, but was given to this department
                break;
            case Subject.ToConfirm when own == thing.Department:
                return Answer.Refused; // who entered it sees it, and cannot confirm it himself
            case Subject.HandedDown when kind is PostKind.SocialWorkDepartment:
                standing = "charge"; // the shares are of communities that it looks after
                break;
            case Subject.Organization when handler.Also is Also.WithinScope && !Allowed.Contains(("(sees)", kind, standing)):
                return Answer.Absent;
            case not Subject.Organization when !Allowed.Contains(("(sees)", kind, standing)):
                return Answer.Absent;
        }

        if (!Allowed.Contains((handler.Act.ToString(), kind, standing)))
        {
            return handler.Also is Also.LedBack ? Answer.LedBack : Answer.Refused;
        }

        return handler.Also switch
        {
            Also.LedBack => stage is FilingStage.Drafting ? Answer.Done : Answer.LedBack,
            Also.Editable => stage is FilingStage.Drafting ? Answer.Done : Answer.Refused,
            Also.Submitted => thing.HasVersion ? Answer.Done : Answer.Absent,
            Also.Community => thing.Name == "QH01" ? Answer.Refused : Answer.Done,
            Also.OwnUpload => account == ListsUploader ? Answer.Done : Answer.Absent,
            Also.Absent => Answer.Absent,
            _ => Answer.Done,
        };
    }

    /// <summary>A number asked of each organisation by itself, so that who reads the answer and who reads the request are the same.</summary>
    private static async Task AskAsync(PartyWorkDb db, IEnumerable<Organization> organizations, List<Thing> things, DateOnly today)
    {
        var (workdays, year, by) = (await db.WorkdaysAsync(), await db.WorkYears.SingleAsync(y => y.Year == today.Year), new Actor(1, "测试", "测试"));
        var question = new Domain.Figures.DataQuestion("充电接口数", "口径", "个", today, "充电", "没有", "");
        foreach (var (i, organization) in organizations.Index())
        {
            var (request, filings) = Domain.Figures.DataRequest.Ask(year, 100 + i, 1, 0, question, organization.Level, workdays.After(today, 5), [organization.Id], workdays, by, new DateTime(2026, 12, 18, 2, 0, 0, DateTimeKind.Utc));
            db.Add(request);
            db.AddRange(filings);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.DataAnswer, $"{filings[0].Id}", organization.Id) { Name = organization.Code });
            things.Add(new Thing(Subject.DataRequest, $"{request.Id}", organization.Id) { Name = organization.Code });
        }
    }

    /// <summary>A round of each organisation by itself that scores itself now, and last year's result.</summary>
    private static async Task AssessAsync(PartyWorkDb db, IEnumerable<Organization> organizations, List<Thing> things, DateOnly today)
    {
        var (year, by) = (await db.WorkYears.SingleAsync(y => y.Year == today.Year), new Actor(1, "测试", "测试"));
        var rubrics = (await db.Rubrics.WithAll().Where(r => r.Year == today.Year && r.PublishedOn != null).ToListAsync()).ToLookup(r => r.Kind);
        foreach (var (i, organization) in organizations.Index())
        {
            var round = new Domain.Assessments.Round(await db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync(), today.Year, AssessmentPhase.End, 50 + i, new($"考核{i}", "文号", "计划文号", today.AddDays(5), today.AddDays(6), today.AddDays(7), today.AddDays(8)));
            round.Assess(organization.Id, rubrics[Domain.Assessments.RubricKinds.Of(organization.Level, organization.Domain)!.Value].First());
            db.Add(round);
            var filing = round.Publish(year, new Dictionary<int, OrganizationLevel> { [organization.Id] = organization.Level }, by, today).Single();
            db.Add(filing);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.SelfScore, $"{filing.Id}", organization.Id) { Name = organization.Code });
            var result = await db.ScoreSheets.Where(s => s.OrganizationId == organization.Id && s.Round.Year == today.Year - 1 && s.Round.Phase == AssessmentPhase.End).Select(s => s.Id).SingleAsync();
            things.Add(new Thing(Subject.Result, $"{result}", organization.Id) { Name = organization.Code });
        }
    }

    /// <summary>A case of each community by itself that goes on, with one record of each kind.</summary>
    private static async Task PutRightAsync(PartyWorkDb db, IEnumerable<Organization> communities, List<Thing> things, DateOnly today)
    {
        var (by, on) = (new Actor(1, "测试", "测试"), today.AddDays(-30));
        var batch = new RectificationBatch(today.Year, 90, new("测试批次", "文号", "三步四位", 1, 1, 1, 2, null), by, on);
        foreach (var community in communities)
        {
            var of = new RectificationCase(batch, community, CaseReasons.Service, "成因", by, on);
            of.Check(CheckMethod.Self, "属实", by, on, today);
            of.SetBaseline(new(60, 33, 21, 5200, 1980, "测评"));
            of.Propose("建议列入", by, on);
            of.List("纪要", on, by, today);
            var (visit, fund) = (new CaseVisit(of, new(today, "测试", "3栋", "2-301", 1, 1), by, today), new RectificationFund(of, new(FundSource.Budget, "区财政局", 100, "用途", today), by, today));
            var (thing, note) = (new PracticalThing(of, new("路灯", ThingCategory.Facilities, 10, 0, false, today), by, today), new SupervisionNote(of, 1, new(today, "督查组", SupervisionManner.Telephone, "内容", null), by, today));
            db.AddRange(of, visit, fund, thing, note, new ResidentOpinion(of, 1, new(today, OpinionSource.Grid, OpinionCategory.Other, "内容"), by, today));
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.Case, $"{of.Id}", community.Id) { Name = community.Code });
            (Subject Kind, int Id)[] records = [(Subject.CaseVisit, visit.Id), (Subject.CaseOpinion, 1), (Subject.CaseFund, fund.Id), (Subject.CaseThing, thing.Id), (Subject.CaseNote, note.Id)];
            things.AddRange(records.Select(r => new Thing(r.Kind, $"{r.Id}", community.Id) { Name = community.Code, Within = $"{of.Id}" }));
        }
    }

    /// <summary>Of each primary organisation a declaration that its committee has been told of, and a belt that it leads.</summary>
    private static async Task DeclareAsync(PartyWorkDb db, IEnumerable<Organization> organizations, List<Thing> things, DateOnly today)
    {
        var by = new Actor(1, "测试", "测试");
        var programme = await db.SiteProgrammes.SingleAsync(p => p.Year == today.Year);
        var committees = await db.Organizations.Where(o => o.Level == OrganizationLevel.Primary).SelectMany(o => o.Affiliations.Where(a => a.To == null), (o, a) => new { o.Id, a.ParentId }).ToDictionaryAsync(o => o.Id, o => o.ParentId);
        foreach (var organization in organizations.Where(o => o.Level is OrganizationLevel.Primary))
        {
            var declared = await db.DemonstrationSites.Where(s => s.OrganizationId == organization.Id && s.Year == today.Year).Select(s => new { s.Id, s.FilingId }).SingleOrDefaultAsync();
            if (declared is null)
            {
                var window = await db.Windows.SingleAsync(w => w.Year == today.Year && w.Kind == FilingKind.SiteDeclaration && w.Level == organization.Level);
                var now = new DateTime(2026, 12, 18, 2, 0, 0, DateTimeKind.Utc);
                var filing = new Filing(organization.Id, window);
                filing.Unlock(by, today.AddDays(9), "测试", now);
                var declaration = new Domain.DemonstrationSites.SiteDeclaration(filing, programme);
                declaration.Write(new("服务型", "主题", ["做法", "", ""], "", [.. Domain.DemonstrationSites.SiteDeclaration.Conditions.Select(_ => new Domain.DemonstrationSites.DeclaredCondition(true, ""))]), now);
                declaration.By(new(null, Domain.DemonstrationSites.SiteDomain.Community, committees[organization.Id], new("书记", 10, ""), [])).Confirm(by, now);
                var site = declaration.Site!;
                db.AddRange(filing, site);
                await db.SaveChangesAsync();
                declared = new { site.Id, site.FilingId };
            }

            var belt = new Domain.DemonstrationSites.DemonstrationBelt(organization.Id, new("示范带", "主题", "", ""), today);
            db.Add(belt);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.Site, $"{declared.Id}", organization.Id) { Name = organization.Code });
            things.Add(new Thing(Subject.SiteDeclaration, $"{declared.FilingId}", organization.Id) { Name = organization.Code });
            things.Add(new Thing(Subject.Belt, $"{belt.Id}", organization.Id) { Name = organization.Code });
        }
    }

    private string StandingOf(PostKind kind, int own, int other)
    {
        if (own == other)
        {
            return "own";
        }

        var steps = 0;
        for (var up = _parents.GetValueOrDefault(other); up is { } id; up = _parents.GetValueOrDefault(id))
        {
            steps++;
            if (id == own)
            {
                return steps == 1 ? "child" : "below";
            }
        }

        return kind is PostKind.SocialWorkDepartment && _charged.Contains(other) ? "charge" : "other";
    }

    private async Task ArrangeAsync()
    {
        var things = new List<Thing>();
        await app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Actor(1, "测试", "测试");
            _parents = await db.Organizations.Select(o => new { o.Id, Parent = o.Affiliations.Where(a => a.To == null).Select(a => (int?)a.ParentId).FirstOrDefault() }).ToDictionaryAsync(o => o.Id, o => o.Parent);
            _charged = [.. await db.Organizations.Where(o => o.Domain == OrganizationDomain.Community || o.Domain == OrganizationDomain.TwoNew).Select(o => o.Id).ToListAsync()];
            var holders = await db.Users.Select(u => new { u.UserName, Posts = u.Person!.Holdings.Where(h => h.To == null).OrderBy(h => h.Kind).Select(h => new { h.Kind, h.OrganizationId, h.Id }).ToList() }).ToListAsync();
            _posts = holders.ToDictionary(u => u.UserName!, u => (u.Posts[0].Kind, u.Posts[0].OrganizationId, u.Posts[0].Id));
            var users = await db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id);
            var organizations = await db.Organizations.Where(o => Organizations.Contains(o.Code)).ToListAsync();
            var today = new DateOnly(2026, 12, 18);
            foreach (var organization in organizations)
            {
                var filings = await db.Filings.Regular().Where(f => f.OrganizationId == organization.Id && f.Year == 2026 && (f.Period == 4 || f.Period == 0)).Select(f => new { f.Id, f.Kind, HasVersion = f.Versions.Any() }).ToListAsync();
                things.AddRange(filings.Select(f => new Thing(f.Kind is FilingKind.ThreeLists ? Subject.Lists : Subject.Report, $"{f.Id}", organization.Id) { Name = organization.Code, HasVersion = f.HasVersion }));
                things.Add(new Thing(Subject.Organization, $"{organization.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Agreement, $"{await db.Agreements.Where(a => a.OrganizationId == organization.Id && a.Year == 2026).Select(a => a.Id).SingleAsync()}", organization.Id) { Name = organization.Code });
                await db.WorkTasks.Where(t => t.OrganizationId == organization.Id && t.Year == 2026 && t.No == 2)
                    .ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.InProgress).SetProperty(t => t.DueOn, new DateOnly(2026, 12, 31)).SetProperty(t => t.ExtendedTo, (DateOnly?)null));
                var task = await db.WorkTasks.SingleAsync(t => t.OrganizationId == organization.Id && t.Year == 2026 && t.No == 2);
                var change = new TaskChange(task, TaskChangeKind.Cancellation, null, "", null, "不再需要", new Actor(1, "测试", "测试"), today);
                db.Add(change);
                await db.SaveChangesAsync();
                things.Add(new Thing(Subject.Change, $"{change.Id}", organization.Id) { Name = organization.Code });
                if (await db.PostHoldings.Where(h => h.OrganizationId == organization.Id && h.Kind == PostKind.Secretary && h.To == null).Select(h => (int?)h.Id).SingleOrDefaultAsync() is { } secretarys)
                {
                    things.Add(new Thing(Subject.Ledger, $"{secretarys}", organization.Id) { Name = organization.Code });
                }

                var correction = new Domain.Figures.FigureOverride("tasks_total", organization.Id, new(2026, 1, 1), today, "1", true, "测试", new Actor(1, "测试", "测试"), today);
                db.Add(correction);
                await db.SaveChangesAsync();
                var survey = new Domain.Surveys.Survey(organization.Id, 2026, Domain.Surveys.SurveyKind.MemberAppraisal, "测评", today, today, 30);
                survey.Open(SurveyQuestions.Of(survey.Kind), null, new Actor(1, "测试", "测试"), today);
                survey.Close([], new Actor(1, "测试", "测试"), today);
                db.Add(survey);
                await db.SaveChangesAsync();
                things.Add(new Thing(Subject.Survey, $"{survey.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Correction, $"{correction.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Task, $"{task.Id}", organization.Id) { Name = organization.Code });
                byte[] bytes = [0x25, 0x50, 0x44, 0x46];
                var evidence = EvidenceItem.OfFile(organization.Id, "会议记录", today, new EvidenceFile("会议记录.pdf", "application/pdf", bytes.Length, EvidenceUpload.Hash(bytes), EvidenceUpload.Hash(bytes)), new Actor(1, "测试", "测试"), today);
                db.AddRange(new EvidenceContent(evidence, bytes), task.Attach(evidence, 0, new Actor(1, "测试", "测试"), new DateTime(2026, 12, 18, 2, 0, 0, DateTimeKind.Utc)));
                await db.SaveChangesAsync();
                things.Add(new Thing(Subject.Evidence, $"{evidence.Id}", organization.Id) { Name = organization.Code });
            }

            await AskAsync(db, organizations, things, today);
            await AssessAsync(db, organizations, things, today);
            var rectified = await db.RectificationCases.Where(c => c.Stage == Domain.Rectification.CaseStage.Rectifying).Select(c => new { c.Id, c.BatchId, c.OrganizationId }).SingleAsync();
            things.AddRange([new Thing(Subject.Case, $"{rectified.Id}", rectified.OrganizationId) { Name = Wenming }, new Thing(Subject.Batch, $"{rectified.BatchId}", null)]);
            things.Add(new Thing(Subject.MonthlyReport, $"{await db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == rectified.OrganizationId).OrderByDescending(f => f.Period).Select(f => f.Id).FirstAsync()}", rectified.OrganizationId) { Name = Wenming });
            await PutRightAsync(db, organizations.Where(o => o.Domain == OrganizationDomain.Community), things, today);
            await DeclareAsync(db, organizations, things, today);
            _wenming = organizations.Single(o => o.Code == Wenming).Id;
            var jiguan = await db.Organizations.Where(o => o.Code == "QH15").Select(o => o.Id).SingleAsync();
            foreach (var organization in organizations)
            {
                var honor = new Honor { OrganizationId = organization.Id, On = today, Name = "先进基层党组织", GrantedBy = "区委" };
                var deed = new GoodDeed { OrganizationId = jiguan, ConfirmerId = organization.Id, On = today, Name = "修路灯", Beneficiaries = "居民", People = 3, Result = "修好", DoneOn = today };
                honor.Enter(new Actor(1, "测试", "测试"), today);
                deed.Enter(new Actor(1, "测试", "测试"), today);
                var household = new SpecialHousehold { OrganizationId = organization.Id, On = today.AddDays(-40), AssignmentName = "防汛", YardName = "一院" };
                var certificate = DisposalCertificate.Dispose(organization.Id, "防汛", today.AddDays(-10), [household], [], new Actor(1, "测试", "测试"), today);
                db.AddRange(honor, deed, certificate);
                await db.SaveChangesAsync();
                things.Add(new Thing(Subject.Certificate, $"{certificate.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Record, $"{honor.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.ToConfirm, $"{deed.Id}", organization.Id) { Name = organization.Code, Department = jiguan });
            }

            var matters = await db.CoordinationItems.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync();
            var (housing, water) = (await db.Organizations.Where(o => o.Code == "QH15014").Select(o => o.Id).SingleAsync(), await db.Organizations.Where(o => o.Code == "QH15016").Select(o => o.Id).SingleAsync());
            foreach (var (i, organization) in organizations.Index())
            {
                var (raised, given) = (matters[i * 2], matters[(i * 2) + 1]);
                var department = i == 0 ? water : housing;
                await db.CoordinationItems.Where(m => m.Id == raised).ExecuteUpdateAsync(s => s.SetProperty(m => m.OrganizationId, organization.Id).SetProperty(m => m.State, CoordinationState.Raised).SetProperty(m => m.DepartmentId, (int?)null));
                await db.CoordinationItems.Where(m => m.Id == given).ExecuteUpdateAsync(s => s.SetProperty(m => m.OrganizationId, organization.Id).SetProperty(m => m.State, CoordinationState.Sent).SetProperty(m => m.DepartmentId, department).SetProperty(m => m.DueOn, today));
                things.Add(new Thing(Subject.Raised, $"{raised}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Given, $"{given}", organization.Id) { Name = organization.Code, Department = department });
                var officer = await db.PostHoldings.FirstAsync(h => h.OrganizationId == organization.Id && h.Kind == PostKind.Officer && h.To == null);
                var handover = new Handover(officer, new Person("接任人" + organization.Code, "0-8000000"), officer.Title, today.AddDays(3), "岗位调整", new Actor(1, "测试", "测试"), today);
                db.Add(handover);
                await db.SaveChangesAsync();
                things.Add(new Thing(Subject.Holding, $"{officer.Id}", organization.Id) { Name = organization.Code });
                things.Add(new Thing(Subject.Handover, $"{handover.Id}", organization.Id) { Name = organization.Code });
            }

            var wenming = organizations.Single(o => o.Code == Wenming).Id;
            var posts = await db.PostHoldings.Where(h => h.OrganizationId == wenming && h.To == null).ToListAsync();
            var (secretary, deputy) = (posts.Single(h => h.Kind is PostKind.Secretary), posts.Single(h => h.Kind is PostKind.Deputy));
            var delegation = new Delegation(secretary, deputy, today.AddDays(10), today.AddDays(20), "学习");
            var roster = new Upload { UserId = users[RosterUploader], FileName = "roster.csv", Content = Resource("roster.csv"), At = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc) };
            var lists = new Upload { UserId = users[ListsUploader], FileName = "lists.xlsx", Content = Resource("three-lists-chunhui-2026.xlsx"), At = roster.At };
            var uploader = await db.Users.Where(u => u.UserName == ListsUploader).Select(u => u.PersonId).SingleAsync();
            var phrase = ReturnPhrase.Add(uploader, "请核对。", []);
            var query = new Domain.Figures.SavedQuery(uploader!.Value, "每季", "?F=tasks_total", 0);
            db.AddRange(delegation, roster, lists, phrase, query);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.OwnQuery, $"{query.Id}", null));
            var rubric = await db.Rubrics.Where(r => r.Year == 2026 && r.Kind == Domain.Assessments.RubricKind.School).WithAll().SingleAsync();
            var draft = rubric.Copy(2026, 2);
            db.Add(draft);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.Rubric, $"{rubric.Id}", null));
            things.Add(new Thing(Subject.RubricDraft, $"{draft.Id}", null));
            var sheets = await db.ScoreSheets.Where(s => s.Round.Stage == Domain.Assessments.RoundStage.OnSite).OrderBy(s => s.Id).Select(s => new { s.Id, s.OrganizationId, s.Stage, s.Round.Plan.AccessUntil, IsFirst = s.Team!.Members.Any(m => m.Name == "何敏之") }).ToListAsync();
            things.Add(new Thing(Subject.Sheet, $"{sheets.First(s => s.IsFirst && s.Stage == Domain.Assessments.SheetStage.Scoring).Id}", null) { Name = FirstTeam });
            things.Add(new Thing(Subject.Sheet, $"{sheets.First(s => !s.IsFirst).Id}", null));
            foreach (var sheet in sheets.Where(s => s.IsFirst && s.AccessUntil >= today))
            {
                _drawn.Add(sheet.OrganizationId);
                _drawn.UnionWith(_parents.Where(p => p.Value == sheet.OrganizationId).Select(p => p.Key));
            }

            var district = await db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync();
            things.Add(new Thing(Subject.Round, $"{await db.Rounds.Where(r => r.Year == 2026 && r.Phase == AssessmentPhase.Mid).Select(r => r.Id).SingleAsync()}", district));
            things.Add(new Thing(Subject.Check, $"{await db.AllSheets().Where(s => s.CheckedId != null).Select(s => s.Id).FirstAsync()}", district));
            var chunhui = organizations.Single(o => o.Code == "QH01").Id;
            var veto = new Domain.Assessments.VetoReview(chunhui, OrganizationDomain.Subdistrict, 2026, Domain.Assessments.VetoGround.FundMisuse, "专项经费用途与批复不符", new(1, "测试", "测试"), today);
            db.Add(veto);
            await db.SaveChangesAsync();
            things.Add(new Thing(Subject.Veto, $"{veto.Id}", chunhui));
            things.AddRange((await db.Acceptances.Where(a => a.Outcome == null).Select(a => new { a.Id, a.OrganizationId }).ToListAsync()).Select(a => new Thing(Subject.Acceptance, $"{a.Id}", a.OrganizationId)));
            things.Add(new Thing(Subject.Freeze, $"{await db.FigureFreezes.Select(f => f.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.OwnPhrase, $"{phrase.Id}", null));
            things.Add(new Thing(Subject.DistrictPhrase, $"{await db.ReturnPhrases.Where(p => p.PersonId == null).Select(p => p.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.Deputy, $"{deputy.Id}", wenming));
            var handedDown = await db.WorkTasks.Where(t => t.Combining != null).OrderBy(t => t.Id).FirstAsync(); // nobody of these accounts below has a share of it
            things.Add(new Thing(Subject.HandedDown, $"{handedDown.Id}", handedDown.OrganizationId));
            things.Add(new Thing(Subject.Delegation, $"{delegation.Id}", wenming));
            things.Add(new Thing(Subject.Upload, $"{roster.Id}", null));
            things.Add(new Thing(Subject.Year, "2026", null));
            things.Add(new Thing(Subject.Window, $"{await db.Windows.Where(w => w.Year == 2026).Select(w => w.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.KeyPoint, $"{await db.KeyPoints.Where(k => k.Year == 2026).Select(k => k.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.Template, $"{await db.AgreementTemplates.Where(t => t.Year == 2026).Select(t => t.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.Day, $"{await db.CalendarDays.Where(d => d.Date >= new DateOnly(2026, 1, 1) && d.Date < new DateOnly(2027, 1, 1)).Select(d => d.Id).FirstAsync()}", null));
            things.Add(new Thing(Subject.Account, $"{users["wenming.officer"]}", null));
            things.Add(new Thing(Subject.Below, $"{users["wenming.officer"]}", wenming));
            _listsUpload = lists.Id;
            _person = await db.Persons.Where(p => p.Holdings.Any(h => h.To == null) && !db.Users.Any(u => u.PersonId == p.Id)).Select(p => p.Id).FirstAsync();
            return 0;
        });
        _things = things.ToLookup(t => t.Subject);
    }

    private static byte[] Resource(string name)
    {
        var assembly = typeof(May).Assembly;
        using var file = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(name, StringComparison.Ordinal)))!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static HashSet<(string, PostKind, string)> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "permission-matrix.csv")).Select(l => l.Split(',')).ToList();
        var allowed = lines.Skip(1).SelectMany(l => lines[0].Index().Skip(2).Where(c => l[c.Index] == "y").Select(c => (Act: l[0], Post: Enum.Parse<PostKind>(l[1]), Standing: c.Item))).ToList();
        return [.. allowed, .. allowed.Where(a => a.Standing == "other").Select(a => a with { Standing = "charge" }), .. InCharge.Select(act => (act, PostKind.SocialWorkDepartment, "charge"))];
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex TokenField();

    // Tokens, how many to-dos there are by now, and what the act before said.
    [GeneratedRegex("""value="CfDJ[^"]+|\s*<span class="count".*?</span>\s*|\s*<div class="(message|broken)".*?</div>""", RegexOptions.Singleline)]
    private static partial Regex Passing();

    private sealed record Thing(Subject Subject, string Id, int? Organization)
    {
        public string Name { get; init; } = "";
        public bool HasVersion { get; init; }
        public int Department { get; init; }

        /// <summary>The case in whose address it stands.</summary>
        public string Within { get; init; } = "0";
    }
}
