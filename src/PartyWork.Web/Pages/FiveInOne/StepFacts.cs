using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>One record of one of the five steps, of whatever kind.</summary>
public sealed class StepFact
{
    public int OrganizationId { get; init; }
    public string Step { get; init; } = "";
    public int Record { get; init; }
    public int State { get; init; }

    /// <summary>Of pledges how many; of a debrief the grade, 0 for none; of a problem its number.</summary>
    public int Amount { get; init; }

    /// <summary>Of pledges how many were kept; of a debrief 1 while a low grade waits for the talk.</summary>
    public int More { get; init; }

    /// <summary>Of pledges how many wait for the superior's word.</summary>
    public int Waiting { get; init; }
    public DateOnly? On { get; init; }
    public string Text { get; init; } = "";
}

/// <summary>What there is of the five steps in a year: one command for all organisations that the reader may see, or for one of them.</summary>
public sealed class StepFacts(PartyWorkDb db, CurrentUser user, int year)
{
    public const string Pledges = nameof(Pledges), Debriefs = nameof(Debriefs), Sheets = nameof(Sheets), Measures = nameof(Measures), Decisions = nameof(Decisions), Problems = nameof(Problems), Members = nameof(Members), Votes = nameof(Votes), Days = nameof(Days);

    private readonly DateOnly _first = new(year, 1, 1), _last = new(year, 12, 31);

    public async Task<ILookup<(int Organization, string Step), StepFact>> ReadAsync(int? organization = null)
    {
        var facts = OfPledges().Concat(OfDebriefs()).Concat(OfSheets()).Concat(OfMembers());
        if (Web.Registers.Registers.Measures.MayRead(user))
        {
            facts = facts.Concat(OfMeasures()).Concat(OfDecisions());
        }

        if (organization is { } one)
        {
            facts = facts.Concat(OfProblems()).Concat(OfVotes()).Where(f => f.OrganizationId == one).Concat(OfYear(one));
        }

        return (await facts.ToListAsync()).OrderBy(f => f.On).ThenBy(f => f.Record).ToLookup(f => (f.OrganizationId, f.Step));
    }

    private IQueryable<StepFact> OfPledges() => db.PledgeSheets.Where(s => s.Year == year).Select(s => new StepFact
    {
        OrganizationId = s.OrganizationId, Step = Pledges, Record = s.Id, State = (int)s.Stage, Amount = s.Pledges.Count, More = s.Pledges.Count(p => p.Outcome == PledgeOutcome.Fulfilled),
        Waiting = s.Pledges.Count(p => p.Outcome == PledgeOutcome.Claimed), On = s.PublishedOn, Text = "",
    });

    private IQueryable<StepFact> OfDebriefs()
    {
        var silent = db.WithoutTalk();
        return db.Debriefs.Where(d => d.Year == year).Select(d => new StepFact
        {
            OrganizationId = d.OrganizationId, Step = Debriefs, Record = d.Id, State = (int)d.Stage, Amount = d.Grade == null ? 0 : (int)d.Grade.Value, More = silent.Any(x => x.Id == d.Id) ? 1 : 0, Waiting = 0, On = d.GradedOn, Text = "",
        });
    }

    private IQueryable<StepFact> OfSheets() => db.ScoreSheets.Where(s => s.Round.Year == year).Select(s => new StepFact
    {
        OrganizationId = s.OrganizationId, Step = Sheets, Record = s.Id, State = (int)s.Stage, Amount = 0, More = 0, Waiting = 0, On = s.FeedbackOn, Text = s.Round.Plan.Name,
    });

    private IQueryable<StepFact> OfMeasures() => db.Set<OrganizationalMeasure>().Where(m => m.WithdrawnOn == null && m.On >= _first && m.On <= _last).Select(m => new StepFact
    {
        OrganizationId = m.OrganizationId, Step = Measures, Record = m.Id, State = (int)m.Kind, Amount = 0, More = m.EndedOn == null ? 0 : 1, Waiting = 0, On = m.On, Text = m.Matter,
    });

    private IQueryable<StepFact> OfDecisions() => db.Set<AccountabilityDecision>().Where(d => d.WithdrawnOn == null && d.On >= _first && d.On <= _last).Select(d => new StepFact
    {
        OrganizationId = d.OrganizationId, Step = Decisions, Record = d.Id, State = (int)d.Kind, Amount = 0, More = d.EndedOn == null ? 0 : 1, Waiting = 0, On = d.On, Text = d.DocumentNo,
    });

    /// <summary>The district's days of the year and how far the year is; told of the one organisation that is looked at.</summary>
    private IQueryable<StepFact> OfYear(int organization) => db.WorkYears.Where(y => y.Year == year).Select(y => new StepFact
    {
        OrganizationId = organization, Step = Days, Record = y.Id, State = (int)y.State, Amount = y.Scheme.PledgeDueDay, More = y.Scheme.DebriefDueDay, Waiting = 0, On = null, Text = "",
    });

    /// <summary>向党员述职: present and entitled.</summary>
    private IQueryable<StepFact> OfMembers()
    {
        var (opens, ends) = (Debrief.OpensOn(year), Debrief.EndsOn(year));
        return db.Set<MembersDebrief>().Where(m => m.WithdrawnOn == null && m.On >= opens && m.On <= ends).Select(m => new StepFact
        {
            OrganizationId = m.OrganizationId, Step = Members, Record = m.Id, State = m.Present, Amount = m.Entitled, More = 0, Waiting = 0, On = m.On, Text = m.Place,
        });
    }

    /// <summary>述职测评, by slips: the other half of 双评.</summary>
    private IQueryable<StepFact> OfVotes() => db.Surveys.Where(s => s.Year == year && s.Kind == SurveyKind.DebriefVote && s.Stage != SurveyStage.Draft).Select(s => new StepFact
    {
        OrganizationId = s.OrganizationId, Step = Votes, Record = s.Id, State = (int)s.Stage, Amount = s.Answered, More = 0, Waiting = 0, On = s.ClosedOn, Text = s.Title,
    });

    private IQueryable<StepFact> OfProblems() => db.Problems.Where(p => p.Year == year + 1 && p.DebriefCommentId != null).Select(p => new StepFact
    {
        OrganizationId = p.OrganizationId, Step = Problems, Record = db.Filings.Where(f => f.OrganizationId == p.OrganizationId && f.Year == p.Year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).FirstOrDefault(),
        State = (int)p.State, Amount = p.No, More = 0, Waiting = 0, On = null, Text = p.Statement,
    });
}
