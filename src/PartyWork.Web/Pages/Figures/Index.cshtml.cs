using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>数据字典: all figures by the section of the report that uses them, with their values for the reader's own organisation.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public FigureSection? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Cutoff { get; set; }

    public IReadOnlyList<Figure> Rows { get; private set; } = [];

    /// <summary>考核指标 by their sections, to be opened; shown in the list only when they are looked for.</summary>
    public IReadOnlyList<(FigureSection Section, int Count)> Metrics { get; private set; } = [];
    public FigureValues Values { get; private set; } = null!;
    public OrgNode Organization { get; private set; } = null!;
    public bool MayAsk => user.HasWhomToAsk() && !string.IsNullOrWhiteSpace(Words);
    public DateOnly Day => Cutoff is { Year: >= 2000 and <= 2100 } day ? day : clock.Today;

    [Needs(Act.ReadDictionary)]
    public async Task OnGetAsync()
    {
        var words = Words?.Trim() ?? "";
        Organization = user.Organization!;
        var asked = words.Length == 0 && Section is not FigureSection.Asked ? [] : await AskedFigures.AllAsync(db, user.Tree);
        var isOverview = Section is null && words.Length == 0;
        Metrics = !isOverview ? [] : [.. FigureDictionary.All.SelectMany(f => f.Sections).Where(s => s >= FigureSection.AssessedDuties).GroupBy(s => s).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
        Rows = [.. FigureDictionary.All.Concat(asked).Where(f => !(isOverview && f.IsMetric) && (Section is null || f.Sections.Contains(Section.Value))
            && (f.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || f.Key.Contains(words, StringComparison.OrdinalIgnoreCase) || f.Metric.Contains(words, StringComparison.OrdinalIgnoreCase) || Pinyin.Initials(f.Name).Contains(words, StringComparison.OrdinalIgnoreCase) || f.Definition.Contains(words, StringComparison.Ordinal)))];
        Values = await FigureEvaluation.EvaluateAsync(db, user.Tree, Rows, [Organization.Id], Period.To(Day));
    }
}
