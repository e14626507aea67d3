using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Ledger;

/// <summary>Whose year is told: the holder of the post, and the days of the year on which the post was held.</summary>
public sealed record LedgerSubject(int HoldingId, int PersonId, string Name, int OrganizationId, DateOnly From, DateOnly To);

/// <summary>
/// What other records tell about a secretary's year. One source is one block: which rows, and in which words. All of them are read by one
/// command, so that a new source costs none.
/// </summary>
public sealed class LedgerSources(PartyWorkDb db, OrgTree tree, LedgerSubject of)
{
    private const int NamesShown = 4;

    /// <summary>What a meeting is about that counts as 专题研究党建.</summary>
    private const string PartyBuilding = "党建";

    /// <summary>Parts of the book that records fill; the others hold own entries only.</summary>
    public static readonly IReadOnlySet<LedgerSection> Sections = new HashSet<LedgerSection>
    {
        LedgerSection.Agreement, LedgerSection.Duties, LedgerSection.Study, LedgerSection.Lectures, LedgerSection.Problems, LedgerSection.Talks, LedgerSection.Inspections, LedgerSection.Debrief,
    };

    private readonly DateTime _start = OfficeTime.Utc(of.From, TimeOnly.MinValue), _end = OfficeTime.Utc(of.To.AddDays(1), TimeOnly.MinValue);
    private readonly int[] _below = [.. tree.Subtree(of.OrganizationId).Where(id => id != of.OrganizationId)];

    /// <summary>For the addresses of tasks and problems.</summary>
    private readonly IQueryable<Filing> _lists = db.Filings.Where(f => f.Kind == FilingKind.ThreeLists);

    private Source[] All => [Signed(), SignedBelow(), Confirmed(), Reviewed(), Decided(), Led(), Verified(), Delegated(), Promised(), Graded(), Studied(), Lectured(), Talked(), Assessed(), Inspected()];

    /// <returns>The lines by day, and whether the first of them has opened the ledger.</returns>
    public async Task<(IReadOnlyList<LedgerLine> Lines, bool IsOpened)> ReadAsync()
    {
        var sources = All;
        var facts = (await sources.Select(s => s.Rows).Aggregate((all, more) => all.Concat(more)).ToListAsync()).ToLookup(f => f.Source);
        return ([.. sources.SelectMany(s => s.Tell([.. facts[s.Key].OrderBy(Day)])).OrderBy(l => l.On)], sources.Any(s => s.Opens && facts[s.Key].Any()));
    }

    private Source Signed() => new(nameof(Signed),
        db.Agreements.Where(a => a.OrganizationId == of.OrganizationId && a.LowerSignature.PersonId == of.PersonId && a.LowerSignature.On >= of.From && a.LowerSignature.On <= of.To)
            .Select(a => new Fact
            {
                Source = nameof(Signed), At = null, On = a.LowerSignature.On, Text = "", Organization = a.UpperId, Kind = 0, State = 0, No = a.Year, Record = a.Id,
            }),
        facts => facts.Select(f => Line(LedgerSection.Agreement, f, $"与{Name(f)}签订{f.No}年目标责任书", $"/agreements/{f.Record}")),
        Opens: true);

    private Source SignedBelow() => new(nameof(SignedBelow),
        db.Agreements.Where(a => a.UpperId == of.OrganizationId && a.UpperSignature.PersonId == of.PersonId && a.UpperSignature.On >= of.From && a.UpperSignature.On <= of.To)
            .Select(a => new Fact
            {
                Source = nameof(SignedBelow), At = null, On = a.UpperSignature.On, Text = "", Organization = a.OrganizationId, Kind = 0, State = 0, No = a.Year, Record = a.Id,
            }),
        facts => facts.GroupBy(f => (Day(f), f.No)).Select(g => Line(LedgerSection.Agreement, g.First(),
            $"与下级签订{g.Key.No}年目标责任书{g.Count()}份：{Names(g)}", g.Count() == 1 ? $"/agreements/{g.First().Record}" : $"/agreements?year={g.Key.No}")));

    private Source Confirmed() => new(nameof(Confirmed),
        Acts(nameof(Confirmed), a => a.OrganizationId == of.OrganizationId && (a.Kind == FilingActKind.Confirm || a.Kind == FilingActKind.ConfirmSignature)),
        facts => facts.GroupBy(f => f.Record).SelectMany(filing => filing.Select((f, i) =>
            Line(LedgerSection.Duties, f, (i > 0 ? "修改后再次确认并报送" : f.State == (int)FilingActKind.ConfirmSignature ? "补确认已线下签字的" : "确认并报送") + Filing(f), Address(f)))),
        Opens: true);

    private Source Reviewed() => new(nameof(Reviewed),
        Acts(nameof(Reviewed), a => _below.Contains(a.OrganizationId) && (a.Kind == FilingActKind.Accept || a.Kind == FilingActKind.Return)),
        facts => facts.GroupBy(f => (Day(f), f.State, f.Kind, f.No)).Select(g => Line(LedgerSection.Duties, g.First(),
            $"{(g.Key.State == (int)FilingActKind.Accept ? "审核通过" : "退回修改")}{Filing(g.First())}{g.Count()}份：{Names(g)}",
            g.Count() == 1 ? Address(g.First()) : g.Key.Kind == (int)FilingKind.ThreeLists ? "/lists" : g.Key.Kind == (int)FilingKind.DataRequest ? "/figures/requests" : g.Key.Kind == (int)FilingKind.MonthlyReport ? "/rectification" : g.Key.Kind == (int)FilingKind.SiteDeclaration ? $"/demonstration-sites?year={of.From.Year}" : $"/reports?Period={g.Key.No}")));

    private Source Decided() => new(nameof(Decided),
        db.TaskChanges.Where(c => c.DecidedById == of.PersonId && _below.Contains(c.OrganizationId) && c.DecidedOn >= of.From && c.DecidedOn <= of.To)
            .Join(_lists, c => new { c.OrganizationId, c.Task.Year }, f => new { f.OrganizationId, f.Year }, (c, f) => new Fact
            {
                Source = nameof(Decided), At = null, On = c.DecidedOn, Text = c.OldContent, Organization = c.OrganizationId, Kind = (int)c.Kind, State = (int)c.State, No = c.Task.No, Record = f.Id,
            }),
        facts => facts.Select(f => Line(LedgerSection.Duties, f,
            (TaskChangeKind)f.Kind is TaskChangeKind.Reapportionment ? $"调整{Name(f)}任务{f.No}的分解：{f.Text}" : $"{(f.State == (int)TaskChangeState.Approved ? "批准" : "未批准")}{Name(f)}任务{f.No}{((TaskChangeKind)f.Kind).Text()}：{f.Text}", $"/lists/{f.Record}/tasks/{f.No}")));

    private Source Led() => new(nameof(Led),
        Closed(nameof(Led), p => p.OrganizationId == of.OrganizationId && p.Leader.HoldingId == of.HoldingId),
        facts => facts.Select(f => Line(LedgerSection.Problems, f, $"牵头整改“{f.Text}”，经上级核实销号", $"/lists/{f.Record}/problems/{f.No}")));

    private Source Verified() => new(nameof(Verified),
        Closed(nameof(Verified), p => _below.Contains(p.OrganizationId) && p.VerifiedById == of.PersonId),
        facts => facts.Select(f => Line(LedgerSection.Problems, f, $"核实{Name(f)}问题销号：{f.Text}", $"/lists/{f.Record}/problems/{f.No}")));

    private Source Delegated() => new(nameof(Delegated),
        db.Delegations.Where(d => d.SecretaryHoldingId == of.HoldingId && d.From >= of.From && d.From <= of.To)
            .Select(d => new Fact
            {
                Source = nameof(Delegated), At = null, On = d.From, Text = d.Reason, Organization = d.OrganizationId, Kind = 0, State = 0, No = d.To.DayNumber - d.From.DayNumber + 1, Record = d.Id,
            }),
        facts => facts.Where(f => f.No > 0).Select(f => Line(LedgerSection.Duties, f, $"因“{f.Text}”委托副书记代为确认报送，共{f.No}天", "")));

    private Source Promised() => new(nameof(Promised),
        db.PledgeSheets.Where(s => s.OrganizationId == of.OrganizationId && s.SubmittedById == of.PersonId && s.PublishedOn >= of.From && s.PublishedOn <= of.To)
            .Select(s => new Fact
            {
                Source = nameof(Promised), At = null, On = s.PublishedOn, Text = s.PublishedAt, Organization = s.OrganizationId, Kind = 0, State = s.Pledges.Count, No = s.Year, Record = s.OrganizationId,
            }),
        facts => facts.Select(f => Line(LedgerSection.Agreement, f, $"在{f.Text}公示{f.No}年承诺{f.State}项", $"/five-in-one/{f.Record}/{f.No}/pledges")));

    private Source Graded() => new(nameof(Graded),
        db.Debriefs.Where(d => d.OrganizationId == of.OrganizationId && d.GradedOn >= of.From && d.GradedOn <= of.To)
            .Select(d => new Fact
            {
                Source = nameof(Graded), At = null, On = d.GradedOn, Text = d.Comment, Organization = d.OrganizationId, Kind = d.Mode == null ? 0 : (int)d.Mode.Value, State = d.Grade == null ? 0 : (int)d.Grade.Value, No = d.Year, Record = d.OrganizationId,
            }),
        facts => facts.Select(f => Line(LedgerSection.Debrief, f, $"{f.No}年度{((DebriefMode)f.Kind).Text()}述职，综合评价等次“{((DebriefGrade)f.State).Text()}”{(f.Text.Length > 0 ? $"；点评：{f.Text}" : "")}", $"/five-in-one/{f.Record}?year={f.No}")));

    private Source Studied() => new(nameof(Studied),
        Chaired(nameof(Studied), m => (m.Kind == MeetingKind.Committee || m.Kind == MeetingKind.Assembly) && m.Topic.Contains(PartyBuilding)),
        facts => facts.Select(f => Line(LedgerSection.Study, f, $"主持{((MeetingKind)f.Kind).Text()}：{f.Text}", MeetingAt(f))));

    private Source Lectured() => new(nameof(Lectured),
        Chaired(nameof(Lectured), m => m.Kind == MeetingKind.Lecture || m.AlsoKind == MeetingKind.Lecture),
        facts => facts.Select(f => Line(LedgerSection.Lectures, f, $"主持党课：{f.Text}，{f.No}人参加", MeetingAt(f))));

    private Source Talked() => new(nameof(Talked),
        Chaired(nameof(Talked), m => m.Kind == MeetingKind.Talk || m.AlsoKind == MeetingKind.Talk),
        facts => facts.Select(f => Line(LedgerSection.Talks, f, $"谈心谈话：{f.Text}，{f.No}人", MeetingAt(f))));

    private Source Assessed() => new(nameof(Assessed),
        db.ScoreSheets.Where(s => s.OrganizationId == of.OrganizationId && s.CheckedId == null && s.Stage >= SheetStage.Feedback && s.FeedbackOn >= of.From && s.FeedbackOn <= of.To)
            .Select(s => new Fact
            {
                Source = nameof(Assessed), At = null, On = s.FeedbackOn, Text = s.Round.Plan.Name, Organization = s.OrganizationId, Kind = 0, State = 0, No = 0, Record = s.Id,
            }),
        facts => facts.Select(f => Line(LedgerSection.Inspections, f, $"收到{f.Text}的反馈", $"/assessments/results/{f.Record}")));

    private Source Inspected() => new(nameof(Inspected),
        db.SupervisionNotes.Where(n => n.OrganizationId == of.OrganizationId && n.On >= of.From && n.On <= of.To)
            .Select(n => new Fact
            {
                Source = nameof(Inspected), At = null, On = n.On, Text = n.Group + "：" + n.Content, Organization = n.OrganizationId, Kind = (int)n.Manner, State = n.Problems.Count, No = n.Id, Record = n.CaseId,
            }),
        facts => facts.Select(f => Line(LedgerSection.Inspections, f, $"整顿督查（{((SupervisionManner)f.Kind).Text()}），{f.Text}{(f.State > 0 ? $"；指出问题{f.State}个，已列入问题清单" : "")}", $"/rectification/{f.Record}/notes/{f.No}")));

    /// <summary>组织生活 of the organisation at which the secretary was in the chair, as the record names it.</summary>
    private IQueryable<Fact> Chaired(string source, Expression<Func<MeetingRecord, bool>> which) =>
        db.Set<MeetingRecord>().Where(m => m.OrganizationId == of.OrganizationId && m.WithdrawnOn == null && m.Chair == of.Name && m.On >= of.From && m.On <= of.To).Where(which)
            .Select(m => new Fact
            {
                Source = source, At = null, On = m.On, Text = m.Topic, Organization = m.OrganizationId, Kind = (int)m.Kind, State = 0, No = m.Present, Record = m.Id,
            });

    private static string MeetingAt(Fact fact) => $"/registers/{Web.Registers.Registers.Meetings.Key}/{fact.Record}";

    private IQueryable<Fact> Acts(string source, Expression<Func<FilingAct, bool>> which) =>
        db.FilingActs.Where(a => a.PersonId == of.PersonId && a.At >= _start && a.At < _end).Where(which).Join(db.Filings, a => a.FilingId, f => f.Id, (a, f) => new Fact
        {
            Source = source, At = a.At, On = null, Text = "", Organization = f.OrganizationId, Kind = (int)f.Kind, State = (int)a.Kind, No = f.Period, Record = f.Id,
        });

    private IQueryable<Fact> Closed(string source, Expression<Func<Problem, bool>> which) =>
        db.Problems.Where(p => p.ClosedOn >= of.From && p.ClosedOn <= of.To).Where(which).Join(_lists, p => new { p.OrganizationId, p.Year }, f => new { f.OrganizationId, f.Year }, (p, f) => new Fact
        {
            Source = source, At = null, On = p.ClosedOn, Text = p.Statement, Organization = p.OrganizationId, Kind = 0, State = (int)p.State, No = p.No, Record = f.Id,
        });

    private static DateOnly Day(Fact fact) => fact.On ?? OfficeTime.DayOf(fact.At!.Value);

    private static LedgerLine Line(LedgerSection section, Fact fact, string text, string link) => new(section, Day(fact), text, link);

    private static string Filing(Fact fact) => Window.NameOf((FilingKind)fact.Kind, fact.No);

    private static string Address(Fact fact) => FilingAddress.Of((FilingKind)fact.Kind, fact.Record);

    private string Name(Fact fact) => tree.Find(fact.Organization)?.ShortName ?? "";

    private string Names(IEnumerable<Fact> facts)
    {
        var names = facts.Select(Name).Distinct().ToList();
        return string.Join("、", names.Take(NamesShown)) + (names.Count > NamesShown ? "等" : "");
    }

    /// <param name="Rows">The same columns from every source.</param>
    /// <param name="Tell">From its rows, by day, to lines.</param>
    /// <param name="Opens">A row of it opens the ledger.</param>
    private sealed record Source(string Key, IQueryable<Fact> Rows, Func<IReadOnlyList<Fact>, IEnumerable<LedgerLine>> Tell, bool Opens = false);

    private sealed class Fact
    {
        public string Source { get; init; } = "";
        public DateTime? At { get; init; }
        public DateOnly? On { get; init; }
        public string Text { get; init; } = "";
        public int Organization { get; init; }
        public int Kind { get; init; }
        public int State { get; init; }
        public int No { get; init; }
        public int Record { get; init; }
    }
}
