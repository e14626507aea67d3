using System.Globalization;
using System.Text.RegularExpressions;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>Reads a rubric in the exchange form partywork.rubric/1. What is not understood is reported with its line.</summary>
public sealed partial class RubricYaml
{
    public const int MaxBytes = 1 << 20;

    private const string Schema = "partywork.rubric/1";

    private static readonly string[] CriterionKeys = ["id", "points", "standard", "rule", "method", "score", "options", "auto", "metrics", "assessor_facts", "evidence", "phase", "check"];

    private static readonly Dictionary<string, RubricKind> Kinds = new()
    {
        ["committee"] = RubricKind.Committee, ["community"] = RubricKind.Community, ["organ"] = RubricKind.Organ, ["school"] = RubricKind.School, ["two_new"] = RubricKind.TwoNew, ["lagging_community"] = RubricKind.LaggingCommunity,
    };

    private static readonly Dictionary<string, CriterionMethod> Methods = new()
    {
        ["deduct_per_event"] = CriterionMethod.DeductPerEvent, ["deduct_per_missing"] = CriterionMethod.DeductPerMissing, ["rate_threshold"] = CriterionMethod.RateThreshold, ["proportional"] = CriterionMethod.Proportional,
        ["tiered"] = CriterionMethod.Tiered, ["mapped"] = CriterionMethod.Mapped, ["judge"] = CriterionMethod.Judge, ["boolean"] = CriterionMethod.Boolean, ["composite"] = CriterionMethod.Composite,
    };

    private static readonly Dictionary<string, CriterionAutomation> Automations = new() { ["full"] = CriterionAutomation.Full, ["partial"] = CriterionAutomation.Partial, ["none"] = CriterionAutomation.None };

    private static readonly Dictionary<string, CriterionPhase> Phases = new() { ["mid"] = CriterionPhase.Mid, ["end"] = CriterionPhase.End, ["both"] = CriterionPhase.Both };

    private static readonly Dictionary<string, CheckWays> Ways = new()
    {
        ["records"] = CheckWays.Records, ["sample"] = CheckWays.Sample, ["documents"] = CheckWays.Documents, ["site"] = CheckWays.Site, ["interview"] = CheckWays.Interview, ["survey"] = CheckWays.Survey,
    };

    /// <param name="numberOf">The version that a rubric of this kind becomes.</param>
    /// <exception cref="BrokenRuleException">It is no rubric at all.</exception>
    public static RubricFile Read(string text, int year, Func<RubricKind, int> numberOf)
    {
        var root = Root(text);
        Rule.Require(Text(root, "schema") == Schema, $"文件不是考核细则：开头应为“schema: {Schema}”。");
        var kind = Kinds.TryGetValue(Text(root, "applies_to"), out var known) ? known : throw new BrokenRuleException($"适用对象“{Text(root, "applies_to")}”看不懂，应为{string.Join("、", Kinds.Keys)}之一。");
        var rubric = new Rubric(year, kind, numberOf(kind), Prose(Text(root, "name")));
        rubric.Decide(Verdict(root));
        var builder = new RubricBuilder(rubric, (line, _, what) => new("", line, "", line > 0 ? $"第{line}行：{what}" : what));
        foreach (var category in List(root, "categories"))
        {
            var ofCategory = builder.Category(Line(category), Text(category, "id"), Prose(Text(category, "name")), Points(category));
            foreach (var item in List(category, "items"))
            {
                var ofItem = builder.Item(Line(item), ofCategory, Text(item, "id"), Prose(Text(item, "name")), Points(item));
                foreach (var criterion in List(item, "criteria"))
                {
                    builder.Criterion(Line(criterion), ofItem, () => Criterion(criterion));
                }
            }
        }

        builder.Findings.AddRange(builder.Findings.Count > 0 ? [] : Declared(root, rubric));
        return builder.Finish();
    }

    private static YamlMappingNode Root(string text)
    {
        Rule.Require(text.Length <= MaxBytes, $"文件超过{MaxBytes >> 20}MB，不是考核细则。");
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root ? root : throw new BrokenRuleException("文件不是考核细则：内容应为一组“名称: 值”。");
        }
        catch (YamlException unread)
        {
            throw new BrokenRuleException($"第{unread.Start.Line}行的格式不对，无法读取；请检查缩进、括号和引号。");
        }
    }

    private static CriterionText Criterion(YamlMappingNode node)
    {
        var strange = node.Children.Keys.Select(k => k.ToString()).Except(CriterionKeys).ToList();
        Rule.Require(strange.Count == 0, $"有看不懂的内容“{string.Join("、", strange)}”。");
        var text = new CriterionText(
            Text(node, "id"), RubricBuilder.Needed(Points(node), "分值"), Prose(Text(node, "standard")), Prose(Text(node, "rule")), [.. List(node, "score").Select(Part)], Options(node),
            One(node, "method", Methods), One(node, "auto", Automations),
            One(node, "phase", Phases),
            Text(node, "check").Split('+').Select(w => Ways.TryGetValue(w.Trim(), out var way) ? way : throw new BrokenRuleException($"检查方式“{w}”看不懂。")).Aggregate(CheckWays.None, (all, w) => all | w),
            Prose(string.Join("、", Texts(node, "evidence"))));
        var named = text.Parts.SelectMany(p => p.Names).Where(n => n.Contains('.', StringComparison.Ordinal)).ToHashSet();
        var missing = named.Where(n => !n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)).Except(Texts(node, "metrics").Concat(Texts(node, "assessor_facts"))).ToList();
        Rule.Require(missing.Count == 0, $"{text.Code}：计分方式用到的{string.Join("、", missing)}没有列在指标中。");
        return text;
    }

    private static ScoringPart Part(YamlMappingNode node)
    {
        string[] keys = [.. node.Children.Keys.Select(k => k.ToString())];
        return string.Join(' ', keys.Order(StringComparer.Ordinal)) switch
        {
            "set when" => new(PartKind.WhenSet, Text(node, "when")) { Points = Number(node, "set") },
            "deduct when" => new(PartKind.WhenDeduct, Text(node, "when")) { Points = Number(node, "deduct") },
            "count deduct" => new(PartKind.Count, Text(node, "count")) { Points = Number(node, "deduct") },
            "deduct of short step" => new(PartKind.Short, Text(node, "short")) { Against = Text(node, "of"), Points = Number(node, "deduct"), Step = Number(node, "step") },
            "deduct limit over step" => new(PartKind.Over, Text(node, "over")) { Against = Text(node, "limit"), Points = Number(node, "deduct"), Step = Number(node, "step") },
            "deduct full_at rate step" => new(PartKind.Rate, Text(node, "rate")) { Against = Text(node, "full_at"), Points = Number(node, "deduct"), Step = Number(node, "step") },
            "ratio" when Texts(node, "ratio") is [var reached, var due] => new(PartKind.Ratio, reached) { Against = due },
            "order otherwise table tiers" when Text(node, "order") is "ge" or "le" => new(Text(node, "order") == "ge" ? PartKind.TiersFrom : PartKind.TiersUpTo, Text(node, "tiers")) { Points = Number(node, "otherwise"), Bands = Tiers(node) },
            "map table" => new(PartKind.Map, Text(node, "map")) { Bands = Table(node, "table") },
            "judge" => new(PartKind.Judge, "") { Bands = Table(node, "judge") },
            _ => throw new BrokenRuleException($"计分方式“{string.Join("、", keys)}”看不懂。"),
        };
    }

    private static List<ScoreBand> Tiers(YamlMappingNode node) => Child(node, "table") is YamlSequenceNode rows
        ? [.. rows.Select(r => r is YamlSequenceNode { Children: [var bound, var points] } ? new ScoreBand(bound.ToString(), Number(points.ToString())) : throw new BrokenRuleException("分档表的每一档应为[分档线, 得分]。"))]
        : throw new BrokenRuleException("缺少分档表。");

    private static List<ScoreBand> Table(YamlMappingNode node, string key) => Child(node, key) is YamlMappingNode table
        ? [.. table.Children.Select(c => new ScoreBand(c.Key.ToString(), Number(c.Value.ToString())))]
        : throw new BrokenRuleException("缺少对照表。");

    private static CriterionOptions Options(YamlMappingNode node)
    {
        if (Child(node, "options") is not YamlMappingNode options)
        {
            return CriterionOptions.None;
        }

        var read = CriterionOptions.None;
        foreach (var key in options.Children.Keys.Select(k => k.ToString()))
        {
            read = key switch
            {
                "na_when" => read with { NotApplicableWhen = Text(options, key) },
                "reallocate_to" => read with { ReallocateTo = Text(options, key) },
                "veto_trigger" => read with { VetoTrigger = Text(options, key) },
                "exempt" => read with { Exempt = Texts(options, key) },
                "unit" => read with { Unit = Text(options, key) },
                "exclude" => read with { Exclude = Text(options, key) },
                "grace_days" => read with { GraceDays = Whole(options, key) },
                "sample_size" => read with { SampleSize = Whole(options, key) },
                "forbidden_evidence" => read with { ForbiddenEvidence = Texts(options, key) },
                "vacation_merge" => read with { MergesVacations = Text(options, key) == "true" },
                _ => throw new BrokenRuleException($"约定“{key}”看不懂。"),
            };
        }

        return read;
    }

    /// <summary>What the file says of itself must be what it holds.</summary>
    private static IEnumerable<CellFinding> Declared(YamlMappingNode root, Rubric rubric)
    {
        if (Child(root, "counts") is YamlMappingNode counts && (Number(counts, "categories"), Number(counts, "items"), Number(counts, "criteria")) != (rubric.Counts.Categories, rubric.Counts.Items, rubric.Counts.Criteria))
        {
            yield return new("", Line(counts), "", $"第{Line(counts)}行：写明的类、项、条数与实有的{rubric.Counts.Categories}类{rubric.Counts.Items}项{rubric.Counts.Criteria}条不符。");
        }

        if (Child(root, "auto_points") is YamlMappingNode auto)
        {
            foreach (var (key, of) in Automations)
            {
                if (rubric.Criteria.Where(c => c.Automation == of).Sum(c => c.Points) is var sum && Number(auto, key) * Quantity.One != sum)
                {
                    yield return new("", Line(auto), "", $"第{Line(auto)}行：写明“{of.Text()}”{Number(auto, key):0.##}分，实有{Quantity.Print(sum)}分。");
                }
            }
        }
    }

    /// <summary>结果认定 of an acceptance, as the sentence that decides.</summary>
    private static string Verdict(YamlMappingNode root)
    {
        if (Child(root, "pass_rule") is not YamlMappingNode rule)
        {
            return "";
        }

        var accepted = Hundredths(Number(rule, "min_total"));
        var least = List(rule) is { Count: > 0 } grades ? Hundredths(Number(grades[^1][1].ToString().TrimStart('<'))) : accepted;
        return new PassRule(accepted, least, Hundredths(Number(rule, "min_satisfaction") * 100), Hundredths(Number(rule, "max_dissatisfied_vote") * 100)).Print();

        static List<YamlSequenceNode> List(YamlMappingNode of) => Child(of, "grades") is YamlSequenceNode rows ? [.. rows.OfType<YamlSequenceNode>()] : [];
        static int Hundredths(decimal number) => (int)(number * Quantity.One);
    }

    private static T One<T>(YamlMappingNode node, string key, Dictionary<string, T> words) =>
        words.TryGetValue(Text(node, key), out var value) ? value : throw new BrokenRuleException($"“{key}: {Text(node, key)}”看不懂，应为{string.Join("、", words.Keys)}之一。");

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static string Text(YamlMappingNode node, string key) => Child(node, key) is YamlScalarNode { Value: { } value } ? value.Trim() : "";

    private static List<string> Texts(YamlMappingNode node, string key) => Child(node, key) is YamlSequenceNode list ? [.. list.Select(n => n.ToString())] : [];

    private static IEnumerable<YamlMappingNode> List(YamlMappingNode node, string key) => Child(node, key) is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];

    private static int Line(YamlNode node) => (int)node.Start.Line;

    private static int? Points(YamlMappingNode node) => Quantity.Parse(Text(node, "points")) is { IsRate: false } points ? points.Hundredths : null;

    private static decimal Number(YamlMappingNode node, string key) => Number(Text(node, key));

    private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < PartRow.Limit ? number
        : throw new BrokenRuleException($"“{text}”应是小于{PartRow.Limit}的数字。");

    private static int Whole(YamlMappingNode node, string key) => Number(node, key) is var number && number == decimal.Truncate(number) ? (int)number : throw new BrokenRuleException($"“{key}: {Text(node, key)}”应是整数。");

    /// <summary>Punctuation in the width that the office prints; a comma between digits and a colon between figures stay.</summary>
    private static string Prose(string text) => HalfWidth().Replace(text, m => m.Value switch { "," => "，", ";" => "；", ":" => "：", "(" => "（", _ => "）" });

    [GeneratedRegex(@"(?<![0-9]),|,(?![0-9])|[;()]|(?<=\p{IsCJKUnifiedIdeographs}):")]
    private static partial Regex HalfWidth();
}
