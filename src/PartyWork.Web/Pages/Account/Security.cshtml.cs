using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Account;

/// <summary>账号安全, for everybody: where one is signed in, the password's age, the second factor.</summary>
public sealed class SecurityModel(PartyWorkDb db, CurrentUser current, TimeProvider clock) : WorkPage
{
    public AccountView Account { get; private set; } = null!;
    public IReadOnlyList<SessionView> Sessions { get; private set; } = [];

    [Needs(Act.OwnWork)]
    public async Task OnGetAsync()
    {
        Account = await db.Users.AsNoTracking().Where(u => u.Id == current.UserId).Select(u => new AccountView(u.UserName!, u.PasswordSetAt, u.TwoFactorEnabled)).SingleAsync();
        Sessions = [.. (await Alive().AsNoTracking().OrderByDescending(s => s.LastSeen)
            .Select(s => new SessionView(s.Id, s.Device, s.Began, s.LastSeen)).ToListAsync()).OrderByDescending(s => s.Id == current.SessionId)];
    }

    [Needs(Act.OwnWork)]
    public Task<IActionResult> OnPostOthersAsync() => EndAsync(Alive().Where(s => s.Id != current.SessionId), "其他地方的登录都已退出。");

    [Needs(Act.OwnWork)]
    public Task<IActionResult> OnPostEndAsync(Guid id) => EndAsync(Alive().Where(s => s.Id == id && s.Id != current.SessionId), "该处的登录已退出。");

    public bool IsThis(SessionView session) => session.Id == current.SessionId;

    private async Task<IActionResult> EndAsync(IQueryable<UserSession> sessions, string told)
    {
        var ended = await sessions.ToListAsync();
        if (ended.Count == 0)
        {
            Tell("没有其他登录需要退出。");
            return Redirect("/account/security");
        }

        db.RemoveRange(ended);
        db.Lease.Notes.Add(new AuditNote(nameof(User), current.UserId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), "退出其他登录"));
        await db.SaveChangesAsync();
        Tell(told);
        return Redirect("/account/security");
    }

    /// <summary>The account's sessions that would still be let in.</summary>
    private IQueryable<UserSession> Alive()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (idle, longest) = (now - Session.Idle, now - Session.Longest);
        return db.UserSessions.Where(s => s.UserId == current.UserId && s.Stamp == s.User.SecurityStamp && s.LastSeen > idle && s.Began > longest);
    }

    public sealed record AccountView(string UserName, DateTime? PasswordSetAt, bool TwoFactorEnabled);

    public sealed record SessionView(Guid Id, string Device, DateTime Began, DateTime LastSeen);
}
