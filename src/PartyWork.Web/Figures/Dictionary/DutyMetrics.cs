using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>责任落实 as assessments ask for it: agreements, lists, reports, the secretary's duties, and what is asked of the levels above.</summary>
internal static class DutyMetrics
{
    private const string ShouldSign = "应签的为在册的区属党（工）委和基层党组织，以及本年度已下发责任书的下级党组织";

    private static readonly Reckoner ByClauses = new(ClausesAsync), ByLedgers = new(LedgersAsync);

    private const string OwedBy = "整改时限不晚于截止日的；立行立改的自备案之日起计，长期的到年底计";

    public static readonly IReadOnlyList<Figure> All =
    [
        new("agreement.signed_on_time", "责任书按期签订", "", "本级本年度目标责任书：双方在签订截止日前签字的为“按期签订”，之后的为“逾期签订”，过了截止日仍没有签的为“未签订”。")
        {
            Fold = FigureFold.Text, IsOwn = true, Sections = [AssessedDuties], Facts = Signing,
        },
        Children("agreement.children_due", "应签责任书的下级党组织数", $"截止日直接隶属本级、本年度应签责任书的党组织；{ShouldSign}。", (db, p) => ShouldHaveSigned(db, p)),
        Children("agreement.children_on_time", "按期签订责任书的下级党组织数", "应签责任书的下级党组织中，双方在签订截止日前签字的。",
            (db, p) => ShouldHaveSigned(db, p).Where(o => db.Agreements.Any(a => a.OrganizationId == o.Id && a.Year == p.Year && a.EffectiveOn <= a.DueOn && a.EffectiveOn <= p.Cutoff))),
        Rate("agreement.children_sign_rate", "下级责任书按期签订率", "按期签订责任书的下级党组织数÷应签责任书的下级党组织数。", "agreement.children_on_time", "agreement.children_due"),
        Children("agreement.children_unsigned", "下属党组织未签责任书数", $"过了签订截止日，直接隶属本级的党组织中截止日仍没有签订责任书的；{ShouldSign}。", (db, p) => Unsigned(db, p)),
        new("agreement.clauses_without_task", "未分解责任书条款数", "条", "三张清单经上级审核通过后，本级责任书中没有任务对应的条款；任务“来源”中写明条款号的为已对应。")
        {
            IsOwn = true, Among = "agreement.clauses", Sections = [AssessedDuties], Reckoner = ByClauses,
        },
        new("agreement.clauses", "责任书条款数", "条", "本级本年度已生效的责任书的条款。")
        {
            IsOwn = true, Sections = [AssessedDuties],
            Facts = (db, p) => db.AgreementClauses.Join(db.Agreements.Where(a => a.Year == p.Year && a.EffectiveOn <= p.Cutoff), c => c.AgreementId, a => a.Id,
                (c, a) => new Fact { OrganizationId = a.OrganizationId, RecordKind = RecordKinds.Agreement, RecordId = a.Id, Amount = 1, EnteredOn = null, On = a.EffectiveOn!.Value }),
        },
        new("lists.broken_links", "三单断链数", "处", "本级已备案的三张清单中，没有对应任务的问题（考核、督查列入的由整改安排落实，不计）、没有牵头责任人或责任人已离任而未移交的任务、年度方案要求而没有责任事项的岗位，各计一处。")
        {
            IsOwn = true, Among = "tasks_total", Sections = [AssessedDuties], Facts = BrokenLinks,
        },
        Reports("quarterly.late_count", "季报迟报次数", "本级过了截止日才首次报送的季度报告，含解锁后补报的；批准延期的按延期后的截止日。",
            (db, p, until) => WorkFigures.Reports(db, p, f => f.FirstSubmittedAt < until && DateOnly.FromDateTime(f.FirstSubmittedAt!.Value.AddHours(8)) > (f.ExtendedTo ?? f.Window.Due))),
        Reports("quarterly.missing_count", "季报未报次数", "本级过了锁定日、截止日仍没有报送的季度报告；后来解锁补报的，自补报之日起改计迟报。",
            (db, p, until) => WorkFigures.Reports(db, p, f => f.Window.Locks < p.Cutoff && (f.FirstSubmittedAt == null || f.FirstSubmittedAt >= until))),
        Rectified("rectify.due", "应销号数", $"本年度问题清单中来源为上年考核、年中检查、述职点评、巡察反馈的问题，{OwedBy}。", Owed, p => x => true),
        Rectified("rectify.closed", "整改销号数", "应销号的问题中，截止日前经上级核实销号的；销号后又重新打开的不计。", Owed, p => x => x.ClosedOn <= p.Cutoff),
        Rectified("supervision.due", "督查问题应销号数", $"本年度问题清单中来源为督查的问题，{OwedBy}。", (p, isYearOver) => IsOwed(ProblemSource.Inspection, p, isYearOver), p => x => true),
        Rectified("supervision.closed", "督查问题销号数", "督查问题应销号的，截止日前经上级核实销号的；销号后又重新打开的不计。", (p, isYearOver) => IsOwed(ProblemSource.Inspection, p, isYearOver), p => x => x.ClosedOn <= p.Cutoff),
        Rectified("discipline.overdue", "巡察反馈问题到期未销号数", $"本年度问题清单中来源为巡察反馈、截止日没有销号的问题，{OwedBy}；已申请销号待核实的不计。", (p, isYearOver) => IsOwed(ProblemSource.DisciplineInspection, p, isYearOver),
            p => x => x.State != ProblemState.CloseClaimed && (x.ClosedOn == null || x.ClosedOn > p.Cutoff)),
        Tickets("ticket.due", "应答复的协调事项数", "所辖党组织提出、交部门办理、答复期限在报告年度内且不晚于截止日的协调事项；批准延期的按延期后的期限。", (db, p) => i => true),
        Tickets("ticket.on_time", "按期答复的协调事项数", "应答复的协调事项中，部门在期限当天24:00前答复的。",
            (db, p) => i => i.Acts.Any(a => a.Kind == CoordinationActKind.Answer && DateOnly.FromDateTime(a.At.AddHours(8)) <= i.DueOn)),
        Rate("ticket.reply_rate", "协调事项按期答复率", "按期答复的协调事项数÷应答复的协调事项数。", "ticket.on_time", "ticket.due"),
        Entries("ledger.study_meeting_count", "专题研究党建次数", "书记台账“专题研究党建”部分本年度的记载：本人补充的，和登记簿中由书记主持、主题为党建的支部委员会、党员大会。", LedgerSection.Study),
        Entries("ledger.lecture_count", "书记讲党课次数", "书记台账“讲党课”部分本年度的记载：本人补充的，和登记簿中由书记主持的党课。", LedgerSection.Lectures),
        new("ledger.required_actions_missing", "书记应做事项缺次", "次", "书记台账中本年度的记载（含登记簿自动记入的）少于应做的次数：专题研究党建4次，调研指导联系点党（工）委书记4次、基层书记2次，讲党课1次，书记项目1个；按截止日已满的月份折算，不足一次的不计。")
        {
            Fold = FigureFold.Sum, IsOwn = true, IsKeptByWork = true, Sections = [AssessedDuties], Reckoner = ByLedgers,
        },
    ];

    private static Figure Children(string key, string name, string definition, Func<PartyWorkDb, Period, IQueryable<Organization>> which) => new(key, name, "个", definition)
    {
        IsOwn = true, IsKeptByWork = true, Sections = [AssessedDuties], Facts = (db, p) => which(db, p).SelectMany(o => o.Affiliations, (o, a) => new { Organization = o, Affiliation = a })
            .Where(x => (x.Affiliation.From <= p.Cutoff || x.Affiliation.From == x.Organization.ElectedOn) && (x.Affiliation.To == null || x.Affiliation.To >= p.Cutoff))
            .Select(x => new Fact { OrganizationId = x.Affiliation.ParentId, RecordKind = RecordKinds.Organization, RecordId = x.Organization.Id, Amount = 1, EnteredOn = null, On = x.Affiliation.From <= p.Cutoff ? x.Affiliation.From : p.Cutoff }),
    };

    private static Figure Reports(string key, string name, string definition, Func<PartyWorkDb, Period, DateTime, IQueryable<Fact>> facts) => new(key, name, "次", definition)
    {
        IsOwn = true, IsKeptByWork = true, Sections = [AssessedDuties], Facts = (db, p) => facts(db, p, Domain.Calendar.OfficeTime.Utc(p.Cutoff.AddDays(1), default)),
    };

    private static Figure Rectified(string key, string name, string definition, Func<DateOnly, bool, Expression<Func<Problem, bool>>> owed, Func<Period, Expression<Func<Problem, bool>>> which) => new(key, name, "个", definition)
    {
        IsKeptByWork = true, Sections = [AssessedDuties], Facts = (db, p) => WorkFigures.Problems(db, p, which(p), owed(p.Cutoff, p.Cutoff is { Month: 12, Day: 31 })),
    };

    private static Expression<Func<Problem, bool>> Owed(DateOnly cutoff, bool isYearOver) => x => (x.Source == ProblemSource.LastAssessment || x.Source == ProblemSource.MidYearCheck || x.Source == ProblemSource.DebriefComment || x.Source == ProblemSource.DisciplineInspection)
        && (x.Deadline.Kind == DeadlineKind.AtOnce || x.Deadline.On <= cutoff || (isYearOver && x.Deadline.Kind == DeadlineKind.LongTerm));

    private static Expression<Func<Problem, bool>> IsOwed(ProblemSource source, DateOnly cutoff, bool isYearOver) => x => x.Source == source
        && (x.Deadline.Kind == DeadlineKind.AtOnce || x.Deadline.On <= cutoff || (isYearOver && x.Deadline.Kind == DeadlineKind.LongTerm));

    private static Figure Tickets(string key, string name, string definition, Func<PartyWorkDb, Period, Expression<Func<CoordinationItem, bool>>> which) => new(key, name, "件", definition)
    {
        IsKeptByWork = true, Sections = [AssessedDuties],
        Facts = (db, p) => db.CoordinationItems.Where(i => i.DepartmentId != null && i.DueOn >= p.From && i.DueOn <= p.Cutoff && i.State != CoordinationState.Withdrawn).Where(which(db, p))
            .Select(i => new Fact { OrganizationId = i.OrganizationId, RecordKind = RecordKinds.Coordination, RecordId = i.Id, Amount = 1, EnteredOn = null, On = i.DueOn!.Value }),
    };

    private static Figure Entries(string key, string name, string definition, LedgerSection section) => new(key, name, "次", definition)
    {
        IsOwn = true, IsKeptByWork = true, Sections = [AssessedDuties],
        Facts = (db, p) => db.LedgerEntries.Where(e => e.Section == section && e.On >= p.From && e.On <= p.Cutoff).Join(db.SecretaryLedgers, e => e.LedgerId, l => l.Id,
            (e, l) => new Fact { OrganizationId = l.OrganizationId, RecordKind = RecordKinds.Ledger, RecordId = l.HoldingId, Amount = 1, EnteredOn = null, On = e.On })
            .Concat(LedgerMeetings(db, section).Where(m => m.On >= p.From && m.On <= p.Cutoff)
                .Select(m => new Fact { OrganizationId = m.OrganizationId, RecordKind = Registers.Registers.Meetings.Key, RecordId = m.Id, Amount = 1, EnteredOn = m.EnteredOn, On = m.On })),
    };

    /// <summary>What the register tells the book of the secretary of that day, as the book itself tells it.</summary>
    private static IQueryable<MeetingRecord> LedgerMeetings(PartyWorkDb db, LedgerSection section)
    {
        var chaired = db.Set<MeetingRecord>().Where(m => m.WithdrawnOn == null
            && db.PostHoldings.Any(h => h.OrganizationId == m.OrganizationId && h.Kind == PostKind.Secretary && h.Person.Name == m.Chair && h.From <= m.On && (h.To == null || h.To >= m.On)));
        return section is LedgerSection.Study
            ? chaired.Where(m => (m.Kind == MeetingKind.Committee || m.Kind == MeetingKind.Assembly) && m.Topic.Contains("党建"))
            : chaired.Where(m => m.Kind == MeetingKind.Lecture || m.AlsoKind == MeetingKind.Lecture);
    }

    private static Figure Rate(string key, string name, string definition, string part, string whole) => new(key, name, "%", definition) { Fold = FigureFold.Ratio, IsOwn = true, Numerator = part, Denominator = whole, Sections = [AssessedDuties] };

    private static IQueryable<Organization> ShouldHaveSigned(PartyWorkDb db, Period p) => db.Organizations.Where(o => OrganizationFigures.StandingOn(db, p).Any(s => s.Id == o.Id)
        && (o.Level == OrganizationLevel.Committee || o.Level == OrganizationLevel.Primary || db.Agreements.Any(a => a.OrganizationId == o.Id && a.Year == p.Year && a.IssuedOn <= p.Cutoff)));

    /// <summary>Past the year's day for signing, which is always in March.</summary>
    private static IQueryable<Organization> Unsigned(PartyWorkDb db, Period p)
    {
        var marchDay = p.Cutoff.Month > 3 ? 32 : p.Cutoff.Month < 3 ? 0 : p.Cutoff.Day;
        return ShouldHaveSigned(db, p).Where(o => db.WorkYears.Any(y => y.Year == p.Year && y.Scheme.AgreementDueDay < marchDay) && !db.Agreements.Any(a => a.OrganizationId == o.Id && a.Year == p.Year && a.EffectiveOn <= p.Cutoff));
    }

    private static IQueryable<Fact> Signing(PartyWorkDb db, Period p) =>
        db.Agreements.Where(a => a.Year == p.Year && a.EffectiveOn <= p.Cutoff)
            .Select(a => new Fact { OrganizationId = a.OrganizationId, RecordKind = RecordKinds.Agreement, RecordId = a.Id, Amount = 1, DistinctKey = a.EffectiveOn <= a.DueOn ? "按期签订" : "逾期签订", EnteredOn = null, On = a.EffectiveOn!.Value })
            .Concat(Unsigned(db, p).Select(o => new Fact { OrganizationId = o.Id, RecordKind = RecordKinds.Organization, RecordId = o.Id, Amount = 1, DistinctKey = "未签订", EnteredOn = null, On = p.Cutoff }));

    private static IQueryable<Fact> BrokenLinks(PartyWorkDb db, Period p)
    {
        var lost = WorkFigures.Problems(db, p, x => !x.Tasks.Any() && x.SheetLineId == null && x.Source != ProblemSource.Inspection)
            .Concat(WorkFigures.Tasks(db, p, t => t.Lead.HoldingId == null || ((t.ClaimedOn == null || t.ClaimedOn > p.Cutoff) && db.PostHoldings.Any(h => h.Id == t.Lead.HoldingId && h.To < p.Cutoff))));
        foreach (var post in Enum.GetValues<DutyPosts>().Where(post => post is not DutyPosts.None))
        {
            lost = lost.Concat(WorkFigures.Accepted(db, p).Join(db.Organizations, l => l.OrganizationId, o => o.Id, (l, o) => new { o.Id, o.Level, l.On })
                .Where(x => db.WorkYears.Any(y => y.Year == p.Year && ((x.Level == OrganizationLevel.Committee ? y.Scheme.CommitteePosts : y.Scheme.PrimaryPosts) & post) != 0)
                    && !db.DutyItems.Any(d => d.OrganizationId == x.Id && d.Year == p.Year && d.Post == post))
                .Select(x => new Fact { OrganizationId = x.Id, RecordKind = RecordKinds.Organization, RecordId = x.Id, Amount = 1, EnteredOn = null, On = x.On }));
        }

        return lost;
    }

    /// <summary>Which clauses a task answers is written in its source, and read there by the rule of the lists.</summary>
    private static async Task<IReadOnlyCollection<Reckoned>> ClausesAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        var (first, last) = (periods.Min(p => p.Year), periods.Max(p => p.Year));
        var clauses = db.AgreementClauses.Where(c => c.Year >= first && c.Year <= last).Join(db.Agreements.Where(a => a.EffectiveOn != null), c => c.AgreementId, a => a.Id,
            (c, a) => new Line
            {
                OrganizationId = c.OrganizationId, Year = c.Year, No = c.No, Record = a.Id, Source = "", On = a.EffectiveOn, Until = (DateOnly?)null,
                FiledAt = db.Filings.Where(f => f.Kind == FilingKind.ThreeLists && f.OrganizationId == c.OrganizationId && f.Year == c.Year).SelectMany(f => f.Acts).Where(x => x.Kind == FilingActKind.Accept).Min(x => (DateTime?)x.At),
            });
        var tasks = db.WorkTasks.Where(t => t.Year >= first && t.Year <= last && t.State != TaskState.Draft && t.Source != "")
            .Select(t => new { Task = t, CancelledOn = t.Changes.Where(c => c.Kind == TaskChangeKind.Cancellation && c.State == TaskChangeState.Approved).Max(c => c.DecidedOn) })
            .Where(x => x.Task.State != TaskState.Cancelled || x.CancelledOn != null)
            .Select(x => new Line { OrganizationId = x.Task.OrganizationId, Year = x.Task.Year, No = 0, Record = x.Task.Id, Source = x.Task.Source, On = x.Task.DueOn, Until = x.CancelledOn, FiledAt = (DateTime?)null });
        if (within is not null)
        {
            clauses = clauses.Where(c => EF.Parameter(within).Contains(c.OrganizationId));
            tasks = tasks.Where(t => EF.Parameter(within).Contains(t.OrganizationId));
        }

        // Past the subtree filter as every figure is: what an organisation's figure was does not depend on who reads it.
        var lines = await clauses.Concat(tasks).IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        return
        [
            .. from f in figures
               from p in periods
               let answered = lines.Where(l => l.No == 0 && (l.Until is null || l.Until > p.Cutoff)).SelectMany(l => ChineseNumber.Clauses(l.Source), (l, no) => (l.OrganizationId, l.Year, no)).ToHashSet()
               from l in lines
               where l.No > 0 && l.Year == p.Year && l.On <= p.Cutoff && l.FiledAt is { } filed && Domain.Calendar.OfficeTime.DayOf(filed) <= p.Cutoff && !answered.Contains((l.OrganizationId, l.Year, l.No))
               select new Reckoned(f.Key, p, new Fact { OrganizationId = l.OrganizationId, RecordKind = RecordKinds.Agreement, RecordId = l.Record, Amount = 1, On = l.On!.Value }),
        ];
    }

    private static async Task<IReadOnlyCollection<Reckoned>> LedgersAsync(PartyWorkDb db, IReadOnlyCollection<Figure> figures, IReadOnlyCollection<Period> periods, int[]? within)
    {
        var (first, last) = (periods.Min(p => new DateOnly(p.Year, 1, 1)), periods.Max(p => p.Cutoff));
        var holders = db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.From <= last && (h.To == null || h.To >= first) && (h.Organization.Level == OrganizationLevel.Committee || h.Organization.Level == OrganizationLevel.Primary));
        var entries = db.LedgerEntries.Where(e => e.On >= first && e.On <= last);
        var (studied, lectured) = (LedgerMeetings(db, LedgerSection.Study).Where(m => m.On >= first && m.On <= last), LedgerMeetings(db, LedgerSection.Lectures).Where(m => m.On >= first && m.On <= last));
        if (within is not null)
        {
            studied = studied.Where(m => EF.Parameter(within).Contains(m.OrganizationId));
            lectured = lectured.Where(m => EF.Parameter(within).Contains(m.OrganizationId));
            holders = holders.Where(h => EF.Parameter(within).Contains(h.OrganizationId));
            entries = entries.Where(e => EF.Parameter(within).Contains(e.OrganizationId));
        }

        // Past the subtree filter as every figure is.
        var lines = await holders.Select(h => new Line { OrganizationId = h.OrganizationId, Year = (int)h.Organization.Level, No = 0, Record = h.Id, On = (DateOnly?)h.From, Until = h.To })
            .Concat(entries.Select(e => new Line { OrganizationId = e.OrganizationId, Year = 0, No = (int)e.Section, Record = e.Id, On = (DateOnly?)e.On, Until = (DateOnly?)e.On }))
            .Concat(studied.Select(m => new Line { OrganizationId = m.OrganizationId, Year = 0, No = (int)LedgerSection.Study, Record = m.Id, On = (DateOnly?)m.On, Until = (DateOnly?)m.On }))
            .Concat(lectured.Select(m => new Line { OrganizationId = m.OrganizationId, Year = 0, No = (int)LedgerSection.Lectures, Record = m.Id, On = (DateOnly?)m.On, Until = (DateOnly?)m.On })).IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).ToListAsync();
        var written = lines.Where(l => l.No > 0).ToLookup(l => (l.OrganizationId, (LedgerSection)l.No), l => l.On!.Value);
        return
        [
            .. from f in figures
               from p in periods
               from h in lines.Where(l => l.No == 0 && l.On <= p.Cutoff && (l.Until is null || l.Until >= p.Cutoff)).GroupBy(l => l.OrganizationId).Select(g => g.First())
               from owed in LedgerRequirement.Of((OrganizationLevel)h.Year)
               let missing = owed.MissingOn(p.Cutoff, written[(h.OrganizationId, owed.Section)].Count(day => day.Year == p.Year && day <= p.Cutoff))
               where missing > 0
               select new Reckoned(f.Key, p, new Fact { OrganizationId = h.OrganizationId, RecordKind = RecordKinds.Ledger, RecordId = h.Record, Amount = missing, On = p.Cutoff }),
        ];
    }

    private sealed class Line
    {
        public int OrganizationId { get; init; }
        public int Year { get; init; }
        public int No { get; init; }
        public int Record { get; init; }
        public string Source { get; init; } = "";
        public DateOnly? On { get; init; }
        public DateOnly? Until { get; init; }
        public DateTime? FiledAt { get; init; }
    }
}
