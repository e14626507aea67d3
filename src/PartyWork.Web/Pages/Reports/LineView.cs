using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Web.Pages.Reports;

/// <summary>One row of the form: what is asked, what was stored, what the last quarter said, what is typed.</summary>
public sealed record LineView(int Index, ReportLine Line, FilingRow? Row, FilingRow? Last, RowInput Input, IReadOnlyList<EvidenceUse> Evidence, int OrganizationId)
{
    public string Name(string field) => $"Rows[{Index}].{field}";

    public string Id(string field) => $"row{Index}-{field}";
}
