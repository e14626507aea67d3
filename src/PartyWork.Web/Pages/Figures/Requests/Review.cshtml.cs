using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>审核 of one answer by the parent: pass, or send back with a reason.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AnswerPage(db, user, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "改好期限")]
    public DateOnly? DueOn { get; set; }

    [Needs(Act.ReviewAnswers)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var workdays = await Db.WorkdaysAsync();
        return await GetAsync(id, () => DueOn = workdays.After(Today, 3), Act.ReviewAnswers);
    }

    [Needs(Act.ReviewAnswers)]
    public Task<IActionResult> OnPostAcceptAsync(int id) => DecideAsync(id, "已审核通过。", _ => Filing.Accept(Current.Actor, Now));

    [Needs(Act.ReviewAnswers)]
    public Task<IActionResult> OnPostReturnAsync(int id) => DecideAsync(id, "已退回。", workdays =>
    {
        Node.RequireStanding();
        Filing.Return(Current.Actor, new Dictionary<string, string> { [DataAnswer.Key] = Reason?.Trim() ?? "" }, DueOn ?? Today, workdays, Now);
    });

    private Task<IActionResult> DecideAsync(int id, string done, Action<Workdays> what) => ActAsync(id, Act.ReviewAnswers, done, async () =>
    {
        Db.Lease.Why = Reason?.Trim() ?? "";
        what(await Db.WorkdaysAsync());
    });
}
