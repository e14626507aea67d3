using PartyWork.Domain;
using PartyWork.Domain.Filings;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests.My;

/// <summary>我的工作 says in one sentence what is next, and its button goes there.</summary>
public sealed class MyWorkTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_clerk_reads_how_much_is_left_until_when_and_goes_on_filling()
    {
        var id = await app.FilingAsync("QH01001", 4);

        var page = await (await app.SignedInAsync("wenming.officer")).GetPageAsync("/my");

        Assert.Matches(@"^第四季度报告：\d+项任务，已填\d+项，还差\d+项.*，12月21日（周一）24:00截止（还有3天）。$", page.Find(".next p")!.TextContent.Trim());
        Assert.Equal($"/reports/{id}/fill", page.Find(".next a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_two_new_branch_reads_that_it_owes_no_report()
    {
        var page = await (await app.SignedInAsync("yuanda.secretary")).GetPageAsync("/my");

        Assert.Contains("不单独报送三张清单和季度报告", page.Find(".next")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.All(".next a"), a => a.GetAttribute("href")!.StartsWith("/reports", StringComparison.Ordinal) || a.GetAttribute("href")!.StartsWith("/lists", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_work_is_elsewhere_is_led_there()
    {
        using var helper = await app.SignedInAsync("firstsec");

        Assert.Equal("/", (await helper.GetAsync("/my")).Headers.Location!.ToString());
        Assert.Equal("后进整顿", (await helper.GetPageAsync("/rectification")).All("nav.menu a")[0].TextContent.Trim().TrimEnd("0123456789 \n".ToCharArray()));
    }

    [Fact]
    public async Task What_came_back_is_shown_with_its_reasons_and_what_waits_above_is_said()
    {
        var id = await app.FilingAsync("QH01", 4);
        await app.WithDbAsync(async db =>
        {
            var filing = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).SingleAsync(f => f.Id == id);
            var at = app.Services.GetRequiredService<PartyWork.Web.Data.BusinessClock>().Now;
            filing.Edit("T1", "任务1 组织党支部书记业务培训", at).Fill(Answer.Value, 1, null);
            filing.Confirm(new Actor(1, "叶超", "春晖街道党工委书记"), at);
            return await db.SaveChangesAsync();
        });
        var client = await app.SignedInAsync("chunhui.officer");
        var waiting = (await client.GetPageAsync("/my")).Find(".next")!.TextContent;
        Assert.Contains("等待组织科审核", waiting, StringComparison.Ordinal);
        Assert.Contains("审核", waiting, StringComparison.Ordinal);

        await app.WithDbAsync(async db =>
        {
            var filing = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).SingleAsync(f => f.Id == id);
            var at = app.Services.GetRequiredService<PartyWork.Web.Data.BusinessClock>().Now;
            var days = new PartyWork.Domain.Calendar.Workdays([]);
            filing.Return(new Actor(900, "韩志远", "组织科科长"), new Dictionary<string, string> { ["T1"] = "请写明培训人数。" }, new(2026, 12, 25), days, at);
            return await db.SaveChangesAsync();
        });
        var back = await client.GetPageAsync("/my");

        Assert.Contains("上级退回了1项，请于12月25日（周五）前改好再报（还有7天）；首报已按时，修改不影响。", back.Find(".next")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请写明培训人数。", back.Find(".hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/reports/{id}/fill", back.Find(".next a")!.GetAttribute("href"));
    }
}
