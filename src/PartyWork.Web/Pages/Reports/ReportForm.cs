using System.ComponentModel.DataAnnotations;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;

namespace PartyWork.Web.Pages.Reports;

/// <summary>One row as typed.</summary>
public sealed class RowInput
{
    public string Key { get; set; } = "";

    /// <summary>0 is 本季无此项; null is nothing chosen yet.</summary>
    [Display(Name = "本季情况")]
    public int? Choice { get; set; }

    public string? Value { get; set; }
    public string? Words { get; set; }
    public string? Cause { get; set; }
    public string? NextStep { get; set; }
    public string? ChoiceReason { get; set; }
    public string? Request { get; set; }
    public int Version { get; set; } = NoRow;

    /// <summary>The version of a row that is not stored yet: whoever stores it first is noticed too.</summary>
    public const int NoRow = -1;
}

/// <summary>Between a report's rows and what is typed into its form.</summary>
/// <param name="version">The version of a stored row, by which somebody else's change is noticed.</param>
public sealed class ReportForm(QuarterlyReport report, Filing filing, Func<FilingRow, int> version)
{
    public List<RowInput> Read() => [.. report.Lines.Select(line => (Line: line, Row: report.Row(line))).Select(l => new RowInput
    {
        Key = l.Line.Key,
        Choice = l.Row?.Answer switch { Answer.Nil => 0, Answer.Value => l.Row.Choice, _ => null },
        Value = l.Row?.Value is { } value ? Quantity.Print(value) : null,
        Words = l.Row?.Words,
        Cause = l.Row?.Cause,
        NextStep = l.Row?.NextStep,
        ChoiceReason = l.Row?.ChoiceReason,
        Request = l.Row?.Request,
        Version = l.Row is null ? RowInput.NoRow : version(l.Row),
    })];

    /// <summary>Puts what was typed into the rows that changed.</summary>
    /// <returns>A sentence for each row that cannot be kept as typed: no number, too long, changed by somebody else since. The other rows are kept.</returns>
    public List<string> Write(IEnumerable<RowInput> rows, DateTime now)
    {
        var errors = new List<string>();
        var lines = report.Lines.ToDictionary(l => l.Key);
        foreach (var input in rows)
        {
            Rule.Require(lines.ContainsKey(input.Key), "任务清单刚刚有变更，请刷新页面后重试。");
            var line = lines[input.Key];
            var row = report.Row(line);
            var value = line.IsComputed ? row?.Value : string.IsNullOrWhiteSpace(input.Value) ? null : Quantity.Parse(input.Value)?.Hundredths; // neither 由下级汇总 nor 由指标取数 is typed
            if (!line.IsComputed && value is null && !string.IsNullOrWhiteSpace(input.Value))
            {
                errors.Add($"任务{line.No}“本季实际”填写的“{input.Value}”无法识别，应为0或正数，最多两位小数。");
                continue;
            }

            int? choice = input.Choice is { } chosen && Enum.IsDefined((ReportChoice)chosen) ? chosen : null; // a number of no choice is none
            choice = line.ChoiceAfter(row, value, choice, Text(input.ChoiceReason));
            var isBehind = choice is null or (int)ReportChoice.Behind; // 滞后原因 and 下步措施 go with the delay: a line that is behind no more has neither
            var typed = new Content(input.Choice is 0 ? Answer.Nil : choice is null ? Answer.Unanswered : Answer.Value, choice, value,
                Text(input.Words), isBehind ? Text(input.Cause) : "", isBehind ? Text(input.NextStep) : "", Text(input.ChoiceReason), Text(input.Request));
            if (typed == (row is null ? Content.Nothing : Content.Of(row)))
            {
                continue;
            }

            if (row is not null && version(row) != input.Version)
            {
                errors.Add($"任务{line.No}刚被其他同志改为“{(row.Answer is Answer.Nil ? Answer.Nil.Text() : ((ReportChoice?)row.Choice)?.Text())}　{row.Words}”；您填写的内容仍在下面，再次保存将以您的为准。");
                continue;
            }

            try
            {
                filing.Edit(line.Key, line.Label, now).Fill(typed.Answer, typed.Choice, typed.Value, typed.Words, typed.Cause, typed.NextStep, typed.ChoiceReason, typed.Request);
            }
            catch (BrokenRuleException broken)
            {
                errors.Add(broken.Message); // one row too long is no reason to lose the others
            }
        }

        return [.. errors.Distinct()];
    }

    /// <summary>After a save that could not take every row: the next one knows what is stored now.</summary>
    public void RefreshVersions(IEnumerable<RowInput> rows)
    {
        foreach (var input in rows)
        {
            input.Version = filing.Rows.SingleOrDefault(r => r.Key == input.Key) is { } row ? version(row) : RowInput.NoRow;
        }
    }

    private static string Text(string? text) => text?.Trim().Replace("\r\n", "\n", StringComparison.Ordinal) ?? "";

    private sealed record Content(Answer Answer, int? Choice, int? Value, string Words, string Cause, string NextStep, string ChoiceReason, string Request)
    {
        public static readonly Content Nothing = new(Answer.Unanswered, null, null, "", "", "", "", "");

        public static Content Of(FilingRow r) => new(r.Answer, r.Choice, r.Value, r.Words, r.Cause, r.NextStep, r.ChoiceReason, r.Request);
    }
}
