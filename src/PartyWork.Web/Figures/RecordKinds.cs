using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Figures;

/// <summary>How a record of one kind is called and opened.</summary>
/// <param name="Word">任务, 责任书.</param>
/// <param name="Find">Captions and addresses of these records, as far as the reader may see them.</param>
public sealed record RecordKind(string Word, Func<PartyWorkDb, IReadOnlyCollection<int>, IQueryable<RecordLink>> Find);

/// <summary>Address and caption of a record behind a figure.</summary>
public sealed class RecordLink
{
    public int Id { get; init; }
    public string Caption { get; init; } = "";

    /// <summary>Without the year, where the address ends in one: see <see cref="RecordKinds.AddressOf"/>.</summary>
    public string Address { get; init; } = "";
}

/// <summary>Every kind of record that a figure may count; a register is one under its key.</summary>
public static class RecordKinds
{
    public const string Organization = "organization", Task = "task", Problem = "problem", Report = "report", Agreement = "agreement", Ledger = "ledger", Coordination = "coordination", DataAnswer = "data-answer", AnnualResult = "annual-result", Survey = "survey", Pledge = "pledge", Debrief = "debrief",
        Case = "rectification-case", CaseVisit = "case-visit", CaseFund = "case-fund", CaseThing = "case-thing", Opinion = "resident-opinion", MonthlyReport = "monthly-report", Acceptance = "acceptance", Round = "round", Sheet = "score-sheet", RubricCategory = "rubric-category", RubricItem = "rubric-item", RubricCriterion = "rubric-criterion", Site = "demonstration-site", Belt = "demonstration-belt";

    private const string Life = "life.";

    private static readonly Dictionary<string, RecordKind> Kinds = new()
    {
        [Organization] = new("党组织", (db, ids) => db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new RecordLink { Id = o.Id, Caption = o.Name, Address = "/organizations/" + o.Id })),
        [Task] = new("任务", (db, ids) => db.WorkTasks.Where(t => EF.Parameter(ids).Contains(t.Id))
            .Join(db.Filings.Where(f => f.Kind == FilingKind.ThreeLists), t => new { t.OrganizationId, t.Year }, f => new { f.OrganizationId, f.Year },
                (t, f) => new RecordLink { Id = t.Id, Caption = t.Content, Address = "/lists/" + f.Id + "/tasks/" + t.No })),
        [Problem] = new("问题", (db, ids) => db.Problems.Where(p => EF.Parameter(ids).Contains(p.Id))
            .Join(db.Filings.Where(f => f.Kind == FilingKind.ThreeLists), p => new { p.OrganizationId, p.Year }, f => new { f.OrganizationId, f.Year },
                (p, f) => new RecordLink { Id = p.Id, Caption = p.Statement, Address = "/lists/" + f.Id + "/problems/" + p.No })),
        [Report] = new("季度报告", (db, ids) => db.Filings.Where(f => EF.Parameter(ids).Contains(f.Id))
            .Select(f => new RecordLink { Id = f.Id, Caption = f.Year + "年第" + f.Period + "季度报告", Address = "/reports/" + f.Id })),
        [DataAnswer] = new("数据征集", (db, ids) => db.Filings.Where(f => EF.Parameter(ids).Contains(f.Id))
            .Join(db.DataRequests, f => f.WindowId, r => r.WindowId, (f, r) => new RecordLink { Id = f.Id, Caption = r.Title, Address = "/figures/requests/answers/" + f.Id })),
        [AnnualResult] = new("年度考核结果", (db, ids) => db.AnnualResults.Where(r => EF.Parameter(ids).Contains(r.Id))
            .Select(r => new RecordLink { Id = r.Id, Caption = r.Round.Plan.Name + "年度总评", Address = "/assessments/results/" + r.SheetId })),
        [Agreement] = new("责任书", (db, ids) => db.Agreements.Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new RecordLink { Id = a.Id, Caption = a.Year + "年目标责任书，乙方签字人" + a.LowerSignature.Name, Address = "/agreements/" + a.Id })),
        [Coordination] = new("协调事项", (db, ids) => db.CoordinationItems.Where(i => EF.Parameter(ids).Contains(i.Id))
            .Select(i => new RecordLink { Id = i.Id, Caption = i.Request, Address = "/coordination/" + i.Id })),
        [Survey] = new("测评", (db, ids) => db.Surveys.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new RecordLink { Id = s.Id, Caption = s.Title, Address = "/surveys/" + s.Id })),
        [Case] = new("整顿社区", (db, ids) => db.RectificationCases.Where(c => EF.Parameter(ids).Contains(c.Id))
            .Join(db.Organizations, c => c.OrganizationId, o => o.Id, (c, o) => new RecordLink { Id = c.Id, Caption = o.Name + "整顿", Address = "/rectification/" + c.Id })),
        [CaseVisit] = new("走访", (db, ids) => db.CaseVisits.Where(v => EF.Parameter(ids).Contains(v.Id))
            .Select(v => new RecordLink { Id = v.Id, Caption = v.Visitor + "走访" + v.Building, Address = "/rectification/" + v.CaseId + "/visits/" + v.Id })),
        [CaseFund] = new("整顿资金", (db, ids) => db.RectificationFunds.Where(f => EF.Parameter(ids).Contains(f.Id))
            .Select(f => new RecordLink { Id = f.Id, Caption = f.Giver + "：" + f.Purpose, Address = "/rectification/" + f.CaseId + "/funds/" + f.Id })),
        [CaseThing] = new("惠民实事", (db, ids) => db.PracticalThings.Where(t => EF.Parameter(ids).Contains(t.Id))
            .Select(t => new RecordLink { Id = t.Id, Caption = t.Name, Address = "/rectification/" + t.CaseId + "/things/" + t.Id })),
        [Opinion] = new("居民意见", (db, ids) => db.ResidentOpinions.Where(o => EF.Parameter(ids).Contains(o.Id))
            .Select(o => new RecordLink { Id = o.Id, Caption = "意见" + o.No + "：" + o.Content, Address = "/rectification/" + o.CaseId + "/opinions/" + o.No })),
        [MonthlyReport] = new("整顿月报", (db, ids) => db.Filings.Where(f => EF.Parameter(ids).Contains(f.Id))
            .Select(f => new RecordLink { Id = f.Id, Caption = f.Year + "年" + f.Period + "月整顿月报", Address = "/rectification/reports/" + f.Id })),
        [Acceptance] = new("整顿验收", (db, ids) => db.Acceptances.Where(a => EF.Parameter(ids).Contains(a.Id))
            .Select(a => new RecordLink { Id = a.Id, Caption = "第" + a.No + "次验收", Address = "/rectification/acceptances/" + a.Id })),
        [Pledge] = new("承诺", (db, ids) => db.Pledges.Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new RecordLink { Id = p.Id, Caption = p.Text, Address = "/five-in-one/" + p.OrganizationId + "/" + p.Sheet.Year + "/pledges#p" + p.No })),
        [Debrief] = new("述职评议", (db, ids) => db.Debriefs.Where(d => EF.Parameter(ids).Contains(d.Id))
            .Select(d => new RecordLink { Id = d.Id, Caption = d.Year + "年度述职评议", Address = "/five-in-one/" + d.OrganizationId + "?year=" + d.Year })),
        [Site] = new("示范点", (db, ids) => db.DemonstrationSites.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new RecordLink { Id = s.Id, Caption = s.Theme, Address = "/demonstration-sites/" + s.Id })),
        [Belt] = new("示范区（带）", (db, ids) => db.DemonstrationBelts.Where(b => EF.Parameter(ids).Contains(b.Id))
            .Select(b => new RecordLink { Id = b.Id, Caption = b.Name, Address = "/demonstration-sites/belts/" + b.Id })),
        [Ledger] = new("书记台账", (db, ids) => db.PostHoldings.Where(h => EF.Parameter(ids).Contains(h.Id))
            .Select(h => new RecordLink { Id = h.Id, Caption = h.Person.Name + "　" + h.Title, Address = "/ledger/" + h.Id })),
        [Round] = new("考核", (db, ids) => db.Rounds.Where(r => EF.Parameter(ids).Contains(r.Id))
            .Select(r => new RecordLink { Id = r.Id, Caption = r.Plan.Name, Address = "/assessments?year=" + r.Year })),
        [Sheet] = new("考核评分表", (db, ids) => db.ScoreSheets.Where(s => EF.Parameter(ids).Contains(s.Id))
            .Select(s => new RecordLink { Id = s.Id, Caption = s.Round.Plan.Name, Address = s.Stage >= SheetStage.Feedback ? "/assessments/results/" + s.Id : "/assessments?year=" + s.Round.Year })),
        [RubricCategory] = new("考核细则的类", (db, ids) => db.Set<Domain.Assessments.RubricCategory>().Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new RecordLink { Id = c.Id, Caption = c.Code + " " + c.Name, Address = "/rubrics/" + c.RubricId + "#" + c.Code })),
        [RubricItem] = new("考核细则的项", (db, ids) => db.Set<Domain.Assessments.RubricCategory>().SelectMany(c => c.Items, (c, i) => new { Category = c, Item = i }).Where(x => EF.Parameter(ids).Contains(x.Item.Id))
            .Select(x => new RecordLink { Id = x.Item.Id, Caption = x.Item.Code + " " + x.Item.Name, Address = "/rubrics/" + x.Category.RubricId + "#" + x.Category.Code })),
        [RubricCriterion] = new("考核细则的条", (db, ids) => db.Set<Domain.Assessments.RubricCategory>().SelectMany(c => c.Items.SelectMany(i => i.Criteria), (c, x) => new { Category = c, Criterion = x }).Where(x => EF.Parameter(ids).Contains(x.Criterion.Id))
            .Select(x => new RecordLink { Id = x.Criterion.Id, Caption = x.Criterion.Code + " " + x.Criterion.Standard, Address = "/rubrics/" + x.Category.RubricId + "#" + x.Criterion.Code })),
    };

    /// <summary>An organisation's period of a form of organisational life, owed or kept: a cell of the grid, where the records stand behind it.</summary>
    public static string LifeOf(MeetingKind kind) => Life + kind;

    public static RecordKind Find(string kind) => kind.StartsWith(Life, StringComparison.Ordinal) ? OfLife(Enum.Parse<MeetingKind>(kind[Life.Length..]).Text()) : Kinds.GetValueOrDefault(kind) ?? OfRegister(Registers.Registers.All.Single(r => r.Key == kind));

    /// <summary>The form of organisational life whose grid stands behind it; null for every other kind.</summary>
    public static MeetingKind? LifeIn(string kind) => kind.StartsWith(Life, StringComparison.Ordinal) && Enum.TryParse<MeetingKind>(kind[Life.Length..], out var form) ? form : null;

    public static bool Knows(string kind) => LifeIn(kind) is not null || Kinds.ContainsKey(kind) || Registers.Registers.All.Any(r => r.Key == kind);

    /// <summary>What everybody signed in may open: names of organisations, surveys that are over, and what rubrics say.</summary>
    public static bool IsForEverybody(string kind) => kind is Organization or Survey or RubricCategory or RubricItem or RubricCriterion;

    private static RecordKind OfLife(string form) => new($"{form}达标情况", (db, ids) => db.Organizations.Where(o => EF.Parameter(ids).Contains(o.Id))
        .Select(o => new RecordLink { Id = o.Id, Caption = o.Name + form + "达标情况", Address = "/registers/meetings/grid?Kind=" + form + "&Committee=" + o.Id }));

    private static RecordKind OfRegister(Register register) => new(register.Name, (db, ids) => register.Captions(db, ids)
        .Select(c => new RecordLink { Id = c.Id, Caption = c.Text == "" ? register.Name : c.Text, Address = "/registers/" + register.Key + "/" + c.Id }));

    /// <summary>A ledger and the grid are opened for the year of the fact.</summary>
    internal static string AddressOf(string kind, RecordLink link, DateOnly on) =>
        kind == Ledger ? $"{link.Address}/{on.Year}" : kind.StartsWith(Life, StringComparison.Ordinal) ? $"{link.Address}&year={on.Year}" : link.Address;
}
