using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyWork.Web.Documents.Word;

/// <summary>A document as offices sign it on paper, laid out after GB/T 9704-2012 and written from top to bottom.</summary>
public sealed partial class WordDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly Paper _paper;
    private readonly Body _body = new();
    private readonly List<Paragraph> _lastOfOriginals = [];
    private bool _onNewPage;

    /// <param name="isLandscape">Tables that need the length of the sheet; the type area stays 156 × 225 mm.</param>
    public WordDocument(bool isLandscape = false) => _paper = isLandscape ? Paper.Landscape : Paper.Portrait;

    /// <summary>What follows begins on a new page.</summary>
    public void NewPage() => _onNewPage = true;

    /// <summary>What follows is another original: on a sheet of its own, its pages counted from 1. What came before ends with a paragraph.</summary>
    public void NewOriginal() => _lastOfOriginals.Add((Paragraph)_body.LastChild!);

    /// <summary>2号小标宋, centred; a line break parts the lines.</summary>
    public void Title(string text) => Add(text, Look.Title, p =>
    {
        p.SnapToGrid = new SnapToGrid { Val = false };
        p.SpacingBetweenLines = new SpacingBetweenLines { After = "200", Line = "640", LineRule = LineSpacingRuleValues.Exact };
        p.Justification = new Justification { Val = JustificationValues.Center };
    });

    /// <summary>一、 in 3号黑体.</summary>
    public void Heading(string text) => Add(text, Look.Heading, IndentWithNext);

    /// <summary>（一） in 3号楷体.</summary>
    public void SubHeading(string text) => Add(text, Look.SubHeading, IndentWithNext);

    /// <summary>A paragraph of 3号仿宋, its first line two characters in.</summary>
    public void Text(string text) => Add(text, Look.Body, Indent);

    /// <summary>The last paragraph before the places to sign: no page carries signatures alone.</summary>
    public void LastText(string text) => Add(text, Look.Body, IndentWithNext);

    /// <summary>
    /// Texts side by side on one line, each with an even share: 填报单位 and 报送时间, or the places to sign. It stays on the page of what follows;
    /// beside a table it is small (小四), in a sheet of text as large as that.
    /// </summary>
    public void Line(params IReadOnlyList<string> texts)
    {
        var tabs = texts.Skip(1).Select((_, i) => new TabStop { Val = TabStopValues.Left, Position = _paper.LineWidth * (i + 1) / texts.Count });
        Add(string.Join('\t', texts), _paper == Paper.Landscape ? Look.Line : Look.Body, p =>
        {
            p.KeepNext = new KeepNext();
            p.Tabs = texts.Count > 1 ? new Tabs(tabs) : null;
            p.SnapToGrid = new SnapToGrid { Val = false };
            p.SpacingBetweenLines = new SpacingBetweenLines { Before = "120", After = "120" };
        });
    }

    /// <summary>Bordered; the header stands again on every page, and a row is not torn apart.</summary>
    public void Table(IReadOnlyList<WordColumn> columns, IEnumerable<IReadOnlyList<string>> rows) => _body.Append(WordTable.Of(columns, rows, _paper.LineWidth));

    public byte[] ToBytes(string title)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordFonts.Styles();
            main.AddNewPart<FontTablePart>().Fonts = WordFonts.Table();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            var (odd, even) = (Footer(main, JustificationValues.Right), Footer(main, JustificationValues.Left));
            foreach (var last in _lastOfOriginals)
            {
                last.ParagraphProperties!.SectionProperties = Section(odd, even);
            }

            _body.Append(Section(odd, even));
            main.Document = new Document(_body);
            document.PackageProperties.Title = title;
        }

        return file.ToArray();
    }

    /// <summary>Each original begins on a right-hand page, so that printed on both sides none shares a sheet.</summary>
    private SectionProperties Section(string oddFooter, string evenFooter) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new SectionType { Val = SectionMarkValues.OddPage },
        new PageSize { Width = (uint)_paper.Width, Height = (uint)_paper.Height, Orient = _paper.Width > _paper.Height ? PageOrientationValues.Landscape : null! },
        new PageMargin { Top = _paper.Top, Bottom = _paper.Bottom, Left = (uint)_paper.Left, Right = (uint)_paper.Right, Header = 720, Footer = (uint)_paper.Footer, Gutter = 0 },
        new PageNumberType { Start = 1 },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = WordFonts.LinePitch });

    private static void Indent(ParagraphProperties paragraph) => paragraph.Indentation = new Indentation { FirstLineChars = 200, FirstLine = "632" };

    private static void IndentWithNext(ParagraphProperties paragraph)
    {
        Indent(paragraph);
        paragraph.KeepNext = new KeepNext();
    }

    private void Add(string text, Look look, Action<ParagraphProperties> lay)
    {
        var properties = new ParagraphProperties { PageBreakBefore = _onNewPage ? new PageBreakBefore() : null };
        lay(properties);
        _onNewPage = false;
        _body.Append(new Paragraph([properties, .. WordFonts.Runs(text, look)]));
    }

    /// <summary>— 1 — in 4号宋体, one character in: right on odd pages, left on even ones.</summary>
    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var indentation = side == JustificationValues.Right ? new Indentation { Right = "280" } : new Indentation { Left = "280" };
        part.Footer = new Footer(new Paragraph(
            [
                new ParagraphProperties(indentation, new Justification { Val = side }),
                .. WordFonts.Runs("— ", Look.PageNumber),
                new SimpleField(WordFonts.Runs("1", Look.PageNumber)) { Instruction = "PAGE" },
                .. WordFonts.Runs(" —", Look.PageNumber),
            ]));
        return main.GetIdOfPart(part);
    }

    /// <summary>A sheet of A4 with its margins, in twips. Turned on its side, what was the binding edge is on top.</summary>
    private sealed record Paper(int Width, int Height, int Top, int Right, int Bottom, int Left, int Footer)
    {
        public static readonly Paper Portrait = new(11906, 16838, 2098, 1474, 1984, 1587, 1587);
        public static readonly Paper Landscape = new(16838, 11906, 1587, 2098, 1474, 1984, 794);

        public int LineWidth => Width - Left - Right;
    }
}
