using System.ComponentModel;

namespace PartyWork.Domain.Rectification;

/// <summary>实事类别.</summary>
public enum ThingCategory
{
    [Description("基础设施")] Facilities = 1,
    [Description("环境整治")] Environment,
    [Description("便民服务")] Services,
    [Description("养老助幼")] Care,
    [Description("平安建设")] Safety,
    [Description("文体活动")] Culture,
    [Description("其他")] Other,
}

/// <summary>实事进展.</summary>
public enum ThingState
{
    [Description("推进中")] Underway = 1,
    [Description("已办成")] Done,
    [Description("居民代表已确认")] Confirmed,
    [Description("已公示")] Published,
}

/// <summary>What is written of a practical thing.</summary>
/// <param name="Households">受益户数.</param>
/// <param name="IsPromised">In the plan already, as against added on the way.</param>
public sealed record ThingText(string Name, ThingCategory Category, int Households, long AmountFen, bool IsPromised, DateOnly BegunOn);

/// <summary>惠民实事: begun, done, confirmed by a residents' representative, published; in this order.</summary>
public sealed class PracticalThing : CaseRecord
{
    public const int MostHouseholds = 100_000;

    public PracticalThing(RectificationCase of, ThingText text, Actor by, DateOnly today)
        : base(of, by, today) => Write(text, today);

    private PracticalThing() { }

    public string Name { get; private set; } = "";
    public ThingCategory Category { get; private set; }
    public int Households { get; private set; }

    /// <summary>投入金额; 0 where nothing was spent.</summary>
    public long AmountFen { get; private set; }
    public bool IsPromised { get; private set; }
    public DateOnly BegunOn { get; private set; }

    /// <summary>办成日期.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The residents' representative who has seen it.</summary>
    public string ConfirmedBy { get; private set; } = "";
    public DateOnly? ConfirmedOn { get; private set; }
    public DateOnly? PublishedOn { get; private set; }

    public ThingState State => StateOf(DoneOn, ConfirmedOn, PublishedOn);

    public static ThingState StateOf(DateOnly? done, DateOnly? confirmed, DateOnly? published) =>
        published is not null ? ThingState.Published : confirmed is not null ? ThingState.Confirmed : done is not null ? ThingState.Done : ThingState.Underway;

    /// <summary>Until the residents' representative has confirmed it.</summary>
    public void Change(ThingText text, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(ConfirmedOn is null, "居民代表已经确认，内容不能再改；有误的请撤回后另行登记。");
        Rule.Require(DoneOn is null || text.BegunOn <= DoneOn, "开工日期不能晚于办成日期。");
        Write(text, today);
    }

    /// <summary>办成.</summary>
    public void Finish(DateOnly on, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(DoneOn is null, "已经登记办成。");
        Rule.Require(on >= BegunOn, "办成日期不能早于开工日期。");
        RequireWithin(Case, on, today, "办成日期");
        DoneOn = on;
    }

    /// <summary>居民代表确认.</summary>
    public void Confirm(string representative, DateOnly on, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(DoneOn is not null && ConfirmedOn is null, "办成以后由居民代表确认一次。");
        Rule.RequireText(representative, NameMaxLength, "确认的居民代表姓名");
        Rule.Require(on >= DoneOn && on <= today, "确认日期应在办成日期和今天之间。");
        (ConfirmedBy, ConfirmedOn) = (representative, on);
    }

    /// <summary>公示 of what the residents have confirmed.</summary>
    public void Publish(DateOnly on, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(ConfirmedOn is not null && PublishedOn is null, "居民代表确认以后公示一次。");
        Rule.Require(on >= ConfirmedOn && on <= today, "公示日期应在确认日期和今天之间。");
        PublishedOn = on;
    }

    private void Write(ThingText text, DateOnly today)
    {
        Rule.RequireText(text.Name, TextMaxLength, "实事名称");
        Rule.Require(Enum.IsDefined(text.Category), "请选择实事类别。");
        Rule.Require(text.Households is >= 1 and <= MostHouseholds, $"受益户数应为1至{MostHouseholds}户。");
        Rule.Require(text.AmountFen is >= 0 and <= MostFen, "请核对投入金额，以元为单位；没有投入的填0。");
        Rule.Require(text.BegunOn <= today, $"开工日期（{text.BegunOn:yyyy-MM-dd}）还没有到。");
        (Name, Category, Households, AmountFen, IsPromised, BegunOn) = (text.Name, text.Category, text.Households, text.AmountFen, text.IsPromised, text.BegunOn);
    }
}
