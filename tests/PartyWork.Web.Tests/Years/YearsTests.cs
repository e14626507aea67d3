using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Tests.Years;

public sealed class YearsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_new_year_is_copied_from_the_last_one_and_its_first_window_goes_out_to_those_that_stand()
    {
        using var district = await app.SignedInAsync("orgdept");
        var page = await district.GetPageAsync("/years/new");
        Assert.Equal("20", page.Find("[name='Scheme.ListsDueDay']")!.GetAttribute("value"));

        var year = await district.FollowAsync(await page.Type("Changes", "无变化").SubmitAsync("#year .acts .btn-primary"));
        Assert.Contains("2027年度", year.Text, StringComparison.Ordinal);
        year = await district.FollowAsync(await year.SubmitAsync("form[action*='Publish'] button, form[action*='publish'] button"));

        var (window, owed) = await app.WithDbAsync(async db =>
        {
            var published = await db.Windows.SingleAsync(w => w.Year == 2027 && w.PublishedOn != null);
            return (published, await db.Filings.CountAsync(f => f.WindowId == published.Id));
        });
        Assert.Equal(await app.WithDbAsync(db => db.Organizations.CountAsync(o => o.Level == window.Level && o.ClosedOn == null)), owed);
    }

    [Fact]
    public async Task A_window_that_is_moved_past_an_extension_gives_its_later_day_to_the_extended_one_too()
    {
        var id = await app.FilingAsync("QH01001", 4);
        using var committee = await app.SignedInAsync("chunhui.secretary");
        await (await committee.GetPageAsync($"/reports/{id}")).Type("until", "2026-12-23").Type("reason", "停电两天").SubmitAsync("#deadline");
        Assert.Equal(new DateOnly(2026, 12, 23), await DueAsync(id));
        using var district = await app.SignedInAsync("orgdept");
        var window = await app.WithDbAsync(db => db.Filings.Where(f => f.Id == id).Select(f => f.WindowId).SingleAsync());

        await (await district.GetPageAsync($"/years/windows/{window}")).Type("Due", "2026-12-28").Type("Locks", "2027-01-07").Type("Reason", "全区停电检修").SubmitAsync("#window");

        Assert.Equal(new DateOnly(2026, 12, 28), await DueAsync(id));
        Assert.Contains("2026-12-28", (await committee.GetPageAsync("/reports?year=2026&Period=4&Words=QH01001")).Text, StringComparison.Ordinal);
    }

    private Task<DateOnly> DueAsync(int id) => app.WithDbAsync(async db => (await db.Filings.Include(f => f.Window).SingleAsync(f => f.Id == id)).DueOn);
}
