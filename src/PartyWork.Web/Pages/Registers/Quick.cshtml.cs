using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>快速登记: what was held, when, how many, about what; everything else can be added on the record itself.</summary>
public sealed class QuickModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty, Display(Name = "召开日期")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "应到人数")]
    public int? Due { get; set; }

    [BindProperty, Display(Name = "实到人数")]
    public int? Present { get; set; }

    [BindProperty, StringLength(300, ErrorMessage = "主题不超过300个字。")]
    public string? Topic { get; set; }

    public OrgNode Own => user.Organization!;

    /// <summary>The last one held: as many are mostly due again.</summary>
    public Last? Before { get; private set; }

    [Needs(Act.KeepRegisters)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        (On, Due) = (clock.Today, Before?.Due);
    }

    [Needs(Act.KeepRegisters)]
    public Task<IActionResult> OnPostAsync() => !user.May(Act.KeepRegisters, Own.Id) ? Task.FromResult<IActionResult>(StatusCode(StatusCodes.Status403Forbidden)) : TryAsync(db, async () =>
    {
        Ask(nameof(Kind), Words.Parse<MeetingKind>(Kind ?? "") is null, "请选择类型。");
        Ask(nameof(On), On is null, "请填写召开日期。");
        Ask(nameof(Due), Due is null, "请填写应到人数。");
        Ask(nameof(Present), Present is null, "请填写实到人数。");
        Ask(nameof(Topic), string.IsNullOrWhiteSpace(Topic), "请填写主题。");
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        var meeting = new MeetingRecord { OrganizationId = Own.Id, Kind = Words.Parse<MeetingKind>(Kind!)!.Value, On = On!.Value, Due = Due!.Value, Present = Present!.Value, Topic = Topic!.Trim() };
        meeting.Enter(user.Actor, clock.Today);
        db.Add(meeting);
        await db.SaveChangesAsync();
        Tell($"已登记：{On:M月d日}的{Kind}。主持人、决议等可以在记录中补充。");
        return Redirect($"/registers/meetings/{meeting.Id}");
    }, AgainAsync);

    /// <summary>Everything that is missing is told at once; what cannot be read has its own sentence already.</summary>
    private void Ask(string field, bool isMissing, string sentence)
    {
        if (isMissing && ModelState.GetFieldValidationState(field) is not ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => Before = await db.Set<MeetingRecord>().Where(m => m.OrganizationId == Own.Id && m.WithdrawnOn == null).OrderByDescending(m => m.On).ThenByDescending(m => m.Id)
        .Select(m => new Last(m.Id, m.On, m.Kind, m.Topic, m.Due)).FirstOrDefaultAsync();

    public sealed record Last(int Id, DateOnly On, MeetingKind Kind, string Topic, int Due);
}
