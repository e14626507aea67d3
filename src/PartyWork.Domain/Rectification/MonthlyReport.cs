using System.Globalization;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Rectification;

/// <summary>What the records say of a month, so that nobody types it.</summary>
/// <param name="Households">走访户数.</param>
/// <param name="Closed">序号 of the plan's problems that were closed in it.</param>
public sealed record MonthFacts(int Households, IReadOnlyList<int> Closed);

/// <summary>整顿月报 (第一书记月报): a short form, whose numbers come from the records when it is handed over.</summary>
public sealed class MonthlyReport(Filing filing, MonthFacts facts) : FiledForm(filing)
{
    /// <summary>Rows of the Filing.</summary>
    public const string Days = "days", Works = "works", Households = "households", Closed = "closed", Requests = "requests", Cooperation = "cooperation";

    /// <summary>主要工作 at most.</summary>
    public const int MostWorks = 3;

    /// <summary>The whole of what is written.</summary>
    public const int MostCharacters = 300;

    /// <summary>The day of the month on which it opens, the day of the next on which it is due, and for how long it is then still taken.</summary>
    public const int OpenDay = 25, DueDay = 5, LockDays = 10;

    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        [Days] = "第一书记本月在岗天数", [Works] = "主要工作", [Households] = "走访户数", [Closed] = "解决问题编号", [Requests] = "需协调事项", [Cooperation] = "工作组、帮扶单位配合情况",
    };

    public FilingRow? Row(string key) => Filing.Rows.SingleOrDefault(r => r.Key == key);

    /// <summary>Whole days on post; null while not written.</summary>
    public int? OnPost => Row(Days)?.Value is { } hundredths ? hundredths / Quantity.One : null;

    /// <summary>As it was handed over; before that as the records have it today.</summary>
    public int HouseholdsVisited => IsHandedOver && Row(Households)?.Value is { } kept ? kept / Quantity.One : facts.Households;

    /// <summary>The same of the problems closed: 问题1、问题3, or 无.</summary>
    public string ClosedWords => IsHandedOver && Row(Closed) is { } kept ? kept.Words : WordsOf(facts.Closed);

    public string Text(string key) => Row(key)?.Words ?? "";

    public IReadOnlyList<string> WorksDone => TextLines.Of(Text(Works));

    /// <summary>What is still missing; empty when it can be handed over.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. OnPost is null ? ["请填写第一书记本月在岗天数。"] : Array.Empty<string>(),
        .. WorksDone.Count == 0 ? ["请填写本月主要工作，每行一条。"] : Array.Empty<string>(),
        .. Text(Cooperation).Length == 0 ? ["请填写工作组、帮扶单位的配合情况。"] : Array.Empty<string>(),
    ];

    /// <summary>The month's window: opens on the 25th, due on the first workday from the 5th of the next month.</summary>
    public static Window WindowOf(DateOnly month, Workdays workdays, int reviewWorkdays)
    {
        var due = workdays.OnOrAfter(new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(DueDay - 1));
        return new Window(month.Year, FilingKind.MonthlyReport, month.Month, OrganizationLevel.Primary, new DateOnly(month.Year, month.Month, OpenDay), due, due.AddDays(LockDays), reviewWorkdays);
    }

    /// <summary>Keeps what was typed, complete or not.</summary>
    public void Write(int? onPost, string works, string requests, string cooperation, DateTime now)
    {
        Rule.Require(onPost is null or (>= 0 and <= 31), "在岗天数应在0至31之间。");
        Rule.Require(TextLines.Of(works).Count <= MostWorks, $"主要工作最多写{MostWorks}条。");
        var written = works.Length + requests.Length + cooperation.Length;
        Rule.Require(written <= MostCharacters, $"月报全文不超过{MostCharacters}字，现有{written.ToString(CultureInfo.InvariantCulture)}字，请精简。");
        Fill(Days, onPost * Quantity.One, "", now);
        Fill(Works, null, works, now);
        Fill(Requests, null, requests, now);
        Fill(Cooperation, null, cooperation, now);
    }

    /// <summary>通过, and with it the committee's judgement of the month.</summary>
    public void Accept(RectificationCase of, TravelDirection direction, string reason, Actor reviewer, DateTime now)
    {
        of.Judge(new DateOnly(Filing.Year, Filing.Period, 1), direction, reason, reviewer, OfficeTime.DayOf(now));
        Filing.Accept(reviewer, now);
    }

    private bool IsHandedOver => Filing.Stage is FilingStage.Submitted or FilingStage.Accepted;

    protected override void Complete(DateTime now)
    {
        Rule.Require(Missing.Count == 0, string.Join("", Missing));
        Fill(Households, facts.Households * Quantity.One, "", now);
        Fill(Closed, null, WordsOf(facts.Closed), now);
    }

    /// <summary>需协调事项 goes to the levels above as an item of its own, as that of a quarterly report does.</summary>
    protected override void HandedOver(Actor by, DateTime now) => Row(Requests)?.RaiseRequest(Filing, null, $"{Filing.Year}年{Filing.Period}月整顿月报", by, now);

    /// <summary>Only what differs is written: of a report that was sent back, what was not sent back stands.</summary>
    private void Fill(string key, int? value, string words, DateTime now)
    {
        var row = Row(key);
        if ((value, words) == (row?.Value, row?.Words ?? "") && (row is not null || Filing.Stage is FilingStage.Returned))
        {
            return;
        }

        if (key is Households or Closed && Filing.Stage is FilingStage.Returned && row?.ReturnReason is null)
        {
            return; // the numbers were accepted as they were handed over
        }

        Filing.Edit(key, Labels[key], now).Fill(value is null && words.Length == 0 ? Answer.Unanswered : Answer.Value, null, value, words, request: key == Requests ? words : "");
    }

    private static string WordsOf(IReadOnlyList<int> closed) => closed.Count == 0 ? "无" : string.Join('、', closed.Order().Select(no => $"问题{no}"));
}
