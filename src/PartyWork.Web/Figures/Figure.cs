using System.ComponentModel;
using PartyWork.Domain;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

public enum FigureTime
{
    [Description("时点数")] Stock,
    [Description("时期数")] Flow,
    [Description("批次累计")] Programme,
    [Description("计划值")] Plan,
}

public enum FigureFold
{
    [Description("计数")] Count,
    [Description("求和")] Sum,
    [Description("去重计数")] Distinct,
    [Description("最小值")] Least,
    [Description("比率")] Ratio,
    [Description("名称")] Text,
    [Description("分布")] Spread,
    [Description("人工选定")] Choice,
    [Description("年度参数")] Parameter,
}

/// <summary>The part of the annual report that uses a figure, or of the assessment; the dictionary is grouped by it.</summary>
public enum FigureSection
{
    [Description("标题和引言")] Opening,
    [Description("一、党建责任制")] Responsibility,
    [Description("二、人才工作")] Talent,
    [Description("三、民主决策")] Decisions,
    [Description("四、区域化党建")] Unions,
    [Description("五、后进整顿")] Rectification,
    [Description("六、两新党建")] TwoNew,
    [Description("七、社区服务")] CommunityService,
    [Description("八、书记培训")] Training,
    [Description("机制：工作保障")] Mechanisms,
    [Description("机制：示范化工程")] Demonstration,
    [Description("机制：后进整顿")] RectificationMechanism,
    [Description("机制：组织生活")] OrganizationalLife,
    [Description("机制：人才支撑")] TalentSupport,
    [Description("下年度目标和计划")] NextYear,
    [Description("表彰奖励")] Honors,
    [Description("补充指标")] Supplement,
    [Description("已征集的数")] Asked,

    // What only assessments ask, after all that reports do.
    [Description("考核：责任落实")] AssessedDuties,
    [Description("考核：班子和组织建设")] AssessedOrganization,
    [Description("考核：组织生活")] AssessedLife,
    [Description("考核：党员队伍和培训")] AssessedMembers,
    [Description("考核：民主决策和经费")] AssessedDecisions,
    [Description("考核：区域化和服务群众")] AssessedService,
    [Description("考核：主题活动和工程")] AssessedCampaigns,
    [Description("考核：两新和星级")] AssessedTwoNew,
    [Description("考核：后进整顿")] AssessedRectification,
    [Description("考核：测评、信访和核查")] AssessedOpinion,
}

/// <summary>指标: a named definition over records. What differs from use to use is organisation, period and cut-off, never the definition.</summary>
/// <param name="key">The same in the report's text, the dictionary's address and the program.</param>
/// <param name="name">名称.</param>
/// <param name="unit">Empty for names and texts.</param>
/// <param name="definition">口径 in words that its reader can check.</param>
public sealed class Figure(string key, string name, string unit, string definition)
{
    public string Key => key;
    public string Name => name;
    public string Unit => unit;
    public string Definition => definition;
    public FigureTime Time { get; init; } = FigureTime.Flow;
    public FigureFold Fold { get; init; }

    /// <summary>Where the annual report uses it; the first is where the dictionary lists it.</summary>
    public IReadOnlyList<FigureSection> Sections { get; init; } = [FigureSection.Supplement];

    /// <summary>余: printed as a floor, the exact value beside it.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Records come of the work itself, so that none means 0. Else somebody has to enter them, and none means 未记录.</summary>
    public bool IsKeptByWork { get; init; }

    /// <summary>At most so many decimals; of a rate exactly one.</summary>
    public int Decimals { get; init; }

    /// <summary>How many of what is stored make one of <see cref="Unit"/>: 1,000,000 from fen to 万元.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>The records it counts, of all organisations. Ratios, parameters and choices have none of their own.</summary>
    public Func<PartyWorkDb, Period, IQueryable<Fact>>? Facts { get; init; }

    /// <summary>Instead of <see cref="Facts"/> where a rule of the domain says what is owed or missing, and SQL cannot. Figures that share a reckoner are read together.</summary>
    public Reckoner? Reckoner { get; init; }

    public bool HasRecords => Facts is not null || Reckoner is not null;

    /// <summary>The key under which the assessment's rubrics name it, where its own is the report's. The dictionary finds it by both.</summary>
    public string Metric { get; init; } = "";

    /// <summary>Of a figure that has no records yet: what will yield them. It is 未记录 until then, never 0.</summary>
    public string Awaits { get; init; } = "";

    public bool IsAwaited => Awaits.Length > 0;

    /// <summary>Only assessments use it. Their sheets keep what they scored with; reports, dashboards and freezes leave it out.</summary>
    public bool IsMetric => Sections[0] >= FigureSection.AssessedDuties;

    /// <summary>The key of the figure from whose records these are chosen: where there are such but none of these, it is 0 and not 未记录.</summary>
    public string Among { get; init; } = "";

    /// <summary>本级: only what is the organisation's own counts for it, nothing of those below.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Of a rate that says how much something has changed: printed as 上升 or 下降.</summary>
    public bool IsChange { get; init; }

    /// <summary>Of a text that is a number: printed in Chinese numerals.</summary>
    public bool IsNumeral { get; init; }

    /// <summary>Of a ratio the keys of its two parts, which are figures themselves.</summary>
    public string Numerator { get; init; } = "";
    public string Denominator { get; init; } = "";

    /// <summary>Of a year's sum that is required of part of the year only: the key of the figure that says of how many months.</summary>
    public string Months { get; init; } = "";

    /// <summary>What assessments call its two parts in a sentence: 应48 实47, 有效票21 满意20.</summary>
    public string WholeAs { get; init; } = "应";
    public string PartAs { get; init; } = "实";

    /// <summary>Of a parameter that nobody needs to enter: what the tree or the calendar says.</summary>
    public Func<OrgTree, Period, string>? Known { get; init; }

    /// <summary>Of a parameter that stands in two places: the key under which it is entered.</summary>
    public string EnteredAs { get => field ?? key; init; }

    /// <summary>A parameter that is a number and not words.</summary>
    public bool IsNumber { get; init; }

    /// <summary>What it says is a number, computed or entered; else words.</summary>
    public bool IsNumeric => IsGiven ? IsNumber : Fold is not (FigureFold.Text or FigureFold.Spread);

    /// <summary>District staff enter it, once a year.</summary>
    public bool IsEntered => IsGiven && Known is null && EnteredAs == key;

    /// <summary>The same for every organisation, because it is the district's.</summary>
    public bool IsGiven => Fold is FigureFold.Parameter or FigureFold.Choice;

    public FigureForm Form => new(Fold is FigureFold.Spread || IsChange ? "" : unit, Decimals, Fold is FigureFold.Ratio, IsApproximate, IsChange);

    /// <summary>What a quotient of 1 is in the figure's unit.</summary>
    public int Whole => unit == "%" ? 100 : 1;

    public string Kind => (IsOwn ? "本级·" : "") + KindOfNumber;

    private string KindOfNumber => IsGiven ? Time is FigureTime.Plan ? Time.Text() : Fold.Text() : $"{Time.Text()}·{Fold.Text()}";
}
