using System.ComponentModel;

namespace PartyWork.Domain.AnnualReports;

/// <summary>对照: how the result of what was planned stands beside the plan. These are its words wherever it is said.</summary>
public enum PlanStanding
{
    [Description("达到计划")] Met = 1,
    [Description("低于计划")] Below,
    [Description("未到期")] NotDue,
    [Description("未记录")] NotRecorded,
}

/// <summary>The one comparison of a result with its plan.</summary>
public static class PlanStandings
{
    /// <param name="result">Null: nothing is recorded.</param>
    /// <param name="planned">In the unit of the result.</param>
    /// <param name="isDue">Before its day nothing is below plan; it may be reached early.</param>
    public static PlanStanding Of(decimal? result, decimal planned, bool isDue) =>
        result is not { } number ? PlanStanding.NotRecorded : number >= planned ? PlanStanding.Met : isDue ? PlanStanding.Below : PlanStanding.NotDue;
}
