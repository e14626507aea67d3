using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>撤并: merged into another or simply ended; what is open goes to whoever takes over, in one act.</summary>
public sealed class CloseModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : OrganizationActPage(db, user, clock)
{
    [BindProperty, Display(Name = "承接组织")]
    public int? SuccessorId { get; set; }

    [BindProperty, Display(Name = "未办结事项由谁接办")]
    public int? TakesOverId { get; set; }

    /// <summary>Tasks that are not gone on with.</summary>
    [BindProperty, Display(Name = "不保留的")]
    public List<int> Dropped { get; set; } = [];

    /// <summary>Holding → post in the successor; all others end.</summary>
    [BindProperty(Name = nameof(Moves))]
    public Dictionary<int, PostKind?> Moves { get; set; } = [];

    public override string Verb => "撤并";
    public override string DayWord => "存续至（最后一日）";
    public OrgNode? Successor => Tree.Find(SuccessorId);

    /// <summary>What hangs on it; null until the preview was asked for.</summary>
    public ClosingFacts? Facts { get; private set; }
    public IReadOnlyList<SelectListItem> Others => OrganizationOptions.Of(Tree, n => n.Level > OrganizationLevel.District && !Tree.Subtree(Node.Id).Contains(n.Id));

    private Dictionary<int, PostKind> Chosen => Moves.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => m.Value!.Value);

    protected override async Task<IReadOnlyList<string>> ActAsync(Organization organization)
    {
        var (facts, successor, heir) = await ReadAsync(organization);
        Facts = facts;
        var submitted = await Db.Filings.CountAsync(f => f.OrganizationId == organization.Id && f.Stage == FilingStage.Submitted);
        new Closing(organization, successor, heir, Day, Paper).Run(facts, Dropped, Chosen, Current.Actor, Now);
        return [.. Say(organization, facts, successor, heir, submitted)];
    }

    protected override async Task<string> DoAsync(int id) => await Db.AsOneAsync(async () =>
    {
        var organization = await LoadAsync(id);
        var (facts, successor, heir) = await ReadAsync(organization);
        Facts = facts;
        await RequireOneSecretaryAsync(successor);
        var posts = new Closing(organization, successor, heir, Day, Paper).Run(facts, Dropped, Chosen, Current.Actor, Now);
        Db.AddRange(posts.Select(p => p.New));
        Db.Expect(organization, Version);
        await Db.SaveChangesAsync();
        if (heir is not null)
        {
            await HandOverAsync(facts, heir.Id, posts.ToDictionary(p => p.Old.Id, p => p.New));
        }

        return successor is null ? $"“{organization.Name}”已撤销。" : $"“{organization.Name}”已并入“{successor.Name}”。";
    });

    private async Task HandOverAsync(ClosingFacts facts, int heir, Dictionary<int, PostHolding> moved)
    {
        var tasks = await Db.WorkTasks.Where(t => t.OrganizationId == heir).GroupBy(t => t.Year).Select(g => new { g.Key, No = g.Max(t => t.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        var problems = await Db.Problems.Where(p => p.OrganizationId == heir).GroupBy(p => p.Year).Select(g => new { g.Key, No = g.Max(p => p.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
        var filed = await Db.Filings.Where(f => f.OrganizationId == heir && f.Kind == FilingKind.ThreeLists && f.Stage == FilingStage.Accepted).Select(f => f.Year).ToListAsync();
        var secretary = (await HoldersAsync(heir, Today)).FirstOrDefault(h => h.Kind is PostKind.Secretary);
        var (handed, taken) = new Takeover(heir, tasks, problems, filed, Tree[heir].ParentId == Node.ParentId).Run(facts.Tasks, facts.Problems, old =>
            old.HoldingId is { } id && moved.TryGetValue(id, out var holding) ? new Responsible(holding.Person.Name, holding.Id)
            : secretary is not null ? new Responsible(secretary.Person.Name, secretary.Id)
            : new Responsible(old.Text, null));
        Db.AddRange(handed);
        Db.AddRange(taken);
        await Db.SaveChangesAsync();
    }

    private async Task<(ClosingFacts Facts, Organization? Successor, Organization? Heir)> ReadAsync(Organization organization)
    {
        Rule.Require((SuccessorId is null || Offered(SuccessorId)) && (TakesOverId is null || Offered(TakesOverId)), "请从列表中选择承接和接办的党组织。");
        var id = organization.Id;
        var (successor, heir) = (await FindAsync(SuccessorId), await FindAsync(TakesOverId ?? SuccessorId));
        var children = Tree.Children(id).Where(c => c.ClosedOn is null).Select(c => c.Id).ToArray();
        return (new ClosingFacts(
            await Db.Organizations.Include(o => o.Affiliations).ThenInclude(a => a.Parent).Where(o => children.Contains(o.Id)).OrderBy(o => o.SortNo).ToListAsync(),
            await Db.Organizations.Where(o => o.TerritoryId == id || o.AssessmentLineId == id).ToListAsync(),
            await HoldersAsync(id, Day),
            await Db.Filings.Include(f => f.Window).Where(f => f.OrganizationId == id && f.Stage != FilingStage.Submitted && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Lapsed).ToListAsync(),
            await Db.WorkTasks.Include(t => t.Progress).Where(t => t.OrganizationId == id && (t.State == TaskState.Draft || t.State == TaskState.InProgress)).OrderBy(t => t.Year).ThenBy(t => t.No).ToListAsync(),
            await Db.Problems.Include(p => p.Tasks).Where(p => p.OrganizationId == id && (p.State == ProblemState.Listed || p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed)).ToListAsync()),
            successor, heir);
    }

    private bool Offered(int? id) => Others.Any(o => o.Value == $"{id}");

    private Task<Organization?> FindAsync(int? id) => Db.Organizations.SingleOrDefaultAsync(o => o.Id == id);

    private async Task RequireOneSecretaryAsync(Organization? successor)
    {
        var coming = Chosen.Count(m => m.Value is PostKind.Secretary);
        var sitting = successor is null || coming == 0 ? null : (await HoldersAsync(successor.Id, Day)).FirstOrDefault(h => h.Kind is PostKind.Secretary);
        Rule.Require(coming <= 1, "承接组织只能有一名书记，请调整任职人员的去向。");
        Rule.Require(sitting is null, $"“{successor?.Name}”现任书记为{sitting?.Person.Name}，请为转任人员另选岗位，或先登记其离任。");
    }

    private IEnumerable<string> Say(Organization organization, ClosingFacts facts, Organization? successor, Organization? heir, int submitted)
    {
        var (ended, overdue) = (facts.Filings.Count(f => f.Stage is FilingStage.Lapsed), facts.Filings.Count(f => f.Stage is not FilingStage.Lapsed));
        yield return successor is null ? $"“{organization.Name}”存续至{Show.Words(Day)}，次日起撤销。" : $"“{organization.Name}”存续至{Show.Words(Day)}，次日起并入“{successor.Name}”；其清单、季报和变更记录仍归原组织名下，“{successor.Name}”可以查阅。";
        yield return $"次日起不再承担报送任务：尚未到期或退回未改的{ended}份终止{(submitted > 0 ? $"，已报送的{submitted}份由原上级照常审核" : "")}{(overdue > 0 ? $"，已经逾期的{overdue}份保留逾期记录" : "")}。";
        if (facts.Children.Count > 0)
        {
            yield return $"下级党组织{facts.Children.Count}个改隶“{successor!.Name}”：{string.Join("、", facts.Children.Take(8).Select(c => c.Name))}{(facts.Children.Count > 8 ? "等" : "")}。";
        }

        var kept = facts.Tasks.Count(t => !Dropped.Contains(t.Id));
        yield return heir is null ? "没有需要接办的任务和问题。" : $"未完成的任务{kept}项、未销号的问题{facts.Problems.Count}个转入“{heir.Name}”的清单，已报进度一并带入{(facts.Tasks.Count > kept ? $"；{facts.Tasks.Count - kept}项取消" : "")}。";
        var moves = facts.Holders.Where(h => Chosen.ContainsKey(h.Id)).Select(h => $"{h.Person.Name}任{successor?.Name}{Chosen[h.Id].Text()}").ToList();
        yield return $"任职人员{facts.Holders.Count}人离任，账号不再看到本组织的工作{(moves.Count > 0 ? "；其中" + string.Join("、", moves) : "")}。";
        if (facts.Linked.Count > 0)
        {
            yield return $"属地或考核归口为本组织的{facts.Linked.Count}个党组织，{(successor is null ? "属地、归口清空" : $"改为“{successor.Name}”")}。";
        }
    }
}
