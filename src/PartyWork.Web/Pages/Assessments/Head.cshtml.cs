using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>A class or an item of a draft: its name and points. “new” adds one, under a class or on top.</summary>
public sealed class HeadModel(PartyWorkDb db, CurrentUser user) : RubricPage(db, user)
{
    public const string New = "new";

    private RubricCategory? _category;
    private RubricItem? _item;

    /// <summary>The class that a new item comes under; empty for a new class.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Under { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Points { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public bool IsNew { get; private set; }
    public bool IsItem => _item is not null || (IsNew && _category is not null);
    public bool IsEmpty => _item?.Criteria.Count == 0 || _category?.Items.Count == 0;

    /// <summary>As it is saved, whatever was typed.</summary>
    public (string Code, string Name, int Points) Kept => _item is { } item ? (item.Code, item.Name, item.Points) : (_category!.Code, _category.Name, _category.Points);
    public string What => IsItem ? "项" : "类";

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnGetAsync(int id, string head)
    {
        if (!await FindAsync(id, head))
        {
            return NotFound();
        }

        if (!IsNew)
        {
            (Code, Name, Points) = (Kept.Code, Kept.Name, Typed.Print(Kept.Points));
            Version = Db.VersionOf((object?)_item ?? _category!);
        }

        return Page();
    }

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostSaveAsync(int id, string head) => !await FindAsync(id, head) ? NotFound() : await TryAsync(Db, () => ActAsync(() =>
    {
        var points = Typed.Number(Points, "分值") ?? throw new BrokenRuleException("请填写分值。");
        var (code, name) = (Code?.Trim() ?? "", Name?.Trim() ?? "");
        if (IsNew)
        {
            _ = _category is { } under ? (object)Rubric.AddItem(under, code, name, points) : Rubric.AddCategory(code, name, points);
        }
        else if (_item is { } item)
        {
            Db.Expect(item, Version);
            Rubric.Change(item, name, points);
        }
        else
        {
            Db.Expect(_category!, Version);
            Rubric.Change(_category!, name, points);
        }

        Tell("已保存。");
    }), async () =>
    {
        if (!await FindAsync(id, head))
        {
            return NotFound();
        }

        Version = NowOr(Version, (object?)_item ?? _category);
        return Page();
    });

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, string head) => !await FindAsync(id, head) ? NotFound() : await ActAsync(() =>
    {
        object gone = (object?)_item ?? _category ?? throw new BrokenRuleException("还没有保存，不需要删除。");
        Db.Expect(gone, Version);
        if (_item is { } item)
        {
            Rubric.Remove(item);
        }
        else
        {
            Rubric.Remove(_category!);
        }

        Db.Remove(gone);
        Tell("已删除。");
    });

    /// <summary>Whatever changes below a rubric changes the rubric: who would publish it has not seen it yet.</summary>
    private async Task<IActionResult> ActAsync(Action act)
    {
        Db.Touch(Rubric);
        act();
        await Db.SaveChangesAsync();
        return Redirect(Back);
    }

    private async Task<bool> FindAsync(int id, string head)
    {
        if (!await FindAsync(id))
        {
            return false;
        }

        IsNew = head == New;
        var category = IsNew ? Under : head;
        _category = Rubric.Categories.SingleOrDefault(c => c.Code == category);
        _item = IsNew ? null : Rubric.Categories.SelectMany(c => c.Items).SingleOrDefault(i => i.Code == head);
        return IsNew ? string.IsNullOrEmpty(Under) || _category is not null : _category is not null || _item is not null;
    }
}
