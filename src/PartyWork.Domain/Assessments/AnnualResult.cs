using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Assessments;

/// <summary>年度考核结果 of one organisation as the meeting decided it: the composition that was before it, the grade, and why it differs from what was proposed.</summary>
public sealed class AnnualResult : IBelongToOrganization, IAudited
{
    public const int ReasonMaxLength = 200, WorksheetMaxLength = 4000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), IncludeFields = true };

    internal AnnualResult(ScoreSheet sheet, GradeGroup group, Composition composition, GradeProposal proposal, AssessmentGrade grade, string reason)
    {
        Rule.Require(reason.Length <= ReasonMaxLength, $"理由不超过{ReasonMaxLength}字。");
        (Sheet, SheetId, OrganizationId, Group) = (sheet, sheet.Id, sheet.OrganizationId, group);
        Worksheet = JsonSerializer.Serialize(composition, Plain);
        (Total, Rank, Proposed, CapWords, Grade, Reason) = (composition.Total, proposal.Rank, proposal.Proposed, proposal.Words, grade, reason);
    }

    private AnnualResult() { }

    public int Id { get; private set; }
    public int RoundId { get; private set; }
    public Round Round { get; private set; } = null!;
    public int SheetId { get; private set; }
    public ScoreSheet Sheet { get; private set; } = null!;
    public int OrganizationId { get; private set; }
    public GradeGroup Group { get; private set; }

    /// <summary>总评的构成 as it was before the meeting; read by <see cref="Composition"/>.</summary>
    public string Worksheet { get; private set; } = "";

    /// <summary>总分, hundredths.</summary>
    public int Total { get; private set; }

    /// <summary>组内名次, for the meeting alone.</summary>
    public int Rank { get; private set; }
    public AssessmentGrade Proposed { get; private set; }

    /// <summary>封顶、名额 or 并列, where the proposal was not the total's alone.</summary>
    public string CapWords { get; private set; } = "";
    public AssessmentGrade Grade { get; private set; }

    /// <summary>Why the meeting decided otherwise than proposed.</summary>
    public string Reason { get; private set; } = "";

    public Composition Composition => JsonSerializer.Deserialize<Composition>(Worksheet, Plain)!;
}
