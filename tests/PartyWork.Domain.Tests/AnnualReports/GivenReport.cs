using PartyWork.Domain.AnnualReports;

namespace PartyWork.Domain.Tests.AnnualReports;

/// <summary>A small report of 2026: a title, one part with two sections, and what is needed to read it.</summary>
internal static class GivenReport
{
    public static readonly Actor Writer = new(1, "许静", "区委组织部组织科科员"), Leader = new(2, "方远", "区委组织部部长"), Reviewer = new(3, "于清", "区委组织部组织科科长");
    public static readonly DateTime Now = new(2026, 12, 20, 2, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2026, 12, 20);

    public static readonly ParagraphTemplate[] Templates =
    [
        new("title", ParagraphLevel.Title, "{district_name}党建工作总结"),
        new("part1", ParagraphLevel.First, "主要工作"),
        new("work", ParagraphLevel.Second, "重点任务"),
        new("rectification", ParagraphLevel.Item, "整顿{lagging_communities}个后进社区，投入资金{lagging_funds_10k}万元。"),
        new("training", ParagraphLevel.Item, "培训两新党组织书记{two_new_secretaries_trained}名。"),
        new("own", ParagraphLevel.Item, ""),
        new("honours", ParagraphLevel.Second, "表彰奖励"),
        new("honour-list", ParagraphLevel.Text, "获{honors_list}。", IsOptional: true),
    ];

    public static readonly Dictionary<string, string> Names = new()
    {
        ["district_name"] = "区名", ["lagging_communities"] = "后进社区数", ["lagging_funds_10k"] = "整顿投入资金", ["two_new_secretaries_trained"] = "培训两新党组织书记人数", ["honors_list"] = "受表彰奖励情况",
    };

    public static Dictionary<string, ReportFigure> Values(params (string Key, decimal Number)[] others)
    {
        var values = new Dictionary<string, ReportFigure>
        {
            ["district_name"] = new("district_name", "区名", "青禾区"),
            ["lagging_communities"] = Number("lagging_communities", 12),
            ["lagging_funds_10k"] = Number("lagging_funds_10k", 86.5m) with { Unit = "万元", Computed = 86.5m },
            ["two_new_secretaries_trained"] = Number("two_new_secretaries_trained", 143),
            ["honors_list"] = new("honors_list", "受表彰奖励情况", "未记录", IsThere: false),
        };
        foreach (var (key, number) in others)
        {
            values[key] = Number(key, number);
        }

        return values;
    }

    public static ReportFigure Number(string key, decimal number) => new(key, Names.GetValueOrDefault(key, key), number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)) { Number = number };

    public static AnnualReport Drafted()
    {
        var report = new AnnualReport(2026, new(2026, 12, 15));
        report.Draft(Templates, Writer, Now);
        return report;
    }

    public static ReportParagraph Paragraph(this AnnualReport report, string key) => report.Paragraphs.Single(p => p.Key == key);

    /// <summary>A text as somebody typed it, one line a paragraph, numbers and all.</summary>
    public static IReadOnlyList<OutlineLine> Typed(params string[] lines) => [.. lines.Select((l, i) => new OutlineLine($"line{i + 1}", ParagraphLevel.Text, "", l))];

    public static LintContext Context(IReadOnlyDictionary<string, ReportFigure>? values = null, params Wording[] library) => new(2026, new(2026, 12, 15), "青禾区", values ?? Values(), library);
}
