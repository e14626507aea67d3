using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Coordination;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Coordination;

/// <summary>A 需协调事项 as lists and figures read it: both count with the same words.</summary>
public sealed record CoordinationView(
    int Id, int OrganizationId, int FilingId, int Year, int Period, string Label, string Request, DateTime AskedAt, CoordinationState State, DateTime Since,
    int? DepartmentId, DateOnly? DueOn, DateOnly? RepliedOn, string Answer, string Agreed, DateOnly? AgreedBy, bool IsWanting, bool IsReopened, bool IsMonthly)
{
    /// <summary>第四季度, or 11月 of a rectification's monthly report.</summary>
    public string PeriodWords => CoordinationItem.PeriodOf(IsMonthly, Period);

    public int Quarter => IsMonthly ? (Period + 2) / 3 : Period;

    public bool IsOpen => State is CoordinationState.Raised or CoordinationState.Referred or CoordinationState.Sent or CoordinationState.Answered;

    public bool IsOverdue(DateOnly today) => CoordinationItem.IsOverdueAt(State, DueOn, today);

    /// <summary>应答复: the department has answered, or its day is over.</summary>
    public bool IsReplyDue(DateOnly today) => DepartmentId is not null && (RepliedOn is not null || DueOn < today);

    /// <summary>按期答复.</summary>
    public bool IsInTime => RepliedOn <= DueOn;

    /// <summary>The organisation that is to act next; null when it is settled.</summary>
    public int? TurnOf(OrgTree tree) => TurnOf(tree, State, IsWanting, OrganizationId, DepartmentId);

    public static int? TurnOf(OrgTree tree, CoordinationState state, bool isWanting, int organizationId, int? departmentId) => state switch
    {
        CoordinationState.Raised => tree.Parent(organizationId)?.Id,
        CoordinationState.Referred => tree.District?.Id,
        CoordinationState.Sent => isWanting ? tree.District?.Id : departmentId,
        CoordinationState.Answered => organizationId,
        _ => null,
    };

    public static string Tone(CoordinationState state, bool overdue) => overdue ? "red" : state switch
    {
        CoordinationState.Solved => "blue",
        CoordinationState.Answered => "green",
        CoordinationState.Unsolved => "red",
        CoordinationState.Declined or CoordinationState.Withdrawn => "grey",
        _ => "yellow",
    };

    public static Task<List<CoordinationView>> ReadAsync(IQueryable<CoordinationItem> items) => items
        .Select(i => new CoordinationView(i.Id, i.OrganizationId, i.FilingId, i.Year, i.Period, i.Label, i.Request, i.AskedAt, i.State, i.StateSince,
            i.DepartmentId, i.DueOn, i.RepliedOn, i.Answer, i.Agreed, i.AgreedBy, i.WantedDue != null || i.WantedDepartmentId != null, i.IsReopened, i.WorkTaskId == null)).ToListAsync();
}
