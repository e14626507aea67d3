using PartyWork.Domain;
using PartyWork.Domain.Surveys;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>One question's votes as bars with their table beside.</summary>
public sealed record ResultBars(int No, SurveyQuestion Question, IReadOnlyList<int> Counts)
{
    public const int Width = 480, LabelWidth = 150, RowHeight = 24, BarHeight = 14, CountWidth = 50;

    public int Height => Counts.Count * RowHeight;
    public int Total => Counts.Sum();

    public int BarOf(int count) => (int)Math.Round((Width - LabelWidth - CountWidth) * (count / (double)Math.Max(1, Counts.Max())));

    public string ToneOf(string option) => option == SurveyQuestion.Unknown ? "grey" : Question.Measure is SurveyMeasure.None || Question.IsGood(option) ? "green" : "yellow";

    /// <summary>不了解 stands outside; of several choices each is counted by itself, and there is no share.</summary>
    public string ShareOf(string option, int count) => Question.Kind is QuestionKind.Several ? "" : option == SurveyQuestion.Unknown ? "另列" : Show.Percent(count, Base);

    /// <summary>满意率 87.5%（35/40）; empty where the question gives no rate.</summary>
    public string Rate => Question.Measure is SurveyMeasure.None ? "" : Question.RateOf(Counts) is var (good, all) ? $"{Question.Measure.Text()} {Show.Percent(good, all)}（{good}/{all}票{(Question.Options.Contains(SurveyQuestion.Unknown) ? $"，“{SurveyQuestion.Unknown}”不计" : "")}）" : "";

    private int Base => Question.Options.Zip(Counts).Where(o => o.First != SurveyQuestion.Unknown).Sum(o => o.Second);
}
