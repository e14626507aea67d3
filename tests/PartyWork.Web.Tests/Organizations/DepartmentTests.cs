using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>The department that looks after 两新 and communities sees exactly these, across all committees; which department it is, is the district's setting.</summary>
public sealed class DepartmentTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task It_sees_its_own_and_the_organisations_of_its_domains_and_no_other()
    {
        using var department = await app.SignedInAsync("shegong");
        var filings = await app.WithDbAsync(async db => await db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.QuarterlyReport && f.Year == 2026 && f.Period == 2)
            .Join(db.Organizations, f => f.OrganizationId, o => o.Id, (f, o) => new { f.Id, o.Code, o.Domain }).ToListAsync());
        var seen = 0;
        foreach (var filing in filings)
        {
            using var answer = await department.GetAsync($"/reports/{filing.Id}");
            var should = filing.Domain is OrganizationDomain.Community or OrganizationDomain.TwoNew || filing.Code == "QH15028";
            Assert.True(answer.StatusCode == (should ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{filing.Code}: {(int)answer.StatusCode}");
            seen += should ? 1 : 0;
        }

        Assert.Contains($"共{seen}条", (await department.GetPageAsync("/reports?year=2026&Period=2")).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await department.GetAsync("/reports/review")).StatusCode); // it reads; the superior reviews
    }

    [Fact]
    public async Task Giving_a_domain_to_another_department_counts_from_the_next_request()
    {
        var report = $"/reports/{await app.FilingAsync("QH02001", 1)}";
        using var department = await app.SignedInAsync("shegong");
        using var talent = await app.SignedInAsync("orgdept");
        Assert.Equal(HttpStatusCode.OK, (await department.GetAsync(report)).StatusCode);

        await GiveAsync("");
        Assert.Equal(HttpStatusCode.NotFound, (await department.GetAsync(report)).StatusCode);

        await GiveAsync($"{await app.OrganizationAsync("QH15028")}");
        Assert.Equal(HttpStatusCode.OK, (await department.GetAsync(report)).StatusCode);

        async Task GiveAsync(string organization)
        {
            var page = (await talent.GetPageAsync("/organizations/departments")).Type("Charges[Community]", organization).Type("Reason", "职责调整");
            Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("#departments")).StatusCode);
        }
    }

    [Fact]
    public async Task Where_a_department_looks_after_a_domain_its_post_can_be_filled()
    {
        using var district = await app.SignedInAsync("orgdept");
        Assert.NotNull((await district.GetPageAsync($"/organizations/{await app.OrganizationAsync("QH15028")}/posts")).Find("option[value='SocialWorkDepartment']"));
        Assert.Null((await district.GetPageAsync($"/organizations/{await app.OrganizationAsync("QH15014")}/posts")).Find("option[value='SocialWorkDepartment']"));
    }
}
