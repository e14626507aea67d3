using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>督查单 of a case. What a new one has found goes into the community's problem list in the same moment.</summary>
public sealed class NotesModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    private static readonly string[] Headers = ["编号", "督查日期", "督查组", "方式", "督查内容", "发现问题", "整改时限", "对象确认", "进展"];

    [BindProperty, Display(Name = "督查日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    [BindProperty]
    public SupervisionManner? Manner { get; set; }

    [BindProperty]
    public string? Inspected { get; set; }

    [BindProperty, Display(Name = "整改时限")]
    public DateOnly? DueOn { get; set; }

    /// <summary>发现问题, one in a line.</summary>
    [BindProperty]
    public string? Found { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>The list narrowed to one manner; <see cref="Manner"/> is that of the note being written.</summary>
    [BindProperty(SupportsGet = true)]
    public SupervisionManner? Way { get; set; }

    [BindProperty(SupportsGet = true)]
    public SupervisionState? State { get; set; }

    public IReadOnlyList<Row> All { get; private set; } = [];
    public bool IsFiltered => Words?.Trim().Length > 0 || Way is not null || State is not null;

    public IReadOnlyList<Row> Listed => [.. All.Where(r => (string.IsNullOrWhiteSpace(Words) || r.Says(Words.Trim())) && (Way is null || r.Manner == Way) && (State is null || (r.State == State && r.WithdrawReason.Length == 0)))];

    public IReadOnlyList<Row> Rows => [.. Listed.Skip((P - 1) * PageSize).Take(PageSize)];
    public bool MayIssue => IsOpen && Current.May(Act.Supervise, Case.OrganizationId);

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        (On, Once) = (Today, Guid.NewGuid());
        return await ShowAsync();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await ShowAsync();
        return Exported("督查单", Headers, [.. Listed.Where(r => r.WithdrawReason.Length == 0).Select(r => (IReadOnlyList<object?>)
            [$"{r.No}", r.On, r.Group, r.Manner.Text(), r.Content, string.Join("；", r.Problems.Select(p => p.Statement)), r.DueOn, r.ConfirmedBy, r.State.Text()])], string.Join("、", new[] { Way?.Text() ?? "", State?.Text() ?? "", Words?.Trim() ?? "" }.Where(c => c.Length > 0)));
    }

    [Needs(Act.Supervise)]
    public async Task<IActionResult> OnPostAsync(int id) => await RefusalAsync(id, Act.Supervise) is { } refusal ? refusal : !ModelState.IsValid ? await ShowAsync() : await TryAsync(Db, async () =>
    {
        if (await Db.IsSavedAsync<SupervisionNote>(Once))
        {
            Tell("这张督查单刚才已经保存，没有重复登记。");
            return Redirect($"{Here}/notes");
        }

        Rule.Require(On is not null, "请填写督查日期。");
        var no = 1 + (await Db.SupervisionNotes.Where(n => n.CaseId == id).MaxAsync(n => (int?)n.No) ?? 0);
        var note = new SupervisionNote(Case, no, new(On!.Value, Group?.Trim() ?? "", Manner ?? 0, Inspected?.Trim() ?? "", DueOn), Current.Actor, Today);
        var found = (Found ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (found.Length > 0)
        {
            var (organization, year) = (Case.OrganizationId, note.On.Year);
            var last = await Db.Problems.Where(p => p.OrganizationId == organization && p.Year == year).MaxAsync(p => (int?)p.No) ?? 0;
            var isFiled = await Db.FiledLists(year).AnyAsync(f => f.OrganizationId == organization);
            foreach (var (i, statement) in found.Index())
            {
                note.Find(statement, last + 1 + i, isFiled);
            }
        }

        Db.AddOnce(note, Once);
        await Db.SaveChangesAsync();
        Tell(found.Length > 0 ? $"第{no}号督查单已开出，发现的{found.Length}个问题已列入{Community.ShortName}问题清单。" : $"第{no}号督查单已开出。");
        return Redirect($"{Here}/notes");
    }, async () => await FindCaseAsync(id) ? await ShowAsync() : NotFound());

    private async Task<IActionResult> ShowAsync()
    {
        P = Math.Max(1, P);
        All = await Db.SupervisionNotes.Where(n => n.CaseId == Case.Id).OrderByDescending(n => n.No).Select(n => new Row(n.Id, n.No, n.On, n.Group, n.Manner, n.Content, n.DueOn, n.ConfirmedBy, n.ConfirmedOn, n.WithdrawReason,
            n.Problems.OrderBy(p => p.Id).Select(p => new Problem(p.Problem.Statement, p.Problem.State)).ToList())).AsSingleQuery().ToListAsync();
        return Page();
    }

    public sealed record Row(int Id, int No, DateOnly On, string Group, SupervisionManner Manner, string Content, DateOnly? DueOn, string ConfirmedBy, DateOnly? ConfirmedOn, string WithdrawReason, List<Problem> Problems)
    {
        public bool Says(string words) => Group.Contains(words, StringComparison.Ordinal) || Content.Contains(words, StringComparison.Ordinal) || Problems.Exists(p => p.Statement.Contains(words, StringComparison.Ordinal));

        public SupervisionState State => SupervisionNote.StateOf(ConfirmedOn, Problems.Count(p => p.State is not ProblemState.Closed));
    }

    public sealed record Problem(string Statement, ProblemState State);
}
