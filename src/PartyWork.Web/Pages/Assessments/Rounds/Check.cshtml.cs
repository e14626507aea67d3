using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>One 交叉复评: where two teams see a criterion differently, and what they agree on when their totals are too far apart.</summary>
public sealed class CheckModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    /// <summary>评分表 of the second team.</summary>
    private int _sheet;

    /// <summary>商定分 by 条编号; what is left empty is upheld.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    [BindProperty]
    public string? Agreed { get; set; }

    public CheckedSheets Head { get; private set; } = null!;

    /// <summary>Only those that differ, by what their teams settled on.</summary>
    public IReadOnlyList<CheckedLine> Lines { get; private set; } = [];
    public bool MayAgree => MayCheck && Round.Stage is RoundStage.OnSite && Head is { Stage: SheetStage.Provisional, Agreed.Length: 0 } && Head.Difference > ScoreSheet.Tolerance;

    protected override Act Writes => Act.CheckRounds;

    [Needs(Act.ReadRounds)]
    public async Task<IActionResult> OnGetAsync(int id) => await GetAsync(await RoundOfAsync(id));

    /// <summary>联合复核.</summary>
    [Needs(Act.CheckRounds)]
    public async Task<IActionResult> OnPostAgreeAsync(int id) => await DoAsync(await RoundOfAsync(id), async () =>
    {
        var first = (await Db.FindSheetAsync(Head.First))!;
        var adjusted = Values.Select(v => (v.Key, Value: Typed.Number(v.Value, $"{v.Key}商定分"))).Where(v => v.Value is not null).ToDictionary(v => v.Key, v => v.Value!.Value);
        first.Agree(adjusted, Agreed?.Trim() ?? "", Current.Actor, Clock.Now);
        return $"{Named(first.OrganizationId)}已登记联合复核，{(adjusted.Count > 0 ? $"调整{adjusted.Count}条" : "维持原评分")}。";
    }, "/checks");

    protected override async Task ShowAsync()
    {
        if (Head.Difference is null)
        {
            return; // what one team found is not shown before the other has submitted
        }

        var (sheet, first, rubric) = (_sheet, Head.First, Head.Rubric);
        var all = Db.AllLines().AsNoTracking();
        Lines = await (
            from one in all.Where(l => l.SheetId == first)
            join other in all.Where(l => l.SheetId == sheet) on one.Code equals other.Code
            where one.Team != other.Team || one.IsNotApplicable != other.IsNotApplicable
            orderby one.No
            select new CheckedLine(one, other, Db.Set<RubricCategory>().Where(c => c.RubricId == rubric).SelectMany(c => c.Items).SelectMany(i => i.Criteria).Where(c => c.Code == one.Code).Select(c => c.Standard).First())).ToListAsync();
    }

    /// <summary>Reads what both sheets come to.</summary>
    /// <returns>The round; 0 where there is no such second check, and no round has that number.</returns>
    private async Task<int> RoundOfAsync(int sheet)
    {
        _sheet = sheet;
        Head = (await Db.AllSheets().Where(s => s.Id == sheet && s.CheckedId != null).Select(s => new CheckedSheets(s.RoundId, s.OrganizationId, s.CheckedId!.Value, s.RubricId, s.Checked!.Stage, s.Checked.Team!.No, s.Team!.No, s.Checked.TeamTotal, s.TeamTotal, s.Checked.Agreed, s.Checked.AgreedBy, s.Checked.AgreedAt)).SingleOrDefaultAsync())!;
        return Head is null ? 0 : Head.Round;
    }
}

/// <param name="First">评分表 of the team that was drawn first.</param>
/// <param name="Stage">Of the first: once it has been told nothing is agreed any more.</param>
public sealed record CheckedSheets(int Round, int OrganizationId, int First, int Rubric, SheetStage Stage, int FirstTeam, int Team, int? FirstTotal, int? Total, string Agreed, string AgreedBy, DateTime? AgreedAt)
{
    public int? Difference => ScoreSheet.DifferenceOf(FirstTotal, Total);
}

/// <param name="Standard">考核标准.</param>
public sealed record CheckedLine(SheetLine First, SheetLine Second, string Standard);
