using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>冻结: the freezes there are, and a new one.</summary>
public sealed class FreezesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "起始日期")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "截止日")]
    public DateOnly? Cutoff { get; set; }

    [BindProperty, Display(Name = "指标")]
    public List<int> Of { get; set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayFreeze => user.May(Act.FreezeFigures);
    public IEnumerable<OrgNode> Choice => user.Tree.InOrder.Where(n => n.Level <= OrganizationLevel.Committee && n.ClosedOn is null);

    [Needs(Act.ReadDictionary)]
    public async Task OnGetAsync()
    {
        await ShowAsync();
        (From, Cutoff, Of) = (new(clock.Today.Year, 1, 1), clock.Today, [.. Choice.Select(n => n.Id)]);
    }

    [Needs(Act.FreezeFigures)]
    public Task<IActionResult> OnPostAsync() => TryAsync(db, async () =>
    {
        var cutoff = Cutoff ?? clock.Today;
        var freeze = await Freezing.FreezeAsync(db, user.Tree, Name?.Trim() ?? "", new Period(From ?? new(cutoff.Year, 1, 1), cutoff), [.. Choice.Select(n => n.Id).Intersect(Of)], user.Actor, clock.Now);
        await db.SaveChangesAsync();
        Tell($"已冻结“{freeze.Name}”。以后补登的记录列入更正清单，不改变冻结的数。");
        return Redirect($"/figures/freezes/{freeze.Id}");
    }, async () =>
    {
        await ShowAsync();
        return Page();
    });

    private async Task ShowAsync() => Rows = await db.FigureFreezes.OrderByDescending(f => f.Cutoff).ThenByDescending(f => f.Id)
        .Select(f => new Row(f.Id, f.Name, f.From, f.Cutoff, f.At, f.By, f.Values.Select(v => v.OrganizationId).Distinct().Count())).ToListAsync();

    public sealed record Row(int Id, string Name, DateOnly From, DateOnly Cutoff, DateTime At, string By, int Organizations);
}
