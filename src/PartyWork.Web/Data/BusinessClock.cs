using PartyWork.Domain.Calendar;

namespace PartyWork.Web.Data;

/// <summary>The clock of rules, due dates and records: real time, or with demo data real time plus the offset of the demo day.</summary>
public sealed class BusinessClock(TimeProvider clock)
{
    public TimeSpan Offset { get; set; }

    public bool IsDemo => Offset != TimeSpan.Zero;

    /// <summary>UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime + Offset;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => OfficeTime.DayOf(Now);
}
