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
        var misspelt = await officer.PageAsync(await form.Type("AssignmentName", "防汛值守（侧试甲）").SubmitAsync("button[formaction*='Save']:not([name])"));
        Assert.Contains("没有名为“防汛值守（侧试甲）”的专项工作，已登记的有：", misspelt.Text, StringComparison.Ordinal);
        await officer.FollowAsync(await misspelt.Type("AssignmentName", flood).SubmitAsync("button[formaction*='Save']:not([name])"));
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
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Assignment"] = snow, ["Unit"] = $"{await app.OrganizationAsync("QH01001")}", ["__RequestVerificationToken"] = token });
            Assert.Equal((account, HttpStatusCode.Forbidden), (account, (await other.PostAsync(Address, content)).StatusCode));
        }

        Assert.Equal("1-1-101", await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().Where(h => h.AssignmentName == snow).Select(h => h.Door).SingleAsync()));
        await page.SubmitAsync($"form.dispose:has(input[value='{snow}'])");
        Assert.Equal("", await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().Where(h => h.AssignmentName == snow).Select(h => h.Door).SingleAsync()));
        var again = await officer.PageAsync(await page.SubmitAsync($"form.dispose:has(input[value='{snow}'])"));
        Assert.Contains("没有需要处置", again.Text, StringComparison.Ordinal);
    }

    /// <summary>Whoever registered them is gone: who stands in its place removes the data and never reads them.</summary>
    [Theory]
    [InlineData("QH01003", "QH01001", "wenming.officer", "/my")]
    [InlineData("QH01004", null, "chunhui.officer", "/my")]
    public async Task What_an_organisation_that_has_ended_has_left_is_disposed_of_by_its_successor_or_failing_one_by_the_level_above(string ended, string? successor, string account, string todos)
    {
        var (heat, door) = ($"高温应对（测试{ended}）", $"遗留楼{ended}-1-1");
        var unit = await app.OrganizationAsync(ended);
        await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 7, 1), EndedOn = new(2026, 12, 10), Name = heat, Basis = "区应急办通知", Lead = "区民政局" });
        await AddAsync(new SpecialHousehold { OrganizationId = unit, On = new(2026, 7, 20), AssignmentName = heat, YardName = "遗留小区", Door = door, People = 2 });
        await app.WithDbAsync(async db =>
        {
            var organizations = await db.Organizations.Include(o => o.Affiliations).Where(o => o.Id == unit || o.Code == successor).ToListAsync();
            organizations.Single(o => o.Id == unit).Close(new(2026, 12, 15), organizations.SingleOrDefault(o => o.Code == successor), "青组发〔2026〕40号");
            return await db.SaveChangesAsync();
        });

        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.DoesNotContain(heat, (await neighbour.GetPageAsync(Address)).Text, StringComparison.Ordinal);
        using var heir = await app.SignedInAsync(account);
        Assert.Contains("居民登记的个人信息", (await heir.GetPageAsync(todos)).Text, StringComparison.Ordinal);
        var page = await heir.GetPageAsync(Address);
        Assert.Contains("已撤并", Row(page, heat), StringComparison.Ordinal);
        Assert.DoesNotContain(door, (await heir.GetAsync("/registers/special-households")).IsSuccessStatusCode ? (await heir.GetPageAsync("/registers/special-households?All=true&Words=遗留")).Text : "", StringComparison.Ordinal);

        var certificate = await heir.FollowAsync(await page.SubmitAsync($"form.dispose:has(input[value='{heat}'])"));

        Assert.Contains("个人信息处置证明", certificate.Text, StringComparison.Ordinal);
        Assert.Equal("", await app.WithDbAsync(db => db.Set<SpecialHousehold>().IgnoreQueryFilters().Where(h => h.AssignmentName == heat).Select(h => h.Door).SingleAsync()));
        Assert.DoesNotContain(heat, string.Join('|', (await heir.GetPageAsync(Address)).All("form.dispose input").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_community_is_told_that_its_rows_are_due_from_the_day_after_which_the_assignment_has_ended()
    {
        const string heat = "高温应对（测试丙）";
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var own = await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "wangjiang.officer").SelectMany(u => u.Person!.Holdings).Select(h => h.OrganizationId).FirstAsync());
        var community = await app.WithDbAsync(db => db.Organizations.Where(o => o.Code == "QH01002").Select(o => o.Id).SingleAsync());
        var assignment = await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 7, 1), Name = heat, Basis = "区应急办通知", Lead = "区民政局" });
        await AddAsync(new SpecialHousehold { OrganizationId = community, On = new(2026, 7, 20), AssignmentName = heat, YardName = "测试小区", Door = "1-1", People = 2 });
        Assert.Equal(0, await DueAsync());
        await EndAsync(new(2026, 12, 19));
        Assert.Equal(0, await DueAsync());
        await EndAsync(new(2026, 12, 18));
        Assert.Equal(1, await DueAsync());
        Assert.Equal(new DateOnly(2026, 12, 18), await EndsAsync());

        // Another of the same name ended earlier: the rows are kept for the one that ends last. And while one goes on nothing is due.
        var earlier = await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 6, 1), EndedOn = new(2026, 9, 1), Name = heat, Basis = "区应急办通知", Lead = "区民政局" });
        Assert.Equal((1, new DateOnly(2026, 12, 18)), (await DueAsync(), await EndsAsync()));
        await EndAsync(null, earlier);
        Assert.Equal((0, null), (await DueAsync(), await EndsAsync()));
        await EndAsync(new(2026, 9, 1), earlier);
        Assert.NotEqual(own, community);
        Assert.DoesNotContain("居民登记的个人信息", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        Task<int> DueAsync() => app.WithDbAsync(db => Web.Registers.HouseholdsLeft.Due(db, [community], new(2026, 12, 18)).CountAsync(h => h.AssignmentName == heat));

        Task<DateOnly?> EndsAsync() => app.WithDbAsync(db => Web.Registers.HouseholdsLeft.Ends(db).Where(a => a.Name == heat).Select(a => a.EndedOn).Distinct().SingleAsync());

        Task<int> EndAsync(DateOnly? on, int? which = null) => app.WithDbAsync(async db =>
        {
            (await db.Set<SpecialAssignment>().SingleAsync(a => a.Id == (which ?? assignment))).EndedOn = on;
            return await db.SaveChangesAsync();
        });
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
