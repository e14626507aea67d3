using System.ComponentModel;

namespace PartyWork.Domain.Assessments;

/// <summary>年度总评的一个组成部分.</summary>
public enum ResultPart
{
    [Description("平时")] Routine = 1,
    [Description("年中检查")] MidYear,
    [Description("年底考核")] YearEnd,
    [Description("述职评议")] Debrief,
    [Description("党员群众测评")] Public,
    [Description("群众满意度")] Satisfaction,
}

/// <summary>区定的数: every one may be another elsewhere. Points and shares; percent where it says so.</summary>
public enum GradingNumber
{
    [Description("优秀，总分不低于")] ExcellentFrom = 1,
    [Description("良好，总分不低于")] GoodFrom,
    [Description("一般，总分不低于")] FairFrom,
    [Description("优秀比例不超过（%）")] ExcellentShare,
    [Description("组内满几个单位至少可评1个优秀")] OneExcellentFrom,
    [Description("季报缺报满几次最高评良好")] MissingReports,
    [Description("季报及时")] OnTimePoints = 11,
    [Description("到期任务完成")] CompletionPoints,
    [Description("到期任务完成率达到多少得满分（%）")] CompletionFullAt,
    [Description("协调事项按期办结")] CoordinationPoints,
    [Description("督查问题整改")] InspectionPoints,
    [Description("本级履责")] OwnShare = 21,
    [Description("抽查下属党组织平均分")] SampledShare,
    [Description("后进社区整顿")] LaggingShare,
    [Description("述职评议“好”折分")] DebriefGood = 31,
    [Description("述职评议“较好”折分")] DebriefFair,
    [Description("述职评议“一般”折分")] DebriefAverage,
    [Description("述职评议“差”折分")] DebriefPoor,
    [Description("加分合计不超过")] BonusMost = 41,
    [Description("国家级表彰加")] NationalBonus,
    [Description("省级表彰加")] ProvinceBonus,
    [Description("市级表彰加")] CityBonus,
    [Description("区级表彰加")] DistrictBonus,
    [Description("扣分合计不超过")] DeductionMost = 51,
    [Description("区级通报批评扣")] DistrictCriticism,
    [Description("市级通报批评扣")] CityCriticism,
    [Description("省级通报批评扣")] ProvinceCriticism,
    [Description("巡察反馈问题到期未销号每个扣")] OverdueInspection,
    [Description("领域细则得分")] SiteRubricShare = 61,
    [Description("一点一策完成")] SitePlanShare,
    [Description("辐射带动")] SiteRadiationShare,
    [Description("辐射几个党组织得满分")] SiteRadiationFull,
}

/// <summary>构成权重 of one part for one kind of organisation, in whole percent.</summary>
/// <param name="Without">Classes of the rubric that the part leaves out, because they count in another; the rest is brought to 100.</param>
public sealed record PartWeight(RubricKind Kind, ResultPart Part, int Percent, string Without = "");

/// <summary>
/// 年度总评办法: how a year's parts come to one total, what is added and taken off, and from how many points which grade is given. The district's own
/// numbers, frozen once a year-end round is published by them.
/// </summary>
public sealed class GradingScheme : IAudited
{
    public const int WithoutMaxLength = 20;

    /// <summary>Whole hundredths of percent that parts add up to.</summary>
    private const int Whole = 100;

    private static readonly GradingNumber[]
        Routine = [GradingNumber.OnTimePoints, GradingNumber.CompletionPoints, GradingNumber.CoordinationPoints, GradingNumber.InspectionPoints],
        YearEndShares = [GradingNumber.OwnShare, GradingNumber.SampledShare, GradingNumber.LaggingShare],
        SiteShares = [GradingNumber.SiteRubricShare, GradingNumber.SitePlanShare, GradingNumber.SiteRadiationShare],
        Falling =
        [
            GradingNumber.ExcellentFrom, GradingNumber.GoodFrom, GradingNumber.FairFrom, GradingNumber.DebriefGood, GradingNumber.DebriefFair, GradingNumber.DebriefAverage, GradingNumber.DebriefPoor,
            GradingNumber.NationalBonus, GradingNumber.ProvinceBonus, GradingNumber.CityBonus, GradingNumber.DistrictBonus, GradingNumber.ProvinceCriticism, GradingNumber.CityCriticism, GradingNumber.DistrictCriticism,
        ];

    private readonly List<SchemeWeight> _weights = [];
    private readonly List<SchemeNumber> _numbers = [];

    public GradingScheme(int year, IEnumerable<PartWeight> weights, IReadOnlyDictionary<GradingNumber, int> numbers)
    {
        Rule.Require(year is >= 2000 and <= 2100, "年度应在2000至2100之间。");
        Year = year;
        _weights.AddRange(weights.Select(w => new SchemeWeight(w)));
        _numbers.AddRange(Enum.GetValues<GradingNumber>().Select(n => new SchemeNumber(n, numbers.TryGetValue(n, out var value) ? value : UsualOf(n))));
        Check();
    }

    private GradingScheme() { }

    public int Id { get; private set; }
    public int Year { get; private set; }

    /// <summary>The day on which a year-end round was first published by it.</summary>
    public DateOnly? FrozenOn { get; private set; }
    public IReadOnlyList<SchemeWeight> Weights => _weights;
    public IReadOnlyList<SchemeNumber> Numbers => _numbers;

    int? IAudited.AuditOrganizationId => null;

    /// <summary>Hundredths of a point, of percent or of a number, as its word says.</summary>
    public int this[GradingNumber number] => _numbers.Find(n => n.Number == number)?.Value ?? UsualOf(number);

    /// <summary>In the order of <see cref="ResultPart"/>.</summary>
    public IReadOnlyList<PartWeight> Of(RubricKind kind) => [.. _weights.Where(w => w.Kind == kind).OrderBy(w => w.Part).Select(w => new PartWeight(w.Kind, w.Part, w.Percent, w.Without))];

    /// <summary>修改; what is not named stays as it is.</summary>
    public void Write(IReadOnlyDictionary<(RubricKind Kind, ResultPart Part), int> percents, IReadOnlyDictionary<GradingNumber, int> numbers)
    {
        Rule.Require(FrozenOn is null, $"{Year}年的总评办法已随年底考核方案发布，不能再改。");
        foreach (var weight in _weights)
        {
            weight.Percent = percents.GetValueOrDefault((weight.Kind, weight.Part), weight.Percent);
        }

        foreach (var number in _numbers)
        {
            number.Value = numbers.GetValueOrDefault(number.Number, number.Value);
        }

        Check();
    }

    /// <summary>随方案发布: from now on the year is assessed by it.</summary>
    public void Freeze(DateOnly today) => FrozenOn ??= today;

    /// <summary>下一年的办法 begins as this one.</summary>
    public GradingScheme Copy(int year) => new(year, _weights.Select(w => new PartWeight(w.Kind, w.Part, w.Percent, w.Without)), _numbers.ToDictionary(n => n.Number, n => n.Value));

    private void Check()
    {
        foreach (var kind in _weights.GroupBy(w => w.Kind))
        {
            Rule.Require(kind.All(w => w.Percent > 0) && kind.Sum(w => w.Percent) == Whole, $"{kind.Key.Text()}：各部分权重应为正数，合计100%，现在是{kind.Sum(w => w.Percent)}%。");
        }

        // A community's main standard is what its residents say of it.
        var community = Of(RubricKind.Community);
        Rule.Require(community.Where(w => w.Part is not ResultPart.Satisfaction).All(w => w.Percent < community.First(x => x.Part is ResultPart.Satisfaction).Percent), "社区：群众满意度的权重应高于其他各部分。");
        Rule.Require(_numbers.TrueForAll(n => n.Value >= 0), "分值和比例不能为负数。");
        RequireSum(Routine, "平时得分");
        RequireSum(YearEndShares, "党（工）委年底考核");
        RequireSum(SiteShares, "示范点考核");
        foreach (var (higher, lower) in Falling.Zip(Falling.Skip(1)).Where(p => (int)p.First / 10 == (int)p.Second / 10))
        {
            Rule.Require(this[higher] >= this[lower], $"“{higher.Text()}”不能低于“{lower.Text()}”。");
        }

        Rule.Require(this[GradingNumber.ExcellentShare] <= Rubric.FullMarks && this[GradingNumber.CompletionFullAt] is > 0 and <= Rubric.FullMarks, "比例应在0至100%之间，得满分的完成率应大于0。");
    }

    /// <summary>Of a scheme from before sites were scored by it; any other number is 0 where it was not given.</summary>
    private static int UsualOf(GradingNumber number) => number switch
    {
        GradingNumber.SiteRubricShare => 80 * Quantity.One,
        GradingNumber.SitePlanShare => 15 * Quantity.One,
        GradingNumber.SiteRadiationShare => 5 * Quantity.One,
        GradingNumber.SiteRadiationFull => 3 * Quantity.One,
        _ => 0,
    };

    private void RequireSum(GradingNumber[] numbers, string of) =>
        Rule.Require(numbers.Sum(n => this[n]) == Rubric.FullMarks, $"{of}：{string.Join("、", numbers.Select(n => $"“{n.Text()}”"))}合计应为100，现在是{Quantity.Print(numbers.Sum(n => this[n]))}。");
}

/// <summary>总评办法的一项权重.</summary>
public sealed class SchemeWeight : IAudited
{
    internal SchemeWeight(PartWeight weight) => (Kind, Part, Percent, Without) = (weight.Kind, weight.Part, weight.Percent, weight.Without);

    private SchemeWeight() { }

    public int Id { get; private set; }
    public int SchemeId { get; private set; }
    public RubricKind Kind { get; private set; }
    public ResultPart Part { get; private set; }

    /// <summary>Whole percent.</summary>
    public int Percent { get; internal set; }
    public string Without { get; private set; } = "";

    int? IAudited.AuditOrganizationId => null;
}

/// <summary>总评办法的一个数, in hundredths.</summary>
public sealed class SchemeNumber : IAudited
{
    internal SchemeNumber(GradingNumber number, int value) => (Number, Value) = (number, value);

    private SchemeNumber() { }

    public int Id { get; private set; }
    public int SchemeId { get; private set; }
    public GradingNumber Number { get; private set; }
    public int Value { get; internal set; }

    int? IAudited.AuditOrganizationId => null;
}
