using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>One paragraph: words are free, its figures stay.</summary>
public sealed class ParagraphModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [BindProperty]
    public string? Input { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public new int Version { get; set; }

    public ReportParagraph Paragraph { get; private set; } = null!;
    public IReadOnlyList<ReportFigure> Chips { get; private set; } = [];

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year, string key)
    {
        if (!await FindAsync(year, key))
        {
            return NotFound();
        }

        Input = ReportText.ToNames(Paragraph.Text, ReportTemplates.Names);
        Version = Db.VersionOf(Paragraph);
        return await ShowAsync();
    }

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostSaveAsync(int year, string key) => EditAsync(year, key, () => Report.Write(Paragraph, Input ?? "", ReportTemplates.Names, Current.Actor, Today), "已保存。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostRestoreAsync(int year, string key) => EditAsync(year, key, () => Report.Restore(Paragraph, Current.Actor, Today), "已恢复范文。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostLeaveOutAsync(int year, string key) => EditAsync(year, key, () => Report.LeaveOut(Paragraph, Reason?.Trim() ?? "", Current.Actor, Today), "本段不再写入，序号已自动调整。");

    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostPutBackAsync(int year, string key) => EditAsync(year, key, () => Report.PutBack(Paragraph, Current.Actor, Today), "已恢复写入。");

    private async Task<IActionResult> EditAsync(int year, string key, Action edit, string done)
    {
        if (!await FindAsync(year, key))
        {
            return NotFound();
        }

        return await TryAsync(Db, async () =>
        {
            Db.Expect(Paragraph, Version);
            edit();
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/annual-report/{year}#{key}");
        }, async () =>
        {
            await FindAsync(year, key);
            Input ??= ReportText.ToNames(Paragraph.Text, ReportTemplates.Names);
            if (IsOutdated)
            {
                ModelState.Remove(nameof(Version)); // else the field would show the version that was posted
                Version = Db.VersionOf(Paragraph);
            }

            return await ShowAsync();
        });
    }

    private async Task<bool> FindAsync(int year, string key)
    {
        if (!await FindAsync(year) || Report.Paragraphs.FirstOrDefault(p => p.Key == key) is not { } paragraph)
        {
            return false;
        }

        Paragraph = paragraph;
        return true;
    }

    private async Task<IActionResult> ShowAsync()
    {
        await ReadAsync();
        Chips = [.. ReportText.Chips(Paragraph.Text).Distinct().Select(k => Reading.Values[k])];
        return Page();
    }
}
