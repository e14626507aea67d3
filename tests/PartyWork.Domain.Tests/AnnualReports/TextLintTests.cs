using PartyWork.Domain.AnnualReports;
using static PartyWork.Domain.AnnualReports.ReportRule;
using static PartyWork.Domain.Tests.AnnualReports.GivenReport;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class TextLintTests
{
    /// <summary>The faults of a report that was put together by hand: each is found once, nothing else is.</summary>
    [Fact]
    public void A_report_with_the_faults_of_handwork_yields_exactly_these_findings()
    {
        var findings = ReportCheck.Run(Typed(
            "一、全年工作开展情况",
            "（一）重点任务完成情况",
            "一是与各党（工）委签定目标责任书，建立书记抓党建工作台帐，年底组织全面考核。",
            "二是推行一征三议两公开，先后解决公益性事项××件。",
            "四是对12个后进社区集中整顿，办理惠民实事36件。",
            "五是按照全县统一安排，服务水平明显提长。",
            "六是",
            "（二）长效机制建设情况",
            "1.整顿工作。10个后进社区全部转化，办理惠民实事36件，群众满意率达到%。",
            "2.民主决策。坚持一征三议二公开，每半年召开一次民主生活会。",
            "（三）……",
            "二、2027年工作打算",
            "（一）按照2025年工作要点抓好落实。来源：某某文库网 www.example.com"), Context(new Dictionary<string, ReportFigure>()));

        Assert.Equal(
            [
                (Typo, "line3", "“签定”应为“签订”。"), (Typo, "line3", "“台帐”应为“台账”。"),
                (Placeholder, "line4", "遗留占位符“××”：“后解决公益性事项××件。”。"),
                (Numbering, "line5", "编号不连续：“四是”前一条是第2条。"),
                (Typo, "line6", "“提长”应为“提升”。"), (PlaceWords, "line6", "“全县”与本地称谓“青禾区”不符。"),
                (EmptyItem, "line7", "“六是”下面没有内容。"),
                (SameRectification, "line9", "“后进社区数”此处写作10，前文写作12。"), (Placeholder, "line9", "数字是空的：“，群众满意率达到%。”。"),
                (OldRule, "line10", "民主生活会“每半年”召开是旧口径。"), (Slogan, "line10", "同一提法有两种写法：“一征三议两公开”和“一征三议二公开”。"),
                (Placeholder, "line11", "遗留占位符“……”：“（三）……”。"), (EmptyItem, "line11", "“（三）”下面没有内容。"),
                (WrongYear, "line13", "下年度计划中出现“2025年”。"), (Remnant, "line13", "“来源：某某文库网”像是从网页或文库粘贴时带来的。"), (Remnant, "line13", "“www.example.com”像是从网页或文库粘贴时带来的。"),
            ],
            findings.OrderBy(f => int.Parse(f.Place[4..], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(f => f.Rule is EmptyItem or Slogan ? 99 : (int)f.Rule is < 21 ? 0 : f.Rule is Typo ? 1 : (int)f.Rule).Select(f => (f.Rule, f.Place, f.Words)));
    }

    [Fact]
    public void A_clean_text_yields_nothing() => Assert.Empty(Read(
        "一、全年工作", "（一）重点任务", "1.签订责任书264份，书记台账全部建立。", "2.“一征三议两公开”在社区推行，全区办结事项31件。", "二、2027年工作打算", "（一）总体安排。2027年继续抓好《关于2019年工作的意见》的落实，巩固自2021年以来的成果。"));

    [Fact]
    public void A_bound_figure_that_nobody_has_recorded_is_an_error_in_its_place()
    {
        var finding = Assert.Single(Read("获{honors_list}。"));

        Assert.Equal((EmptyFigure, FindingLevel.Error, "“受表彰奖励情况”还没有数。"), (finding.Rule, finding.Level, finding.Words));
    }

    [Theory]
    [InlineData("参加第第二届培训班。", Typo)]
    [InlineData("建立台账X个。", Placeholder)]
    [InlineData("建立台账____个。", Placeholder)]
    [InlineData("培训书记  名。", Placeholder)]
    [InlineData("受到（）表彰。", Placeholder)]
    [InlineData("县委高度重视。", PlaceWords)]
    [InlineData("认真学习全国、全区、全市会议精神。", PlaceWords)]
    [InlineData("召开党小组会议12次。", MeetingName)]
    [InlineData("召开民主组织生活会。", MeetingName)]
    [InlineData("整顿第八批后进社区。", TypedOrdinal)]
    [InlineData("加强领导，，压实责任。", Punctuation)]
    [InlineData("加强领导,压实责任。", Punctuation)]
    [InlineData("2025年培训书记20名。", WrongYear)]
    [InlineData("更多内容请关注公众号", Remnant)]
    [InlineData("一、", EmptyItem)]
    public void Each_fault_has_its_name(string text, ReportRule rule) => Assert.Contains(Read(text), f => f.Rule == rule);

    [Theory]
    [InlineData("全市所辖县市区设立展台。")]
    [InlineData("印发《全县党建工作办法》的做法已经停止使用。")]
    [InlineData("2026年培训书记20名。")]
    [InlineData("自2019年以来持续推进。")]
    [InlineData("按照“X+1”模式推进。")]
    [InlineData("人均分值达到95%。")]
    [InlineData("这是唯一是对的。")]
    public void What_is_right_is_left_alone(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_text_of_more_than_5000_characters_asks_for_a_reason()
    {
        var finding = Assert.Single(Read(string.Concat(Enumerable.Repeat("抓好党建工作。", 720))));

        Assert.Equal((Length, FindingLevel.Warning), (finding.Rule, finding.Level));
    }

    [Fact]
    public void A_phrase_past_its_time_is_an_error_and_the_one_that_holds_is_not()
    {
        var old = new Wording(WordingUse.Opening, "深入开展主题活动", "区委一号文件", new(2024, 1, 1), new(2025, 12, 31), Writer, Today);
        var now = new Wording(WordingUse.Opening, "扎实推进党建工作", "区委二号文件", new(2026, 1, 1), null, Writer, Today);

        var finding = Assert.Single(TextLint.Read(Typed("深入开展主题活动。", "扎实推进党建工作。"), Context(null, old, now)));

        Assert.Equal((ExpiredWording, FindingLevel.Error, "line1"), (finding.Rule, finding.Level, finding.Place));
        Assert.Contains("用到2025年12月31日", finding.Words);
        Assert.Same(now, Wording.For(WordingUse.Opening, [old, now], new(2026, 12, 15)));
        Assert.Same(old, Wording.For(WordingUse.Opening, [old], new(2026, 12, 15)));
    }

    private static IReadOnlyList<ReportFinding> Read(params string[] lines) => TextLint.Read(Typed(lines), Context());
}
