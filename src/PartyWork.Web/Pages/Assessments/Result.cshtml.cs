using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>考核结果 as the organisation and those above it read it after the feedback: each lost point with its criterion and fact, and the objection against it.</summary>
public sealed class ResultModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public ObjectionGround? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ScoreSheet Sheet { get; private set; } = null!;
    public OrgNode Node { get; private set; } = null!;

    /// <summary>年度总评, once the grades are announced; the district's own from the meeting on.</summary>
    public AnnualResult? Annual { get; private set; }
    public DateOnly Today => clock.Today;
    public bool MayObject => user.May(Act.ObjectToScores, Sheet.OrganizationId) && Sheet.Stage is SheetStage.Feedback && Today <= Sheet.ObjectionUntil;
    /// <summary>整改 of what was lost, by the line; empty until the losses are in the problem list.</summary>
    public IReadOnlyDictionary<int, Rectified> Done { get; private set; } = new Dictionary<int, Rectified>();
    public IReadOnlyList<SheetLine> Lost => [.. Sheet.Lines.Where(l => l.Loss > 0).OrderBy(l => l.No)];

    [Needs(Act.ReadAssessments)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Version = VersionNow;
        Done = await Rectified.OfAsync(db, [Sheet]);
        return Page();
    }

    /// <summary>反馈意见书 as it is signed on paper.</summary>
    [Needs(Act.ReadAssessments)]
    public async Task<IActionResult> OnGetLetterAsync(int id) => await FindAsync(id)
        ? File(FeedbackLetter.Write(Sheet, Node.Name, $"中共{user.Tree.Place}委组织部"), WordDocument.ContentType, $"{Node.Name}{Sheet.Round.Plan.Name}反馈意见书.docx")
        : NotFound();

    /// <summary>整改台账 with the problems filled in.</summary>
    [Needs(Act.ReadAssessments)]
    public async Task<IActionResult> OnGetLedgerAsync(int id) => await FindAsync(id)
        ? File(RectificationLedger.Write(Sheet, Node.Name, await Rectified.OfAsync(db, [Sheet])), WordDocument.ContentType, $"{Node.Name}{Sheet.Round.Plan.Name}整改台账.docx")
        : NotFound();

    /// <summary>申诉（复核）申请表 of a criterion, as it was filed or to be filled in.</summary>
    [Needs(Act.ReadAssessments)]
    public async Task<IActionResult> OnGetObjectionAsync(int id, string? code) => await FindAsync(id)
        ? File(ObjectionForm.Write(Sheet, Node.Name, code), WordDocument.ContentType, $"{Node.Name}{Sheet.Round.Plan.Name}{code}申诉申请表.docx")
        : NotFound();

    [Needs(Act.ObjectToScores)]
    public async Task<IActionResult> OnPostObjectAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        return !user.May(Act.ObjectToScores, Sheet.OrganizationId) ? StatusCode(StatusCodes.Status403Forbidden) : await TryAsync(db, async () =>
        {
            db.Expect(Sheet, Version);
            db.Touch(Sheet);
            Sheet.Object(Code ?? "", Ground ?? 0, Reason?.Trim() ?? "", user.Actor, clock.Now);
            await db.SaveChangesAsync();
            Tell($"已对{Code}提出申诉，复核决定会显示在这里。");
            return Redirect($"/assessments/results/{id}");
        }, async () =>
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            if (IsOutdated)
            {
                Version = VersionNow;
                ModelState.Remove(nameof(Version));
            }

            Done = await Rectified.OfAsync(db, [Sheet]);
            return Page();
        });
    }

    /// <summary>The four parts of a bar: earned and lost of what the lines are worth.</summary>
    public static IReadOnlyList<(string Word, string Tone, int Points)> PartsOf(IReadOnlyCollection<SheetLine> lines)
    {
        var earned = lines.Sum(l => l.WorthOf(l.Standing) ?? 0);
        return [("已得", "green", earned), ("已失", "red", lines.Sum(l => l.Worth) - earned)];
    }

    private int VersionNow => db.VersionOf(Sheet);

    /// <summary>An assessor has the sheet itself; a result is there once it has been told.</summary>
    private async Task<bool> FindAsync(int id)
    {
        var sheet = await db.FindSheetAsync(id);
        if (sheet is null || sheet.Stage < SheetStage.Feedback || user.Tree.Find(sheet.OrganizationId) is not { } node || !user.May(Act.ReadAssessments, node.Id))
        {
            return false;
        }

        (Sheet, Node) = (sheet, node);
        Annual = sheet.Stage is SheetStage.Final ? await db.AnnualResults.AsNoTracking().SingleOrDefaultAsync(r => r.SheetId == id) : null;
        return true;
    }
}
