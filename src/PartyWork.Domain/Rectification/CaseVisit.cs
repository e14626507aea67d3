using System.Text;

namespace PartyWork.Domain.Rectification;

/// <summary>What is written of one visit.</summary>
/// <param name="Visitor">走访人.</param>
/// <param name="HouseholdNo">户号; blank where several households were met together.</param>
/// <param name="Households">走访户数.</param>
/// <param name="Cards">发放服务卡.</param>
public sealed record VisitText(DateOnly On, string Visitor, string Building, string HouseholdNo, int Households, int Cards);

/// <summary>走访: who went where, how many households were met and how many service cards were left. What was heard is an opinion of its own.</summary>
public sealed class CaseVisit : CaseRecord
{
    public const int BuildingMaxLength = 30, HouseholdMaxLength = 20, MostHouseholds = 500, MostCards = 1000;

    public CaseVisit(RectificationCase of, VisitText text, Actor by, DateOnly today)
        : base(of, by, today) => Write(text, today);

    private CaseVisit() { }

    public DateOnly On { get; private set; }
    public string Visitor { get; private set; } = "";

    /// <summary>楼栋, e.g. 3栋.</summary>
    public string Building { get; private set; } = "";

    /// <summary>户号 within the building, e.g. 2-301: for those who go there, and for nobody else.</summary>
    [PersonalData]
    public string HouseholdNo { get; private set; } = "";
    public int Households { get; private set; }
    public int Cards { get; private set; }

    /// <summary>A household that is known by its number is counted once in a case, however often it was visited; of the others each visit counts what it says.</summary>
    public static int DistinctHouseholds(IEnumerable<CaseVisit> visits)
    {
        var counted = visits.Where(v => !v.IsWithdrawn).ToList();
        return counted.Where(v => v.HouseholdNo.Length > 0).Select(v => (v.Building, v.HouseholdNo)).Distinct().Count() + counted.Where(v => v.HouseholdNo.Length == 0).Sum(v => v.Households);
    }

    /// <summary>One spelling for one door: narrow characters, no blanks, capital letters.</summary>
    public static string Door(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public void Change(VisitText text, DateOnly today)
    {
        RequireChangeable();
        Write(text, today);
    }

    /// <summary>反映事项: what was heard at this visit.</summary>
    public ResidentOpinion Hear(int no, OpinionText text, Actor by, DateOnly today) => new(Case, no, text with { Source = OpinionSource.Visit, On = On }, by, today, this);

    private void Write(VisitText text, DateOnly today)
    {
        var (building, door) = (Door(text.Building), Door(text.HouseholdNo));
        RequireWithin(Case, text.On, today, "走访日期");
        Rule.RequireText(text.Visitor, NameMaxLength, "走访人");
        Rule.Require(building.Length is > 0 and <= BuildingMaxLength, $"请填写楼栋，例如“3栋”，不超过{BuildingMaxLength}字。");
        Rule.Require(door.Length <= HouseholdMaxLength, $"户号不超过{HouseholdMaxLength}字，例如“2-301”。");
        Rule.Require(text.Households is >= 1 and <= MostHouseholds, $"走访户数应为1至{MostHouseholds}户。");
        Rule.Require(door.Length == 0 || text.Households == 1, "填写户号的，一次登记一户，走访户数应为1。");
        Rule.Require(text.Cards is >= 0 and <= MostCards, $"发放服务卡应为0至{MostCards}张。");
        (On, Visitor, Building, HouseholdNo, Households, Cards) = (text.On, text.Visitor, building, door, text.Households, text.Cards);
    }
}
