using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages;

/// <summary>A filing as lists and figures read it: both count with the same words, so that a figure and its list hold the same rows.</summary>
public sealed record FilingView(
    int Id, int OrganizationId, FilingKind Kind, int Year, int Period, FilingStage Stage, DateTime? Since, DateTime? First, bool SignaturePending,
    DateOnly Opens, DateOnly Due, DateOnly Locks, DateOnly? UnlockedUntil)
{
    /// <summary>已报: submitted at least once.</summary>
    public bool IsFiled => First is not null;

    /// <summary>补报: filed, but after the due day.</summary>
    public bool IsLate => Filing.WasLate(First, Due);

    /// <summary>待办理: it lies with somebody, who can be named.</summary>
    public bool Waits => Stage is FilingStage.AwaitingSecretary or FilingStage.Submitted or FilingStage.Returned;

    /// <summary>The day at which it is counted: a due day that is over, else today. The committee that it belonged to then is the one that counts it.</summary>
    public DateOnly CutOff(DateOnly today) => Due < today ? Due : today;

    public string Link => FilingAddress.Of(Kind, Id);

    public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);

    /// <summary>逾期: not filed although the due day is over, locked or not.</summary>
    public bool IsOverdue(DateOnly today) => Status(today) is FilingStatus.Overdue or FilingStatus.Locked;

    /// <summary>未按时: filed late, or overdue.</summary>
    public bool IsMissed(DateOnly today) => IsLate || IsOverdue(today);

    /// <summary>What an organisation no longer had to file when it ended is not owed, and in no list or count.</summary>
    public static Task<List<FilingView>> ReadAsync(IQueryable<Filing> filings) => filings.Where(f => f.Stage != FilingStage.Lapsed || f.FirstSubmittedAt != null)
        .Select(f => new FilingView(f.Id, f.OrganizationId, f.Kind, f.Year, f.Period, f.Stage, f.StageSince, f.FirstSubmittedAt, f.SignaturePending,
            f.Window.Opens, f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil)).ToListAsync();
}
