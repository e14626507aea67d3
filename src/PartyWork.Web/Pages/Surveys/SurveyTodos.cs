using PartyWork.Domain.Surveys;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>计票录入: one has keyed, and whoever else may count has not; of an acceptance's survey those who accept.</summary>
internal static class SurveyTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, me) = (ask.Db, ask.Own, ask.User.PersonId);
        var (counts, countsAccepted) = (ask.User.May(Act.ManageSurveys), ask.User.May(Act.AcceptCases));
        var toCount = db.Surveys.Where(s => s.Stage == SurveyStage.Open && s.OrganizationId != own && s.Counts.Count == 1 && s.Counts.All(c => c.PersonId != me)
            && (s.Kind == SurveyKind.AcceptanceMeeting || s.Kind == SurveyKind.AcceptanceHouseholds ? countsAccepted : counts));
        return db.TreeStamps.Select(_ => new Row { ToCount = toCount.Count(), CountIn = toCount.Min(s => (int?)s.Id) });
    }

    public static IEnumerable<Todo> Say(Row row) =>
        Todo.Several(row.ToCount, "项测评的纸质票待第二人录入", row.ToCount == 1 ? $"/surveys/{row.CountIn}/count" : "/surveys?Second=true", "由没有录过的同志再录一遍，两人一致才计入");

    internal sealed class Row
    {
        public int ToCount { get; init; }
        public int? CountIn { get; init; }
    }
}
