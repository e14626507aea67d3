using PartyWork.Domain.Ledger;

namespace PartyWork.Web.Pages.Ledger;

/// <summary>The dot beside a ledger's state.</summary>
public static class LedgerTone
{
    public static string Of(LedgerState state) => state switch
    {
        LedgerState.Open => "green",
        LedgerState.Submitted or LedgerState.Archived => "blue",
        _ => "white",
    };
}
