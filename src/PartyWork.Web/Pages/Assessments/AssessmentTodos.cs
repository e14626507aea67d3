using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核: results that wait to be told, objections to be decided, grades to be given and made known, results told to the own organisation.</summary>
internal static class AssessmentTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today) = (ask.Db, ask.Own, ask.Today);
        var (manages, grades, announces, fills) = (ask.User.MayAtHome(Act.ManageRounds), ask.User.May(Act.DecideGrades), ask.User.May(Act.AnnounceGrades), ask.User.May(Act.FillReports) || ask.User.May(Act.ConfirmReports));
        var objections = db.Set<Objection>().Where(o => manages && o.DecidedAt == null && o.Sheet.Round.OrganizerId == own);
        var told = db.ScoreSheets.Where(s => fills && s.OrganizationId == own && s.Stage == SheetStage.Feedback && s.ObjectionUntil >= today).OrderBy(s => s.Id);
        var untold = db.ScoreSheets.Where(s => manages && s.Stage == SheetStage.Provisional && s.Round.Stage == RoundStage.OnSite && s.Round.OrganizerId == own && (s.SecondCheck == null || s.SecondCheck.TeamTotal != null));
        return db.TreeStamps.Select(_ => new Row
        {
            Objections = objections.Count(),
            ObjectionRound = objections.Min(o => (int?)o.Sheet.RoundId),
            Untold = untold.Count(),
            UntoldRound = untold.Min(s => (int?)s.RoundId),
            LastUntoldRound = untold.Max(s => (int?)s.RoundId),
            ToGrade = db.Rounds.Where(r => grades && r.Stage == RoundStage.Closed && r.Phase == AssessmentPhase.End).Min(r => (int?)r.Id),
            ToAnnounce = db.Rounds.Where(r => announces && r.Stage == RoundStage.Graded).Min(r => (int?)r.Id),
            Told = told.Select(s => (int?)s.Id).FirstOrDefault(),
            ToldUntil = told.Select(s => s.ObjectionUntil).FirstOrDefault(),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row)
    {
        foreach (var todo in Todo.Several(row.Objections, "件考核申诉待复核", $"/assessments/rounds/{row.ObjectionRound}/objections"))
        {
            yield return todo;
        }

        foreach (var todo in Todo.Several(row.Untold, "个单位的暂定考核结果待反馈", row.UntoldRound == row.LastUntoldRound ? $"/assessments/rounds/{row.UntoldRound}/feedback" : "/assessments", $"考核组提交后{ScoreSheet.FeedbackWorkdays}个工作日内反馈"))
        {
            yield return todo;
        }

        if ((row.ToGrade ?? row.ToAnnounce) is { } round)
        {
            yield return new(2, row.ToGrade is not null ? "年底考核结果已定，待部务会定等次" : "年度考核等次待公布", "", $"/assessments/rounds/{round}/grades", "yellow");
        }

        if (row is { Told: { } sheet, ToldUntil: { } until })
        {
            yield return new(2, "考核结果已反馈", $"对扣分有异议的，{Show.Words(until)}前可以申诉，{Show.Remaining(until, ask.Today)}", $"/assessments/results/{sheet}", "yellow");
        }
    }

    internal sealed class Row
    {
        public int Objections { get; init; }
        public int? ObjectionRound { get; init; }
        public int Untold { get; init; }
        public int? UntoldRound { get; init; }
        public int? LastUntoldRound { get; init; }
        public int? ToGrade { get; init; }
        public int? ToAnnounce { get; init; }
        public int? Told { get; init; }
        public DateOnly? ToldUntil { get; init; }
    }
}
