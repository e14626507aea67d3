using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>一社区一策: what its pages read, and how a measure becomes a task of the community's list.</summary>
public abstract class PlanPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CasePage(db, user, clock)
{
    public const string Category = "后进整顿";

    /// <summary>Who can answer: the community's own, those of its branches, and its helpers.</summary>
    public IReadOnlyList<Holder> Holders { get; private set; } = [];

    /// <summary>The year whose lists the plan writes into.</summary>
    public int Year => Today.Year;

    protected override IQueryable<RectificationCase> Cases => base.Cases.Include(c => c.Problems).ThenInclude(p => p.Problem).ThenInclude(p => p.Tasks);

    protected override async Task ShowAsync()
    {
        var ids = Current.Tree.Children(Case.OrganizationId).Select(c => c.Id).Append(Case.OrganizationId).ToArray();
        var holders = await Db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && h.Kind <= PostKind.SupportContact).Select(h => new Holder(h.Id, h.Person.Name, h.Title, h.OrganizationId, h.Kind)).ToListAsync();
        Holders = [.. holders.OrderBy(h => h.OrganizationId == Case.OrganizationId ? 0 : 1).ThenBy(h => h.Kind).ThenBy(h => h.Id)];
    }

    protected async Task<Responsible> ChosenAsync(int? holdingId, string what)
    {
        await ShowAsync();
        return Holders.FirstOrDefault(h => h.Id == holdingId) is { } holder ? new(holder.Name, holder.Id) : throw new BrokenRuleException($"请选择{what}。");
    }

    /// <summary>A task of this year's list, after the last.</summary>
    protected async Task<WorkTask> TaskAsync(string measure, DateOnly due, Responsible lead, int problemNo)
    {
        var (id, year) = (Case.OrganizationId, Year);
        var last = await Db.WorkTasks.Where(t => t.OrganizationId == id && t.Year == year).MaxAsync(t => (int?)t.No) ?? 0;
        var node = (int quarter) => Quarter.Of(due) == quarter ? Quantity.One : (int?)null;
        var task = new WorkTask(id, year, last + 1, new(Category, measure, TaskMeasure.None, null, "", new(node(1), node(2), node(3), node(4)), due, lead, "", $"整顿方案问题{problemNo}"));
        Db.Add(task);
        return task;
    }

    public sealed record Holder(int Id, string Name, string Title, int OrganizationId, PostKind Kind);
}
