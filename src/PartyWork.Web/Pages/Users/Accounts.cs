using System.ComponentModel;
using Microsoft.AspNetCore.Identity;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Users;

public enum AccountState
{
    [Description("启用")] Active = 1,
    [Description("停用")] Disabled,
    [Description("锁定")] Locked,
    [Description("未首次登录")] Unused,
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

    /// <summary>Identity's refusal is told like any other broken rule.</summary>
    public static void Require(IdentityResult result) => Rule.Require(result.Succeeded, string.Concat(result.Errors.Select(e => e.Description)));
}

public sealed record PostView(int OrganizationId, string Title);
