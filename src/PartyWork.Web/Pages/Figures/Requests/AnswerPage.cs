using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>What the pages of one answer share: the filing, what it answers, and who may do what.</summary>
public abstract class AnswerPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    protected DateTime Now => clock.Now;
    protected CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public Filing Filing { get; private set; } = null!;
    public DataRequest Asked { get; private set; } = null!;
    public DataAnswer Answer { get; private set; } = null!;
    public OrgNode Node { get; private set; } = null!;
    public int Version { get; private set; }
    public OrgTree Tree => user.Tree;
    public FilingStatus Status => Filing.Status(Today);
    public bool Fills => user.May(Act.AnswerRequests, Filing.OrganizationId);
    public bool Confirms => user.May(Act.ConfirmAnswers, Filing.OrganizationId);
    public bool Reviews => user.May(Act.ReviewAnswers, Filing.OrganizationId);
    public bool MovesDeadline => user.May(Act.MoveDeadline, Filing.OrganizationId);

    /// <summary>Reads the filing with row and acts, and the request, in two commands.</summary>
    protected async Task<bool> FindAsync(int id)
    {
        var found = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FilingKind.DataRequest);
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node)
        {
            return false;
        }

        Asked = await db.DataRequests.SingleAsync(r => r.WindowId == found.WindowId);
        (Filing, Node, Answer, Version) = (found, node, new DataAnswer(found, Asked), (int)db.Entry(found).Property(PartyWorkDb.Version).CurrentValue!);
        return true;
    }

    /// <summary>Find (404), may they (403), do and save; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Func<Task> what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(act, Filing.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
        return await TryAsync(db, async () =>
        {
            db.Expect(Filing, version);
            await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/figures/requests/answers/{id}");
        }, async () =>
        {
            await FindAsync(id);
            return Page();
        });
    }
}
