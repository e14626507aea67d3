using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>Who should sign, who has, and where the others stand; every number of it opens its list, and the list goes out as a workbook.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private static readonly string[] Headers = ["党组织（乙方）", "层级", "所属党（工）委", "状态", "是否逾期", "签订截止", "生效日期", "乙方签字", "甲方签字"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    /// <summary>党（工）委: it and everything below it.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationDomain? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public AgreementStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Signed { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<Figures> Levels { get; private set; } = [];
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user, CutOff);

    /// <summary>The day by whose affiliations the year's rows are counted.</summary>
    public DateOnly CutOff => OrgTree.CutOff(Year, Today);

    /// <summary>Agreements that wait for the reader's addendum as 甲方.</summary>
    public int ToRenew { get; private set; }
    public bool MayManage => user.May(Act.ManageAgreements) && user.Post is { } post && user.Tree.Children(post.OrganizationId).Any(); // without subordinates there is nobody to issue to
    public DateOnly Today => clock.Today;

    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetAsync()
    {
        Year = ChosenYear(clock);
        var agreements = await FoundAsync();
        if (agreements.Count == 1 && agreements.ContainsKey(user.Post!.OrganizationId) && user.Scope.Ids.Count(id => user.Tree.Find(id) is { } n && ShouldSign(n)) == 1 && !user.Scope.Everything)
        {
            return Redirect($"/agreements/{agreements.Values.Single().Id}");
        }

        ToRenew = user.May(Act.SignAgreements) ? agreements.Values.Count(a => a.UpperNeedsAddendum && a.UpperId == user.Post!.OrganizationId) : 0;
        var all = await AllAsync(agreements);
        Levels = [.. all.GroupBy(r => r.Node.Level).OrderBy(g => g.Key).Select(g => new Figures(g.Key, [.. g]))];
        var rows = Chosen(all);
        Total = rows.Count;
        P = Math.Clamp(P, 1, new Pager(1, PageSize, Total).Pages);
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    /// <summary>The rows of the screen, all its pages, in its order.</summary>
    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        Year = ChosenYear(clock);
        var rows = Chosen(await AllAsync(await FoundAsync()));
        string[] chosen = [user.Tree.Find(Committee)?.Name ?? "", Level?.Text() ?? "", Domain?.Text() ?? "", Status?.Text() ?? "", WordOf(Signed, "已签", "未签"), WordOf(Late, "逾期", "按时"), Words?.Trim() ?? ""];
        var scope = string.Join("、", chosen.Where(c => c.Length > 0));
        var layout = new SheetLayout("责任书", $"{Year}年目标责任书签订情况", [.. Headers.Select(h => new SheetColumn(h))],
            [.. rows.Select(r => (IReadOnlyList<object?>)[r.Node.Name, r.Node.Level.Text(), r.Committee?.Name, r.Status.Text(), r.Lateness, r.DueOn, r.EffectiveOn, r.LowerSigner, r.UpperSigner])])
        {
            SecondLine = [$"范围：{(scope.Length > 0 ? scope : "全部")}（应签{rows.Count}份，已签{rows.Count(r => r.IsSigned)}份）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"责任书签订情况-{Year}.xlsx");
    }

    private async Task<IReadOnlyDictionary<int, Found>> FoundAsync()
    {
        var (lower, upper) = (db.NeedingAddendum(Party.Lower, Today), db.NeedingAddendum(Party.Upper, Today));
        return await db.Agreements.Where(a => a.Year == Year)
            .Select(a => new Found(a.Id, a.OrganizationId, a.UpperId, a.Stage, a.DueOn, a.EffectiveOn, a.LowerSignature.Name, a.UpperSignature.Name, lower.Any(n => n.Id == a.Id), upper.Any(n => n.Id == a.Id))).ToDictionaryAsync(a => a.OrganizationId);
    }

    /// <summary>Everybody who should sign in the year, within the chosen committee.</summary>
    private async Task<IReadOnlyList<Row>> AllAsync(IReadOnlyDictionary<int, Found> agreements)
    {
        var year = await db.WorkYears.Where(y => y.Year == Year).Select(y => new { y.State, y.Scheme.AgreementDueDay }).SingleOrDefaultAsync();
        var due = new DateOnly(Year, 3, year?.AgreementDueDay ?? Scheme.DefaultAgreementDueDay);
        var below = Committee is { } committee ? user.Tree.WithinOn(committee, CutOff) : null;
        return year is null ? [] : [.. user.Tree.InOrder
            .Where(n => below?.Contains(n.Id) != false && (user.Scope.Everything || user.Scope.Ids.Contains(n.Id)) && (agreements.ContainsKey(n.Id) || ShouldSign(n)))
            .Select(n => Row.Of(n, user.Tree.CommitteeOn(n.Id, CutOff), agreements.GetValueOrDefault(n.Id), due, year.State is WorkYearState.Closed, Today))];
    }

    private List<Row> Chosen(IReadOnlyList<Row> all)
    {
        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        return [.. all.Where(r => (found?.Contains(r.Node.Id) ?? true) && (Level is null || r.Node.Level == Level) && (Domain is null || r.Node.Domain == Domain)
            && (Status is null || r.Status == Status) && (Signed is null || r.IsSigned == Signed) && (Late is null || r.IsLate == Late))];
    }

    private static string WordOf(bool? chosen, string yes, string no) => chosen switch { true => yes, false => no, _ => "" };

    /// <summary>补签 for 甲方, whose signer is a new one: all its agreements of the year in one act.</summary>
    [Needs(Act.SignAgreements)]
    public async Task<IActionResult> OnPostAddendaAsync()
    {
        var (year, own) = (ChosenYear(clock), user.Post!.OrganizationId);
        var agreements = await db.NeedingAddendum(Party.Upper, Today).Where(a => a.UpperId == own && a.Year == year).Include(a => a.Addenda.OrderBy(d => d.Id)).ToListAsync();
        var left = agreements.RemoveAll(a => a.SignerOf(Party.Lower) == user.PersonId); // who was 乙方 there until now
        Rule.Require(agreements.Count > 0, left > 0 ? "请乙方现任负责同志先补签。" : "没有需要甲方补签的责任书。");
        agreements.ForEach(a => a.SignAddendum(Party.Upper, user.Actor, Today));
        agreements.ForEach(db.Touch);
        await db.SaveChangesAsync();
        Tell($"已补签{agreements.Count}份责任书，各条款和原签字继续有效。{(left > 0 ? $"另有{left}份原由您代表乙方签订，请乙方现任负责同志先补签。" : "")}");
        return Redirect($"/agreements?year={year}");
    }

    /// <summary>The address of the list that a number counts.</summary>
    public string At(OrganizationLevel level, string filter) => $"/agreements?year={Year}&Level={level}{(Committee is { } c ? $"&Committee={c}" : "")}{filter}";

    private static bool ShouldSign(OrgNode node) => node.Level is OrganizationLevel.Committee or OrganizationLevel.Primary && node.ClosedOn is null;

    public sealed record Found(int Id, int OrganizationId, int UpperId, AgreementStage Stage, DateOnly DueOn, DateOnly? EffectiveOn, string LowerSigner, string UpperSigner, bool LowerNeedsAddendum, bool UpperNeedsAddendum)
    {
        public bool NeedsAddendum => LowerNeedsAddendum || UpperNeedsAddendum;
    }

    public sealed record Row(OrgNode Node, OrgNode? Committee, int? Id, AgreementStatus Status, DateOnly DueOn, DateOnly? EffectiveOn, bool IsLate, string LowerSigner, string UpperSigner)
    {
        public bool IsSigned => EffectiveOn is not null;

        /// <summary>Empty while nothing is late.</summary>
        public string Lateness => !IsLate ? "" : IsSigned ? "逾期签订" : "逾期未签";

        public static Row Of(OrgNode node, OrgNode? committee, Found? found, DateOnly due, bool yearIsClosed, DateOnly today) => new(node, committee, found?.Id,
            Agreement.StatusOf(found?.Stage, found?.NeedsAddendum ?? false, yearIsClosed), found?.DueOn ?? due, found?.EffectiveOn, Agreement.WasLate(found?.EffectiveOn, found?.DueOn ?? due, today), found?.LowerSigner ?? "", found?.UpperSigner ?? "");
    }

    public sealed record Figures(OrganizationLevel Level, IReadOnlyList<Row> Rows)
    {
        public int Signed => Rows.Count(r => r.IsSigned);
        public int OnTime => Rows.Count(r => r.IsSigned && !r.IsLate);
        public int SignedLate => Rows.Count(r => r.IsSigned && r.IsLate);
        public int Overdue => Rows.Count(r => !r.IsSigned && r.IsLate);
        public int NotIssued => Rows.Count(r => r.Status is AgreementStatus.NotIssued);
        public int Addendum => Rows.Count(r => r.Status is AgreementStatus.NeedsAddendum);
    }
}
