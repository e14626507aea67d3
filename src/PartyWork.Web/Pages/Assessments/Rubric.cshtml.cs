using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>One rubric: every criterion with its printed sentence and, beside it, what the product computes of it.</summary>
public sealed class RubricModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RubricPage(db, user)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "年中数据截止日")]
    public DateOnly MidOn { get; set; }

    [BindProperty, Display(Name = "年底数据截止日")]
    public DateOnly EndOn { get; set; }

    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>By the parameter's key.</summary>
    [BindProperty]
    public Dictionary<string, string?> Parameters { get; set; } = [];

    public IReadOnlyList<RubricFinding> Findings { get; private set; } = [];

    [Needs(Act.ReadRubrics)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Name, MidOn, EndOn, Verdict) = (Rubric.Name, Rubric.MidOn, Rubric.EndOn, Rubric.Verdict);
        Parameters = Rubric.Parameters.ToDictionary(p => p.Key, p => Typed.Print(p.Value));
        Version = Db.VersionOf(Rubric);
        return Shown();
    }

    [Needs(Act.ReadRubrics)]
    public async Task<IActionResult> OnGetExportAsync(int id) =>
        await FindAsync(id) ? File(RubricWorkbook.Write(Rubric, ScoreMetrics.Words), SheetWriter.ContentType, $"{Rubric.Title}.xlsx") : NotFound();

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostSaveAsync(int id) => !await FindAsync(id) ? NotFound() : await TryAsync(Db, async () =>
    {
        Db.Expect(Rubric, Version);
        Db.Touch(Rubric);
        Rubric.Write(Name?.Trim() ?? "", MidOn, EndOn);
        Rubric.Decide(Verdict?.Trim() ?? "");
        // Where the form has none, the binder fills the dictionary with the form's other fields.
        foreach (var key in Rubric.Parameters.Select(p => p.Key).Where(Parameters.ContainsKey).ToList())
        {
            Rubric.SetParameter(key, Typed.Number(Parameters[key], ScoreMetrics.Words.Name(key)));
        }

        await Db.SaveChangesAsync();
        Tell("已保存。");
        return Redirect(Back);
    }, async () => await FindAsync(id) ? Again() : NotFound());

    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostPublishAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Db.Expect(Rubric, Version);
        Rubric.Publish(ScoreMetrics.Known, Current.Actor, clock.Today);
        await Db.SaveChangesAsync();
        Tell($"{Rubric.Title}已启用，得分预估即按此计算；从现在起不能再改。");
        return Redirect(Back);
    }

    /// <summary>另立新版.</summary>
    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostCopyAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var (year, kind) = (Rubric.Year, Rubric.Kind);
        var versions = await Db.Rubrics.Where(r => r.Year == year && r.Kind == kind).Select(r => new { r.No, r.PublishedOn }).ToListAsync();
        Rule.Require(versions.All(v => v.PublishedOn is not null), "已有一份正在起草的新版，请在那一份上修改。");
        var copy = Rubric.Copy(year, versions.Max(v => v.No) + 1);
        Db.Add(copy);
        await Db.SaveChangesAsync();
        Tell("新版已建立，内容与原版相同，请修改后启用。");
        return Redirect($"/rubrics/{copy.Id}");
    }

    /// <summary>A draft that nobody was scored by is given up.</summary>
    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostDeleteAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Rule.Require(!Rubric.IsFrozen, "已启用的细则不能删除。");
        Db.Expect(Rubric, Version);
        Db.RemoveWhole(Rubric);
        await Db.SaveChangesAsync();
        Tell($"草稿“{Rubric.Title}”已删除。");
        return Redirect($"/rubrics?year={Rubric.Year}");
    }

    private PageResult Again()
    {
        Version = NowOr(Version, Rubric);
        return Shown();
    }

    private PageResult Shown()
    {
        Findings = MayChange ? Rubric.Check(ScoreMetrics.Known) : [];
        return Page();
    }
}
