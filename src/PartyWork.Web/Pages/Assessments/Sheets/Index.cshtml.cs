using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>评分表 at a desk: class by class, in the order of the paper. Members score at the same time; the leader divides, settles and submits.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SheetPage(db, user, clock)
{
    /// <summary>只看需现场判定; left open, a phone shows only those and a desk all.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Only { get; set; }

    [BindProperty]
    public Dictionary<string, RowInput> Rows { get; set; } = [];

    [BindProperty]
    public Dictionary<string, int?> Divided { get; set; } = [];

    [BindProperty, Display(Name = "查看日期")]
    public DateOnly? VisitedOn { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    /// <summary>What the form was shown: the sheet's version, and that of all its lines.</summary>
    [BindProperty, Display(Name = "页面版本")]
    public int Shown { get; set; }

    [BindProperty, Display(Name = "页面版本")]
    public int ShownLines { get; set; }

    public IReadOnlyDictionary<string, LastScore> Last { get; private set; } = new Dictionary<string, LastScore>();
    public int LineVersions => Lines.Sum(l => l.Version);
    public LineView? FirstOpen => Lines.FirstOrDefault(l => !l.Line.IsScored && (Only != true || l.NeedsPeople));

    [Needs(Act.ScoreSheets)]
    public Task<IActionResult> OnGetAsync(int id) => ShowAsync(id);

    /// <summary>打分 of a class; rows without a score are left alone.</summary>
    [Needs(Act.ScoreSheets)]
    public Task<IActionResult> OnPostSaveAsync(int id, string category) => ActAsync(id, $"#{category}", () => $"已保存{RowsOf(category).Count(r => r.Row.ScoreIn(this, r.View))}条评分。");

    [Needs(Act.ScoreSheets)]
    public Task<IActionResult> OnPostAcceptAsync(int id, string category) => ActAsync(id, $"#{category}", () => $"已按系统分接受{Sheet.Accept(category, ScoreMetrics.All, Actor, Now)}条。");

    /// <summary>The leader's own row: 打分 as any member's, and 定分 over it.</summary>
    [Needs(Act.SubmitSheets)]
    public Task<IActionResult> OnPostSettleAsync(int id, string category) => ActAsync(id, $"#{category}", () =>
        $"已保存{RowsOf(category).Count(r => r.Row.ScoreIn(this, r.View))}条评分、{RowsOf(category).Count(r => r.Row.SettleIn(this, r.View))}条定分。");

    [Needs(Act.SubmitSheets)]
    public Task<IActionResult> OnPostDivideAsync(int id) => ActAsync(id, "#leader", () =>
    {
        var before = Sheet.Scorers.ToList();
        Db.Expect(Sheet, Shown);
        Db.Touch(Sheet);
        Sheet.Divide(Divided.Where(d => Sheet.Scorers.FirstOrDefault(s => s.Category == d.Key)?.PersonId != d.Value).ToDictionary(), Actor);
        Db.RemoveRange(before.Except(Sheet.Scorers));
        return "已保存分工。";
    });

    [Needs(Act.SubmitSheets)]
    public Task<IActionResult> OnPostSubmitAsync(int id) => ActAsync(id, "", () =>
    {
        Rule.Require(VisitedOn is not null, "请填写现场考核日期。");
        Rule.Require(ShownLines == LineVersions, "您打开本页以后，又有条款评过分，请核对最新的得分后再提交。");
        Db.Expect(Sheet, Shown);
        foreach (var line in Lines)
        {
            Db.Touch(line.Line); // a member who is scoring just now is told that the sheet has been submitted
        }

        Sheet.Submit(VisitedOn!.Value, Opinion?.Trim() ?? "", Actor, Now);
        return "评分表已提交，等待区委组织部反馈。";
    });

    /// <summary>What is in the fields: typed before a rule was broken, else what is stored.</summary>
    public RowInput Row(LineView line) => Rows.GetValueOrDefault(line.Code) ?? RowInput.Of(line);

    internal void Score(LineView line, LineEntry entry, int version)
    {
        Db.Expect(line.Line, version);
        Sheet.Score(line.Line, entry, ScoreMetrics.All, Actor, Now);
    }

    internal void Settle(LineView line, int value, string reason, int version)
    {
        Db.Expect(line.Line, version);
        Sheet.Settle(line.Line, value, reason, Actor);
    }

    private IEnumerable<(LineView View, RowInput Row)> RowsOf(string category) =>
        (Classes.FirstOrDefault(c => c.Category.Code == category) ?? throw new BrokenRuleException($"细则没有“{category}”这一类。")).Lines.Where(l => Rows.ContainsKey(l.Code)).Select(l => (l, Rows[l.Code]));

    private async Task<IActionResult> ActAsync(int id, string anchor, Func<string> act) => !await FindAsync(id) ? NotFound() : await TryAsync(Db, async () =>
    {
        var done = act();
        await Db.SaveChangesAsync();
        Tell(done);
        return Redirect(Here + (Only is { } only ? $"?Only={only}" : "") + anchor);
    }, () => ShowAsync(id));

    private async Task<IActionResult> ShowAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (IsOutdated) // what was typed is kept, with the versions of now
        {
            ModelState.Remove(nameof(Shown));
            foreach (var line in Lines.Where(l => Rows.ContainsKey(l.Code)))
            {
                Rows[line.Code].Version = line.Version;
            }
        }

        Last = await LastScore.OfAsync(Db, Sheet);
        return Page();
    }
}
