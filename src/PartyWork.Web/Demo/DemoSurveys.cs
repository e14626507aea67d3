using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>
/// 测评: last year's, counted from paper while the year-end round was on site; this year's of 春晖街道 at every stage, from slips that nobody has used
/// to two people who have counted differently.
/// </summary>
public sealed class DemoSurveys(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor staff, Actor second)
{
    /// <summary>满意 and 不满意 of the communities that are listed in the year after.</summary>
    private readonly Dictionary<string, (int Good, int Bad)> _listed = DemoContent.Read("rectification").Where(r => r["listed"].StartsWith("0.", StringComparison.Ordinal))
        .ToDictionary(r => r["code"], r => (DemoRegisters.Number(r["satisfied"]), DemoRegisters.Number(r["votes"]) - DemoRegisters.Number(r["satisfied"])));

    private int _n;

    public async Task LoadAsync()
    {
        var assessed = await db.ScoreSheets.Where(s => s.Round.Year == year - 1 && s.Round.Phase == AssessmentPhase.End && s.Round.Stage >= RoundStage.Closed).Select(s => s.OrganizationId).ToListAsync();
        foreach (var node in tree.InOrder.Where(n => assessed.Contains(n.Id)))
        {
            if (node.Level is OrganizationLevel.Committee)
            {
                CountedOf(node, SurveyKind.MemberAppraisal, 60);
                CountedOf(node, SurveyKind.DebriefVote, 45);
            }
            else if (node.Domain is OrganizationDomain.Community)
            {
                CountedOf(node, SurveyKind.ResidentSatisfaction, 40);
            }
        }

        await db.SaveChangesAsync();
        var street = tree.InOrder.FirstOrDefault(n => n.Code == "QH01");
        var communities = street is null ? [] : tree.Children(street.Id).Where(n => n.ClosedOn is null && SurveyKind.ResidentSatisfaction.Suits(n.Level, n.Domain)).Take(4).ToList();
        if (communities.Count == 4 && today >= new DateOnly(year, 12, 10))
        {
            await RunningAsync(communities);
        }
    }

    private async Task RunningAsync(List<OrgNode> communities)
    {
        var post = await db.PostHoldings.Where(h => h.OrganizationId == communities[0].ParentId && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Officer)).OrderBy(h => h.Kind).Select(h => new Actor(h.PersonId, h.Person.Name, h.Title)).ToListAsync();
        var (secretary, officer) = (post[0], post[^1]);
        var asked = Begin(communities[0], SurveyKind.ResidentSatisfaction, 40, officer);
        var few = Begin(communities[1], SurveyKind.ResidentSatisfaction, 30, officer);
        var counted = Begin(communities[2], SurveyKind.ResidentSatisfaction, 40, officer);
        Begin(communities[0], SurveyKind.MemberAppraisal, 30, officer);
        db.Add(new Survey(communities[3].Id, year, SurveyKind.ResidentSatisfaction, Survey.TitleOf(year, SurveyKind.ResidentSatisfaction), today.AddDays(3), today.AddDays(13), 35));
        await db.SaveChangesAsync();
        await AnswerAsync(asked, 23);
        var answered = await AnswerAsync(few, 7);
        few.Close(answered, officer, today);
        var (ballots, tally) = VotesOf(counted);
        counted.Count(ballots, tally, 0, officer, today);
        counted.Count(ballots, new([[tally.Counts[0][0] - 1, tally.Counts[0][1] + 1, .. tally.Counts[0].Skip(2)], .. tally.Counts.Skip(1)]), 0, secretary, today);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private Survey Begin(OrgNode node, SurveyKind kind, int slips, Actor by)
    {
        var survey = new Survey(node.Id, year, kind, Survey.TitleOf(year, kind), today.AddDays(-6), today.AddDays(7), slips);
        survey.Open(SurveyQuestions.Of(kind), kind is SurveyKind.ResidentSatisfaction ? DemoContent.HouseholdsOf(node) : null, by, today.AddDays(-6));
        db.Add(survey);
        return survey;
    }

    /// <summary>Slips are out, whose codes nobody of the demo holds, and some have been used.</summary>
    private async Task<IReadOnlyList<SurveyBallot>> AnswerAsync(Survey survey, int count)
    {
        string[] wishes = ["给老楼加装电梯。", "楼道充电线太乱，请统一装充电桩。", "菜市场后门的路灯坏了很久。", "希望多办几场义诊。", "小区停车位不够。"];
        var tokens = survey.Print([.. Enumerable.Range(0, survey.Slips).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))], [], today.AddDays(-5));
        db.AddRange(tokens);
        await db.SaveChangesAsync();
        var answers = tokens.Take(count).Select((token, i) => survey.Answer(token,
            [.. survey.Questions.Select((q, n) => (IReadOnlyList<int>)(q.IsRequired ? [1 + (((i * (n + 2)) + (i / 5)) % 7 % Math.Min(3, q.Options.Count))] : []))],
            [.. survey.Questions.Select(q => q.IsChoice || i % 4 != 1 ? "" : wishes[i / 4 % wishes.Length])], 0, today)).ToList();
        db.AddRange(answers.Select(a => a.Ballot));
        db.AddRange(answers.SelectMany(a => a.Opinions));
        await db.SaveChangesAsync();
        return [.. answers.Select(a => a.Ballot)];
    }

    private void CountedOf(OrgNode node, SurveyKind kind, int slips)
    {
        var (from, closed) = (new DateOnly(year - 1, 12, 10), new DateOnly(year - 1, 12, 22));
        var (good, bad) = kind is SurveyKind.ResidentSatisfaction ? _listed.GetValueOrDefault(node.Code) : default; // what it was listed for is what residents have said
        var isListed = good + bad > 0;
        var survey = new Survey(node.Id, year - 1, kind, Survey.TitleOf(year - 1, kind), from, closed.AddDays(-2), isListed ? DemoAcceptance.BallotsOf(good, bad) + 2 : slips);
        survey.Open(SurveyQuestions.Of(kind), kind is SurveyKind.ResidentSatisfaction ? DemoContent.HouseholdsOf(node) : null, staff, from);
        var usual = VotesOf(survey);
        var (ballots, tally) = isListed ? DemoAcceptance.VotesOf(survey, good, bad) : usual;
        survey.Count(ballots, tally, 0, staff, closed.AddDays(-1));
        survey.Count(ballots, tally, 0, second, closed.AddDays(-1));
        survey.Close([], staff, closed);
        db.Add(survey);
    }

    /// <summary>Most are content; how many differs from one organisation to the next.</summary>
    private (int Ballots, SurveyTally Tally) VotesOf(Survey survey)
    {
        var n = _n++;
        var ballots = survey.Slips - 2 - (n % 7);
        return (ballots, new([.. survey.Questions.Select((q, i) => Spread(q, ballots, (n * 3) + i))]));
    }

    private static int[] Spread(SurveyQuestion question, int ballots, int n)
    {
        var counts = new int[question.Options.Count];
        if (question.Kind is QuestionKind.Several)
        {
            return [.. counts.Select((_, i) => ballots * (1 + ((n + (i * 5)) % 6)) / 12)];
        }

        if (counts.Length == 0)
        {
            return [];
        }

        var worse = 1 + (n % 5);
        var unknown = question.Options[^1] == SurveyQuestion.Unknown ? n % 3 : 0;
        counts[^1] += unknown;
        counts[counts.Length switch { 2 => 1, 6 => 3, _ => 2 }] += worse;
        counts[0] += (ballots - worse - unknown) * (4 + (n % 3)) / 8;
        counts[question.Options.Count > 2 ? 1 : 0] += ballots - counts.Sum();
        return counts;
    }
}
