using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>个人信息处置证明, to be printed and filed.</summary>
public sealed class CertificateModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public DisposalCertificate Certificate { get; private set; } = null!;
    public string Organization => user.Tree.Find(Certificate.OrganizationId)?.NameOn(Certificate.DisposedOn) ?? "";

    [Needs(Act.ReadRegisters)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.DisposalCertificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } found)
        {
            return NotFound();
        }

        Certificate = found;
        return Page();
    }
}
