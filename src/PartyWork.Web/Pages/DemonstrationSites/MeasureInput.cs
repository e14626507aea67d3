using System.ComponentModel.DataAnnotations;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>A measure as it is typed.</summary>
public sealed class MeasureInput
{
    public string? Content { get; set; }
    public string? Target { get; set; }
    public string? Unit { get; set; }

    [Display(Name = "时限")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "责任人")]
    public int? LeadId { get; set; }

    /// <summary>万元.</summary>
    public string? Funds { get; set; }
    public string? Carrier { get; set; }
    public string? Result { get; set; }
}
