using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>Of whom the reader may have a survey made: whom he stands above or looks after, as far as the kind suits.</summary>
public static class SurveyTargets
{
    /// <summary>In official order; none of a kind that is made from an acceptance.</summary>
    public static IEnumerable<OrgNode> Of(CurrentUser user, SurveyKind kind) =>
        user.Tree.InOrder.Where(n => n.ClosedOn is null && !kind.IsOfAcceptance() && kind.Suits(n.Level, n.Domain) && user.May(Act.ManageSurveys, n.Id));

    /// <summary>Those within the committee; where lines are given, the ones named there and no others.</summary>
    /// <exception cref="BrokenRuleException">A line names none of them, or more than one.</exception>
    public static IReadOnlyList<OrgNode> Chosen(CurrentUser user, SurveyKind kind, int? committee, string? lines)
    {
        var all = Of(user, kind).Where(n => committee is not { } c || n.Id == c || user.Tree.IsAbove(c, n.Id)).ToList();
        var named = (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return named.Length == 0 ? all : [.. named.Select(line =>
        {
            var found = all.Where(n => n.Code == line || n.Name == line || user.Tree.Unmistakable(n) == line).ToList();
            Rule.Require(found.Count > 0, $"“{line}”不在可以组织{kind.Text()}的党组织中，请填写全称或组织代码；本级的测评由上级组织。");
            Rule.Require(found.Count == 1, $"“{line}”不止一个，请写作“{user.Tree.Unmistakable(found[0])}”，或填写组织代码。");
            return found[0];
        }).Distinct()];
    }
}
