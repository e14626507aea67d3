using Microsoft.AspNetCore.Identity;
using PartyWork.Web.Data;

namespace PartyWork.Web.Security;

/// <summary>The hash that stands in where there is no account, so that its check takes as long as any; made once, with the strength of all.</summary>
public sealed class StandInHash
{
    private string? _hash;

    public string Of(IPasswordHasher<User> hasher) => _hash ??= hasher.HashPassword(new User(), Guid.NewGuid().ToString());
}
