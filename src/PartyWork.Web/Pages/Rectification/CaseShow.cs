using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>How stages and directions are shown, everywhere alike.</summary>
public static class CaseShow
{
    /// <summary>The way of a case that goes well.</summary>
    public static readonly IReadOnlyList<CaseStage> Way =
        [CaseStage.Candidate, CaseStage.Checked, CaseStage.Proposed, CaseStage.Listed, CaseStage.Rectifying, CaseStage.PreAccepted, CaseStage.Applied, CaseStage.Accepted, CaseStage.Settled];

    public static string Tone(CaseStage stage) => stage switch
    {
        CaseStage.Accepted or CaseStage.Settled => "blue",
        CaseStage.Rectifying or CaseStage.PreAccepted or CaseStage.Applied or CaseStage.Consolidating => "green",
        CaseStage.Listed or CaseStage.Extended => "yellow",
        CaseStage.Relapsed => "red",
        CaseStage.Dropped => "grey",
        _ => "white",
    };

    public static string Tone(TravelDirection direction) => direction switch
    {
        TravelDirection.Improving => "green",
        TravelDirection.Unchanged => "yellow",
        _ => "red",
    };

    /// <summary>What stands to be done next with an acceptance, or what it came to.</summary>
    public static string State(AcceptanceView of) => of.Outcome switch
    {
        null => !of.IsBegun ? "待组织验收" : of.SheetStage is SheetStage.Final ? "待认定结论" : "验收中",
        AcceptanceOutcome.Accepted when of.RelapsedOn is not null => CaseStage.Relapsed.Text(),
        AcceptanceOutcome.Accepted when of.LookBackOn is not null => CaseStage.Settled.Text(),
        { } outcome => outcome.Text(),
    };

    public static string Tone(AcceptanceView of) => of.Outcome switch { null => "yellow", AcceptanceOutcome.Accepted => of.RelapsedOn is null ? "green" : "red", AcceptanceOutcome.Consolidating => "yellow", _ => "red" };

    /// <summary>Where on the way a case stands that has left it: what goes on longer or again is being rectified.</summary>
    public static CaseStage OnWay(CaseStage stage) => stage is CaseStage.Consolidating or CaseStage.Extended or CaseStage.Relapsed ? CaseStage.Rectifying : stage;

    /// <summary>Where what is still missing is cured, after the case's address, and what the way there is called.</summary>
    public static (string At, string Word) CuredAt(ExitMatter matter) => matter switch
    {
        ExitMatter.Months => ("/listing", "看列入经过"),
        ExitMatter.Problems => ("/plan", "打开方案"),
        ExitMatter.PreAcceptance => ("/plan#pre-accept", "去初验"),
        ExitMatter.Opinions => ("/opinions?Open=true", "看没有办完的意见"),
        ExitMatter.Reports => ("#months", "看逐月月报"),
        _ => ("#acceptance", "看验收"),
    };

    /// <summary>万元, at most two decimals.</summary>
    public static string TenThousands(long? fen) => fen is { } f ? $"{f / 1_000_000m:0.##}万元" : "—";

    /// <summary>Several reasons one after the other.</summary>
    public static IEnumerable<CaseReasons> Each(CaseReasons reasons) => Enum.GetValues<CaseReasons>().Where(r => r is not CaseReasons.None && reasons.HasFlag(r));
}
