using System.ComponentModel;
using Microsoft.AspNetCore.Identity;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

public enum AccountState
{
    [Description("启用")] Active = 1,
    [Description("停用")] Disabled,
    [Description("锁定")] Locked,
    [Description("待激活")] Unused,
}

/// <summary>What the pages about accounts share.</summary>
public static class Accounts
{
    /// <summary>One state for each account: a disabled one is disabled, whatever else it is.</summary>
    public static AccountState StateOf(bool disabled, DateTimeOffset? lockedUntil, bool mustChange, DateTimeOffset now) =>
        disabled ? AccountState.Disabled : lockedUntil > now ? AccountState.Locked : mustChange ? AccountState.Unused : AccountState.Active;

    public static string Tone(AccountState state) => state switch
    {
        AccountState.Active => "green",
        AccountState.Locked => "red",
        AccountState.Unused => "yellow",
        _ => "grey",
    };

    /// <summary>职务 with the organisation in front, unless the title names it already.</summary>
    public static string Post(PostView post, OrgTree tree) =>
        tree.Find(post.OrganizationId) is { Level: not OrganizationLevel.District } node && !post.Title.Contains(node.ShortName, StringComparison.Ordinal) ? $"{node.Name}　{post.Title}" : post.Title;

    /// <summary>A fresh one-time code for the account; the slip that tells it is all that is left of it.</summary>
    public static Slip Issue(User user, string name, PostView? post, OrgTree tree, OneTimeCodes codes, DateTime expires)
    {
        var code = OneTimeCodes.New();
        user.GiveCode(codes.Seal(user.UserName!, code), expires);
        return new Slip(name, post is null ? "" : tree.Find(post.OrganizationId)?.Name ?? "", post?.Title ?? "", user.UserName!, code, expires, post is null ? "" : tree.Committee(post.OrganizationId)?.Name ?? "");
    }

    /// <summary>Identity's refusal is told like any other broken rule.</summary>
    public static void Require(IdentityResult result) => Rule.Require(result.Succeeded, string.Concat(result.Errors.Select(e => e.Description)));
}

public sealed record PostView(int OrganizationId, string Title);

/// <summary>激活单: what its holder needs to come in for the first time. Nothing of it is stored but the code's seal.</summary>
/// <param name="Expires">UTC.</param>
/// <param name="Committee">Slips are handed out by committee.</param>
public sealed record Slip(string Name, string Organization, string Post, string Account, string Code, DateTime Expires, string Committee);
