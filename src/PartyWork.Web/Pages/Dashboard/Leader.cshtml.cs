using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Dashboard;

/// <summary>领导页: twelve figures, five risks, the next dates. One A4 page; things, not people.</summary>
public sealed class LeaderModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, Todos todos) : WorkPage
{
    public const int Risks = 5, BriefLength = 64;

    public int Year { get; private set; }
    public KeyFigures Figures { get; private set; } = null!;
    public TaskLights Lights { get; private set; } = null!;
    public bool HasTodos { get; private set; }
    public DateOnly Today => clock.Today;
    public DateTime Now => clock.Now;

    [Needs(Act.ReadLeaderPage)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        Figures = await KeyFigures.ReadAsync(db, user.Tree, Year, Today);
        HasTodos = (await todos.ListAsync()).Count > 0;
        Lights = await TaskLights.ReadAsync(db, user.Tree, Year, Today, Risks);
    }

    public string District => user.Tree.District is { } district ? district.Name.Replace("中共", "", StringComparison.Ordinal).Replace("委员会", "", StringComparison.Ordinal) : "";

    /// <summary>Cut where five long ones would not leave room on the page; the link opens the whole.</summary>
    public static string Brief(string text) => text.Length <= BriefLength ? text : text[..(BriefLength - 1)] + "…";

    public string Committee(OrgNode node) => user.Tree.CommitteeOn(node.Id, OrgTree.CutOff(Year, Today)) is { } committee && committee.Id != node.Id ? committee.ShortName : "";
}
