using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.DemonstrationSites;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>示范点申报表: filled by the organisation, confirmed by its secretary; its committee recommends the site or sends the form back.</summary>
public sealed class DeclarationModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : DeclarationPage(db, user, clock)
{
    /// <summary>Days to mend a form that comes back, where the committee does not say otherwise.</summary>
    private const int UsualDays = 7;

    [BindProperty]
    public DeclarationInput Input { get; set; } = new();

    [BindProperty]
    public string? Opinion { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty, Display(Name = "改好期限")]
    public DateOnly? DueOn { get; set; }

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [Needs(Act.ReadSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () => (Input, DueOn) = (DeclarationInput.Of(Declaration.Text), Today.AddDays(UsualDays)));

    /// <summary>申报表 on A4 as it is signed and sealed.</summary>
    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetWordAsync(int id) => await GetAsync(id) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? NotFound()
        : File(SiteDeclarationForm.Write(Declaration, ShowsWords, Site, Node.Name, CommitteeName, Domain), WordDocument.ContentType, $"{Node.Name}{Filing.Year}年示范点申报表.docx");

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostSaveAsync(int id) => FillAsync(id, "已暂存。", () => { });

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostPrepareAsync(int id) => FillAsync(id, "已报书记，等待书记确认。", () => Declaration.Prepare(Current.Actor, Now));

    /// <summary>书记确认并申报.</summary>
    [Needs(Act.ConfirmDeclarations)]
    public Task<IActionResult> OnPostConfirmAsync(int id) => DeclareAsync(id, Act.ConfirmDeclarations, "已申报，等待党（工）委推荐。", () => Declaration.Confirm(Current.Actor, Now));

    /// <summary>书记已线下签字.</summary>
    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id) => DeclareAsync(id, Act.DeclareSites, "已按书记线下签字申报；书记登录后请补确认。",
        () => Declaration.SignOffline(Current.Actor, SignedOn ?? throw new BrokenRuleException("请填写书记签字日期。"), Now));

    [Needs(Act.ConfirmDeclarations)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id) => ActAsync(id, Act.ConfirmDeclarations, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Now));

    /// <summary>推荐: the committee's own secretary or deputy, and only while the quota lasts.</summary>
    [Needs(Act.EndorseSites)]
    public Task<IActionResult> OnPostEndorseAsync(int id) => ActAsync(id, Act.EndorseSites, "已推荐到组织部。", async () =>
    {
        Rule.Require(Site is not null, "申报还没有由书记确认。");
        Db.Touch(Programme); // of two who recommend at once within one quota, one is told so
        Site!.Endorse(Opinion?.Trim() ?? "", Eligibility((await ReadDeclarantAsync()).Facts, true), Current.Actor, Now, Today);
    });

    [Needs(Act.EndorseSites)]
    public Task<IActionResult> OnPostReturnAsync(int id) => ActAsync(id, Act.EndorseSites, "已退回修改。", async () =>
    {
        Node.RequireStanding();
        Filing.Return(Current.Actor, Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!.Trim()), DueOn ?? Today, await Db.WorkdaysAsync(), Now);
    });

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id) => ExtendAsync(id, Until, Reason);

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id) => UnlockAsync(id, Until, Reason);

    private Task<IActionResult> FillAsync(int id, string done, Action then) => ActAsync(id, Act.DeclareSites, done, () =>
    {
        Declaration.Write(Input.ToText(), Now);
        then();
    });

    private Task<IActionResult> DeclareAsync(int id, Act act, string done, Action handOver) => ActAsync(id, act, done, async () =>
    {
        Declaration.Write(Input.ToText(), Now);
        var (facts, declarant) = await ReadDeclarantAsync();
        Declaration.By(new(Site, Domain, Committee.Id, declarant, Eligibility(facts, false)));
        handOver();
        if (Site is null)
        {
            Db.Add(Declaration.Site!);
        }
    });
}
