using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>抽签 before two witnesses; afterwards what was drawn, by which seed, and whether the seed still draws it.</summary>
public sealed class DrawModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ObjectListPage(db, user, clock)
{
    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Second { get; set; }

    /// <summary>评分表 that is to be drawn once more.</summary>
    [BindProperty]
    public int? Sheet { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<TeamProgress> Teams { get; private set; } = [];
    public int Recusals { get; private set; }

    /// <summary>Of the organisations that were not drawn again: how many the stored seed gives to the same team, and how many it does not.</summary>
    public (int Same, int Different) Verified { get; private set; }
    public int Again => All.Count(IsDrawnAgain);

    public static bool IsDrawnAgain(RoundObject row) => row.Note.Contains("重抽种子", StringComparison.Ordinal);

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostDrawAsync(int id) => DoAsync(id, async () =>
    {
        await LoadSheetsAsync();
        await LoadRecusalsAsync();
        Rule.Require(Round.Stage is RoundStage.Drawing, "自评结束后才能抽签。");
        await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today);
        Round.Draw(NewSeed(), First ?? "", Second ?? "", Codes(), Clock.Now);
        return $"已抽签，种子{Round.Seed}：{string.Join("，", Round.Teams.OrderBy(t => t.No).Select(t => $"{t.Name}{Round.Sheets.Count(s => s.Team == t)}个"))}。";
    }, "/draw");

    /// <summary>重抽.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostAgainAsync(int id) => DoAsync(id, async () =>
    {
        var sheet = Sheet is { } chosen ? await Db.FindSheetAsync(chosen) : null;
        Rule.Require(sheet is { IsSecondCheck: false } && sheet.Round == Round, "请选择要重抽的单位。");
        await LoadSheetsAsync();
        await LoadRecusalsAsync();
        await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today); // posts taken since the draw
        var before = sheet!.Team!.Name;
        var scorers = sheet.Scorers.ToList();
        Round.DrawAgain(sheet, NewSeed(), Reason?.Trim() ?? "", Codes());
        Db.RemoveRange(scorers);
        return $"{Named(sheet.OrganizationId)}已重抽，由{before}改为{sheet.Team!.Name}；原来的打分已清除。";
    }, "/draw");

    /// <summary>The sheets themselves, for the lots are drawn again from them.</summary>
    protected override async Task<IReadOnlyList<RoundObject>> ReadAsync()
    {
        await Db.ScoreSheets.Include(s => s.Rubric).Where(s => s.RoundId == Round.Id).LoadAsync();
        return RoundObject.Of(Current.Tree, Round.Sheets);
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Teams = TeamProgress.Of(Round, All);
        await LoadRecusalsAsync();
        Recusals = Round.Recusals.Count(r => !r.IsAfterDraw);
        if (Round.Seed.Length > 0)
        {
            var again = All.Where(IsDrawnAgain).Select(o => o.SheetId).ToHashSet();
            var drawn = Lots.Draw(Round.Seed, [.. Round.Sheets.Where(s => !s.IsSecondCheck)], Round.Teams, Codes(), WasRecused).Where(l => !again.Contains(l.Sheet.Id)).ToList();
            Verified = (drawn.Count(l => l.Sheet.Team == l.Team), drawn.Count(l => l.Sheet.Team != l.Team));
        }
    }

    /// <summary>As it stood when the lots were drawn.</summary>
    private bool WasRecused(int person, int organization) => Round.Recusals.Any(r => r.PersonId == person && r.OrganizationId == organization && !r.IsAfterDraw);
}
