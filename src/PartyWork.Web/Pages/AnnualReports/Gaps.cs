using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>One figure that the report waits for, and whom to ask for it.</summary>
/// <param name="Organization">欠数单位: whose records it is counted from.</param>
/// <param name="Holder">Who is to be called; 空缺 when nobody holds the post.</param>
/// <param name="Link">Where it is entered, or seen from what it is counted.</param>
public sealed record ReportGap(ReportFigure Figure, IReadOnlyList<string> Places, string Organization, string Holder, string Phone, string Link)
{
    /// <summary>Whose work it is that a figure has something to count; the officer is that of the organs' committee.</summary>
    public static PostKind OwnerOf(Figure? figure) => figure is null or { IsGiven: true } ? PostKind.DistrictStaff
        : figure.Sections[0] is FigureSection.Talent or FigureSection.TalentSupport ? PostKind.TalentOffice
        : figure.Sections[0] is FigureSection.TwoNew ? PostKind.SocialWorkDepartment
        : figure.Key.StartsWith("organ_", StringComparison.Ordinal) ? PostKind.Officer
        : PostKind.DistrictStaff;

    /// <summary>Everything missing, with holders and phones of today in one command.</summary>
    public static async Task<IReadOnlyList<ReportGap>> ReadAsync(PartyWorkDb db, OrgTree tree, ReportReading reading, DateOnly today)
    {
        var organs = tree.InOrder.FirstOrDefault(n => n is { Level: OrganizationLevel.Committee, Domain: OrganizationDomain.Organ })?.Id ?? 0;
        var holders = await db.PostHoldings.Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h => h.Kind == PostKind.DistrictStaff || h.Kind == PostKind.TalentOffice || h.Kind == PostKind.SocialWorkDepartment || (h.OrganizationId == organs && h.Kind == PostKind.Officer))
            .OrderBy(h => h.Id).Select(h => new { h.Kind, h.OrganizationId, h.Person.Name, Phone = h.Person.Phone == "" ? h.Organization.Phone : h.Person.Phone }).ToListAsync();
        return [.. reading.Missing.Select(m => Of(m.Figure, m.Places))];

        ReportGap Of(ReportFigure missing, IReadOnlyList<string> places)
        {
            var figure = FigureDictionary.Find(missing.Key);
            var post = OwnerOf(figure);
            var holder = holders.FirstOrDefault(h => h.Kind == post);
            var organization = post is PostKind.DistrictStaff ? "组织科" : tree.Find(holder?.OrganizationId)?.ShortName ?? post.Text();
            var link = ReportTemplates.AddressOf(missing.Key, reading.Period.Year)
                ?? (figure is { IsGiven: true } ? $"/figures/parameters?year={reading.Period.Year}#p-{figure.EnteredAs}" : $"/figures/{missing.Key}?Cutoff={reading.Period.Cutoff:yyyy-MM-dd}");
            return new(missing, places, organization, holder?.Name ?? "空缺", holder?.Phone ?? "", link);
        }
    }
}
