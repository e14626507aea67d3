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

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    /// <summary>Set after 检查: what is missing, or nothing.</summary>
    public IReadOnlyList<string>? Findings { get; private set; }

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
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!Fills)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        try
        {
            Write();
            if (!ModelState.IsValid)
            {
                return new JsonResult(new { error = ModelState.Values.SelectMany(v => v.Errors).First().ErrorMessage });
            }

            await Db.SaveChangesAsync();
            var row = Filing.Rows.SingleOrDefault(r => r.Key == Rows.FirstOrDefault()?.Key);
            return new JsonResult(new { version = row is null ? 0 : VersionOf(row), at = Show.Instant(Now)[11..] });
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

    [Needs(Act.FillReports)]
    public async Task<IActionResult> OnPostCheckAsync(int id)
    {
        var saved = await SaveAsync(id, () => { });
        if (saved is RedirectResult)
        {
            ReadRows();
            Findings = Report.Findings;
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
            Findings = Report.Findings;
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
            Write();
            await Db.SaveChangesAsync();
            if (!ModelState.IsValid)
            {
                RefreshVersions();
                return await ShowAsync();
            }

            done();
            return Redirect($"/reports/{id}/fill");
        }, async () => await FindAsync(id) ? await ShowAsync() : NotFound());
    }

    private async Task<IActionResult> ShowAsync()
    {
        LastQuarter = Filing.Period == 1 ? LastQuarter : await Db.FilingRows.AsNoTracking()
            .Where(r => Db.Filings.Any(f => f.Id == r.FilingId && f.OrganizationId == Filing.OrganizationId && f.Kind == Filing.Kind && f.Year == Filing.Year && f.Period == Filing.Period - 1))
            .ToDictionaryAsync(r => r.Key);
        return Page();
    }

    private void ReadRows() => Rows = [.. Report.Lines.Select(line => (line, row: Report.Row(line))).Select(l => new RowInput
    {
        Key = l.line.Key,
        Choice = l.row?.Answer switch { Answer.Nil => 0, Answer.Value => l.row.Choice, _ => null },
        Value = l.row?.Value is { } value ? Quantity.Print(value) : null,
        Words = l.row?.Words,
        Cause = l.row?.Cause,
        NextStep = l.row?.NextStep,
        ChoiceReason = l.row?.ChoiceReason,
        Request = l.row?.Request,
        Version = l.row is null ? 0 : VersionOf(l.row),
    })];

    /// <summary>Puts what was typed into the rows that changed; a number that is none, or a row somebody else changed, is told and the rest is kept.</summary>
    private void Write()
    {
        foreach (var input in Rows)
        {
            var line = Report.Lines.SingleOrDefault(l => l.Key == input.Key);
            Rule.Require(line is not null, "任务清单刚刚有变更，请刷新页面后重试。");
            var value = string.IsNullOrWhiteSpace(input.Value) ? null : Quantity.Parse(input.Value)?.Hundredths;
            if (value is null && !string.IsNullOrWhiteSpace(input.Value))
            {
                ModelState.AddModelError("", $"任务{line!.No}“本季实际”填写的“{input.Value}”不是数字，请改为不超过两位小数的数字。");
                continue;
            }

            var row = Report.Row(line!);
            var answer = input.Choice switch { null => Answer.Unanswered, 0 => Answer.Nil, _ => Answer.Value };
            var typed = (answer, input.Choice is > 0 ? input.Choice : null, value, Text(input.Words), Text(input.Cause), Text(input.NextStep), Text(input.ChoiceReason), Text(input.Request));
            var stored = row is null ? (Answer.Unanswered, null, null, "", "", "", "", "") : (row.Answer, row.Choice, row.Value, row.Words, row.Cause, row.NextStep, row.ChoiceReason, row.Request);
            if (typed == stored)
            {
                continue;
            }

            if (row is not null && VersionOf(row) != input.Version)
            {
                ModelState.AddModelError("", $"任务{line!.No}刚被其他同志改为“{(row.Answer is Answer.Nil ? Answer.Nil.Text() : ((ReportChoice?)row.Choice)?.Text())}　{row.Words}”；您填写的内容仍在下面，再次保存将以您的为准。");
                continue;
            }

            Filing.Edit(line!.Key, line.Label, Now).Fill(typed.answer, typed.Item2, typed.value, typed.Item4, typed.Item5, typed.Item6, typed.Item7, typed.Item8);
        }

        static string Text(string? text) => text?.Trim().Replace("\r\n", "\n", StringComparison.Ordinal) ?? "";
    }

    private void RefreshVersions()
    {
        foreach (var input in Rows)
        {
            input.Version = Filing.Rows.SingleOrDefault(r => r.Key == input.Key) is { } row ? VersionOf(row) : 0;
        }

        ModelState.Keys.Where(k => k.EndsWith(".Version", StringComparison.Ordinal)).ToList().ForEach(k => ModelState.Remove(k));
    }

    public sealed class RowInput
    {
        public string Key { get; set; } = "";

        /// <summary>0 is 本季无此项; null is nothing chosen yet.</summary>
        public int? Choice { get; set; }
        public string? Value { get; set; }
        public string? Words { get; set; }
        public string? Cause { get; set; }
        public string? NextStep { get; set; }
        public string? ChoiceReason { get; set; }
        public string? Request { get; set; }
        public int Version { get; set; }
    }
}
