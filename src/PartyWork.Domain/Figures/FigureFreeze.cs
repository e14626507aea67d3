using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Figures;

/// <summary>冻结: what the figures of some organisations were for a period, on the day somebody needed them to stand still. Never changed and never lifted; what comes to be known later is an amendment beside it.</summary>
public sealed class FigureFreeze : IAudited
{
    public const int NameMaxLength = 40;

    private readonly List<FrozenValue> _values = [];

    public FigureFreeze(string name, DateOnly from, DateOnly cutoff, Actor by, DateTime now)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, $"请填写冻结名称，如“2026年度总结数据”，不超过{NameMaxLength}字。");
        Rule.Require(from <= cutoff, "起始日不能晚于截止日。");
        Rule.Require(cutoff <= OfficeTime.DayOf(now), "截止日还没有到，不能冻结。");
        (Name, From, Cutoff, At, By) = (name, from, cutoff, now, by.Name);
    }

    private FigureFreeze() { }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly Cutoff { get; private set; }

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";
    public IReadOnlyList<FrozenValue> Values => _values;

    int? IAudited.AuditOrganizationId => null;

    public void Keep(FrozenValue value) => _values.Add(value);
}

/// <summary>One figure of one organisation as it stood. Of a ratio only its parts are kept, so that it stays exact.</summary>
public sealed class FrozenValue : IBelongToOrganization
{
    public const int TextMaxLength = 300;

    private const decimal Millionth = 0.000_001m;

    public FrozenValue(string key, int organizationId, decimal? number, decimal? numerator, decimal? denominator, string? text, bool notRecorded, int records) =>
        (Key, OrganizationId, NumberMillionths, NumeratorMillionths, DenominatorMillionths, Text, NotRecorded, Records) =
            (key, organizationId, (long?)(number / Millionth), (long?)(numerator / Millionth), (long?)(denominator / Millionth), text, notRecorded, records);

    private FrozenValue() { }

    public int Id { get; private set; }
    public int FreezeId { get; private set; }
    public FigureFreeze Freeze { get; private set; } = null!;
    public string Key { get; private set; } = "";
    public int OrganizationId { get; private set; }

    /// <summary>Whole millionths of the figure's unit: fen of 万元 stay exact, and both databases keep them alike.</summary>
    public long? NumberMillionths { get; private set; }
    public long? NumeratorMillionths { get; private set; }
    public long? DenominatorMillionths { get; private set; }

    /// <summary>In the figure's unit; null for ratios, names and where nothing was recorded.</summary>
    public decimal? Number => NumberMillionths * Millionth;
    public string? Text { get; private set; }
    public bool NotRecorded { get; private set; }
    public int Records { get; private set; }
}
