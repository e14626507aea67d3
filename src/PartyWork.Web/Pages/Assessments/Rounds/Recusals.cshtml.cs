using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>回避: who keeps away from which organisation, and why; those that follow from posts are added by the product.</summary>
public sealed class RecusalsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    private const int Size = 30;

    [BindProperty, Display(Name = "人员")]
    public int? Person { get; set; }

    [BindProperty, Display(Name = "党组织")]
    public int? Organization { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<(Recusal Recusal, string Name)> Rows { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, Size, 0);
    public IReadOnlyList<OrgNode> Objects { get; private set; } = [];
    public IEnumerable<TeamMember> People => Round.Teams.OrderBy(t => t.No).SelectMany(t => t.Members);
    public bool MayAdd => MayManage && Round.Stage < RoundStage.Closed;
    public bool MayLift => MayManage && Round.Stage < RoundStage.OnSite;

    public string TeamOf(int person) => Round.Teams.FirstOrDefault(t => t.Has(person))?.Name ?? "未编组";

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostAddAsync(int id) => DoAsync(id, async () =>
    {
        await LoadRecusalsAsync();
        await LoadSheetsAsync();
        var member = People.FirstOrDefault(m => m.PersonId == Person) ?? throw new BrokenRuleException("请选择回避人员。");
        var sheet = Round.Sheets.FirstOrDefault(s => s.OrganizationId == Organization) ?? throw new BrokenRuleException("请选择回避单位。");
        Round.Recuse(member.PersonId, sheet.OrganizationId, Reason?.Trim() ?? "");
        return $"已登记：{member.Name}回避{Node(sheet.OrganizationId).Name}。{(sheet.Team?.Has(member.PersonId) is true ? "该单位由其所在的组抽到，请到“抽签”中重抽。" : "")}";
    }, "/recusals");

    /// <summary>撤销.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostLiftAsync(int id, int recusal) => DoAsync(id, async () =>
    {
        await LoadRecusalsAsync();
        var lifted = Round.Recusals.FirstOrDefault(r => r.Id == recusal) ?? throw new BrokenRuleException("这一回避已经撤销。");
        Rule.Require(lifted.Reason != WorkplaceRecusals.Reason || Round.Teams.All(t => !t.Has(lifted.PersonId)), "按任职情况登记的回避不能撤销；该同志不在考核组后可以撤销。");
        Round.Lift(lifted);
        Db.Remove(lifted);
        return "回避登记已撤销。";
    }, "/recusals");

    protected override async Task ShowAsync()
    {
        var id = Round.Id;
        var place = Current.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        var all = await Db.Set<Recusal>().AsNoTracking().Where(r => r.RoundId == id).Select(r => new { Recusal = r, Name = Db.Persons.Where(p => p.Id == r.PersonId).Select(p => p.Name).First() }).ToListAsync();
        var objects = await Db.ScoreSheets.Where(s => s.RoundId == id).Select(s => s.OrganizationId).ToListAsync();
        Objects = [.. objects.OrderBy(o => place[o]).Select(Node)];
        Pager = new(1, Size, all.Count);
        Pager = Pager with { Page = Math.Clamp(P, 1, Pager.Pages) };
        Rows = [.. all.OrderBy(r => r.Recusal.PersonId).ThenBy(r => place[r.Recusal.OrganizationId]).Skip((Pager.Page - 1) * Size).Take(Size).Select(r => (r.Recusal, r.Name))];
    }
}
