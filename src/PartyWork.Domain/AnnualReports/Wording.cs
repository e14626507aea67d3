using System.ComponentModel;

namespace PartyWork.Domain.AnnualReports;

public enum WordingUse
{
    [Description("总结引言")] Opening = 1,
    [Description("下年度工作目标")] NextYear,
}

/// <summary>表述库: a guiding sentence as an authoritative document has it, with the time in which it is to be used.</summary>
public sealed class Wording : IAudited
{
    public const int TextMaxLength = 300, SourceMaxLength = 100;

    public Wording(WordingUse use, string text, string source, DateOnly from, DateOnly? to, Actor checkedBy, DateOnly today) => Write(use, text, source, from, to, checkedBy, today);

    private Wording() { }

    public int Id { get; private set; }
    public WordingUse Use { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>出处: the document or meeting.</summary>
    public string Source { get; private set; } = "";
    public DateOnly From { get; private set; }

    /// <summary>The last day on which it is to be used; null while it is not superseded.</summary>
    public DateOnly? To { get; private set; }
    public string CheckedBy { get; private set; } = "";
    public DateOnly CheckedOn { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public bool IsValidOn(DateOnly day) => From <= day && (To is null || To >= day);

    public void Write(WordingUse use, string text, string source, DateOnly from, DateOnly? to, Actor checkedBy, DateOnly today)
    {
        Rule.Require(text.Length is > 0 and <= TextMaxLength, $"请填写表述，不超过{TextMaxLength}字。");
        Rule.Require(source.Length is > 0 and <= SourceMaxLength, $"请填写出处，写明文件或会议名称，不超过{SourceMaxLength}字。");
        Rule.Require(to is null || to >= from, "有效期的截止日不能早于起始日。");
        Rule.Require(text.IndexOfAny(['{', '}']) < 0, "表述里不能有花括号。");
        (Use, Text, Source, From, To, CheckedBy, CheckedOn) = (use, text, source, from, to, checkedBy.Name, today);
    }

    /// <summary>What a report of that day is to use: the latest that is valid; else the latest of all, which the check then reports.</summary>
    public static Wording? For(WordingUse use, IEnumerable<Wording> library, DateOnly day) =>
        library.Where(w => w.Use == use).OrderByDescending(w => w.IsValidOn(day)).ThenByDescending(w => w.From).ThenByDescending(w => w.Id).FirstOrDefault();
}
