using PartyWork.Domain.Rectification;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>后进社区整顿: the community's opinions, the committee's proposals, plans and 初验, the district's listings, approvals and helpers.</summary>
internal static class CaseTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today, proposes) = (ask.Db, ask.Own, ask.Today, ask.Below(Act.ProposeCases));
        var (answers, lists) = (ask.User.May(Act.FillMonthlyReports), ask.User.May(Act.ManageRectification));
        var (below, all) = (db.RectificationCases.Where(c => proposes.Contains(c.OrganizationId)), db.RectificationCases.Where(c => lists));
        var (toPropose, toPlan, toPreAccept, toApprove, unhelped) = (below.ToPropose(), below.ToPlan(), below.ToPreAccept(), all.ToApprove(), all.Unhelped());
        var opinions = db.ResidentOpinions.Where(o => answers && o.OrganizationId == own && o.DueOn < today && (o.State == OpinionState.Recorded || o.State == OpinionState.Assigned || o.State == OpinionState.Reopened));
        return db.TreeStamps.Select(_ => new Row
        {
            ToPropose = toPropose.Count(),
            ToPlan = toPlan.Count(),
            ToPreAccept = toPreAccept.Count(),
            ToList = all.Count(c => c.Stage == CaseStage.Proposed),
            ToApprove = toApprove.Count(),
            Unhelped = unhelped.Count(),
            UnhelpedBy = unhelped.Min(c => c.RolesDueOn),
            Opinions = opinions.Count(),
            OpinionCase = opinions.Min(o => (int?)o.CaseId),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row) => Todo.Several(row.ToPropose, "个整顿摸排对象待核查、提出建议", "/rectification?Batch=0")
        .Concat(Todo.Several(row.ToPlan, "个社区已列入整顿，待编制方案", "/rectification?Batch=0&Stage=Listed"))
        .Concat(Todo.Several(row.ToPreAccept, "个社区整顿问题全部解决，待初验", "/rectification?Batch=0&Stage=Rectifying"))
        .Concat(Todo.Several(row.ToList, "个社区拟列入整顿，待研究决定", "/rectification?Batch=0&Stage=Proposed"))
        .Concat(Todo.Several(row.ToApprove, "个社区整顿方案待批准", "/rectification?Batch=0&Stage=Listed"))
        .Concat(row.UnhelpedBy is { } by ? [Todo.By(by, ask.Today, $"{row.Unhelped}个整顿社区帮扶力量未配齐", $"最早的应在{Show.Words(by)}前配齐，{Show.Remaining(by, ask.Today)}", "/rectification?Batch=0&Unhelped=true")] : [])
        .Concat(row.OpinionCase is { } opinions ? [new Todo(2, $"{row.Opinions}条居民意见超过办理时限", "办完后向居民反馈，再办结", $"/rectification/{opinions}/opinions", "yellow")] : []);

    internal sealed class Row
    {
        public int ToPropose { get; init; }
        public int ToPlan { get; init; }
        public int ToPreAccept { get; init; }
        public int ToList { get; init; }
        public int ToApprove { get; init; }
        public int Unhelped { get; init; }
        public DateOnly? UnhelpedBy { get; init; }
        public int Opinions { get; init; }
        public int? OpinionCase { get; init; }
    }
}
