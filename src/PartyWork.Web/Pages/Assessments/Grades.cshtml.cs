using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>公布的等次: everybody knows all grades of a year, in official order; points stay with the organisation and those above it.</summary>
public sealed class GradesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public int Year { get; private set; }
    public OrgTree Tree => user.Tree;
    public IReadOnlyList<(GradeGroup Group, IReadOnlyList<Row> Rows)> Groups { get; private set; } = [];

    [Needs(Act.ReadAssessments)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var year = Year;

        // Past the filter, and with the grade alone: what is announced is announced to all.
        var rows = await db.AnnualResults.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(r => r.Round.Year == year && r.Round.Stage >= RoundStage.Announced)
            .Select(r => new Row(r.OrganizationId, r.Group, r.Grade, r.Round.AnnouncementNo, r.Round.AnnouncedOn)).ToListAsync();
        var place = Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        Groups = [.. rows.OrderBy(r => place[r.OrganizationId]).GroupBy(r => r.Group).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<Row>)[.. g]))];
    }

    public sealed record Row(int OrganizationId, GradeGroup Group, AssessmentGrade Grade, string DocumentNo, DateOnly? On);
}
