using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>反馈: a letter with its number for each organisation, one by one or all together; and sending a sheet back to its team before that.</summary>
public sealed class FeedbackModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ObjectListPage(db, user, clock)
{
    /// <summary>文号格式, with {n} for the running number.</summary>
    [BindProperty]
    public string? Pattern { get; set; }

    /// <summary>起始号.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>文号 by 评分表.</summary>
    [BindProperty]
    public Dictionary<int, string?> Letters { get; set; } = [];

    [BindProperty, Display(Name = "所选")]
    public List<int> Chosen { get; set; } = [];

    /// <summary>评分表 that goes back to its team.</summary>
    [BindProperty]
    public int? Sheet { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<RoundObject> Waiting => [.. All.Where(o => o.Stage is SheetStage.Provisional && o.IsChecked)];
    public int InCheck => All.Count(o => o.Stage is SheetStage.Provisional && !o.IsChecked);
    public int Given => All.Count(o => o.Stage >= SheetStage.Feedback);

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    /// <summary>反馈意见书 as Word: of one sheet, before it is sent as a draft; or all that have been sent in one file.</summary>
    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetLetterAsync(int id, int? sheet) =>
        PaperAsync(id, sheet, "反馈意见书", sheets => Task.FromResult(FeedbackLetter.Write(sheets, $"中共{Current.Tree.Place}委组织部")));

    /// <summary>整改台账 as Word, of one sheet or all.</summary>
    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetLedgerAsync(int id, int? sheet) => PaperAsync(id, sheet, "整改台账", async sheets => RectificationLedger.Write(sheets, await Rectified.OfAsync(Db, sheets.Select(s => s.Sheet))));

    /// <summary>反馈 to those that are ticked.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostGiveAsync(int id) => DoAsync(id, () =>
    {
        Rule.Require(Chosen.Count > 0, "请勾选要反馈的单位。");
        return GiveAsync(Chosen.Distinct().ToDictionary(s => s, s => Letters.GetValueOrDefault(s)?.Trim() ?? ""));
    }, "/feedback");

    /// <summary>反馈 to all that wait for it, in official order, numbered on from the first number.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostGiveAllAsync(int id) => DoAsync(id, async () =>
    {
        var pattern = Pattern?.Trim() ?? "";
        Rule.Require(pattern.Contains(LetterNumbers.Number, StringComparison.Ordinal), $"文号格式中请用“{LetterNumbers.Number}”表示顺序号。");
        Rule.Require(int.TryParse(From?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first is > 0 and < 100_000, "起始号应是正整数。");
        var waiting = (await RoundObject.OfAsync(Db, Current.Tree, id)).Where(o => o.Stage is SheetStage.Provisional && o.IsChecked).ToList();
        Rule.Require(waiting.Count > 0, "没有待反馈的单位。");
        return await GiveAsync(waiting.Index().ToDictionary(o => o.Item.SheetId, o => LetterNumbers.Of(pattern, first + o.Index)));
    }, "/feedback");

    /// <summary>退回考核组.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostReopenAsync(int id) => DoAsync(id, async () =>
    {
        var sheet = await Db.ScoreSheets.SingleOrDefaultAsync(s => s.Id == Sheet && s.RoundId == id) ?? throw new BrokenRuleException("请选择要退回的单位。");
        sheet.Reopen(Reason?.Trim() ?? "");
        return $"{Named(sheet.OrganizationId)}的评分表已退回考核组。";
    }, "/feedback");

    protected override bool Keeps(RoundObject row) => row.Stage >= SheetStage.Provisional;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Pattern ??= LetterNumbers.Usual(Current.Tree.Place, Round.Year);
        var next = (await LetterNumbers.OfAsync(Db, Round.Year)).Next(Pattern);
        From ??= next.ToString(CultureInfo.InvariantCulture);
        foreach (var (index, row) in Waiting.Index())
        {
            Letters.TryAdd(row.SheetId, LetterNumbers.Of(Pattern, next + index));
        }
    }

    private async Task<string> GiveAsync(Dictionary<int, string> letters)
    {
        (await LetterNumbers.OfAsync(Db, Round.Year)).RequireFree(letters.Values);
        var ids = letters.Keys.ToList();
        await Db.AllSheets().Where(s => s.CheckedId != null && ids.Contains(s.CheckedId.Value)).LoadAsync();
        var sheets = await Db.ScoreSheets.Where(s => s.RoundId == Round.Id && ids.Contains(s.Id)).ToListAsync();
        await Db.Set<SheetLine>().Where(l => ids.Contains(l.SheetId)).LoadAsync();
        var workdays = await Db.WorkdaysAsync();
        foreach (var sheet in sheets)
        {
            sheet.GiveFeedback(letters[sheet.Id], workdays, Today);
        }

        Rule.Require(sheets.Count > 0, "没有待反馈的单位。");
        var listed = await RoundProblems.SettleAsync(Db, Round, Today);
        return $"已向{sheets.Count}个单位反馈，申诉期至{Show.Words(sheets[0].ObjectionUntil!.Value)}24:00。{(listed > 0 ? $"此前申诉期满的单位结果已定，扣分的{listed}条已列入{Round.ListYear}年问题清单。" : "")}";
    }

    private async Task<IActionResult> PaperAsync(int round, int? sheet, string name, Func<IReadOnlyList<(ScoreSheet Sheet, string Name)>, Task<byte[]>> write)
    {
        if (!await FindAsync(round))
        {
            return NotFound();
        }

        if (!Current.May(Act.ReadRounds, Round.OrganizerId))
        {
            return Refused;
        }

        var all = sheet is null ? await Db.SheetsAsync(round, SheetStage.Feedback)
            : await Db.FindSheetAsync(sheet.Value) is { SubmittedAt: not null, IsSecondCheck: false } one && one.RoundId == round ? [one] : [];
        if (all.Count == 0)
        {
            return NotFound();
        }

        var place = Current.Tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        var named = all.OrderBy(s => place[s.OrganizationId]).Select(s => (s, Node(s.OrganizationId).Name)).ToList();
        return File(await write(named), WordDocument.ContentType, $"{(sheet is null ? "" : named[0].Name)}{all[0].Round.Plan.Name}{name}.docx");
    }
}
