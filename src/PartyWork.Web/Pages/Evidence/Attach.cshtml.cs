using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>附佐证 to one place: one of those kept already, or a new one.</summary>
public sealed class AttachModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, EvidenceLimits limits) : WorkPage
{
    public const int Shown = 10;

    [BindProperty(SupportsGet = true)]
    public int Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    public Place Place { get; private set; } = null!;
    public IReadOnlyList<EvidenceItem> Choices { get; private set; } = [];
    public EvidenceLimits Limits => limits;

    [Needs(Act.KeepEvidence)]
    public async Task<IActionResult> OnGetAsync(string place, int id) => await FindAsync(place, id) ?? await ShowAsync();

    /// <summary>选用: one that is kept already.</summary>
    [Needs(Act.KeepEvidence)]
    public async Task<IActionResult> OnPostUseAsync(string place, int id, int item) => await FindAsync(place, id)
        ?? await TryAsync(db, async () =>
        {
            var held = await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == item && i.OrganizationId == Place.KeeperId);
            Rule.Require(held is not null, "没有这件佐证，可能刚刚被删除，请重新选择。");
            return await AttachAsync(held!);
        }, () => AgainAsync(place, id));

    /// <summary>登记并附上.</summary>
    [Needs(Act.KeepEvidence)]
    public async Task<IActionResult> OnPostAddAsync(string place, int id) => await FindAsync(place, id)
        ?? await TryAsync(db, async () => await AttachAsync(await new EvidenceForm(db, user, clock, limits).KeepAsync(Input, Place.KeeperId, Request)), () => AgainAsync(place, id));

    private async Task<IActionResult> AttachAsync(EvidenceItem item)
    {
        if (Place.Here.All(u => u.Item != item)) // pressed twice is attached once
        {
            var known = item.Id != 0;
            db.Add(Place.Attach(item, user.Actor, clock.Now));
            await db.SaveChangesAsync();
            Tell($"已附佐证“{item.Told}”。" + (known && Input.Title?.Trim() is { Length: > 0 } typed && typed != item.Title ? $"同一内容以前登记过，名称为“{item.Title}”，没有重复保存。" : ""));
        }

        return Redirect(Place.Link);
    }

    /// <returns>Null when the place is there and the post may attach to it.</returns>
    private async Task<IActionResult?> FindAsync(string place, int id)
    {
        var found = place switch
        {
            "task" when Quarter is >= 0 and <= 4 => await Place.OfTaskAsync(db, user, id, Quarter, clock.Today),
            "problem" => await Place.OfProblemAsync(db, user, id),
            "agreement" => await Place.OfAgreementAsync(db, user, id),
            "survey" => await Place.OfSurveyAsync(db, user, id),
            "debrief" => await Place.OfDebriefAsync(db, user, id),
            "note" => await Place.OfNoteAsync(db, user, id),
            "coordination" => await Place.OfCoordinationAsync(db, user, id),
            _ => null,
        };
        if (found is null)
        {
            return NotFound();
        }

        Place = found;
        return found.IsOurs ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IActionResult> AgainAsync(string place, int id) => await FindAsync(place, id) ?? await ShowAsync();

    private async Task<IActionResult> ShowAsync()
    {
        var words = Words?.Trim() ?? "";
        Choices = await db.EvidenceItems.AsNoTracking()
            .Where(i => i.OrganizationId == Place.KeeperId && i.WithdrawnOn == null && (words == "" || i.Title.Contains(words) || i.DocumentNo.Contains(words)))
            .OrderByDescending(i => i.On).ThenByDescending(i => i.Id).Take(Shown).ToListAsync();
        return Page();
    }
}
