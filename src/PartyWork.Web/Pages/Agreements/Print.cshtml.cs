using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>The agreement as it is signed and sealed on paper, in two originals.</summary>
public sealed class PrintModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AgreementPage(db, user, clock)
{
    [Needs(Act.ReadAgreements)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? Page() : NotFound();
}
