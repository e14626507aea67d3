using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>A reviewer's own phrases.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user) : PhrasesPage(db)
{
    public bool KeepsDistrict => user.May(Act.KeepDistrictPhrases);

    protected override int? Keeper => user.Actor.PersonId;

    [Needs(Act.KeepOwnPhrases)]
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(Act.KeepOwnPhrases)]
    public Task<IActionResult> OnPostAddAsync(string? text) => AddAsync(text);

    [Needs(Act.KeepOwnPhrases)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version, string? text) => SaveAsync(id, version, text);

    [Needs(Act.KeepOwnPhrases)]
    public Task<IActionResult> OnPostRemoveAsync(int id, int version) => RemoveAsync(id, version);
}
