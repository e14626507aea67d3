using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>调整隶属: another parent from a day; who sees it and who reviews follows from the next request.</summary>
public sealed class MoveModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : OrganizationActPage(db, user, clock)
{
    [BindProperty, Display(Name = "新的上级党组织"), Required(ErrorMessage = "请选择新的上级党组织。")]
    public int? ParentId { get; set; }

    public override string Verb => "调整隶属";
    public IReadOnlyList<SelectListItem> Parents => OrganizationOptions.Of(Tree, n => n.Level < OrganizationLevel.Branch && !Tree.Subtree(Node.Id).Contains(n.Id) && n.Id != Node.ParentId);

    protected override async Task<IReadOnlyList<string>> ActAsync(Organization organization)
    {
        Rule.Require(Parents.Any(p => p.Value == $"{ParentId}"), "请从列表中选择新的上级党组织。");
        var (old, level) = (Tree.Parent(organization.Id), organization.Level);
        var parent = await Db.Organizations.SingleAsync(o => o.Id == ParentId);
        organization.PlaceAt(Tree.Subtree(parent.Id).Max(id => Tree[id].SortNo) + 1); // the last of its new siblings
        organization.MoveTo(parent, Day, Paper, Tree.Children(organization.Id).Any(c => c.ClosedOn is null));
        var waiting = await Db.Filings.CountAsync(f => f.OrganizationId == organization.Id && f.Stage == FilingStage.Submitted);
        var said = new List<string>
        {
            $"自{Show.Words(Day)}起隶属“{parent.Name}”，原上级“{old?.Name}”列入隶属沿革。",
            $"办理后“{parent.Name}”即可查看和审核其工作，“{old?.Name}”不再看到。",
            $"截止日在{Show.Words(Day)}以前的期次，统计时仍计入原党（工）委。",
        };
        if (waiting > 0)
        {
            said.Add($"已报送、尚未审核的{waiting}份改由新的上级审核。");
        }

        if (organization.Level != level)
        {
            said.Add($"层级由{level.Text()}变为{organization.Level.Text()}。");
            var ended = (await Db.Filings.Include(f => f.Window).Include(f => f.Acts).AsSplitQuery()
                .Where(f => f.OrganizationId == organization.Id && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Submitted && f.Stage != FilingStage.Lapsed).ToListAsync())
                .Count(f => f.Lapse(Current.Actor, Day.AddDays(-1), Now));
            if (ended > 0)
            {
                said.Add($"原层级尚未到期的{ended}份报送终止；新层级的期次由区委组织部在“年度与时间”中补发布。");
            }
        }

        return said;
    }
}
