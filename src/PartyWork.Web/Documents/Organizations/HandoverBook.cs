using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Organizations;

/// <param name="HoldingId">The post that is handed over.</param>
/// <param name="Post">职务 of the old holder.</param>
/// <param name="Title">职务 that the new one gets.</param>
public sealed record HandoverHead(
    int Id, int Version, int OrganizationId, int HoldingId, int FromId, string From, string Post, DateOnly Since, int ToId, string To, string Phone, string Title, DateOnly On, string Reason,
    string BegunBy, DateOnly BegunOn, HandoverState State, DateTime? GivenAt, string GivenBy, DateTime? TakenAt, string TakenBy, string Sheet, bool HasAccount);

public sealed record HandoverRow(int Id, int OrganizationId, string Title, string From, string To, DateOnly On, bool Given, bool Taken, HandoverState State);

/// <summary>岗位交接 as its readers find them: those within their scope, and those in which they themselves leave or come.</summary>
public sealed class HandoverBook(PartyWorkDb db)
{
    public const int Shown = 100;

    public Task<List<HandoverRow>> ListAsync() => db.Handovers.OrderBy(h => h.State).ThenByDescending(h => h.On).ThenByDescending(h => h.Id).Take(Shown)
        .Select(h => new HandoverRow(h.Id, h.OrganizationId, h.Title, h.Outgoing.Person.Name, h.Incoming.Name, h.On, h.GivenAt != null, h.TakenAt != null, h.State)).ToListAsync();

    public Task<HandoverHead?> FindAsync(int id) => db.Handovers.Where(h => h.Id == id)
        .Select(h => new HandoverHead(h.Id, EF.Property<int>(h, PartyWorkDb.Version), h.OrganizationId, h.OutgoingHoldingId, h.Outgoing.PersonId, h.Outgoing.Person.Name, h.Outgoing.Title, h.Outgoing.From,
            h.IncomingId, h.Incoming.Name, h.Incoming.Phone, h.Title, h.On, h.Reason, h.BegunBy, h.BegunOn, h.State, h.GivenAt, h.GivenBy, h.TakenAt, h.TakenBy, h.Sheet,
            db.Users.Any(u => u.PersonId == h.IncomingId))).SingleOrDefaultAsync();

    /// <summary>Ready to be acted upon.</summary>
    public Task<Handover> LoadAsync(int id) => db.Handovers.Include(h => h.Incoming).Include(h => h.Outgoing).ThenInclude(o => o.Organization).SingleAsync(h => h.Id == id);

    /// <summary>The change of the post, once both have confirmed, with everything that hangs on it. Two saves: the leads refer to the new post's number.</summary>
    public static async Task CompleteAsync(PartyWorkDb db, OrgTree tree, Handover handover, DateOnly today)
    {
        var old = handover.OutgoingHoldingId;
        var sheet = await new HandoverSheetReader(db, tree, handover.OrganizationId, old, today).ReadAsync();
        var post = handover.Complete(sheet.Print());
        db.Add(post);
        await db.SaveChangesAsync();

        // Past the reading filter: a lead or a delegation may stand in another organisation's list, which neither of the two reads.
        handover.MoveLeads(post,
            await db.WorkTasks.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(t => t.Lead.HoldingId == old).ToListAsync(),
            await db.Problems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(p => p.Owner.HoldingId == old || p.Leader.HoldingId == old).ToListAsync(),
            await db.DutyItems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(d => d.Holder.HoldingId == old && d.Year >= handover.On.Year).ToListAsync());
        foreach (var delegation in await db.Delegations.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(d => d.SecretaryHoldingId == old && d.To >= today).ToListAsync())
        {
            delegation.Withdraw(today);
        }

        await db.SaveChangesAsync();
    }
}
