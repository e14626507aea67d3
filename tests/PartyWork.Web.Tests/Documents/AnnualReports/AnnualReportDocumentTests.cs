using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Documents.AnnualReports;

namespace PartyWork.Web.Tests.Documents.AnnualReports;

/// <summary>The printed report by GB/T 9704-2012: validator, fonts, signature and annex.</summary>
public sealed class AnnualReportDocumentTests
{
    private const string Sentence = "全区各级党组织认真落实党建责任，年初逐级签订目标责任书，季度报告任务进展，年底逐项核对。";

    [Theory]
    [InlineData(ReportHead.Plain)]
    [InlineData(ReportHead.Red)]
    public void It_is_valid_and_says_all_that_it_was_given(ReportHead head)
    {
        using var document = Open(Paper(), head);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(Paper().Lines.Skip(1), l => Assert.Contains(l.Text, text, StringComparison.Ordinal));
        Assert.All(Paper().Annex, r => Assert.Contains(r.Definition, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_red_head_has_the_issuers_mark_in_red_with_its_number_and_an_imprint()
    {
        using var red = Open(Paper(), ReportHead.Red);
        using var plain = Open(Paper(), ReportHead.Plain);

        Assert.Contains("中共青禾区委组织部文件", Texts(red).Where(p => p.Descendants<Color>().Any(c => c.Val == "FF0000")).Select(p => p.InnerText));
        Assert.Contains("青组发〔2026〕18号", Texts(red).Select(p => p.InnerText));
        Assert.Contains(Texts(red), p => p.InnerText.EndsWith("2026年12月28日印发", StringComparison.Ordinal));
        Assert.DoesNotContain(plain.MainDocumentPart!.Document!.Descendants<Color>(), c => c.Val == "FF0000");
        Assert.DoesNotContain("印发", plain.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_seal_the_date_begins_two_characters_right_of_the_name()
    {
        using var plain = Open(Paper(), ReportHead.Plain);
        var (name, date) = (Texts(plain).Single(p => p.InnerText == "中共青禾区委组织部"), Texts(plain).Single(p => p.InnerText == "2026年12月28日"));

        Assert.Equal(("632", "632"), (name.ParagraphProperties!.Indentation!.Right!.Value, date.ParagraphProperties!.Indentation!.Right!.Value)); // nine characters over seven
    }

    [Fact]
    public void A_long_title_parts_before_its_and()
    {
        using var plain = Open(Paper(), ReportHead.Plain);

        Assert.Single(Texts(plain)[0].Descendants<Break>());
    }

    private static List<Paragraph> Texts(WordprocessingDocument document) => [.. document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>()];

    private static WordprocessingDocument Open(ReportPaper paper, ReportHead head)
    {
        var bytes = AnnualReportDocument.Write(paper, head);
        return WordprocessingDocument.Open(new MemoryStream(bytes), false);
    }

    private static ReportPaper Paper() => new(
        [
            (ParagraphLevel.Title, "青禾区2026年度党建工作总结和2027年工作计划"),
            (ParagraphLevel.Text, string.Concat(Enumerable.Repeat(Sentence, 5))),
            (ParagraphLevel.First, "一、2026年主要工作"),
            .. Enumerable.Range(1, 12).SelectMany(i => new (ParagraphLevel, string)[] { (ParagraphLevel.Second, $"（{Domain.ThreeLists.ChineseNumber.Write(i)}）重点任务"), (ParagraphLevel.Item, $"1.压实责任。{string.Concat(Enumerable.Repeat(Sentence, 3))}"), (ParagraphLevel.Item, $"2.抓好落实。{Sentence}") }),
        ],
        "中共青禾区委组织部", "青组发〔2026〕18号", new(2026, 12, 28), new(2026, 12, 15),
        [.. Enumerable.Range(1, 30).Select(i => new AnnexRow($"建立台账的社区数{i}", $"{i}个", $"口径{i}：社区党组织中书记台账已建立的，一个党组织一年内换书记的只计1个。", i * 3, i % 7 == 0 ? "系统计算为12，因跨年结转改写" : ""))]);
}
