using PartyWork.Domain.FiveInOne;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.FiveInOne;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>One organisation's debrief of a year, with the pledges it answers and the problems it gives account of. Three commands.</summary>
public abstract class DebriefPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FiveInOnePage(db, user, clock)
{
    public Debrief? Debrief { get; private set; }
    public PledgeSheet? Pledges { get; private set; }
    public IReadOnlyList<TakenProblem> Problems { get; private set; } = [];
    public DebriefPaper Paper => DebriefPaper.Of(Debrief!, Published, Problems);
    public string PaperTitle => DebriefDocument.TitleOf(Year);

    /// <summary>Only what was published is to be answered.</summary>
    protected PledgeSheet? Published => Pledges is { Stage: PledgeStage.Published } ? Pledges : null;
    protected IEnumerable<Pledge> Answered => Published?.Pledges ?? [];
    protected IReadOnlyCollection<Domain.ThreeLists.Problem> Taken => [.. Problems.Select(p => p.Problem)];

    /// <summary>What is missing before it can be submitted.</summary>
    public IReadOnlyList<string> Missing => Debrief?.Missing(Answered, Taken) ?? [];

    protected async Task LoadAsync()
    {
        Debrief = await Db.FindDebriefAsync(Node.Id, Year);
        Carry(Debrief);
        Pledges = await Db.FindPledgesAsync(Node.Id, Year);
        (Days, Problems) = await Db.TakenProblemsAsync(Node.Id, Year);
    }
}
