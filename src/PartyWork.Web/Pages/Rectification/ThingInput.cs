using System.ComponentModel.DataAnnotations;
using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>A practical thing as it is typed.</summary>
public sealed class ThingInput
{
    public string? Name { get; set; }
    public ThingCategory? Category { get; set; }

    [Display(Name = "户数")]
    public int? Households { get; set; }

    /// <summary>In yuan.</summary>
    public string? Amount { get; set; }
    public bool IsPromised { get; set; }

    [Display(Name = "开工日期")]
    public DateOnly? BegunOn { get; set; }

    public static ThingInput Of(PracticalThing thing) => new()
    {
        Name = thing.Name, Category = thing.Category, Households = thing.Households, Amount = RegisterColumn.Yuan(thing.AmountFen), IsPromised = thing.IsPromised, BegunOn = thing.BegunOn,
    };

    public ThingText Read()
    {
        Rule.Require(BegunOn is not null, "请填写开工日期。");
        return new(Name?.Trim() ?? "", Category ?? 0, Households ?? 0, Typed.Fen(Amount, "投入金额（元）") ?? 0, IsPromised, BegunOn!.Value);
    }
}
