using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Documents.Word;

/// <summary>What is signed on paper, as Word files over the demo district.</summary>
public sealed class PaperTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_document_is_valid_and_named_in_Chinese()
    {
        var filings = await app.WithDbAsync(db => db.Filings.Regular().Where(f => f.Year == 2026 && (f.Period == 0 || f.Period == 3) && (f.Window.Level == OrganizationLevel.Committee || f.Id % 9 == 0))
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

    [Fact]
    public async Task Every_agreement_is_a_valid_document_in_Chinese()
    {
        var agreements = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && (a.Addenda.Any() || a.Stage != AgreementStage.Effective || a.Clauses.Any(c => c.IsOwn || c.AmendedOn != null) || a.Id % 20 == 0)).Select(a => a.Id).ToListAsync());
        Assert.InRange(agreements.Count, 12, 120);
        using var client = await app.SignedInAsync("orgdept");
        foreach (var id in agreements)
        {
            using var answer = await client.GetAsync($"/agreements/{id}?handler=Word");
            Assert.Matches("2026年度党建工作目标责任书.docx$", answer.Content.Headers.ContentDisposition!.FileNameStar!);
            using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{id} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public async Task An_agreement_is_two_upright_originals_each_paged_from_1_with_its_clauses_by_section_and_both_parties_places_to_sign()
    {
        var organization = await app.OrganizationAsync("QH01001");
        var id = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && a.OrganizationId == organization).Select(a => a.Id).SingleAsync());
        var clauses = await app.WithDbAsync(db => db.AgreementClauses.Where(c => c.AgreementId == id).OrderBy(c => c.No).ToListAsync());
        using var document = await OpenAsync($"/agreements/{id}?handler=Word");
        var body = document.MainDocumentPart!.Document!.Body!;

        var sections = body.Descendants<SectionProperties>().ToList();
        Assert.Equal(2, sections.Count);
        Assert.All(sections, s => Assert.Equal((11906u, 16838u, 1, SectionMarkValues.OddPage),
            (s.GetFirstChild<PageSize>()!.Width!.Value, s.GetFirstChild<PageSize>()!.Height!.Value, s.GetFirstChild<PageNumberType>()!.Start!.Value, s.GetFirstChild<SectionType>()!.Val!.Value)));

        var texts = body.Elements<Paragraph>().Select(p => p.InnerText).ToList();
        var second = texts.FindIndex(t => t.EndsWith("乙方存", StringComparison.Ordinal));
        Assert.EndsWith("甲方存", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[1..second], texts[(second + 1)..]);
        Assert.Equal(clauses.Count, texts[..second].Count(t => clauses.Any(c => t.StartsWith($"第{c.No}条　{c.Objective.Content.TrimEnd('。')}", StringComparison.Ordinal))));
        Assert.Equal(clauses.Select(c => c.IsOwn ? "自加条款" : c.Objective.Category).Distinct(), texts[..second].Where(t => t.StartsWith('（')).Select(t => t[3..]));
        Assert.Equal(["甲方（盖章）：", "乙方（盖章）："], texts[..second].Where(t => t.Contains("（盖章）", StringComparison.Ordinal)).Select(t => t[..7]));
        Assert.Contains(texts[..second], t => t.Contains("一式两份", StringComparison.Ordinal));
    }

    private async Task<WordprocessingDocument> OpenAsync(string path)
    {
        using var client = await app.SignedInAsync("chunhui.secretary");
        return WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(path)), false);
    }
}
