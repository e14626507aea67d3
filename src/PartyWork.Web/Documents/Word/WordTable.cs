using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyWork.Web.Documents.Word;

/// <summary>A bordered table over the whole line, its header of one or two levels.</summary>
internal static class WordTable
{
    public static Table Of(IReadOnlyList<WordColumn> columns, IEnumerable<IReadOnlyList<string>> rows, int lineWidth)
    {
        var shares = columns.Sum(c => c.Width);
        var widths = columns.Select(c => lineWidth * c.Width / shares).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        table.Append(Header(columns, widths));
        foreach (var row in rows)
        {
            table.Append(Row(isHeader: false, row.Select((text, i) => Cell(text, widths[i], columns[i].IsCentred ? JustificationValues.Center : JustificationValues.Left, Look.Cell))));
        }

        return table;
    }

    private static IEnumerable<TableRow> Header(IReadOnlyList<WordColumn> columns, List<int> widths)
    {
        var isGrouped = columns.Any(c => c.Group is not null);
        var upper = new List<TableCell>();
        for (int first = 0, next; first < columns.Count; first = next)
        {
            next = first + 1;
            while (columns[first].Group is { } group && next < columns.Count && columns[next].Group == group)
            {
                next++;
            }

            var cell = Name(columns[first].Group ?? columns[first].Header, widths.Skip(first).Take(next - first).Sum());
            cell.TableCellProperties!.GridSpan = next - first > 1 ? new GridSpan { Val = next - first } : null;
            cell.TableCellProperties.VerticalMerge = isGrouped && columns[first].Group is null ? new VerticalMerge { Val = MergedCellValues.Restart } : null;
            upper.Add(cell);
        }

        yield return Row(isHeader: true, upper);
        if (isGrouped)
        {
            yield return Row(isHeader: true, columns.Select((c, i) =>
            {
                var cell = Name(c.Group is null ? "" : c.Header, widths[i]);
                cell.TableCellProperties!.VerticalMerge = c.Group is null ? new VerticalMerge() : null;
                return cell;
            }));
        }

        static TableCell Name(string text, int width) => Cell(text, width, JustificationValues.Center, Look.ColumnName);
    }

    private static TableRow Row(bool isHeader, IEnumerable<TableCell> cells)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader)
        {
            properties.Append(new TableHeader());
        }

        return new TableRow([properties, .. cells]);
    }

    private static TableCell Cell(string text, int width, JustificationValues side, Look look) => new(
        new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        new Paragraph(
            [
                new ParagraphProperties(
                    new SnapToGrid { Val = false },
                    new SpacingBetweenLines { Before = "30", After = "50", Line = "290", LineRule = LineSpacingRuleValues.AtLeast },
                    new Justification { Val = side }),
                .. WordFonts.Runs(text, look),
            ]));

    private static TableBorders Borders()
    {
        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

        static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
    }
}
