using System.Buffers.Binary;
using System.Globalization;
using System.Text.Encodings.Web;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.FileProviders;

namespace PartyWork.Web.Pages;

/// <summary>操作手册: docs/user-guide.md as a page. The text is the product's own, and HTML within it is switched off.</summary>
public sealed class Manual : IHtmlContent
{
    private const string Resource = "PartyWork.Web.Content.user-guide.md", Pictures = "images/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly string _html;

    /// <param name="files">What the site serves: a picture that was not built in is left out.</param>
    public Manual(IFileProvider files)
    {
        using var reader = new StreamReader(typeof(Manual).Assembly.GetManifestResourceStream(Resource)!);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage && l.Url!.StartsWith(Pictures, StringComparison.Ordinal)).ToList())
        {
            picture.Url = "/help/" + picture.Url![Pictures.Length..];
            if (files.GetFileInfo(picture.Url) is { Exists: true } file)
            {
                // Known sizes keep the place that a link jumped to while pictures above it arrive.
                var (width, height) = SizeOf(file);
                picture.GetAttributes().AddProperty("width", width);
                picture.GetAttributes().AddProperty("height", height);
                picture.GetAttributes().AddProperty("loading", "lazy");
            }
            else
            {
                picture.Remove();
            }
        }

        foreach (var table in document.Descendants<Table>())
        {
            table.GetAttributes().AddClass("list");
        }

        Sections = [.. document.OfType<HeadingBlock>().Where(h => h.Level == 2).Select(h => (h.GetAttributes().Id!, Text(h.Inline!)))];
        _html = document.ToHtml(Pipeline);
    }

    /// <summary>The table of contents: anchor and heading.</summary>
    public IReadOnlyList<(string Anchor, string Heading)> Sections { get; }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(_html);

    /// <summary>A PNG says its size in bytes 16 to 23.</summary>
    private static (string Width, string Height) SizeOf(IFileInfo picture)
    {
        var head = new byte[24];
        using var file = picture.CreateReadStream();
        file.ReadExactly(head);
        return (Side(head.AsSpan(16)), Side(head.AsSpan(20)));

        static string Side(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes).ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(ContainerInline heading) => string.Concat(heading.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
