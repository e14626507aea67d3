using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>交叉复评: a tenth of the organisations drawn for another team, how far both are, and where they differ too much.</summary>
public sealed class ChecksModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    public IReadOnlyList<CheckRow> Rows { get; private set; } = [];
    public int Objects { get; private set; }

    /// <summary>复评的评分表 that is to be drawn once more.</summary>
    [BindProperty]
    public int? Sheet { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IEnumerable<CheckRow> Redrawable => MayCheck && Round.Stage is RoundStage.OnSite ? Rows.Where(r => r.Stage is SheetStage.Scoring) : [];
    public bool MayDraw => MayCheck && Round.Stage is RoundStage.OnSite && Round.CheckSeed.Length == 0;

    protected override Act Writes => Act.CheckRounds;

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    /// <summary>抽取.</summary>
    [Needs(Act.CheckRounds)]
    public Task<IActionResult> OnPostDrawAsync(int id) => DoAsync(id, async () =>
    {
        await Db.SheetsAsync(id, SheetStage.Waiting);
        await LoadRecusalsAsync();
        var teams = await TeamsAsync();
        await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today, teams);
        var drawn = Round.DrawChecks(NewSeed(), teams, Codes());
        Db.AddRange(drawn);
        return $"已抽取{drawn.Count}个单位交叉复评，种子{Round.CheckSeed}。";
    }, "/checks");

    /// <summary>复评重抽.</summary>
    [Needs(Act.CheckRounds)]
    public Task<IActionResult> OnPostAgainAsync(int id) => DoAsync(id, async () =>
    {
        var check = Sheet is { } chosen ? await Db.FindSheetAsync(chosen) : null;
        Rule.Require(check is { IsSecondCheck: true } && check.Round == Round, "请选择要重抽的单位。");
        await Db.AllSheets().Include(s => s.Team).ThenInclude(t => t!.Members).AsSingleQuery().Where(s => s.Id == check!.CheckedId).LoadAsync();
        await LoadRecusalsAsync();
        var teams = await TeamsAsync();
        await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today, teams);
        var (before, scorers) = (check!.Team!.Name, check.Scorers.ToList());
        Round.DrawCheckAgain(check, NewSeed(), Reason?.Trim() ?? "", teams, Codes());
        Db.RemoveRange(scorers);
        return $"{Named(check.OrganizationId)}的复评已重抽，由{before}改为{check.Team!.Name}；原来的复评打分已清除。";
    }, "/checks");

    /// <summary>The round's own; the district checks a committee's round by the teams of its own round of the year and phase.</summary>
    private async Task<IReadOnlyList<AssessmentTeam>> TeamsAsync()
    {
        if (MayManage)
        {
            return Round.Teams;
        }

        var (year, phase, district) = (Round.Year, Round.Phase, Current.Tree.District!.Id);
        var own = await Db.Rounds.Include(r => r.Teams).ThenInclude(t => t.Members).AsSingleQuery().Where(r => r.Year == year && r.Phase == phase && r.OrganizerId == district && r.Teams.Any()).OrderByDescending(r => r.No).FirstOrDefaultAsync();
        return own?.Teams ?? throw new BrokenRuleException("区级同一阶段的考核还没有组建考核组，不能抽查。");
    }

    protected override async Task ShowAsync()
    {
        var (id, place) = (Round.Id, Current.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index));
        Objects = await Db.ScoreSheets.CountAsync(s => s.RoundId == id);
        var rows = await Db.AllSheets().Where(s => s.RoundId == id && s.CheckedId != null).Select(s => new CheckRow(s.Id, s.OrganizationId, s.Stage, s.Checked!.Stage, s.TeamTotal, s.Checked.TeamTotal, s.Checked.Agreed)
        {
            Note = s.Note,
            Team = s.Team!.No,
            FirstTeam = s.Checked.Team!.No,
        }).ToListAsync();
        Rows = [.. rows.OrderBy(r => place[r.OrganizationId])];
    }
}

/// <param name="Total">Of the second team, hundredths; null until it has submitted.</param>
/// <param name="Agreed">联合复核意见; empty where there is none.</param>
public sealed record CheckRow(int SheetId, int OrganizationId, SheetStage Stage, SheetStage FirstStage, int? Total, int? FirstTotal, string Agreed)
{
    public required int Team { get; init; }
    public required int FirstTeam { get; init; }

    /// <summary>Why it was drawn again, and by which seed; else empty.</summary>
    public required string Note { get; init; }
    public int? Difference => ScoreSheet.DifferenceOf(FirstTotal, Total);
    public bool IsFar => Difference > ScoreSheet.Tolerance;

    public (string Words, string Tone) State => Difference is null ? ("评分中", "yellow") : !IsFar ? ("相差不大", "green") : Agreed.Length > 0 ? ("已联合复核", "green") : ("待联合复核", "red");
}
