using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Organizations;

/// <summary>What hangs on an organisation that is about to end.</summary>
/// <param name="Children">Organisations that stand and are directly below.</param>
/// <param name="Linked">Organisations that lie in its area or are assessed by it.</param>
/// <param name="Holders">Who holds its posts on its last day or later.</param>
/// <param name="Filings">What it owes and has not finished.</param>
/// <param name="Tasks">Tasks that are neither finished nor claimed done.</param>
public sealed record ClosingFacts(
    IReadOnlyList<Organization> Children, IReadOnlyList<Organization> Linked, IReadOnlyList<PostHolding> Holders, IReadOnlyList<Filing> Filings,
    IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Problem> Problems);

/// <summary>撤并: an organisation ends on a day, and with it, in one act, everything that hangs on it.</summary>
/// <param name="successor">承接组织 of a merger; null when it simply ends.</param>
/// <param name="takesOver">Who goes on with what is left open; null when nobody does.</param>
public sealed class Closing(Organization organization, Organization? successor, Organization? takesOver, DateOnly lastDay, string document)
{
    /// <param name="dropped">Tasks that nobody goes on with.</param>
    /// <param name="moves">Holding → the post that the person takes in the successor from the day after; all others end.</param>
    /// <returns>The new posts, each with the one that it follows.</returns>
    public IReadOnlyList<(PostHolding Old, PostHolding New)> Run(
        ClosingFacts facts, IReadOnlyCollection<int> dropped, IReadOnlyDictionary<int, PostKind> moves, Actor actor, DateTime now)
    {
        var today = OfficeTime.DayOf(now);
        Rule.Require(lastDay <= today, "撤并日期不能晚于今天，请在当日或之后登记。");
        var names = string.Join("、", facts.Children.Take(5).Select(c => c.Name));
        Rule.Require(successor is not null || facts.Children.Count == 0, $"“{organization.Name}”还有{facts.Children.Count}个下级党组织（{names}{(facts.Children.Count > 5 ? "等" : "")}），请先调整隶属或撤并，再办理撤销。");
        Rule.Require(successor is null || facts.Children.Count == 0 || successor.Level == organization.Level, $"“{successor?.Name}”与“{organization.Name}”层级不同，不能承接其下级党组织，请先调整下级的隶属。");
        var open = facts.Tasks.Count(t => !dropped.Contains(t.Id)) + facts.Problems.Count;
        Rule.Require(takesOver is not null || open == 0, $"“{organization.Name}”还有{open}项任务或问题未办结，请选择接办的党组织；不再继续的任务请取消。");

        organization.Close(lastDay, successor, document);
        var after = lastDay.AddDays(1);
        foreach (var child in facts.Children)
        {
            child.AffiliateTo(successor!, after, document);
        }

        foreach (var linked in facts.Linked)
        {
            linked.FollowLinks(organization.Id, successor?.Id);
        }

        foreach (var filing in facts.Filings)
        {
            filing.Lapse(actor, lastDay, now);
        }

        Takeover.Drop(facts.Tasks.Where(t => dropped.Contains(t.Id)));
        return [.. facts.Holders.Select(h => (h, Move(h, moves, after))).Where(p => p.Item2 is not null).Select(p => (p.h, p.Item2!))];
    }

    private PostHolding? Move(PostHolding holding, IReadOnlyDictionary<int, PostKind> moves, DateOnly after)
    {
        if (holding.To is null)
        {
            holding.End(lastDay >= holding.From ? lastDay : holding.From);
        }

        if (!moves.TryGetValue(holding.Id, out var kind))
        {
            return null;
        }

        Rule.Require(successor is not null, "没有承接组织，任职人员不能转任。");
        return new PostHolding(holding.Person, successor!, kind, successor!.Name + kind.Text(), after);
    }
}
