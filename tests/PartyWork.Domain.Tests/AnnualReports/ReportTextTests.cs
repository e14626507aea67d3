using PartyWork.Domain.AnnualReports;
using static PartyWork.Domain.Tests.AnnualReports.GivenReport;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class ReportTextTests
{
    private const string Template = "整顿{lagging_communities}个后进社区，投入资金{lagging_funds_10k}万元。";

    [Fact]
    public void Who_edits_sees_figures_by_their_names() =>
        Assert.Equal("整顿{后进社区数}个后进社区，投入资金{整顿投入资金}万元。", ReportText.ToNames(Template, Names));

    [Fact]
    public void What_was_shown_is_stored_as_it_was() => Assert.Equal(Template, ReportText.FromNames(ReportText.ToNames(Template, Names), Names));

    [Fact]
    public void Full_width_brackets_and_line_breaks_of_an_input_method_do_no_harm() =>
        Assert.Equal("整顿{lagging_communities}个社区。", ReportText.FromNames(" 整顿｛后进社区数｝个\r\n社区。 ", Names));

    [Theory]
    [InlineData(0, 3, "深化区域化党建。办结3件。")]
    [InlineData(2, 0, "深化区域化党建。成立大党委2个，其中农村有的照办。")]
    [InlineData(0, 0, "深化区域化党建。")]
    public void A_clause_that_counts_to_nothing_is_not_told(int some, int others, string told)
    {
        var values = new Dictionary<string, ReportFigure> { ["a"] = Of("a", some), ["b"] = Of("b", others) };

        Assert.Equal(told, ReportText.Print(ReportText.WithoutNothing($"深化区域化党建。成立大党委{{a}}个{(some > 0 ? "，其中农村有的照办" : "")}。办结{{b}}件。", values), values));

        static ReportFigure Of(string key, int number) => new(key, key, $"{number}") { Number = number };
    }

    [Fact]
    public void A_clause_with_a_figure_that_is_missing_stays() =>
        Assert.Equal("成立大党委{a}个。", ReportText.WithoutNothing("成立大党委{a}个。", new Dictionary<string, ReportFigure> { ["a"] = new("a", "大党委", "【大党委】", false) { Number = 0 } }));

    [Theory]
    [InlineData("整顿{后进社区数个社区")]
    [InlineData("整顿后进社区数}个社区")]
    [InlineData("整顿{{后进社区数}个社区")]
    public void A_broken_bracket_is_named_with_its_place(string typed) =>
        Assert.Contains("花括号不成对", Assert.Throws<BrokenRuleException>(() => ReportText.FromNames(typed, Names)).Message);

    [Fact]
    public void A_name_that_is_no_figure_is_refused() =>
        Assert.Contains("“{后进村数}”不是数据字典里的指标", Assert.Throws<BrokenRuleException>(() => ReportText.FromNames("整顿{后进村数}个", Names)).Message);

    [Fact]
    public void A_lost_figure_is_named_and_another_place_in_the_sentence_is_none_lost()
    {
        ReportText.RequireKept(Template, "投入{lagging_funds_10k}万元，整顿{lagging_communities}个社区，{lagging_communities}个全部验收。", Names);

        var broken = Assert.Throws<BrokenRuleException>(() => ReportText.RequireKept(Template, "整顿12个后进社区，投入资金{lagging_funds_10k}万元。", Names));
        Assert.Contains("缺少指标{后进社区数}。", broken.Message);
    }

    [Fact]
    public void Words_and_figures_follow_one_another() =>
        Assert.Equal([("整顿", null), ("{lagging_communities}", "lagging_communities"), ("个后进社区，投入资金", null), ("{lagging_funds_10k}", "lagging_funds_10k"), ("万元。", null)], ReportText.Pieces(Template));

    [Fact]
    public void It_is_printed_with_the_values() => Assert.Equal("整顿12个后进社区，投入资金86.5万元。", ReportText.Print(Template, Values()));
}
