using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One domain's template of a year.</summary>
public sealed class TemplateModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    [BindProperty, Display(Name = "保障措施"), StringLength(AgreementTemplate.WordsMaxLength, ErrorMessage = "保障措施不超过{1}字。")]
    public string? Safeguards { get; set; }

    [BindProperty, Display(Name = "考核奖惩"), StringLength(AgreementTemplate.WordsMaxLength, ErrorMessage = "考核奖惩不超过{1}字。")]
    public string? Rewards { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public AgreementTemplate Template { get; private set; } = null!;
    public IReadOnlyList<TemplateClause> Clauses => [.. Template.Clauses.OrderBy(c => c.No)];
    public bool MayWrite => user.May(Act.WritePlan);
    public string Name => $"{Template.Year}年{Template.Domain.Text()}责任书范本";

    [Needs(Act.ReadPlan)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Safeguards, Rewards, Version) = (Template.Safeguards, Template.Rewards, db.VersionOf(Template));
        return Page();
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            db.Expect(Template, Version);
            Template.Write(Safeguards?.Trim() ?? "", Rewards?.Trim() ?? "");
            await db.SaveChangesAsync();
            Tell("范本已保存。");
            return Redirect($"/agreements/templates/{id}");
        }, async () => await FindAsync(id) ? Page() : NotFound());
    }

    private async Task<bool> FindAsync(int id)
    {
        Template = (await db.AgreementTemplates.Include(t => t.Clauses).AsSingleQuery().SingleOrDefaultAsync(t => t.Id == id))!;
        return Template is not null;
    }
}
