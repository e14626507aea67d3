using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyWork.Web.Documents.Word;

/// <summary>What an official document has besides its text: red head, addressee, annexes, signature and imprint (GB/T 9704-2012, 7.2 to 7.4).</summary>
public sealed partial class WordDocument
{
    /// <summary>One character of 3号 in twips, as 28 of them fill the line.</summary>
    private const int Character = 316;

    /// <summary>35 mm from the top of the type area to the issuer's mark.</summary>
    private const int MarkBefore = 1984;

    private const string Red = "FF0000";

    /// <summary>红头: the issuer's mark, the number in its brackets, the red line over the whole width. No emblem.</summary>
    /// <param name="issuer">中共青禾区委组织部; 文件 is added.</param>
    /// <param name="documentNo">青组发〔2026〕18号; while it has none a blank to write it in.</param>
    public void RedHead(string issuer, string documentNo)
    {
        var mark = $"{issuer}文件";
        var points = Math.Min(44, 430 / mark.Length);
        Add(mark, Look.Title, p =>
        {
            p.SnapToGrid = new SnapToGrid { Val = false };
            p.SpacingBetweenLines = new SpacingBetweenLines { Before = $"{MarkBefore}", Line = $"{points * 24}", LineRule = LineSpacingRuleValues.Exact };
            p.Justification = new Justification { Val = JustificationValues.Center };
        });
        foreach (var properties in _body.LastChild!.Descendants<RunProperties>())
        {
            properties.Color = new Color { Val = Red };
            properties.FontSize = new FontSize { Val = $"{points * 2}" };
            properties.FontSizeComplexScript = new FontSizeComplexScript { Val = $"{points * 2}" };
        }

        Blank(2);
        Add(documentNo.Length > 0 ? documentNo : "〔　　　〕　号", Look.Body, p =>
        {
            p.ParagraphBorders = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 18, Space = 11, Color = Red });
            p.Justification = new Justification { Val = JustificationValues.Center };
        });
        Blank(2);
    }

    /// <summary>Empty lines of the grid.</summary>
    public void Blank(int lines = 1)
    {
        for (var i = 0; i < lines; i++)
        {
            Add("", Look.Body, p => p.KeepNext = new KeepNext());
        }
    }

    /// <summary>主送机关, flush left.</summary>
    public void Addressee(string text) => Add($"{text}：", Look.Body, _ => { });

    /// <summary>附件说明, one line below the text: 附件：1.名称, the names in line below one another.</summary>
    public void AnnexNote(params IReadOnlyList<string> names)
    {
        Blank();
        foreach (var (i, name) in names.Index())
        {
            var (word, no) = (i == 0 ? "附件：" : "", names.Count > 1 ? $"{i + 1}." : "");
            Add($"{word}{no}{name}", Look.Body, p =>
            {
                p.KeepNext = new KeepNext();
                p.Indentation = new Indentation { Left = $"{Character * 5}", Hanging = $"{(i == 0 ? 3 : 0) * Character}" };
            });
        }
    }

    /// <summary>附件 on a page of its own: the word flush left in 黑体, the title in the third line.</summary>
    /// <param name="no">Null where there is only one.</param>
    public void Annex(string title, int? no = null)
    {
        NewPage();
        Add($"附件{no}", Look.Heading, _ => { });
        Blank();
        Title(title);
    }

    /// <summary>
    /// 落款. With a seal the date stands four characters from the right, the name centred over it; without one the name stands two characters
    /// from the right, and the date begins two characters to the right of where the name begins.
    /// </summary>
    public void Signature(string name, DateOnly? date, bool isSealed)
    {
        var day = date is { } on ? $"{on:yyyy年M月d日}" : "年　月　日";
        var (n, d) = (Width(name), Width(day));
        var nameRight = isSealed ? Math.Max(0, 4 + ((d - n) / 2)) : d <= n ? 2 : 4 + d - n;
        var dateRight = isSealed ? 4 : d <= n ? n - d : 2;
        Blank(2);
        Right(name, nameRight, isKept: true);
        Right(day, dateRight, isKept: false);

        void Right(string text, double characters, bool isKept) => Add(text, Look.Body, p =>
        {
            p.KeepNext = isKept ? new KeepNext() : null;
            p.Indentation = new Indentation { Right = $"{(int)(characters * Character)}" };
            p.Justification = new Justification { Val = JustificationValues.Right };
        });
    }

    /// <summary>版记 at the foot of the last page: copies, then who printed it and when; thick lines without, a thin one between.</summary>
    public void Imprint(string copies, string printer, DateOnly? date)
    {
        const uint thick = 8, thin = 6;
        Add("", Look.Cell, p => p.SpacingBetweenLines = new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact });
        if (copies.Length > 0)
        {
            Framed($"抄送：{copies}。", thick, thin);
        }

        Framed($"{printer}\t{(date is { } on ? $"{on:yyyy年M月d日}" : "　　年　月　日")}印发", copies.Length > 0 ? null : thick, thick);

        void Framed(string text, uint? top, uint bottom) => Add(text, Look.Imprint, p =>
        {
            p.FrameProperties = new FrameProperties
            {
                Width = $"{_paper.LineWidth}", Wrap = TextWrappingValues.Around, HorizontalPosition = HorizontalAnchorValues.Margin, VerticalPosition = VerticalAnchorValues.Margin, XAlign = HorizontalAlignmentValues.Left, YAlign = VerticalAlignmentValues.Bottom,
            };
            p.ParagraphBorders = new ParagraphBorders { TopBorder = top is { } size ? new TopBorder { Val = BorderValues.Single, Size = size, Space = 1, Color = "000000" } : null, BottomBorder = new BottomBorder { Val = BorderValues.Single, Size = bottom, Space = 1, Color = "000000" } };
            p.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = _paper.LineWidth - 280 });
            p.SpacingBetweenLines = new SpacingBetweenLines { Line = "500", LineRule = LineSpacingRuleValues.Exact };
            p.Indentation = new Indentation { FirstLine = "280" };
        });
    }

    /// <summary>In characters of the line: a digit takes half of one.</summary>
    private static double Width(string text) => text.Sum(c => c < 128 ? 0.5 : 1);
}
