using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Tests.Documents.Word;

/// <summary>What is signed on paper, as Word files over the demo district.</summary>
public sealed class PaperTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_document_is_valid_and_named_in_Chinese()
    {
        var filings = await app.WithDbAsync(db => db.Filings.Where(f => f.Year == 2026 && (f.Period == 0 || f.Period == 3) && (f.Window.Level == OrganizationLevel.Committee || f.Id % 9 == 0))
            .OrderBy(f => f.Id).Select(f => new { f.Id, f.Kind }).ToListAsync());
        Assert.InRange(filings.Count, 60, 200);
        using var client = await app.SignedInAsync("orgdept");
        foreach (var filing in filings)
        {
            using var answer = await client.GetAsync($"/{(filing.Kind is FilingKind.ThreeLists ? "lists" : "reports")}/{filing.Id}?handler=Word");
            Assert.Matches(filing.Kind is FilingKind.ThreeLists ? "2026年三张清单.docx$" : "2026年第三季度报告.docx$", answer.Content.Headers.ContentDisposition!.FileNameStar!);
            using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{filing.Id} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public async Task The_lists_lie_on_their_side_with_heads_on_every_page_fonts_by_name_and_places_to_sign()
    {
        using var document = await OpenAsync($"/lists/{await app.FilingAsync("QH01", 0)}?handler=Word");
        var main = document.MainDocumentPart!;
        var body = main.Document!.Body!;
        var section = body.GetFirstChild<SectionProperties>()!;
        Assert.Equal((16838u, 11906u, PageOrientationValues.Landscape), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value, section.GetFirstChild<PageSize>()!.Orient!.Value));

        var tables = body.Elements<Table>().ToList();
        Assert.Equal(3, tables.Count);
        Assert.Equal([1, 2, 1], tables.Select(t => t.Elements<TableRow>().Count(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null)));
        Assert.All(tables, t => Assert.InRange(t.Elements<TableRow>().Count(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is null), 7, 20));
        Assert.Equal(3, body.Elements<Paragraph>().Count(p => p.InnerText.Contains("书记（签字）：", StringComparison.Ordinal)));

        Assert.Equal(["仿宋_GB2312", "方正小标宋简体", "黑体"], body.Descendants<RunFonts>().Select(f => f.EastAsia!.Value!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("宋体", main.FontTablePart!.Fonts!.Elements<Font>().Single(f => f.Name == "方正小标宋简体").AltName!.Val!.Value);
        Assert.Equal(["— 1 —", "— 1 —"], main.FooterParts.Select(f => f.Footer!.InnerText));
    }

    [Fact]
    public async Task The_report_says_on_paper_what_it_says_on_the_screen()
    {
        var id = await app.FilingAsync("QH01001", 3);
        using var client = await app.SignedInAsync("wenming.officer");
        var screen = await client.GetPageAsync($"/reports/{id}");
        using var document = await OpenAsync($"/reports/{id}?handler=Word");

        var rows = document.MainDocumentPart!.Document!.Body!.Descendants<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList();

        Assert.Equal(screen.All("table.list")[0].QuerySelectorAll("tbody tr").Select(r => r.Children[1].TextContent), rows.Select(r => r[1]));
        Assert.All(rows, r => Assert.Contains(r[7], screen.Text, StringComparison.Ordinal));
    }

    private async Task<WordprocessingDocument> OpenAsync(string path)
    {
        using var client = await app.SignedInAsync("chunhui.secretary");
        return WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(path)), false);
    }
}
