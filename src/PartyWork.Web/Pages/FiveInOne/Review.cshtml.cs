using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>评议: what the superior does with a report: review, meeting, grade, and the problems that go into next year's list.</summary>
public sealed class ReviewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : DebriefPage(db, user, clock)
{
    private const string None = "还没有述职报告。";

    [BindProperty]
    public MeetingInput Meeting { get; set; } = new();

    [BindProperty]
    public DebriefGrade? Grade { get; set; }

    [BindProperty, Display(Name = "述职日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>述职测评, an input to the grade and not the grade; null where none is closed and valid.</summary>
    public SurveyResult? Vote { get; private set; }

    /// <summary>Of a primary organisation the paper is kept; the meeting is entered without a report.</summary>
    public bool Files => Node.Level is not OrganizationLevel.Committee && Debrief is null;
    public bool Meets => Files || Debrief is { Stage: DebriefStage.Accepted or DebriefStage.Reported };

    [Needs(Act.ReviewFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id, int year) => !Find(id, year) ? NotFound() : !May(Act.ReviewFiveInOne) ? StatusCode(StatusCodes.Status403Forbidden) : await ShowAsync();

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostAcceptAsync(int id, int year, int version) => DoAsync(id, year, version, debrief =>
    {
        debrief.Accept(Current.Actor, Answered, Taken, Today);
        return "述职报告已通过，可以述职。";
    });

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostReturnAsync(int id, int year, int version) => DoAsync(id, year, version, debrief =>
    {
        debrief.Return(Current.Actor, lease.Why = Reason?.Trim() ?? "");
        return "述职报告已退回修改。";
    });

    /// <summary>登记述职评议; of a primary organisation this begins its file.</summary>
    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostMeetAsync(int id, int year, int version) => ActAsync(id, year, Act.ReviewFiveInOne, async () =>
    {
        await LoadAsync();
        Rule.Require(Meeting.On is not null, "请填写述职日期。");
        if (Files)
        {
            Db.Add(Debrief.File(id, Node.Level, year, Meeting.Of(), Today));
            return "已登记述职评议，报告存档。";
        }

        var debrief = There(Debrief, None);
        Expect(debrief, version);
        debrief.Meet(Meeting.Of(), Today);
        return "已登记述职评议。";
    }, ShowAsync, () => At("review"));

    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostRateAsync(int id, int year, int version) => DoAsync(id, year, version, debrief =>
    {
        Rule.Require(Grade is not null, "请选择综合评价等次：好、较好、一般或差。");
        debrief.Rate(Grade!.Value, lease.Why = Reason?.Trim() ?? "", On ?? Today, Current.Actor, Today);
        return $"已评定为“{Grade.Value.Text()}”。";
    });

    /// <summary>点评问题 go into next year's list of the organisation.</summary>
    [Needs(Act.ReviewFiveInOne)]
    public Task<IActionResult> OnPostListAsync(int id, int year, int version) => ActAsync(id, year, Act.ReviewFiveInOne, async () =>
    {
        await LoadAsync();
        var debrief = There(Debrief, None);
        Expect(debrief, version);
        var lists = Db.FiledLists(year + 1);
        var next = await Db.TreeStamps.Select(_ => new
        {
            No = Db.Problems.Where(p => p.OrganizationId == id && p.Year == year + 1).Max(p => (int?)p.No) ?? 0,
            AreFiled = lists.Any(f => f.OrganizationId == id),
        }).SingleAsync();
        var problems = debrief.ListComments(next.No + 1, next.AreFiled, Today);
        Db.AddRange(problems);
        return $"{problems.Count}个点评问题已列入{year + 1}年问题清单（拟列入）。";
    }, ShowAsync, () => At("review"));

    private Task<IActionResult> DoAsync(int id, int year, int version, Func<Debrief, string> what) => ActAsync(id, year, Act.ReviewFiveInOne, async () =>
    {
        await LoadAsync();
        var debrief = There(Debrief, None);
        Expect(debrief, version);
        return what(debrief);
    }, ShowAsync, () => At("review"));

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        if (!Request.HasFormContentType || !Request.Form.ContainsKey($"{nameof(Meeting)}.{nameof(MeetingInput.On)}"))
        {
            Meeting = MeetingInput.Of(Debrief);
        }

        if (Debrief is { Stage: DebriefStage.Reported })
        {
            Vote = (await SurveyReading.Results(Db, [Node.Id], Year, [SurveyKind.DebriefVote])).GetValueOrDefault(Node.Id);
        }

        return Page();
    }

    public sealed class MeetingInput
    {
        public DebriefMode? Mode { get; set; }

        [Display(Name = "述职日期")]
        public DateOnly? On { get; set; }

        public string? Place { get; set; }
        public string? CommentedBy { get; set; }
        public string? Comment { get; set; }
        public string? Problems { get; set; }

        internal DebriefMeeting Of() => new(Mode ?? default, On!.Value, Place?.Trim() ?? "", CommentedBy?.Trim() ?? "", Comment?.Trim().ReplaceLineEndings("\n") ?? "", DebriefMeeting.Lines(Problems ?? ""));

        internal static MeetingInput Of(Debrief? debrief) => new()
        {
            Mode = debrief?.Mode, On = debrief?.MeetingOn, Place = debrief?.Place, CommentedBy = debrief?.CommentedBy, Comment = debrief?.Comment,
            Problems = string.Join('\n', debrief?.Comments.OrderBy(c => c.No).Select(c => c.Text) ?? []),
        };
    }
}
