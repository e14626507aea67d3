using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Reports;

/// <summary>One cell group of the matrix as typed: a row of an organisation's report.</summary>
public sealed class MatrixInput
{
    /// <summary>Which report, by its filing.</summary>
    public int Filing { get; set; }
    public RowInput Row { get; set; } = new();
}

/// <summary>One row of the matrix: a task of an organisation, what is stored, what is typed.</summary>
public sealed record MatrixRow(MatrixReport Of, ReportLine Line, FilingRow? Stored, RowInput Input)
{
    /// <summary>What only a delay, a changed choice or a request asks for has been written, or is asked for.</summary>
    public bool AsksWhy => Input.Choice == (int)ReportChoice.Behind || !string.IsNullOrEmpty(Input.Cause + Input.NextStep + Input.ChoiceReason + Input.Request)
        || (Input.Choice is > 0 && Line.Propose(MatrixReport.Number(Line, Stored, Input)) is { } proposed && (int)proposed != Input.Choice);
}

/// <summary>A child's report within the matrix. Its rules are those of the form.</summary>
public sealed class MatrixReport(Filing filing, OrgNode node, QuarterlyReport report, Func<FilingRow, int> version, DateOnly today)
{
    private readonly ReportForm _form = new(report, filing, version);

    public Filing Filing => filing;
    public OrgNode Node => node;
    public QuarterlyReport Report => report;
    public FilingStatus Status => filing.Status(today);

    /// <summary>Why nothing can be filled now; null when it can be.</summary>
    public string? WhyLocked => filing.WhyLocked(today);
    public int Answered => report.Lines.Count(l => report.Row(l) is { Answer: not Answer.Unanswered });

    /// <summary>Rows that may be left out and were not touched: shown only when asked for.</summary>
    public int Quiet => WhyLocked is null && filing.Stage is not FilingStage.Returned ? report.Lines.Count(l => !l.IsRequired && report.Row(l) is null) : 0;

    /// <param name="typed">What was typed, by row key; what is stored stands for the rest.</param>
    public IEnumerable<MatrixRow> Rows(IReadOnlyDictionary<string, RowInput> typed, bool all) => WhyLocked is not null ? [] :
        report.Lines.Zip(_form.Read(), (line, read) => new MatrixRow(this, line, report.Row(line), typed.GetValueOrDefault(line.Key, read)))
            .Where(r => filing.Stage is FilingStage.Returned ? r.Stored?.ReturnReason is not null : all || r.Line.IsRequired || r.Stored is not null || typed.ContainsKey(r.Line.Key));

    /// <summary>Keeps what was typed, and that somebody else has filled it. A number without a choice chooses what it speaks for.</summary>
    /// <returns>A sentence with the organisation's name for each row that cannot be kept as typed.</returns>
    public IEnumerable<string> Write(IReadOnlyCollection<RowInput> rows, Actor clerk, DateTime now)
    {
        foreach (var (line, row) in report.Lines.Join(rows, l => l.Key, r => r.Key, (l, r) => (l, r)))
        {
            row.Choice ??= (int?)line.Propose(Number(line, report.Row(line), row));
        }

        var before = filing.Rows.Select(r => (r.Key, r.Answer, r.Choice, r.Value, r.Words, r.Cause, r.NextStep, r.ChoiceReason, r.Request)).ToList();
        var errors = _form.Write(rows, now);
        if (!before.SequenceEqual(filing.Rows.Select(r => (r.Key, r.Answer, r.Choice, r.Value, r.Words, r.Cause, r.NextStep, r.ChoiceReason, r.Request))))
        {
            filing.FillOnBehalf(clerk, now);
        }

        return errors.Select(e => $"{node.ShortName}：{e}");
    }

    /// <summary>After a save that could not take every row.</summary>
    public void RefreshVersions(IEnumerable<RowInput> rows) => _form.RefreshVersions(rows);

    /// <summary>The number that a row speaks of: typed, 由下级汇总, or 由指标取数.</summary>
    internal static int? Number(ReportLine line, FilingRow? stored, RowInput typed) =>
        line.IsComputed ? line.ValueOf(stored) : string.IsNullOrWhiteSpace(typed.Value) ? null : Quantity.Parse(typed.Value)?.Hundredths;
}
