using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Registers;

/// <summary>How a column is typed in: it follows from the type of its property.</summary>
public enum ColumnKind
{
    Text,
    Long,
    Whole,

    /// <summary>Typed in yuan, kept in fen.</summary>
    Money,
    Day,
    Choice,
    Choices,
    YesNo,
    Organization,
}

/// <summary>
/// One column of a register. Text is its only outer form: what stands in the form, in the workbook, on the page and in the import is the same text,
/// printed and read here. A property that cannot be null must be filled.
/// </summary>
public sealed class RegisterColumn
{
    public const int TextLength = 300;

    /// <summary>Ten milliards of yuan: more is a slip of the key.</summary>
    private const decimal MostYuan = 10_000_000_000;
    private const int MostWhole = 100_000_000;

    private readonly PropertyInfo _property;
    private readonly Type _type;

    public RegisterColumn(PropertyInfo property, string? label = null)
    {
        _property = property;
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Label = label ?? property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no Chinese name.");
        IsRequired = !IsComputed && property.PropertyType.IsValueType && _type == property.PropertyType && _type != typeof(bool);
        Kind = _type == typeof(string) ? ColumnKind.Text
            : _type == typeof(bool) ? ColumnKind.YesNo
            : _type == typeof(DateOnly) ? ColumnKind.Day
            : _type == typeof(long) ? ColumnKind.Money
            : _type.IsEnum ? _type.IsDefined(typeof(FlagsAttribute)) ? ColumnKind.Choices : ColumnKind.Choice
            : _type == typeof(int) ? property.Name.EndsWith("OrganizationId", StringComparison.Ordinal) || property.Name == "ConfirmerId" ? ColumnKind.Organization : ColumnKind.Whole
            : throw new InvalidOperationException($"{property.DeclaringType}.{property.Name}: no column is made of {_type}.");
    }

    public string Name => _property.Name;

    /// <summary>The record works it out itself in its check: shown, filtered and exported, never typed.</summary>
    public bool IsComputed => _property.SetMethod is null or { IsPublic: false };
    public string Label { get; }
    public ColumnKind Kind { get; init; }
    public bool IsRequired { get; init; }

    /// <summary>Shown in the list.</summary>
    public bool IsListed { get; init; }

    /// <summary>Kept to those who keep the register: contacts of persons.</summary>
    public bool IsPrivate { get; init; }
    public string Hint { get; init; } = "";

    /// <summary>What can be chosen, in words.</summary>
    public IReadOnlyList<string> Choices => Kind is ColumnKind.Choice or ColumnKind.Choices ? [.. Enum.GetValues(_type).Cast<Enum>().Select(v => v.Text()).Where(t => t.Length > 0)] : Kind is ColumnKind.YesNo ? ["是", "否"] : [];

    public bool IsNumber => Kind is ColumnKind.Whole or ColumnKind.Money;

    public RegisterColumn Required() => new(_property, Label) { Kind = Kind, IsRequired = true, IsListed = IsListed, IsPrivate = IsPrivate, Hint = Hint };

    public object? Value(object record) => _property.GetValue(record);

    public string Print(object record, OrgTree tree) => Value(record) switch
    {
        null => "",
        string text => text,
        Enum word => Convert.ToInt32(word, CultureInfo.InvariantCulture) == 0 && Kind is ColumnKind.Choices ? "" : word.Text(),
        bool yes => yes ? "是" : "否",
        DateOnly day => day == default ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        long fen => Yuan(fen),
        int id when Kind is ColumnKind.Organization => tree.Find(id) is { } node ? tree.Unmistakable(node) : "",
        int number => number.ToString(CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"{Label}: {other.GetType()}"),
    };

    /// <summary>500000 fen are 5000 yuan; decimals only where there are some.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Reads the text into the record.</summary>
    /// <param name="year">The year of a day that is written without one.</param>
    /// <exception cref="BrokenRuleException">Carries what is wrong with it and the remedy, without naming the place.</exception>
    public void Read(object record, string text, OrgTree tree, int year)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            Rule.Require(!IsRequired, "没有填写。");
            _property.SetValue(record, _type == typeof(string) ? "" : _type == typeof(bool) ? false : null);
            return;
        }

        _property.SetValue(record, Kind switch
        {
            ColumnKind.Text or ColumnKind.Long => Text(text),
            ColumnKind.Whole => Whole(text),
            ColumnKind.Money => Fen(text),
            ColumnKind.Day => OfficeDate.Parse(text, year) ?? throw new BrokenRuleException($"填写的是“{Shown(text)}”，不是日期；请写成2026-05-20的样子。"),
            ColumnKind.Choice => Choice(text),
            ColumnKind.Choices => Enum.ToObject(_type, text.Split('、', '，', ',', ';', '；', ' ').Where(t => t.Length > 0).Aggregate(0, (all, word) => all | Convert.ToInt32(Choice(word), CultureInfo.InvariantCulture))),
            ColumnKind.YesNo => text switch { "是" or "有" or "true" => true, "否" or "无" or "false" => false, _ => throw new BrokenRuleException($"填写的是“{Shown(text)}”，请填“是”或“否”。") },
            _ => Organization(text, tree).Id,
        });
    }

    /// <summary>By its name, with its superior where several have that name, by its short name or by its code.</summary>
    public static OrgNode Organization(string text, OrgTree tree)
    {
        var found = tree.InOrder.Where(n => n.ClosedOn is null && (n.Name == text || n.ShortName == text || tree.Unmistakable(n) == text || n.Code.Equals(text, StringComparison.OrdinalIgnoreCase))).ToList();
        Rule.Require(found.Count > 0, $"填写的是“{Shown(text)}”，名录中没有这个党组织；请填写全称、简称或组织代码。");
        Rule.Require(found.Count == 1, $"填写的是“{Shown(text)}”，名录中有几个党组织叫这个名称；请写明是哪一个：{string.Join("、", found.Take(5).Select(n => $"{tree.Unmistakable(n)}，代码{n.Code}"))}。");
        return found[0];
    }

    private static string Text(string text)
    {
        Rule.Require(text.Length <= TextLength, $"有{text.Length}个字，超过{TextLength}个字，请精简。");
        return text;
    }

    private static int Whole(string text)
    {
        var number = Quantity.Parse(text);
        Rule.Require(number is { IsRate: false } n && n.Hundredths % Quantity.One == 0, $"填写的是“{Shown(text)}”，请填写整数，不带单位。");
        var whole = number!.Value.Hundredths / Quantity.One;
        Rule.Require(whole <= MostWhole, $"填写的是“{Shown(text)}”，数字过大，请核对。");
        return whole;
    }

    private static long Fen(string text)
    {
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).TrimEnd('元');
        Rule.Require(decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan * 100 == decimal.Truncate(yuan * 100),
            $"填写的是“{Shown(text)}”，请填写以元为单位、不超过两位小数的金额。");
        Rule.Require(yuan <= MostYuan, $"填写的是“{Shown(text)}”，金额过大，请核对单位是不是元。");
        return (long)(yuan * 100);
    }

    private Enum Choice(string text) => Enum.GetValues(_type).Cast<Enum>().FirstOrDefault(v => v.Text() == text)
        ?? throw new BrokenRuleException($"填写的是“{Shown(text)}”，请从下列各项中选：{string.Join("、", Choices)}。");

    private static string Shown(string text) => text.Length > 30 ? text[..30] + "…" : text;
}
