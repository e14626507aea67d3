using System.Net;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>A community counts its workers once; committee and district read the sums and the list behind them.</summary>
public sealed class WorkersTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_a_community_enters_is_in_its_committees_sum()
    {
        var (community, committee) = (await app.OrganizationAsync("QH01001"), await app.OrganizationAsync("QH01"));
        using var clerk = await app.SignedInAsync("wenming.officer");
        using var above = await app.SignedInAsync("chunhui.officer");
        var page = await clerk.GetPageAsync($"/organizations/{community}/workers");
        foreach (var (field, count) in new[] { ("Secretaries", 1), ("Deputies", 2), ("Members", 3), ("Workers", 91), ("Assistants", 7), ("SocialWorkers", 2), ("Seniors", 1) })
        {
            page.Type($"Input.{field}", $"{count}");
        }

        var done = await clerk.FollowAsync(await page.SubmitAsync("#workers"));

        Assert.Contains("共97人", done.Text, StringComparison.Ordinal);
        var list = await above.GetPageAsync($"/organizations/workers?Committee={committee}");
        var sum = list.All("tr.sum td.n").Select(td => int.Parse(td.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(sum, list.All("tbody tr:not(.sum)").Select(r => r.QuerySelectorAll("td.n").Select(td => int.Parse(td.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList()).Where(r => r.Count > 0)
            .Aggregate(new List<int>(new int[sum.Count]), (a, r) => [.. a.Zip(r, (x, y) => x + y)]));
        Assert.Contains($"共{sum[0]}人", (await above.GetPageAsync($"/organizations/{committee}")).Text, StringComparison.Ordinal);
        Assert.Null((await (await app.SignedInAsync("wangjiang.officer")).GetPageAsync("/organizations/workers")).Find($"a[href='/organizations/{community}']"));
    }

    [Fact]
    public async Task Too_many_certificates_are_refused_and_only_communities_count()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var page = (await clerk.GetPageAsync($"/organizations/{await app.OrganizationAsync("QH01001")}/workers")).Type("Input.Seniors", "900");
        Assert.Contains("请核对；一人持多证的只计最高一级", (await clerk.PageAsync(await page.SubmitAsync("#workers"))).Text, StringComparison.Ordinal);
        using var committee = await app.SignedInAsync("chunhui.officer");
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync($"/organizations/{await app.OrganizationAsync("QH01")}/workers")).StatusCode);
    }
}
