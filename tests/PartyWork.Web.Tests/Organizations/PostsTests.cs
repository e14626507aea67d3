using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>The organisation section appoints who acts for the district; nobody appoints himself.</summary>
public sealed class PostsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Who_acts_for_the_district_is_appointed_where_he_serves_and_it_is_on_record()
    {
        var (district, housing, talent, wenming) = (await app.WithDbAsync(db => db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync()), await app.OrganizationAsync("QH15014"), await app.OrganizationAsync("QH15027"), await app.OrganizationAsync("QH01001"));
        using var staff = await app.SignedInAsync("orgdept");
        foreach (var (kind, organization, name, title) in new[]
        {
            (PostKind.DistrictLeader, district, "沈立群", "区委组织部副部长"), (PostKind.Inspector, district, "贺明远", "区委督查室主任"), (PostKind.Liaison, housing, "石秋雨", "区住建局办公室主任"),
            (PostKind.DistrictStaff, district, "方知行", "区委组织部组织科科员"), (PostKind.TalentOffice, talent, "秦若谷", "区委人才办科员"),
        })
        {
            var page = await staff.GetPageAsync($"/organizations/{organization}/posts");
            page.Type("Appoint.Kind", $"{kind}").Type("Appoint.Name", name).Type("Appoint.Phone", "0-8300011").Type("Appoint.Title", title).Type("Appoint.From", "2026-12-18").Type("Appoint.Why", "青组任〔2026〕21号");
            var done = await staff.FollowAsync(await page.SubmitAsync("form[action*='Appoint']"));

            Assert.Contains($"已登记{name}任{title}", done.Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains(name, (await staff.GetPageAsync($"/organizations/{organization}")).Text, StringComparison.Ordinal);
            Assert.Equal("青组任〔2026〕21号", await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Kind == nameof(PostHolding) && e.OrganizationId == organization).OrderByDescending(e => e.Sequence).Select(e => e.Why).FirstAsync()));
        }

        var community = await staff.GetPageAsync($"/organizations/{wenming}/posts");
        Assert.All(new[] { PostKind.DistrictLeader, PostKind.DistrictStaff, PostKind.Inspector, PostKind.Liaison, PostKind.TalentOffice }, k => Assert.Null(community.Find($"option[value='{k}']")));
        var refused = await staff.PageAsync(await community.Type("Appoint.Kind", "Secretary").Type("Appoint.Name", "贺明远").Type("Appoint.Phone", "0-8300011").Type("Appoint.From", "2026-12-18").SubmitAsync("form[action*='Appoint']"));
        Assert.Contains("现任书记为", refused.Text, StringComparison.Ordinal);
        using var leader = await app.SignedInAsync("minister");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/organizations/{district}/posts")).StatusCode);
    }

    [Fact]
    public async Task Nobody_appoints_himself()
    {
        var (district, me) = await app.WithDbAsync(async db => (await db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync(),
            await db.Users.Where(u => u.UserName == "orgdept").Select(u => u.Person!.Name).SingleAsync()));
        await app.WithDbAsync(db => db.Persons.Where(p => db.Users.Any(u => u.UserName == "orgdept" && u.PersonId == p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, "0-8300099")));
        using var staff = await app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/organizations/{district}/posts");

        var refused = await staff.PageAsync(await page.Type("Appoint.Kind", "DistrictLeader").Type("Appoint.Name", me).Type("Appoint.Phone", "0-8300099").Type("Appoint.From", "2026-12-18").SubmitAsync("form[action*='Appoint']"));

        Assert.Contains("不能为本人登记任职", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_takes_no_post_of_the_department_and_nobody_ends_his_own()
    {
        var district = await app.WithDbAsync(db => db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync());
        var (name, own) = await app.WithDbAsync(async db =>
        {
            await db.Persons.Where(p => db.Users.Any(u => u.UserName == "sysadmin" && u.PersonId == p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, "0-8300098"));
            return (await db.Users.Where(u => u.UserName == "sysadmin").Select(u => u.Person!.Name).SingleAsync(),
                await db.PostHoldings.Where(h => h.Kind == PostKind.DistrictStaff && db.Users.Any(u => u.UserName == "orgdept2" && u.PersonId == h.PersonId)).Select(h => h.Id).SingleAsync());
        });
        using var staff = await app.SignedInAsync("orgdept2");
        var page = await staff.GetPageAsync($"/organizations/{district}/posts");

        var refused = await staff.PageAsync(await page.Type("Appoint.Kind", "DistrictStaff").Type("Appoint.Name", name).Type("Appoint.Phone", "0-8300098").Type("Appoint.From", "2026-12-18").SubmitAsync("form[action*='Appoint']"));
        Assert.Contains("三类管理员互不兼任", refused.Text, StringComparison.Ordinal);

        var form = page.All("form[action*='End']").Single(f => f.QuerySelector($"input[name='HoldingId'][value='{own}']") is not null);
        form.Id = "own";
        var kept = await staff.PageAsync(await page.SubmitAsync("form#own"));
        Assert.Contains("不能为本人登记离任", kept.Text, StringComparison.Ordinal);
        Assert.Null(await app.WithDbAsync(db => db.PostHoldings.Where(h => h.Id == own).Select(h => h.To).SingleAsync()));
    }
}
