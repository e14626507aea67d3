using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Documents.AnnualReports;

/// <summary>A report with its figures of today, or of the day on which they were frozen: its lines, what the check finds, what is still missing.</summary>
public sealed class ReportReading
{
    private readonly FigureValues _figures;
    private readonly int _district;

    private ReportReading(AnnualReport report, int district, Period period, FigureValues figures, IReadOnlyDictionary<string, ReportFigure> values, LintContext context)
    {
        (Period, _figures, _district, Values) = (period, figures, district, values);
        Lines = ReportOutline.Of(report.Paragraphs, values);
        var findings = report.State >= ReportState.Approved ? [] : ReportCheck.Run(Lines, context);
        Findings = [.. findings.OrderBy(f => f.Level).ThenBy(f => Lines.Index().FirstOrDefault(l => l.Item.Place == f.Place).Index)];
        Unwritten = [.. report.Paragraphs.Where(p => !p.IsHeading && Lines.All(l => l.Place != p.Key)).OrderBy(p => p.Order)];
    }

    public Period Period { get; }
    public IReadOnlyDictionary<string, ReportFigure> Values { get; }
    public IReadOnlyList<OutlineLine> Lines { get; }

    /// <summary>Errors before warnings, each in the order of the text. An approved report is not checked any more.</summary>
    public IReadOnlyList<ReportFinding> Findings { get; }

    /// <summary>Without the figures that nobody has recorded, which are listed with who owes them.</summary>
    public IEnumerable<ReportFinding> Faults => Findings.Where(f => f.Rule is not ReportRule.EmptyFigure);

    /// <summary>The bound figures that have no value, with the paragraphs that wait for them, in the order of the text.</summary>
    public IEnumerable<(ReportFigure Figure, IReadOnlyList<string> Places)> Missing =>
        Lines.SelectMany(l => ReportText.Chips(l.Text).Distinct().Select(k => (Key: k, l.Place))).Where(c => !Values[c.Key].IsThere).GroupBy(c => c.Key).Select(g => (Values[g.Key], (IReadOnlyList<string>)[.. g.Select(c => c.Place)]));

    /// <summary>Paragraphs that are not printed: left out, empty, or optional with nothing to tell.</summary>
    public IReadOnlyList<ReportParagraph> Unwritten { get; }

    /// <summary>The value of a figure of the dictionary; null for what is none.</summary>
    public FigureValue? Of(string key) => FigureDictionary.Find(key) is null ? null : _figures[key, _district];

    /// <summary>Figures that would be another number today than the frozen one.</summary>
    public IEnumerable<(Figure Figure, FigureValue Value)> Moved =>
        Lines.SelectMany(l => ReportText.Chips(l.Text)).Distinct().Select(k => (Figure: FigureDictionary.Find(k), Value: Of(k))).Where(f => f.Value is { IsMoved: true }).Select(f => (f.Figure!, f.Value!));

    public static async Task<ReportReading> ReadAsync(PartyWorkDb db, OrgTree tree, AnnualReport report)
    {
        var (period, district) = (Period.To(report.Cutoff), tree.District!.Id);
        var asked = report.Paragraphs.SelectMany(p => ReportText.Chips(p.Text)).Concat(ReportCheck.Keys).Distinct().Select(FigureDictionary.Find).OfType<Figure>().ToList();
        var figures = await FigureEvaluation.EvaluateAsync(db, tree, asked, [district], period);
        var library = await db.Wordings.AsNoTracking().ToListAsync();
        var plan = await db.NextPlanItems.Where(i => i.Year == report.Year && i.State == PlanItemState.Accepted).OrderBy(i => i.No).Select(i => new { i.Block, i.Goal, i.Measures }).ToListAsync();
        var values = report.Paragraphs.SelectMany(p => ReportText.Chips(p.Text)).Distinct()
            .ToDictionary(k => k, k => new ReportFigure(k, ReportTemplates.Names.GetValueOrDefault(k, k), FigureValue.Unknown, IsThere: false));
        foreach (var figure in asked)
        {
            values[figure.Key] = ValueOf(figure, figures[figure.Key, district]);
        }

        foreach (var use in Enum.GetValues<WordingUse>())
        {
            Put(ReportTemplates.KeyOf(use), Wording.For(use, library, report.Cutoff)?.Text ?? "");
        }

        foreach (var block in Enum.GetValues<PlanBlock>())
        {
            Put(ReportTemplates.KeyOf(block), string.Join("；", plan.Where(i => i.Block == block).Select(i => i.Goal.TrimEnd('。') + (i.Measures.Length > 0 ? $"，{i.Measures.TrimEnd('。')}" : ""))));
        }

        return new(report, district, period, figures, values, new LintContext(report.Year, report.Cutoff, tree.Place, values, library));

        void Put(string key, string text) =>
            values[key] = new ReportFigure(key, ReportTemplates.Names[key], text.Length > 0 ? text.TrimEnd('。') : FigureValue.Unknown, text.Length > 0);
    }

    /// <summary>All that is printed, with the annex of its figures.</summary>
    /// <param name="issuer">中共青禾区委组织部.</param>
    public ReportPaper ToPaper(AnnualReport report, string issuer) => new(
        [.. Lines.Select(l => (l.Level, l.Print(Values)))], issuer, report.DocumentNo, report.IssuedOn, report.Cutoff,
        [.. Lines.SelectMany(l => ReportText.Chips(l.Text)).Distinct().Select(FigureDictionary.Find).OfType<Figure>().Select(f => (Figure: f, Value: Of(f.Key)!))
            .Select(f => new AnnexRow(f.Figure.Name, f.Value.PrintWithUnit(), f.Figure.Definition, f.Figure.IsGiven ? null : f.Value.Records,
                f.Value.Mark is { IsOverride: true } mark ? $"计算值{f.Value.Computed?.PrintWithUnit()}；{mark.Words}（{mark.By}提出，{mark.ApprovedBy}核准）" : f.Value.IsThere && f.Value.Print() != f.Value.PrintExactly() && f.Value.Text is null ? $"实数{f.Value.PrintExactly()}" : ""))]);

    private static ReportFigure ValueOf(Figure figure, FigureValue value) => new(figure.Key, figure.Name, value.Print(), value.IsThere || value is { NotRecorded: false, Denominator: not null })
    {
        Unit = figure.Unit, Number = value.Number, Denominator = figure.Fold is FigureFold.Ratio ? value.Denominator : null, Computed = value.Mark is { IsOverride: true } ? null : value.Number,
    };
}
