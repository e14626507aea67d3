using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.ThreeLists;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>一点一策: written by the organisation, its measures tasks of its lists; approved by the department.</summary>
public sealed class PlanModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : SitePage(db, user, clock)
{
    [BindProperty, Display(Name = "现状短板")]
    public string? Weaknesses { get; set; }

    [BindProperty, Display(Name = "联系领导")]
    public string? Leader { get; set; }

    [BindProperty, Display(Name = "指导科员")]
    public string? Guide { get; set; }

    /// <summary>One of <see cref="Leaders"/>; blank where somebody from outside is typed.</summary>
    [BindProperty]
    public string? LeaderChosen { get; set; }

    [BindProperty]
    public string? GuideChosen { get; set; }

    [BindProperty]
    public MeasureInput Measure { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<ListsPage.Holder> Holders { get; private set; } = [];

    /// <summary>联系领导: the district's leaders, and the leadership of the committee.</summary>
    public IReadOnlyList<string> Leaders { get; private set; } = [];

    /// <summary>指导科员: the district's staff, and the committee's officers.</summary>
    public IReadOnlyList<string> Guides { get; private set; } = [];
    public IReadOnlyList<(int Id, string Text)> Tasks { get; private set; } = [];
    public bool Writes => Declares && Site.IsPlanOpen;

    [Needs(Act.ReadSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostSaveAsync(int id) => DoAsync(id, () => Declares, () =>
    {
        Site.WritePlan(Weaknesses?.Trim() ?? "", Either(LeaderChosen, Leader, Site.Leader), Either(GuideChosen, Guide, Site.Guide));
        return "已保存。";
    }, "/plan");

    /// <summary>新增措施: a line of the task list comes with it.</summary>
    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostAddAsync(int id) => DoAsync(id, () => Declares, async () =>
    {
        await ReadHoldersAsync();
        var (organization, year) = (Site.OrganizationId, Today.Year);
        var no = 1 + (await Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year).MaxAsync(t => (int?)t.No) ?? 0);
        var (lead, due) = (Holders.FirstOrDefault(h => h.Id == Measure.LeadId) is { } holder ? new Responsible(holder.Name, holder.Id) : Responsible.Nobody, Measure.DueOn ?? throw new BrokenRuleException("请填写措施的时限。"));
        Site.Take(SiteMeasure.NewTask(organization, year, no, Measure.Content?.Trim() ?? "", Typed.Number(Measure.Target, "目标值"), Measure.Unit?.Trim() ?? "", due, lead, ""), true, Fen(), Measure.Carrier?.Trim() ?? "", Measure.Result?.Trim() ?? "");
        return $"措施已列入，同时列为任务清单的任务{no}。";
    }, "/plan");

    /// <summary>选用任务 that stands in the list already.</summary>
    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostUseAsync(int id, int task) => DoAsync(id, () => Declares, async () =>
    {
        var organization = Site.OrganizationId;
        Site.Take(There(await Db.WorkTasks.Include(t => t.Progress).SingleOrDefaultAsync(t => t.Id == task && t.OrganizationId == organization)), false, Fen(), Measure.Carrier?.Trim() ?? "", Measure.Result?.Trim() ?? "");
        return "已选用为措施。";
    }, "/plan");

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostDropAsync(int id, int no) => DoAsync(id, () => Declares, () =>
    {
        var measure = There(Site.Measures.SingleOrDefault(m => m.No == no));
        var task = Site.Drop(measure);
        Db.Remove(measure);
        if (task is not null)
        {
            Db.Remove(task);
        }

        return "已删去该项措施。";
    }, "/plan");

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostSubmitAsync(int id) => DoAsync(id, () => Declares, () =>
    {
        Site.SubmitPlan(Current.Actor, Today);
        return "一点一策已报送，等待组织部审定。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostReturnAsync(int id) => DoAsync(id, () => Manages, () =>
    {
        Site.ReturnPlan(lease.Why = Reason?.Trim() ?? "");
        return "一点一策已退回修改。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostApproveAsync(int id) => DoAsync(id, () => Manages, () =>
    {
        Site.ApprovePlan(Standing.Lists.Find(l => l.Year == Today.Year) is not { FirstSubmittedAt: null }, Current.Actor, Today); // who owes no lists has nothing to wait for
        return "一点一策已审定，措施开始执行。";
    });

    protected override async Task ShowAsync()
    {
        if (Weaknesses is null && Leader is null && Guide is null)
        {
            (Weaknesses, Leader, Guide) = (Site.Weaknesses, Site.Leader, Site.Guide);
        }

        if (Writes)
        {
            await ReadHoldersAsync();
            (LeaderChosen, Leader) = Leaders.Contains(Leader ?? "") ? (Leader, null) : (LeaderChosen, Leader);
            (GuideChosen, Guide) = Guides.Contains(Guide ?? "") ? (Guide, null) : (GuideChosen, Guide);
            var (organization, year, taken) = (Site.OrganizationId, Today.Year, Site.Measures.Select(m => m.WorkTaskId).ToHashSet());
            Tasks = [.. (await Db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed || t.State == TaskState.Done)).OrderBy(t => t.No)
                .Select(t => new { t.Id, t.No, t.Content }).ToListAsync()).Where(t => !taken.Contains(t.Id)).Select(t => (t.Id, $"任务{t.No}　{t.Content}"))];
        }
    }

    private long? Fen() => Typed.Number(Measure.Funds, "资金（万元）") is { } tenThousands ? tenThousands * 10_000L : null;

    /// <summary>Typed goes before chosen, unless it only still stands there from before.</summary>
    private static string Either(string? chosen, string? typed, string before) =>
        string.IsNullOrWhiteSpace(typed) || (typed.Trim() == before && !string.IsNullOrWhiteSpace(chosen)) ? chosen?.Trim() ?? "" : typed.Trim();

    /// <summary>Who can answer for a measure: post-holders of the organisation and of those directly below; beside them who can be its leader and guide.</summary>
    private async Task ReadHoldersAsync()
    {
        var (own, committee, district) = (Site.OrganizationId, Site.CommitteeId, Current.Tree.District?.Id ?? 0);
        var ids = Current.Tree.Children(own).Select(c => c.Id).Prepend(own).ToArray();
        var found = await Db.PostHoldings.Where(h => h.To == null && (((ids.Contains(h.OrganizationId) || h.OrganizationId == committee) && h.Kind <= PostKind.FirstSecretary) || (h.OrganizationId == district && (h.Kind == PostKind.DistrictLeader || h.Kind == PostKind.DistrictStaff))))
            .OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => new ListsPage.Holder(h.Id, h.Person.Name, h.Title, h.OrganizationId, h.Kind)).ToListAsync();
        Holders = [.. found.Where(h => ids.Contains(h.OrganizationId)).OrderBy(h => h.OrganizationId == own ? 0 : 1).ThenBy(h => Current.Tree[h.OrganizationId].SortNo).ThenBy(h => h.Kind)];
        Leaders = Named(found.Where(h => h.Kind is PostKind.DistrictLeader || (h.OrganizationId == committee && h.Kind is PostKind.Secretary or PostKind.Deputy)));
        Guides = Named(found.Where(h => h.Kind is PostKind.DistrictStaff || (h.OrganizationId == committee && h.Kind is PostKind.Officer)));

        static List<string> Named(IEnumerable<ListsPage.Holder> holders) => [.. holders.Select(h => $"{h.Name}（{h.Title}）").Distinct()];
    }
}
