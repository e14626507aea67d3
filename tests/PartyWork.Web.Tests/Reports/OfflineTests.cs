using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Reports;
using PartyWork.Web.Tests.Documents;
using PartyWork.Web.Tests.Documents.Reports;

namespace PartyWork.Web.Tests.Reports;

/// <summary>The offline form over HTTP: downloaded, filled without network, uploaded, looked at, imported.</summary>
public sealed class OfflineTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_was_filled_without_network_is_shown_and_then_imported()
    {
        var id = await app.FilingAsync("QH01001", 4);
        using var clerk = await app.SignedInAsync("wenming.officer");
        var file = await clerk.GetByteArrayAsync($"/reports/{id}/offline?handler=Download");

        var preview = await clerk.FollowAsync(await UploadAsync(clerk, id, ReportWorkbookTests.Edit(file, [(4, ReportWorkbook.WordsColumn, "离线写的话"), (4, ReportWorkbook.ChoiceColumn, "正常推进"), (5, ReportWorkbook.ValueColumn, "许多")])));
        Assert.Contains("进展说明：（空） → 离线写的话", preview.Text, StringComparison.Ordinal);
        Assert.Contains("第5行“本季实际”填写的是“许多”，无法识别", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await WordsAsync(id, "离线写的话"));

        var done = await clerk.FollowAsync(await preview.SubmitAsync("form#apply"));
        Assert.Contains("已导入1项任务，共2处修改", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await WordsAsync(id, "离线写的话"));

        // The same file again: the row has been changed since, by the import itself, and says the same.
        var again = await clerk.FollowAsync(await UploadAsync(clerk, id, file));
        Assert.Null(again.Find("form#apply"));
    }

    [Fact]
    public async Task A_row_that_was_changed_online_since_the_download_is_not_overwritten()
    {
        var id = await app.FilingAsync("QH01", 4);
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var file = await clerk.GetByteArrayAsync($"/reports/{id}/offline?handler=Download");
        await (await clerk.GetPageAsync($"/reports/{id}/fill")).Type("Rows[0].Words", "网上写的话").SubmitAsync("form#report");

        var preview = await clerk.FollowAsync(await UploadAsync(clerk, id, ReportWorkbookTests.Edit(file, [(4, ReportWorkbook.WordsColumn, "表里写的话")])));

        Assert.Contains("下载以后已在网上修改过，现为“网上写的话”；这一行不导入", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Find("form#apply"));
        Assert.Equal(1, await WordsAsync(id, "网上写的话"));
    }

    [Fact]
    public async Task Another_organisations_or_quarters_file_is_refused_with_a_sentence()
    {
        var (wenming, chunhui, earlier) = (await app.FilingAsync("QH01001", 4), await app.FilingAsync("QH01", 4), await app.FilingAsync("QH01001", 3));
        using var clerk = await app.SignedInAsync("wenming.officer");
        using var committee = await app.SignedInAsync("chunhui.officer");

        var foreign = await clerk.PageAsync(await UploadAsync(clerk, wenming, await committee.GetByteArrayAsync($"/reports/{chunhui}/offline?handler=Download")));
        var past = await clerk.PageAsync(await UploadAsync(clerk, wenming, await clerk.GetByteArrayAsync($"/reports/{earlier}/offline?handler=Download")));
        var other = await clerk.PageAsync(await UploadAsync(clerk, wenming, Samples.ThreeLists));

        Assert.Contains("这是组织代码QH01的离线填报表，不能导入到“文明社区党总支”", foreign.Text, StringComparison.Ordinal);
        Assert.Contains("这是2026年第三季度的离线填报表，当前填报的是2026年第四季度", past.Text, StringComparison.Ordinal);
        Assert.Contains("这不是本系统的离线填报表", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_brings_along_what_the_last_quarter_said()
    {
        var id = await app.FilingAsync("QH01001", 4);
        using var clerk = await app.SignedInAsync("wenming.officer");

        var sheet = SheetReader.Read(new MemoryStream(await clerk.GetByteArrayAsync($"/reports/{id}/offline?handler=Download")), "a.xlsx").Single();

        var said = await app.WithDbAsync(db => db.FilingRows.Where(r => db.Filings.Any(f => f.Id == r.FilingId && f.OrganizationId == db.Filings.Single(x => x.Id == id).OrganizationId && f.Year == 2026 && f.Period == 3) && r.Words != "").Select(r => r.Words).FirstAsync());
        Assert.Contains(sheet.Rows, r => r.Cells.Any(c => c.Contains(said, StringComparison.Ordinal)));
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, int id, byte[] file)
    {
        var token = (await client.GetPageAsync($"/reports/{id}/offline")).Find("form#upload input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var body = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), "workbook", "离线填报.xlsx" } };
        return await client.PostAsync($"/reports/{id}/offline?handler=Upload", body);
    }

    private Task<int> WordsAsync(int id, string words) => app.WithDbAsync(db => db.FilingRows.CountAsync(r => r.FilingId == id && r.Words == words));
}
