using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>One organisation's answer: a number, 无此项, or not yet; the clerk hands it over, the secretary confirms.</summary>
public sealed class AnswerModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AnswerPage(db, user, clock)
{
    /// <summary>有数 or 无此项.</summary>
    [BindProperty]
    public Answer? Choice { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    /// <summary>延期 and 解锁 by those above.</summary>
    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool Editable => Fills && Filing.IsEditable(DataAnswer.Key, Today);

    [Needs(Act.ReadRequests)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () => (Choice, Value, Words) = (Answer.Row?.Answer, Typed.Print(Answer.Row?.Value), Answer.Row?.Words));

    [Needs(Act.AnswerRequests)]
    public Task<IActionResult> OnPostSaveAsync(int id) => ActAsync(id, Act.AnswerRequests, "已暂存。", () => Write(() => { }));

    [Needs(Act.AnswerRequests)]
    public Task<IActionResult> OnPostPrepareAsync(int id) =>
        ActAsync(id, Act.AnswerRequests, "已报书记，等待书记确认。", () => Write(() => Answer.Prepare(Current.Actor, Now)));

    [Needs(Act.AnswerRequests)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id) =>
        ActAsync(id, Act.AnswerRequests, "已按书记线下签字报送；书记登录后请补确认。", () => Write(() =>
        {
            Rule.Require(SignedOn is not null, "请填写书记签字日期。");
            Answer.SignOffline(Current.Actor, SignedOn!.Value, Now);
        }));

    /// <summary>The secretary may mend the number in the same press.</summary>
    [Needs(Act.ConfirmAnswers)]
    public Task<IActionResult> OnPostConfirmAsync(int id) =>
        ActAsync(id, Act.ConfirmAnswers, "已确认并报送上级。", () => Write(() => Answer.Confirm(Current.Actor, Now)));

    [Needs(Act.ConfirmAnswers)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id) =>
        ActAsync(id, Act.ConfirmAnswers, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id) => ExtendAsync(id, Until, Reason);

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id) => UnlockAsync(id, Until, Reason);

    private void Write(Action then)
    {
        var row = Answer.Row;
        var (choice, value, words) = (Choice ?? Domain.Filings.Answer.Unanswered, Typed.Number(Value, Asked.Title), Words?.Trim() ?? "");
        if ((choice, choice is Domain.Filings.Answer.Value ? value : null, words) != (row?.Answer ?? Domain.Filings.Answer.Unanswered, row?.Value, row?.Words ?? ""))
        {
            Answer.Write(choice, value, words, Now);
        }

        then();
    }
}
