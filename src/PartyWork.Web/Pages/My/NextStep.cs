using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.My;

/// <summary>The one sentence of 我的工作 and the one button that goes on from there.</summary>
/// <param name="Button">Empty when there is nothing to go on with.</param>
public sealed record NextStep(string Sentence, string Button = "", string Link = "")
{
    /// <param name="filings">What the own organisation owes this year, with windows; reports with their rows.</param>
    /// <param name="windows">The year's windows of this level, published or not.</param>
    /// <param name="measured">What the tasks' figures say, for the quarter that is open.</param>
    /// <param name="confirms">Whether the reader may confirm.</param>
    public static NextStep Of(
        OrgNode own, OrgNode? parent, IReadOnlyList<Filing> filings, IReadOnlyList<Domain.Calendar.Window> windows, IReadOnlyList<WorkTask> tasks, IReadOnlyDictionary<int, MeasuredValue> measured, bool confirms, DateOnly today)
    {
        if (own.Level is OrganizationLevel.Branch or OrganizationLevel.District)
        {
            return new($"{own.Name}不单独报送三张清单和季度报告{(parent is { Level: not OrganizationLevel.District } ? $"，由{parent.Name}统一报送" : "")}。");
        }

        var open = Open(filings, today);
        return open switch
        {
            null => Nothing(parent, filings, windows, today),
            { Stage: FilingStage.Returned } => Returned(open, confirms, today),
            { Kind: FilingKind.ThreeLists } => Lists(open, tasks.Count, confirms, today),
            _ => Report(open, new QuarterlyReport(open, tasks, measured), confirms, today),
        };
    }

    /// <summary>What is to be done first: what came back, else what is due first.</summary>
    public static Filing? Open(IEnumerable<Filing> filings, DateOnly today) => filings.Where(f => f.Status(today) is FilingStatus.Returned or FilingStatus.Overdue or FilingStatus.NotStarted or FilingStatus.Drafting or FilingStatus.AwaitingSecretary)
            .OrderBy(f => f.Stage is FilingStage.Returned ? 0 : 1).ThenBy(f => f.DueOn).FirstOrDefault();

    private static NextStep Report(Filing filing, QuarterlyReport report, bool confirms, DateOnly today)
    {
        var lines = report.Lines;
        var missing = lines.Count(l => l.Check(report.Row(l)).Any());
        var done = lines.Count(l => report.Row(l) is { Answer: not Answer.Unanswered } row && !l.Check(row).Any());
        var (name, fill, confirm) = (Name(filing), $"/reports/{filing.Id}/fill", $"/reports/{filing.Id}/confirm");
        if (filing.Stage is FilingStage.AwaitingSecretary && missing == 0)
        {
            return confirms
                ? new($"{name}：{lines.Count}项任务已填好，{(filing.PreparedAt is { } at ? $"干事已于{Show.Instant(at)}报您确认，" : "请您确认，")}{Until(filing, today)}。", "确认并报送", confirm)
                : new($"{name}：{lines.Count}项任务已填好并报书记，等待书记确认，{Until(filing, today)}。", "查看", $"/reports/{filing.Id}");
        }

        if (missing == 0)
        {
            return new($"{name}：{(lines.Count == 0 ? "没有需要填报的任务" : $"{lines.Count}项任务，必填的已全部填好")}，{(confirms ? "可以确认并报送" : "请报书记确认")}，{Until(filing, today)}。",
                confirms ? "确认并报送" : "报书记", confirms ? confirm : fill);
        }

        var rest = lines.Count - done - missing;
        return new($"{name}：{lines.Count}项任务，已填{done}项，还差{missing}项{(rest > 0 ? $"（另有{rest}项本季可不填）" : "")}，{Until(filing, today)}。", "填写", fill);
    }

    private static NextStep Lists(Filing filing, int tasks, bool confirms, DateOnly today)
    {
        var (name, link) = (Name(filing), $"/lists/{filing.Id}");
        return filing.Stage is not FilingStage.AwaitingSecretary ? new($"{name}：{(tasks == 0 ? "还没有开始填写" : $"已列入任务{tasks}项，尚未报送")}，{Until(filing, today)}。", "填写", link)
            : confirms ? new($"{name}已填好，请您确认，{Until(filing, today)}。", "确认并报送", link + "?tab=check")
            : new($"{name}已填好并报书记，等待书记确认，{Until(filing, today)}。", "查看", link);
    }

    private static NextStep Returned(Filing filing, bool confirms, DateOnly today)
    {
        var rows = filing.Rows.Count(r => r.ReturnReason is not null);
        if (filing.IsMended)
        {
            return confirms
                ? new($"{Name(filing)}：退回的{rows}项已改好，干事已于{Show.Instant(filing.PreparedAt)}报您确认。", "确认并报送", filing.Kind is FilingKind.ThreeLists ? $"/lists/{filing.Id}?tab=check" : $"/reports/{filing.Id}/confirm")
                : new($"{Name(filing)}：退回的{rows}项已改好并报书记，等待书记确认。", "查看", FilingAddress.Of(filing.Kind, filing.Id));
        }

        var due = filing.ReturnDueOn is { } on ? $"，请于{Show.Words(on)}前改好再报（{Show.Remaining(on, today)}）" : "，请改好再报";
        return new($"{Name(filing)}：上级退回了{rows}项{due}；{(filing.IsLate ? "只需修改退回的内容" : "首报已按时，修改不影响")}。", "修改",
            filing.Kind is FilingKind.ThreeLists ? $"/lists/{filing.Id}" : $"/reports/{filing.Id}/fill");
    }

    private static NextStep Nothing(OrgNode? parent, IReadOnlyList<Filing> filings, IReadOnlyList<Domain.Calendar.Window> windows, DateOnly today)
    {
        var reviewer = parent is { Level: OrganizationLevel.District } ? "组织科" : parent?.ShortName ?? "上级";
        var next = windows.Where(w => w.Opens > today).OrderBy(w => w.Opens).FirstOrDefault();
        var coming = next is null ? "" : $"下一项是{Window.NameOf(next.Kind, next.Period)}，{Show.Words(next.Opens)}开放。";
        if (filings.FirstOrDefault(f => f.Status(today) is FilingStatus.Locked) is { } locked)
        {
            return new($"{Name(locked)}未在期限内报送，已锁定；如需补报，请联系{reviewer}解锁。{coming}", "查看", FilingAddress.Of(locked.Kind, locked.Id));
        }

        if (filings.Where(f => f.Stage is FilingStage.Submitted).MaxBy(f => f.StageSince) is { } submitted)
        {
            return new($"{Name(submitted)}已于{Show.Instant(submitted.FirstSubmittedAt)}报送，等待{reviewer}审核。{coming}", "查看", FilingAddress.Of(submitted.Kind, submitted.Id));
        }

        var last = filings.Where(f => f.Stage is FilingStage.Accepted).MaxBy(f => f.StageSince);
        return new(filings.Count == 0 ? $"今年还没有发布填报任务。{coming}" : $"已发布的填报任务都已办结{(last is null ? "" : $"，{Name(last)}已审核通过")}。{coming}");
    }

    private static string Name(Filing filing) => Window.NameOf(filing.Kind, filing.Period);

    private static string Until(Filing filing, DateOnly today) => today <= filing.DueOn
        ? $"{Show.Words(filing.DueOn)}24:00截止（{Show.Remaining(filing.DueOn, today)}）"
        : $"截止日为{Show.Words(filing.DueOn)}，{Show.Remaining(filing.DueOn, today)}，现在报送计为补报";
}
