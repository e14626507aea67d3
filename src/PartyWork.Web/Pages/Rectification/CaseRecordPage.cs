using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>A page of the records of one case: visits, opinions, funds, practical things, leaders' visits, supervision notes.</summary>
public abstract class CaseRecordPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    /// <summary>Made when the form was opened: sent twice, it is saved once.</summary>
    [BindProperty]
    public Guid Once { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public RectificationCase Case { get; protected set; } = null!;
    public OrgNode Community => user.Tree[Case.OrganizationId];
    public string Here => $"/rectification/{Case.Id}";
    public DateOnly Today => clock.Today;
    public bool IsOpen => Case.ListedOn is not null && Case.EndedOn is null;

    /// <summary>Whether the reader may write down what was done, while the case goes on.</summary>
    public bool MayRecord => IsOpen && user.May(Act.RecordRectification, Case.OrganizationId);

    /// <summary>Household numbers are for those who go there: the community's own line and its helpers.</summary>
    public bool SeesHouseholds => user.May(Act.RecordRectification, Case.OrganizationId);

    public (string, string)[] Crumbs => [("后进社区整顿", "/rectification"), (Community.ShortName, Here)];

    public (string, string)[] CrumbsTo(string word, string at) => [.. Crumbs, (word, $"{Here}/{at}")];

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    protected async Task<bool> FindCaseAsync(int id)
    {
        var found = await db.RectificationCases.SingleOrDefaultAsync(c => c.Id == id);
        Case = found!;
        return found is not null;
    }

    /// <summary>The case is not the reader's to see (404), or the act not the reader's to do there (403); null when it may go on.</summary>
    protected async Task<IActionResult?> RefusalAsync(int id, Act act) => !await FindCaseAsync(id) ? NotFound() : user.May(act, Case.OrganizationId) ? null : StatusCode(StatusCodes.Status403Forbidden);

    /// <param name="chosen">What the list was narrowed to; blank for all.</param>
    protected FileContentResult Exported(string name, string[] headers, IReadOnlyList<IReadOnlyList<object?>> rows, string chosen = "")
    {
        var layout = new SheetLayout(name, $"{Community.Name}{name}", [.. headers.Select(h => new SheetColumn(h))], rows)
        {
            SecondLine = [$"范围：{(chosen.Length > 0 ? chosen : "全部")}（{rows.Count}条）", $"数据截至：{Show.Instant(clock.Now)}"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"{name}-{Community.ShortName}-{Today:yyyyMMdd}.xlsx");
    }
}
