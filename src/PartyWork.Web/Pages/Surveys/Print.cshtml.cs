using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>成批印制测评码: of many surveys in one print, each organisation beginning on a page of its own.</summary>
public sealed class PrintModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, OneTimeCodes codes) : WorkPage
{
    /// <summary>So many slips in one answer: some 190 sheets of paper.</summary>
    public const int MostSlips = 1500;

    [BindProperty(SupportsGet = true)]
    public SurveyKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    /// <summary>Only of what is assessed in this round.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Round { get; set; }

    [BindProperty]
    public List<int> Chosen { get; set; } = [];

    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<(int Id, string Name)> Rounds { get; private set; } = [];
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public OrgTree Tree => user.Tree;

    /// <summary>Just made, by organisation; empty otherwise.</summary>
    public IReadOnlyList<PrintedSlips> Made { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/s";

    [Needs(Act.ManageSurveys)]
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Chosen = [.. Rows.Select(r => r.Id)];
        return Page();
    }

    [Needs(Act.ManageSurveys)]
    public async Task<IActionResult> OnPostAsync()
    {
        var surveys = (await db.Surveys.Where(s => Chosen.Contains(s.Id)).ToListAsync()).OrderBy(s => user.Tree[s.OrganizationId].SortNo).ThenBy(s => s.Id).ToList();
        if (surveys.Count < Chosen.Distinct().Count())
        {
            return NotFound();
        }

        if (surveys.Exists(s => !May(s.Kind, s.OrganizationId)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            Rule.Require(surveys.Count > 0, "请勾选要印制测评码的测评。");
            Rule.Require(surveys.TrueForAll(s => s.PrintedOn is null), "所选测评中有的已经印制过测评码；要作废重印的，请到该测评的“测评码”页办理。");
            Rule.Require(surveys.Sum(s => s.Slips) <= MostSlips, $"一次最多印制{MostSlips}份，现在选了{surveys.Sum(s => s.Slips)}份，请分批印制。");
            var made = surveys.Select(s => new PrintedSlips(s, user.Tree[s.OrganizationId], Address, PrintedSlips.Make(db, s, [], codes, Address, clock.Today)) { Heading = $"{user.Tree.Unmistakable(user.Tree[s.OrganizationId])}　{s.Title}，{s.Slips}份" }).ToList();
            await db.SaveChangesAsync();
            Made = made;
            Year = ChosenYear(clock);
            return Page();
        }, async () =>
        {
            await ShowAsync();
            return Page();
        });
    }

    /// <summary>What is open and has no codes yet: codes that have been handed out are replaced on the survey's own page, not by the dozen.</summary>
    private async Task ShowAsync()
    {
        Year = ChosenYear(clock);
        var (year, kind, round) = (Year, Kind, Round);
        Rounds = [.. (await db.Rounds.Where(r => r.Year == year).OrderBy(r => r.No).Select(r => new { r.Id, r.Plan.Name }).ToListAsync()).Select(r => (r.Id, r.Name))];
        var found = await db.Surveys.Where(s => s.Year == year && s.Stage == SurveyStage.Open && s.PrintedOn == null && (kind == null || s.Kind == kind)
                && (round == null || db.ScoreSheets.Any(x => x.RoundId == round && x.OrganizationId == s.OrganizationId)))
            .Select(s => new Row(s.Id, s.OrganizationId, s.Kind, s.Title, s.Slips)).ToListAsync();
        Rows = [.. found.Where(r => May(r.Kind, r.OrganizationId) && (Committee is not { } c || r.OrganizationId == c || user.Tree.IsAbove(c, r.OrganizationId)))
            .OrderBy(r => user.Tree[r.OrganizationId].SortNo).ThenBy(r => r.Id)];
    }

    /// <summary>An acceptance's survey is run by those who accept.</summary>
    private bool May(SurveyKind kind, int organization) => user.May(kind.IsOfAcceptance() ? Act.AcceptCases : Act.ManageSurveys, organization);

    public sealed record Row(int Id, int OrganizationId, SurveyKind Kind, string Title, int Slips);
}
