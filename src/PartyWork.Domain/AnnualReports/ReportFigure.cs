namespace PartyWork.Domain.AnnualReports;

/// <summary>What a bound figure is in a report: its value and how it is printed.</summary>
/// <param name="Printed">Without the unit: 1300余, 95.5; 未记录 where nothing is.</param>
/// <param name="IsThere">False where nobody has recorded anything, which is not 0.</param>
public sealed record ReportFigure(string Key, string Name, string Printed, bool IsThere = true)
{
    public string Unit { get; init; } = "";

    /// <summary>In the unit, exact; null for names, and for a rate over nothing.</summary>
    public decimal? Number { get; init; }

    /// <summary>Of a rate what it is a share of.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>What the records add up to, where the report prints another number.</summary>
    public decimal? Computed { get; init; }
}
