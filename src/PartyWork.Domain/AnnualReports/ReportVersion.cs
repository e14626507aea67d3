using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PartyWork.Domain.AnnualReports;

public enum ReportActKind
{
    [Description("生成初稿")] Draft = 1,
    [Description("锁定数据")] Lock,
    [Description("退回修改")] SendBack,
    [Description("审核")] Review,
    [Description("批准")] Approve,
    [Description("印发")] Issue,
    [Description("归档")] Archive,
}

/// <summary>Who did what to a report, and when.</summary>
public sealed class ReportAct : IAudited
{
    internal ReportAct(ReportActKind kind, Actor by, string words, DateTime at) => (Kind, PersonId, Name, Post, Words, At) = (kind, by.PersonId, by.Name, by.Post, words, at);

    private ReportAct() { }

    public int Id { get; private set; }
    public int AnnualReportId { get; private set; }
    public ReportActKind Kind { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Post { get; private set; } = "";

    /// <summary>The reason of a return, the number of an issue.</summary>
    public string Words { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }

    int? IAudited.AuditOrganizationId => null;
}

/// <summary>A printed line of a version.</summary>
public sealed record VersionLine(string Place, ParagraphLevel Level, string Text);

/// <summary>The report as it read once. Never changed afterwards.</summary>
public sealed class ReportVersion
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal ReportVersion(int no, string name, IEnumerable<VersionLine> lines, Actor by, DateTime at)
    {
        (No, Name, By, At) = (no, name, by.Name, at);
        Content = JsonSerializer.Serialize(lines, Plain);
    }

    private ReportVersion() { }

    public int Id { get; private set; }
    public int AnnualReportId { get; private set; }

    /// <summary>From 1.</summary>
    public int No { get; private set; }

    /// <summary>初稿, 锁定稿, 印发稿.</summary>
    public string Name { get; private set; } = "";
    public string By { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }
    public string Content { get; private set; } = "";

    public IReadOnlyList<VersionLine> Lines() => JsonSerializer.Deserialize<List<VersionLine>>(Content)!;
}
