using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>示范点 of a year: the programme, how many came how far, and the list; earlier names that still stand are in it.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private static readonly string[] Headers = ["党组织", "所属党（工）委", "年度", "领域", "类型", "主题", "申报日期", "推荐日期", "现场得分", "确定日期", "措施完成", "措施", "命名日期", "结束日期", "状态", "下一步"];
    private static readonly string[] Tones = ["blue", "green", "yellow", "grey"];

    [BindProperty(SupportsGet = true)]
    public SiteDomain? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public SiteStage? Stage { get; set; }

    /// <summary>Of the year's programme, those that came at least so far.</summary>
    [BindProperty(SupportsGet = true)]
    public SiteStep? Step { get; set; }

    /// <summary>Only those that wait for the department.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public SiteProgramme? Programme { get; private set; }
    public IReadOnlyList<SiteRow> All { get; private set; } = [];
    public IReadOnlyList<SiteRow> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public bool Manages => user.May(Act.ManageSites);
    public bool IsOpen => Programme?.PublishedOn is not null && Today >= Programme.DeclareFrom && Today <= Programme.DeclareUntil;
    public bool IsDistrictWide => user.IsDistrictWide;

    /// <summary>What is on at the moment, for whom the list is empty.</summary>
    public string Now => Programme is not { PublishedOn: not null } p ? "" : Today < p.DeclareFrom ? $"申报{Show.Words(p.DeclareFrom)}开始。"
        : Today <= p.DeclareUntil ? $"申报正在进行，{Show.Words(p.DeclareUntil)}截止。" : $"申报已于{Show.Words(p.DeclareUntil)}截止。";
    public bool Begins => IsOpen && user.MayAtHome(Act.DeclareSites) && user.Organization is { } own && SiteDomains.Of(own.Level, own.Domain) is { } of && Programme!.Numbers[of] > 0;

    /// <summary>Whom a committee can ask to declare itself.</summary>
    public IReadOnlyList<OrgNode> Asked => IsOpen && user.May(Act.EndorseSites) && user.Organization is { Level: OrganizationLevel.Committee } own
        ? [.. Tree.InOrder.Where(n => n.ClosedOn is null && Tree.IsAbove(own.Id, n.Id) && SiteDomains.Of(n.Level, n.Domain) is { } of && Programme!.Numbers[of] > 0)] : [];

    /// <summary>申报→推荐→实地查看→公示→确定→命名, each step by domain.</summary>
    public StackedBars Funnel => new("步骤", [.. Enum.GetValues<SiteDomain>().Select((d, i) => (d.Text(), Tones[i]))], [.. Enum.GetValues<SiteStep>().Select(step => new StackedBar(step.Text(), LinkOf(step, null),
        [.. Enum.GetValues<SiteDomain>().Select(d => (All.Count(r => r.Year == Year && r.Domain == d && r.Reached(step)), LinkOf(step, d)))]))]) { HasSum = false };

    [Needs(Act.ReadSites)]
    public async Task OnGetAsync()
    {
        var found = await SelectAsync();
        Pager = new(1, PageSize, found.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. found.Skip((Pager.Page - 1) * PageSize).Take(PageSize)];
    }

    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await SelectAsync();
        var layout = new SheetLayout("示范点", $"{Year}年党建示范点情况", [.. Headers.Select(h => new SheetColumn(h))], [.. rows.Select(r => (IReadOnlyList<object?>)
        [
            Tree[r.OrganizationId].Name, Tree.Find(r.CommitteeId)?.Name, $"{r.Year}年", r.Domain.Text(), r.Type, r.Theme, r.DeclaredOn, r.EndorsedOn, r.VisitScore, r.ConfirmedOn, r.Done * Quantity.One, r.Measures * Quantity.One, r.NamedOn, r.EndedOn, r.Word, r.Next(Today).Words,
        ])])
        {
            SecondLine = [$"共{rows.Count}个，按区委序列", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"党建示范点情况-{Year}.xlsx");
    }

    /// <summary>开始申报 by the organisation itself.</summary>
    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostBeginAsync() => BeginAsync(user.Post!.OrganizationId, true);

    /// <summary>请其申报: the committee begins the form that the organisation fills.</summary>
    [Needs(Act.EndorseSites)]
    public async Task<IActionResult> OnPostAskAsync(int organization) =>
        user.Tree.Find(organization) is null || !(user.Scope.Everything || user.Scope.Ids.Contains(organization)) ? NotFound()
        : !user.May(Act.EndorseSites, organization) || user.Tree.Committee(organization)?.Id != user.Post!.OrganizationId ? StatusCode(StatusCodes.Status403Forbidden)
        : await BeginAsync(organization, false);

    private async Task<IActionResult> BeginAsync(int organization, bool isOwn)
    {
        var (node, year) = (user.Tree[organization], Today.Year);
        var begun = await db.Filings.Where(f => f.OrganizationId == organization && f.Kind == FilingKind.SiteDeclaration && f.Year == year).Select(f => (int?)f.Id).SingleOrDefaultAsync();
        if (begun is null)
        {
            var programme = await db.SiteProgrammes.SingleOrDefaultAsync(p => p.Year == year) ?? throw new BrokenRuleException($"{year}年还没有示范创建方案。");
            var window = await db.Windows.SingleOrDefaultAsync(w => w.Year == year && w.Kind == FilingKind.SiteDeclaration && w.Level == node.Level) ?? throw new BrokenRuleException("创建方案还没有发布，不能申报。");
            var filing = SiteDeclaration.Begin(programme, window, organization, node.Level, node.Domain, Today);
            db.Add(filing);
            if (!isOwn)
            {
                db.Lease.Notes.Add(new AuditNote(nameof(SiteProgramme), $"{programme.Id}", "请下级申报", organization));
            }

            await db.SaveChangesAsync();
            begun = filing.Id;
        }

        Tell(isOwn ? "请填写申报表，由书记确认后提交。" : $"已请{node.ShortName}申报，申报表在其待办中。");
        return Redirect(isOwn ? $"/demonstration-sites/declarations/{begun}" : $"/demonstration-sites?year={year}");
    }

    private async Task<IReadOnlyList<SiteRow>> SelectAsync()
    {
        Year = ChosenYear(clock);
        Programme = await db.SiteProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.Year == Year);
        All = [.. (await SiteRow.ReadAsync(db, Year)).Where(r => Tree.Find(r.OrganizationId) is not null).OrderBy(r => Tree[r.OrganizationId].SortNo).ThenBy(r => r.Id)];
        var found = string.IsNullOrWhiteSpace(Words) ? null : Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        return [.. All.Where(r => (Domain is null || r.Domain == Domain) && (Stage is null || r.Stage == Stage) && (Step is not { } step || (r.Year == Year && r.Reached(step))) && (!Waiting || r.Next(Today).IsDepartments)
            && (Committee is not { } c || r.CommitteeId == c) && (found is null || found.Contains(r.OrganizationId) || r.Theme.Contains(Words!.Trim(), StringComparison.Ordinal)))];
    }

    private string LinkOf(SiteStep step, SiteDomain? domain) => $"/demonstration-sites?year={Year}&Step={step}{(domain is null ? "" : $"&Domain={domain}")}";
}
