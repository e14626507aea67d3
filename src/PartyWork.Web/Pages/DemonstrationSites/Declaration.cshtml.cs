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
public sealed class DeclarationModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : DeclarationPage(db, user, clock)
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

    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [Needs(Act.ReadSites)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, () => (Input, DueOn) = (DeclarationInput.Of(Declaration.Text), Today.AddDays(UsualDays)));

    /// <summary>申报表 on A4 as it is signed and sealed.</summary>
    [Needs(Act.ReadSites)]
    public async Task<IActionResult> OnGetWordAsync(int id) => await GetAsync(id, () => { }) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? NotFound()
        : File(SiteDeclarationForm.Write(Declaration, ShowsWords, Site, Node.Name, CommitteeName, Domain), WordDocument.ContentType, $"{Node.Name}{Filing.Year}年示范点申报表.docx");

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version) => FillAsync(id, version, "已暂存。", () => { });

    [Needs(Act.DeclareSites)]
    public Task<IActionResult> OnPostPrepareAsync(int id, int version) => FillAsync(id, version, "已报书记，等待书记确认。", () => Declaration.Prepare(Current.Actor, Now));

    /// <summary>书记确认并申报.</summary>
    [Needs(Act.ConfirmDeclarations)]
    public Task<IActionResult> OnPostConfirmAsync(int id, int version) => ActAsync(id, version, Act.ConfirmDeclarations, $"已申报，等待党（工）委推荐。", async () =>
    {
        Declaration.Write(Input.ToText(), Now);
        var (facts, declarant) = await ReadDeclarantAsync();
        var site = Declaration.Confirm(Site, Domain, Committee.Id, declarant, Eligibility(facts, false), Current.Actor, Now);
        if (Site is null)
        {
            Db.Add(site);
        }
    });

    /// <summary>推荐: the committee's own secretary or deputy, and only while the quota lasts.</summary>
    [Needs(Act.EndorseSites)]
    public Task<IActionResult> OnPostEndorseAsync(int id, int version) => ActAsync(id, version, Act.EndorseSites, "已推荐到组织部。", async () =>
    {
        Rule.Require(Site is not null, "申报还没有由书记确认。");
        Db.Expect(Site!, SiteVersion);
        Site!.Endorse(Opinion?.Trim() ?? "", Eligibility((await ReadDeclarantAsync()).Facts, true), Current.Actor, Now, Today);
    });

    [Needs(Act.EndorseSites)]
    public Task<IActionResult> OnPostReturnAsync(int id, int version) => ActAsync(id, version, Act.EndorseSites, "已退回修改。", async () =>
    {
        Node.RequireStanding();
        Filing.Return(Current.Actor, Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!.Trim()), DueOn ?? Today, await Db.WorkdaysAsync(), Now);
    });

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) => MoveAsync(id, version, "已批准延期。", reason => Filing.Extend(Current.Actor, Until ?? Today, reason, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) => MoveAsync(id, version, "已解锁，可在期限内补报。", reason => Filing.Unlock(Current.Actor, Until ?? Today, reason, Now));

    private Task<IActionResult> FillAsync(int id, int version, string done, Action then) => ActAsync(id, version, Act.DeclareSites, done, () =>
    {
        Declaration.Write(Input.ToText(), Now);
        then();
        return Task.CompletedTask;
    });

    private Task<IActionResult> MoveAsync(int id, int version, string done, Action<string> move) => ActAsync(id, version, Act.MoveDeadline, done, () =>
    {
        move(lease.Why = Reason?.Trim() ?? "");
        return Task.CompletedTask;
    });
}

/// <summary>The form as it is typed.</summary>
public sealed class DeclarationInput
{
    public string? Type { get; set; }
    public string? Theme { get; set; }
    public List<string?> Practices { get; set; } = [];
    public string? Support { get; set; }

    /// <summary>By number from 0: “true”, “false”, or nothing.</summary>
    public List<bool?> Holds { get; set; } = [];
    public List<string?> Notes { get; set; } = [];

    public static DeclarationInput Of(DeclarationText text) => new()
    {
        Type = text.Type, Theme = text.Theme, Support = text.Support, Practices = [.. text.Practices], Holds = [.. text.Conditions.Select(c => c.Holds)], Notes = [.. text.Conditions.Select(c => c.Words)],
    };

    public DeclarationText ToText() => new(Type?.Trim() ?? "", Theme?.Trim() ?? "", [.. Enumerable.Range(0, SiteDeclaration.MostPractices).Select(i => At(Practices, i)?.Trim().ReplaceLineEndings("\n") ?? "")], Support?.Trim().ReplaceLineEndings("\n") ?? "",
        [.. Enumerable.Range(0, SiteDeclaration.Conditions.Count).Select(i => new DeclaredCondition(i < Holds.Count ? Holds[i] : null, At(Notes, i)?.Trim() ?? ""))]);

    public static string? At(IReadOnlyList<string?> list, int i) => i < list.Count ? list[i] : null;
}
