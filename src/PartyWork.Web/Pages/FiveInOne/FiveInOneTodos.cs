using PartyWork.Domain.Calendar;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;
using Known = PartyWork.Web.Registers.Registers;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>五位一体: pledges from March on, the report of a year in its December and the January after, the debrief to the members until March, and what below waits for.</summary>
internal static class FiveInOneTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today, year, reviews) = (ask.Db, ask.Own, ask.Today, ask.Today.Year, ask.Below(Act.ReviewReports));
        var (promises, debriefs, reportYear) = (Promises(ask), Debriefs(ask), ReportYear(today));
        var silent = db.WithoutTalk().Where(d => reviews.Contains(d.OrganizationId));
        var claimed = db.Pledges.Where(p => p.Outcome == PledgeOutcome.Claimed && reviews.Contains(p.OrganizationId));
        var (tells, told) = (TellsMembers(ask), MembersYear(today));
        var (opens, ends) = (Debrief.OpensOn(told), Debrief.EndsOn(told));
        var handed = db.Debriefs.Where(d => reviews.Contains(d.OrganizationId) && (d.Stage == DebriefStage.Submitted || d.Stage == DebriefStage.Accepted || d.Stage == DebriefStage.Reported));
        return db.TreeStamps.Select(_ => new Row
        {
            Promised = db.PledgeSheets.Where(s => promises && s.OrganizationId == own && s.Year == year).Select(s => (PledgeStage?)s.Stage).FirstOrDefault(),
            ToKeep = db.Pledges.Count(p => promises && p.OrganizationId == own && p.Sheet.Year == year && p.Sheet.Stage == PledgeStage.Published && p.Outcome == PledgeOutcome.Open && p.DueOn <= today),
            Reported = db.Debriefs.Where(d => debriefs && d.OrganizationId == own && d.Year == reportYear).Select(d => (DebriefStage?)d.Stage).FirstOrDefault(),
            PledgeDay = db.WorkYears.Where(y => promises && y.Year == year).Select(y => (int?)y.Scheme.PledgeDueDay).FirstOrDefault(),
            DebriefDay = db.WorkYears.Where(y => debriefs && y.Year == reportYear).Select(y => (int?)y.Scheme.DebriefDueDay).FirstOrDefault(),
            ToTell = tells && db.WorkYears.Any(y => y.Year == told && y.State != WorkYearState.Closed)
                && !db.Set<MembersDebrief>().Any(m => m.OrganizationId == own && m.WithdrawnOn == null && m.On >= opens && m.On <= ends),
            SheetsToReview = db.PledgeSheets.Count(s => s.Stage == PledgeStage.Submitted && reviews.Contains(s.OrganizationId)),
            ToSettle = claimed.Count(),
            SettleIn = claimed.Min(p => (int?)p.Sheet.Year),
            ToReview = handed.Count(d => d.Stage == DebriefStage.Submitted),
            ToGrade = handed.Count(d => d.Stage != DebriefStage.Submitted),
            HandedIn = handed.Min(d => (int?)d.Year),
            ToTalk = silent.Count(),
            TalkIn = silent.Min(d => (int?)d.Year),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row) => OfPledges(ask, row).Concat(OfReport(ask, row)).Concat(OfMembers(ask, row))
        .Concat(Todo.Several(row.SheetsToReview, "份承诺待审核", $"/five-in-one?year={ask.Today.Year}&Step=PledgesWaiting"))
        .Concat(Todo.Several(row.ToSettle, "项承诺待确认兑现", $"/five-in-one?year={row.SettleIn}&Step=PledgesWaiting"))
        .Concat(Todo.Several(row.ToReview, "份述职报告待审核", $"/five-in-one?year={row.HandedIn}&Step=ReportsWaiting"))
        .Concat(Todo.Several(row.ToGrade, "份述职待登记评议、等次", $"/five-in-one?year={row.HandedIn}&Step=Ungraded"))
        .Concat(Todo.Several(row.ToTalk, "名书记述职评议等次一般或差，待约谈", $"/five-in-one?year={row.TalkIn}&Step=WithoutTalk", "约谈后登记组织措施，提出整改时限"));

    private static IEnumerable<Todo> OfPledges(TodoAsk ask, Row row)
    {
        var year = ask.Today.Year;
        var due = new Scheme { PledgeDueDay = row.PledgeDay ?? Scheme.DefaultPledgeDueDay }.PledgesDueOn(year);
        var (left, link) = ($"{Show.Words(due)}前公示，{Show.Remaining(due, ask.Today)}", $"/five-in-one/{ask.Own}/{year}/pledges");
        return !Promises(ask) ? [] : row.Promised switch
        {
            null or PledgeStage.Drafting => [Todo.By(due, ask.Today, $"填写{year}年承诺", left, link)],
            PledgeStage.Returned => [new(0, $"修改被退回的{year}年承诺", left, link, "red")],
            PledgeStage.Reviewed => [Todo.By(due, ask.Today, $"公示{year}年承诺", left, link)],
            PledgeStage.Published when row.ToKeep > 0 => [new(2, $"{row.ToKeep}项承诺已到期，申报兑现", "", link, "yellow")],
            _ => [],
        };
    }

    private static IEnumerable<Todo> OfReport(TodoAsk ask, Row row)
    {
        var year = ReportYear(ask.Today);
        var (due, link) = (new Scheme { DebriefDueDay = row.DebriefDay ?? Scheme.DefaultDebriefDueDay }.DebriefDueOn(year), $"/five-in-one/{ask.Own}/{year}/report");
        return !Debriefs(ask) ? [] : row.Reported switch
        {
            null or DebriefStage.Drafting => [Todo.By(due, ask.Today, $"撰写{year}年述职报告", $"{Show.Words(due)}前报送，{Show.Remaining(due, ask.Today)}", link)],
            DebriefStage.Returned => [new(0, $"修改被退回的{year}年述职报告", "", link, "red")],
            _ => [],
        };
    }

    /// <summary>双述双评: what is reported to the superior is reported to the members too, in a meeting that is entered afterwards.</summary>
    private static IEnumerable<Todo> OfMembers(TodoAsk ask, Row row)
    {
        var (year, due) = (MembersYear(ask.Today), Debrief.EndsOn(MembersYear(ask.Today)));
        return row.ToTell ? [Todo.By(due, ask.Today, $"{year}年度向党员述职", $"{Show.Words(due)}前召开，会后登记，{Show.Remaining(due, ask.Today)}", $"/registers/{Known.MembersDebriefs.Key}/entry?unit={ask.Own}")] : [];
    }

    private static bool TellsMembers(TodoAsk ask) => ask.Post.Kind is PostKind.Secretary && Known.MembersDebriefs.MayKeep(ask.User, ask.Own) && ask.Today <= Debrief.EndsOn(MembersYear(ask.Today)) && ask.Today >= Debrief.OpensOn(MembersYear(ask.Today));

    /// <summary>From December on this year's, before that still last year's.</summary>
    private static int MembersYear(DateOnly today) => today.Month == 12 ? today.Year : today.Year - 1;

    private static bool Promises(TodoAsk ask) => ask.User.May(Act.WriteFiveInOne) && ask.User.Tree[ask.Own].Level is OrganizationLevel.Committee or OrganizationLevel.Primary && ask.Today >= PledgeSheet.OpensOn(ask.Today.Year);

    private static bool Debriefs(TodoAsk ask) => ask.User.May(Act.WriteFiveInOne) && ask.User.Tree[ask.Own].Level is OrganizationLevel.Committee && ask.Today.Month is 12 or 1;

    private static int ReportYear(DateOnly today) => today.Month == 1 ? today.Year - 1 : today.Year;

    internal sealed class Row
    {
        public PledgeStage? Promised { get; init; }
        public int ToKeep { get; init; }
        public DebriefStage? Reported { get; init; }
        public bool ToTell { get; init; }
        public int? PledgeDay { get; init; }
        public int? DebriefDay { get; init; }
        public int SheetsToReview { get; init; }
        public int ToSettle { get; init; }
        public int? SettleIn { get; init; }
        public int ToReview { get; init; }
        public int ToGrade { get; init; }
        public int? HandedIn { get; init; }
        public int ToTalk { get; init; }
        public int? TalkIn { get; init; }
    }
}
