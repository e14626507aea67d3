using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>登记摸排对象: the committee names one of its communities, with the reasons it has seen.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "批次"), Required(ErrorMessage = "请选择批次。")]
    public int? Batch { get; set; }

    [BindProperty, Display(Name = "社区"), Required(ErrorMessage = "请选择社区。")]
    public int? Community { get; set; }

    [BindProperty, Display(Name = "列入情形")]
    public List<CaseReasons> Reasons { get; set; } = [];

    [BindProperty, Display(Name = "主要问题和成因"), Required(ErrorMessage = "请写明主要问题和成因。"), StringLength(RectificationCase.TextMaxLength, ErrorMessage = "主要问题和成因不超过{1}字。")]
    public string? Causes { get; set; }

    public IReadOnlyList<RectificationBatch> Batches { get; private set; } = [];
    public IEnumerable<OrgNode> Communities => user.Tree.Children(user.Organization!.Id).Where(Suits);

    public static bool Suits(OrgNode node) => node is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary, ClosedOn: null };

    [Needs(Act.ProposeCases)]
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(Act.ProposeCases)]
    public async Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? await ShowAsync() : await TryAsync(db, async () =>
    {
        var (community, no) = (Community!.Value, Batch!.Value);
        Rule.Require(Communities.Any(c => c.Id == community), "请从本级所辖社区中选择。");
        var batch = await db.RectificationBatches.SingleOrDefaultAsync(b => b.Id == no);
        Rule.Require(batch is not null, "请选择批次。");
        var other = await db.RectificationCases.Where(c => c.OrganizationId == community && (c.BatchId == no || (c.Stage != CaseStage.Dropped && c.Stage != CaseStage.Settled))).Select(c => new { c.Batch.No, c.Stage }).FirstOrDefaultAsync();
        Rule.Require(other is null, $"该社区已在{RectificationBatch.TitleOf(other?.No ?? 1)}（{other?.Stage.Text()}），不能重复登记。");
        var found = new RectificationCase(batch!, await db.Organizations.SingleAsync(o => o.Id == community), Reasons.Aggregate(CaseReasons.None, (all, r) => all | r), Causes!.Trim(), user.Actor, clock.Today);
        db.Add(found);
        await db.SaveChangesAsync();
        Tell("已登记摸排对象，请核查后提出建议。");
        return Redirect($"/rectification/{found.Id}/listing");
    }, ShowAsync);

    private async Task<IActionResult> ShowAsync()
    {
        Batches = await db.RectificationBatches.AsNoTracking().OrderByDescending(b => b.No).Take(3).ToListAsync();
        return Page();
    }
}
