using System.Globalization;
using System.Text.RegularExpressions;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.AnnualReports.FindingLevel;

namespace PartyWork.Domain.AnnualReports;

/// <summary>What the reading of a report must know besides its text.</summary>
/// <param name="Year">报告年度.</param>
/// <param name="Cutoff">The day on which a phrase must be in use.</param>
/// <param name="Place">区名, whose last character says what the place is.</param>
public sealed record LintContext(int Year, DateOnly Cutoff, string Place, IReadOnlyDictionary<string, ReportFigure> Values, IReadOnlyList<Wording> Library);

/// <summary>
/// The faults that a careful reader finds in a report: leftovers, empty and skipped items, mixed place words, typing errors, names of meetings and slogans.
/// A fault that can only be one is an error; what may be right asks for a reason.
/// </summary>
public static partial class TextLint
{
    /// <summary>综合性报告一般不超过5000字 (整治形式主义为基层减负若干规定, 2024).</summary>
    public const int MaxLength = 5000;

    private static readonly Dictionary<string, string> Typos = new()
    {
        ["签定"] = "签订", ["台帐"] = "台账", ["提长"] = "提升", ["布署"] = "部署", ["帐户"] = "账户", ["按排"] = "安排", ["座谈纪录"] = "座谈记录", ["会议记要"] = "会议纪要", ["再接再励"] = "再接再厉",
    };

    private static readonly Dictionary<string, string> Meetings = new()
    {
        ["民主组织生活会"] = "民主生活会或组织生活会", ["组织民主生活会"] = "民主生活会或组织生活会", ["支部民主生活会"] = "组织生活会", ["党小组会议"] = "党小组会", ["支委会议"] = "支委会", ["党员大会议"] = "党员大会",
        ["全体党员会议"] = "党员大会", ["三课一会"] = "三会一课", ["党课会"] = "党课",
    };

    private static readonly string[] Slogans = ["一征三议两公开", "三亮三比三创", "六大红色工程", "三联四共", "三级五岗", "五位一体", "三会一课", "三述四评两整改"];

    /// <summary>Of a report in its numbered lines, or of a text that was typed with its numbers.</summary>
    public static IReadOnlyList<ReportFinding> Read(IReadOnlyList<OutlineLine> lines, LintContext context)
    {
        var findings = new List<ReportFinding>();
        var part = 1;
        foreach (var line in lines)
        {
            part = line.Level is ParagraphLevel.First && line.Number.StartsWith('二') || line.Text.StartsWith("二、", StringComparison.Ordinal) ? 2 : part;
            var (words, printed) = (ReportText.Words(line.Text), ReportText.Print(line.Text, context.Values));
            findings.AddRange(OfLine(line, words, printed, context, part));
        }

        findings.AddRange(Numbers(lines));
        findings.AddRange(SlogansTwoWays(lines, context.Values));
        findings.AddRange(Expired(lines, context));
        var length = lines.Sum(l => l.Print(context.Values).Count(c => !char.IsWhiteSpace(c)));
        if (length > MaxLength)
        {
            findings.Add(new(ReportRule.Length, Warning, "", $"全文{length}字，超过{MaxLength}字。", "综合性报告一般不超过5000字，请精简；确需保留的，写明理由。"));
        }

        return findings;
    }

    private static IEnumerable<ReportFinding> OfLine(OutlineLine line, string words, string printed, LintContext context, int part)
    {
        foreach (var key in ReportText.Chips(line.Text).Distinct().Where(k => !context.Values.TryGetValue(k, out var figure) || !figure.IsThere))
        {
            var name = context.Values.GetValueOrDefault(key)?.Name ?? key;
            yield return new(ReportRule.EmptyFigure, Error, line.Place, $"“{name}”还没有数。", "请登记相应记录或年度参数；本年确无此项的，本段不写并写明原因。");
        }

        foreach (Match m in Blank().Matches(words))
        {
            yield return new(ReportRule.Placeholder, Error, line.Place, $"遗留占位符“{m.Value.Trim()}”：{Around(words, m)}。", "请填上内容，或改用指标。");
        }

        foreach (Match m in NoNumber().Matches(words))
        {
            yield return new(ReportRule.Placeholder, Error, line.Place, $"数字是空的：{Around(words, m)}。", "请改用指标，由系统写入数字。");
        }

        foreach (var (wrong, right) in Typos.Where(t => words.Contains(t.Key, StringComparison.Ordinal)))
        {
            yield return new(ReportRule.Typo, Error, line.Place, $"“{wrong}”应为“{right}”。", $"请改为“{right}”。");
        }

        foreach (Match m in DoubledWords().Matches(printed))
        {
            yield return new(ReportRule.Typo, Error, line.Place, $"“{m.Value}”重了一个字：{Around(printed, m)}。", "请删去一个字；重字在指标里的，请更正指标或本句。");
        }

        foreach (var (wrong, right) in Meetings.Where(t => words.Contains(t.Key, StringComparison.Ordinal)))
        {
            yield return new(ReportRule.MeetingName, Error, line.Place, $"会议名称“{wrong}”不规范。", $"请用规范名称：{right}。");
        }

        var own = context.Place.EndsWith('县') ? ForeignToCounty() : ForeignToDistrict();
        foreach (Match m in own.Matches(Titles().Replace(printed, "")))
        {
            yield return new(ReportRule.PlaceWords, Error, line.Place, $"“{m.Value}”与本地称谓“{context.Place}”不符。", $"请改为“{m.Value.Replace(context.Place.EndsWith('县') ? '区' : '县', context.Place[^1])}”。");
        }

        if (words.Contains("全国、全区、全市", StringComparison.Ordinal))
        {
            yield return new(ReportRule.PlaceWords, Warning, line.Place, "“全国、全区、全市”里的“全区”排在市前，像是自治区的写法。", "本区写在市后：全国、全省、全市、全区。");
        }

        foreach (Match m in Years().Matches(Titles().Replace(words, "")))
        {
            var year = int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture);
            if (year != context.Year && !(part == 2 && year == context.Year + 1))
            {
                yield return new(ReportRule.WrongYear, Warning, line.Place, $"{(part == 2 ? "下年度计划" : "本年总结")}中出现“{m.Value}”。", $"请核对年份；总结的是{context.Year}年，计划的是{context.Year + 1}年。");
            }
        }

        foreach (Match m in Ordinals().Matches(words))
        {
            yield return new(ReportRule.TypedOrdinal, Warning, line.Place, $"“{m.Value}”是手工写的序数。", "批次、期数每年都变，请改用指标；确属专名的写明理由。");
        }

        foreach (Match m in Remnants().Matches(words))
        {
            yield return new(ReportRule.Remnant, Error, line.Place, $"“{m.Value}”像是从网页或文库粘贴时带来的。", "请删去。");
        }

        foreach (Match m in DoublePoints().Matches(words))
        {
            yield return new(ReportRule.Punctuation, Warning, line.Place, $"标点不规范：{Around(words, m)}。", "请用一个全角标点。");
        }

        if (HalfYearly().IsMatch(words))
        {
            yield return new(ReportRule.OldRule, Warning, line.Place, "民主生活会“每半年”召开是旧口径。", "现行规定一般每年召开1次，安排在第四季度；上级另有要求的写明依据。");
        }
    }

    /// <summary>Typed numbers: 一、 （一） 1. （1） and 一是 must run on by one, and something must stand behind each.</summary>
    private static IEnumerable<ReportFinding> Numbers(IReadOnlyList<OutlineLine> lines)
    {
        var last = new int[5];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Level is ParagraphLevel.First or ParagraphLevel.Second)
            {
                Array.Clear(last);
            }

            var marks = Marks(line.Text).ToList();
            for (var j = 0; j < marks.Count; j++)
            {
                var (kind, number, word, _, end) = marks[j];
                if (number != 1 && number != last[kind] + 1)
                {
                    yield return new(ReportRule.Numbering, Error, line.Place, last[kind] == 0 ? $"编号从“{word}”开始，前面没有上一条。" : $"编号不连续：“{word}”前一条是第{last[kind]}条。", "请按顺序重编。");
                }

                last[kind] = number;
                Array.Clear(last, kind + 1, last.Length - kind - 1);
                var rest = line.Text[end..(j + 1 < marks.Count ? marks[j + 1].Start : line.Text.Length)];
                var heads = kind < 2 && i + 1 < lines.Count && Marks(lines[i + 1].Text).FirstOrDefault() is { } next && next.Kind <= kind;
                if (heads || !rest.Any(c => char.IsLetterOrDigit(c) || c is '{'))
                {
                    yield return new(ReportRule.EmptyItem, Error, line.Place, $"“{word}”{(heads ? rest.Trim(' ', '…', '.', '。') : "")}下面没有内容。", "请补写内容，或删去该条并重编序号。");
                }
            }
        }
    }

    private static IEnumerable<Mark> Marks(string text)
    {
        foreach (Match m in MarkPattern().Matches(text))
        {
            var kind = Enumerable.Range(0, 5).First(k => m.Groups[$"k{k}"].Success);
            if (ChineseNumber.Read(m.Groups[$"k{kind}"].Value) is { } number)
            {
                yield return new(kind, number, m.Value, m.Index, m.Index + m.Length);
            }
        }
    }

    /// <summary>Quoted phrases and known slogans of one length that differ in a single character, or only by points within.</summary>
    private static IEnumerable<ReportFinding> SlogansTwoWays(IReadOnlyList<OutlineLine> lines, IReadOnlyDictionary<string, ReportFigure> values)
    {
        var seen = new List<(string Word, string Place)>();
        foreach (var line in lines)
        {
            var text = ReportText.Print(line.Text, values);
            seen.AddRange(Quoted().Matches(text).Select(m => (m.Groups[1].Value, line.Place)));
            seen.AddRange(Slogans.Where(s => text.Contains(s, StringComparison.Ordinal)).Select(s => (s, line.Place)));
            foreach (var slogan in Slogans.Where(s => s.Length > 4))
            {
                for (var at = 0; at + slogan.Length <= text.Length; at++)
                {
                    if (Differing(slogan, text.Substring(at, slogan.Length)) == 1)
                    {
                        seen.Add((text.Substring(at, slogan.Length), line.Place));
                    }
                }
            }
        }

        var first = new List<string>();
        foreach (var (word, place) in seen.DistinctBy(s => s.Word))
        {
            if (first.Find(f => f != word && (Plain(f) == Plain(word) || (Plain(f).Length >= 4 && Differing(Plain(f), Plain(word)) == 1 && (Slogans.Contains(f) || Slogans.Contains(word) || Plain(f).Length > 4)))) is { } other)
            {
                yield return new(ReportRule.Slogan, Warning, place, $"同一提法有两种写法：“{other}”和“{word}”。", "请全文统一；确是两件事的写明理由。");
            }

            first.Add(word);
        }

        static string Plain(string slogan) => string.Concat(slogan.Where(c => c is not ('·' or '、' or ' ')).Select(c => c switch { '二' => '两', '1' => '一', '2' => '两', '3' => '三', '4' => '四', '5' => '五', '6' => '六', '7' => '七', _ => c }));

        static int Differing(string a, string b) => a.Length == b.Length ? a.Zip(b).Count(p => p.First != p.Second) : int.MaxValue;
    }

    private static IEnumerable<ReportFinding> Expired(IReadOnlyList<OutlineLine> lines, LintContext context)
    {
        var valid = context.Library.Where(w => w.IsValidOn(context.Cutoff)).ToList();
        foreach (var wording in context.Library.Where(w => !w.IsValidOn(context.Cutoff)))
        {
            foreach (var line in lines)
            {
                var text = ReportText.Print(line.Text, context.Values);
                if (text.Contains(wording.Text, StringComparison.Ordinal) && !valid.Exists(v => v.Text.Contains(wording.Text, StringComparison.Ordinal) && text.Contains(v.Text, StringComparison.Ordinal)))
                {
                    yield return new(ReportRule.ExpiredWording, Error, line.Place, $"表述“{Short(wording.Text)}”不在有效期内（{(wording.To is { } to && to < context.Cutoff ? $"用到{to:yyyy年M月d日}" : $"自{wording.From:yyyy年M月d日}起用")}）。", "请在表述库登记现行表述，或改写本句。");
                }
            }
        }
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    private static string Around(string text, Match m) =>
        $"“{text[Math.Max(0, m.Index - 8)..Math.Min(text.Length, m.Index + m.Length + 6)].Replace(ReportText.Slot, '□')}”";

    /// <param name="Kind">0 一、 1 （一） 2 1. 3 （1） 4 一是.</param>
    private sealed record Mark(int Kind, int Number, string Word, int Start, int End);

    [GeneratedRegex(@"(?<![A-Za-z0-9])[XxＸｘ×]+(?![A-Za-z0-9+])|…+|\.{3,}|。{2,}|[_＿]{2,}|[□■]|（\s*）|\(\s*\)|待补|待定|待核|空数")]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])(?:[ 　]+(?=[个名家项件条户份场次万%％])|(?<=[到达为至])(?=%|％|万元))")]
    private static partial Regex NoNumber();

    [GeneratedRegex(@"全县|我县|本县|县委|县政府|县直|县领导|县级领导")]
    private static partial Regex ForeignToDistrict();

    [GeneratedRegex(@"我区|本区|区委|区政府|区直|区领导|区级领导")]
    private static partial Regex ForeignToCounty();

    [GeneratedRegex("《[^》]*》|“[^”]*”|〔[^〕]*〕|县（市、区）|市县区|县市区")]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?<!自|从|比|较|截至|〔)((?:19|20)\d\d)年(?!以来|以后|起)")]
    private static partial Regex Years();

    [GeneratedRegex("第[一二三四五六七八九十0-9]+(?:批|期)")]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"https?://\S*|www\.\S*|[A-Za-z0-9.]+\.(?:com|cn|net|org)\b|百度文库|道客巴巴|豆丁网|第一范文|文秘网|公文网|版权所有|侵权|免费下载|点击下载|扫码|公众号|本文由|尽在|责任编辑|来源：\S+网|范文")]
    private static partial Regex Remnants();

    [GeneratedRegex(@"[，。；：、！？][，。；：、]|(?<=[\u4e00-\u9fff])[,;:](?=[\u4e00-\u9fff])")]
    private static partial Regex DoublePoints();

    [GeneratedRegex("第第|期期|名名|项项|年年度|的的|了了|和和|及及|为为")]
    private static partial Regex DoubledWords();

    [GeneratedRegex("民主生活会[^。；]{0,8}(?:每半年|半年一次)|每半年[^。；]{0,12}民主生活会")]
    private static partial Regex HalfYearly();

    [GeneratedRegex("“([^”]{4,14})”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<k0>[一二三四五六七八九十]{1,3})、|^（(?<k1>[一二三四五六七八九十]{1,3})）|^(?<k2>\d{1,2})[.．](?!\d)|^（(?<k3>\d{1,2})）|(?<=^|[。；：，、.．）])(?<k4>[一二三四五六七八九十]{1,3})是")]
    private static partial Regex MarkPattern();
}
