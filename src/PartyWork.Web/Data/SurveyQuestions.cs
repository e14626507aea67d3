using CsvHelper;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;

namespace PartyWork.Web.Data;

/// <summary>问卷 that the product brings along: one for each kind of survey.</summary>
public static class SurveyQuestions
{
    private const string Resource = "PartyWork.Web.Content.survey-questions.csv";

    private static readonly Lazy<ILookup<SurveyKind, SurveyQuestion>> All = new(Read);

    public static IReadOnlyList<SurveyQuestion> Of(SurveyKind kind) => [.. All.Value[kind]];

    private static ILookup<SurveyKind, SurveyQuestion> Read()
    {
        using var file = typeof(SurveyQuestions).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        var questions = new List<(SurveyKind Kind, SurveyQuestion Question)>();
        while (csv.Read())
        {
            questions.Add((Words.Parse<SurveyKind>(csv.GetString("survey"))!.Value, new(Words.Parse<QuestionKind>(csv.GetString("answer"))!.Value, Words.Parse<SurveyMeasure>(csv.GetString("measure"))!.Value,
                csv.GetString("question"), csv.GetString("options").Split('/', StringSplitOptions.RemoveEmptyEntries))));
        }

        return questions.ToLookup(q => q.Kind, q => q.Question);
    }
}
