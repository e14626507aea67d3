using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One clause of a template; 0 adds one.</summary>
public sealed class TemplateClauseModel(PartyWorkDb db) : WorkPage
{
    private TemplateClause? _clause;

    [BindProperty]
    public ObjectiveInput Input { get; set; } = new();

    [BindProperty, Display(Name = "牵头岗位")]
    public DutyPosts LeadPost { get; set; } = DutyPosts.Secretary;

    [BindProperty, Display(Name = "分值（可不填）")]
    public string? Points { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public AgreementTemplate Template { get; private set; } = null!;
    public int No { get; private set; }
    public string Name => $"{Template.Year}年{Template.Domain.Text()}责任书范本";

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindAsync(id, no))
        {
            return NotFound();
        }

        if (_clause is { } clause)
        {
            (Input, LeadPost, Points, Version) = (ObjectiveInput.Of(clause.Objective), clause.LeadPost, Typed.Print(clause.Points), db.VersionOf(clause));
        }

        return Page();
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostSaveAsync(int id, int no)
    {
        if (!await FindAsync(id, no))
        {
            return NotFound();
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            if (_clause is { } clause)
            {
                db.Expect(clause, Version);
                clause.Write(Input.ToObjective(), LeadPost, Typed.Number(Points, "分值"));
            }
            else if (Input.ToObjective() is var objective && Template.Clauses.All(c => c.Objective != objective)) // else the button was pressed twice
            {
                Template.Add(objective, LeadPost, Typed.Number(Points, "分值"));
                db.Touch(Template);
            }

            await db.SaveChangesAsync();
            Tell("条款已保存。");
            return Redirect($"/agreements/templates/{id}");
        }, async () => await FindAsync(id, no) ? Page() : NotFound());
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int no, int version)
    {
        if (!await FindAsync(id, no) || _clause is not { } clause)
        {
            return NotFound();
        }

        db.Expect(clause, version);
        Template.Remove(clause, await db.AgreementClauses.AnyAsync(c => c.TemplateClauseId == clause.Id));
        db.Remove(clause);
        await db.SaveChangesAsync();
        Tell("条款已删除，其后各条顺次前移。");
        return Redirect($"/agreements/templates/{id}");
    }

    private async Task<bool> FindAsync(int id, int no)
    {
        No = no;
        Template = (await db.AgreementTemplates.Include(t => t.Clauses).AsSingleQuery().SingleOrDefaultAsync(t => t.Id == id))!;
        _clause = Template?.Clauses.SingleOrDefault(c => c.No == no);
        return Template is not null && (no == 0 || _clause is not null);
    }
}
