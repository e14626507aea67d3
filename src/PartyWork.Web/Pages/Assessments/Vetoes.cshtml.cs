using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>否决审查 of a year: what was raised, how far it is, and raising one; the lost points that call for one are listed for it.</summary>
public sealed class VetoesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Whom it is about.</summary>
    [BindProperty, Display(Name = "党组织")]
    public int? Organization { get; set; }

    [BindProperty]
    public VetoGround? Ground { get; set; }

    [BindProperty]
    public string? Facts { get; set; }

    public int Year { get; private set; }
    public OrgTree Tree => user.Tree;
    
    /// <summary>Whom a review can be about: assessed in the year, and no community.</summary>
    public IReadOnlyList<OrgNode> Choices { get; private set; } = [];
    public bool Manages => user.May(Act.DecideGrades);
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Lost points whose criterion asks for a review, where none has been raised.</summary>
    public IReadOnlyList<CalledFor> Called { get; private set; } = [];

    [Needs(Act.ReadAssessments)]
    public Task OnGetAsync(int? about)
    {
        Organization = about;
        return LoadAsync(ChosenYear(clock));
    }

    [Needs(Act.DecideGrades)]
    public Task<IActionResult> OnPostAsync(int year) => TryAsync(db, async () =>
    {
        Rule.Require(await Assessed(year).AnyAsync(o => o == Organization), "请选择本年列入考核的党组织。");
        var node = Tree[Organization!.Value];
        var review = new VetoReview(node.Id, node.Domain, year, Ground ?? 0, Facts?.Trim() ?? "", user.Actor, clock.Today);
        db.Add(review);
        await db.SaveChangesAsync();
        Tell("已提请否决审查，请听取该党组织意见。");
        return Redirect($"/assessments/vetoes/{review.Id}");
    }, async () =>
    {
        await LoadAsync(year);
        return Page();
    });

    private async Task LoadAsync(int year)
    {
        Year = year;
        Rows = [.. (await db.VetoReviews.Where(v => v.Year == year).Select(v => new Row(v.Id, v.OrganizationId, v.Ground, v.Stage, v.RaisedOn, v.DecidedOn)).ToListAsync()).OrderBy(r => r.Stage).ThenByDescending(r => r.RaisedOn)];
        if (Manages)
        {
            var assessed = (await Assessed(year).ToListAsync()).ToHashSet();
            Choices = [.. Tree.InOrder.Where(n => assessed.Contains(n.Id) && n.Domain is not OrganizationDomain.Community)];

            // The options are kept as text: what asks for a review is found by its name and read once more.
            var asking = db.Set<RubricCategory>().SelectMany(c => c.Items, (c, i) => new { c.RubricId, i.Criteria }).SelectMany(c => c.Criteria, (c, x) => new { c.RubricId, Criterion = x }).Where(c => c.Criterion.OptionsText.Contains(nameof(CriterionOptions.VetoTrigger)));
            var lines = await db.Set<SheetLine>().Where(l => l.Sheet.Round.Year == year && l.Sheet.Stage >= SheetStage.Feedback && !l.IsNotApplicable && (l.Reviewed ?? l.Team ?? l.Given ?? l.Points) < l.Points)
                .Join(asking, l => new { l.Code, l.Sheet.RubricId }, c => new { c.Criterion.Code, c.RubricId }, (l, c) => new { l.SheetId, l.OrganizationId, l.Code, c.Criterion }).AsNoTracking().ToListAsync();
            Called = [.. lines.Where(l => l.Criterion.Options.VetoTrigger.Length > 0 && Tree[l.OrganizationId].Domain is not OrganizationDomain.Community && Rows.All(r => r.OrganizationId != l.OrganizationId)).Select(l => new CalledFor(l.SheetId, l.OrganizationId, l.Code, ScoreWords.Text(l.Criterion.Options.VetoTrigger)))];
        }
    }

    private IQueryable<int> Assessed(int year) => db.ScoreSheets.Where(s => s.Round.Year == year && s.Round.Phase != AssessmentPhase.Acceptance && s.Round.Stage > RoundStage.Draft).Select(s => s.OrganizationId);

    public sealed record Row(int Id, int OrganizationId, VetoGround Ground, VetoStage Stage, DateOnly RaisedOn, DateOnly? DecidedOn);

    public sealed record CalledFor(int SheetId, int OrganizationId, string Code, string Ground);
}
