using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>一点一策的一项措施: a task of the organisation's lists, so that its progress is reported once and shown in both places; here stands only what the lists do not say.</summary>
public sealed class SiteMeasure : IBelongToOrganization, IAudited
{
    public const int TextMaxLength = 100, WordsMaxLength = 200;

    /// <summary>Category and source of a task that is made for a plan.</summary>
    public const string Category = "示范创建", Source = "示范点一点一策";

    internal SiteMeasure(DemonstrationSite site, int no, WorkTask task, bool isMade, long? fundsFen, string carrier, string result)
    {
        Rule.Require(fundsFen is null or >= 0, "资金不能为负数。");
        Rule.Require(carrier.Length <= TextMaxLength && result.Length <= TextMaxLength, $"服务载体和预期成果各不超过{TextMaxLength}字。");
        (OrganizationId, No, Task, WorkTaskId, IsMade, FundsFen, Carrier, Result) = (site.OrganizationId, no, task, task.Id, isMade, fundsFen, carrier, result);
    }

    private SiteMeasure() { }

    public int Id { get; private set; }
    public int SiteId { get; private set; }
    public int OrganizationId { get; private set; }
    public int No { get; private set; }
    public int WorkTaskId { get; private set; }
    public WorkTask Task { get; private set; } = null!;

    /// <summary>The task was made for the plan; otherwise it was chosen from the list.</summary>
    public bool IsMade { get; private set; }
    public long? FundsFen { get; private set; }

    /// <summary>服务载体.</summary>
    public string Carrier { get; private set; } = "";

    /// <summary>预期成果.</summary>
    public string Result { get; private set; } = "";

    /// <summary>进展说明 of an organisation without lists of its own, with its day and who told it; empty where the quarterly report tells it.</summary>
    public string Words { get; private set; } = "";
    public DateOnly? ReportedOn { get; private set; }
    public string ReportedBy { get; private set; } = "";

    /// <summary>Why the department did not take it as done; empty once it is told anew.</summary>
    public string ReturnReason { get; private set; } = "";

    /// <summary>报送进展 of an organisation that has no task list of the year to report in: told once, to the task itself. A later one of the same quarter replaces it.</summary>
    /// <param name="hasLists">The organisation has lists of the measure's year: then its quarterly report tells it.</param>
    /// <param name="value">Hundredths, reached in this quarter; of a rate by now.</param>
    public void Report(bool hasLists, ReportChoice choice, int? value, string words, Actor by, DateOnly today)
    {
        Rule.Require(!hasLists, "本组织有任务清单，进展在季度报告中填一次，两处同时更新。");
        Rule.Require(today.Year == Task.Year, $"这是{Task.Year}年的措施，当年报送进展。");
        Rule.Require(Task.State is TaskState.InProgress or TaskState.DoneClaimed, $"该项措施{Task.State.Text()}，不能再报送进展。");
        Rule.Require(Enum.IsDefined(choice), "请选择进展。");
        Rule.Require(Task.Measure is TaskMeasure.None ? value is null : value is >= 0, Task.Measure is TaskMeasure.None ? "该项措施没有数量目标，不填完成数。" : "请填写完成数。");
        Rule.Require(words.Length is > 0 and <= WordsMaxLength, $"请填写进展说明，不超过{WordsMaxLength}字。");
        Task.Report(Quarter.Of(today), choice, value, today);
        (Words, ReportedOn, ReportedBy, ReturnReason) = (words, today, by.Name, "");
    }

    /// <summary>认定完成 of what was reported here as done.</summary>
    public void Accept()
    {
        RequireClaimed();
        Task.AcceptDone();
    }

    /// <summary>退回: it is not done yet.</summary>
    public void Return(string reason)
    {
        RequireClaimed();
        Rule.Require(reason.Length is > 0 and <= WordsMaxLength, $"请写明退回的原因，不超过{WordsMaxLength}字。");
        Task.Withdraw(Quarter.Of(Task.ClaimedOn!.Value));
        ReturnReason = reason;
    }

    private void RequireClaimed() => Rule.Require(ReportedOn is not null && Task.State is TaskState.DoneClaimed, "没有待认定的完成情况，请刷新后查看。");

    /// <summary>A new line of the task list for a measure: to be reached in the quarter of its day.</summary>
    /// <param name="target">Hundredths; null for a measure without a number.</param>
    public static WorkTask NewTask(int organizationId, int year, int no, string content, int? target, string unit, DateOnly dueOn, Responsible lead, string cooperating)
    {
        Rule.Require(lead.IsResolved, "请选择措施的责任人。");
        var node = target ?? Quantity.One;
        var nodes = Quarter.Of(dueOn) switch { 1 => new QuarterNodes(node, null, null, null), 2 => new(null, node, null, null), 3 => new(null, null, node, null), _ => new(null, null, null, node) };
        return new(organizationId, year, no, new TaskText(Category, content, target is null ? TaskMeasure.None : TaskMeasure.Count, target, unit, nodes, dueOn, lead, cooperating, Source));
    }
}
