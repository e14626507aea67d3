using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;

namespace PartyWork.Web.Demo;

/// <summary>青禾区, invented: its roster, two years of work made through the domain's own methods, and one account for each role.</summary>
public sealed class DemoDistrict(PartyWorkDb db, BusinessClock clock, TimeProvider time, OrgTrees trees, DbLease lease)
{
    /// <summary>The demo opens so many days before the fourth quarter is due.</summary>
    public const int DaysBeforeDue = 3;

    // Posts that the roster does not list. Existing holders are found by name.
    private static readonly (string Account, string Name, string Organization, PostKind Kind, string Title)[] Others =
    [
        ("wenming.deputy", "林晓岚", "QH01001", PostKind.Deputy, "文明社区党总支副书记"),
        ("firstsec", "周启明", "QH01001", PostKind.FirstSecretary, "文明社区第一书记"),
        ("orgdept", "韩志远", "QH", PostKind.DistrictStaff, "区委组织部组织科科长"),
        ("orgdept2", "苏文静", "QH", PostKind.DistrictStaff, "区委组织部组织科干部"),
        ("minister", "梁启山", "QH", PostKind.DistrictLeader, "区委常委、组织部部长"),
        ("talent", "谢雨桐", "QH15027", PostKind.TalentOffice, "区委人才办主任"),
        ("shegong", "彭建章", "QH15028", PostKind.SocialWorkDepartment, "区委社会工作部干部"),
        ("zhujian", "罗建勋", "QH15014", PostKind.Liaison, "区住建局联络员"),
        ("inspector", "马卫东", "QH", PostKind.Inspector, "区委督查室干部"),
        ("assessor1", "何敏之", "QH", PostKind.Assessor, "考核组成员"),
        ("assessor2", "邱国栋", "QH", PostKind.Assessor, "考核组成员"),
        ("teamlead1", "陶立新", "QH", PostKind.TeamLeader, "考核组组长"),
        ("sysadmin", "程远航", "QH", PostKind.SystemAdministrator, "系统管理员"),
        ("secadmin", "安建平", "QH", PostKind.SecurityAdministrator, "安全管理员"),
        ("auditor", "沈鉴清", "QH", PostKind.AuditAdministrator, "审计管理员"),
    ];

    private static readonly (string Account, string Organization, PostKind Kind)[] FromRoster =
    [
        ("wenming.secretary", "QH01001", PostKind.Secretary), ("wenming.officer", "QH01001", PostKind.Officer),
        ("chunhui.secretary", "QH01", PostKind.Secretary), ("chunhui.officer", "QH01", PostKind.Officer),
        ("wangjiang.secretary", "QH02", PostKind.Secretary), ("wangjiang.officer", "QH02", PostKind.Officer),
        ("jiguan.secretary", "QH15", PostKind.Secretary), ("yuanda.secretary", "QH01006901", PostKind.Secretary),
    ];

    // Departments that answer what is asked of them; their officers are the liaisons.
    private static readonly string[] Departments = ["QH15009", "QH15010", "QH15011", "QH15013", "QH15015", "QH15016", "QH15021", "QH15025"];
    /// <summary>Small communities whose secretaries have agreed that the committee's clerk fills their reports.</summary>
    private static readonly string[] FilledByParent = ["QH01003", "QH01004", "QH01005", "QH01007", "QH02001", "QH02004"];

    /// <param name="at">The day to stop on; null for three days before the fourth quarter's due day of the latest year that began at least three months ago.</param>
    public async Task LoadAsync(DateOnly? at)
    {
        (lease.Scope, lease.Why) = (OrgScope.All, "演示数据");
        await WorkdayNotices.LoadAsync(db);
        var workdays = await db.WorkdaysAsync();
        var real = OfficeTime.DayOf(time.GetUtcNow().UtcDateTime);
        var year = at?.Year ?? (real >= new DateOnly(real.Year, 4, 1) ? real.Year : real.Year - 1);
        var today = at ?? Window.OfYear(year, new Scheme(), workdays)
            .Single(w => w is { Kind: FilingKind.QuarterlyReport, Period: 4, Level: OrganizationLevel.Primary }).Due.AddDays(-DaysBeforeDue);
        clock.Offset = TimeSpan.FromDays(today.DayNumber - real.DayNumber);
        db.Add(new Setting { Key = Setting.DemoOffsetMinutes, Value = clock.Offset.TotalMinutes.ToString(CultureInfo.InvariantCulture) });
        await ReturnPhrases.LoadAsync(db);

        await LoadRosterAsync(year);
        await LoadAccountsAsync(year);
        var changes = new DemoChanges(db, year);
        await changes.BeginAsync();
        var content = new DemoContent();
        await new DemoYear(db, await TreeAsync(), content, workdays, year - 1, today).RunAsync();
        var staff = await StaffAsync("韩志远");
        db.ChangeTracker.Clear(); // every save looks at all that is tracked
        var tree = await TreeAsync();
        var fiveInOne = new DemoFiveInOne(db, tree, year, today, staff);
        await fiveInOne.LoadLastYearAsync();
        db.ChangeTracker.Clear();
        await new DemoYear(db, tree, content, workdays, year, today).RunAsync();
        db.ChangeTracker.Clear();
        await changes.EndAsync(tree, today, staff);
        db.ChangeTracker.Clear();
        var records = new DemoRecords(db, tree, workdays, year, today);
        await records.BeginAsync();
        DemoTalent.Load(records);
        await DemoPeople.LoadAsync(records, db, tree, today);
        new DemoFunds(records, tree, year, today).Load();
        new DemoCommunityWork(db, records, tree, year, today).Load();
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await new DemoRegisters(db, records, tree, year, today).LoadAsync();
        db.ChangeTracker.Clear();
        await new DemoRectification(db, tree, workdays, year, today, staff).LoadAsync();
        db.ChangeTracker.Clear();
        await new DemoCaseRecords(db, tree, year, today, await InspectorAsync()).LoadAsync();
        db.ChangeTracker.Clear();
        await fiveInOne.LoadThisYearAsync();
        db.ChangeTracker.Clear();
        await new DemoRubrics(db, year, today, staff).LoadAsync();
        var leader = await db.PostHoldings.Where(h => h.Kind == PostKind.DistrictLeader).OrderBy(h => h.Id).Select(h => new Actor(h.PersonId, h.Person.Name, h.Title)).FirstAsync();
        var acceptance = new DemoAcceptance(db, tree, workdays, year, today, staff, await StaffAsync("苏文静"));
        await acceptance.LoadAsync(isOver: true);
        var sites = new DemoSites(db, tree, year, today, staff);
        await sites.LoadAsync();
        db.ChangeTracker.Clear();
        await new DemoRounds(db, tree, workdays, year, today, staff).LoadAsync();
        db.ChangeTracker.Clear();
        await sites.DecideAsync();
        db.ChangeTracker.Clear();
        await acceptance.LoadAsync(isOver: false);
        await fiveInOne.FileAsync();
        db.ChangeTracker.Clear();
        await new DemoSurveys(db, tree, year, today, staff, await StaffAsync("苏文静")).LoadAsync();
        db.ChangeTracker.Clear();
        await new DemoGrades(db, tree, year, today, staff, leader).LoadAsync();
        db.ChangeTracker.Clear();
        await new DemoFigures(db, tree, year - 1, staff, await StaffAsync("苏文静")).FreezeAsync();
        await new DemoDataRequests(db, await TreeAsync(), workdays, year, today, staff).AskAsync();
        db.ChangeTracker.Clear();
        await new DemoReports(db, await TreeAsync(), year, today, staff, await StaffAsync("苏文静"), leader).WriteAsync();
        db.ChangeTracker.Clear();
        lease.Why = "";
    }

    private Task<Actor> StaffAsync(string name) => db.PostHoldings.Where(h => h.Kind == PostKind.DistrictStaff && h.Person.Name == name).Select(h => new Actor(h.PersonId, h.Person.Name, h.Title)).SingleAsync();

    private Task<Actor> InspectorAsync() => db.PostHoldings.Where(h => h.Kind == PostKind.Inspector).OrderBy(h => h.Id).Select(h => new Actor(h.PersonId, h.Person.Name, h.Title)).FirstAsync();

    private async Task<OrgTree> TreeAsync() => await trees.GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());

    public static string Welcome(IEnumerable<string> urls) => $"""

        PartyWork · 青禾区（演示）  {string.Join("  ", urls)}
        演示账号（密码均为 {DemoAccounts.Password}）：{string.Join("、", DemoAccounts.Names)}
        """;

    private async Task LoadRosterAsync(int year)
    {
        await using var file = DemoContent.Open("roster.csv");
        var import = new RosterImport(db, clock);
        var plan = await import.PlanAsync(Roster.Read(SheetReader.Read(file, "roster.csv"), new HashSet<string>()));
        await import.ApplyAsync(plan);

        // Where the roster says 书记空缺, somebody still led the year before.
        foreach (var organization in await db.Organizations.Where(o => o.Remark.Contains("书记空缺")).OrderBy(o => o.SortNo).ToListAsync())
        {
            var former = new PostHolding(new Person(organization.SortNo % 20 == 0 ? "卫长林" : "柯明亮", organization.Phone), organization, PostKind.Secretary, organization.Name + "书记", new DateOnly(year - 3, 3, 1));
            former.End(new DateOnly(year, 1, 9));
            db.Add(former);
        }

        foreach (var organization in await db.Organizations.Where(o => FilledByParent.Contains(o.Code)).ToListAsync())
        {
            organization.LetParentFill(true);
        }

        await db.SaveChangesAsync();
    }

    private async Task LoadAccountsAsync(int year)
    {
        var organizations = await db.Organizations.ToDictionaryAsync(o => o.Code);
        var hash = new PasswordHasher<User>().HashPassword(new User(), DemoAccounts.Password);
        foreach (var (account, name, code, kind, title) in Others)
        {
            var organization = organizations[code];
            var person = await db.Persons.Where(p => p.Name == name && p.Holdings.Any(h => h.OrganizationId == organization.Id)).FirstOrDefaultAsync() ?? new Person(name, organization.Phone);
            db.Add(new PostHolding(person, organization, kind, title, new DateOnly(year - 1, 1, 4)));
            AddUser(account, person);
        }

        foreach (var (account, code, kind) in FromRoster)
        {
            var id = organizations[code].Id;
            AddUser(account, await db.PostHoldings.Where(h => h.OrganizationId == id && h.Kind == kind && h.To == null).Select(h => h.Person).FirstAsync());
        }

        var ids = Departments.Select(code => organizations[code].Id).ToArray();
        foreach (var officer in await db.PostHoldings.Include(h => h.Person).Where(h => ids.Contains(h.OrganizationId) && h.Kind == PostKind.Officer && h.To == null).ToListAsync())
        {
            var department = organizations.Values.Single(o => o.Id == officer.OrganizationId);
            db.Add(new PostHolding(officer.Person, department, PostKind.Liaison, department.Territory + "联络员", new DateOnly(year - 1, 1, 4)));
        }

        await db.SaveChangesAsync();

        void AddUser(string account, Person person) => db.Add(new User
        {
            UserName = account,
            IsDemo = true,
            NormalizedUserName = account.ToUpperInvariant(),
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            Person = person,
        });
    }
}
