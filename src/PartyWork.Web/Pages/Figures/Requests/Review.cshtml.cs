using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>审核 of one answer by the parent: pass, send back with a reason, extend, unlock.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : AnswerPage(db, user, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [Needs(Act.ReviewAnswers)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        DueOn = (await Db.WorkdaysAsync()).After(Today, 3);
        return Reviews ? Page() : StatusCode(StatusCodes.Status403Forbidden);
    }

    [Needs(Act.ReviewAnswers)]
    public Task<IActionResult> OnPostAcceptAsync(int id, int version) => DecideAsync(id, version, Act.ReviewAnswers, "已审核通过。", () => Filing.Accept(Current.Actor, Now));

    [Needs(Act.ReviewAnswers)]
    public Task<IActionResult> OnPostReturnAsync(int id, int version) =>
        ActAsync(id, version, Act.ReviewAnswers, "已退回。", async () =>
        {
            Node.RequireStanding();
            Filing.Return(Current.Actor, new Dictionary<string, string> { [DataAnswer.Key] = Reason?.Trim() ?? "" }, DueOn ?? Today, await Db.WorkdaysAsync(), Now);
        });

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) =>
        DecideAsync(id, version, Act.MoveDeadline, "已批准延期。", () => Filing.Extend(Current.Actor, Until ?? Today, Reason?.Trim() ?? "", Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) =>
        DecideAsync(id, version, Act.MoveDeadline, "已解锁，可在期限内补报。", () => Filing.Unlock(Current.Actor, Until ?? Today, Reason?.Trim() ?? "", Now));

    private Task<IActionResult> DecideAsync(int id, int version, Act act, string done, Action what) => ActAsync(id, version, act, done, () =>
    {
        lease.Why = Reason?.Trim() ?? "";
        what();
        return Task.CompletedTask;
    });
}
