using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>体检: every finding with its place and remedy; warnings are explained here, and the figures locked.</summary>
public sealed class CheckModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    /// <summary>The finding whose reason was typed, and what was typed, when it is shown again.</summary>
    public string Words { get; private set; } = "";
    public string Typed { get; private set; } = "";

    [Needs(Act.ReadAnnualReport)]
    public async Task<IActionResult> OnGetAsync(int year) => await FindAsync(year) ? await ShowAsync() : NotFound();

    [Needs(Act.WriteAnnualReport)]
    public async Task<IActionResult> OnPostExplainAsync(int year, ReportRule rule, string? place, string? words, string? reason)
    {
        (Words, Typed) = (words ?? "", reason?.Trim() ?? "");
        if (!await FindAsync(year))
        {
            return NotFound();
        }

        return await TryAsync(Db, async () =>
        {
            await ReadAsync();
            var finding = Reading.Findings.FirstOrDefault(f => f.Rule == rule && f.Place == (place ?? "") && f.Words == Words);
            Rule.Require(finding is not null, "这处提示已经不存在，文字或数字有了变动，请看最新的体检结果。");
            Report.Explain(finding!, Typed, Current.Actor, Today);
            await Db.SaveChangesAsync();
            Tell("已说明。");
            return Redirect($"/annual-report/{year}/check");
        }, async () => await FindAsync(year) ? await ShowAsync() : NotFound());
    }

    /// <summary>Figures are frozen for the whole district at the report's cut-off; what comes later is an amendment beside them.</summary>
    [Needs(Act.WriteAnnualReport)]
    public Task<IActionResult> OnPostLockAsync(int year, int version) => ActAsync(year, version, async () =>
    {
        await ReadAsync();
        Report.Lock(Reading.Findings, Reading.Lines, Reading.Values, Current.Actor, Now);
        var period = Reading.Period;
        if (!await Db.FigureFreezes.AnyAsync(f => f.From == period.From && f.Cutoff == period.Cutoff))
        {
            await Freezing.FreezeAsync(Db, Current.Tree, $"{year}年度总结", period, [Current.Tree.District!.Id], Current.Actor, Now);
        }
    }, "数据已锁定，请没有参与起草的同志审核。", ShowAsync, $"/annual-report/{year}");

    private async Task<IActionResult> ShowAsync()
    {
        await ReadAsync();
        return Page();
    }
}
