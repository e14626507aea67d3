using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>One opinion on its way to an answer; after the end of the rectification the community itself still answers it.</summary>
public sealed class OpinionModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseItemPage(db, user, clock)
{
    [BindProperty]
    public string? Handler { get; set; }

    [BindProperty, Display(Name = "办理时限")]
    public DateOnly? DueOn { get; set; }

    /// <summary>办理结果, or the reason why nothing can be done.</summary>
    [BindProperty]
    public string? Result { get; set; }

    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    /// <summary>告知对象.</summary>
    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public FeedbackWay? Way { get; set; }

    /// <summary>满意、不满意; null where the resident has not said.</summary>
    [BindProperty]
    public bool? Satisfied { get; set; }

    [BindProperty]
    public string? Complaint { get; set; }

    /// <summary>编号 of the opinion that carries it from now on.</summary>
    [BindProperty, Display(Name = "并入")]
    public int? Into { get; set; }

    [BindProperty]
    public OpinionCategory? Category { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    public ResidentOpinion Opinion { get; private set; } = null!;

    /// <summary>Others it could be merged into, and those merged into it.</summary>
    public IReadOnlyList<Other> Others { get; private set; } = [];
    public IEnumerable<Other> Merged => Others.Where(o => o.IntoId == Opinion.Id);
    public IEnumerable<Other> Targets => Others.Where(o => o.IntoId is null && ResidentOpinion.IsOpenIn(o.State) && o.State is not OpinionState.FedBack);
    public bool Answers => Current.May(Act.RecordRectification, Case.OrganizationId);
    public bool IsBefore(OpinionStep step) => Opinion.Step < step;

    protected override object Record => Opinion;

    protected override string Address => $"{Here}/opinions/{Opinion.No}";

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindAsync(id, no))
        {
            return NotFound();
        }

        (Version, On, Handler, DueOn, Category, Said) = (Db.VersionOf(Opinion), Today, Opinion.Handler, Opinion.DueOn, Opinion.Category, Opinion.Content);
        return await ShowAsync();
    }

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostCorrectAsync(int id, int no) => AsAsync(id, no, "意见原文已更正。", o => o.Correct(new(o.On, o.Source, Category ?? 0, Said?.Trim() ?? ""), Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostAssignAsync(int id, int no) => AsAsync(id, no, "已交办。", o =>
    {
        Rule.Require(DueOn is not null, "请填写办理时限。");
        o.Assign(Handler?.Trim() ?? "", DueOn!.Value);
    });

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostHandleAsync(int id, int no) => AsAsync(id, no, "办理结果已登记，请向居民反馈。", o => o.Handle(Result?.Trim() ?? "", Day, Current.Actor, Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostFeedBackAsync(int id, int no) => AsAsync(id, no, Satisfied switch { true => "居民满意，已办结。", false => "居民不满意，已退回重新办理。", null => "反馈已登记。" },
        o => o.FeedBack(new(Whom?.Trim() ?? "", Way ?? 0, Day), Satisfied, Complaint?.Trim() ?? "", Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostCloseAsync(int id, int no) => AsAsync(id, no, "已办结。", o => o.Close(Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostExplainAsync(int id, int no) => AsAsync(id, no, "已登记向居民说明的情况。", o => o.Explain(Result?.Trim() ?? "", new(Whom?.Trim() ?? "", Way ?? 0, Day), Today));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostReopenAsync(int id, int no) => AsAsync(id, no, "已退回重新办理。", o => o.Reopen(Complaint?.Trim() ?? ""));

    [Needs(Act.RecordRectification)]
    public Task<IActionResult> OnPostMergeAsync(int id, int no) => ActAsync(id, no, Act.RecordRectification, $"已并入第{Into}号意见。", async () =>
    {
        var into = await Db.ResidentOpinions.SingleOrDefaultAsync(o => o.CaseId == id && o.No == Into);
        Rule.Require(into is not null, "请选择并入哪一条意见。");
        Opinion.MergeInto(into!);
    });

    protected override async Task<bool> FindAsync(int id, int record)
    {
        if (await Db.ResidentOpinions.Include(o => o.Case).Include(o => o.MergedInto).SingleOrDefaultAsync(o => o.CaseId == id && o.No == record) is not { } found)
        {
            return false;
        }

        (Opinion, Case) = (found, found.Case);
        return true;
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        var id = Opinion.Id;
        Others = await Db.ResidentOpinions.Where(o => o.CaseId == Case.Id && o.Id != id && (o.MergedIntoId == id || (o.State != OpinionState.Merged && o.State != OpinionState.Closed && o.State != OpinionState.Explained)))
            .OrderBy(o => o.No).Select(o => new Other(o.No, o.Content, o.State, o.MergedIntoId)).ToListAsync();
        History = await AuditLog.HistoryOfAsync<ResidentOpinion>(Db, id, Current.Tree);
        return Page();
    }

    private DateOnly Day => On ?? throw new BrokenRuleException("请填写日期。");

    private Task<IActionResult> AsAsync(int id, int no, string told, Action<ResidentOpinion> does) => ActAsync(id, no, Act.RecordRectification, told, () => does(Opinion));

    public sealed record Other(int No, string Content, OpinionState State, int? IntoId);
}
