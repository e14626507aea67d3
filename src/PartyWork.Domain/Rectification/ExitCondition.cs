using System.ComponentModel;
using System.Globalization;

namespace PartyWork.Domain.Rectification;

/// <summary>What an exit condition is about, and so where it is cured.</summary>
public enum ExitMatter
{
    [Description("整顿时间")] Months = 1,
    [Description("再次申请时间")] Again,
    [Description("问题销号")] Problems,
    [Description("党（工）委初验")] PreAcceptance,
    [Description("居民意见")] Opinions,
    [Description("群众满意率")] Satisfaction,
    [Description("信访变化")] Petitions,
    [Description("整顿月报")] Reports,
}

/// <summary>销号条件: one of them, in a sentence with its numbers, and whether it is met.</summary>
public sealed record ExitCondition(ExitMatter Matter, string Sentence, bool IsMet)
{
    /// <summary>供参考: told beside the conditions, and no reason to refuse 销号; what the assessors make of it is in the score.</summary>
    public bool IsForReference => Matter is ExitMatter.Opinions or ExitMatter.Reports;

    /// <summary>申请条件: unmet, acceptance is not even applied for. The others are judged when it is accepted.</summary>
    public bool IsForApplication => Matter is ExitMatter.Months or ExitMatter.Again or ExitMatter.Problems or ExitMatter.PreAcceptance;
}

public static class ExitConditions
{
    /// <summary>What is still missing for 销号; what is told for reference is not.</summary>
    public static IReadOnlyList<ExitCondition> Missing(this IEnumerable<ExitCondition> conditions) => [.. conditions.Where(c => !c.IsMet && !c.IsForReference)];

    /// <summary>还差2项：整顿时间、问题销号.</summary>
    public static string Left(this IEnumerable<ExitCondition> conditions) => conditions.Missing() is { Count: > 0 } left ? $"还差{left.Count}项：{string.Join('、', left.Select(c => c.Matter.Text()))}" : "销号条件已全部达到";
}

/// <summary>What the exit conditions of a case are judged from; whoever shows them or asks for them, asks here.</summary>
/// <param name="AgainFrom">From this day it is applied for anew, after an acceptance that came to nothing or was undone; null where there was none.</param>
/// <param name="Settled">Of the plan's problems, closed or explained.</param>
/// <param name="OpinionsSettled">Of the residents' opinions, closed or explained.</param>
/// <param name="Votes">有效票 of the latest valid survey since the listing; null before there is one.</param>
/// <param name="Petitions">信访件次 of the year before acceptance; null until it has been counted.</param>
/// <param name="ReportsDue">整顿月报 whose day is over.</param>
/// <param name="ReportsAccepted">Of these, accepted.</param>
public sealed record ExitFacts(
    CaseStage Stage, DateOnly ListedOn, int LeastMonths, DateOnly? AgainFrom, CaseBaseline Baseline, int Problems, int Settled, int Opinions, int OpinionsSettled, int? Votes, int? Satisfied, int? Petitions, int ReportsDue, int ReportsAccepted)
{
    /// <summary>群众满意率 at acceptance, in a hundred (domain, M14).</summary>
    public const int LeastSatisfiedPercent = 85;

    public IReadOnlyList<ExitCondition> On(DateOnly today)
    {
        var earliest = ListedOn.AddMonths(LeastMonths);
        var before = $"列入时{Percent(Baseline.Satisfied, Baseline.Votes)}";
        return
        [
            today >= earliest ? new(ExitMatter.Months, $"整顿满{LeastMonths}个月：{earliest:yyyy年M月d日}已满。", true) : new(ExitMatter.Months, $"整顿满{LeastMonths}个月：{earliest:yyyy年M月d日}满，还有{earliest.DayNumber - today.DayNumber}天。", false),
            .. AgainFrom is { } again ? new ExitCondition[] { new(ExitMatter.Again, $"距上次验收的时限：{again:yyyy年M月d日}起可以再次申请。", again <= today) } : [],
            Problems == 0 ? new(ExitMatter.Problems, "方案所列问题全部销号或说明：方案还没有列入问题。", false)
                : new(ExitMatter.Problems, $"方案所列问题全部销号或说明：{Problems}个问题，已销号或说明{Settled}个{Left(Problems - Settled, "个")}。", Settled == Problems),
            new(ExitMatter.PreAcceptance, $"党（工）委初验：{(IsPreAccepted ? "已初验" : $"还没有初验（目前为“{Stage.Text()}”）")}。", IsPreAccepted),
            new(ExitMatter.Opinions, Opinions == 0 ? "居民意见件件有回音：还没有登记意见。" : $"居民意见件件有回音：{Opinions}条意见，已办结或说明{OpinionsSettled}条{Left(Opinions - OpinionsSettled, "条")}。", Opinions > 0 && OpinionsSettled == Opinions),
            Votes is { } votes and > 0 ? new(ExitMatter.Satisfaction, $"群众满意率不低于{LeastSatisfiedPercent}%：测评{Percent(Satisfied ?? 0, votes)}（{before}）。", (Satisfied ?? 0) * 100 >= votes * LeastSatisfiedPercent)
                : new(ExitMatter.Satisfaction, $"群众满意率不低于{LeastSatisfiedPercent}%：还没有有效的测评结果（{before}）。", false),
            Petitions is { } now ? new(ExitMatter.Petitions, $"信访件次不高于列入时：现{now}件次（列入时{Baseline.Petitions}件次）。", now <= Baseline.Petitions)
                : new(ExitMatter.Petitions, $"信访件次不高于列入时：还没有登记整顿后的信访件次（列入时{Baseline.Petitions}件次）。", false),
            new(ExitMatter.Reports, ReportsDue == 0 ? "月报按月通过审核：还没有到期的月报。" : $"月报按月通过审核：应报{ReportsDue}份，已通过{ReportsAccepted}份{Left(ReportsDue - ReportsAccepted, "份")}。", ReportsDue > 0 && ReportsAccepted >= ReportsDue),
        ];
    }

    private bool IsPreAccepted => Stage is CaseStage.PreAccepted or CaseStage.Applied or CaseStage.Accepted or CaseStage.Settled;

    private static string Left(int left, string unit) => left > 0 ? $"，还差{left}{unit}" : "";

    private static string Percent(int part, int whole) => whole == 0 ? "—" : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
