using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>自加条款: an own item of the lower party, while the text still stands open; 0 adds one.</summary>
public sealed class ItemModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : AgreementPage(db, user, clock)
{
    private AgreementClause? _item;

    [BindProperty]
    public ObjectiveInput Input { get; set; } = new();

    [BindProperty, Display(Name = "牵头岗位")]
    public DutyPosts LeadPost { get; set; } = DutyPosts.Secretary;

    public int No { get; private set; }

    [Needs(Act.FillAgreements)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (await RefusalAsync(id, no) is { } refusal)
        {
            return refusal;
        }

        if (_item is { } item)
        {
            (Input, LeadPost) = (ObjectiveInput.Of(item.Objective), item.LeadPost);
        }

        return Agreement.Stage is AgreementStage.Issued ? Page() : Redirect($"/agreements/{id}");
    }

    [Needs(Act.FillAgreements)]
    public async Task<IActionResult> OnPostSaveAsync(int id, int no, int version) =>
        await RefusalAsync(id, no) ?? (!ModelState.IsValid ? Page() : await DoAsync(id, no, version, "自加条款已保存。", item =>
        {
            if (item is null)
            {
                Agreement.AddItem(Input.ToObjective(), LeadPost);
            }
            else
            {
                Agreement.WriteItem(item, Input.ToObjective(), LeadPost);
            }
        }));

    [Needs(Act.FillAgreements)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int no, int version) => await RefusalAsync(id, no) ?? await DoAsync(id, no, version, "自加条款已删除。", item =>
    {
        Rule.Require(item is not null, "请先选择要删除的自加条款。");
        Agreement.RemoveItem(item!);
        Db.Remove(item!);
    });

    private Task<IActionResult> DoAsync(int id, int no, int version, string done, Action<AgreementClause?> what)
    {
        Db.ChangeTracker.Clear();
        return ActAsync(id, version, Act.FillAgreements, () =>
        {
            what(Agreement.Clauses.SingleOrDefault(c => c.No == no && c.IsOwn));
            return Task.CompletedTask;
        }, done, async () => await RefusalAsync(id, no) ?? Page());
    }

    private async Task<IActionResult?> RefusalAsync(int id, int no)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        No = no;
        _item = Agreement.Clauses.SingleOrDefault(c => c.No == no && c.IsOwn);
        return !May(Act.FillAgreements) ? StatusCode(StatusCodes.Status403Forbidden) : no == 0 || _item is not null ? null : NotFound();
    }
}
