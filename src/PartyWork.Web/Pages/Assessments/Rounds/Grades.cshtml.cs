using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>定等次: what the year comes to for each organisation of a closed year-end round, before the department's meeting and after it; and the announcement.</summary>
public sealed class GradesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    /// <summary>部务会决定 by organisation.</summary>
    [BindProperty]
    public Dictionary<int, AssessmentGrade> Decided { get; set; } = [];

    [BindProperty]
    public Dictionary<int, string?> Reasons { get; set; } = [];

    [BindProperty]
    public string? MeetingNo { get; set; }

    [BindProperty, Display(Name = "会议日期")]
    public DateOnly? MetOn { get; set; }

    /// <summary>公布文号.</summary>
    [BindProperty]
    public string? DocumentNo { get; set; }

    public GradingScheme? Scheme { get; private set; }
    public IReadOnlyList<GradedGroup> Groups { get; private set; } = [];
    public bool Decides => Current.May(Act.DecideGrades) && Round.Stage is RoundStage.Closed;
    public bool Announces => Current.May(Act.AnnounceGrades) && Round.Stage is RoundStage.Graded;

    /// <summary>It does not depend on whose round it is: grades are the district's, and each handler says who of it.</summary>
    protected override Act Writes => Act.ReadGrading;

    [Needs(Act.ReadGrading)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    /// <summary>定等次, as the meeting decided.</summary>
    [Needs(Act.DecideGrades)]
    public Task<IActionResult> OnPostDecideAsync(int id) => DoAsync(id, async () =>
    {
        Rule.Require(Round.Stage is RoundStage.Closed, "结果已定后才能定等次，等次只定一次。");
        await LoadSheetsAsync();
        var (assessed, groups) = await ProposeAsync();
        var grades = groups.SelectMany(g => g.Proposals).ToDictionary(p => p.Candidate.OrganizationId, p => Decided.GetValueOrDefault(p.Candidate.OrganizationId, p.Proposed));
        Round.Grade(groups, assessed.ToDictionary(a => a.OrganizationId, a => a.Composition), grades, Reasons.ToDictionary(r => r.Key, r => r.Value?.Trim() ?? ""), Named,
            MeetingNo?.Trim() ?? "", MetOn ?? throw new BrokenRuleException("请填写部务会日期。"), Today);
        return $"{grades.Count}个单位的等次已定，待部领导审核公布。";
    }, "/grades");

    /// <summary>公布.</summary>
    [Needs(Act.AnnounceGrades)]
    public Task<IActionResult> OnPostAnnounceAsync(int id) => DoAsync(id, () =>
    {
        Round.Announce(DocumentNo?.Trim() ?? "", Current.Actor, Today);
        return Task.FromResult("等次已公布，各单位可以看到全部等次和本单位的总评。");
    }, "/grades");

    protected override async Task ShowAsync()
    {
        Scheme = await Db.GradingSchemes.OfYearAsync(Round.Year);
        if (Round.Stage < RoundStage.Closed || Round.Phase is not AssessmentPhase.End || Scheme is null)
        {
            return;
        }

        if (Round.Stage is RoundStage.Closed)
        {
            var (assessed, groups) = await ProposeAsync();
            var known = assessed.ToDictionary(a => a.OrganizationId);
            Groups = [.. groups.Select(g => new GradedGroup(g.Group, g.Quota, [.. g.Proposals.Select(p => Before(known[p.Candidate.OrganizationId], p))]))];
            return;
        }

        var round = Round.Id;
        var place = Current.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        Groups = [.. (await Db.AnnualResults.AsNoTracking().Where(r => r.RoundId == round).ToListAsync()).OrderBy(r => place[r.OrganizationId]).GroupBy(r => r.Group).OrderBy(g => g.Key)
            .Select(g => new GradedGroup(g.Key, null, [.. g.Select(r => new GradedRow(r.SheetId, r.OrganizationId, r.Composition, r.Rank, r.Proposed, r.CapWords, false, r.Grade, r.Reason))]))];
    }

    /// <summary>What is proposed, or was typed instead.</summary>
    private GradedRow Before(AssessedYear year, GradeProposal proposal) => new(year.SheetId, year.OrganizationId, year.Composition, proposal.Rank, proposal.Proposed, proposal.Words, proposal.TiesAtQuota,
        Decided.GetValueOrDefault(year.OrganizationId, proposal.Proposed), Reasons.GetValueOrDefault(year.OrganizationId) ?? "");

    private async Task<(IReadOnlyList<AssessedYear> Assessed, IReadOnlyList<GroupGrading> Groups)> ProposeAsync()
    {
        Scheme ??= await Db.GradingSchemes.OfYearAsync(Round.Year) ?? throw new BrokenRuleException($"{Round.Year}年还没有总评办法，请先建立。");
        var assessed = await AnnualCompositions.OfAsync(Db, Current.Tree, Scheme, Round.Id, Today);
        return (assessed, AnnualCompositions.Propose(Scheme, assessed));
    }
}

/// <param name="Quota">优秀名额; null once it has been decided.</param>
public sealed record GradedGroup(GradeGroup Group, int? Quota, IReadOnlyList<GradedRow> Rows);

/// <param name="Grade">Decided, or about to be.</param>
public sealed record GradedRow(int SheetId, int OrganizationId, Composition Composition, int Rank, AssessmentGrade Proposed, string Words, bool TiesAtQuota, AssessmentGrade Grade, string Reason);
