using System.Linq.Expressions;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>Where a piece of evidence is used, in words and as a link.</summary>
public sealed record UseView(int Id, int Version, bool IsSubmitted, string By, DateTime At, int Year, int? Task, int Quarter, int? Problem, string? What, int Filing)
{
    public string Told => Task is { } task ? $"{Year}年任务{task}" + (Quarter == 0 ? "" : $"（{Domain.Reports.Quarter.Text(Quarter)}）") : $"{Year}年问题{Problem}";

    public string Link => Quarter > 0 ? $"/reports/{Filing}" : Task is { } task ? $"/lists/{Filing}/tasks/{task}" : $"/lists/{Filing}/problems/{Problem}";

    public static Expression<Func<EvidenceUse, UseView>> From(PartyWorkDb db) => u => new UseView(
        u.Id, Microsoft.EntityFrameworkCore.EF.Property<int>(u, PartyWorkDb.Version), u.IsSubmitted, u.By, u.At, u.Task != null ? u.Task.Year : u.Problem!.Year, u.Task != null ? u.Task.No : null, u.Quarter,
        u.Problem != null ? u.Problem.No : null, u.Task != null ? u.Task.Content : u.Problem!.Statement,
        db.Filings.Where(f => f.OrganizationId == u.OrganizationId && f.Year == (u.Task != null ? u.Task.Year : u.Problem!.Year)
            && f.Kind == (u.Quarter > 0 ? FilingKind.QuarterlyReport : FilingKind.ThreeLists) && f.Period == u.Quarter).Select(f => f.Id).FirstOrDefault());
}
