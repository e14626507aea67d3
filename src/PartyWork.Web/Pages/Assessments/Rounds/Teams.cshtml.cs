using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>组建考核组 from those who hold the post of an assessor today.</summary>
public sealed class TeamsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    /// <summary>Which team is being formed; the next one when none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? No { get; set; }

    [BindProperty, Display(Name = "组员")]
    public List<int> Members { get; set; } = [];

    [BindProperty, Display(Name = "组长")]
    public int? Leader { get; set; }

    /// <summary>Of an acceptance: whom each of <see cref="Units"/> sends, in their order.</summary>
    [BindProperty, Display(Name = "人员")]
    public List<int?> ByUnit { get; set; } = [];

    public static IReadOnlyList<TeamUnit> Units => AssessmentTeam.AcceptanceUnits;
    public bool IsOfUnits => Round.Phase is AssessmentPhase.Acceptance;

    public IReadOnlyList<PoolMember> Pool { get; private set; } = [];
    public int Number => No ?? NextNo;
    public int NextNo => 1 + Enumerable.Range(1, Round.Teams.Count).TakeWhile(no => Round.Teams.Any(t => t.No == no)).Count();
    public bool MayForm => MayManage && Round.Stage < RoundStage.OnSite;
    public AssessmentTeam? Team => Round.Teams.FirstOrDefault(t => t.No == Number);

    /// <summary>Who is in no other team.</summary>
    public IEnumerable<PoolMember> Free => Pool.Where(p => Round.Teams.All(t => t.No == Number || !t.Has(p.PersonId)));

    /// <summary>Of a team that has been formed: whoever of it holds no post of an assessor today.</summary>
    public IEnumerable<string> Gone => Round.Teams.SelectMany(t => t.Members).Where(m => Pool.All(p => p.PersonId != m.PersonId)).Select(m => m.Name);

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostFormAsync(int id) => DoAsync(id, async () =>
    {
        var pool = (await PoolAsync()).ToDictionary(p => p.PersonId);
        var units = IsOfUnits ? ByUnit.Zip(Units).Where(u => u.First is not null).ToLookup(u => u.First!.Value, u => u.Second) : null;
        Members = units is null ? Members : [.. units.Select(u => u.Key)];
        Rule.Require(Members.TrueForAll(pool.ContainsKey), "所选人员中有的今天已不担任考核职务，请重新选择。");
        Rule.Require(Number is > 0 and < 100, "组号应在1至99之间。");
        Rule.Require(Leader is not null, $"第{Number}组：请指定组长。");
        var before = Team?.Members.ToList() ?? [];
        var team = Round.Form(Number, [.. Members.Distinct().Select(p => new Assessor(p, pool[p].Name, pool[p].MayLead, units?[p].First() ?? TeamUnit.None))], Leader!.Value);
        Db.RemoveRange(before.Except(team.Members).ToList());
        if (Round.Stage is not RoundStage.Draft)
        {
            await AssessorPool.AppointAsync(Db, Round, pool, Today);
        }

        await LoadSheetsAsync();
        await LoadRecusalsAsync();
        var recused = await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today);
        return $"{team.Name}已组建：{team.People}。{(recused > 0 ? $"按任职情况登记回避{recused}项。" : "")}";
    }, "/teams");

    /// <summary>解散.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostDisbandAsync(int id) => DoAsync(id, () =>
    {
        var team = Team ?? throw new BrokenRuleException($"没有第{Number}组。");
        var members = team.Members.ToList();
        Round.Disband(team);
        Db.RemoveRange(members);
        Db.Remove(team);
        return Task.FromResult($"{team.Name}已解散。");
    }, "/teams");

    private Task<IReadOnlyList<PoolMember>> PoolAsync() => AssessorPool.OfAsync(Db, Today, IsOfDistrict ? null : Round.OrganizerId);

    protected override async Task ShowAsync()
    {
        Pool = await PoolAsync();
        if (!HttpMethods.IsPost(Request.Method) && Team is { } team)
        {
            ByUnit = [.. Units.Select(u => team.Members.FirstOrDefault(m => m.Unit == u)?.PersonId)];
            (Members, Leader) = ([.. team.Members.Select(m => m.PersonId)], team.Members.FirstOrDefault(m => m.IsLeader)?.PersonId);
        }
    }
}
