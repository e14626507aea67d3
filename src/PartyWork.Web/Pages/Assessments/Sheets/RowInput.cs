using PartyWork.Domain;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Pages.Assessments.Sheets;

/// <summary>One row of the desk table as it is typed.</summary>
public sealed class RowInput
{
    /// <summary>Typed instead of a score where the criterion does not apply.</summary>
    public const string NotApplicable = "不适用";

    public string? Value { get; set; }
    public string? Reason { get; set; }
    public string? Evidence { get; set; }
    public string? Team { get; set; }
    public string? TeamReason { get; set; }
    public int Version { get; set; }

    public static RowInput Of(LineView view) => new()
    {
        Value = view.Line is { IsScored: true, IsNotApplicable: true } ? NotApplicable : Typed.Print(view.Line.Given), Reason = view.Line.Reason, Evidence = view.Line.Evidence, Team = Typed.Print(view.Line.Team), TeamReason = view.Line.TeamReason, Version = view.Version,
    };

    /// <returns>Whether there was anything to score.</returns>
    internal bool ScoreIn(IndexModel page, LineView view)
    {
        var (line, without, reason, evidence) = (view.Line, Trim(Value) == NotApplicable, Trim(Reason), Trim(Evidence));
        var value = without ? null : Typed.Number(Value, $"{view.Code}考评人打分");
        if (without == (line.IsScored && line.IsNotApplicable) && value == line.Given && reason == line.Reason && evidence == line.Evidence)
        {
            return false;
        }

        Rule.Require(without || value is not null, line.IsScored ? $"{view.Code}已经评分，不能清空；要按系统分计的，请填系统分。" : $"{view.Code}填写了理由或佐证，请同时打分。");
        page.Score(view, new LineEntry(value, without, reason, evidence, line.Facts), Version);
        return true;
    }

    /// <returns>Whether the leader changed anything.</returns>
    internal bool SettleIn(IndexModel page, LineView view)
    {
        var (line, value, reason) = (view.Line, Typed.Number(Team, $"{view.Code}组长定分"), Trim(TeamReason));
        if ((value ?? line.Given) == (line.Team ?? line.Given) && (reason == line.TeamReason || value is null))
        {
            return false;
        }

        page.Settle(view, value ?? line.Given ?? 0, reason, Version); // an emptied field is the assessor's score again
        return true;
    }

    private static string Trim(string? text) => text?.Trim() ?? "";
}
