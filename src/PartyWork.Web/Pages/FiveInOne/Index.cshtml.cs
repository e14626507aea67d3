using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>What the list can be narrowed to.</summary>
public enum StepFilter
{
    [Description("承诺未公示")] Unpublished = 1,
    [Description("承诺待审核、待确认")] PledgesWaiting,
    [Description("述职报告待审核")] ReportsWaiting,
    [Description("未向党员述职")] WithoutMembers,
    [Description("待登记评议、等次")] Ungraded,
    [Description("等次一般、差待约谈")] WithoutTalk,
    [Description("有组织措施或问责")] Measured,
}

/// <summary>Organisations × the five steps: where each stands, and the way to it.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public StepFilter? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public bool ReadsMeasures => Web.Registers.Registers.Measures.MayRead(user);

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync()
    {
        Year = ChosenYear(clock);
        var nodes = user.Tree.InOrder.Where(n => FiveInOnePage.Takes(n) && n.ClosedOn is null && (user.Scope.Everything || user.Scope.Ids.Contains(n.Id))).ToList();
        if (nodes.Count == 1)
        {
            return Redirect($"/five-in-one/{nodes[0].Id}?year={Year}");
        }

        var facts = await new StepFacts(db, user, Year).ReadAsync();
        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        var below = Committee is { } committee ? user.Tree.Subtree(committee) : null;
        var rows = nodes.Where(n => (found?.Contains(n.Id) ?? true) && (below?.Contains(n.Id) ?? true) && (Level is null || n.Level == Level)).Select(n => Row.Of(n, facts)).Where(r => Step is not { } step || r.Is(step)).ToList();
        Total = rows.Count;
        P = Math.Clamp(P, 1, new Pager(1, PageSize, Total).Pages);
        Rows = [.. rows.Skip((P - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    public sealed record Row(OrgNode Node, StepFact? Pledges, StepFact? Debrief, StepFact? Sheet, StepFact? Members, int Measures, int Decisions)
    {
        public PledgeStage? PledgeStage => (PledgeStage?)Pledges?.State;
        public DebriefStage? Stage => (DebriefStage?)Debrief?.State;
        public DebriefGrade? Grade => Debrief is { Amount: > 0 } d ? (DebriefGrade)d.Amount : null;

        public bool Is(StepFilter step) => step switch
        {
            StepFilter.Unpublished => PledgeStage is not Domain.FiveInOne.PledgeStage.Published,
            StepFilter.PledgesWaiting => PledgeStage is Domain.FiveInOne.PledgeStage.Submitted || Pledges?.Waiting > 0,
            StepFilter.ReportsWaiting => Stage is DebriefStage.Submitted,
            StepFilter.WithoutMembers => Members is null,
            StepFilter.Ungraded => Stage is DebriefStage.Accepted or DebriefStage.Reported,
            StepFilter.WithoutTalk => Debrief?.More > 0,
            _ => Measures + Decisions > 0,
        };

        public static Row Of(OrgNode node, ILookup<(int, string), StepFact> facts) => new(node, facts[(node.Id, StepFacts.Pledges)].SingleOrDefault(), facts[(node.Id, StepFacts.Debriefs)].SingleOrDefault(),
            facts[(node.Id, StepFacts.Sheets)].MaxBy(s => s.Record), facts[(node.Id, StepFacts.Members)].LastOrDefault(), facts[(node.Id, StepFacts.Measures)].Count(), facts[(node.Id, StepFacts.Decisions)].Count());
    }
}
