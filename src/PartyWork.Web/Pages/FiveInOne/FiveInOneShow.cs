using PartyWork.Domain.FiveInOne;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>The colours of the five steps; the word always stands beside the dot.</summary>
public static class FiveInOneShow
{
    public static string Tone(PledgeStage stage) => stage switch
    {
        PledgeStage.Published => "green",
        PledgeStage.Submitted or PledgeStage.Returned or PledgeStage.Reviewed => "yellow",
        _ => "white",
    };

    public static string Tone(PledgeOutcome outcome) => outcome switch
    {
        PledgeOutcome.Fulfilled => "blue",
        PledgeOutcome.Claimed => "yellow",
        PledgeOutcome.Unfulfilled => "red",
        _ => "green",
    };

    public static string Tone(DebriefStage stage) => stage switch
    {
        DebriefStage.Graded => "blue",
        DebriefStage.Accepted or DebriefStage.Reported => "green",
        DebriefStage.Submitted or DebriefStage.Returned => "yellow",
        _ => "white",
    };

    public static string Tone(DebriefGrade grade) => grade switch
    {
        DebriefGrade.Good => "blue",
        DebriefGrade.Fair => "green",
        DebriefGrade.Average => "yellow",
        _ => "red",
    };
}
