using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>Cookies: who somebody is. What they may do is read from the database at every request, so that a change counts from the next one.</summary>
public sealed class Session(PartyWorkDb db, DbLease lease, OrgTrees trees, RightsRead rights, CurrentUser current, AccountRules rules, KnownDevices devices, BusinessClock business, TimeProvider clock)
    : CookieAuthenticationEvents
{
    private const string PostClaim = "post", SessionClaim = "session";

    /// <summary>Idle for so long, and at most so long in all.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(12);

    /// <summary>When one was last seen is written no oftener than this: reading pages is not to be writing.</summary>
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    /// <summary>The principal of a session; the post may be changed later without signing in again.</summary>
    public static ClaimsPrincipal Principal(int userId, Guid sessionId, int? holdingId) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, userId.ToString(CultureInfo.InvariantCulture)),
            new(SessionClaim, sessionId.ToString("N")),
            new(PostClaim, holdingId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ],
        IdentityConstants.ApplicationScheme));

    /// <summary>
    /// Begins a session of the account as it is now, in place of the one that this browser had; the rows of sessions that are over go. The caller saves
    /// nothing else afterwards: this saves all.
    /// </summary>
    public async Task<ClaimsPrincipal> BeginAsync(HttpContext http, User user, int? holdingId = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var kept = await db.UserSessions.Where(s => s.UserId == user.Id || s.Id == current.SessionId).ToListAsync();
        db.RemoveRange(kept.Where(s => s.Id == current.SessionId || s.Stamp != user.SecurityStamp || now - s.Began > Longest));
        var session = new UserSession { UserId = user.Id, Stamp = user.SecurityStamp!, Began = now, LastSeen = now, Device = Device.Words(http.Request.Headers.UserAgent.ToString()) };
        db.Add(session);
        await db.SaveChangesAsync();
        var principal = Principal(user.Id, session.Id, holdingId);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        devices.Remember(http, user);
        return principal;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal(); // the page that tells of an error asks nothing of a database that may be what failed
            return;
        }

        if (!await LoadAsync(context.Principal!))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>A form that met an ended session is kept and shown again after signing in; everything else goes to the sign-in page.</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.XRequestedWith == "fetch")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength < HeldForm.MaxBytes)
        {
            context.HttpContext.Items[HeldForm.Key] = HeldForm.Of(request.PathBase + request.Path + request.QueryString, await request.ReadFormAsync());
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false; // the sign-in page answers instead
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>The one rights read of a request: session and account by key, the posts of today, delegations and the tree's version.</summary>
    private async Task<bool> LoadAsync(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(SessionClaim), out var sessionId))
        {
            return false;
        }

        var (today, now) = (business.Today, clock.GetUtcNow().UtcDateTime);
        var account = await rights.OfAsync(db, sessionId, today);
        if (account is null || account.IsDisabled || account.SecurityStamp != account.Stamp || now - account.Began > Longest)
        {
            return false;
        }

        var wanted = principal.FindFirstValue(PostClaim);
        var active = account.Posts.FirstOrDefault(p => p.Held.HoldingId.ToString(CultureInfo.InvariantCulture) == wanted) ?? account.Posts.FirstOrDefault();
        var privileged = account.Posts.Any(p => AccountRules.IsPrivileged(p.Held.Kind));
        var daysLeft = account.IsDemo ? null : rules.DaysLeft(account.PasswordSetAt, privileged, now);
        var state = new OwnAccount(sessionId, account.MustChangePassword || daysLeft <= 0, daysLeft, privileged && !account.IsDemo, rules.RequireTwoFactor && privileged && !account.IsDemo && !account.TwoFactorEnabled);
        current.SignIn(account.UserId, account.Name, account.PersonId, state, [.. account.Posts.Select(p => p.Held)],
            active?.Held, active is { StandsIn: true, Held.Kind: PostKind.Deputy }, await trees.GetAsync(db, account.TreeVersion), account.WorkVersion,
            active?.Held.Kind is PostKind.Assessor or PostKind.TeamLeader && account.PersonId is { } assessor ? await rights.AssignedAsync(db, assessor, today) : []);
        lease.Scope = current.Scope;
        lease.UserId = account.UserId;
        lease.Actor = account.PersonId is null ? null : current.Actor;
        if (now - account.LastSeen > SeenWithin)
        {
            await SeeAsync(new UserSession { Id = sessionId, LastSeen = account.LastSeen }, now);
        }

        return true;
    }

    private async Task SeeAsync(UserSession session, DateTime now)
    {
        db.Attach(session).Entity.LastSeen = now;
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Ended by another request in this very moment; the next one will be told.
        }

        db.ChangeTracker.Clear();
    }
}
