using System.Globalization;

namespace PartyWork.Web.Figures;

/// <summary>How a value is printed.</summary>
/// <param name="IsRate">Always with one decimal.</param>
/// <param name="IsApproximate">余.</param>
/// <param name="IsChange">下降21.7%, not -21.7.</param>
public sealed record FigureForm(string Unit = "", int Decimals = 0, bool IsRate = false, bool IsApproximate = false, bool IsChange = false);

/// <summary>Why a value is not simply what the records say now.</summary>
/// <param name="IsOverride">更正 by two persons; else frozen.</param>
/// <param name="Words">Of an override its reason, of a freeze its name.</param>
public sealed record FigureMark(bool IsOverride, string Words, string By, string ApprovedBy);

/// <summary>What a figure is for one organisation and period. Exact; rounded only when printed.</summary>
/// <param name="Number">In the figure's unit. Null for texts, for a ratio over nothing, and where nothing is recorded.</param>
/// <param name="NotRecorded">未记录: nobody has entered anything, which is not 0.</param>
/// <param name="Records">How many records are behind it.</param>
public sealed record FigureValue(decimal? Number, decimal? Numerator, decimal? Denominator, string? Text, bool NotRecorded, int Records)
{
    public const string None = "—", Unknown = "未记录";

    public FigureForm Form { get; init; } = new();

    /// <summary>Null for a value that is what the records say.</summary>
    public FigureMark? Mark { get; init; }

    /// <summary>Beside a frozen or corrected value: what is computed from the records.</summary>
    public FigureValue? Computed { get; init; }

    /// <summary>What is computed now is another value than the one that holds.</summary>
    public bool IsMoved => Computed is { } computed && !computed.Says(this);

    /// <summary>Words or a number that can be used in a sentence.</summary>
    public bool IsThere => !NotRecorded && (Text ?? Number?.ToString(CultureInfo.InvariantCulture)) is { Length: > 0 };

    /// <summary>Without the unit: 1300余, 95.5, —, 未记录.</summary>
    public string Print() => NotRecorded ? Unknown
        : Text is not null ? Text
        : Number is not { } number ? None
        : Form.IsChange ? PrintChange(number)
        : Form.IsApproximate && Floor(number) is var floor && floor != number ? $"{floor:0}余"
        : PrintExactly();

    /// <summary>The number itself, where 余 is printed.</summary>
    public string PrintExactly() => Number is { } number && !Form.IsChange ? Math.Round(number, Form.IsRate ? 1 : Form.Decimals, MidpointRounding.AwayFromZero).ToString(Form.IsRate ? "0.0" : "0.##", CultureInfo.InvariantCulture) : Print();

    public string PrintWithUnit() => IsThere && Form.Unit.Length > 0 ? Print() + Form.Unit : Print();

    /// <summary>The same number or words, whatever is printed of it.</summary>
    public bool Says(FigureValue other) => (Number, Text, NotRecorded) == (other.Number, other.Text, other.NotRecorded);

    private static string PrintChange(decimal number) => Math.Round(number, 1, MidpointRounding.AwayFromZero) is not 0 and var change ? $"{(change < 0 ? "下降" : "上升")}{Math.Abs(change).ToString("0.0", CultureInfo.InvariantCulture)}%" : "持平";

    /// <summary>Down to tens, from a thousand on to hundreds; what is below ten has no 余.</summary>
    private static decimal Floor(decimal number) => number < 10 ? number : number < 1000 ? Math.Floor(number / 10) * 10 : Math.Floor(number / 100) * 100;
}
