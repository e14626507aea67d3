using System.ComponentModel.DataAnnotations;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>A fund as it is typed.</summary>
public sealed class FundInput
{
    public FundSource? Source { get; set; }
    public string? Giver { get; set; }

    /// <summary>In yuan.</summary>
    public string? Amount { get; set; }
    public string? Purpose { get; set; }

    [Display(Name = "到账日期")]
    public DateOnly? ArrivedOn { get; set; }

    public static FundInput Of(RectificationFund fund) => new() { Source = fund.Source, Giver = fund.Giver, Amount = RegisterColumn.Yuan(fund.AmountFen), Purpose = fund.Purpose, ArrivedOn = fund.ArrivedOn };

    public FundText Read() => new(Source ?? 0, Giver?.Trim() ?? "", Typed.Fen(Amount, "金额（元）") ?? 0, Purpose?.Trim() ?? "", ArrivedOn);
}
