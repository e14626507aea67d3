using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>A workbook or an exchange file becomes a draft: all of it, or nothing and where it was not understood.</summary>
public sealed class RubricImportModel(PartyWorkDb db, BusinessClock clock) : WorkPage
{
    public const int MostShown = 100;

    [BindProperty]
    public int Year { get; set; }

    /// <summary>Takes the place of the draft that there is.</summary>
    [BindProperty]
    public bool Replaces { get; set; }

    public IReadOnlyList<CellFinding> Findings { get; private set; } = [];

    [Needs(Act.WriteRubrics)]
    public void OnGet() => Year = ChosenYear(clock);

    [Needs(Act.WriteRubrics)]
    public Task<IActionResult> OnPostAsync(IFormFile? file) => TryAsync(db, async () =>
    {
        Rule.Require(file is { Length: > 0 }, "请选择细则文件。");
        var year = Year;
        var there = await db.Rubrics.Where(r => r.Year == year).Select(r => new { r.Id, r.Kind, r.No, r.PublishedOn }).ToListAsync();
        var read = await ReadAsync(file!, kind => (there.Where(r => r.Kind == kind && r.PublishedOn is not null).Max(r => (int?)r.No) ?? 0) + 1);
        if (read.Rubric is not { } rubric)
        {
            Findings = read.Findings;
            return Page();
        }

        var draft = there.Find(r => r.Kind == rubric.Kind && r.PublishedOn is null)?.Id;
        Rule.Require(draft is null || Replaces, $"{year}年{rubric.Kind.Text()}细则已有一份草稿；要用这个文件代替它，请勾选“代替正在起草的版本”后再导入。");
        await db.AsOneAsync(async () =>
        {
            if (draft is { } id)
            {
                db.RemoveWhole(await db.Rubrics.WithAll().SingleAsync(r => r.Id == id));
                await db.SaveChangesAsync();
            }

            db.Add(rubric);
            return await db.SaveChangesAsync();
        });
        Tell($"已导入为草稿：{rubric.Counts.Categories}类{rubric.Counts.Items}项{rubric.Counts.Criteria}条。请核对并与上年对比后启用。");
        return Redirect($"/rubrics/{rubric.Id}");
    }, () => Task.FromResult<IActionResult>(Page()));

    private async Task<RubricFile> ReadAsync(IFormFile file, Func<RubricKind, int> numberOf)
    {
        if (Path.GetExtension(file.FileName).ToUpperInvariant() is not (".YAML" or ".YML"))
        {
            await using var workbook = file.OpenReadStream();
            return RubricWorkbook.Read(SheetReader.Read(workbook, file.FileName), Year, numberOf);
        }

        Rule.Require(file.Length <= RubricYaml.MaxBytes, "文件太大，不是考核细则。");
        using var text = new StreamReader(file.OpenReadStream());
        return RubricYaml.Read(await text.ReadToEndAsync(), Year, numberOf);
    }
}
