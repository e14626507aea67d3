using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages;

/// <summary>How days, instants, numbers and states are written, everywhere alike.</summary>
public static class Show
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>12月21日（周一）.</summary>
    public static string Words(DateOnly day) => $"{day.Month}月{day.Day}日（{Weekday(day)}）";

    public static string Weekday(DateOnly day) => day.ToString("ddd", Chinese);

    /// <summary>Beijing time, to the minute.</summary>
    public static string Instant(DateTime? utc) => utc is { } at ? OfficeTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "—";

    /// <summary>还有3天 · 今天24:00截止 · 已过2天.</summary>
    public static string Remaining(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "今天24:00截止",
        > 0 and var days => $"还有{days}天",
        var days => $"已过{-days}天",
    };

    public static int WaitingDays(DateTime? since, DateOnly today) => since is { } at ? Math.Max(0, today.DayNumber - OfficeTime.DayOf(at).DayNumber) : 0;

    public static string Number(int? hundredths, TaskMeasure measure, string unit) =>
        hundredths is { } n ? Quantity.Print(n) + (measure is TaskMeasure.Rate ? "%" : unit) : "—";

    /// <summary>12,500元; decimals only where there are some.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("#,0.##", CultureInfo.InvariantCulture) + "元";

    public static string Percent(int part, int whole) => whole == 0 ? "—" : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    public static string Tone(FilingStatus status) => status switch
    {
        FilingStatus.Accepted => "blue",
        FilingStatus.Submitted => "green",
        FilingStatus.Returned or FilingStatus.AwaitingSecretary => "yellow",
        FilingStatus.Overdue or FilingStatus.Locked => "red",
        FilingStatus.Lapsed => "grey",
        _ => "white",
    };

    public static string Tone(AgreementStatus status) => status switch
    {
        AgreementStatus.Effective => "green",
        AgreementStatus.Evaluated or AgreementStatus.Archived => "blue",
        AgreementStatus.NeedsAddendum or AgreementStatus.Ready or AgreementStatus.SignedByLower => "yellow",
        _ => "white",
    };

    public static string Tone(TaskLight light) => light switch
    {
        TaskLight.Blue => "blue",
        TaskLight.Green => "green",
        TaskLight.Yellow => "yellow",
        TaskLight.Red or TaskLight.Stalled => "red",
        TaskLight.Grey => "grey",
        _ => "white",
    };

    public static string Tone(LedgerState state) => state switch
    {
        LedgerState.Open => "green",
        LedgerState.Submitted or LedgerState.Archived => "blue",
        _ => "white",
    };

    public static string Tone(SheetStage stage) => stage switch
    {
        SheetStage.Scoring => "yellow",
        SheetStage.Provisional or SheetStage.Feedback => "blue",
        SheetStage.Final => "green",
        _ => "white",
    };

    public static string Tone(SurveyStage stage) => stage switch
    {
        SurveyStage.Open => "yellow",
        SurveyStage.Closed => "green",
        _ => "white",
    };

    public static string Tone(OpinionState state, bool overdue = false) => overdue ? "red" : state switch
    {
        OpinionState.Closed => "green",
        OpinionState.Explained or OpinionState.FedBack => "blue",
        OpinionState.Merged => "grey",
        OpinionState.Recorded => "white",
        _ => "yellow",
    };

    public static string Tone(ThingState state) => state switch
    {
        ThingState.Underway => "yellow",
        ThingState.Done => "blue",
        _ => "green",
    };

    public static string Tone(SupervisionState state) => state switch
    {
        SupervisionState.Issued => "white",
        SupervisionState.Rectifying => "yellow",
        _ => "green",
    };

    public static string Tone(SiteStage stage) => stage switch
    {
        SiteStage.Declared => "white",
        SiteStage.Confirmed or SiteStage.Cultivating => "green",
        SiteStage.Named => "blue",
        SiteStage.Warned => "red",
        > SiteStage.Warned => "grey",
        _ => "yellow",
    };

    public static string Tone(BeltStage stage) => stage switch
    {
        BeltStage.Planned => "white",
        BeltStage.Building => "yellow",
        BeltStage.Listed => "blue",
        _ => "grey",
    };

    public static string Tone(ProblemState state) => state switch
    {
        ProblemState.Closed => "blue",
        ProblemState.CloseClaimed => "yellow",
        ProblemState.Rectifying => "green",
        _ => "grey",
    };
}
