using PartyWork.Domain.Assessments;

namespace PartyWork.Domain.Rectification;

/// <summary>群众测评 as it was counted; 不了解 stands outside.</summary>
/// <param name="Satisfied">非常满意、满意、基本满意.</param>
/// <param name="Valid">有效票.</param>
public sealed record ResidentVotes(int Satisfied, int Valid)
{
    public int Dissatisfied => Valid - Satisfied;

    public static ResidentVotes operator +(ResidentVotes a, ResidentVotes b) => new(a.Satisfied + b.Satisfied, a.Valid + b.Valid);

    /// <summary>votes ÷ valid votes in hundredths of a percent, for sentences; what decides is compared exactly.</summary>
    public int ShareOf(int votes) => (Fraction.Of(votes) * Fraction.Of(100) / Fraction.Of(Valid)).RoundedHundredths();
}

/// <summary>What an acceptance is decided from.</summary>
/// <param name="Score">Of the settled sheet, hundredths.</param>
/// <param name="Residents">居民人口 as it was when the community was listed: both rates are per 1,000 of them.</param>
/// <param name="PetitionsBefore">信访件次 of the year before listing.</param>
/// <param name="PetitionsAfter">Of the last twelve months.</param>
/// <param name="Problems">列明的问题.</param>
/// <param name="ProblemsOpen">Of them neither closed nor explained.</param>
public sealed record AcceptanceFacts(int Score, ResidentVotes Votes, int Residents, int PetitionsBefore, int PetitionsAfter, int Problems, int ProblemsOpen);

/// <summary>One condition with its numbers.</summary>
public sealed record JudgedReason(bool IsMet, string Words);

/// <summary>The outcome that follows from the facts by the rubric's rule, and why.</summary>
public sealed record Judgement(AcceptanceOutcome Outcome, IReadOnlyList<JudgedReason> Reasons)
{
    private const int PerThousand = 1000;

    /// <summary>
    /// Accepted where every condition is met; failed below the lower score, or where so many are dissatisfied as the rule says, whatever the score;
    /// else consolidating: the score allows it and something is not met yet.
    /// </summary>
    public static Judgement Of(PassRule rule, AcceptanceFacts facts)
    {
        Rule.Require(facts.Votes.Valid > 0 && facts.Votes.Satisfied >= 0 && facts.Votes.Satisfied <= facts.Votes.Valid, "没有有效的群众测评票，不能认定验收结论。");
        Rule.Require(facts.Residents > 0, "没有列入时的居民人口，不能计算信访率。");
        var vetoed = Share(facts.Votes.Dissatisfied, facts.Votes.Valid) >= Percent(rule.Veto);
        JudgedReason[] reasons =
        [
            new(facts.Score >= rule.AcceptedFrom, $"验收评分{Quantity.Print(facts.Score)}分，{(facts.Score >= rule.AcceptedFrom ? $"不低于{Quantity.Print(rule.AcceptedFrom)}分"
                : facts.Score >= rule.ConsolidatingFrom ? $"在{Quantity.Print(rule.ConsolidatingFrom)}分至{Quantity.Print(rule.AcceptedFrom)}分之间" : $"低于{Quantity.Print(rule.ConsolidatingFrom)}分")}。"),
            Satisfaction(rule, facts.Votes),
            new(!vetoed, $"不满意{facts.Votes.Dissatisfied}票，占{Quantity.Print(facts.Votes.ShareOf(facts.Votes.Dissatisfied))}%，{(vetoed ? $"达到{Quantity.Print(rule.Veto)}%，不论得分多少均不合格" : $"低于{Quantity.Print(rule.Veto)}%")}。"),
            Petitions(facts),
            new(facts.ProblemsOpen == 0, facts.Problems == 0 ? "整顿方案没有列明问题。" : facts.ProblemsOpen == 0 ? $"列明的{facts.Problems}个问题全部销号或作出说明。" : $"列明的{facts.Problems}个问题中还有{facts.ProblemsOpen}个没有销号或说明。"),
        ];
        var outcome = vetoed || facts.Score < rule.ConsolidatingFrom ? AcceptanceOutcome.Extended : reasons.All(r => r.IsMet) ? AcceptanceOutcome.Accepted : AcceptanceOutcome.Consolidating;
        return new(outcome, reasons);
    }

    /// <summary>每千人信访件次.</summary>
    public static Fraction PetitionRate(int petitions, int residents) => Fraction.Of(petitions) * Fraction.Of(PerThousand) / Fraction.Of(residents);

    /// <summary>（后－前）÷前, of case-times: residents are the same on both sides. Null where there was none before.</summary>
    public static Fraction? PetitionChange(int before, int after) => before == 0 ? null : Fraction.Of(after - before) / Fraction.Of(before);

    /// <summary>下降25.97%, 没有变化: the change in words, rounded once.</summary>
    public static string ChangeWords(int before, int after) => PetitionChange(before, after) switch
    {
        null => after == 0 ? "列入前后都没有信访" : "列入前没有信访",
        { IsZero: true } => "没有变化",
        { } c when c < Fraction.Zero => $"下降{InPercent(Fraction.Zero - c)}%",
        { } c => $"上升{InPercent(c)}%",
    };

    private static JudgedReason Satisfaction(PassRule rule, ResidentVotes votes)
    {
        var met = Share(votes.Satisfied, votes.Valid) >= Percent(rule.LeastSatisfaction);
        return new(met, $"群众满意率{Quantity.Print(votes.ShareOf(votes.Satisfied))}%（满意{votes.Satisfied}票，有效{votes.Valid}票），{(met ? "不低于" : "低于")}{Quantity.Print(rule.LeastSatisfaction)}%。");
    }

    private static JudgedReason Petitions(AcceptanceFacts facts)
    {
        var (before, after) = (PetitionRate(facts.PetitionsBefore, facts.Residents), PetitionRate(facts.PetitionsAfter, facts.Residents));
        return new(after <= before, $"每千人信访件次由列入时的{before.Print()}变为{after.Print()}（{facts.PetitionsBefore}件次、{facts.PetitionsAfter}件次），{ChangeWords(facts.PetitionsBefore, facts.PetitionsAfter)}。");
    }

    private static string InPercent(Fraction fraction) => (fraction * Fraction.Of(100)).Print();

    private static Fraction Share(int part, int whole) => Fraction.Of(part) / Fraction.Of(whole);

    private static Fraction Percent(int hundredths) => Fraction.OfHundredths(hundredths) / Fraction.Of(100);
}
