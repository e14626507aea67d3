using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>党组织名录: the affiliation tree, opened step by step, or what a search finds. Always in official order.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;
    public const string WorkbookType = SheetWriter.ContentType;

    /// <summary>关键词.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationDomain? Domain { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    /// <summary>只看有问题的.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Issues { get; set; }

    /// <summary>只看书记空缺的.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Vacant { get; set; }

    /// <summary>只看任期已满或将满的.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Term { get; set; }

    /// <summary>含已撤并的; a search by words always finds them.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    /// <summary>Code of the organisation that is opened, with all above it; by default the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    /// <summary>全部展开.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>Page number of a search.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public OrgTree Tree => user.Tree;
    public IReadOnlyList<OrganizationRow> Rows { get; private set; } = [];
    public IReadOnlySet<int> Open { get; private set; } = new HashSet<int>();
    public int Found { get; private set; }
    public int WithIssues { get; private set; }
    public bool IsSearch => Words.Length > 0 || Closed || Domain is not null || Level is not null || Issues || Vacant || Term;
    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);
    public bool MayManage => user.May(Act.ManageOrganizations);

    private string Words => Q?.Trim() ?? "";

    /// <summary>Says so when only a former name matches.</summary>
    public string FoundBy(OrgNode node) => Words.Length == 0 || node.Name.Contains(Words, StringComparison.OrdinalIgnoreCase)
        || node.FormerNames.LastOrDefault(n => n.Name.Contains(Words, StringComparison.OrdinalIgnoreCase)) is not { } former ? ""
        : $"曾用名“{former.Name}”，用至{Show.Day(former.To)}";

    [Needs(Act.ReadOrganizations)]
    public async Task OnGetAsync()
    {
        var rows = await SelectAsync();
        Found = rows.Count;
        P = Math.Clamp(P, 1, Pages);
        Rows = IsSearch ? [.. rows.Skip((P - 1) * PageSize).Take(PageSize)] : rows;
    }

    [Needs(Act.ReadOrganizations)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        var rows = await SelectAsync();
        string[] shown = [Words, Domain?.Text() ?? "", Level?.Text() ?? "", Issues ? "只看有问题的" : "", Vacant ? "书记空缺" : "", Term ? "任期已满或将满" : "", Closed ? "含已撤并的" : ""];
        var scope = IsSearch ? string.Join("、", shown.Where(s => s.Length > 0)) : All ? "全部" : "页面所展开的党组织";
        return File(OrganizationsExport.Write(rows, Tree, $"{scope}（{rows.Count}个）", clock.Today), WorkbookType, $"党组织名录-{Show.Day(clock.Today)}.xlsx");
    }

    /// <summary>The address of this list with another page, or of its export.</summary>
    public string Address(int? page = null, string? handler = null)
    {
        (string Key, string? Value)[] parts =
        [
            ("handler", handler), ("q", Words), ("domain", Domain?.ToString()), ("level", Level?.ToString()), ("issues", Issues ? "true" : null),
            ("vacant", Vacant ? "true" : null), ("term", Term ? "true" : null), ("closed", Closed ? "true" : null),
            ("under", IsSearch ? null : Under), ("all", All ? "true" : null), ("p", page?.ToString(CultureInfo.InvariantCulture)),
        ];
        return "/organizations" + QueryString.Create(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value)));
    }

    private async Task<List<OrganizationRow>> SelectAsync()
    {
        var rows = await new OrganizationRows(db, Tree, clock.Today).ReadAsync(null);
        WithIssues = rows.Values.Count(r => r.Notices.Count > 0);
        Open = OpenPath();
        var nodes = (IsSearch ? (Words.Length > 0 ? Tree.Search(Words) : Tree.InOrder).Where(n => (Domain is null || n.Domain == Domain) && (Level is null || n.Level == Level))
            : Tree.InOrder.Where(n => All || n.ParentId is not { } parent || Open.Contains(parent))).Where(n => n.ClosedOn is null || Closed || Words.Length > 0);
        return [.. nodes.Where(n => rows.ContainsKey(n.Id)).Select(n => rows[n.Id]).Where(r => (!Issues || r.Notices.Count > 0)
            && (!Vacant || r.Notices.Any(n => n.Word is "书记空缺" or "无书记")) && (!Term || r.Notices.Any(n => n.Word is "任期已满" or "任期将满")))];
    }

    private HashSet<int> OpenPath()
    {
        var open = new HashSet<int>();
        var node = Under is null ? user.Organization : Tree.InOrder.FirstOrDefault(n => n.Code == Under);
        for (node ??= Tree.District; node is not null; node = Tree.Parent(node.Id))
        {
            open.Add(node.Id);
        }

        return open;
    }
}
