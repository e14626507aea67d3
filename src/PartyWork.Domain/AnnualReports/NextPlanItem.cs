using System.ComponentModel;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.AnnualReports;

/// <summary>板块 of next year's plan.</summary>
public enum PlanBlock
{
    [Description("党建责任制")] Responsibility = 1,
    [Description("组织生活")] Life,
    [Description("组织建设")] Building,
    [Description("大党委")] Unions,
    [Description("后进整顿")] Rectification,
    [Description("人才")] Talent,
}

/// <summary>来源.</summary>
public enum PlanOrigin
{
    [Description("延续")] CarriedOn = 1,
    [Description("新增")] New,
    [Description("上级要求")] FromAbove,
}

public enum PlanItemState
{
    [Description("已列入")] Accepted = 1,
    [Description("不列入")] Dismissed,
}

/// <summary>下年度谋划 of a report: what was proposed of this year's records or added by hand, taken in or dismissed for a reason. What is taken in becomes next year's key point.</summary>
public sealed class NextPlanItem : IAudited
{
    public const int TextMaxLength = 200, LeadMaxLength = 60, ReasonMaxLength = 200, SourceMaxLength = 60;

    private NextPlanItem(int year, int no, PlanProposal proposal) =>
        (Year, No, Source, SourceText, Block, Origin, FigureKey) = (year, no, proposal.Source, proposal.Text, proposal.Block, proposal.Origin, proposal.FigureKey);

    private NextPlanItem() { }

    public int Id { get; private set; }

    /// <summary>Of the report; the plan is of the year after.</summary>
    public int Year { get; private set; }

    /// <summary>序号 within the year, dismissed ones counted too.</summary>
    public int No { get; private set; }
    public PlanBlock Block { get; private set; }
    public PlanOrigin Origin { get; private set; }
    public PlanItemState State { get; private set; }

    /// <summary>目标, in words that can be counted where possible.</summary>
    public string Goal { get; private set; } = "";
    public string Measures { get; private set; } = "";
    public string Lead { get; private set; } = "";

    /// <summary>对应指标, by which the next report sets plan beside result; empty where nothing is counted.</summary>
    public string FigureKey { get; private set; } = "";

    /// <summary>What it was proposed of, once a year: tasks:两新组建, terms, figure:task_completion_rate; empty when added by hand.</summary>
    public string Source { get; private set; } = "";
    public string SourceText { get; private set; } = "";
    public string DismissReason { get; private set; } = "";
    public string DecidedBy { get; private set; } = "";
    public DateOnly DecidedOn { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    /// <summary>列入: it stands in the plan, and the key point that is made of it in next year's list.</summary>
    /// <param name="pointNo">序号 of the key point within next year.</param>
    public static (NextPlanItem Item, KeyPoint Point) Accept(int year, int no, PlanProposal proposal, PlanText text, int pointNo, OrganizationDomains domains, Actor by, DateOnly today)
    {
        Rule.Require(text.Objective.Content.Length is > 0 and <= TextMaxLength, $"请填写目标，不超过{TextMaxLength}字。");
        Rule.Require(text.Measures.Length <= TextMaxLength, $"措施不超过{TextMaxLength}字。");
        Rule.Require(text.Lead.Length is > 0 and <= LeadMaxLength, $"请填写牵头单位或岗位，不超过{LeadMaxLength}字。");
        var item = new NextPlanItem(year, no, proposal) { State = PlanItemState.Accepted, Goal = text.Objective.Content, Measures = text.Measures, Lead = text.Lead, FigureKey = text.FigureKey };
        item.Decide(by, today);
        var point = new KeyPoint(year + 1, pointNo, text.Objective, domains);
        point.ComeFrom(item);
        return (item, point);
    }

    /// <summary>不列入, and why.</summary>
    public static NextPlanItem Dismiss(int year, int no, PlanProposal proposal, string reason, Actor by, DateOnly today)
    {
        Rule.Require(proposal.Source.Length > 0, "只有系统提出的建议可以不列入。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明不列入的理由，不超过{ReasonMaxLength}字。");
        var item = new NextPlanItem(year, no, proposal) { State = PlanItemState.Dismissed, DismissReason = reason };
        item.Decide(by, today);
        return item;
    }

    private void Decide(Actor by, DateOnly today) => (DecidedBy, DecidedOn) = (by.Name, today);
}

/// <summary>What this year's records propose for the next.</summary>
/// <param name="Source">Names it within the year, so that it is proposed once; empty for what is added by hand.</param>
/// <param name="Text">What the records say.</param>
/// <param name="FigureKey">对应指标, or empty.</param>
public sealed record PlanProposal(string Source, PlanBlock Block, PlanOrigin Origin, string Text, string FigureKey = "");

/// <summary>What is written of an item that is taken in.</summary>
public sealed record PlanText(Objective Objective, string Measures, string Lead, string FigureKey);
