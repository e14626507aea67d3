using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>批量下发 to the organisations below, after a look at what it will do.</summary>
public sealed class IssueModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private int? _dueDay;

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    [BindProperty]
    public int[] Ids { get; set; } = [];

    public int Year { get; private set; }
    public IReadOnlyList<IssuePlan> Plan { get; private set; } = [];
    public DateOnly? DueOn => _dueDay is { } day ? new DateOnly(Year, 3, day) : null;

    [Needs(Act.ManageAgreements)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Ids = [.. Plan.Where(p => p.Gets).Select(p => p.Node.Id)];
    }

    [Needs(Act.ManageAgreements)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await TryAsync(db, async () =>
        {
            var chosen = Plan.Where(p => p.Gets && Ids.Contains(p.Node.Id)).ToList();
            Rule.Require(DueOn is not null, $"{Year}年度还没有新建，请区委组织部先设定年度。");
            Rule.Require(chosen.Count > 0, "没有需要下发的党组织，请至少选择一个“将下发”的单位。");
            db.AddRange(chosen.Select(p => new Agreement(p.Template!, p.Node.Id, p.Upper!.Id, DueOn!.Value, clock.Today)));
            await db.SaveChangesAsync();
            Tell($"已下发{chosen.Count}份责任书。");
            return Redirect($"/agreements?year={Year}");
        }, async () =>
        {
            await LoadAsync();
            return Page();
        });
    }

    private async Task LoadAsync()
    {
        Year = ChosenYear(clock);
        var found = await db.WorkYears.Where(y => y.Year == Year).Select(y => new { y.Scheme.AgreementDueDay }).SingleOrDefaultAsync();
        _dueDay = found?.AgreementDueDay;
        var templates = await db.AgreementTemplates.Include(t => t.Clauses).AsSingleQuery().Where(t => t.Year == Year).ToDictionaryAsync(t => t.Domain);
        var existing = await db.Agreements.Where(a => a.Year == Year).ToDictionaryAsync(a => a.OrganizationId, a => a.Id);
        Plan = IssuePlan.Of(Year, user.Tree.InOrder.Where(n => user.May(Act.ManageAgreements, n.Id) && (Level is null || n.Level == Level)), user.Tree, templates, existing);
    }
}
