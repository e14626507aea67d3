using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>One piece of evidence: what it is, its file, where it is used, and its withdrawal.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : WorkPage
{
    // Whatever a file holds, it reaches nothing and runs nothing; a browser's own viewer of PDF does not work within a sandbox.
    private const string FilePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public EvidenceItem Item { get; private set; } = null!;
    public IReadOnlyList<UseView> Uses { get; private set; } = [];
    public int Version { get; private set; }
    public OrgNode? Node => user.Tree.Find(Item.OrganizationId);
    public bool Keeps => user.May(Act.KeepEvidence, Item.OrganizationId);
    public bool IsPicture => Item.MediaType.StartsWith("image/", StringComparison.Ordinal);
    public bool IsPdf => Item.MediaType == "application/pdf";

    [Needs(Act.ReadEvidence)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        var found = await db.EvidenceItems.Where(i => i.Id == id).Select(i => new { Item = i, Version = EF.Property<int>(i, PartyWorkDb.Version), Uses = i.Uses.AsQueryable().OrderBy(u => u.Id).Select(UseView.From(db)).ToList() })
            .AsNoTracking().AsSingleQuery().SingleOrDefaultAsync();
        if (found is null)
        {
            return NotFound();
        }

        (Item, Version, Uses) = (found.Item, found.Version, found.Uses);
        return Page();
    }

    [Needs(Act.ReadEvidence)]
    public async Task<IActionResult> OnGetFileAsync(int id, bool download)
    {
        if (await db.EvidenceContents.AsNoTracking().Include(c => c.Item).SingleOrDefaultAsync(c => c.ItemId == id) is not { } content)
        {
            return NotFound();
        }

        Item = content.Item;
        Rule.Require(EvidenceUpload.Hash(content.Bytes) == Item.Hash, "文件与登记时的校验值不符，不能下载，请联系系统管理员从备份恢复。");
        var disposition = new ContentDispositionHeaderValue(!download && (IsPicture || IsPdf) ? "inline" : "attachment");
        disposition.SetHttpFileName(Item.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.ContentSecurityPolicy = FilePolicy + (IsPdf ? "; object-src 'self'" : "; sandbox");
        return File(content.Bytes, Item.MediaType);
    }

    [Needs(Act.KeepEvidence)]
    public Task<IActionResult> OnPostWithdrawAsync(int id, int version, string? reason) => ActAsync(id, version, item =>
    {
        lease.Why = reason?.Trim() ?? "";
        item.Withdraw(user.Actor, lease.Why, clock.Today);
        return ("佐证已撤回，引用处会注明。", $"/evidence/{id}");
    });

    /// <summary>删除 of what is used nowhere.</summary>
    [Needs(Act.KeepEvidence)]
    public Task<IActionResult> OnPostRemoveAsync(int id, int version) => ActAsync(id, version, item =>
    {
        item.RequireUnused();
        db.RemoveRange(db.EvidenceContents.Where(c => c.ItemId == id));
        db.Remove(item);
        return ("佐证已删除。", "/evidence");
    });

    /// <summary>取消引用 in one place, before it was submitted.</summary>
    [Needs(Act.KeepEvidence)]
    public Task<IActionResult> OnPostDetachAsync(int id, int version, int use) => ActAsync(id, version, item =>
    {
        var found = item.Uses.SingleOrDefault(u => u.Id == use);
        Rule.Require(found is not null, "这处引用已经取消。");
        found!.RequireDetachable();
        db.Remove(found);
        db.Touch(item);
        return ("已取消引用。", $"/evidence/{id}");
    });

    private async Task<IActionResult> ActAsync(int id, int version, Func<EvidenceItem, (string Done, string Link)> what)
    {
        if (await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == id) is not { } item)
        {
            return NotFound();
        }

        if (!user.May(Act.KeepEvidence, item.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await db.LoadUsesAsync(item);
        db.Expect(item, version);
        var (done, link) = what(item);
        await db.SaveChangesAsync();
        Tell(done);
        return Redirect(link);
    }
}
