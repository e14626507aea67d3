using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Agreements;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Plan;

/// <summary>One key point, and the clauses that were made of it.</summary>
public sealed class KeyPointModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private KeyPoint? _point;

    [BindProperty]
    public ObjectiveInput Input { get; set; } = new();

    [BindProperty]
    public List<OrganizationDomains> Domains { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public int? No => _point?.No;

    /// <summary>The item of last year's plan that it was made of.</summary>
    public NextPlanItem? Origin => _point?.DerivedFrom;
    public bool MayWrite => user.May(Act.WritePlan);
    public IReadOnlyList<Clause> Clauses { get; private set; } = [];

    [Needs(Act.ReadPlan)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id) || (_point is null && !MayWrite))
        {
            return NotFound();
        }

        if (_point is { } point)
        {
            Input = ObjectiveInput.Of(point.Objective);
            Domains = [.. Enum.GetValues<OrganizationDomains>().Where(d => d is not OrganizationDomains.None && point.Domains.HasFlag(d))];
            Version = db.VersionOf(point);
        }

        return Page();
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostSaveAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            var (objective, domains) = (Input.ToObjective(), Domains.Aggregate(OrganizationDomains.None, (all, d) => all | d));
            if (_point is { } point)
            {
                db.Expect(point, Version);
                point.Write(objective, domains);
            }
            else
            {
                Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == Year), $"请先新建{Year}年度，再编制要点。");
                var last = await db.KeyPoints.Where(p => p.Year == Year).OrderByDescending(p => p.No).FirstOrDefaultAsync();
                if (last?.Objective != objective) // else the button was pressed twice
                {
                    db.Add(new KeyPoint(Year, 1 + (last?.No ?? 0), objective, domains));
                }
            }

            await db.SaveChangesAsync();
            Tell("要点已保存。");
            return Redirect($"/plan?year={Year}");
        }, async () => await FindAsync(id) ? Page() : NotFound());
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int version)
    {
        if (!await FindAsync(id) || _point is null)
        {
            return NotFound();
        }

        Rule.Require(Clauses.Count == 0, "该要点已转为责任书条款，不能删除。");
        db.Expect(_point, version);
        db.Remove(_point);
        await db.SaveChangesAsync();
        Tell("要点已删除。");
        return Redirect($"/plan?year={Year}");
    }

    private async Task<bool> FindAsync(int id)
    {
        Year = ChosenYear(clock);
        if (id == 0)
        {
            return true;
        }

        _point = await db.KeyPoints.Include(p => p.DerivedFrom).SingleOrDefaultAsync(p => p.Id == id);
        if (_point is null)
        {
            return false;
        }

        Year = _point.Year;
        Clauses = await db.TemplateClauses.Where(c => c.KeyPointId == id)
            .Join(db.AgreementTemplates, c => c.AgreementTemplateId, t => t.Id, (c, t) => new Clause(t.Id, t.Domain, c.No, c.Objective.Content, db.AgreementClauses.Count(a => a.TemplateClauseId == c.Id)))
            .ToListAsync();
        return true;
    }

    public sealed record Clause(int TemplateId, OrganizationDomain Domain, int No, string Content, int Agreements);
}
