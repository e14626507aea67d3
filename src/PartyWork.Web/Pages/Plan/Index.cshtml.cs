using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Plan;

/// <summary>谋划与要点: the district's key points of the year, open to all who do the year's work.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public OrganizationDomain? Domain { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayWrite => user.May(Act.WritePlan);

    [Needs(Act.ReadPlan)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var rows = await db.KeyPoints.Where(p => p.Year == Year).OrderBy(p => p.No)
            .Select(p => new Row(p.Id, p.No, p.Objective, p.Domains, db.TemplateClauses.Count(c => c.KeyPointId == p.Id), p.DerivedFrom == null ? null : p.DerivedFrom.No)).ToListAsync();
        Rows = [.. rows.Where(r => Domain is not { } domain || domain is OrganizationDomain.District || r.Domains.HasFlag(domain.AsSet()))];
    }

    /// <summary>转为条款: in one act the chosen points become clauses of the templates of their domains.</summary>
    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostConvertAsync(int year, int[] ids)
    {
        var points = await db.KeyPoints.Where(p => p.Year == year && ids.Contains(p.Id)).ToListAsync();
        Rule.Require(points.Count > 0, "请至少选择一条要点。");
        var templates = await db.AgreementTemplates.Include(t => t.Clauses).Where(t => t.Year == year).ToListAsync();
        foreach (var domain in points.SelectMany(p => p.Domains.Each()).Distinct().Where(d => templates.All(t => t.Domain != d)).ToList())
        {
            var template = new AgreementTemplate(year, domain);
            templates.Add(template);
            db.Add(template);
        }

        var added = templates.Sum(t => t.Take(points));
        await db.SaveChangesAsync();
        Tell(added == 0 ? "所选要点此前已全部转为条款。" : $"已转为{added}条范本条款，请在责任书范本中核对牵头岗位和时限。");
        return Redirect($"/agreements/templates?year={year}");
    }

    public sealed record Row(int Id, int No, Objective Objective, OrganizationDomains Domains, int Clauses, int? PlanNo);
}
