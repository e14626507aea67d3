using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>One 数据征集: what is asked and why, who has answered what, who has not, and the sum of what was accepted.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private int _version;

    /// <summary>Only the answers that stand so; the sums above the list are of all.</summary>
    [BindProperty(SupportsGet = true)]
    public AnswerState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>撤回的理由.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public DataRequest Asked { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public string Name => $"{Asked.Year}年数据征集第{Asked.No}号";
    public IReadOnlyList<Row> Listed => [.. Rows.Where(r => State is null || r.Answers(Today) == State)];
    public IReadOnlyList<Row> Open => [.. Rows.Where(r => r.Answers(Today) is AnswerState.Open or AnswerState.Returned)];

    /// <summary>还有71个单位未报、1个退回待改.</summary>
    public string Missing => $"还有{Rows.Count(r => r.Answers(Today) is AnswerState.Open)}个单位未报{(Rows.Count(r => r.Answers(Today) is AnswerState.Returned) is > 0 and var back ? $"、{back}个退回待改" : "")}";

    /// <summary>Hundredths from accepted answers; null while there is none.</summary>
    public int? Total => Sum(FilingStage.Accepted);

    /// <summary>The same from what is handed in and not yet reviewed: shown beside it, never counted.</summary>
    public int? Pending => Sum(FilingStage.Submitted);

    /// <summary>Whether the reader is one who asks some of these organisations, and may remind them.</summary>
    public bool Chases => Open.Any(r => user.May(Act.Chase, r.OrganizationId));

    /// <summary>Whoever asked may take it back while it runs.</summary>
    public bool Withdraws => user.May(Act.AskForNumbers) && Asked.AskerId == user.Post!.OrganizationId && Asked.WithdrawnOn is null;

    [Needs(Act.ReadRequests)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Version = _version;
        return Page();
    }

    [Needs(Act.AskForNumbers)]
    public async Task<IActionResult> OnPostWithdrawAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !Rows.Any(r => user.May(Act.AskForNumbers, r.OrganizationId)) ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(db, async () =>
        {
            db.Expect(Asked, Version);
            var filings = await db.Filings.Include(f => f.Acts).Where(f => f.WindowId == Asked.WindowId).ToListAsync();
            var relieved = Asked.Withdraw(user.Post!.OrganizationId, Reason?.Trim() ?? "", filings, user.Actor, clock.Now);
            await db.SaveChangesAsync();
            Tell($"征集已撤回，{relieved}个单位不再需要报送。");
            return Redirect($"/figures/requests/{id}");
        }, async () =>
        {
            var shown = Version;
            await FindAsync(id);
            (Version, _) = IsOutdated ? (_version, ModelState.Remove(nameof(Version))) : (shown, false);
            return Page();
        });
    }

    [Needs(Act.ReadRequests)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var layout = new SheetLayout("数据征集", $"{Asked.Title}（{Asked.Unit}）", [new("上级党组织"), new("党组织"), new("数"), new("情况"), new("说明"), new("报送时间")],
            [.. Listed.Select(r => (IReadOnlyList<object?>)[Tree.Parent(r.OrganizationId)?.Name, Tree[r.OrganizationId].Name, r.IsHandedIn && r.Answer is Answer.Value ? r.Value : r.Print(), r.State(Today), r.Said, Show.Instant(r.First)])])
        {
            SecondLine = [$"统计日：{Show.Day(Asked.AsOf)}", $"截止：{Show.Day(Asked.Window.Due)}"],
            Notes = [$"口径：{Asked.Definition}", $"已通过合计：{Print(Total)}；已报待审：{Print(Pending)}。"],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"{Asked.Title}-{clock.Today:yyyyMMdd}.xlsx");
    }

    public string Print(int? hundredths) => hundredths is { } n ? Quantity.Print(n) + Asked.Unit : "—";

    /// <summary>For the work group: who has still to answer, in official order, by whom it is passed on.</summary>
    public string ChaseText() => string.Join('\n',
    [
        $"【{Asked.Title}】{Show.Words(Asked.Window.Due)}24:00{(Asked.Window.Due < Today ? "已到期" : "截止")}，{Missing}：",
        .. Open.GroupBy(r => Tree.Parent(r.OrganizationId)?.ShortName).SelectMany(g => g.Select(r => $"　{Tree[r.OrganizationId].Name}（{r.State(Today)}）").Prepend($"\n{g.Key}")),
        $"\n办理地址：{Request.Scheme}://{Request.Host}{Request.PathBase}/figures/requests",
    ]);

    private int? Sum(FilingStage stage) => Rows.Where(r => r.Stage == stage && r.Answer is Answer.Value).ToList() is { Count: > 0 } said ? said.Sum(r => r.Value ?? 0) : null;

    private async Task<bool> FindAsync(int id)
    {
        if (await AskedFigures.Readable(db).Include(r => r.Window).SingleOrDefaultAsync(r => r.Id == id) is not { } request)
        {
            return false;
        }

        (Asked, _version) = (request, db.VersionOf(request));
        Rows = [.. (await db.Filings.Where(f => f.WindowId == request.WindowId && (f.Stage != FilingStage.Lapsed || f.FirstSubmittedAt != null))
            .Select(f => new
            {
                f.Id, f.OrganizationId, f.Stage, First = f.FirstSubmittedAt, f.Window.Opens, Due = f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil,
                Row = f.Rows.Select(r => new { r.Answer, r.Value, r.Words, r.ReturnReason }).FirstOrDefault(),
            }).ToListAsync())
            .Where(f => user.Tree.Find(f.OrganizationId) is not null)
            .Select(f => new Row(f.Id, f.OrganizationId, f.Stage, f.First, f.Opens, f.Due, f.Locks, f.UnlockedUntil, f.Row?.Answer ?? Answer.Unanswered, f.Row?.Value, f.Row?.Words ?? "", f.Row?.ReturnReason))
            .OrderBy(f => user.Tree[f.OrganizationId].SortNo)];
        return true;
    }

    public enum AnswerState
    {
        [System.ComponentModel.Description("未报")] Open,
        [System.ComponentModel.Description("已退回")] Returned,
        [System.ComponentModel.Description("待审")] Pending,
        [System.ComponentModel.Description("已通过")] Accepted,
    }

    public sealed record Row(int Id, int OrganizationId, FilingStage Stage, DateTime? First, DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil, Answer Answer, int? Value, string Words, string? ReturnReason)
    {
        public AnswerState Answers(DateOnly today) => Status(today) switch
        {
            FilingStatus.Accepted => AnswerState.Accepted,
            FilingStatus.Submitted => AnswerState.Pending,
            FilingStatus.Returned => AnswerState.Returned,
            _ => AnswerState.Open,
        };

        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);

        public string State(DateOnly today) => Status(today).Text() + (Filing.WasLate(First, Due) ? "（补报）" : "");

        /// <summary>What nobody has handed in, or is being mended, is the clerk's draft and is not shown.</summary>
        public bool IsHandedIn => Stage is FilingStage.Submitted or FilingStage.Accepted;

        public string Said => IsHandedIn ? Words : "";

        public string Print() => !IsHandedIn || Answer is Answer.Unanswered ? "" : Answer is Answer.Nil ? DataAnswer.Nil : Value is { } n ? Quantity.Print(n) : "";
    }
}
