using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>Everything that is filed, whatever its kind: the own to be filled, confirmed or mended, those of below to be reviewed.</summary>
internal static class FilingTodos
{
    private static readonly (FilingKind Kind, string What, string Link)[] Reviews =
    [
        (FilingKind.QuarterlyReport, "份季报待审核", "/reports/review"),
        (FilingKind.ThreeLists, "份三张清单待审核", "/lists/review"),
        (FilingKind.DataRequest, "份征集数据待审核", "/figures/requests"),
        (FilingKind.MonthlyReport, "份整顿月报待审核", ""),
    ];

    /// <summary>The filings beside what else is asked, as often as there are filings, and once when there are none.</summary>
    public static IQueryable<Beside<T>> Ask<T>(TodoAsk ask, IQueryable<T> rest)
    {
        var (db, own, today, reviews) = (ask.Db, ask.Own, ask.Today, ask.Below(Act.ReviewReports));
        var (fills, monthly) = (Fills(ask), ask.User.May(Act.FillMonthlyReports));
        var waiting = db.Filings.Where(f => f.Window.Opens <= today && f.Year >= today.Year - 1
            && (((fills || (monthly && f.Kind == FilingKind.MonthlyReport)) && f.OrganizationId == own && (f.SignaturePending || (f.Stage != FilingStage.Accepted && (f.Year == today.Year || f.Kind == FilingKind.MonthlyReport))))
                || (f.Stage == FilingStage.Submitted && reviews.Contains(f.OrganizationId))));
        return
            from r in rest
            from f in waiting.DefaultIfEmpty()
            select new Beside<T>
            {
                Rest = r,
                Filing = f == null ? null : new Row
                {
                    Title = f.Kind == FilingKind.DataRequest ? db.DataRequests.Where(q => q.WindowId == f.WindowId).Select(q => q.Title).FirstOrDefault() : null,
                    Id = f.Id,
                    OrganizationId = f.OrganizationId,
                    Kind = f.Kind,
                    Year = f.Year,
                    Period = f.Period,
                    Stage = f.Stage,
                    SignaturePending = f.SignaturePending,
                    Opens = f.Window.Opens,
                    Due = f.ExtendedTo ?? f.Window.Due,
                    Locks = f.Window.Locks,
                    UnlockedUntil = f.UnlockedUntil,
                    ReturnDueOn = f.ReturnDueOn,
                    PreparedAt = f.PreparedAt,
                    StageSince = f.StageSince,
                    RemindedAt = db.Reminders.Where(m => m.FilingId == f.Id && m.OrganizationId == own && m.Kind == ReminderKind.Chase).Max(m => (DateTime?)m.At),
                    RemindedBy = db.Reminders.Where(m => m.FilingId == f.Id && m.OrganizationId == own && m.Kind == ReminderKind.Chase).OrderByDescending(m => m.Id).Select(m => m.Section).FirstOrDefault(),
                },
            };
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, List<Row> filings)
    {
        var (own, reviews) = (ask.Own, ask.Below(Act.ReviewReports));
        var fills = Fills(ask);
        return filings.Where(f => f.OrganizationId == own && (fills || (f.Kind is FilingKind.MonthlyReport && ask.User.May(Act.FillMonthlyReports)))).SelectMany(f => OfOwn(ask, f))
            .Concat(Reviews.SelectMany(r => ToReview(ask, r.What, r.Link, [.. filings.Where(f => f.Stage is FilingStage.Submitted && f.Kind == r.Kind && reviews.Contains(f.OrganizationId))])));
    }

    private static bool Fills(TodoAsk ask) => ask.User.May(Act.FillReports) || ask.User.May(Act.ConfirmReports);

    private static IEnumerable<Todo> OfOwn(TodoAsk ask, Row f)
    {
        var today = ask.Today;
        var name = f.Kind is FilingKind.DataRequest ? $"上级征集的数“{f.Title}”" : $"{f.Year}年{Window.NameOf(f.Kind, f.Period)}";
        var status = Filing.StatusOf(f.Stage, f.Opens, f.Due, f.Locks, f.UnlockedUntil, today);
        var link = FilingAddress.Of(f.Kind, f.Id);
        var reminded = f.Stage is FilingStage.Returned && f.RemindedAt < f.StageSince ? "" : Reminded(f.RemindedBy, f.RemindedAt, today);
        var left = $"{Show.Words(f.Due)}24:00截止，{Show.Remaining(f.Due, today)}{reminded}";
        var confirms = ask.User.May(Act.ConfirmReports, ask.Own);
        if (f.SignaturePending && confirms)
        {
            yield return new(1, $"补确认：{name}由干事登记了您的线下签字", "请核对后确认", link, "yellow");
        }

        var mended = Filing.WasMended(f.Stage, f.PreparedAt, f.StageSince);
        if (status is FilingStatus.Returned && !mended)
        {
            yield return new(0, $"修改被退回的{name}", f.ReturnDueOn is { } due ? $"请于{Show.Words(due)}前改好；首报时间不受影响{reminded}" : "", link, "red");
        }
        else if (mended || (f.Stage is FilingStage.AwaitingSecretary && status is not FilingStatus.Locked))
        {
            yield return new(confirms ? 1 : 4, confirms ? $"确认并报送{name}" : $"{name}已报书记，等待确认", mended ? $"退回的内容已改好；首报时间不受影响{reminded}" : left, confirms && f.Kind is FilingKind.QuarterlyReport ? $"{link}/confirm" : link, confirms ? "yellow" : "white");
        }
        else if (status is FilingStatus.NotStarted or FilingStatus.Drafting or FilingStatus.Overdue)
        {
            yield return new(status is FilingStatus.Overdue ? 0 : 2, $"填报{name}", left, link, status is FilingStatus.Overdue ? "red" : "yellow");
        }
    }

    /// <param name="link">Where those of this kind are reviewed; empty where each is opened by itself, the oldest first.</param>
    private static IEnumerable<Todo> ToReview(TodoAsk ask, string what, string link, List<Row> submitted)
    {
        var reminded = submitted.Where(f => f.RemindedAt >= f.StageSince).ToList();
        return Todo.Several(submitted.Count, what, link.Length > 0 || submitted.Count == 0 ? link : $"{FilingAddress.Of(submitted[0].Kind, submitted.MinBy(f => f.StageSince)!.Id)}/review",
            reminded.Count == 0 ? "" : $"其中{reminded.Count}份{Reminded(reminded[0].RemindedBy, reminded.Max(f => f.RemindedAt), ask.Today)[1..]}");
    }

    /// <summary>That it has been asked after, by whom and when; empty when it has not.</summary>
    public static string Reminded(string? section, DateTime? at, DateOnly today) => at is { } when ? $"；{section}{(OfficeTime.DayOf(when) == today ? "今天" : $"{OfficeTime.DayOf(when):M月d日}")}提醒过" : "";

    internal sealed class Beside<T>
    {
        public required T Rest { get; init; }
        public Row? Filing { get; init; }
    }

    internal sealed class Row
    {
        public string? Title { get; init; }
        public int Id { get; init; }
        public int OrganizationId { get; init; }
        public FilingKind Kind { get; init; }
        public int Year { get; init; }
        public int Period { get; init; }
        public FilingStage Stage { get; init; }
        public bool SignaturePending { get; init; }
        public DateOnly Opens { get; init; }
        public DateOnly Due { get; init; }
        public DateOnly Locks { get; init; }
        public DateOnly? UnlockedUntil { get; init; }
        public DateOnly? ReturnDueOn { get; init; }
        public DateTime? PreparedAt { get; init; }
        public DateTime? StageSince { get; init; }
        public DateTime? RemindedAt { get; init; }
        public string? RemindedBy { get; init; }
    }
}
