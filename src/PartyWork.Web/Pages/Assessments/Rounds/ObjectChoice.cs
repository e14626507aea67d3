using System.ComponentModel;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>按类列入: which organisations are put on the list together.</summary>
public enum ObjectGroup
{
    [Description("党（工）委")] Committees = 1,
    [Description("已确定的示范点")] Sites,
    [Description("整顿中的后进社区")] Lagging,
    [Description("社区党组织")] Communities,
    [Description("机关党组织")] Organs,
    [Description("学校党组织")] Schools,
    [Description("两新组织党组织")] TwoNew,
}

/// <summary>Who can be assessed, and by which rubric.</summary>
/// <param name="tree">The tree of today.</param>
/// <param name="lagging">Communities that are being put right; of an acceptance those that have applied for it.</param>
/// <param name="sites">Organisations with a confirmed demonstration site.</param>
public sealed class ObjectChoice(OrgTree tree, AssessmentPhase phase, IReadOnlySet<int> lagging, IReadOnlySet<int> sites)
{
    /// <summary>Two commands.</summary>
    public static async Task<ObjectChoice> OfAsync(PartyWorkDb db, OrgTree tree, AssessmentPhase phase, DateOnly today)
    {
        var cases = phase is AssessmentPhase.Acceptance ? db.RectificationCases.Where(c => c.Stage == CaseStage.Applied) : db.BeingPutRight(today);
        var lagging = await cases.Select(c => c.OrganizationId).Distinct().ToListAsync();
        var sites = await db.DemonstrationSites.Where(s => s.ConfirmedOn <= today && (s.EndedOn == null || s.EndedOn > today)).Select(s => s.OrganizationId).Distinct().ToListAsync();
        return new(tree, phase, lagging.ToHashSet(), sites.ToHashSet());
    }

    /// <summary>At mid-year a lagging community is checked by the standard of what it has to put right; by the same it is accepted, and nobody else in that phase.</summary>
    public RubricKind? RubricOf(OrgNode node) => phase is not AssessmentPhase.End && lagging.Contains(node.Id) ? RubricKind.LaggingCommunity : phase is AssessmentPhase.Acceptance ? null : RubricKinds.Of(node.Level, node.Domain);

    /// <summary>In official order.</summary>
    /// <param name="within">Only this committee and what is below it; null for the whole district.</param>
    public IReadOnlyList<OrgNode> Of(ObjectGroup group, int? within) =>
        [.. tree.InOrder.Where(n => n.ClosedOn is null && RubricOf(n) is not null && (within is not { } committee || n.Id == committee || tree.IsAbove(committee, n.Id)) && group switch
        {
            ObjectGroup.Sites => sites.Contains(n.Id),
            ObjectGroup.Lagging => lagging.Contains(n.Id),
            _ => RubricKinds.Of(n.Level, n.Domain) == KindOf(group),
        })];

    /// <summary>随机抽取, by a generator that nobody can foresee.</summary>
    public static IReadOnlyList<OrgNode> Sample(IReadOnlyList<OrgNode> from, int count)
    {
        var shuffled = from.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return [.. shuffled.Take(count)];
    }

    /// <summary>Organisations named one a line, by code or by the whole name.</summary>
    /// <exception cref="BrokenRuleException">A line names none, or more than one.</exception>
    public IReadOnlyList<OrgNode> Named(string lines) => [.. lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        var found = tree.InOrder.Where(n => n.ClosedOn is null && (n.Code == line || n.Name == line || tree.Unmistakable(n) == line)).ToList();
        Rule.Require(found.Count > 0, $"没有找到“{line}”，请填写党组织全称或组织代码。");
        Rule.Require(found.Count == 1, $"“{line}”不止一个，请写作“{tree.Unmistakable(found[0])}”，或填写组织代码。");
        Rule.Require(RubricOf(found[0]) is not null, phase is AssessmentPhase.Acceptance ? $"“{line}”没有申请整顿验收，不能列入。" : $"“{line}”没有适用的考核细则，不能单独列入。");
        return found[0];
    })];

    private static RubricKind KindOf(ObjectGroup group) => group switch
    {
        ObjectGroup.Committees => RubricKind.Committee,
        ObjectGroup.Communities => RubricKind.Community,
        ObjectGroup.Organs => RubricKind.Organ,
        ObjectGroup.Schools => RubricKind.School,
        _ => RubricKind.TwoNew,
    };
}
