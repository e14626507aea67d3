using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>What the pages of one agreement share: finding it, its parties, and who the reader is to it.</summary>
public abstract class AgreementPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public Agreement Agreement { get; private set; } = null!;
    public OrgNode Lower { get; private set; } = null!;
    public OrgNode Upper { get; private set; } = null!;
    public int Version => db.VersionOf(Agreement);
    public IReadOnlyList<AgreementClause> Clauses => [.. Agreement.Clauses.OrderBy(c => c.No)];
    public string Title => $"{Lower.Name}{Agreement.Year}年度党建工作目标责任书";
    public string Number => Agreement.NumberOf(Agreement.Year, Lower.Code);
    public bool IsLate => Agreement.WasLate(Agreement.EffectiveOn, Agreement.DueOn, Today);

    /// <summary>The party that the active post stands for.</summary>
    public Party Side => user.Post!.OrganizationId == Agreement.OrganizationId ? Party.Lower : Party.Upper;

    public bool May(Act act) => user.May(act, Agreement.OrganizationId);

    protected async Task<bool> FindAsync(int id)
    {
        var agreement = await db.Agreements.Include(a => a.Clauses).ThenInclude(c => c.Amendments).Include(a => a.Addenda.OrderBy(d => d.Id)).Include(a => a.Evidence.Where(u => u.AgreementId == id)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id);
        if (agreement is null)
        {
            return false;
        }

        (Agreement, Lower, Upper) = (agreement, user.Tree[agreement.OrganizationId], user.Tree[agreement.UpperId]);
        return true;
    }

    /// <summary>The district has no agreement above it; every other upper party signs its own first.</summary>
    protected async Task<bool> IsUpperEffectiveAsync() =>
        Upper.Level is OrganizationLevel.District || (await db.WithEffectiveAgreementAsync(Agreement.Year, [Upper.Id])).Count > 0;

    /// <summary>Find (404), may they (403), then do it as of the version that the form was shown; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> ActAsync(int id, int version, Act act, Func<Task> what, string done, Func<Task<IActionResult>> again, string? back = null)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!May(act))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            db.Expect(Agreement, version);
            await what();
            db.Touch(Agreement);
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect(back ?? $"/agreements/{id}");
        }, async () => await FindAsync(id) ? await again() : NotFound());
    }
}
