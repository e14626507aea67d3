using System.Globalization;

namespace PartyWork.Domain.Figures;

/// <summary>年度参数: what a report says and no record yields, such as the number of the congress. One a year and key, kept by district staff.</summary>
public sealed class FigureParameter : IAudited
{
    public const int KeyMaxLength = 40, TextMaxLength = 100;

    public FigureParameter(int year, string key) => (Year, Key) = (year, key);

    private FigureParameter() { }

    public int Id { get; private set; }

    /// <summary>The year of the report that uses it; plan values are of the year after.</summary>
    public int Year { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>As it is printed; a number in plain digits. Empty when it has been taken back.</summary>
    public string Text { get; private set; } = "";
    public string EnteredBy { get; private set; } = "";
    public DateOnly EnteredOn { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    /// <param name="name">The parameter's name, for the sentence.</param>
    /// <param name="isNumber">Digits with at most two decimals, not negative; full-width digits are taken too.</param>
    public void Write(string text, string name, bool isNumber, Actor by, DateOnly today)
    {
        text = isNumber ? text.Normalize(System.Text.NormalizationForm.FormKC).Trim() : text.Trim();
        Rule.Require(text.Length <= TextMaxLength, $"“{name}”不超过{TextMaxLength}字。");
        Rule.Require(!isNumber || text.Length == 0 || (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * 100 == decimal.Truncate(number * 100)),
            $"“{name}”应填数字，最多两位小数，不带单位。");
        if (text != Text)
        {
            (Text, EnteredBy, EnteredOn) = (text, by.Name, today);
        }
    }
}
