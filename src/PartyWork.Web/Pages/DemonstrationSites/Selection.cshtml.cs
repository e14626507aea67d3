using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>From the recommendation to the confirmation: papers, visit, shortlist, public notice with its objections, and the meeting.</summary>
public sealed class SelectionModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : SitePage(db, user, clock)
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? People { get; set; }

    [BindProperty, Display(Name = "查看日期")]
    public DateOnly? On { get; set; }

    [BindProperty, Display(Name = "得分")]
    public List<int?> Marks { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public SiteSelection Selection { get; private set; } = new(0, 0);

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () => Manages);

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostReviewAsync(int id) => ActAsync(id, () =>
    {
        Site.Review(Trimmed(Words), Current.Actor, Today);
        return "资料审核已登记，请安排实地查看。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostVisitAsync(int id) => ActAsync(id, () =>
    {
        Site.Visit(On ?? Today, Trimmed(People).Split(['、', '，', ',', ' ', '\n']), Marks, Today);
        return $"实地查看已登记，现场得分{Quantity.Print(Site.VisitScore!.Value)}。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostShortlistAsync(int id) => ActAsync(id, () =>
    {
        Site.Shortlist(Today);
        return "已列入拟确定名单，请公示。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostNotifyAsync(int id) => ActAsync(id, () =>
    {
        Site.Notify(On ?? Today, Trimmed(Words), Today);
        return $"已登记公示，{Show.Words(Site.NoticeUntil!.Value)}期满。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostObjectAsync(int id) => ActAsync(id, () =>
    {
        Site.Object(Trimmed(People), Trimmed(Words), On ?? Today, Today);
        return "异议已登记，核实以前不能确定。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostSettleAsync(int id, int no, bool upheld) => ActAsync(id, () =>
    {
        There(Site.Objections.SingleOrDefault(o => o.No == no)).Decide(upheld, Trimmed(Words), Current.Actor, Today);
        return $"异议{no}已核实，{(upheld ? "成立" : "不成立")}。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostConfirmAsync(int id) => DoAsync(id, () => Manages, async () =>
    {
        Db.Touch(Site.Programme); // of two who confirm at once within one quota, one is told so
        Site.Confirm(await Db.SelectionAsync(Site.ProgrammeId, Site.Domain), Trimmed(Words), On ?? Today, Today);
        return $"已确定，请{Node.ShortName}在{Show.Words(Site.PlanDueOn!.Value)}前报一点一策。";
    });

    [Needs(Act.ManageSites)]
    public Task<IActionResult> OnPostDeclineAsync(int id) => ActAsync(id, () =>
    {
        Site.Decline(lease.Why = Trimmed(Reason), Today);
        return "已作不予确定处理，理由已告知申报单位。";
    });

    /// <summary>The choice is made with the domain's numbers in view.</summary>
    protected override async Task ShowAsync()
    {
        Selection = await Db.SelectionAsync(Site.ProgrammeId, Site.Domain);
        while (Marks.Count < Site.Programme.VisitList.Count)
        {
            Marks.Add(null);
        }
    }

    private Task<IActionResult> ActAsync(int id, Func<string> what) => DoAsync(id, () => Manages, what, "/selection");

    private static string Trimmed(string? text) => text?.Trim() ?? "";
}
