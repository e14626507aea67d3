using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>承诺: all pledges of one year in one form; the superior's review, the publication, and what became of each.</summary>
public sealed class PledgesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : FiveInOnePage(db, user, clock)
{
    private const string None = "还没有填写承诺。";

    [BindProperty]
    public List<Row> Rows { get; set; } = [];

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty, Display(Name = "兑现日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public PledgeSheet? Sheet { get; private set; }

    /// <summary>The organisation's tasks of the year: those that can be promised, and those that are.</summary>
    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];
    public bool Writes => May(Act.WriteFiveInOne) && Sheet?.IsEditable != false;
    public bool Submits => May(Act.SubmitFiveInOne);
    public bool Reviews => May(Act.ReviewFiveInOne);

    public TaskView? TaskOf(Pledge pledge) => Tasks.FirstOrDefault(t => t.Id == pledge.WorkTaskId);

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id, int year) => Find(id, year) ? await ShowAsync() : NotFound();

    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostSaveAsync(int id, int year, int version) => ActAsync(id, year, Act.WriteFiveInOne, async () =>
    {
        await WriteAsync(version);
        return "承诺已保存。";
    }, ShowAsync, () => At("pledges"));

    [Needs(Act.SubmitFiveInOne)]
    public Task<IActionResult> OnPostSubmitAsync(int id, int year, int version) => ActAsync(id, year, Act.SubmitFiveInOne, async () =>
    {
        (await WriteAsync(version)).Submit(Current.Actor, Today);
        return $"承诺已报{Superior}审核。";
    }, ShowAsync, () => At("pledges"));

    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostPublishAsync(int id, int year, int version) => DoAsync(id, year, version, Act.WriteFiveInOne, sheet =>
    {
        sheet.Publish(Place?.Trim() ?? "", On ?? Today, Today);
        return "已登记公示。";
    });

    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostClaimAsync(int id, int year, int version, int no) => DoAsync(id, year, version, Act.WriteFiveInOne, sheet =>
    {
        sheet.Claim(PledgeOf(sheet, no), Words?.Trim() ?? "", Current.Actor, Today);
        return $"第{no}项已申报兑现，等待{Superior}确认。";
    });

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostApproveAsync(int id, int year, int version) => DoAsync(id, year, version, Act.ReviewFiveInOne, sheet =>
    {
        sheet.Approve(Current.Actor, Today);
        return "承诺已审核，可以公示。";
    });

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostReturnAsync(int id, int year, int version) => DoAsync(id, year, version, Act.ReviewFiveInOne, sheet =>
    {
        sheet.Return(Current.Actor, lease.Why = Words?.Trim() ?? "");
        return "承诺已退回修改。";
    });

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostSettleAsync(int id, int year, int version, int no, bool kept) => DoAsync(id, year, version, Act.ReviewFiveInOne, sheet =>
    {
        sheet.Settle(PledgeOf(sheet, no), kept, lease.Why = kept ? "" : Words?.Trim() ?? "", Current.Actor, Today);
        return $"第{no}项已确认{(kept ? "兑现" : "未兑现")}。";
    });

    private static Pledge PledgeOf(PledgeSheet sheet, int no) => There(sheet.Pledges.SingleOrDefault(p => p.No == no), "没有这项承诺，请刷新后重试。");

    private Task<IActionResult> DoAsync(int id, int year, int version, Act act, Func<PledgeSheet, string> what) => ActAsync(id, year, act, async () =>
    {
        var sheet = There(await Db.FindPledgesAsync(id, year), None);
        Expect(sheet, version);
        return what(sheet);
    }, ShowAsync, () => At("pledges"));

    private async Task<PledgeSheet> WriteAsync(int version)
    {
        var (id, year) = (Node.Id, Year);
        var sheet = await Db.FindPledgesAsync(id, year);
        if (sheet is null)
        {
            Db.Add(sheet = new PledgeSheet(id, year));
        }
        else
        {
            Expect(sheet, version);
        }

        var rows = Rows.Where(r => !r.IsEmpty).ToList();
        var chosen = rows.Select(r => r.Task ?? 0).ToArray();
        var tasks = await Db.WorkTasks.Where(t => t.OrganizationId == id && t.Year == year && chosen.Contains(t.Id)).ToDictionaryAsync(t => t.Id);
        sheet.Write([.. rows.Select(r => new PledgeText(r.Text?.Trim() ?? "", r.Mark?.Trim() ?? "", r.DueOn, r.Task is { } task ? There(tasks.GetValueOrDefault(task), "选用的任务已不在本年任务清单中，请重新选择。") : null))]);
        return sheet;
    }

    private async Task<IActionResult> ShowAsync()
    {
        var (id, year) = (Node.Id, Year);
        await ReadDaysAsync();
        Sheet = await Db.FindPledgesAsync(id, year);
        Carry(Sheet);
        if (Writes && Rows.Count == 0)
        {
            Rows = [.. Sheet?.Pledges.OrderBy(p => p.No).Select(p => new Row { Text = p.WorkTaskId is null ? p.Text : "", Mark = p.WorkTaskId is null ? p.Mark : "", DueOn = p.WorkTaskId is null ? p.DueOn : null, Task = p.WorkTaskId }) ?? []];
        }

        while (Rows.Count < PledgeSheet.Most)
        {
            Rows.Add(new Row());
        }

        var promised = Sheet?.Pledges.Select(p => p.WorkTaskId ?? 0).ToArray() ?? [];
        var writes = Writes;
        Tasks = writes || promised.Any(t => t != 0) ? await TaskView.ReadAsync(Db, Db.WorkTasks.Where(t => t.OrganizationId == id && t.Year == year && t.State != TaskState.Cancelled && (writes || promised.Contains(t.Id)))) : [];
        return Page();
    }

    public sealed class Row
    {
        public string? Text { get; set; }
        public string? Mark { get; set; }

        [Display(Name = "兑现时限")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "任务")]
        public int? Task { get; set; }

        public bool IsEmpty => Task is null && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Mark);
    }
}
