using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data;

/// <summary>Where a filing is opened, whoever leads there: lists, to-dos and papers.</summary>
public static class FilingAddress
{
    public static string Of(FilingKind kind, int id) => kind switch
    {
        FilingKind.ThreeLists => $"/lists/{id}",
        FilingKind.DataRequest => $"/figures/requests/answers/{id}",
        FilingKind.SelfScore => $"/assessments/self/{id}",
        FilingKind.MonthlyReport => $"/rectification/reports/{id}",
        FilingKind.SiteDeclaration => $"/demonstration-sites/declarations/{id}",
        _ => $"/reports/{id}",
    };
}
