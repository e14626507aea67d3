using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PartyWork.Domain;

namespace PartyWork.Web.Documents;

/// <summary>A sheet to be written: title, second line, header, rows, notes.</summary>
/// <param name="Rows">Each cell a string, an int (hundredths), a DateOnly, or null for blank.</param>
public sealed record SheetLayout(string Name, string Title, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Cells that share the line under the title evenly: 填报单位 and 填报日期.</summary>
    public IReadOnlyList<string> SecondLine { get; init; } = [];

    /// <summary>Lines under the table: 注, 填表人.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <param name="Group">Upper header over neighbouring columns, e.g. 季度节点.</param>
public sealed record SheetColumn(string Header, string? Group = null)
{
    /// <summary>What the cells of the column are chosen from in Excel, at most 255 characters in all; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>For the reader of the file, not for its user.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Writes the workbooks of the office: bordered, wrapped, ready for A4 landscape.</summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int NarrowestColumn = 6, WidestColumn = 40;

    private enum Style : uint
    {
        Default,
        Title,
        Line,
        Header,
        Text,
        Number,
        Date,
    }

    public static byte[] Write(params IReadOnlyList<SheetLayout> layouts)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            var names = new DefinedNames();
            foreach (var layout in layouts)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                using var page = new Page(layout, OpenXmlWriter.Create(part));
                page.Write();
                var index = (uint)sheets.Count();
                sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = layout.Name, SheetId = index + 1, Id = workbook.GetIdOfPart(part) });
                names.Append(new DefinedName($"'{layout.Name}'!${page.FirstHeaderRow}:${page.LastHeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = index });
            }

            workbook.Workbook = new Workbook(sheets, names);
        }

        return file.ToArray();
    }

    /// <summary>One sheet on its way to the file, row by row: the elements of a whole list would take some hundred times the memory of its text.</summary>
    private sealed class Page(SheetLayout layout, OpenXmlWriter writer) : IDisposable
    {
        private readonly List<MergeCell> _merges = [];
        private int _rows;

        public int FirstHeaderRow { get; private set; }
        public int LastHeaderRow { get; private set; }

        public void Write()
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
            writer.WriteElement(new Columns(layout.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(i), CustomWidth = true, Hidden = c.IsHidden ? true : null })));
            WriteData();
            if (_merges.Count > 0)
            {
                writer.WriteElement(new MergeCells(_merges));
            }

            if (layout.Rows.Count > 0 && layout.Columns.Any(c => c.Choices.Count > 0))
            {
                writer.WriteElement(new DataValidations(layout.Columns.Index().Where(c => c.Item.Choices.Count > 0).Select(c => Choose(c.Index, c.Item.Choices))));
            }

            writer.WriteElement(new PrintOptions { HorizontalCentered = true });
            writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
            writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
            writer.WriteElement(new HeaderFooter(new OddFooter("&C第&P页 共&N页")));
            writer.WriteEndElement();
        }

        public void Dispose() => writer.Dispose();

        private void WriteData()
        {
            writer.WriteStartElement(new SheetData());
            WriteLine(Style.Title, [layout.Title]);
            if (layout.SecondLine.Count > 0)
            {
                WriteLine(Style.Line, layout.SecondLine);
            }

            WriteHeader();
            foreach (var row in layout.Rows)
            {
                WriteRow([.. row.Select(CellOf)]);
            }

            foreach (var note in layout.Notes)
            {
                WriteLine(Style.Line, [note]);
            }

            writer.WriteEndElement();
        }

        /// <summary>Cells side by side, each over an even share of the columns.</summary>
        private void WriteLine(Style style, IReadOnlyList<string> texts)
        {
            var cells = layout.Columns.Select(_ => TextCell("", style)).ToArray();
            for (var i = 0; i < texts.Count; i++)
            {
                int first = i * cells.Length / texts.Count, last = (i + 1) * cells.Length / texts.Count - 1;
                cells[first] = TextCell(texts[i], style);
                Merge(_rows + 1, first, _rows + 1, last);
            }

            WriteRow(cells);
        }

        private void WriteHeader()
        {
            FirstHeaderRow = LastHeaderRow = _rows + 1;
            var columns = layout.Columns;
            if (columns.Any(c => c.Group is not null))
            {
                LastHeaderRow++;
                for (int first = 0, next; first < columns.Count; first = next)
                {
                    next = first + 1;
                    while (columns[first].Group is { } group && next < columns.Count && columns[next].Group == group)
                    {
                        next++;
                    }

                    Merge(FirstHeaderRow, first, columns[first].Group is null ? LastHeaderRow : FirstHeaderRow, next - 1);
                }

                WriteRow([.. columns.Select((c, i) => TextCell(c.Group is null ? c.Header : i > 0 && columns[i - 1].Group == c.Group ? "" : c.Group, Style.Header))]);
                WriteRow([.. columns.Select(c => TextCell(c.Group is null ? "" : c.Header, Style.Header))]);
            }
            else
            {
                WriteRow([.. columns.Select(c => TextCell(c.Header, Style.Header))]);
            }
        }

        private void WriteRow(Cell[] cells)
        {
            _rows++;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i].CellReference = Reference(_rows, i);
            }

            writer.WriteElement(new Row(cells) { RowIndex = (uint)_rows });
        }

        private void Merge(int row, int column, int lastRow, int lastColumn)
        {
            if ((row, column) != (lastRow, lastColumn))
            {
                _merges.Add(new MergeCell { Reference = $"{Reference(row, column)}:{Reference(lastRow, lastColumn)}" });
            }
        }

        /// <summary>A list to choose from in every row of data; what else is typed is asked back by Excel.</summary>
        private DataValidation Choose(int column, IReadOnlyList<string> choices) => new(new Formula1($"\"{string.Join(',', choices)}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "请从列表中选择",
            Error = $"请选：{string.Join("、", choices)}。",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Reference(LastHeaderRow + 1, column)}:{Reference(LastHeaderRow + layout.Rows.Count, column)}" },
        };

        private double Width(int column) =>
            Math.Clamp(layout.Rows.Select(r => Printed(r[column])).Append(layout.Columns[column].Header).SelectMany(t => t.Split('\n')).Max(Units), NarrowestColumn, WidestColumn) + 2;
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => TextCell("", Style.Text),
        string text => TextCell(text, Style.Text),
        int hundredths => NumberCell(Quantity.Print(hundredths), Style.Number),
        DateOnly day => NumberCell($"{(int)day.ToDateTime(default).ToOADate()}", Style.Date),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name),
    };

    /// <summary>Always a string cell: what a user typed never becomes a formula, whatever its first sign.</summary>
    private static Cell TextCell(string text, Style style) => text.Length == 0
        ? new Cell { StyleIndex = (uint)style }
        : new Cell(new InlineString(new Text(OfficeText.Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = (uint)style };

    private static Cell NumberCell(string number, Style style) => new(new CellValue(number)) { StyleIndex = (uint)style };

    private static string Printed(object? value) => value switch
    {
        string text => text,
        int hundredths => Quantity.Print(hundredths),
        DateOnly => "2026-01-01",
        _ => "",
    };

    private static int Units(string text) => text.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 2);

    private static string Reference(int row, int column) =>
        (column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}") + row;

    private static Stylesheet Styles()
    {
        const string Centre = "center", Left = "left";
        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }),
            new Fonts(Font(11, bold: false), Font(18, bold: true), Font(11, bold: true)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                    new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
            new CellStyleFormats(new CellFormat()),

            // In the order of Style.
            new CellFormats(
                new CellFormat(),
                Format(font: 1, border: 0, Centre),
                Format(font: 0, border: 0, Left),
                Format(font: 2, border: 1, Centre),
                Format(font: 0, border: 1, Left),
                Format(font: 0, border: 1, Centre),
                Format(font: 0, border: 1, Centre, numberFormat: 164)));

        static Font Font(int size, bool bold) => bold ? new(new Bold(), new FontSize { Val = size }, new FontName { Val = "宋体" }) : new(new FontSize { Val = size }, new FontName { Val = "宋体" });

        static CellFormat Format(uint font, uint border, string horizontal, uint numberFormat = 0) =>
            new(new Alignment { Horizontal = new HorizontalAlignmentValues(horizontal), Vertical = VerticalAlignmentValues.Center, WrapText = true })
            {
                FontId = font,
                BorderId = border,
                NumberFormatId = numberFormat,
                ApplyFont = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                ApplyNumberFormat = true,
            };
    }
}
