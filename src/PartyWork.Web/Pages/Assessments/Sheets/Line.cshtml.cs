using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>逐条评分 on a phone: what was found, what it comes to, one press to accept, and on to the next.</summary>
public sealed class LineModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SheetPage(db, user, clock)
{
    private IReadOnlyDictionary<string, LastScore> _last = new Dictionary<string, LastScore>();

    /// <summary>From which lines to go on: 需现场判定 (a phone's way), or all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Only { get; set; } = true;

    [BindProperty]
    public LineForm Input { get; set; } = new();

    /// <summary>The line that was asked for.</summary>
    public LineCard Card { get; private set; } = null!;

    /// <summary>All lines of the way; but for the one that is shown they are held in the page for where there is no signal.</summary>
    public IReadOnlyList<LineCard> Rest { get; private set; } = [];

    private bool IsFetched => Request.Headers.XRequestedWith == "fetch";

    [Needs(Act.ScoreSheets)]
    public async Task<IActionResult> OnGetAsync(int id, string code) => await FindAsync(id, code) ? await ShowAsync(null) : NotFound();

    [Needs(Act.ScoreSheets)]
    public async Task<IActionResult> OnGetRestAsync(int id, string code)
    {
        if (!await FindAsync(id, code))
        {
            return NotFound();
        }

        _last = await LastScore.OfAsync(Db, Sheet);
        Rest = [.. Way.Select(l => CardOf(l, LineForm.Of(l)))];
        return Partial("_Cards", this);
    }

    [Needs(Act.ScoreSheets)]
    public Task<IActionResult> OnPostSaveAsync(int id, string code) => ScoreAsync(id, code, accepts: false);

    /// <summary>接受建议: as it comes to with what was found.</summary>
    [Needs(Act.ScoreSheets)]
    public Task<IActionResult> OnPostAcceptAsync(int id, string code) => ScoreAsync(id, code, accepts: true);

    /// <summary>试算: what it would come to with what was found; nothing is kept.</summary>
    [Needs(Act.ScoreSheets)]
    public async Task<IActionResult> OnPostTryAsync(int id, string code) => await FindAsync(id, code) ? await TryAsync(Db, () => ShowAsync(Input), () => AgainAsync(id, code)) : NotFound();

    private IReadOnlyList<LineView> Way => Only && Lines.First(l => l.Code == Card.View.Code).NeedsPeople ? [.. Lines.Where(l => l.NeedsPeople)] : Lines;

    private async Task<IActionResult> ScoreAsync(int id, string code, bool accepts)
    {
        if (!await FindAsync(id, code))
        {
            return NotFound();
        }

        if (!IsFetched)
        {
            return await TryAsync(Db, async () => Redirect(await WriteAsync(accepts)), () => AgainAsync(id, code));
        }

        try
        {
            var next = await WriteAsync(accepts);
            TempData.Remove(PageGuard.Message); // the page that sent it says so itself
            return new JsonResult(new { next, version = Db.VersionOf(Card.View.Line), scored = Sheet.Scored });
        }
        catch (BrokenRuleException broken)
        {
            return new JsonResult(new { error = broken.Message });
        }
        catch (DbUpdateConcurrencyException)
        {
            return new JsonResult(new { error = $"{code}：{PageGuard.Changed}" });
        }
    }

    /// <returns>Where to go on: the next line of the way that nobody has scored, else the sheet.</returns>
    private async Task<string> WriteAsync(bool accepts)
    {
        var view = Card.View;
        Db.Expect(view.Line, Input.Version);
        Sheet.Score(view.Line, Input.Entry(view, accepts), ScoreMetrics.All, Actor, Now);
        await Db.SaveChangesAsync();
        Tell($"{view.Code}已评：{(view.Line.IsNotApplicable ? "不适用" : Typed.Print(view.Line.Given) + "分")}。");
        var after = Way.SkipWhile(l => l.Code != view.Code).Concat(Way).FirstOrDefault(l => !l.Line.IsScored);
        return after is null ? Here : Address(after, Only);
    }

    private async Task<bool> FindAsync(int id, string code)
    {
        if (!await FindAsync(id) || Lines.FirstOrDefault(l => l.Code == code) is not { } view)
        {
            return false;
        }

        Card = CardOf(view, new LineForm());
        return true;
    }

    private async Task<IActionResult> AgainAsync(int id, string code)
    {
        if (!await FindAsync(id, code))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            Input.Version = Card.View.Version;
        }

        return await ShowAsync(Input);
    }

    private async Task<IActionResult> ShowAsync(LineForm? typed)
    {
        _last = await LastScore.OfAsync(Db, Sheet);
        Card = CardOf(Card.View, typed ?? LineForm.Of(Card.View));
        return Page();
    }

    private LineCard CardOf(LineView view, LineForm form)
    {
        var way = Only && view.NeedsPeople ? [.. Lines.Where(l => l.NeedsPeople)] : Lines;
        var at = way.TakeWhile(l => l.Code != view.Code).Count();
        var of = ClassOf(view);
        return new LineCard(view, of, form, Only, at > 0 ? way[at - 1] : null, at < way.Count - 1 ? way[at + 1] : null)
        {
            Sheet = Sheet, Here = Here, MayScore = MayScore(of), Last = _last.GetValueOrDefault(view.Code),
        };
    }
}
