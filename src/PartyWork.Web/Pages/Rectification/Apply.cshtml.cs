using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>申请验收 by the committee's secretary, with what still stands against it: the exit conditions of the case's own page.</summary>
public sealed class ApplyModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private CaseView _case = null!;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "申请说明"), Required(ErrorMessage = "请填写申请说明。"), StringLength(Acceptance.StatementMaxLength, ErrorMessage = "申请说明不超过{1}字。")]
    public string Statement { get; set; } = "";

    public OrgNode Node => user.Tree[_case.OrganizationId];
    public string Here => $"/rectification/{_case.Id}";

    /// <summary>What has to be so before it can be applied for.</summary>
    public IReadOnlyList<ExitCondition> Asked => [.. _case.Exit(clock.Today).Where(c => c.IsForApplication)];

    /// <summary>What the acceptance will judge.</summary>
    public IReadOnlyList<ExitCondition> Judged => [.. _case.Exit(clock.Today).Where(c => !c.IsForApplication)];

    [Needs(Act.ApplyForAcceptance)]
    public Task<IActionResult> OnGetAsync(int id) => ShowAsync(id);

    [Needs(Act.ApplyForAcceptance)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        var found = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Steps).AsSingleQuery().SingleOrDefaultAsync(c => c.Id == id);
        return found is null ? NotFound() : !user.May(Act.ApplyForAcceptance, found.OrganizationId) ? StatusCode(StatusCodes.Status403Forbidden) : !ModelState.IsValid ? await ShowAsync(id) : await TryAsync(db, async () =>
        {
            db.Expect(found, Version);
            db.Touch(found);
            var last = await db.Acceptances.Where(a => a.CaseId == id).OrderByDescending(a => a.No).FirstOrDefaultAsync();
            var acceptance = Acceptance.Apply(found, last, Statement.Trim(), user.Actor, clock.Today);
            db.Add(acceptance);
            await db.SaveChangesAsync();
            Tell("已申请验收，由区委组织部组织验收组。");
            return Redirect($"/rectification/acceptances/{acceptance.Id}");
        }, () => ShowAsync(id));
    }

    private async Task<IActionResult> ShowAsync(int id)
    {
        if (await CaseView.ReadAsync(db, id, clock.Today) is not { } found || user.Tree.Find(found.OrganizationId) is null)
        {
            return NotFound();
        }

        _case = found;
        if (!user.May(Act.ApplyForAcceptance, found.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (Version == 0 || IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = found.Version;
        }

        return Page();
    }
}
