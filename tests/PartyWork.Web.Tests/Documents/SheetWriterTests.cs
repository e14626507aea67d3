using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Documents;

public class SheetWriterTests
{
    private static readonly SheetLayout Layout = new(
        "任务清单", "春晖街道党工委2026年度任务清单",
        [new("任务内容"), new("一季度", "季度节点"), new("二季度", "季度节点"), new("完成时限")],
        [["=1+1", 150, null, new DateOnly(2026, 10, 31)], ["@SUM(A1)\n第二行\u0001", 0, 1_000_000_000, null], ["𠮷祥 ", "-2+3", "+86", "=HYPERLINK(\"x\")"]])
    {
        SecondLine = ["填报单位：春晖街道党工委", "填报日期："],
        Notes = ["注：一", "填表人："],
    };

    [Fact]
    public void What_was_written_reads_back_and_texts_that_look_like_formulas_stay_texts()
    {
        var file = SheetWriter.Write(Layout);
        var sheet = Assert.Single(Samples.Read(file, "a.xlsx"));
        Assert.Equal("任务清单", sheet.Name);
        Assert.Equal(
            ["春晖街道党工委2026年度任务清单", "填报单位：春晖街道党工委||填报日期：", "任务内容|季度节点||完成时限", "|一季度|二季度", "=1+1|1.5||2026-10-31", "@SUM(A1)\n第二行|0|10000000", "𠮷祥|-2+3|+86|=HYPERLINK(\"x\")", "注：一", "填表人："],
            sheet.Rows.Select(r => string.Join('|', r.Cells)));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var part = document.WorkbookPart!.WorksheetParts.Single();
        Assert.Empty(part.Worksheet!.Descendants<CellFormula>());
        Assert.All(
            part.Worksheet.Descendants<Cell>().Where(c => c.InlineString is not null),
            c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
    }

    [Fact]
    public void The_workbook_is_valid_and_ready_to_print()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(SheetWriter.Write(Layout, Layout with { Name = "又一张" })), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(["'任务清单'!$3:$4", "'又一张'!$3:$4"], document.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Select(n => n.Text));
        var sheet = document.WorkbookPart.WorksheetParts.First().Worksheet!;
        Assert.Equal(["A1:D1", "A2:B2", "C2:D2", "A3:A4", "B3:C3", "D3:D4", "A8:D8", "A9:D9"], sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!));
        var setup = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
    }

    [Fact]
    public void Columns_are_as_wide_as_their_content_two_units_for_a_Chinese_character()
    {
        var layout = new SheetLayout("表", "很长很长很长很长很长很长的标题", [new("序号"), new("整改目标"), new("内容")], [[100, "一二三四五六", new string('长', 200)]]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(SheetWriter.Write(layout)), false);
        Assert.Equal([8.0, 14.0, 42.0], document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Column>().Select(c => c.Width!.Value));
    }
}
