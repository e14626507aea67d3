using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>名册导入, second step: what would change, what is wrong, and the decision. Only the reader's own upload.</summary>
public sealed class PreviewModel(PartyWorkDb db, DbLease lease, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int ShownRows = 300;

    /// <summary>只导入正确行; otherwise 全部或不导入.</summary>
    [BindProperty]
    public bool OnlyGood { get; set; }

    /// <summary>Of the plan that was shown; another one means that the data has changed since.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string FileName { get; private set; } = "";
    public RosterPlan Plan { get; private set; } = null!;
    public IReadOnlyList<RosterLine> New { get; private set; } = [];
    public IReadOnlyList<RosterLine> Changed { get; private set; } = [];
    public int Unchanged => Plan.Lines.Count - New.Count - Changed.Count;
    public int Faulty => Plan.Findings.Select(f => f.Row).Distinct().Count();
    public bool HasWork => New.Count + Changed.Count > 0;

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnGetAsync(int uploadId) =>
        await FindAsync(uploadId) is { } upload ? await ShowAsync(upload) : NotFound();

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostAsync(int uploadId) =>
        await FindAsync(uploadId) is { } upload ? await TryAsync(db, () => ImportAsync(upload), () => ShowAsync(upload)) : NotFound();

    [Needs(Act.ManageOrganizations)]
    public async Task<IActionResult> OnPostCancelAsync(int uploadId)
    {
        if (await FindAsync(uploadId) is not { } upload)
        {
            return NotFound();
        }

        db.Remove(upload);
        await db.SaveChangesAsync();
        Tell($"未导入“{upload.FileName}”，系统内容没有变化。");
        return Redirect("/organizations/import");
    }

    private async Task<IActionResult> ImportAsync(Upload upload)
    {
        var seen = Seen;
        await ShowAsync(upload);
        Rule.Require(seen == Seen, PageGuard.Changed);
        Rule.Require(OnlyGood || Plan.Findings.Count == 0, $"名册中有{Faulty}行有误，没有导入任何内容；请改正后重新上传，或选择“只导入正确行”。");
        Rule.Require(HasWork, "名册与系统内容一致，无需导入。");
        lease.Why = $"导入名册“{upload.FileName}”";
        db.Remove(upload);
        await new RosterImport(db, clock).ApplyAsync(Plan);
        Tell($"已导入“{upload.FileName}”：新增{New.Count}个、更新{Changed.Count}个、无变化{Unchanged}个{(Faulty > 0 ? $"，{Faulty}行有误未导入" : "")}。");
        return Redirect("/organizations");
    }

    private async Task<Upload?> FindAsync(int uploadId)
    {
        var userId = user.UserId;
        return user.Tree.District is { } district && user.May(Act.ManageOrganizations, district.Id)
            ? await db.Uploads.SingleOrDefaultAsync(u => u.Id == uploadId && u.UserId == userId) : null;
    }

    private async Task<IActionResult> ShowAsync(Upload upload)
    {
        var import = new RosterImport(db, clock);
        using var content = new MemoryStream(upload.Content);
        FileName = upload.FileName;
        Plan = await import.PlanAsync(Roster.Read(SheetReader.Read(content, FileName), await import.KnownCodesAsync()));
        (New, Changed) = ([.. Plan.Lines.Where(l => l.IsNew)], [.. Plan.Lines.Where(l => !l.IsNew && l.Changes.Count > 0)]);
        ModelState.Remove(nameof(Seen));
        Seen = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Plan.Lines.SelectMany(l => l.Changes.Prepend(l.Row.Code))))));
        return Page();
    }
}
