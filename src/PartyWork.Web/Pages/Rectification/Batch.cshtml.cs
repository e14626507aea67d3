using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>一批整顿: its scheme, and how many of its communities stand where.</summary>
public sealed class BatchModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    [BindProperty]
    public SchemeInput Scheme { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public RectificationBatch Batch { get; private set; } = null!;
    public IReadOnlyList<(CaseStage Stage, int Count)> Stages { get; private set; } = [];
    public bool Manages => user.May(Act.ManageRectification);

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        (Scheme, Version) = (SchemeInput.Of(Batch.Scheme), VersionNow);
        return Page();
    }

    [Needs(Act.ManageRectification)]
    public async Task<IActionResult> OnPostAsync(int id) => !await FindAsync(id) ? NotFound() : !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
    {
        db.Expect(Batch, Version);
        Batch.Change(Scheme.Read());
        await db.SaveChangesAsync();
        Tell("方案已保存。");
        return Redirect($"/rectification/batches/{id}");
    }, async () =>
    {
        var found = await FindAsync(id);
        if (found && IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = VersionNow;
        }

        return found ? Page() : NotFound();
    });

    private int VersionNow => db.VersionOf(Batch);

    private async Task<bool> FindAsync(int id)
    {
        Batch = (await db.RectificationBatches.SingleOrDefaultAsync(b => b.Id == id))!;
        if (Batch is null)
        {
            return false;
        }

        Stages = [.. (await db.RectificationCases.Where(c => c.BatchId == id).GroupBy(c => c.Stage).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
        return true;
    }
}
