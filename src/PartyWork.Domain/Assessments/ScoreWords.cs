using System.Text.RegularExpressions;

namespace PartyWork.Domain.Assessments;

/// <summary>The words that rubrics and records use as values, with what is read on the screen. A district may also write Chinese words of its own.</summary>
public static partial class ScoreWords
{
    internal const string Arrow = " → ";

    /// <summary>否决事由 as rubrics write them: the closed list of <see cref="VetoGround"/>, to which nobody adds.</summary>
    public static readonly IReadOnlyList<string> VetoGrounds = [.. Enum.GetValues<VetoGround>().Select(CodeOf)];

    private static readonly Dictionary<string, string> Chinese = new(Enum.GetValues<VetoGround>().Select(g => KeyValuePair.Create(CodeOf(g), g.Text())))
    {
        ["on_time"] = "按期", ["late"] = "逾期", ["unsigned"] = "未签订",
        ["good"] = "好", ["fairly_good"] = "较好", ["average"] = "一般", ["poor"] = "差", ["none"] = "无",
        ["single"] = "单独组建", ["joint"] = "联建", ["attached"] = "挂靠", ["joint_with_reason"] = "已联建且说明理由",
        ["cross"] = "进入管理层", ["attend"] = "列席重要会议",
        ["promoted_by_document"] = "发文推广", ["institutionalised"] = "形成制度",
        ["five_or_promoted"] = "五星或晋星", ["keep4"] = "保持四星", ["keep3"] = "保持三星", ["keep2"] = "保持二星", ["down_or_one"] = "降星或一星",
        ["no_lagging_community"] = "没有后进社区", ["no_committee"] = "不设支委会", ["no_group"] = "未划分党小组", ["own_site"] = "有独立场所",
        ["approved_extension"] = "经批准延期", ["system_outage"] = "系统故障",
        ["leader_instruction"] = "领导批示", ["media_article"] = "媒体报道",
        ["branch_month"] = "支部·月", ["branch_quarter"] = "支部·季度", ["group_month"] = "党小组·月",
    };

    private static readonly Dictionary<string, string> Codes = new(Chinese.Select(c => KeyValuePair.Create(c.Value, c.Key))) 
    {
        ["单独"] = "single", ["未签"] = "unsigned", ["按期签订"] = "on_time", ["逾期签订"] = "late", ["未评星"] = "none",
        ["违规发展党员"] = "illegal_admission", ["挪用、截留经费"] = "fund_misuse", ["弄虚作假"] = "fabrication", ["严重政治问题"] = "political", ["涉嫌犯罪"] = "criminal",
    };

    /// <summary>好 of good; a word that is none of these is read as it stands.</summary>
    public static string Text(string word) => Chinese.GetValueOrDefault(word, word);

    /// <summary>A computed sentence as it stands in letters and lists: 应达95%，实为92.31%（应26，实24），扣0.54分. What a person wrote stays as it is.</summary>
    /// <param name="withLosses">False where the points are said beside it.</param>
    public static string InWriting(string sentence, bool withLosses = true) => !sentence.Contains(Arrow, StringComparison.Ordinal) ? sentence
        : Taken().Replace(sentence, withLosses ? "，扣$1分" : "").Replace(Arrow, "，", StringComparison.Ordinal).Replace(' ', '，');

    /// <summary>good of 好 and of good: two words are the same when their codes are.</summary>
    public static string Code(string word) => Codes.GetValueOrDefault(word.Trim(), word.Trim());

    /// <summary>fund_misuse of FundMisuse.</summary>
    private static string CodeOf(VetoGround ground) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName($"{ground}");

    [GeneratedRegex(" → −([0-9.]+)")]
    private static partial Regex Taken();
}
