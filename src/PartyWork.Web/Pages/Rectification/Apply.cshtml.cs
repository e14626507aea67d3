using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>申请验收 by the committee's secretary, with what still stands against it.</summary>
public sealed class ApplyModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "申请说明"), Required(ErrorMessage = "请填写申请说明。"), StringLength(Acceptance.StatementMaxLength, ErrorMessage = "申请说明不超过{1}字。")]
    public string Statement { get; set; } = "";

    /// <summary>With batch, problems and steps; tracked.</summary>
    public RectificationCase Case { get; private set; } = null!;
    public Acceptance? Last { get; private set; }
    public OrgNode Node => user.Tree[Case.OrganizationId];
    public DateOnly Today => clock.Today;

    /// <summary>What has to be so before it can be applied for.</summary>
    public IReadOnlyList<(bool IsMet, string Words)> Conditions =>
    [
        (Case.Stage is CaseStage.PreAccepted, $"党（工）委初验：{(Case.Stage is CaseStage.PreAccepted ? "已初验" : $"目前为“{Domain.Words.Text(Case.Stage)}”")}。"),
        (Case.EarliestApplication is { } day && day <= Today, $"整顿满{Case.Batch.Scheme.LeastMonths}个月：{(Case.EarliestApplication is { } from ? $"{Pages.Show.Day(from)}起" : "还没有列入")}。"),
        (Case.Problems.All(p => p.IsSettled), $"方案所列问题全部销号或说明：{Case.Problems.Count}个问题，已销号或说明{Case.Problems.Count(p => p.IsSettled)}个。"),
        .. Last?.AgainFrom is { } again ? new[] { (again <= Today, $"距上次验收的时限：{Pages.Show.Day(again)}起可以再次申请。") } : [],
    ];

    [Needs(Act.ApplyForAcceptance)]
    public async Task<IActionResult> OnGetAsync(int id) => await RefusalAsync(id) ?? Page();

    [Needs(Act.ApplyForAcceptance)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id) is { } refused ? refused : !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        db.Expect(Case, Version);
        db.Touch(Case);
        var acceptance = Acceptance.Apply(Case, Last, Statement.Trim(), user.Actor, Today);
        db.Add(acceptance);
        await db.SaveChangesAsync();
        Tell("已申请验收，由区委组织部组织验收组。");
        return Redirect($"/rectification/acceptances/{acceptance.Id}");
    }, async () => await RefusalAsync(id) ?? Page());

    /// <returns>Null where it is there and the reader may apply for it.</returns>
    private async Task<IActionResult?> RefusalAsync(int id)
    {
        var found = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Problems).ThenInclude(p => p.Problem).Include(c => c.Steps).AsSingleQuery().SingleOrDefaultAsync(c => c.Id == id);
        if (found is null)
        {
            return NotFound();
        }

        Case = found;
        if (!user.May(Act.ApplyForAcceptance, found.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Last = await db.Acceptances.Where(a => a.CaseId == id).OrderByDescending(a => a.No).FirstOrDefaultAsync();
        if (Version == 0 || IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = (int)db.Entry(found).Property(PartyWorkDb.Version).CurrentValue!;
        }

        return null;
    }
}
