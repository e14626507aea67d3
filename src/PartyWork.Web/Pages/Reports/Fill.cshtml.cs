using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>The quarter's form: a list, one choice a row. Saving is never refused; checking and handing over are other buttons.</summary>
public sealed class FillModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ReportPage(db, user, clock)
{
    [BindProperty]
    public List<RowInput> Rows { get; set; } = [];

    [BindProperty, Display(Name = "书记签字日期")]
    public DateOnly? SignedOn { get; set; }

    /// <summary>Set after 检查: what is missing, or nothing.</summary>
    public IReadOnlyList<(ReportLine Line, string Sentence)>? Findings { get; private set; }

    /// <summary>It was to go up and cannot yet, for what <see cref="Findings"/> says.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What the quarter before said, by row key.</summary>
    public IReadOnlyDictionary<string, FilingRow> LastQuarter { get; private set; } = new Dictionary<string, FilingRow>();

    public RowInput? Input(ReportLine line) => Rows.FirstOrDefault(r => r.Key == line.Key);

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Fills || Filing.WhyLocked(Today) is not null)
        {
            return Redirect($"/reports/{id}");
        }

        ReadRows();
        return await ShowAsync();
    }

    [Needs(Act.FillReports)]
    public Task<IActionResult> OnPostSaveAsync(int id) => SaveAsync(id, () => Tell($"已暂存 {Show.Instant(Now)[11..]}。"));

    /// <summary>One row, while typing.</summary>
    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostRowAsync(int id)
    {
        var key = Rows.FirstOrDefault()?.Key ?? "";
        if (!await FindLineAsync(id, key))
        {
            return NotFound();
        }

        if (!Fills)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        try
        {
            if (Write().FirstOrDefault() is { } error)
            {
                return new JsonResult(new { error });
            }

            await Db.SaveChangesAsync();
            var row = Filing.Rows.SingleOrDefault(r => r.Key == key);
            var missing = Report.Lines.FirstOrDefault(l => l.Key == key)?.Check(row).Any() == true;
            return new JsonResult(new { version = row is null ? RowInput.NoRow : Db.VersionOf(row), at = Show.Instant(Now)[11..], missing, complete = !missing && row is { Answer: not Answer.Unanswered } });
        }
        catch (BrokenRuleException broken)
        {
            return new JsonResult(new { error = broken.Message });
        }
        catch (DbUpdateConcurrencyException)
        {
            return new JsonResult(new { error = PageGuard.Changed });
        }
    }

    /// <summary>按节点完成 without script: the node's value, and the status that follows from it.</summary>
    [Needs(Act.FillReports)]
    public Task<IActionResult> OnPostNodeAsync(int id, string node) => SaveAsync(id, () => Tell("已填入节点数。"), row =>
    {
        if (row.Key == node && Report.Lines.FirstOrDefault(l => l.Key == node) is { NodeValue: { } value } line)
        {
            (row.Value, row.Choice) = (Quantity.Print(value), (int?)line.Propose(value));
        }
    });

    /// <summary>One press for rows without a node in the quarter that nobody has touched.</summary>
    [Needs(Act.FillReports)]
    public Task<IActionResult> OnPostQuietAsync(int id) => SaveAsync(id, () => Tell("没有节点的项已填“本季无此项”。"), row =>
    {
        if (row.Choice is null && Report.Lines.FirstOrDefault(l => l.Key == row.Key) is { IsRequired: false })
        {
            row.Choice = 0;
        }
    });

    /// <summary>附佐证: what was typed is kept first.</summary>
    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostEvidenceAsync(int id, int line) =>
        await SaveAsync(id, () => { }) is var saved && saved is RedirectResult ? Redirect($"/evidence/attach/task/{line}?Quarter={Filing.Period}") : saved;

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostCheckAsync(int id)
    {
        var saved = await SaveAsync(id, () => { });
        if (saved is RedirectResult)
        {
            ReadRows();
            Findings = Report.Missing;
            return await ShowAsync();
        }

        return saved;
    }

    [Needs(Act.FillReports)]
    public Task<IActionResult> OnPostPrepareAsync(int id) => HandOverAsync(id, "已报书记，等待书记确认。", () => Report.Prepare(Current.Actor, Now));

    [Needs(Act.FillReports)]
    public Task<IActionResult> OnPostSignOfflineAsync(int id) => HandOverAsync(id, "已按书记线下签字报送；书记登录后请补确认。", () =>
    {
        Rule.Require(SignedOn is not null, "请填写书记签字日期。");
        Report.SignOffline(Current.Actor, SignedOn!.Value, Now);
    });

    private async Task<IActionResult> HandOverAsync(int id, string done, Action act)
    {
        var saved = await SaveAsync(id, () => { });
        if (saved is not RedirectResult)
        {
            return saved;
        }

        if (Report.Missing is { Count: > 0 } missing)
        {
            ReadRows();
            (Findings, IsRefused) = (missing, true);
            return await ShowAsync();
        }

        await LoadActsAsync();
        return await TryAsync(Db, async () =>
        {
            act();
            await Db.SaveChangesAsync();
            Tell(done);
            return Redirect($"/reports/{id}");
        }, async () =>
        {
            await FindAsync(id);
            ReadRows();
            Findings = Report.Missing;
            return await ShowAsync();
        });
    }

    private async Task<IActionResult> SaveAsync(int id, Action done, Action<RowInput>? change = null)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Fills)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Rows.ForEach(r => change?.Invoke(r));
        return await TryAsync(Db, async () =>
        {
            var errors = Write();
            await Db.SaveChangesAsync();
            if (errors.Count > 0)
            {
                errors.ForEach(e => ModelState.AddModelError("", e));
                Form.RefreshVersions(Rows);
                ModelState.Keys.Where(k => k.EndsWith(".Version", StringComparison.Ordinal)).ToList().ForEach(k => ModelState.Remove(k));
                return await ShowAsync();
            }

            done();
            return Redirect($"/reports/{id}/fill");
        }, async () => await FindAsync(id) ? await ShowAsync() : NotFound());
    }

    private async Task<IActionResult> ShowAsync()
    {
        LastQuarter = await LastQuarterAsync();
        return Page();
    }

    private ReportForm Form => new(Report, Filing, row => Db.VersionOf(row));

    private void ReadRows() => Rows = Form.Read();

    private List<string> Write() => Form.Write(Rows, Now);
}
