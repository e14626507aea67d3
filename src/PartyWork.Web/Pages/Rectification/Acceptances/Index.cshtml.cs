using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification.Acceptances;

public enum AcceptanceGroup
{
    [Description("没有结论")] Open = 1,
    [Description("待回头看")] ToLookBack,
    [Description("巩固提升、延期和反弹")] GoesOn,
    [Description("已销号")] StruckOff,
}

/// <summary>整顿验收 that the post may read: what has been applied for, what it came to, and where somebody is to look again.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public AcceptanceGroup? Group { get; set; }

    /// <summary>第几批.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Batch { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<AcceptanceView> Rows { get; private set; } = [];
    public IReadOnlyList<int> Batches { get; private set; } = [];

    /// <summary>已初验: the committee's secretary can apply.</summary>
    public IReadOnlyList<(int Id, OrgNode Node)> ToApply { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public DateOnly Today => clock.Today;
    public bool Manages => user.May(Act.AcceptCases);
    public bool IsFiltered => Group is not null || Batch is not null;

    public string Named(int organization) => user.Tree.Unmistakable(user.Tree[organization]);

    [Needs(Act.ReadRectification)]
    public async Task OnGetAsync()
    {
        var all = (await db.Acceptances.Select(AcceptanceView.Read).ToListAsync()).Where(a => user.Tree.Find(a.OrganizationId) is not null).ToList();
        Batches = [.. all.Select(a => a.Batch).Distinct().OrderDescending()];
        var found = all.Where(a => (Batch is null || a.Batch == Batch) && (Group is null || GroupOf(a, clock.Today) == Group))
            .OrderByDescending(a => a.Outcome is null).ThenByDescending(a => a.Batch).ThenBy(a => user.Tree[a.OrganizationId].SortNo).ThenByDescending(a => a.No).ToList();
        Pager = new(1, PageSize, found.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. found.Skip((Pager.Page - 1) * PageSize).Take(PageSize)];
        var ready = await db.RectificationCases.Where(c => c.Stage == CaseStage.PreAccepted).Select(c => new { c.Id, c.OrganizationId }).ToListAsync();
        ToApply = [.. ready.Where(c => user.May(Act.ApplyForAcceptance, c.OrganizationId)).OrderBy(c => user.Tree[c.OrganizationId].SortNo).Select(c => (c.Id, user.Tree[c.OrganizationId]))];
    }

    private static AcceptanceGroup GroupOf(AcceptanceView view, DateOnly today) =>
        view.Outcome is null ? AcceptanceGroup.Open : view.Outcome is not AcceptanceOutcome.Accepted || view.RelapsedOn is not null ? AcceptanceGroup.GoesOn : view.LookBackDueOn <= today ? AcceptanceGroup.ToLookBack : AcceptanceGroup.StruckOff;
}
