using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>
/// 整顿验收: the sixth batch struck off, three of it in last year's round and one in this year's spring, whose look-back is due; of the seventh one has applied, with its
/// team on site and its households' votes counted by one of two.
/// </summary>
public sealed class DemoAcceptance(PartyWorkDb db, OrgTree tree, Workdays workdays, int year, DateOnly today, Actor staff, Actor second)
{
    private const int FirstNo = 11;

    private static readonly string[] Team = ["陶立新", "何敏之", "邱国栋"];

    private readonly Dictionary<string, OrgNode> _nodes = tree.InOrder.ToDictionary(n => n.Code);
    private List<Assessor> _team = [];

    /// <param name="isOver">Those with a result, before the mid-year check asks who is still being put right; else the one on its way, after the year's rounds.</param>
    public async Task LoadAsync(bool isOver)
    {
        var people = await db.PostHoldings.Where(h => h.To == null && (h.Kind == PostKind.Assessor || h.Kind == PostKind.TeamLeader)).OrderByDescending(h => h.Kind == PostKind.TeamLeader).ThenBy(h => h.Id)
            .Select(h => new { h.PersonId, h.Person.Name, Leads = h.Kind == PostKind.TeamLeader }).ToListAsync();
        _team = [.. people.DistinctBy(p => p.PersonId).OrderByDescending(p => Team.Contains(p.Name)).ThenByDescending(p => p.Leads).Take(3).Zip(AssessmentTeam.AcceptanceUnits, (p, unit) => new Assessor(p.PersonId, p.Name, p.Leads, unit))];
        foreach (var round in DemoContent.Read("acceptances").Where(r => Day(r["applied"]) <= today).GroupBy(r => r["round"]).Where(g => g.All(IsDecided) == isOver))
        {
            await AcceptAsync(FirstNo + DemoRegisters.Number(round.Key), [.. round]);
            db.ChangeTracker.Clear();
        }
    }

    private async Task AcceptAsync(int no, List<Dictionary<string, string>> rows)
    {
        var communities = rows.Select(r => _nodes[r["code"]].Id).ToArray();
        var cases = (await db.RectificationCases.Include(c => c.Batch).Include(c => c.Problems).ThenInclude(p => p.Problem).Include(c => c.Helpers).ThenInclude(h => h.Holding).Include(c => c.Steps).AsSplitQuery()
            .Where(c => communities.Contains(c.OrganizationId) && c.Stage == CaseStage.PreAccepted).ToListAsync()).ToDictionary(c => c.OrganizationId);
        rows = [.. rows.Where(r => cases.ContainsKey(_nodes[r["code"]].Id))];
        if (rows.Count == 0)
        {
            return;
        }

        var secretaries = (await db.PostHoldings.Where(h => h.Kind == PostKind.Secretary).OrderBy(h => h.Id).Select(h => new { h.OrganizationId, Actor = new Actor(h.PersonId, h.Person.Name, h.Title) }).ToListAsync()).ToLookup(h => h.OrganizationId, h => h.Actor);
        var acceptances = new List<(Dictionary<string, string> Row, Acceptance Acceptance)>();
        foreach (var row in rows)
        {
            var (of, applied) = (cases[_nodes[row["code"]].Id], Day(row["applied"]));
            var acceptance = Acceptance.Apply(of, null, "整顿期满，方案所列问题全部销号，党（工）委初验合格，申请验收。", secretaries[_nodes[row["code"]].ParentId!.Value].First(), applied);
            acceptance.Tell(DemoRegisters.Number(row["petitions"]), new DateOnly(applied.Year, applied.Month, 1).AddDays(-1), "区信访局按月统计", applied.AddDays(2));
            db.Add(acceptance);
            acceptances.Add((row, acceptance));
        }

        await db.SaveChangesAsync();
        var begins = rows.Max(r => Day(r["applied"])).AddDays(2);
        if (begins > today)
        {
            return;
        }

        foreach (var (row, acceptance) in acceptances)
        {
            Ask(acceptance, SurveyKind.AcceptanceMeeting, row["meeting"], row["meetingAgainst"], begins, true);
            Ask(acceptance, SurveyKind.AcceptanceHouseholds, row["households"], row["householdsAgainst"], begins, IsDecided(row));
        }

        await ScoreAsync(no, begins, acceptances);
    }

    private async Task ScoreAsync(int no, DateOnly begins, List<(Dictionary<string, string> Row, Acceptance Acceptance)> acceptances)
    {
        var of = begins.Year;
        var rubric = (await db.Rubrics.WithAll().Where(r => r.Year == of && r.Kind == RubricKind.LaggingCommunity && r.PublishedOn != null).ToListAsync()).MaxBy(r => r.No);
        if (rubric is null || _team.Count < AssessmentTeam.AcceptanceUnits.Count)
        {
            await db.SaveChangesAsync();
            return;
        }

        var decided = acceptances.TrueForAll(a => IsDecided(a.Row));
        var onSite = workdays.OnOrAfter(begins.AddDays(1));
        var round = new Round(tree.District!.Id, of, AssessmentPhase.Acceptance, no, new($"{of}年{acceptances[0].Acceptance.Case.Batch.Title}后进社区整顿验收", $"青组发〔{of}〕{30 + no}号", "", begins, onSite, onSite.AddDays(decided ? 6 : 30), onSite.AddDays(decided ? 9 : 40)));
        foreach (var (_, acceptance) in acceptances)
        {
            round.Assess(acceptance.OrganizationId, rubric);
        }

        round.Form(1, _team, _team.First(m => m.MayLead).PersonId);
        db.Add(round);
        await db.SaveChangesAsync();
        await RoundFreezing.BeginAsync(db, tree, round, staff, begins, At(begins, 10));
        foreach (var sheet in round.Sheets)
        {
            Score(sheet, workdays.OnOrAfter(onSite.AddDays(1)), decided);
        }

        if (decided)
        {
            Conclude(round, rubric, acceptances);
            foreach (var (row, acceptance) in acceptances)
            {
                await db.CloseMonthlyReportsAsync(acceptance.Case, staff, At(Day(row["decided"]), 17));
            }
        }

        await db.SaveChangesAsync();
    }

    private void Conclude(Round round, Rubric rubric, List<(Dictionary<string, string> Row, Acceptance Acceptance)> acceptances)
    {
        foreach (var (i, sheet) in round.Sheets.Index())
        {
            sheet.GiveFeedback($"青组验反〔{round.Year}〕{round.No}-{i + 1}号", workdays, sheet.VisitedOn!.Value);
        }

        round.Close(round.Sheets.Max(s => s.ObjectionUntil)!.Value.AddDays(1));
        round.Archive();
        foreach (var (row, acceptance) in acceptances)
        {
            var on = Day(row["decided"]);
            acceptance.Decide(rubric.PassRule!, acceptance.Sheet!.FinalTotal!.Value, AcceptanceSurvey.Of(acceptance.Meeting)!.Votes! + AcceptanceSurvey.Of(acceptance.Households)!.Votes!, $"青组字〔{on.Year}〕{row["document"]}号", null, staff, on, today);
            if (row["looked"].Length > 0 && Day(row["looked"]) is var looked && looked <= today)
            {
                acceptance.LookBack(row["words"], staff, looked, today);
            }
        }
    }

    private bool IsDecided(Dictionary<string, string> row) => row["decided"].Length > 0 && Day(row["decided"]) <= today;

    /// <summary>As the records have it where they show enough; what they do not show was seen on the spot.</summary>
    private static void Score(ScoreSheet sheet, DateOnly day, bool whole)
    {
        var members = sheet.Team!.Members.Select(m => new Actor(m.PersonId, m.Name, m.IsLeader ? "考核组组长" : "考核组成员")).ToList();
        var leader = members[sheet.Team.Members.ToList().FindIndex(m => m.IsLeader)];
        foreach (var (n, line) in sheet.Lines.Index().Where(l => whole || l.Index % 3 != 1))
        {
            var suggestion = sheet.Suggest(line, LineEntry.Accepting.Facts, ScoreMetrics.All);
            var entry = suggestion switch
            {
                { State: ScoreState.NotApplicable } => LineEntry.Accepting,
                { State: ScoreState.Partial } => new(line.Points, false, "", "", LineEntry.Accepting.Facts),
                { Value: null } when (n + sheet.OrganizationId) % 4 == 1 => new(line.Points * 3 / 4, false, "有安排、有记录，长效办法还没有定下来", "查阅整顿台账", LineEntry.Accepting.Facts),
                { Value: null } => new(line.Points, false, "", "", LineEntry.Accepting.Facts),
                { Value: { } value } when value * 5 < line.Points * 4 => new(line.Points * 9 / 10, false, "整顿期内已补齐，现场查看属实，酌情扣分", $"现场记录第{line.No}号", LineEntry.Accepting.Facts),
                _ => LineEntry.Accepting,
            };
            sheet.Score(line, entry, ScoreMetrics.All, members[n % members.Count], At(day, 9 + (n % 7)));
        }

        if (whole)
        {
            sheet.Submit(day, "班子运行正常，列明问题解决到位，居民认可；长效机制还要坚持。", leader, At(day, 18));
        }
    }

    /// <summary>Counted from paper by two people; of the one still on its way only one has counted.</summary>
    private void Ask(Acceptance acceptance, SurveyKind kind, string satisfied, string against, DateOnly from, bool isCounted)
    {
        var (good, bad) = (DemoRegisters.Number(satisfied), DemoRegisters.Number(against));
        var ballots = BallotsOf(good, bad);
        var survey = acceptance.Ask(kind, null, from.Year, from, from.AddDays(kind is SurveyKind.AcceptanceMeeting ? 0 : isCounted ? 3 : 30), ballots + 2);
        survey.Open(SurveyQuestions.Of(kind), acceptance.Case.Baseline!.Households, staff, from);
        var (_, tally) = VotesOf(survey, good, bad);
        survey.Count(ballots, tally, 0, staff, from);
        if (isCounted)
        {
            survey.Count(ballots, tally, 0, second, from);
            survey.Close([], staff, from);
        }

        db.Add(survey);
    }

    /// <summary>Of the ballots one says 不了解.</summary>
    internal static int BallotsOf(int good, int bad) => good + bad + 1;

    internal static (int Ballots, SurveyTally Tally) VotesOf(Survey survey, int good, int bad) => (BallotsOf(good, bad), new([.. survey.Questions.Select(q => Votes(q, good, bad))]));

    private static int[] Votes(SurveyQuestion question, int good, int bad) => question.Options.Count switch
    {
        0 => [],
        2 => [good, bad + 1],
        6 => [good * 6 / 10, good - (good * 6 / 10), 0, bad, 0, 1],
        var many => [good / 2, good - (good / 2), .. new int[many - 3], bad + 1],
    };

    /// <summary>0.03-10: 10 March of the demo's year; -1. of the one before.</summary>
    private DateOnly Day(string text) => text.Split('.') is [var back, var day] ? DateOnly.ParseExact($"{year + int.Parse(back, CultureInfo.InvariantCulture)}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture) : throw new FormatException(text);

    private static DateTime At(DateOnly day, int hour) => OfficeTime.Utc(day, new(hour, 20));
}
