using Microsoft.AspNetCore.Identity;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>账号 of one person. What it may do follows from the person's posts, read at every request.</summary>
public sealed class User : IdentityUser<int>, IAudited
{
    public int? PersonId { get; set; }
    public Person? Person { get; set; }
    public bool MustChangePassword { get; set; }
    public bool IsDisabled { get; set; }
}

/// <summary>Counts changes of the organisation tree, so that every node of the program knows when its copy is stale.</summary>
public sealed class TreeStamp
{
    public int Id { get; set; }
    public int Version { get; set; }
}

/// <summary>The district's settings that are neither a year's scheme nor a secret.</summary>
public sealed class Setting
{
    public const string DemoOffsetMinutes = "demo.offset.minutes";

    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>A workbook between its preview and its import.</summary>
public sealed class Upload
{
    public int Id { get; set; }
    public int UserId { get; set; }
    public string FileName { get; set; } = "";
    public byte[] Content { get; set; } = [];
    public DateTime At { get; set; }
}
