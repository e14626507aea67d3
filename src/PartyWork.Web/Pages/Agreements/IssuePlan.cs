using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>What issuing would do: who gets an agreement, who already has one, who is left out and why.</summary>
/// <param name="ExistingId">The agreement that it already has.</param>
/// <param name="LeftOut">Why it gets none; empty when it gets one or has one.</param>
public sealed record IssuePlan(OrgNode Node, OrgNode? Upper, AgreementTemplate? Template, int? ExistingId, string LeftOut)
{
    public bool Gets => ExistingId is null && LeftOut.Length == 0;

    /// <param name="nodes">Whom the reader may issue to.</param>
    /// <param name="existing">Organisation → its agreement of the year.</param>
    public static IReadOnlyList<IssuePlan> Of(
        int year, IEnumerable<OrgNode> nodes, OrgTree tree, IReadOnlyDictionary<OrganizationDomain, AgreementTemplate> templates, IReadOnlyDictionary<int, int> existing) =>
    [
        .. nodes.Where(n => n.ClosedOn is null && n.Level is OrganizationLevel.Committee or OrganizationLevel.Primary).Select(n =>
        {
            var template = templates.GetValueOrDefault(n.Domain);
            var hasOne = existing.TryGetValue(n.Id, out var id);
            return new IssuePlan(n, tree.Parent(n.Id), template, hasOne ? id : null, hasOne ? "" : Why(year, n, template));
        }),
    ];

    private static string Why(int year, OrgNode node, AgreementTemplate? template) =>
        template is null ? $"{year}年没有{node.Domain.Text()}责任书范本"
        : template.Clauses.Count == 0 ? $"{node.Domain.Text()}责任书范本还没有条款"
        : "";
}
