using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Phrases;

/// <summary>常用意见 for the fields in which a reason is typed: one's own first, then the district's.</summary>
public sealed class OfferedPhrases(PartyWorkDb db, CurrentUser user)
{
    public async Task<IReadOnlyList<string>> ListAsync()
    {
        var person = user.Actor.PersonId;
        return await db.ReturnPhrases.Where(p => p.PersonId == null || p.PersonId == person).OrderBy(p => p.PersonId == null ? 1 : 0).ThenBy(p => p.Id).Select(p => p.Text).ToListAsync();
    }
}
