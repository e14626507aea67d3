using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>One criterion of a draft: the printed sentence on one side, the parts that are computed on the other. “new” adds one under an item.</summary>
public sealed class CriterionModel(PartyWorkDb db, CurrentUser user) : RubricPage(db, user)
{
    private RubricItem? _item;

    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    /// <summary>只订正文字，含义不变.</summary>
    [BindProperty]
    public bool IsWordingOnly { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public RubricCriterion? Criterion { get; private set; }
    public bool IsNew { get; private set; }
    public string ItemName => $"{_item!.Code} {_item.Name}";

    /// <summary>What the parts now say, to be read beside the sentence; what cannot be read yet says nothing.</summary>
    public IReadOnlyList<string> Reading { get; private set; } = [];

    public static IEnumerable<ScoreMetric> Metrics => ScoreMetrics.All.Values.Where(m => m.Key.Contains('.', StringComparison.Ordinal)).OrderBy(m => m.Key, StringComparer.Ordinal);

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnGetAsync(int id, string code)
    {
        if (!await FindAsync(id, code))
        {
            return NotFound();
        }

        if (Criterion is { } criterion)
        {
            (Input, Version) = (CriterionInput.Of(criterion.Text()), Db.VersionOf(criterion));
            Reading = [.. criterion.Parts.Select(ScoreMetrics.Words.Say)];
        }

        Input.Pad();
        return Page();
    }

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostSaveAsync(int id, string code) => !await FindAsync(id, code) ? NotFound() : await TryAsync(Db, () => ActAsync(() =>
    {
        if (Criterion is { } criterion)
        {
            Db.Expect(criterion, Version);
            Rubric.Change(criterion, Input.Read(), IsWordingOnly);
        }
        else
        {
            Rubric.AddCriterion(_item!, Input.Read());
        }

        Tell("已保存。");
    }), async () =>
    {
        Input.Pad();
        if (!await FindAsync(id, code))
        {
            return NotFound();
        }

        Version = NowOr(Version, Criterion);
        return Page();
    });

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, string code) => !await FindAsync(id, code) ? NotFound() : await ActAsync(() =>
    {
        var gone = Criterion ?? throw new BrokenRuleException("还没有保存，不需要删除。");
        Db.Expect(gone, Version);
        Rubric.Remove(gone);
        Db.Remove(gone);
        Tell("已删除，其后各条的编号不变。");
    });

    /// <summary>Whatever changes below a rubric changes the rubric: who would publish it has not seen it yet.</summary>
    private async Task<IActionResult> ActAsync(Action act)
    {
        var parameters = Rubric.Parameters.ToList();
        Db.Touch(Rubric);
        act();
        Db.RemoveRange(parameters.Except(Rubric.Parameters)); // nothing reads them any more
        await Db.SaveChangesAsync();
        return Redirect($"{Back}#{_item!.Code}");
    }

    private async Task<bool> FindAsync(int id, string code)
    {
        if (!await FindAsync(id))
        {
            return false;
        }

        IsNew = code == HeadModel.New;
        var items = Rubric.Categories.SelectMany(c => c.Items).ToList();
        Criterion = IsNew ? null : Rubric.Criteria.SingleOrDefault(c => c.Code == code);
        _item = IsNew ? items.Find(i => i.Code == Under) : items.Find(i => Criterion is not null && i.Criteria.Contains(Criterion));
        return _item is not null;
    }
}
