using System.ComponentModel;

namespace PartyWork.Domain.AnnualReports;

public enum ParagraphLevel
{
    [Description("标题")] Title = 1,
    [Description("一级标题")] First,
    [Description("二级标题")] Second,
    [Description("条目")] Item,
    [Description("正文")] Text,
}

/// <summary>A paragraph as the product proposes it.</summary>
/// <param name="Key">Stays the same from year to year and from version to version of the product.</param>
/// <param name="IsOptional">Stands only where its first figure is there and not 0.</param>
public sealed record ParagraphTemplate(string Key, ParagraphLevel Level, string Text, bool IsOptional = false);

/// <summary>A paragraph of a report: what was proposed, and what people have made of it.</summary>
public sealed class ReportParagraph : IAudited
{
    public const int TextMaxLength = 1500, KeyMaxLength = 40;

    internal ReportParagraph(ParagraphTemplate template, int order)
    {
        Key = template.Key;
        Follow(template, order);
    }

    private ReportParagraph() { }

    public int Id { get; private set; }
    public int AnnualReportId { get; private set; }
    public string Key { get; private set; } = "";
    public ParagraphLevel Level { get; private set; }

    /// <summary>Place in the report, from 1.</summary>
    public int Order { get; private set; }
    public bool IsOptional { get; private set; }
    public string TemplateText { get; private set; } = "";

    /// <summary>Written by hand; survives every new draft. Null while the template's words stand.</summary>
    public string? OwnText { get; private set; }

    /// <summary>本段不写, and why.</summary>
    public bool IsLeftOut { get; private set; }
    public string LeftOutReason { get; private set; } = "";
    public int? EditedById { get; private set; }
    public string EditedBy { get; private set; } = "";
    public DateOnly? EditedOn { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public string Text => OwnText ?? TemplateText;

    public bool IsHeading => Level is ParagraphLevel.First or ParagraphLevel.Second;

    /// <summary>True when nothing of it is to be printed.</summary>
    public bool IsEmpty(IReadOnlyDictionary<string, ReportFigure> values) =>
        IsLeftOut || Text.Length == 0
        || (IsOptional && OwnText is null && ReportText.Chips(Text) is [var first, ..] && values.TryGetValue(first, out var figure) && (!figure.IsThere || figure.Number is 0));

    /// <param name="typed">As it stood in the field, figures by their names.</param>
    /// <param name="names">Key → name of every figure.</param>
    internal void Write(string typed, IReadOnlyDictionary<string, string> names, Actor by, DateOnly today)
    {
        var text = ReportText.FromNames(typed, names);
        Rule.Require(text.Length <= TextMaxLength, $"本段{text.Length}字，超过{TextMaxLength}字，请分段或精简。");
        Rule.Require(text.Length > 0 || TemplateText.Length == 0, "本段文字是空的。本年确无此项的，请用“本段不写”并写明原因。");
        ReportText.RequireKept(TemplateText, text, names);
        OwnText = text == TemplateText ? null : text;
        Sign(by, today);
    }

    internal void Restore(Actor by, DateOnly today)
    {
        OwnText = null;
        Sign(by, today);
    }

    internal void LeaveOut(string reason, Actor by, DateOnly today)
    {
        Rule.Require(reason.Length is > 0 and <= 100, "请写明本段不写的原因，不超过100字。");
        (IsLeftOut, LeftOutReason) = (true, reason);
        Sign(by, today);
    }

    internal void PutBack(Actor by, DateOnly today)
    {
        (IsLeftOut, LeftOutReason) = (false, "");
        Sign(by, today);
    }

    internal void Follow(ParagraphTemplate template, int order) =>
        (Level, TemplateText, IsOptional, Order) = (template.Level, template.Text, template.IsOptional, order);

    private void Sign(Actor by, DateOnly today) => (EditedById, EditedBy, EditedOn) = (by.PersonId, by.Name, today);
}
