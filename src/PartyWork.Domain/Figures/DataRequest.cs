using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Figures;

/// <summary>
/// 数据征集: a number that no record holds yet, asked of organisations below once and for one day. Each owes a filing of one row;
/// what comes in is a figure like any other, so that nobody is asked for it again.
/// </summary>
public sealed class DataRequest : IAudited
{
    public const int TitleMaxLength = 60, DefinitionMaxLength = 300, UnitMaxLength = 10, WordsMaxLength = 40, ReasonMaxLength = 200, BasisMaxLength = 100;

    /// <summary>“早上通知、中午要数” is not asked here: so many workdays lie at least between asking and the due day.</summary>
    public const int LeastWorkdays = 3;

    /// <summary>减负: so many requests of one asker run at the same time at most.</summary>
    public const int MostOpen = 3;

    private DataRequest(int askerId, int no, DataQuestion question, Window window, Actor by, DateTime now)
    {
        (AskerId, Year, No, Window, AskedBy, AskedAt) = (askerId, window.Year, no, window, by.Name, now);
        (Title, Definition, Unit, AsOf, Searched, Reason, Basis) = (question.Title, question.Definition, question.Unit, question.AsOf, question.Searched, question.Reason, question.Basis);
    }

    private DataRequest() { }

    public int Id { get; private set; }
    public int Year { get; private set; }

    /// <summary>编号 within the year: 2026年第3号.</summary>
    public int No { get; private set; }
    public int AskerId { get; private set; }
    public int WindowId { get; private set; }
    public Window Window { get; private set; } = null!;
    public string Title { get; private set; } = "";

    /// <summary>口径.</summary>
    public string Definition { get; private set; } = "";
    public string Unit { get; private set; } = "";

    /// <summary>统计日: the day whose state is asked for.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>What was looked for in the dictionary before asking.</summary>
    public string Searched { get; private set; } = "";

    /// <summary>Why none of the figures that are held already serves.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>依据文件; empty when there is none.</summary>
    public string Basis { get; private set; } = "";
    public string AskedBy { get; private set; } = "";

    /// <summary>UTC, by the business clock.</summary>
    public DateTime AskedAt { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string WithdrawReason { get; private set; } = "";

    int? IAudited.AuditOrganizationId => AskerId;

    /// <summary>发出征集: the request, and what each organisation owes for it.</summary>
    /// <param name="no">The next number of the year.</param>
    /// <param name="open">How many requests of this asker are running.</param>
    /// <param name="asked">Organisations of one level, open on the due day, each once.</param>
    public static (DataRequest Request, IReadOnlyList<Filing> Filings) Ask(
        WorkYear year, int no, int askerId, int open, DataQuestion question, OrganizationLevel level, DateOnly due, IReadOnlyCollection<int> asked, Workdays workdays, Actor by, DateTime now)
    {
        var today = OfficeTime.DayOf(now);
        Rule.Require(open < MostOpen, $"本级已有{open}件征集正在进行，同时进行的不超过{MostOpen}件；请等到期，或者先撤回不再需要的。");
        Rule.Require(level is OrganizationLevel.Committee or OrganizationLevel.Primary, "只能向党（工）委或基层党组织征集；党支部的数由上级党组织统一填报。");
        Rule.Require(question.Searched.Length > 0, "请先在“取数”里查一查有没有现成的数，查不到再征集。");
        Rule.Require(question.Searched.Length <= WordsMaxLength, $"查找的词不超过{WordsMaxLength}字，请精简后再查一次。");
        Rule.Require(question.Title.Length is > 0 and <= TitleMaxLength, $"请填写要征集的数叫什么，不超过{TitleMaxLength}字。");
        Rule.Require(question.Definition.Length is > 0 and <= DefinitionMaxLength, $"请写明口径：数什么、不数什么，不超过{DefinitionMaxLength}字。");
        Rule.Require(question.Unit.Length is > 0 and <= UnitMaxLength, $"请填写单位，如“个”“人”，不超过{UnitMaxLength}字。");
        Rule.Require(question.Reason.Length is > 0 and <= ReasonMaxLength, $"请写明已有的数为什么用不上，不超过{ReasonMaxLength}字。");
        Rule.Require(question.Basis.Length <= BasisMaxLength, $"依据文件不超过{BasisMaxLength}字。");
        Rule.Require(asked.Count > 0, "请至少选择一个党组织。");
        var earliest = workdays.After(today, LeastWorkdays);
        Rule.Require(due >= earliest, $"征集数据至少留{LeastWorkdays}个工作日，截止日最早为{earliest:M月d日}。");
        Rule.Require(workdays.IsWorkday(due), $"{due:M月d日}不是工作日，请改为{workdays.OnOrAfter(due):M月d日}。");
        Rule.Require(question.AsOf <= due, "统计日不能晚于截止日。");
        var window = new Window(year.Year, FilingKind.DataRequest, no, level, today, due, due.AddDays(year.Scheme.LockDays), year.Scheme.ReviewWorkdays);
        var filings = year.Publish(window, [.. asked.Distinct()], today);
        return (new DataRequest(askerId, no, question, window, by, now), filings);
    }

    /// <summary>撤回: whoever has not answered owes nothing any more; what was accepted stays a figure.</summary>
    /// <param name="organizationId">Whose post withdraws it: only the asker's.</param>
    /// <param name="filings">All of this request.</param>
    /// <returns>How many organisations are relieved of it.</returns>
    public int Withdraw(int organizationId, string reason, IEnumerable<Filing> filings, Actor by, DateTime now)
    {
        Rule.Require(organizationId == AskerId, "只有发起征集的党组织可以撤回。");
        Rule.Require(WithdrawnOn is null, "这件征集已经撤回。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明撤回的理由，不超过{ReasonMaxLength}字，各单位会看到。");
        (WithdrawnOn, WithdrawReason) = (OfficeTime.DayOf(now), reason);
        return filings.Count(f => f.Withdraw(by, reason, now));
    }
}

/// <summary>What is asked, in the asker's words.</summary>
/// <param name="Searched">The words that were searched in the dictionary.</param>
/// <param name="Reason">Why what is held already does not serve.</param>
public sealed record DataQuestion(string Title, string Definition, string Unit, DateOnly AsOf, string Searched, string Reason, string Basis);
