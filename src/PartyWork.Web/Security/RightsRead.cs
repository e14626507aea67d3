using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>The one command that every request begins with, translated once for the whole run.</summary>
public sealed class RightsRead
{
    // A field of the one instance, not static: a compiled query belongs to the model of its host.
    private readonly Func<PartyWorkDb, Guid, DateOnly, Task<Rights?>> _read = EF.CompileAsyncQuery((PartyWorkDb db, Guid sessionId, DateOnly today) =>
        db.UserSessions.AsNoTracking().Where(s => s.Id == sessionId).Select(s => new Rights(
            s.UserId,
            s.Stamp,
            s.Began,
            s.LastSeen,
            s.User.SecurityStamp,
            s.User.IsDisabled,
            s.User.MustChangePassword,
            s.User.IsDemo,
            s.User.PasswordSetAt,
            s.User.TwoFactorEnabled,
            s.User.PersonId,
            s.User.Person == null ? s.User.UserName! : s.User.Person.Name,
            db.TreeStamps.OrderBy(t => t.Id).Select(t => t.Version).First(),
            db.TreeStamps.OrderBy(t => t.Id).Select(t => t.Work).First(),
            s.User.Person!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today))
                .OrderBy(h => h.Kind).ThenBy(h => h.Id)
                .Select(h => new RightsPost(
                    new HeldPost(h.Id, h.Kind, h.Title, h.OrganizationId),
                    // Past the filters: there is no scope yet, this reading is what it is made of.
                    db.Delegations.IgnoreQueryFilters().Any(d => d.DeputyHoldingId == h.Id && d.From <= today && d.To >= today))).ToList()))
            .SingleOrDefault());

    /// <summary>Session and account by key, the posts of today, delegations, the versions of tree and work; null when there is no such session.</summary>
    public Task<Rights?> OfAsync(PartyWorkDb db, Guid sessionId, DateOnly today) => _read(db, sessionId, today);

    /// <summary>What an assessor's teams have drawn, in rounds on site and until the day on which access ends, but for those from whom the assessor has to keep away; one command, for assessors alone.</summary>
    public async Task<IReadOnlyCollection<AssignedSheet>> AssignedAsync(PartyWorkDb db, int person, DateOnly today) =>
        await db.ScoreSheets.IgnoreQueryFilters() // there is no scope yet, this reading is what it is made of
            .Where(s => s.Round.Stage == RoundStage.OnSite && s.Round.Plan.AccessUntil >= today && s.Team!.Members.Any(m => m.PersonId == person)
                && !s.Round.Recusals.Any(r => r.PersonId == person && r.OrganizationId == s.OrganizationId))
            .Select(s => new AssignedSheet(s.Id, s.OrganizationId)).ToListAsync();
}

public sealed record Rights(
    int UserId, string Stamp, DateTime Began, DateTime LastSeen, string? SecurityStamp, bool IsDisabled, bool MustChangePassword, bool IsDemo, DateTime? PasswordSetAt,
    bool TwoFactorEnabled, int? PersonId, string Name, int TreeVersion, int WorkVersion, List<RightsPost> Posts);

/// <param name="StandsIn">A deputy to whom the secretary's confirmation is delegated today.</param>
public sealed record RightsPost(HeldPost Held, bool StandsIn);

