using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>一件否决审查: raised, the organisation heard, decided by the meeting, the organisation told.</summary>
public sealed class VetoModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Statement { get; set; }

    /// <summary>认定 or 不予认定.</summary>
    [BindProperty]
    public bool? Confirms { get; set; }

    [BindProperty]
    public string? MeetingNo { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? NoticeNo { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public VetoReview Review { get; private set; } = null!;
    public OrgNode Node => user.Tree[Review.OrganizationId];
    public DateOnly Today => clock.Today;
    public bool Manages => user.May(Act.DecideGrades);

    [Needs(Act.ReadAssessments)]
    public Task<IActionResult> OnGetAsync(int id) => ShowAsync(id, renew: true);

    /// <summary>听取意见.</summary>
    [Needs(Act.DecideGrades)]
    public Task<IActionResult> OnPostHearAsync(int id) => DoAsync(id, () =>
    {
        Review.Hear(On ?? throw new BrokenRuleException("请填写听取意见的日期。"), Statement?.Trim() ?? "", Today);
        return "已登记该党组织的意见，请提交部务会。";
    });

    /// <summary>部务会决定.</summary>
    [Needs(Act.DecideGrades)]
    public Task<IActionResult> OnPostDecideAsync(int id) => DoAsync(id, () =>
    {
        Review.Decide(Confirms ?? throw new BrokenRuleException("请选择认定或不予认定。"), On ?? throw new BrokenRuleException("请填写部务会日期。"), MeetingNo?.Trim() ?? "", Decision?.Trim() ?? "", NoticeNo?.Trim() ?? "", Today);
        return Review.Stage is VetoStage.Confirmed ? "已登记认定；该党组织本年等次最高为较差。" : "已登记不予认定。";
    });

    private async Task<IActionResult> DoAsync(int id, Func<string> act) => !await FindAsync(id) ? NotFound() : await TryAsync(db, async () =>
    {
        db.Expect(Review, Version);
        var told = act();
        await db.SaveChangesAsync();
        Tell(told);
        return Redirect($"/assessments/vetoes/{id}");
    }, () => ShowAsync(id, renew: IsOutdated));

    private async Task<IActionResult> ShowAsync(int id, bool renew)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (renew)
        {
            ModelState.Remove(nameof(Version));
            Version = db.VersionOf(Review);
        }

        return Page();
    }

    private async Task<bool> FindAsync(int id) => (Review = (await db.VetoReviews.SingleOrDefaultAsync(v => v.Id == id))!) is not null;
}
