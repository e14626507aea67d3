using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 民主决策程序规定: how long is consulted and published, and what carries a vote, from its day on until another one takes its place. A district may ask
/// for more than half, never for less.
/// </summary>
[Description("民主决策程序规定")]
public sealed class DecisionRule : RegisterRecord
{
    /// <summary>A longer time than this is a slip of the key.</summary>
    public const int MostDays = 90;

    [Description("征求意见最少天数")] public int ConsultDays { get; set; }
    [Description("公开最少天数")] public int PublicationDays { get; set; }
    [Description("到会要求")] public VoteShare Quorum { get; set; }
    [Description("通过要求")] public VoteShare Majority { get; set; }
    [Description("通过的计算基数")] public VoteBase Base { get; set; }
    [Description("依据")] public string Basis { get; set; } = "";

    public override void Check(DateOnly today) =>
        Rule.Require(ConsultDays is > 0 and <= MostDays && PublicationDays is > 0 and <= MostDays, $"征求意见和公开的最少天数应在1至{MostDays}天之间。");
}

/// <summary>What a matter goes by: the district's rule of the day on which it was raised, else the usual limits.</summary>
/// <param name="ConsultDays">The first and the last one counted, as in <paramref name="PublicationDays"/>.</param>
/// <param name="Quorum">Of those due.</param>
/// <param name="Majority">Of <paramref name="Base"/>.</param>
public sealed record DecisionLimits(int ConsultDays, int PublicationDays, VoteShare Quorum, VoteShare Majority, VoteBase Base)
{
    /// <summary>Days as is usual; more than half of those due, and of those present more than half (居民委员会组织法 as it stood to 2025).</summary>
    public static readonly DecisionLimits Usual = new(3, 7, VoteShare.MoreThanHalf, VoteShare.MoreThanHalf, VoteBase.Present);

    public static DecisionLimits On(DateOnly day, IReadOnlyCollection<DecisionRule> rules) => rules
        .Where(r => !r.IsWithdrawn && r.On <= day && (r.EndedOn is null || r.EndedOn > day)).MaxBy(r => (r.On, r.Id)) is { } rule
        ? new(rule.ConsultDays, rule.PublicationDays, rule.Quorum, rule.Majority, rule.Base) : Usual;
}

/// <summary>A share that must be reached, the least first.</summary>
public enum VoteShare
{
    [Description("过半数")] MoreThanHalf,
    [Description("三分之二以上")] TwoThirds,
    [Description("五分之四以上")] FourFifths,
}

/// <summary>Of whom the share that agrees is counted.</summary>
public enum VoteBase
{
    [Description("实到")] Present,
    [Description("应到")] Due,
}

internal static class VoteShares
{
    /// <summary>以上 counts the share itself, 过半数 does not; nothing is reached where nobody was counted.</summary>
    public static bool IsReached(this VoteShare share, int? part, int? whole) => whole > 0 && share switch
    {
        VoteShare.TwoThirds => part * 3 >= whole * 2,
        VoteShare.FourFifths => part * 5 >= whole * 4,
        _ => part * 2 > whole,
    };
}
