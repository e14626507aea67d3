using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Organizations;

/// <summary>T46: a telephone is shown in full to whoever asked for it, and that is on record; to nobody else, in no export, and not for longer than half an hour.</summary>
public sealed partial class PhonesTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_directory_masks_them_until_somebody_in_the_line_above_asks_and_that_is_on_record()
    {
        var wenming = await app.OrganizationAsync("QH01001");
        using var officer = await app.SignedInAsync("chunhui.officer");
        var masked = await officer.GetPageAsync($"/organizations/{wenming}");
        Assert.DoesNotMatch(Full(), masked.Text);

        var shown = await officer.FollowAsync(await masked.SubmitAsync("form#phones"));

        Assert.Matches(Full(), shown.Text);
        Assert.Null(shown.Find("form#phones"));
        var entry = await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Act == "查看电话").OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("Organization", $"{wenming}", wenming), (entry.Kind, entry.Key, entry.OrganizationId));
        Assert.Contains("查看电话", (await officer.GetPageAsync($"/organizations/{wenming}/history")).Text, StringComparison.Ordinal); // whose they are may read who looked
    }

    [Fact]
    public async Task A_seal_opens_nothing_for_another_account_or_at_another_organisation()
    {
        var (wenming, sister) = (await app.OrganizationAsync("QH01001"), await app.OrganizationAsync("QH01002"));
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var asked = await (await officer.GetPageAsync($"/organizations/{wenming}")).SubmitAsync("form#phones");
        var seal = asked.Headers.Location!.OriginalString.Split('?', '#')[1];

        Assert.DoesNotMatch(Full(), (await secretary.GetPageAsync($"/organizations/{wenming}?{seal}")).Text);
        Assert.DoesNotMatch(Full(), (await officer.GetPageAsync($"/organizations/{sister}?{seal}")).Text);
        Assert.DoesNotMatch(Full(), (await officer.GetPageAsync($"/organizations/{wenming}?Phones=x")).Text);
    }

    [Fact]
    public async Task Beside_and_below_nobody_is_offered_them_and_asking_is_no_page()
    {
        var (committee, other) = (await app.OrganizationAsync("QH01"), await app.OrganizationAsync("QH02001"));
        using var clerk = await app.SignedInAsync("wenming.officer");
        foreach (var id in new[] { committee, other })
        {
            Assert.Null((await clerk.GetPageAsync($"/organizations/{id}")).Find("form#phones"));
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.PostFormAsync($"/organizations/{id}?handler=Phones")).StatusCode);
        }
    }

    [Fact]
    public async Task The_call_list_is_opened_once_on_record_and_carries_the_numbers_on_through_a_call()
    {
        using var staff = await app.SignedInAsync("orgdept");
        var list = await staff.GetPageAsync("/dashboard/chasing?year=2026&Of=Missing&Period=4");
        Assert.DoesNotMatch(Full(), list.Text);
        Assert.DoesNotMatch(Full(), await CellsAsync(staff, "/dashboard/chasing?year=2026&Of=Missing&Period=4&handler=Export"));
        Assert.DoesNotMatch(Full(), (await staff.GetPageAsync("/dashboard")).Text);

        var calls = await staff.FollowAsync(await list.SubmitAsync("form#calls"));

        Assert.Matches(Full(), calls.Text);
        Assert.Matches(Full(), await CellsAsync(staff, calls.Find("a[href*='handler=Export']")!.GetAttribute("href")!));
        var called = await staff.FollowAsync(await calls.SubmitAsync("button[name='call']"));
        Assert.Matches(Full(), called.Text);
        Assert.Equal(1, await app.WithDbAsync(db => db.AuditEntries.CountAsync(e => e.Act == "打开电话单")));
    }

    private static async Task<string> CellsAsync(HttpClient client, string path) =>
        string.Join('\n', SheetReader.Read(new MemoryStream(await client.GetByteArrayAsync(path)), "表.xlsx").SelectMany(s => s.Rows).SelectMany(r => r.Cells));

    // The demo's numbers: 0-8 and six digits more.
    [GeneratedRegex(@"0-8\d{6}")]
    private static partial Regex Full();
}
