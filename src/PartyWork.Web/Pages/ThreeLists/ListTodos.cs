using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>三张清单: shares to be received, changes and claims of below to be decided.</summary>
internal static class ListTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today, decides) = (ask.Db, ask.Own, ask.Today, ask.Below(Act.DecideChange));
        var fills = ask.User.May(Act.FillReports) || ask.User.May(Act.ConfirmReports);
        return db.TreeStamps.Select(_ => new Row
        {
            Given = db.WorkTasks.Count(t => fills && t.OrganizationId == own && t.Year == today.Year && t.ParentId != null && t.ReceivedOn == null && t.State != TaskState.Cancelled),
            GivenIn = db.Filings.Where(f => fills && f.OrganizationId == own && f.Kind == FilingKind.ThreeLists && f.Year == today.Year).Select(f => f.Id).FirstOrDefault(),
            Claimable = db.Problems.Count(p => fills && p.OrganizationId == own && p.Year == today.Year && p.State == ProblemState.Rectifying && p.Tasks.Any()
                && p.Tasks.All(t => t.State == TaskState.Done || t.State == TaskState.DoneClaimed || t.State == TaskState.Cancelled || t.State == TaskState.HandedOver)),
            Changes = db.TaskChanges.Count(c => c.State == TaskChangeState.Requested && decides.Contains(c.OrganizationId)),
            Claims = db.Problems.Count(p => p.State == ProblemState.CloseClaimed && decides.Contains(p.OrganizationId)),
        });
    }

    public static IEnumerable<Todo> Say(Row row)
    {
        if (row.Given > 0)
        {
            yield return new(2, $"签收上级分解下达的{row.Given}项任务", "看清目标、节点和时限后签收", $"/lists/{row.GivenIn}?tab=tasks", "yellow");
        }

        if (row.Claimable > 0)
        {
            yield return new(4, $"{row.Claimable}个问题的任务已完成，可申请销号", "由上级核实后销号", $"/lists/{row.GivenIn}?tab=problems", "yellow");
        }

        foreach (var todo in Todo.Several(row.Changes, "项任务变更待批准", "/lists/changes").Concat(Todo.Several(row.Claims, "个问题销号待核实", "/lists/claims")))
        {
            yield return todo;
        }
    }

    internal sealed class Row
    {
        public int Given { get; init; }
        public int GivenIn { get; init; }
        public int Claimable { get; init; }
        public int Changes { get; init; }
        public int Claims { get; init; }
    }
}
