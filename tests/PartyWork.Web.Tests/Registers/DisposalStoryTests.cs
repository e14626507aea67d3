using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Tests.Registers;

/// <summary>Residents' data are seen by their community alone, and are gone when the assignment is over: from the record, the history and what was uploaded.</summary>
public sealed class DisposalStoryTests(App app) : IClassFixture<App>
{
    private const string Address = "/registers/special-households/disposal", Door = "测试楼7-3-1902";

    [Fact]
    public async Task The_community_disposes_of_it_after_the_end_and_only_numbers_remain()
    {
        const string flood = "防汛值守（测试甲）";
        var assignment = await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 6, 1), Name = flood, Basis = "区防指通知", Lead = "区水务局" });
        var community = await app.OrganizationAsync("QH01001");
        await AddAsync(new SpecialArea { OrganizationId = community, On = new(2026, 6, 1), AssignmentName = flood, YardName = "测试小区", HouseholdsDue = 30 });
        using var officer = await app.SignedInAsync("wenming.officer");
        var form = (await officer.GetPageAsync("/registers/special-households/entry")).Type("On", "2026-07-01").Type("AssignmentName", flood).Type("YardName", "测试小区")
            .Type("Door", Door).Type("Kind", "常住").Type("People", "3").Type("Phone", "0-8531902").Type("Help", "需要搀扶下楼");
        await officer.FollowAsync(await form.SubmitAsync("button[formaction*='Save']:not([name])"));
        Assert.Contains(Door, (await officer.GetPageAsync("/registers/special-households")).Text, StringComparison.Ordinal);

        // It goes on: nothing can be removed yet, and the levels above see a number.
        Assert.DoesNotContain("永久删除", Row(await officer.GetPageAsync(Address), flood), StringComparison.Ordinal);
        using var above = await app.SignedInAsync("orgdept");
        Assert.Contains("进行中", Row(await above.GetPageAsync(Address), flood), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync("/registers/special-households")).StatusCode);

        await app.WithDbAsync(async db =>
        {
            (await db.Set<SpecialAssignment>().SingleAsync(a => a.Id == assignment)).EndedOn = new(2026, 12, 1);
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("永久删除", Row(await above.GetPageAsync(Address), flood), StringComparison.Ordinal);
        var certificate = await officer.FollowAsync(await (await officer.GetPageAsync(Address)).SubmitAsync($"form.dispose:has(input[value='{flood}'])"));

        Assert.Contains("个人信息处置证明", certificate.Text, StringComparison.Ordinal);
        Assert.Contains("1条", certificate.Text, StringComparison.Ordinal);
        var left = await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().SingleAsync(h => h.AssignmentName == flood));
        Assert.Equal(("", "", "", 3), (left.Door, left.Phone, left.Help, left.People));
        Assert.Equal(1, await app.WithDbAsync(db => db.Set<SpecialArea>().Where(a => a.AssignmentName == flood).Select(a => a.HouseholdsRegistered).SingleAsync()));
        Assert.Equal(0, await app.WithDbAsync(db => db.AuditEntries.IgnoreQueryFilters().CountAsync(e => e.Changes.Contains(Door) || e.Changes.Contains("搀扶下楼"))));
        Assert.Contains("包联户登记", (await officer.GetPageAsync($"/registers/special-households/{left.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains(flood, (await above.GetPageAsync(Address)).Text, StringComparison.Ordinal); // the certificate stays to be seen
    }

    [Fact]
    public async Task Only_the_community_itself_disposes_and_only_of_its_own()
    {
        const string snow = "低温雨雪保障（测试乙）";
        await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 11, 1), EndedOn = new(2026, 12, 1), Name = snow, Basis = "区应急办通知", Lead = "区民政局" });
        await AddAsync(new SpecialHousehold { OrganizationId = await app.OrganizationAsync("QH01001"), On = new(2026, 11, 20), AssignmentName = snow, YardName = "测试小区", Door = "1-1-101", People = 1 });
        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.DoesNotContain(snow, (await neighbour.GetPageAsync(Address)).Text, StringComparison.Ordinal);
        using var officer = await app.SignedInAsync("wenming.officer");
        var page = await officer.GetPageAsync(Address);

        foreach (var account in new[] { "wangjiang.officer", "chunhui.officer", "orgdept" })
        {
            using var other = await app.SignedInAsync(account);
            var token = (await other.GetPageAsync("/registers")).Find("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Assignment"] = snow, ["__RequestVerificationToken"] = token });
            Assert.Equal((account, HttpStatusCode.Forbidden), (account, (await other.PostAsync(Address, content)).StatusCode));
        }

        Assert.Equal("1-1-101", await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().Where(h => h.AssignmentName == snow).Select(h => h.Door).SingleAsync()));
        await page.SubmitAsync($"form.dispose:has(input[value='{snow}'])");
        Assert.Equal("", await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().Where(h => h.AssignmentName == snow).Select(h => h.Door).SingleAsync()));
        var again = await officer.PageAsync(await page.SubmitAsync($"form.dispose:has(input[value='{snow}'])"));
        Assert.Contains("没有需要处置", again.Text, StringComparison.Ordinal);
    }

    private static string Row(Page page, string assignment) => page.All("tr").First(r => r.TextContent.Contains(assignment, StringComparison.Ordinal)).TextContent;

    private Task<int> AddAsync(RegisterRecord record) => app.WithDbAsync(async db =>
    {
        record.Enter(new(1, "测试", "测试"), new(2026, 12, 18));
        db.Add(record);
        await db.SaveChangesAsync();
        return record.Id;
    });
}
