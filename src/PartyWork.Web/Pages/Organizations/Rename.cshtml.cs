using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>更名 from a day, the old name kept; or 更正 of one that was written wrongly.</summary>
public sealed class RenameModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : OrganizationActPage(db, user, clock)
{
    [BindProperty, Display(Name = "新名称"), Required(ErrorMessage = "请填写新名称。"), StringLength(Organization.NameMaxLength, ErrorMessage = "党组织名称不超过80字。")]
    public string NewName { get; set; } = "";

    [BindProperty, Display(Name = "只是更正录入错误，不保留原名称")]
    public bool IsCorrection { get; set; }

    public override string Verb => "更名";

    protected override async Task<IReadOnlyList<string>> ActAsync(Organization organization)
    {
        var (old, name) = (organization.Name, NewName.Trim());
        var said = new List<string>();
        if (IsCorrection)
        {
            organization.Rename(name);
            said.Add($"名称由“{old}”更正为“{name}”，不列入曾用名。");
        }
        else
        {
            organization.Rename(name, Day, Paper);
            said.Add($"自{Show.Words(Day)}起名称为“{name}”；“{old}”列入曾用名，用原名称仍能查到。");
            said.Add("在此之前到期的清单和季报，打印和查看时仍为原名称。");
        }

        var retitled = new List<string>();
        foreach (var holder in await HoldersAsync(organization.Id, Today))
        {
            var title = holder.Title;
            holder.FollowName(old, name);
            if (holder.Title != title)
            {
                retitled.Add($"{holder.Person.Name}（{holder.Title}）");
            }
        }

        if (retitled.Count > 0)
        {
            said.Add($"现任职务名称随之更改：{string.Join("、", retitled)}。");
        }

        said.Add("组织代码、隶属、任职、清单和报告都不变。");
        return said;
    }
}
