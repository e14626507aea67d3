using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.ThreeLists;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Documents;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>One organisation's lists of one year: three tabs, the check, and the acts of its filing.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ListsPage(db, user, clock)
{
    [BindProperty(SupportsGet = true)]
    public string Tab { get; set; } = "tasks";

    [BindProperty(SupportsGet = true)]
    public TaskLight? Light { get; set; }

    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ProblemView> Problems { get; private set; } = [];
    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public IReadOnlyList<DutyView> Duties { get; private set; } = [];
    public IReadOnlyList<Finding>? Findings { get; private set; }
    public IReadOnlyList<FilingAct> Acts { get; private set; } = [];

    /// <summary>Whether there is an effective agreement whose clauses must have tasks.</summary>
    public bool HasAgreement { get; private set; }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (problems, tasks, duties) = ListsImport.Rows(await LoadListsAsync());
        return File(ListsWorkbook.Write(Lists.Node.Name, Lists.Year, problems, tasks, duties),
            SheetWriter.ContentType, $"三单-{Lists.Node.ShortName}-{Lists.Year}.xlsx");
    }

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetWordAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var lists = await LoadListsAsync();
        return File(ListsDocument.Write(Lists.Node.Name, Lists.Year, Lists.FirstSubmittedAt is { } sent ? OfficeTime.DayOf(sent) : Today, lists.Problems, lists.Tasks, lists.Duties), WordDocument.ContentType, $"{Lists.Title}.docx");
    }

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) => MoveAsync(id, version, "已批准延期。",
        (filing, words) => filing.Extend(Current.Actor, Until ?? Today, words, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) => MoveAsync(id, version, "已解锁，可在期限内补报。",
        (filing, words) => filing.Unlock(Current.Actor, Until ?? Today, words, Now));

    [Needs(Act.FillLists)]
    public Task<IActionResult> OnPostPrepareAsync(int id, int version) => ActAsync(id, version, Act.FillLists, "已报书记，等待确认。", (filing, lists, now) =>
    {
        lists.FreezeInto(filing, now);
        filing.Prepare(Current.Actor, now);
    });

    /// <summary>签收 of everything that the superior has handed down to these lists.</summary>
    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostReceiveAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.FillLists, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var given = await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year && t.ParentId != null && t.ReceivedOn == null).ToListAsync();
        given.ForEach(t => t.Receive(Current.Actor, Today));
        await Db.SaveChangesAsync();
        Tell($"已签收上级分解下达的任务{string.Join('、', given.Select(t => t.No).Order())}。");
        return Redirect($"/lists/{id}?tab=tasks");
    }

    [Needs(Act.ConfirmLists)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int version) => ActAsync(id, version, Act.ConfirmLists, "已确认并报送上级。", (filing, lists, now) =>
    {
        lists.FreezeInto(filing, now);
        filing.Confirm(Current.Actor, now);
    });

    [Needs(Act.ReviewLists)]
    public Task<IActionResult> OnPostAcceptAsync(int id, int version) => ActAsync(id, version, Act.ReviewLists, "已通过并备案，任务开始执行。", (filing, lists, now) =>
    {
        filing.Accept(Current.Actor, now);
        lists.File();
    });

    private async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Action<Filing, Domain.ThreeLists.ThreeLists, DateTime> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(act, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var (filing, lists) = await LoadAsync();
        Db.Expect(filing, version);
        if (act is not Act.ReviewLists)
        {
            var (posts, clauses) = await CheckedAgainstAsync();
            var findings = lists.Check(posts, clauses);
            Rule.Require(findings.Count == 0, "还不能报送：" + string.Join("", findings.Take(5).Select(f => f.Sentence)) + (findings.Count > 5 ? $"等{findings.Count}项，详见“检查与报送”。" : ""));
        }

        what(filing, lists, Now);
        await Db.SaveChangesAsync();
        Tell(done);
        return Redirect($"/lists/{id}?tab=check");
    }

    private async Task<IActionResult> MoveAsync(int id, int version, string done, Action<Filing, string> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(Act.MoveDeadline, Lists.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Tab = "check";
        return await TryAsync(Db, async () =>
        {
            var (filing, _) = await LoadAsync();
            Db.Expect(filing, version);
            lease.Why = Reason?.Trim() ?? "";
            what(filing, lease.Why);
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/lists/{id}?tab=check");
        }, async () => await FindAsync(id) ? await ShowAsync() : NotFound());
    }

    private async Task<IActionResult> ShowAsync()
    {
        var (organization, year) = (Lists.OrganizationId, Lists.Year);
        switch (Tab)
        {
            case "problems":
                Problems = await Db.Problems.Where(p => p.OrganizationId == organization && p.Year == year).OrderBy(p => p.No)
                    .Select(p => new ProblemView(p.No, p.Source, p.Statement, p.Nature, p.Cause, p.Goal, p.Deadline, p.Leader, p.Owner, p.State, p.Relapses, p.Tasks.Where(t => t.OrganizationId == organization).OrderBy(t => t.No).Select(t => t.No).ToList()))
                    .ToListAsync();
                break;
            case "duties":
                Duties = await Db.DutyItems.Where(d => d.OrganizationId == organization && d.Year == year).OrderBy(d => d.No)
                    .Select(d => new DutyView(d.No, d.PostTitle, d.Holder, d.Character, d.Content, d.Frequency, d.Deadline, d.Tasks.Where(t => t.OrganizationId == organization).OrderBy(t => t.No).Select(t => t.No).ToList()))
                    .ToListAsync();
                break;
            case "check":
                var (posts, clauses) = await CheckedAgainstAsync();
                (Findings, HasAgreement) = ((await LoadListsAsync()).Check(posts, clauses), clauses.Count > 0);
                Acts = await Db.FilingActs.AsNoTracking().Where(a => a.FilingId == Lists.Id).OrderByDescending(a => a.Id).ToListAsync();
                break;
            default:
                Tab = "tasks";
                Tasks = [.. (await TaskView.MeasureAsync(Db, Current.Tree, await TaskView.ReadAsync(Db, Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year)), Today)).Where(t => Light is null || t.Light(Today) == Light)];
                break;
        }

        return Page();
    }

    public sealed record ProblemView(int No, ProblemSource Source, string Statement, ProblemNature Nature, string Cause, string Goal, Deadline Deadline,
        Responsible Leader, Responsible Owner, ProblemState State, int Relapses, List<int> Tasks);

    public sealed record DutyView(int No, string PostTitle, Responsible Holder, string Character, string Content, string Frequency, string Deadline, List<int> Tasks);
}
