using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>一点一策的一项措施: a task of the organisation's lists, so that its progress is reported once and shown in both places; here stands only what the lists do not say.</summary>
public sealed class SiteMeasure : IBelongToOrganization, IAudited
{
    public const int TextMaxLength = 100;

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
