using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>The scheme of grading that the product brings along; the district changes its numbers before it is frozen.</summary>
public static class GradingContent
{
    private const string Name = "PartyWork.Web.Content.grading.yaml", Schema = "partywork.grading/1";

    private static readonly Dictionary<string, RubricKind> Kinds = new()
    {
        ["committee"] = RubricKind.Committee, ["community"] = RubricKind.Community, ["organ"] = RubricKind.Organ, ["school"] = RubricKind.School, ["two_new"] = RubricKind.TwoNew,
    };

    private static readonly Dictionary<string, ResultPart> Parts = new()
    {
        ["routine"] = ResultPart.Routine, ["mid_year"] = ResultPart.MidYear, ["year_end"] = ResultPart.YearEnd, ["debrief"] = ResultPart.Debrief, ["public"] = ResultPart.Public, ["satisfaction"] = ResultPart.Satisfaction,
    };

    public static GradingScheme Read(int year)
    {
        using var reader = new StreamReader(typeof(GradingContent).Assembly.GetManifestResourceStream(Name)!);
        var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<File>(reader);
        Rule.Require(file.Schema == Schema, $"文件不是总评办法：开头应为“schema: {Schema}”。");
        return new(year, file.Composition.SelectMany(c => c.Value, (c, w) => new PartWeight(Kinds[c.Key], Parts[w.Part], w.Weight, w.Without)),
            file.Numbers.ToDictionary(n => Enum.Parse<GradingNumber>(n.Key), n => (int)(n.Value * Quantity.One)));
    }

    private sealed class File
    {
        public string Schema { get; init; } = "";
        public Dictionary<string, List<Weighed>> Composition { get; init; } = [];
        public Dictionary<string, decimal> Numbers { get; init; } = [];
    }

    private sealed class Weighed
    {
        public string Part { get; init; } = "";
        public int Weight { get; init; }
        public string Without { get; init; } = "";
    }
}
