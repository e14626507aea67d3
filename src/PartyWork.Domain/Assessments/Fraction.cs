using System.Globalization;
using System.Numerics;

namespace PartyWork.Domain.Assessments;

/// <summary>An exact number. Scores are computed in fractions and rounded once per line, so that no third of a point is lost on the way.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    public static readonly Fraction Zero, One = new(1, 1);

    // One less than the denominator, so that the default value is nought and not a division by it.
    private readonly BigInteger _numerator, _denominatorLessOne;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (_numerator, _denominatorLessOne) = (numerator / common, (denominator / common) - 1);
    }

    private BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsZero => _numerator.IsZero;

    public static Fraction Of(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        var scale = (parts[3] >> 16) & 0xFF;
        var whole = (new BigInteger((uint)parts[2]) << 64) + (new BigInteger((uint)parts[1]) << 32) + (uint)parts[0];
        return new(number < 0 ? -whole : whole, BigInteger.Pow(10, scale));
    }

    public static Fraction OfHundredths(int hundredths) => new(hundredths, Quantity.One);

    public static Fraction operator +(Fraction a, Fraction b) => new((a._numerator * b.Denominator) + (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) => new((a._numerator * b.Denominator) - (b._numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a._numerator * b._numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="b"/> is nought.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => b.IsZero ? throw new DivideByZeroException() : new(a._numerator * b.Denominator, a.Denominator * b._numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static Fraction Least(Fraction a, Fraction b) => a < b ? a : b;

    public static Fraction Most(Fraction a, Fraction b) => a > b ? a : b;

    public int CompareTo(Fraction other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>The whole number at or above it: 2.1 → 3.</summary>
    public Fraction Ceiling() => new(-Floor(-_numerator, Denominator), 1);

    /// <summary>The whole number of hundredths at or below it, and what is left over.</summary>
    public (int Hundredths, Fraction Remainder) WholeHundredths()
    {
        var whole = Floor(_numerator * Quantity.One, Denominator);
        return ((int)whole, this - new Fraction(whole, Quantity.One));
    }

    /// <summary>Rounded half away from zero: 0.125 → 13, −0.125 → −13.</summary>
    public int RoundedHundredths() => (int)Rounded();

    /// <summary>At most two decimals, for sentences.</summary>
    public string Print() => ((decimal)Rounded() / Quantity.One).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    internal static Fraction Read(string written) => written.Split('/') is [var numerator, var denominator]
        ? new(BigInteger.Parse(numerator, CultureInfo.InvariantCulture), BigInteger.Parse(denominator, CultureInfo.InvariantCulture))
        : throw new FormatException(written);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");

    private BigInteger Rounded() => Floor((BigInteger.Abs(_numerator) * Quantity.One * 2) + Denominator, Denominator * 2) * _numerator.Sign;

    /// <summary>Down, also of negative numbers; the denominator is positive.</summary>
    private static BigInteger Floor(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }
}
