using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>Identity's accounts, whose lockout runs by the program's clock instead of the machine's.</summary>
public sealed class Users(
    IUserStore<User> store, IOptions<IdentityOptions> options, IPasswordHasher<User> hasher, IEnumerable<IUserValidator<User>> userValidators,
    IEnumerable<IPasswordValidator<User>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<UserManager<User>> log, TimeProvider clock)
    : UserManager<User>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(User user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > clock.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(User user)
    {
        if (++user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
        {
            (user.AccessFailedCount, user.LockoutEnd) = (0, clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan);
        }

        return UpdateUserAsync(user);
    }
}
