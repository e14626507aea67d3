using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>常用意见 of one keeper, a person or the district: added, reworded, taken out.</summary>
public abstract class PhrasesPage(PartyWorkDb db) : WorkPage
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What was typed and could not be kept: as new for 0, else for the phrase of that number.</summary>
    public (int Id, string Text) Typed { get; private set; }

    /// <summary>Whose the page's phrases are; null for the district's.</summary>
    protected abstract int? Keeper { get; }

    /// <summary>What the page's phrases are for.</summary>
    protected virtual PhraseUse For => PhraseUse.Returning;

    /// <summary>As the address says it; null for the usual.</summary>
    public PhraseUse? Route => For is PhraseUse.Returning ? null : For;

    private string Here => For is PhraseUse.Returning ? Request.Path : $"{Request.Path}?Use={For}";

    protected async Task<IActionResult> ShowAsync()
    {
        var (keeper, use) = (Keeper, For);
        Rows = await db.ReturnPhrases.Where(p => p.PersonId == keeper && p.Use == use).OrderBy(p => p.Id).Select(p => new Row(p.Id, p.Text, EF.Property<int>(p, PartyWorkDb.Version))).ToListAsync();
        return Page();
    }

    public string Example => For is PhraseUse.Scoring ? "写明怎么查到的、与什么不符，如：查阅资料，缺少相应记录：" : "写明缺什么、怎么补，如：请补充开展的时间和地点。";

    protected Task<IActionResult> AddAsync(string? text) => TryAsync(db, async () =>
    {
        db.Add(ReturnPhrase.Add(Keeper, text?.Trim() ?? "", await AllAsync(), For));
        await db.SaveChangesAsync();
        Tell("已添加。");
        return Redirect(Here);
    }, () => AgainAsync(0, text));

    protected async Task<IActionResult> SaveAsync(int id, int version, string? text)
    {
        var all = await AllAsync();
        return all.SingleOrDefault(p => p.Id == id) is not { } phrase ? NotFound() : await TryAsync(db, async () =>
        {
            db.Expect(phrase, version);
            phrase.Rewrite(text?.Trim() ?? "", all);
            await db.SaveChangesAsync();
            Tell("已保存。");
            return Redirect(Here);
        }, () => AgainAsync(id, text));
    }

    protected async Task<IActionResult> RemoveAsync(int id, int version)
    {
        if ((await AllAsync()).SingleOrDefault(p => p.Id == id) is not { } phrase)
        {
            return NotFound();
        }

        db.Expect(phrase, version);
        db.Remove(phrase);
        await db.SaveChangesAsync();
        Tell("已删除。");
        return Redirect(Here);
    }

    private Task<List<ReturnPhrase>> AllAsync()
    {
        var (keeper, use) = (Keeper, For);
        return db.ReturnPhrases.Where(p => p.PersonId == keeper && p.Use == use).ToListAsync();
    }

    private Task<IActionResult> AgainAsync(int id, string? text)
    {
        Typed = (id, text ?? "");
        return ShowAsync();
    }

    public sealed record Row(int Id, string Text, int Version);
}
