using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Reports;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>One report as it stands: rows, acts, versions; reviewing, extending, unlocking.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : ReportPage(db, user, clock)
{
    [BindProperty, Display(Name = "延期或解锁至")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool MovesDeadline => Current.May(Act.MoveDeadline, Filing.OrganizationId);

    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        await Db.Entry(Filing).Collection(f => f.Acts).LoadAsync();
        return Page();
    }

    [Needs(Act.ReadReports)]
    public async Task<IActionResult> OnGetWordAsync(int id) =>
        await FindAsync(id) ? File(ReportDocument.Write(Node.Name, Filing, Report), WordDocument.ContentType, $"{Title}.docx") : NotFound();

    [Needs(Act.ReviewReports)]
    public Task<IActionResult> OnPostAcceptAsync(int id, int version) =>
        ActAsync(id, version, Act.ReviewReports, "已审核通过。", () => Report.Accept(Current.Actor, Now));

    [Needs(Act.ConfirmReports)]
    public Task<IActionResult> OnPostConfirmSignatureAsync(int id, int version) =>
        ActAsync(id, version, Act.ConfirmReports, "已补确认线下签字。", () => Filing.ConfirmSignature(Current.Actor, Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostExtendAsync(int id, int version) =>
        ActAsync(id, version, Act.MoveDeadline, "已批准延期。", () => Filing.Extend(Current.Actor, Until ?? Today, Reason?.Trim() ?? "", Now));

    [Needs(Act.MoveDeadline)]
    public Task<IActionResult> OnPostUnlockAsync(int id, int version) =>
        ActAsync(id, version, Act.MoveDeadline, "已解锁，可在期限内补报。", () => Filing.Unlock(Current.Actor, Until ?? Today, Reason?.Trim() ?? "", Now));

    private async Task<IActionResult> ActAsync(int id, int version, Act act, string done, Action what)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Current.May(act, Filing.OrganizationId))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await LoadActsAsync();
        return await TryAsync(Db, async () =>
        {
            lease.Why = Reason?.Trim() ?? "";
            Db.Expect(Filing, version);
            what();
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/reports/{id}");
        }, async () =>
        {
            await FindAsync(id);
            await LoadActsAsync();
            return Page();
        });
    }

}
