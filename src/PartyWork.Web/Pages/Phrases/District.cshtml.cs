using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>The district's phrases: those that every reviewer is offered, and those that assessors begin a reason with.</summary>
public sealed class DistrictModel(PartyWorkDb db) : PhrasesPage(db)
{
    [BindProperty(SupportsGet = true)]
    public PhraseUse Use { get; set; }

    protected override int? Keeper => null;

    protected override PhraseUse For => Enum.IsDefined(Use) ? Use : PhraseUse.Returning;

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostAddAsync(string? text) => AddAsync(text);

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostSaveAsync(int id, int version, string? text) => SaveAsync(id, version, text);

    [Needs(Act.KeepDistrictPhrases)]
    public Task<IActionResult> OnPostRemoveAsync(int id, int version) => RemoveAsync(id, version);
}
