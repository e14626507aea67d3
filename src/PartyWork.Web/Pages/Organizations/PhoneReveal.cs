using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>
/// Telephones are shown in full to whoever asked for them: that is on record once, who, whose and when, and holds for half an hour for that account and that
/// organisation alone. Whether one may see them at all is the page's question.
/// </summary>
public sealed class PhoneReveal(IDataProtectionProvider protection, PartyWorkDb db, CurrentUser user)
{
    public const string OfOrganization = "查看电话", OfCallList = "打开电话单";

    private static readonly TimeSpan Holding = TimeSpan.FromMinutes(30);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector(nameof(PhoneReveal)).ToTimeLimitedDataProtector();

    /// <returns>The seal that the page is shown with.</returns>
    public async Task<string> RecordAsync(string act, int organizationId)
    {
        db.Lease.Notes.Add(new AuditNote(nameof(Organization), $"{organizationId}", act, organizationId));
        await db.SaveChangesAsync();
        return Protector.Protect(What(act, organizationId), Holding);
    }

    public bool Holds(string? seal, string act, int organizationId)
    {
        try
        {
            return seal is not null && Protector.Unprotect(seal) == What(act, organizationId);
        }
        catch (CryptographicException)
        {
            return false; // another's, made up, or too old
        }
    }

    private string What(string act, int organizationId) => $"{user.UserId} {act} {organizationId}";
}
