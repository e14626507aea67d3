using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Assessments.GradingNumber;

namespace PartyWork.Domain.Tests.Assessments;

internal static class GivenGrading
{
    public static readonly IReadOnlyDictionary<GradingNumber, int> Numbers = new Dictionary<GradingNumber, int>
    {
        [ExcellentFrom] = 9_000, [GoodFrom] = 8_000, [FairFrom] = 6_000, [ExcellentShare] = 3_000, [OneExcellentFrom] = 300, [MissingReports] = 200,
        [OnTimePoints] = 3_000, [CompletionPoints] = 4_000, [CompletionFullAt] = 9_500, [CoordinationPoints] = 1_500, [InspectionPoints] = 1_500,
        [OwnShare] = 5_000, [SampledShare] = 4_000, [LaggingShare] = 1_000,
        [DebriefGood] = 10_000, [DebriefFair] = 8_500, [DebriefAverage] = 7_000, [DebriefPoor] = 5_000,
        [BonusMost] = 500, [NationalBonus] = 300, [ProvinceBonus] = 200, [CityBonus] = 100, [DistrictBonus] = 50,
        [DeductionMost] = 500, [DistrictCriticism] = 100, [CityCriticism] = 200, [ProvinceCriticism] = 300, [OverdueInspection] = 50,
    };

    public static readonly IReadOnlyList<PartWeight> Weights =
    [
        new(RubricKind.Committee, ResultPart.Routine, 20), new(RubricKind.Committee, ResultPart.MidYear, 20), new(RubricKind.Committee, ResultPart.YearEnd, 40), new(RubricKind.Committee, ResultPart.Debrief, 10), new(RubricKind.Committee, ResultPart.Public, 10),
        new(RubricKind.Community, ResultPart.Satisfaction, 40), new(RubricKind.Community, ResultPart.Routine, 10), new(RubricKind.Community, ResultPart.MidYear, 10), new(RubricKind.Community, ResultPart.YearEnd, 30, "H"), new(RubricKind.Community, ResultPart.Debrief, 10),
    ];

    public static GradingScheme Scheme(params IReadOnlyList<(GradingNumber Number, int Value)> otherwise) =>
        new(2026, Weights, Numbers.ToDictionary(n => n.Key, n => otherwise.LastOrDefault(o => o.Number == n.Key) is (not 0, var value) ? value : n.Value));

    public static GradeCandidate Candidate(int organization, int total, params IReadOnlyList<GradeCap> caps) => new(organization, total, caps);

    public static Commendation Honor(string name, HonorLevel level, string document = "青发〔2026〕9号", int month = 7) => new(name, level, document, Given.Day(month, 1));
}
