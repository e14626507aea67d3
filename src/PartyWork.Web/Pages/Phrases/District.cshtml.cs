using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>The district's phrases, which every reviewer is offered.</summary>
public sealed class DistrictModel(PartyWorkDb db) : PhrasesPage(db)
{
    protected override int? Keeper => null;

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostAddAsync(string? text) => AddAsync(text);

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version, string? text) => SaveAsync(id, version, text);

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostRemoveAsync(int id, int version) => RemoveAsync(id, version);
}
