namespace PartyWork.Domain.Registers;

/// <summary>个人信息处置证明: who removed how many households' personal data after an assignment's end, and when.</summary>
public sealed class DisposalCertificate : IBelongToOrganization, IAudited
{
    private DisposalCertificate() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public string AssignmentName { get; private set; } = "";
    public DateOnly AssignmentEndedOn { get; private set; }
    public DateOnly DisposedOn { get; private set; }
    public string DisposedBy { get; private set; } = "";

    /// <summary>登记记录条数, those entered by mistake with them.</summary>
    public int Records { get; private set; }

    /// <summary>户数 that count.</summary>
    public int Households { get; private set; }
    public int Yards { get; private set; }

    public static DateOnly DueOn(DateOnly assignmentEnded) => assignmentEnded.AddDays(SpecialAssignment.DisposalDays);

    public bool IsLate => DisposedOn > DueOn(AssignmentEndedOn);

    /// <summary>Removes what is personal from all rows of one organisation for one assignment; the counts go to their yards.</summary>
    /// <param name="ended">The assignment's end; null while it goes on or when no such assignment is registered.</param>
    /// <param name="areas">Of the same organisation and assignment.</param>
    public static DisposalCertificate Dispose(int organization, string assignment, DateOnly? ended, IReadOnlyList<SpecialHousehold> rows, IReadOnlyList<SpecialArea> areas, Actor actor, DateOnly today)
    {
        Rule.Require(ended is not null && ended <= today, $"专项工作“{assignment}”还没有结束，登记的信息仍在使用，结束后再处置。");
        Rule.Require(rows.Count > 0, $"没有需要处置的“{assignment}”登记信息。");
        foreach (var (area, registered) in areas.Select(a => (a, rows.Count(r => !r.IsWithdrawn && r.YardName == a.YardName))).Where(a => a.Item2 > 0))
        {
            area.KeepCount(registered);
        }

        foreach (var row in rows)
        {
            row.Dispose(today);
        }

        return new DisposalCertificate
        {
            OrganizationId = organization,
            AssignmentName = assignment,
            AssignmentEndedOn = ended!.Value,
            DisposedOn = today,
            DisposedBy = $"{actor.Name}（{actor.Post}）",
            Records = rows.Count,
            Households = rows.Count(r => !r.IsWithdrawn),
            Yards = rows.Select(r => r.YardName).Distinct().Count(),
        };
    }
}
