using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>公布的等次: everybody knows all grades of a year, in official order; points stay with the organisation and those above it.</summary>
public sealed class GradesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public int Year { get; private set; }
    public OrgTree Tree => user.Tree;
    public IReadOnlyList<(GradeGroup Group, IReadOnlyList<AnnouncedGrade> Rows)> Groups { get; private set; } = [];

    [Needs(Act.ReadAssessments)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var place = Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        Groups = [.. (await db.AnnouncedAsync(Year)).OrderBy(r => place[r.OrganizationId]).GroupBy(r => r.Group).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<AnnouncedGrade>)[.. g]))];
    }
}
