using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>Who should sign, who has, and where the others stand; every number of it opens its list.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

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
        var (lower, upper) = (db.NeedingAddendum(Party.Lower, Today), db.NeedingAddendum(Party.Upper, Today));
        var agreements = await db.Agreements.Where(a => a.Year == Year)
            .Select(a => new Found(a.Id, a.OrganizationId, a.UpperId, a.Stage, a.DueOn, a.EffectiveOn, lower.Any(n => n.Id == a.Id), upper.Any(n => n.Id == a.Id))).ToDictionaryAsync(a => a.OrganizationId);
        if (agreements.Count == 1 && agreements.ContainsKey(user.Post!.OrganizationId) && user.Scope.Ids.Count(id => user.Tree.Find(id) is { } n && ShouldSign(n)) == 1 && !user.Scope.Everything)
        {
            return Redirect($"/agreements/{agreements.Values.Single().Id}");
        }

        ToRenew = user.May(Act.SignAgreements) ? agreements.Values.Count(a => a.UpperNeedsAddendum && a.UpperId == user.Post!.OrganizationId) : 0;
        var year = await db.WorkYears.Where(y => y.Year == Year).Select(y => new { y.State, y.Scheme.AgreementDueDay }).SingleOrDefaultAsync();
        var due = new DateOnly(Year, 3, year?.AgreementDueDay ?? Scheme.DefaultAgreementDueDay);
        var all = year is null ? [] : user.Tree.InOrder
            .Where(n => (user.Scope.Everything || user.Scope.Ids.Contains(n.Id)) && (agreements.ContainsKey(n.Id) || ShouldSign(n)))
            .Select(n => Row.Of(n, user.Tree.CommitteeOn(n.Id, CutOff), agreements.GetValueOrDefault(n.Id), due, year.State is WorkYearState.Closed, Today)).ToList();
        var below = Committee is { } committee ? user.Tree.WithinOn(committee, CutOff) : null;
        Levels = [.. all.Where(r => below?.Contains(r.Node.Id) ?? true).GroupBy(r => r.Node.Level).OrderBy(g => g.Key).Select(g => new Figures(g.Key, [.. g]))];

        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        var rows = all.Where(r => (below?.Contains(r.Node.Id) ?? true) && (found?.Contains(r.Node.Id) ?? true) && (Level is null || r.Node.Level == Level) && (Domain is null || r.Node.Domain == Domain)
            && (Status is null || r.Status == Status) && (Signed is null || r.IsSigned == Signed) && (Late is null || r.IsLate == Late)).ToList();
        Total = rows.Count;
        P = Math.Clamp(P, 1, new Pager(1, PageSize, Total).Pages);
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize)];
        return Page();
    }

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

    public sealed record Found(int Id, int OrganizationId, int UpperId, AgreementStage Stage, DateOnly DueOn, DateOnly? EffectiveOn, bool LowerNeedsAddendum, bool UpperNeedsAddendum)
    {
        public bool NeedsAddendum => LowerNeedsAddendum || UpperNeedsAddendum;
    }

    public sealed record Row(OrgNode Node, OrgNode? Committee, int? Id, AgreementStatus Status, DateOnly DueOn, DateOnly? EffectiveOn, bool IsLate)
    {
        public bool IsSigned => EffectiveOn is not null;

        public static Row Of(OrgNode node, OrgNode? committee, Found? found, DateOnly due, bool yearIsClosed, DateOnly today) => new(node, committee, found?.Id,
            Agreement.StatusOf(found?.Stage, found?.NeedsAddendum ?? false, yearIsClosed), found?.DueOn ?? due, found?.EffectiveOn, Agreement.WasLate(found?.EffectiveOn, found?.DueOn ?? due, today));
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
