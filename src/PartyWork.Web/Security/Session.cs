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
public sealed class Session(PartyWorkDb db, DbLease lease, OrgTrees trees, CurrentUser current, BusinessClock business, TimeProvider clock)
    : CookieAuthenticationEvents
{
    public const string PostClaim = "post", StampClaim = "stamp";

    /// <summary>Idle for so long, and at most so long in all.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30), Longest = TimeSpan.FromHours(12);

    private const string Began = "began";

    /// <summary>The principal of a session; the post may be changed later without signing in again.</summary>
    public static ClaimsPrincipal Principal(int userId, string stamp, int? holdingId) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, userId.ToString(CultureInfo.InvariantCulture)),
            new(StampClaim, stamp),
            new(PostClaim, holdingId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        ],
        IdentityConstants.ApplicationScheme));

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Began, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var began = context.Properties.Items.TryGetValue(Began, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : DateTimeOffset.MinValue;
        if (clock.GetUtcNow() - began > Longest || !await LoadAsync(context.Principal!))
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

    /// <summary>The one rights read of a request: the account by key with its posts of today, delegations and the tree's version.</summary>
    private async Task<bool> LoadAsync(ClaimsPrincipal principal)
    {
        if (!int.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId))
        {
            return false;
        }

        var today = business.Today;
        var account = await db.Users.AsNoTracking().Where(u => u.Id == userId).Select(u => new
        {
            u.SecurityStamp,
            u.IsDisabled,
            u.MustChangePassword,
            u.PersonId,
            Name = u.Person == null ? u.UserName! : u.Person.Name,
            TreeVersion = db.TreeStamps.OrderBy(t => t.Id).Select(t => t.Version).First(),
            Posts = u.Person!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today))
                .OrderBy(h => h.Kind).ThenBy(h => h.Id)
                .Select(h => new
                {
                    Held = new HeldPost(h.Id, h.Kind, h.Title, h.OrganizationId),
                    StandsIn = db.Delegations.IgnoreQueryFilters().Any(d => d.DeputyHoldingId == h.Id && d.From <= today && d.To >= today),
                }).ToList(),
        }).SingleOrDefaultAsync();
        if (account is null || account.IsDisabled || account.SecurityStamp != principal.FindFirstValue(StampClaim))
        {
            return false;
        }

        var wanted = principal.FindFirstValue(PostClaim);
        var active = account.Posts.FirstOrDefault(p => p.Held.HoldingId.ToString(CultureInfo.InvariantCulture) == wanted) ?? account.Posts.FirstOrDefault();
        current.SignIn(userId, account.Name, account.PersonId, account.MustChangePassword, [.. account.Posts.Select(p => p.Held)],
            active?.Held, active is { StandsIn: true, Held.Kind: PostKind.Deputy }, await trees.GetAsync(db, account.TreeVersion));
        lease.Scope = current.Scope;
        lease.UserId = userId;
        lease.Actor = account.PersonId is null ? null : current.Actor;
        return true;
    }
}
