using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PartyWork.Domain.Coordination;

namespace PartyWork.Domain.Filings;

/// <summary>Not answered, nothing to report, and a value of zero are three different things.</summary>
public enum Answer
{
    [Description("未答")] Unanswered = 0,
    [Description("本季无此项")] Nil = 1,
    [Description("已答")] Value = 2,
}

/// <summary>One line of a filing. Which choices and values a line may have is the business of the filing's kind.</summary>
public sealed class FilingRow : IBelongToOrganization, IAudited
{
    public const int KeyMaxLength = 20, LabelMaxLength = 400, WordsMaxLength = 300, ReasonMaxLength = 200;

    internal FilingRow(int organizationId, string key) => (OrganizationId, Key) = (organizationId, key);

    private FilingRow() { }

    public int Id { get; private set; }
    public int FilingId { get; private set; }
    public int OrganizationId { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>What was asked, as it read when the row was last edited.</summary>
    public string Label { get; private set; } = "";
    public Answer Answer { get; private set; }

    /// <summary>The kind's own choice, by number; null with no choice.</summary>
    public int? Choice { get; private set; }

    /// <summary>Whole hundredths; null when no number was given, which is not zero.</summary>
    public int? Value { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>滞后原因, from a short list.</summary>
    public string Cause { get; private set; } = "";
    public string NextStep { get; private set; } = "";

    /// <summary>Why the choice differs from what the numbers say.</summary>
    public string ChoiceReason { get; private set; } = "";

    /// <summary>需上级协调事项.</summary>
    public string Request { get; private set; } = "";
    public string? ReturnReason { get; private set; }

    /// <summary>What became of the request; null when nothing was ever asked.</summary>
    public CoordinationItem? Coordination { get; private set; }

    /// <summary>True once a version holds it: from then on changes are recorded.</summary>
    public bool IsFrozen { get; private set; }

    bool IAudited.IsRecorded => IsFrozen;

    /// <summary>Keeps what was typed, complete or not.</summary>
    public void Fill(Answer answer, int? choice, int? value, string words = "", string cause = "", string nextStep = "", string choiceReason = "", string request = "")
    {
        Rule.Require(words.Length <= WordsMaxLength, $"“{Label}”的进展说明超过{WordsMaxLength}字，请精简。");
        Rule.Require(nextStep.Length <= WordsMaxLength, $"“{Label}”的下步措施超过{WordsMaxLength}字，请精简。");
        Rule.Require(choiceReason.Length <= ReasonMaxLength, $"“{Label}”的改选理由超过{ReasonMaxLength}字，请精简。");
        Rule.Require(request.Length <= WordsMaxLength, $"“{Label}”的需协调事项超过{WordsMaxLength}字，请精简。");
        (Answer, Choice, Value, Words, Cause, NextStep, ChoiceReason, Request) = (answer, choice, value, words, cause, nextStep, choiceReason, request);
    }

    /// <summary>由下级汇总: the number is not typed here.</summary>
    internal void Take(int? value) => Value = value;

    internal void Ask(string label) => Label = label.Length > LabelMaxLength ? label[..LabelMaxLength] : label;

    /// <summary>What the submitted row asks of the levels above becomes an item of its own.</summary>
    /// <param name="workTaskId">The task of the row; null where the row is of no task.</param>
    /// <param name="label">What the row is of, as a department reads it.</param>
    internal void RaiseRequest(Filing filing, int? workTaskId, string label, Actor asker, DateTime now)
    {
        if (Coordination is not null)
        {
            Coordination.Mend(label, Request, asker, now);
        }
        else if (Request.Length > 0)
        {
            Coordination = new CoordinationItem(filing, workTaskId, label, Request, asker, now);
        }
    }

    internal void RequireReason(string reason) =>
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明“{Label}”的退回原因，不超过{ReasonMaxLength}字。");

    internal void SendBack(string reason) => ReturnReason = reason;

    internal void Freeze() => (IsFrozen, ReturnReason) = (true, null);
}

/// <summary>The rows as they were submitted. Never changed afterwards.</summary>
public sealed class FilingVersion : IBelongToOrganization
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal FilingVersion(int organizationId, int no, DateTime at, string by, IEnumerable<FilingRow> rows)
    {
        (OrganizationId, No, At, By) = (organizationId, no, at, by);
        Content = JsonSerializer.Serialize(rows.Select(r => new FrozenRow(r.Key, r.Label, r.Answer, r.Choice, r.Value, r.Words, r.Cause, r.NextStep, r.ChoiceReason, r.Request)), Plain);
    }

    private FilingVersion() { }

    public int Id { get; private set; }
    public int FilingId { get; private set; }
    public int OrganizationId { get; private set; }
    public int No { get; private set; }
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";
    public string Content { get; private set; } = "";

    public IReadOnlyList<FrozenRow> Rows() => JsonSerializer.Deserialize<List<FrozenRow>>(Content)!;
}

public sealed record FrozenRow(string Key, string Label, Answer Answer, int? Choice, int? Value, string Words, string Cause, string NextStep, string ChoiceReason, string Request);
