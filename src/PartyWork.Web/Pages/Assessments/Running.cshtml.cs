using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>得分预估 of one organisation: what is earned, what can be earned back by when, what is lost, what people will judge. Nobody is ranked.</summary>
public sealed class RunningModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentPhase? Phase { get; set; }

    /// <summary>整顿验收: by the rubric of lagging communities instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lagging { get; set; }

    /// <summary>All classes open, for paper; else none, for what can be earned back stands above them and a phone is long enough with that.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The same page, folded or unfolded.</summary>
    public string Other => Request.PathBase + Request.Path + QueryString.Create(Request.Query.Where(q => q.Key is not nameof(All)).Concat(All ? [] : [new(nameof(All), "true")]));

    public OrgNode Organization { get; private set; } = null!;
    public RubricKind? Kind { get; private set; }
    public bool IsLagging { get; private set; }
    public int Year { get; private set; }
    public RunningScore? Score { get; private set; }

    /// <summary>Those below it that are scored too, in official order and without their scores.</summary>
    public IReadOnlyList<OrgNode> Below { get; private set; } = [];

    [Needs(Act.ReadRunningScores)]
    public async Task<IActionResult> OnGetAsync(int organizationId)
    {
        if (user.Tree.Find(organizationId) is not { } organization || !user.May(Act.ReadRunningScores, organization.Id))
        {
            return NotFound();
        }

        (Organization, Year) = (organization, Math.Min(ChosenYear(clock), clock.Today.Year)); // of a year that has not begun there is nothing to score
        Below = [.. user.Tree.Children(organization.Id).Where(n => n.ClosedOn is null && RubricKinds.Of(n.Level, n.Domain) is not null && user.May(Act.ReadRunningScores, n.Id))];
        var circumstances = (await Circumstances.OfAsync(db, [organization.Id], Year))[organization.Id];
        IsLagging = circumstances.IsLagging;
        Kind = Lagging && IsLagging ? RubricKind.LaggingCommunity : RubricKinds.Of(organization.Level, organization.Domain);
        if (Kind is { } kind)
        {
            Score = await RunningScores.OfAsync(db, user.Tree, organization.Id, kind, circumstances, Year, kind is RubricKind.LaggingCommunity ? AssessmentPhase.End : Phase, clock.Today);
        }

        return Page();
    }

    /// <summary>待评定 by why it is.</summary>
    public IReadOnlyList<(OpenReason Why, int Points, int Criteria)> OpenBy => [.. Score!.Scored.Lines.GroupBy(l => l.Why).Where(g => g.Key is not null).OrderBy(g => g.Key).Select(g => (g.Key!.Value, g.Sum(l => l.Open), g.Count()))];

    /// <summary>Where what is missing is entered, each place once.</summary>
    public IReadOnlyList<(string Word, string Address)> ToEnter => [.. Score!.Scored.Lines.SelectMany(l => PlacesOf(l, Organization, Year)).Distinct()];

    /// <summary>Where the organisation itself enters what an open criterion lacks.</summary>
    public static IReadOnlyList<(string Word, string Address)> PlacesOf(ScoreLine line, OrgNode organization, int year) =>
        line.Why is OpenReason.NotEntered ? [.. line.Missing.Select(n => EntryPlaces.Of(n, organization, year)).OfType<(string, string)>().Distinct()] : [];

    /// <summary>The four parts of a bar with their words, colours and hundredths.</summary>
    public static IReadOnlyList<(string Word, string Tone, int Points)> PartsOf(IReadOnlyCollection<ScoreLine> lines) =>
        [("已得", "green", lines.Sum(l => l.Earned)), ("待挽回", "yellow", lines.Sum(l => l.AtRisk)), ("已失", "red", lines.Sum(l => l.Lost)), ("待评定", "grey", lines.Sum(l => l.Open))];

    public static string Tone(ScoreLine line) => line switch
    {
        { State: not ScoreState.Computed } => "grey",
        { Lost: > 0 } => "red",
        { AtRisk: > 0 } => "yellow",
        _ => "green",
    };

    public string FigureLink(ScoreInput input) => $"/figures/{input.Figure.Key}?organization={Organization.Id}&cutoff={input.Cutoff:yyyy-MM-dd}";
}
