using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Registers;

/// <summary>What a record works out itself, and what a year has only once.</summary>
public sealed class TalentAndFundStoryTests(App app) : IClassFixture<App>
{
    private const string Save = "button[formaction*='Save']:not([name])";

    [Fact]
    public async Task A_need_shows_its_state_and_its_due_day_and_its_contact_to_the_talent_office_alone()
    {
        using var office = await app.SignedInAsync("talent");
        var form = (await office.GetPageAsync("/registers/talent-needs/entry")).Type("On", "2026-12-01").Type("TalentName", "测试人才丙").Type("Kind", "住房").Type("Content", "希望租住人才公寓").Type("Contact", "0-8619999").Type("AcceptedOn", "2026-12-02");
        var saved = await office.FollowAsync(await form.SubmitAsync(Save));
        Assert.Contains("已受理", saved.Text, StringComparison.Ordinal);
        Assert.Contains("2026-12-23", saved.Text, StringComparison.Ordinal);
        Assert.Contains("0-8619999", saved.Text, StringComparison.Ordinal);

        var id = await app.WithDbAsync(db => db.Set<TalentNeed>().Where(n => n.TalentName == "测试人才丙").Select(n => n.Id).SingleAsync());
        Assert.Contains("测试人才丙", (await office.GetPageAsync("/registers/talent-needs?State=已受理")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("测试人才丙", (await office.GetPageAsync("/registers/talent-needs?State=已办结")).Text, StringComparison.Ordinal);
        using var staff = await app.SignedInAsync("orgdept");
        var seen = (await staff.GetPageAsync($"/registers/talent-needs/{id}")).Text;
        Assert.Contains("测试人才丙", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("0-8619999", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_past_its_day_is_a_to_do_of_the_talent_office_and_of_nobody_else()
    {
        var office = await app.WithDbAsync(db => db.Organizations.Where(o => o.Code == "QH15027").Select(o => o.Id).SingleAsync());
        var department = await app.OrganizationAsync("QH15014");
        await app.WithDbAsync(async db =>
        {
            // Of the year before, too: an overdue need does not go away with the year.
            foreach (var (name, on) in new[] { ("逾期人才甲", new DateOnly(2025, 11, 3)), ("逾期人才乙", new DateOnly(2026, 10, 12)) })
            {
                var need = new TalentNeed { OrganizationId = office, On = on, TalentName = name, Content = "测试", AcceptedOn = on, AssignedOn = on.AddDays(1), DepartmentOrganizationId = department };
                need.Count(await db.WorkdaysAsync());
                need.Enter(new(1, "测试", "测试"), new(2026, 12, 18));
                db.Add(need);
            }

            return await db.SaveChangesAsync();
        });

        using var keeper = await app.SignedInAsync("talent");
        var todo = (await keeper.GetPageAsync("/registers")).All("ul.todos li").Single(l => l.TextContent.Contains("人才需求超过答复期限", StringComparison.Ordinal));
        var late = await keeper.GetPageAsync(todo.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("逾期人才甲", late.Text, StringComparison.Ordinal);
        Assert.Contains("逾期人才乙", late.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{late.All("table.list tbody tr").Count}件", todo.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("已办结", string.Join('|', late.All("table.list tbody tr").Select(r => r.TextContent)), StringComparison.Ordinal);
        foreach (var (account, page) in new[] { ("zhujian", "/coordination"), ("orgdept", "/dashboard"), ("wenming.officer", "/my") })
        {
            using var other = await app.SignedInAsync(account);
            Assert.DoesNotContain("人才需求", string.Join('|', (await other.GetPageAsync(page)).All("ul.todos li").Select(l => l.TextContent)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_community_enters_each_fund_once_a_year_and_its_sums_are_worked_out()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        async Task<Page> EnterAsync(string year, string kind)
        {
            var form = (await clerk.GetPageAsync("/registers/community-funds/entry")).Type("On", $"{year}-02-20").Type("Kind", kind).Type("BudgetFen", "50000").Type("DocumentNo", $"青财预〔{year}〕99号")
                .Type("L0.Kind", "到账").Type("L0.Day", $"{year}-03-10").Type("L0.AmountFen", "30000").Type("L0.Item", "区财政拨款").Type("L0.Voucher", "拨1")
                .Type("L1.Kind", "支出").Type("L1.Day", $"{year}-04-10").Type("L1.AmountFen", "12000.50").Type("L1.Item", "党员活动室修缮").Type("L1.Voucher", "记2");
            return await clerk.FollowAsync(await form.SubmitAsync(Save));
        }

        var first = await EnterAsync("2024", "党建经费");
        Assert.Contains("17999.5", first.Text, StringComparison.Ordinal);
        Assert.Contains("每年只登记一条", (await EnterAsync("2024", "党建经费")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("每年只登记一条", (await EnterAsync("2024", "社区工作经费")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("每年只登记一条", (await EnterAsync("2023", "党建经费")).Text, StringComparison.Ordinal);
    }
}
