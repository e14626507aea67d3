using System.Linq.Expressions;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>班子和组织建设, and whose secretaries were trained.</summary>
internal static class OrganizationMetrics
{
    private const int MostMembers = 50, GraceDays = 30;
    private const string Lower = "截止日在册的基层党组织和党支部（不含党（工）委）中，";

    // The domain's own words for the two lengths of a term, for a query that can only choose between them.
    private static readonly int Short = Organization.TermYears(OrganizationKind.Branch, OrganizationDomain.Organ), Long = Organization.TermYears(OrganizationKind.Committee, OrganizationDomain.Organ);

    public static readonly IReadOnlyList<Figure> All =
    [
        new("org.approval_doc_present", "组建批复齐全", "", "本级首次隶属登记了批准文号的为1；没有登记的为未记录，请在党组织名录补登。")
        {
            Time = FigureTime.Stock, IsOwn = true, Sections = [AssessedOrganization], Facts = (db, p) => OrganizationFigures.At(db, p, o => o.Affiliations.OrderBy(a => a.From).First().Document != ""),
        },
        new("org.branch_over_50", "党员超50人支部数", "个", $"截止日在册、组织类别为党支部、党员超过{MostMembers}名的党组织；党员人数按现登记。")
        {
            Time = FigureTime.Stock, IsKeptByWork = true, Sections = [AssessedOrganization], Facts = (db, p) => OrganizationFigures.At(db, p, o => o.Kind == OrganizationKind.Branch && o.MemberCount > MostMembers),
        },
        new("org.with_secretary", "登记过书记的党组织数", "个", "截止日在册、截止日前登记过书记任职的党组织；没有登记过的不判断空缺。")
        {
            Time = FigureTime.Stock, Sections = [AssessedOrganization], Facts = (db, p) => OrganizationFigures.At(db, p, o => db.PostHoldings.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= p.Cutoff)),
        },
        new("org.secretary_vacant_days", "书记空缺天数", "天", "本级报告年度内没有书记在任的天数，到截止日止；由副书记主持工作而没有登记书记任职的，也为空缺。")
        {
            Fold = FigureFold.Sum, IsOwn = true, Among = "org.with_secretary", Sections = [AssessedOrganization], Facts = Vacancies,
        },
        new("org.children_secretary_vacant_over_30d", "下属书记空缺超30日党组织数", "个", Lower + $"书记离任已超过{GraceDays}日、截止日仍没有新任书记的；没有登记过书记的不判断。")
        {
            Time = FigureTime.Stock, Among = "org.with_secretary", Sections = [AssessedOrganization],
            Facts = (db, p) => OrganizationFigures.At(db, p, o => o.Level >= OrganizationLevel.Primary && db.PostHoldings.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= p.Cutoff)
                && !db.PostHoldings.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= p.Cutoff && (h.To == null || h.To >= p.Cutoff.AddDays(-GraceDays)))),
        },
        new("org.terms_known", "登记了换届日期的党组织数", "个", "截止日在册、登记了本届选举日期的党组织。") { Time = FigureTime.Stock, Sections = [AssessedOrganization], Facts = (db, p) => OrganizationFigures.At(db, p, o => o.ElectedOn <= p.Cutoff) },
        new("org.term_overdue_days", "换届逾期天数", "天", "本级任期届满至截止日的天数，没有届满的为0；社区党支部和各级党委、党总支任期5年，其他党支部3年。批准延期换届的，以登记的选举日期为准，请在更正中说明。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Sum, IsOwn = true, Among = "org.terms_known", Sections = [AssessedOrganization], Facts = (db, p) => Overdue(db, p, o => true, 0),
        },
        new("org.children_term_overdue", "下属换届逾期党组织数", "个", Lower + $"任期届满超过{GraceDays}日、没有登记新一届选举日期的；任期同“换届逾期天数”。")
        {
            Time = FigureTime.Stock, Among = "org.terms_known", Sections = [AssessedOrganization], Facts = (db, p) => Overdue(db, p, o => o.Level >= OrganizationLevel.Primary, GraceDays),
        },
        new("org.fulltime_party_worker", "专职党务人员", "人", "截止日在本级任副书记或党务干事的任职人次；是否专职以任职登记为准。")
        {
            Time = FigureTime.Stock, IsOwn = true, Among = "org.with_secretary", Sections = [AssessedOrganization],
            Facts = (db, p) => InPost(db, p, h => h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer).Select(h => new Fact { OrganizationId = h.OrganizationId, RecordKind = RecordKinds.Organization, RecordId = h.OrganizationId, Amount = 1, EnteredOn = null, On = h.From }),
        },

        Trained("training.secretary_classes", "书记集中培训次数", "次", FigureFold.Count, "本级书记报告年度内参加并达到出勤要求（出勤学时不少于总学时的80%）的培训班，按截止日前结束的班次计；学员按姓名和单位与任职登记对应。", true, h => h.Kind == PostKind.Secretary),
        Trained("training.secretary_hours", "书记年度学时", "学时", FigureFold.Sum, "本级书记报告年度内各培训班的出勤学时合计，按截止日前结束的班次计；在线学习等学时待学时登记后并入。", false, h => h.Kind == PostKind.Secretary),
        Trained("training.worker_classes", "党务干事培训次数", "次", FigureFold.Count, "本级副书记、党务干事报告年度内参加并达到出勤要求的培训班，一人一班计一次；学员按姓名和单位与任职登记对应。", true, h => h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer),
        new("training.lower_secretaries", "在任下级书记人数", "名", "截止日在任的基层党组织书记，一个党组织计一名，不含党支部和党（工）委书记。")
        {
            Time = FigureTime.Stock, Fold = FigureFold.Distinct, Sections = [AssessedMembers],
            Facts = (db, p) => InPost(db, p, h => h.Kind == PostKind.Secretary && h.Organization.Level == OrganizationLevel.Primary)
                .Select(h => new Fact { OrganizationId = h.OrganizationId, RecordKind = RecordKinds.Organization, RecordId = h.OrganizationId, Amount = 1, DistinctKey = h.OrganizationId + "", EnteredOn = null, On = h.From }),
        },
        new("training.lower_secretaries_trained", "已集中培训的下级书记人数", "名", "在任下级书记中，报告年度内参加培训班并达到出勤要求的，一个党组织计一名。")
        {
            Fold = FigureFold.Distinct, Sections = [AssessedMembers], Facts = (db, p) => Attended(db, p, true, h => h.Kind == PostKind.Secretary && h.Organization.Level == OrganizationLevel.Primary && (h.To == null || h.To >= p.Cutoff)),
        },
        new("training.children_secretary_rate", "下属书记集中培训率", "%", "已集中培训的下级书记人数÷在任下级书记人数。")
        {
            Fold = FigureFold.Ratio, Numerator = "training.lower_secretaries_trained", Denominator = "training.lower_secretaries", Sections = [AssessedMembers],
        },
    ];

    private static Figure Trained(string key, string name, string unit, FigureFold fold, string definition, bool enough, Expression<Func<PostHolding, bool>> who) => new(key, name, unit, definition)
    {
        Fold = fold, IsOwn = true, Sections = [AssessedMembers], Facts = (db, p) => Attended(db, p, enough, who),
    };

    /// <summary>Classes that holders of a post went to, for the organisation of the post; who they are is known by name and unit, as the trainees are written.</summary>
    private static IQueryable<Fact> Attended(PartyWorkDb db, Period p, bool enough, Expression<Func<PostHolding, bool>> who) =>
        Rows<TrainingClass>(db, c => c.On >= p.From && c.LastDay <= p.Cutoff).SelectMany(c => c.Trainees, (c, t) => new { Class = c, Trainee = t })
            .Where(x => !enough || x.Trainee.HoursPresent * 100 >= x.Class.Hours * TrainingClass.EnoughPercent)
            .Join(db.PostHoldings.Where(who), x => x.Trainee.Name, h => h.Person.Name, (x, h) => new { x.Class, x.Trainee, Holding = h })
            .Where(x => x.Holding.From <= x.Class.LastDay && (x.Holding.To == null || x.Holding.To >= x.Class.On) && (x.Trainee.Unit == x.Holding.Organization.Name || x.Trainee.Unit.StartsWith(x.Holding.Organization.Name + "（")))
            .Select(x => new Fact
            {
                OrganizationId = x.Holding.OrganizationId, RecordKind = Registers.Registers.TrainingClasses.Key, RecordId = x.Class.Id, Amount = x.Trainee.HoursPresent, DistinctKey = x.Holding.OrganizationId + "",
                On = x.Class.On, EnteredOn = x.Class.EnteredOn,
            });

    private static IQueryable<PostHolding> InPost(PartyWorkDb db, Period p, Expression<Func<PostHolding, bool>> which) =>
        db.PostHoldings.Where(h => h.From <= p.Cutoff && (h.To == null || h.To >= p.Cutoff) && OrganizationFigures.StandingOn(db, p).Any(o => o.Id == h.OrganizationId)).Where(which);

    /// <summary>Between a secretary who left and the next: from the day after, to the day before or the cut-off. Who was followed at once or beside left no gap.</summary>
    private static IQueryable<Fact> Vacancies(PartyWorkDb db, Period p)
    {
        var (from, until) = (p.From.DayNumber, p.Cutoff.DayNumber + 1);
        var secretaries = db.PostHoldings.Where(h => h.Kind == PostKind.Secretary);
        return secretaries.Where(h => h.To != null && h.To < p.Cutoff && OrganizationFigures.StandingOn(db, p).Any(o => o.Id == h.OrganizationId))
            .Where(h => !secretaries.Any(n => n.OrganizationId == h.OrganizationId && n.Id != h.Id && n.From <= h.To!.Value.AddDays(1) && (n.To == null || n.To > h.To || (n.To == h.To && n.Id > h.Id))))
            .Select(h => new { h.OrganizationId, To = h.To!.Value, Next = secretaries.Where(n => n.OrganizationId == h.OrganizationId && n.From > h.To && n.From <= p.Cutoff).Min(n => (DateOnly?)n.From) })
            .Where(x => x.Next == null || x.Next > p.From)
            .Select(x => new Fact
            {
                OrganizationId = x.OrganizationId, RecordKind = RecordKinds.Organization, RecordId = x.OrganizationId, EnteredOn = null, On = x.To.AddDays(1),
                Amount = (x.Next == null ? until : x.Next.Value.DayNumber) - (x.To < p.From ? from : x.To.DayNumber + 1),
            });
    }

    /// <summary>Whose term ended more than so many days before the cut-off.</summary>
    private static IQueryable<Fact> Overdue(PartyWorkDb db, Period p, Expression<Func<Organization, bool>> which, int days)
    {
        var (cutoff, last) = (p.Cutoff.DayNumber, p.Cutoff.AddDays(-days));
        return OrganizationFigures.StandingOn(db, p).Where(which).Where(o => o.ElectedOn != null)
            .Select(o => new { o.Id, Ends = o.Kind == OrganizationKind.Branch && o.Domain != OrganizationDomain.Community ? o.ElectedOn!.Value.AddYears(Short) : o.ElectedOn!.Value.AddYears(Long) })
            .Where(x => x.Ends < last)
            .Select(x => new Fact { OrganizationId = x.Id, RecordKind = RecordKinds.Organization, RecordId = x.Id, Amount = cutoff - x.Ends.DayNumber, EnteredOn = null, On = x.Ends });
    }
}
