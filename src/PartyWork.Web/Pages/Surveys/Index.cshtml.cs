using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>测评 of a year that the post may read, in official order.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public SurveyKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public SurveyStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    /// <summary>Only those whose paper one person has keyed, and another has yet to.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Second { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, PageSize, 0);
    public bool IsFiltered => Second || Kind is not null || Stage is not null || Committee is not null || !string.IsNullOrWhiteSpace(Words);
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;

    /// <summary>Of the reader's own organisation, by those above: that they are running.</summary>
    public IReadOnlyList<(string Title, DateOnly Until)> Running { get; private set; } = [];
    public bool Manages => user.May(Act.ManageSurveys) && (user.IsDistrictWide || user.Scope.Ids.Count > 1);

    [Needs(Act.ReadSurveys)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        Running = !user.IsDistrictWide && user.Organization is { } own ? await db.RunningAsync(own.Id, Year) : [];
        var words = Words?.Trim() ?? "";
        var found = words.Length == 0 ? null : user.Tree.Search(words).Select(n => n.Id).ToHashSet();
        var (kind, stage, second) = (Kind, Stage, Second);
        var all = (await db.Surveys.Where(s => s.Year == Year && (kind == null || s.Kind == kind) && (stage == null || s.Stage == stage) && (!second || (s.Stage == SurveyStage.Open && s.Counts.Count == 1))).Select(s => new { s.Id, s.OrganizationId, s.Kind, s.Title }).ToListAsync())
            .Where(s => user.Tree.Find(s.OrganizationId) is not null && (Committee is not { } c || s.OrganizationId == c || user.Tree.IsAbove(c, s.OrganizationId))
                && (found is null || found.Contains(s.OrganizationId) || s.Title.Contains(words, StringComparison.Ordinal)))
            .OrderBy(s => user.Tree[s.OrganizationId].SortNo).ThenBy(s => s.Kind).ThenBy(s => s.Id).ToList();
        Pager = new(1, PageSize, all.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        var shown = all.Skip((Pager.Page - 1) * PageSize).Take(PageSize).Select(s => s.Id).ToList();
        var rows = await db.Surveys.Where(s => shown.Contains(s.Id)).Select(s => new Row(s.Id, s.OrganizationId, s.Kind, s.Title, s.Stage, s.From, s.Until, s.Slips, s.Answered,
            db.SurveyTokens.Count(t => t.SurveyId == s.Id && t.IsUsed), s.Counts.OrderBy(c => c.No).Select(c => new Keyed(c.Ballots, c.CountsText)).ToList(),
            s.Rates.Select(r => new Rated(r.Measure, r.Numerator, r.Denominator)).ToList())).AsSingleQuery().ToListAsync();
        Rows = [.. shown.Select(id => rows.Single(r => r.Id == id))];
    }

    public sealed record Keyed(int Ballots, string Counts);

    public sealed record Rated(SurveyMeasure Measure, int Numerator, int Denominator);

    /// <param name="Final">How many answered, once closed.</param>
    /// <param name="Online">Codes that have been used.</param>
    public sealed record Row(int Id, int OrganizationId, SurveyKind Kind, string Title, SurveyStage Stage, DateOnly From, DateOnly Until, int Slips, int Final, int Online, List<Keyed> Counts, List<Rated> Rates)
    {
        public int Answered => Stage is SurveyStage.Closed ? Final : Online + (Paper is PaperState.Agrees ? Counts[0].Ballots : 0);

        public PaperState Paper => Counts.Count switch { 0 => PaperState.None, 1 => PaperState.AwaitsSecond, _ => Counts[0] == Counts[1] ? PaperState.Agrees : PaperState.Differs };

        public string Result => Stage is not SurveyStage.Closed ? "" : Final < Survey.LeastShown ? $"不足{Survey.LeastShown}份，不公布" : !Survey.IsEnough(Final, Slips) ? $"不足{Survey.ValidPercent}%，无效"
            : Rates.Find(r => r.Measure == Kind.Headline()) is { } rate ? $"{rate.Measure.Text()[^3..]} {Show.Percent(rate.Numerator, rate.Denominator)}" : "—";
    }
}
