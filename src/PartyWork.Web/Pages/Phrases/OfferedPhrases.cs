using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>常用意见 for the fields in which a reason is typed: one's own first, then the district's.</summary>
public sealed class OfferedPhrases(PartyWorkDb db, CurrentUser user)
{
    private readonly Dictionary<PhraseUse, IReadOnlyList<string>> _known = [];

    /// <summary>Read once, however many fields of the page offer them.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(PhraseUse use = PhraseUse.Returning)
    {
        if (!_known.TryGetValue(use, out var phrases))
        {
            var person = user.Actor.PersonId;
            _known[use] = phrases = await db.ReturnPhrases.Where(p => p.Use == use && (p.PersonId == null || p.PersonId == person)).OrderBy(p => p.PersonId == null ? 1 : 0).ThenBy(p => p.Id).Select(p => p.Text).ToListAsync();
        }

        return phrases;
    }
}
