using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>The year's templates: one for each domain.</summary>
public sealed class TemplatesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public static readonly IEnumerable<OrganizationDomain> Domains = Enum.GetValues<OrganizationDomain>().Where(d => d is not OrganizationDomain.District);

    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayWrite => user.May(Act.WritePlan);

    [Needs(Act.ReadPlan)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        Rows = await db.AgreementTemplates.Where(t => t.Year == Year).OrderBy(t => t.Domain)
            .Select(t => new Row(t.Id, t.Domain, t.Clauses.Count, t.Clauses.Count(c => c.KeyPointId != null))).ToListAsync();
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostAddAsync(int year, OrganizationDomain domain)
    {
        Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == year), $"请先新建{year}年度，再编制责任书范本。");
        Rule.Require(!await db.AgreementTemplates.AnyAsync(t => t.Year == year && t.Domain == domain), $"{year}年已有{domain.Text()}责任书范本。");
        var template = new AgreementTemplate(year, domain);
        db.Add(template);
        await db.SaveChangesAsync();
        return Redirect($"/agreements/templates/{template.Id}");
    }

    /// <summary>沿用上年: every template that this year has not yet, with its days a year later.</summary>
    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostCopyAsync(int year)
    {
        Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == year), $"请先新建{year}年度，再沿用上年范本。");
        var last = await db.AgreementTemplates.Include(t => t.Clauses).Where(t => t.Year == year - 1 && !db.AgreementTemplates.Any(n => n.Year == year && n.Domain == t.Domain)).ToListAsync();
        Rule.Require(last.Count > 0, $"{year - 1}年没有可以沿用的责任书范本。");
        db.AddRange(last.Select(t => t.ForNextYear()));
        await db.SaveChangesAsync();
        Tell($"已沿用{year - 1}年的{last.Count}份范本，完成时限顺延一年，请逐份核对。");
        return Redirect($"/agreements/templates?year={year}");
    }

    /// <param name="FromPoints">Clauses that were made of a key point.</param>
    public sealed record Row(int Id, OrganizationDomain Domain, int Clauses, int FromPoints);
}
