using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>One record that a figure counts, to be read beside the figure: of what a team has drawn an assessor opens what the figures count, and nothing else.</summary>
public sealed class RecordModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true, Name = "organization")]
    public int? OrganizationId { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Cutoff { get; set; }

    public Figure Figure { get; private set; } = null!;
    public OrgNode Organization { get; private set; } = null!;
    public string Word { get; private set; } = "";
    public RecordSheet Record { get; private set; } = null!;
    public string Back { get; private set; } = "";

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnGetAsync(string key, string kind, int id)
    {
        if (!RecordKinds.Knows(kind) || await AskedFigures.FindAsync(db, user.Tree, key) is not { HasRecords: true } figure || user.Tree.Find(OrganizationId ?? user.Organization?.Id) is not { } organization || !user.May(Act.ReadFigures, organization.Id))
        {
            return NotFound();
        }

        var cutoff = Cutoff is { Year: >= 2000 and <= 2100 } day ? day : clock.Today;
        var period = From is { } from && from <= cutoff ? new Period(from, cutoff) : Period.To(cutoff);
        if (!await FigureRecords.CountsAsync(db, user.Tree, figure, organization.Id, period, kind, id) || await RecordSheet.ReadAsync(db, user.Tree, kind, id, period) is not { } record)
        {
            return NotFound();
        }

        (Figure, Organization, Record, Word) = (figure, organization, record, RecordKinds.Find(kind).Word);
        Back = $"/figures/{figure.Key}?organization={organization.Id}&From={period.From:yyyy-MM-dd}&Cutoff={period.Cutoff:yyyy-MM-dd}";
        return Page();
    }
}
