using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.My;

/// <summary>由上级代填: the secretary agrees, until taken back, that the committee's clerk fills the organisation's reports. Confirming stays with the secretary.</summary>
public sealed class FillingModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public OrgNode Own => user.Organization!;
    public OrgNode? Committee => user.Tree.Parent(Own.Id);
    public bool IsAgreed { get; private set; }
    public bool HasOfficer { get; private set; }
    public int Version { get; private set; }

    [Needs(Act.LetParentFill)]
    public async Task OnGetAsync()
    {
        var (own, today) = (Own.Id, clock.Today);
        (IsAgreed, HasOfficer, Version) = await db.Organizations.Where(o => o.Id == own).Select(o => new ValueTuple<bool, bool, int>(
            o.IsFilledByParent,
            db.PostHoldings.Any(h => h.OrganizationId == own && h.Kind == PostKind.Officer && h.From <= today && (h.To == null || h.To >= today)),
            EF.Property<int>(o, PartyWorkDb.Version))).SingleAsync();
    }

    [Needs(Act.LetParentFill)]
    public async Task<IActionResult> OnPostAsync(bool agreed, int version)
    {
        var own = Own.Id;
        var organization = await db.Organizations.SingleAsync(o => o.Id == own);
        db.Expect(organization, version);
        organization.LetParentFill(agreed);
        db.Lease.Why = agreed ? "书记同意由上级代填" : "书记收回由上级代填";
        await db.SaveChangesAsync();
        Tell(agreed ? $"已同意由{Committee?.Name}代填季度报告，仍由您确认并报送。" : "已收回，季度报告由本组织填写。");
        return RedirectToPage();
    }
}
