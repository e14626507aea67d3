using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>A page with the objects of a round: several hundred, so that they are filtered and shown by the page.</summary>
public abstract class ObjectListPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    private const int Size = 30;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public RubricKind? Kind { get; set; }

    /// <summary>第几组.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public SheetStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>All objects of the round, in official order.</summary>
    public IReadOnlyList<RoundObject> All { get; private set; } = [];

    /// <summary>Those that the filter leaves.</summary>
    public IReadOnlyList<RoundObject> Found { get; private set; } = [];
    public IReadOnlyList<RoundObject> Rows => [.. Found.Skip((Pager.Page - 1) * Size).Take(Size)];
    public Pager Pager { get; private set; } = new(1, Size, 0);
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(Current);

    public string CommitteeOf(RoundObject row) => Current.Tree.Committee(row.OrganizationId)?.ShortName ?? "";

    public string TeamOf(RoundObject row) => Round.Teams.FirstOrDefault(t => t.Id == row.TeamId)?.Name ?? "";

    /// <summary>What the page itself keeps to, whatever is chosen.</summary>
    protected virtual bool Keeps(RoundObject row) => true;

    protected virtual Task<IReadOnlyList<RoundObject>> ReadAsync() => RoundObject.OfAsync(Db, Current.Tree, Round.Id);

    protected override async Task ShowAsync()
    {
        All = await ReadAsync();
        Found = Filter();
        Pager = new(1, Size, Found.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
    }

    protected IReadOnlyList<RoundObject> Filter()
    {
        var named = string.IsNullOrWhiteSpace(Words) ? null : Current.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        var team = Team is { } no ? Round.Teams.FirstOrDefault(t => t.No == no)?.Id ?? 0 : (int?)null;
        return [.. All.Where(o => Keeps(o) && named?.Contains(o.OrganizationId) is not false && (team is null || o.TeamId == team) && (Kind is null || o.Kind == Kind) && (Stage is null || o.Stage == Stage)
            && (Committee is not { } committee || o.OrganizationId == committee || Current.Tree.IsAbove(committee, o.OrganizationId)))];
    }
}
