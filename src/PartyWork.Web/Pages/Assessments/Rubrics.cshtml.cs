using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>The year's rubrics in all their versions; drafts are shown to those who write them.</summary>
public sealed class RubricsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayWrite => user.May(Act.WriteRubrics);
    public int? OwnId => user.Organization?.Id;
    public bool MayReadScores => OwnId is not null && user.May(Act.ReadRunningScores);
    public bool HasOwnScore => user.Organization is { } own && RubricKinds.Of(own.Level, own.Domain) is not null;
    public IEnumerable<RubricKind> Missing => Enum.GetValues<RubricKind>().Where(k => Rows.All(r => r.Kind != k));

    [Needs(Act.ReadRubrics)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var (year, drafts) = (Year, MayWrite);
        Rows = await db.Rubrics.Where(r => r.Year == year && (drafts || r.PublishedOn != null)).OrderBy(r => r.PublishedOn != null).ThenBy(r => r.Kind).ThenByDescending(r => r.No)
            .Select(r => new Row(r.Id, r.Kind, r.No, r.Name, r.PublishedOn, r.Categories.Count, r.Categories.SelectMany(c => c.Items).Count(), r.Categories.SelectMany(c => c.Items).SelectMany(i => i.Criteria).Count()))
            .ToListAsync();
    }

    /// <summary>沿用上年: of every kind that the year has not yet, last year's newest published version as a draft.</summary>
    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostCopyAsync(int year)
    {
        var last = (await db.Rubrics.WithAll().Where(r => r.Year == year - 1 && r.PublishedOn != null && !db.Rubrics.Any(n => n.Year == year && n.Kind == r.Kind)).ToListAsync())
            .GroupBy(r => r.Kind).Select(g => g.MaxBy(r => r.No)!).ToList();
        Rule.Require(last.Count > 0, $"{year - 1}年没有可以沿用的考核细则，或者{year}年已经都有了。");
        db.ChangeTracker.Clear();
        db.AddRange(last.Select(r => r.Copy(year, 1)));
        await db.SaveChangesAsync();
        Tell($"已沿用{year - 1}年的{last.Count}份细则，都是草稿，请逐份核对后启用。");
        return Redirect($"/rubrics?year={year}");
    }

    /// <summary>载入样本: of every kind that the year has not yet, the product's own as a draft.</summary>
    [Needs(Act.WriteRubrics)]
    public async Task<IActionResult> OnPostSamplesAsync(int year)
    {
        var known = await db.Rubrics.Where(r => r.Year == year).Select(r => r.Kind).Distinct().ToListAsync();
        var samples = RubricContent.Read(year, _ => 1).Where(r => !known.Contains(r.Kind)).ToList();
        Rule.Require(samples.Count > 0, $"{year}年六类细则都有了，不需要载入样本。");
        db.AddRange(samples);
        await db.SaveChangesAsync();
        Tell($"已载入{samples.Count}份样本细则，都是草稿，请按本区实际修改后启用。");
        return Redirect($"/rubrics?year={year}");
    }

    public sealed record Row(int Id, RubricKind Kind, int No, string Name, DateOnly? PublishedOn, int Categories, int Items, int Criteria);
}
