using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Rectification;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>整顿前后对比 of a batch, on the screen and as a brief.</summary>
public sealed class ComparisonModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public RectificationBatch Batch { get; private set; } = null!;
    public ComparisonView View { get; private set; } = null!;

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? Page() : NotFound();

    /// <summary>整顿简报 in Word.</summary>
    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetBriefAsync(int id) =>
        await FindAsync(id) ? File(BatchBrief.Write(Batch, View.Cases, View.Named, $"中共{user.Tree.Place}委组织部", clock.Today), WordDocument.ContentType, $"{Batch.Title}后进社区整顿简报.docx") : NotFound();

    private async Task<bool> FindAsync(int id)
    {
        if (await db.RectificationBatches.SingleOrDefaultAsync(b => b.Id == id) is not { } batch)
        {
            return false;
        }

        Batch = batch;
        var cases = (await CaseComparison.OfAsync(db, id, clock.Today)).Where(c => user.Tree.Find(c.OrganizationId) is not null).OrderBy(c => user.Tree[c.OrganizationId].SortNo).ToList();
        View = new(cases, organization => user.Tree.Unmistakable(user.Tree[organization]), organization => user.Tree.Unmistakable(user.Tree[organization], user.Tree[organization].ShortName));
        return true;
    }
}
