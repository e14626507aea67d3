using System.Security.Cryptography;
using System.Text;

namespace PartyWork.Domain.Assessments;

/// <summary>
/// 抽签. The seed and the organisation's code decide the order in which organisations are drawn; each goes to the team that has fewest so far, of several
/// the one that seed, code and team decide; a team with somebody who must keep away is passed over. Whoever has the seed draws the same.
/// </summary>
public static class Lots
{
    /// <param name="codes">组织代码 by organisation.</param>
    /// <param name="recuses">Whether a person keeps away from an organisation.</param>
    /// <param name="assigned">What the teams have already; none at the first draw.</param>
    /// <exception cref="BrokenRuleException">There is no team, or every team has somebody who must keep away from an organisation.</exception>
    public static IReadOnlyList<(ScoreSheet Sheet, AssessmentTeam Team)> Draw(
        string seed, IReadOnlyCollection<ScoreSheet> sheets, IReadOnlyCollection<AssessmentTeam> teams, IReadOnlyDictionary<int, string> codes, Func<int, int, bool> recuses,
        IReadOnlyCollection<ScoreSheet>? assigned = null)
    {
        Rule.Require(teams.Count > 0, "还没有组建考核组，不能抽签。");
        var load = teams.ToDictionary(t => t, t => assigned?.Count(s => s.Team == t) ?? 0);
        var lots = new List<(ScoreSheet, AssessmentTeam)>();
        foreach (var sheet in sheets.OrderBy(s => Lot(seed, codes[s.OrganizationId]), StringComparer.Ordinal))
        {
            var code = codes[sheet.OrganizationId];
            var free = teams.Where(t => !t.Members.Any(m => recuses(m.PersonId, sheet.OrganizationId))).ToList();
            Rule.Require(free.Count > 0, $"组织代码{code}的单位，各考核组都有须回避的人员，无法抽签；请调整考核组。");
            var team = free.OrderBy(t => load[t]).ThenBy(t => Lot(seed, $"{code}/{t.No}"), StringComparer.Ordinal).First();
            load[team]++;
            lots.Add((sheet, team));
        }

        return lots;
    }

    /// <summary>
    /// 交叉复评的抽签: in the order of the seed organisations are taken, each to a team other than its own that has fewest, past everybody who must keep away,
    /// until there are enough. One that no team can check is passed over.
    /// </summary>
    public static IReadOnlyList<(ScoreSheet Sheet, AssessmentTeam Team)> DrawChecks(
        string seed, IReadOnlyCollection<ScoreSheet> sheets, IReadOnlyCollection<AssessmentTeam> teams, IReadOnlyDictionary<int, string> codes, Func<int, int, bool> recuses, int count)
    {
        var load = teams.ToDictionary(t => t, _ => 0);
        var lots = new List<(ScoreSheet, AssessmentTeam)>();
        foreach (var sheet in sheets.OrderBy(s => Lot(seed, codes[s.OrganizationId]), StringComparer.Ordinal).TakeWhile(_ => lots.Count < count))
        {
            var free = teams.Where(t => t != sheet.Team && !t.Members.Any(m => recuses(m.PersonId, sheet.OrganizationId) || sheet.Team!.Has(m.PersonId)));
            if (free.OrderBy(t => load[t]).ThenBy(t => Lot(seed, $"{codes[sheet.OrganizationId]}/{t.No}"), StringComparer.Ordinal).FirstOrDefault() is { } team)
            {
                load[team]++;
                lots.Add((sheet, team));
            }
        }

        return lots;
    }

    private static string Lot(string seed, string of) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{of}")));
}
