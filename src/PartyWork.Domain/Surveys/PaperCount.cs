using System.ComponentModel;

namespace PartyWork.Domain.Surveys;

/// <summary>How far the paper ballots have been counted.</summary>
public enum PaperState
{
    [Description("没有录入纸质票")] None,
    [Description("待第二人录入")] AwaitsSecond,
    [Description("两人录入不一致")] Differs,
    [Description("两人录入一致")] Agrees,
}

/// <summary>计票录入: the sums that one person has keyed from the paper ballots. Two people key them, each for himself.</summary>
public sealed class PaperCount : IBelongToOrganization, IAudited
{
    internal PaperCount(Survey survey, int no, Actor by) => (OrganizationId, Survey, No, PersonId, By) = (survey.OrganizationId, survey, no, by.PersonId, by.Name);

    private PaperCount() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int SurveyId { get; private set; }
    public Survey Survey { get; private set; } = null!;

    /// <summary>1 or 2.</summary>
    public int No { get; private set; }
    public int PersonId { get; private set; }
    public string By { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <summary>回收有效票张数.</summary>
    public int Ballots { get; private set; }
    public string CountsText { get; private set; } = "";

    public SurveyTally Tally => SurveyTally.Read(CountsText);

    internal bool AgreesWith(PaperCount other) => Ballots == other.Ballots && CountsText == other.CountsText;

    internal void Key(IReadOnlyList<SurveyQuestion> questions, int ballots, SurveyTally tally, DateOnly on)
    {
        Rule.Require(ballots > 0, "请填写回收的纸质票张数；没有纸质票的不必录入。");
        Rule.Require(tally.Counts.Count == questions.Count && tally.Counts.Zip(questions).All(p => p.First.Count == p.Second.Options.Count), "录入的题目和问卷不符。");
        foreach (var ((counts, question), i) in tally.Counts.Zip(questions).Select((p, i) => (p, i)))
        {
            Rule.Require(counts.All(c => c >= 0), $"第{i + 1}题的票数不能小于0。");
            Rule.Require(!question.IsRequired || counts.Sum() <= ballots, $"第{i + 1}题各项合计{counts.Sum()}票，多于回收的{ballots}张，请核对。");
            Rule.Require(counts.All(c => c <= ballots), $"第{i + 1}题有一项多于回收的{ballots}张，请核对。");
            Rule.Require(counts.Sum() <= (long)ballots * SurveyQuestion.MostChosen, $"第{i + 1}题每张最多选{SurveyQuestion.MostChosen}项，合计过多，请核对。");
        }

        (Ballots, CountsText, On) = (ballots, tally.Print(), on);
    }
}

/// <summary>Where the two have keyed different numbers.</summary>
/// <param name="Question">From 1; 0 for the number of ballots.</param>
/// <param name="Option">From 1.</param>
public sealed record CountDifference(int Question, int Option, int First, int Second);

/// <summary>What a closed survey tells the figures: written only where it was valid and enough people answered.</summary>
public sealed class SurveyRate : IBelongToOrganization
{
    internal SurveyRate(Survey survey, SurveyMeasure measure, int numerator, int denominator, DateOnly on) =>
        (OrganizationId, Survey, Measure, Numerator, Denominator, On) = (survey.OrganizationId, survey, measure, numerator, denominator, on);

    private SurveyRate() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int SurveyId { get; private set; }
    public Survey Survey { get; private set; } = null!;
    public SurveyMeasure Measure { get; private set; }

    /// <summary>Good votes.</summary>
    public int Numerator { get; private set; }

    /// <summary>All votes but 不了解; more than 0.</summary>
    public int Denominator { get; private set; }

    /// <summary>The day on which it was closed.</summary>
    public DateOnly On { get; private set; }
}
