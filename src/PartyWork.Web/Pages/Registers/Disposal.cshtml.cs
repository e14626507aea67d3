using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>
/// Where households' personal data still stand after an assignment's end. Who registered them removes them here, or who stands
/// in its place when it has ended; the levels above see how many rows are left and by when, and never a row.
/// </summary>
public sealed class DisposalModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private const int MostShown = 200;

    private readonly HouseholdsLeft _left = new(db, user);

    [BindProperty, StringLength(300)]
    public string? Assignment { get; set; }

    /// <summary>Who registered the rows; the own organisation where nothing is said.</summary>
    [BindProperty, Display(Name = "党组织")]
    public int? Unit { get; set; }

    public OrgTree Tree => user.Tree;
    public DateOnly Today => clock.Today;
    public IReadOnlyList<HouseholdRows> Rows { get; private set; } = [];
    public IReadOnlyList<DisposalCertificate> Certificates { get; private set; } = [];

    public bool MayDispose(HouseholdRows row) => row.EndedOn <= Today && HouseholdsLeft.Disposes(user).Contains(row.OrganizationId);

    [Needs(Act.ReadRegisters)]
    public Task OnGetAsync() => ReadAsync();

    [Needs(Act.KeepRegisters)]
    public async Task<IActionResult> OnPostAsync()
    {
        var unit = Unit ?? user.Post!.OrganizationId;
        if (!HouseholdsLeft.Disposes(user).Contains(unit))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            var name = Assignment ?? "";
            var rows = await _left.ToDisposeAsync(unit, name);
            var areas = await db.Set<SpecialArea>().Where(a => a.OrganizationId == unit && a.AssignmentName == name && a.WithdrawnOn == null).ToListAsync();
            var certificate = DisposalCertificate.Dispose(unit, name, (await _left.EndsAsync([name])).GetValueOrDefault(name), rows, areas, user.Actor, Today);
            db.Add(certificate);

            // Workbooks uploaded here and never imported hold the same data.
            db.RemoveRange(await db.Uploads.Where(u => db.Users.Any(x => x.Id == u.UserId && db.PostHoldings.Any(h => h.PersonId == x.PersonId && h.OrganizationId == unit))).Select(u => new Upload { Id = u.Id }).ToListAsync());
            await db.SaveChangesAsync();
            Tell($"已处置“{name}”的个人信息{certificate.Records}条，户数已保留在包联单元。");
            return Redirect($"{Web.Registers.Registers.DisposalPage}/{certificate.Id}");
        }, async () =>
        {
            await ReadAsync();
            return Page();
        });
    }

    private async Task ReadAsync()
    {
        Rows = await _left.ReadAsync();
        Certificates = await db.DisposalCertificates.AsNoTracking().OrderByDescending(c => c.Id).Take(MostShown).ToListAsync();
    }
}
