using System.ComponentModel;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Chasing;

public enum ReminderKind
{
    [Description("催办")] Chase = 1,
    [Description("电话提醒")] Call = 2,
}

/// <summary>
/// 催办 of one open item, or the call that was made about it. At most one of a kind a day for an item, whoever makes it: a day ends at 24:00 in Beijing.
/// It belongs to the organisation that has the item in hand, which sees it in its to-dos until the item is done.
/// </summary>
public sealed class Reminder : IBelongToOrganization, IAudited
{
    /// <param name="section">In whose name: 组织科, 春晖街道.</param>
    /// <param name="earlier">What is on record for the items; those of other items do not matter.</param>
    public Reminder(ReminderKind kind, Remindable item, Actor by, string section, IEnumerable<Reminder> earlier, DateTime now)
    {
        var today = OfficeTime.DayOf(now);
        var before = earlier.FirstOrDefault(r => r.Kind == kind && r.On == today && r.IsOf(item));
        Rule.Require(item.IsOpen, $"{item.Name}尚未开放，不需要{kind.Text()}。");
        Rule.Require(before is null, $"{item.Name}今天{(kind is ReminderKind.Chase ? "已催办过" : "已登记过电话提醒")}：{(before is null ? default : OfficeTime.Of(before.At)):HH:mm}由{before?.Section}{before?.Name}办理，每项每天一次，明天可以再办。");
        (Kind, OrganizationId, FilingId, CoordinationItemId) = (kind, item.OrganizationId, item.FilingId, item.CoordinationItemId);
        (PersonId, Name, Section, At, On) = (by.PersonId, by.Name, section, now, today);
    }

    private Reminder() { }

    public int Id { get; private set; }
    public ReminderKind Kind { get; private set; }
    public int OrganizationId { get; private set; }
    public int? FilingId { get; private set; }
    public int? CoordinationItemId { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Section { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }

    /// <summary>The Beijing day of <see cref="At"/>: the key of once a day.</summary>
    public DateOnly On { get; private set; }

    public bool IsOf(Remindable item) => FilingId == item.FilingId && CoordinationItemId == item.CoordinationItemId;
}

/// <summary>What can be chased: a filing or a 协调事项, with the organisation that has it in hand.</summary>
/// <param name="Name">As the sentence names it: 文明社区党总支第四季度报告.</param>
public sealed record Remindable(int OrganizationId, int? FilingId, int? CoordinationItemId, string Name, bool IsOpen);
