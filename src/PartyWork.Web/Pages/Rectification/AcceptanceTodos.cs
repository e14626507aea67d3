using PartyWork.Domain.Rectification;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿验收: to be applied for and decided, and half a year after 销号 to be looked at again.</summary>
internal static class AcceptanceTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, accepts, applies) = (ask.Db, ask.User.May(Act.AcceptCases), ask.Below(Act.ApplyForAcceptance));
        var decidedBy = ask.Today.AddMonths(-RectificationCase.LookBackMonths);
        return db.TreeStamps.Select(_ => new Row
        {
            ToApply = db.RectificationCases.Count(c => applies.Contains(c.OrganizationId) && c.Stage == CaseStage.PreAccepted),
            ToDecide = db.Acceptances.Count(a => accepts && a.Outcome == null),
            ToLookBack = db.Acceptances.Count(a => (accepts || applies.Contains(a.OrganizationId)) && a.Outcome == AcceptanceOutcome.Accepted && a.LookBackOn == null && a.RelapsedOn == null && a.DecidedOn <= decidedBy),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row) => Todo.Several(row.ToApply, "个后进社区已初验，可以申请验收", "/rectification/acceptances")
        .Concat(Todo.Several(row.ToDecide, "个社区的整顿验收没有结论", "/rectification/acceptances?Group=Open"))
        .Concat(Todo.Several(row.ToLookBack, ask.User.May(Act.AcceptCases) ? "个社区销号已满6个月，待回头看" : "个社区销号已满6个月，请准备回头看", "/rectification/acceptances?Group=ToLookBack"));

    internal sealed class Row
    {
        public int ToApply { get; init; }
        public int ToDecide { get; init; }
        public int ToLookBack { get; init; }
    }
}
