using PartyWork.Domain.Chasing;
using PartyWork.Domain.Coordination;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Coordination;

/// <summary>需协调事项: to be passed on, referred, answered and rated.</summary>
internal static class CoordinationTodos
{
    private const string Mine = "/coordination?Mine=true";

    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, reviews) = (ask.Db, ask.Own, ask.Below(Act.ReviewReports));
        var (sends, replies, fills) = (ask.User.May(Act.SendCoordination), ask.User.May(Act.ReplyCoordination), ask.User.May(Act.FillReports) || ask.User.May(Act.ConfirmReports));
        var toReply = db.CoordinationItems.Where(i => replies && i.State == CoordinationState.Sent && i.WantedDue == null && i.WantedDepartmentId == null && i.DepartmentId == own);
        return db.TreeStamps.Select(_ => new Row
        {
            Raised = db.CoordinationItems.Count(i => i.State == CoordinationState.Raised && reviews.Contains(i.OrganizationId)),
            Referred = db.CoordinationItems.Count(i => sends && i.State == CoordinationState.Referred),
            Wanting = db.CoordinationItems.Count(i => sends && i.State == CoordinationState.Sent && (i.WantedDue != null || i.WantedDepartmentId != null)),
            Replies = toReply.Count(),
            ReplyBy = toReply.Min(i => i.DueOn),
            RemindedAt = db.Reminders.Where(r => replies && r.OrganizationId == own && r.Kind == ReminderKind.Chase && db.CoordinationItems.Any(i => i.Id == r.CoordinationItemId && i.State == CoordinationState.Sent)).Max(r => (DateTime?)r.At),
            Ratings = db.CoordinationItems.Count(i => fills && i.State == CoordinationState.Answered && i.OrganizationId == own),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row) => Todo.Several(row.Raised + row.Referred, "件协调事项待处理", Mine)
        .Concat(Todo.Several(row.Wanting, "件协调事项部门申请延期或转办，待决定", Mine))
        .Concat(row.Ratings > 0 ? [new Todo(2, $"{row.Ratings}件协调事项已答复，请评价", "", Mine, "yellow")] : [])
        .Concat(row.ReplyBy is { } by ? [Todo.By(by, ask.Today, $"{row.Replies}件协调事项待答复", $"最早的{Show.Words(by)}24:00到期，{Show.Remaining(by, ask.Today)}{FilingTodos.Reminded("组织科", row.RemindedAt, ask.Today)}", Mine)] : []);

    internal sealed class Row
    {
        public int Raised { get; init; }
        public int Referred { get; init; }
        public int Wanting { get; init; }
        public int Replies { get; init; }
        public DateOnly? ReplyBy { get; init; }
        public DateTime? RemindedAt { get; init; }
        public int Ratings { get; init; }
    }
}
