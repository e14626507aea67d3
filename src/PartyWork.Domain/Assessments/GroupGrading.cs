using System.ComponentModel;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Assessments;

/// <summary>考核分组: places and quota are worked out within a group, never across groups.</summary>
public enum GradeGroup
{
    [Description("街道（镇）党（工）委组")] Subdistrict = 1,
    [Description("系统党（工）委组")] SystemCommittee,
    [Description("社区组")] Community,
    [Description("机关组")] Organ,
    [Description("学校组")] School,
    [Description("两新组")] TwoNew,
}

public static class GradeGroups
{
    /// <summary>Null for a lagging community, which is accepted or not and not graded.</summary>
    public static GradeGroup? Of(RubricKind kind, OrganizationDomain domain) => kind switch
    {
        RubricKind.Committee => domain is OrganizationDomain.Subdistrict or OrganizationDomain.Town ? GradeGroup.Subdistrict : GradeGroup.SystemCommittee,
        RubricKind.Community => GradeGroup.Community,
        RubricKind.Organ => GradeGroup.Organ,
        RubricKind.School => GradeGroup.School,
        RubricKind.TwoNew => GradeGroup.TwoNew,
        _ => null,
    };
}

/// <summary>封顶: a fact that keeps the grade from being higher.</summary>
public sealed record GradeCap(AssessmentGrade Highest, string Reason);

/// <summary>What stands to be graded.</summary>
/// <param name="Total">Hundredths.</param>
public sealed record GradeCandidate(int OrganizationId, int Total, IReadOnlyList<GradeCap> Caps);

/// <summary>拟定等次, which the meeting decides on.</summary>
/// <param name="Rank">名次 within the group; equal totals share one and the next is skipped. For the meeting alone, never published.</param>
/// <param name="Highest">By total and caps; a decision goes no higher.</param>
/// <param name="Proposed">Within the quota.</param>
/// <param name="Words">Why it is not what the total alone says; empty where it is.</param>
/// <param name="TiesAtQuota">One of several with the same total of whom the quota cannot take all.</param>
public sealed record GradeProposal(GradeCandidate Candidate, int Rank, AssessmentGrade Highest, AssessmentGrade Proposed, string Words, bool TiesAtQuota);

/// <summary>一组的拟定等次. Nobody has to be last: the lower grades follow from the points alone.</summary>
public sealed record GroupGrading(GradeGroup Group, int Quota, IReadOnlyList<GradeProposal> Proposals)
{
    public static GroupGrading Of(GradeGroup group, GradingScheme scheme, IReadOnlyCollection<GradeCandidate> candidates)
    {
        var share = (Fraction.Of(candidates.Count) * Fraction.OfHundredths(scheme[GradingNumber.ExcellentShare]) / Fraction.OfHundredths(Rubric.FullMarks)).WholeHundredths().Hundredths / Quantity.One;
        var quota = Math.Max(share, candidates.Count * Quantity.One >= scheme[GradingNumber.OneExcellentFrom] ? 1 : 0);
        var highest = candidates.ToDictionary(c => c, c => Highest(scheme, c));
        var excellent = candidates.Where(c => highest[c] is AssessmentGrade.Excellent).OrderByDescending(c => c.Total).ToList();
        var least = quota > 0 && excellent.Count > 0 ? excellent[Math.Min(quota, excellent.Count) - 1].Total : int.MaxValue;
        var splits = excellent.Count(c => c.Total >= least) > quota;
        return new(group, quota,
        [
            .. candidates.Select(c =>
            {
                var ties = splits && c.Total == least && highest[c] is AssessmentGrade.Excellent;
                var proposed = highest[c] is AssessmentGrade.Excellent && (c.Total < least || ties) ? AssessmentGrade.Good : highest[c];
                var words = highest[c] != OfTotal(scheme, c.Total) ? string.Join("；", c.Caps.Where(x => x.Highest > OfTotal(scheme, c.Total)).Select(x => $"{x.Reason}，最高评{x.Highest.Text()}"))
                    : ties ? "总分并列，名额不够，由部务会研究" : proposed != highest[c] ? $"本组优秀名额{quota}个" : "";
                return new GradeProposal(c, 1 + candidates.Count(o => o.Total > c.Total), highest[c], proposed, words, ties);
            }),
        ]);
    }

    /// <summary>What the meeting decided keeps to totals, caps and quota; only a tie at the quota's edge may go beyond it.</summary>
    /// <param name="grades">By organisation.</param>
    /// <param name="reasons">Where a decision differs from the proposal, or a tie goes beyond the quota.</param>
    /// <param name="names">Of organisations, for the sentences.</param>
    public void Require(IReadOnlyDictionary<int, AssessmentGrade> grades, IReadOnlyDictionary<int, string> reasons, Func<int, string> names)
    {
        foreach (var proposal in Proposals)
        {
            var organization = proposal.Candidate.OrganizationId;
            Rule.Require(grades.TryGetValue(organization, out var grade), $"{names(organization)}还没有等次。");
            Rule.Require(grade >= proposal.Highest, $"{names(organization)}按总分{Quantity.Print(proposal.Candidate.Total)}和封顶规定最高评{proposal.Highest.Text()}，不能评{grade.Text()}。");
            Rule.Require(grade == proposal.Proposed || reasons.GetValueOrDefault(organization) is { Length: > 0 }, $"{names(organization)}评为{grade.Text()}，与拟定的{proposal.Proposed.Text()}不同，请写明理由。");
        }

        var excellent = Proposals.Where(p => grades[p.Candidate.OrganizationId] is AssessmentGrade.Excellent).OrderByDescending(p => p.Candidate.Total).ToList();
        var beyond = excellent.Skip(Quota).FirstOrDefault(p => !p.TiesAtQuota);
        Rule.Require(beyond is null, $"{Group.Text()}优秀名额{Quota}个，现有{excellent.Count}个；只有总分并列时才能超出，请调整{(beyond is null ? "" : names(beyond.Candidate.OrganizationId))}。");
    }

    private static AssessmentGrade Highest(GradingScheme scheme, GradeCandidate candidate) => candidate.Caps.Select(c => c.Highest).Append(OfTotal(scheme, candidate.Total)).Max();

    private static AssessmentGrade OfTotal(GradingScheme scheme, int total) =>
        total >= scheme[GradingNumber.ExcellentFrom] ? AssessmentGrade.Excellent : total >= scheme[GradingNumber.GoodFrom] ? AssessmentGrade.Good : total >= scheme[GradingNumber.FairFrom] ? AssessmentGrade.Fair : AssessmentGrade.Poor;
}
