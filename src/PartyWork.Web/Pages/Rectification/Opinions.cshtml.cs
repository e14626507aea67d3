using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>意见办理 as a board: 收集民意 → 解决问题 → 办结反馈. What is overdue stands first; one column by itself has pages.</summary>
public sealed class OpinionsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : CaseRecordPage(db, user, clock)
{
    public const int MostInColumn = 10;

    private static readonly string[] Headers = ["编号", "收集日期", "来源", "类别", "内容", "件数", "状态", "承办", "办理时限", "办理结果", "反馈日期", "反馈方式", "满意", "重新办理次数", "并入"];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpinionCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpinionSource? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public OpinionState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    /// <summary>One column, or what is still open; null for the board.</summary>
    [BindProperty(SupportsGet = true)]
    public OpinionStep? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Open { get; set; }

    public IReadOnlyList<Row> All { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool IsFiltered => Words?.Trim().Length > 0 || Category is not null || Source is not null || State is not null || Overdue || Open || Step is not null;

    public IReadOnlyList<(string Word, int Count, string Query)> Figures =>
    [
        ("收集意见", All.Count, ""), ("还在办理", All.Count(r => ResidentOpinion.IsOpenIn(r.State)), "?Open=true"), ("超过时限", All.Count(r => r.IsOverdue(Today)), "?Overdue=true"),
        (OpinionState.Closed.Text(), All.Count(r => r.State is OpinionState.Closed), "?State=Closed"), (OpinionState.Explained.Text(), All.Count(r => r.State is OpinionState.Explained), "?State=Explained"),
        (OpinionState.Merged.Text(), All.Count(r => r.State is OpinionState.Merged), "?State=Merged"),
        ("重新办理过", All.Count(r => r.Reopenings > 0), "?State=Reopened"),
    ];

    /// <summary>Merged ones are shown with the one that carries them.</summary>
    public IReadOnlyList<Row> Of(OpinionStep step) => [.. Rows.Where(r => ResidentOpinion.StepOf(r.State) == step && (r.State is not OpinionState.Merged || IsFiltered))];

    public string Column(OpinionStep step) => Request.Path + QueryString.Create(Request.Query.Where(q => q.Key is not (nameof(Step) or nameof(P))).Append(new(nameof(Step), step.ToString())));

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await SelectAsync();
        P = Math.Max(1, P);
        return Page();
    }

    [Needs(Act.ReadRectification)]
    public async Task<IActionResult> OnGetExportAsync(int id)
    {
        if (!await FindCaseAsync(id))
        {
            return NotFound();
        }

        await SelectAsync();
        string[] chosen = [Step?.Text() ?? "", State?.Text() ?? "", Category?.Text() ?? "", Source?.Text() ?? "", Overdue ? "超过时限" : "", Open ? "还在办理" : "", Words?.Trim() ?? ""];
        return Exported("意见办理", Headers, [.. Rows.OrderBy(r => r.No).Select(r => (IReadOnlyList<object?>)
        [
            $"{r.No}", r.On, r.Source.Text(), r.Category.Text(), r.Content, r.Count * 100, r.State.Text(), r.Handler, r.DueOn, r.Result, r.ToldOn, r.ToldBy?.Text(),
            r.Satisfied switch { true => "满意", false => "不满意", null => "" }, r.Reopenings * 100, r.Into is { } into ? $"第{into}号" : "",
        ])], string.Join("、", chosen.Where(c => c.Length > 0)));
    }

    private async Task SelectAsync()
    {
        var words = Words?.Trim() ?? "";
        All = await Db.ResidentOpinions.Where(o => o.CaseId == Case.Id).Select(o => new Row(o.No, o.On, o.Source, o.Category, o.Content, o.Count, o.State, o.Handler, o.DueOn, o.Result, o.ToldOn, o.ToldBy, o.Satisfied, o.Reopenings, o.EndedOn,
            o.MergedInto == null ? null : o.MergedInto.No)).ToListAsync();
        Rows =
        [
            .. All.Where(r => (words.Length == 0 || r.Content.Contains(words, StringComparison.Ordinal) || r.Handler.Contains(words, StringComparison.Ordinal)) && (Category is null || r.Category == Category)
                    && (Source is null || r.Source == Source) && (State is null || r.State == State || (State is OpinionState.Reopened && r.Reopenings > 0)) && (!Overdue || r.IsOverdue(Today)) && (!Open || ResidentOpinion.IsOpenIn(r.State)) && (Step is null || ResidentOpinion.StepOf(r.State) == Step))
                .OrderBy(r => r.IsOverdue(Today) ? 0 : ResidentOpinion.IsOpenIn(r.State) ? 1 : 2).ThenBy(r => ResidentOpinion.IsOpenIn(r.State) ? r.DueOn ?? DateOnly.MaxValue : DateOnly.MinValue).ThenByDescending(r => r.EndedOn ?? r.On).ThenByDescending(r => r.No),
        ];
    }

    public sealed record Row(
        int No, DateOnly On, OpinionSource Source, OpinionCategory Category, string Content, int Count, OpinionState State, string Handler, DateOnly? DueOn, string Result, DateOnly? ToldOn, FeedbackWay? ToldBy, bool? Satisfied,
        int Reopenings, DateOnly? EndedOn, int? Into)
    {
        public bool IsOverdue(DateOnly today) => ResidentOpinion.IsOverdue(State, DueOn, today);
    }
}
