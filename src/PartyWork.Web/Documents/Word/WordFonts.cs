using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartyWork.Web.Documents.Word;

/// <summary>What a text is, which decides its font and size.</summary>
internal enum Look
{
    Title,
    Heading,
    SubHeading,
    Body,
    Line,
    ColumnName,
    Cell,
    Imprint,
    PageNumber,
}

/// <summary>
/// The fonts of official documents, by name only: the reader's machine has them, or takes the other name that the file gives.
/// Digits and Latin letters are Times New Roman.
/// </summary>
internal static class WordFonts
{
    /// <summary>22 lines of 3号 on a page, in twips.</summary>
    public const int LinePitch = 579;

    private const string Small = "方正小标宋简体", Plain = "仿宋_GB2312", Kai = "楷体_GB2312", Bold = "黑体", Song = "宋体", Latin = "Times New Roman";

    public static Run[] Runs(string text, Look look)
    {
        var run = new Run(Properties(look));
        foreach (var (i, line) in OfficeText.Writable(text).Split('\n').Index())
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            foreach (var (j, part) in line.Split('\t').Index())
            {
                if (j > 0)
                {
                    run.Append(new TabChar());
                }

                run.Append(new Text(part) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return [run];
    }

    /// <summary>Normal is 3号仿宋: the grid of lines is computed from it. Widows are not avoided, so that a page has its 22 lines.</summary>
    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Names(Plain), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(new WidowControl { Val = false }, new SpacingBetweenLines { Line = $"{LinePitch}", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = JustificationValues.Both }),
            new StyleRunProperties(Names(Plain), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }))
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        });

    public static Fonts Table()
    {
        return new Fonts(Font(Small, Song), Font(Plain, "仿宋"), Font(Kai, "楷体"), Font(Bold, "SimHei"), Font(Song, "SimSun"));

        static Font Font(string name, string otherwise) => new(new AltName { Val = otherwise }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }, new Pitch { Val = FontPitchValues.Variable }) { Name = name };
    }

    private static RunProperties Properties(Look look)
    {
        var (font, halfPoints) = look switch
        {
            Look.Title => (Small, 44),
            Look.Heading => (Bold, 32),
            Look.SubHeading => (Kai, 32),
            Look.Line => (Plain, 24),
            Look.ColumnName => (Bold, 21),
            Look.Cell => (Plain, 21),
            Look.Imprint => (Plain, 28),
            Look.PageNumber => (Song, 28),
            _ => (Plain, 32),
        };
        var properties = new RunProperties(look is Look.PageNumber ? new RunFonts { Ascii = Song, HighAnsi = Song, EastAsia = Song } : Names(font));
        if (look is Look.Body or Look.Heading or Look.SubHeading)
        {
            properties.Append(new Spacing { Val = -5 }); // 28 characters on a line
        }

        properties.Append(new FontSize { Val = $"{halfPoints}" }, new FontSizeComplexScript { Val = $"{halfPoints}" });
        return properties;
    }

    private static RunFonts Names(string font) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = font };
}
