using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Evidence;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Tests.Documents.Evidence;

namespace PartyWork.Web.Tests.Evidence;

/// <summary>Kept once, used in many places, seen by whom it concerns, never lost.</summary>
public sealed class EvidenceStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_clerk_uploads_a_photo_once_and_uses_it_in_two_places()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var (task, other) = (await TaskAsync(1), await TaskAsync(2));
        var photo = EvidenceUploadTests.Photo(6);

        var added = await UploadAsync(clerk, $"/evidence/attach/task/{task}", "现场.jpg", photo, "议事会现场");
        var again = await clerk.FollowAsync(await UploadAsync(clerk, $"/evidence/attach/task/{other}", "另一个名字.jpg", photo, "换个说法"));

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("以前登记过，名称为“议事会现场”", again.Text, StringComparison.Ordinal);
        var item = await app.WithDbAsync(db => db.EvidenceItems.Include(i => i.Uses).SingleAsync(i => i.Title == "议事会现场"));
        Assert.Equal([task, other], item.Uses.Select(u => u.WorkTaskId!.Value).Order());
        Assert.Equal(1, await app.WithDbAsync(db => db.EvidenceContents.CountAsync(c => c.ItemId == item.Id)));
        Assert.Contains("议事会现场", (await clerk.GetPageAsync("/evidence?Words=议事会现场")).Text, StringComparison.Ordinal);
        Assert.Contains(item.Hash!, (await clerk.GetPageAsync($"/evidence/{item.Id}")).Text, StringComparison.Ordinal);

        // What comes back is the picture that was kept, upright and without where it was taken.
        using var file = await clerk.GetAsync($"/evidence/{item.Id}?handler=File");
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal(item.Hash, EvidenceUpload.Hash(bytes));
        Assert.True(bytes.AsSpan().IndexOf("Exif"u8) < 0);
        Assert.Equal(("image/jpeg", "inline", "nosniff"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var download = await clerk.GetAsync($"/evidence/{item.Id}?handler=File&download=true");
        Assert.Equal(("attachment", "现场.jpg"), (download.Content.Headers.ContentDisposition!.DispositionType, download.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task A_renamed_program_is_refused_on_the_page_and_nothing_is_kept()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var before = await app.WithDbAsync(db => db.EvidenceItems.CountAsync());

        var answer = await clerk.PageAsync(await UploadAsync(clerk, "/evidence/new", "工资表.pdf", "MZ\u0090 not a document"u8.ToArray(), "工资表"));

        Assert.Contains("“工资表.pdf”不是可以上传的文件", answer.Text, StringComparison.Ordinal);
        Assert.Equal("工资表", answer.Find("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal(before, await app.WithDbAsync(db => db.EvidenceItems.CountAsync()));
    }

    [Fact]
    public async Task Of_record_number_and_file_one_is_given()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var page = (await clerk.GetPageAsync("/evidence/new")).Type("Input.Title", "两样都填");

        Assert.Contains("请填一项", (await clerk.PageAsync(await page.SubmitAsync("form#add"))).Text, StringComparison.Ordinal);
        page.Type("Input.Link", "/reports/1").Type("Input.DocumentNo", "1号");
        Assert.Contains("请填一项", (await clerk.PageAsync(await page.SubmitAsync("form#add"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_does_not_see_it_and_the_superior_reads_it()
    {
        var id = await app.WithDbAsync(db => db.EvidenceItems.Where(i => i.Hash != null && db.Organizations.Any(o => o.Id == i.OrganizationId && o.Code == "QH01001")).Select(i => i.Id).FirstAsync());
        foreach (var (account, expected) in new[] { ("wangjiang.officer", HttpStatusCode.NotFound), ("yuanda.secretary", HttpStatusCode.NotFound), ("auditor", HttpStatusCode.Forbidden), ("chunhui.secretary", HttpStatusCode.OK), ("orgdept", HttpStatusCode.OK) })
        {
            using var client = await app.SignedInAsync(account);
            foreach (var path in new[] { $"/evidence/{id}", $"/evidence/{id}?handler=File", $"/evidence/{id}?handler=File&download=true" })
            {
                Assert.Equal((account, path, expected), (account, path, (await client.GetAsync(path)).StatusCode));
            }
        }

        using var superior = await app.SignedInAsync("chunhui.secretary");
        Assert.DoesNotContain("3号院三、四单元居民议事会现场", (await superior.GetPageAsync("/evidence")).Text, StringComparison.Ordinal);
        Assert.Contains("3号院三、四单元居民议事会现场", (await superior.GetPageAsync("/evidence?Below=true")).Text, StringComparison.Ordinal);
        Assert.Null((await superior.GetPageAsync($"/evidence/{id}")).Find("form#withdraw"));
    }

    [Fact]
    public async Task What_went_up_can_be_withdrawn_with_a_reason_but_neither_taken_off_nor_deleted()
    {
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var (id, use) = await app.WithDbAsync(db => db.EvidenceUses.Where(u => u.IsSubmitted && u.WorkTaskId != null && db.Organizations.Any(o => o.Id == u.OrganizationId && o.Code == "QH02")).Select(u => ValueTuple.Create(u.ItemId, u.Id)).FirstAsync());
        var page = await clerk.GetPageAsync($"/evidence/{id}");
        Assert.Null(page.Find("form[action*='Detach']"));
        Assert.Null(page.Find("form#remove"));

        Assert.Contains("不能删除", (await clerk.FollowAsync(await PostAsync(clerk, page, $"/evidence/{id}?handler=Remove", "version=0"))).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不能取消引用", (await clerk.FollowAsync(await PostAsync(clerk, page, $"/evidence/{id}?handler=Detach", $"version=0&use={use}"))).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请写明撤回原因", (await clerk.FollowAsync(await page.SubmitAsync("form#withdraw"))).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await clerk.FollowAsync(await page.Type("reason", "文号登记有误").SubmitAsync("form#withdraw"))).Text, StringComparison.Ordinal);

        var left = await app.WithDbAsync(db => db.EvidenceUses.Include(u => u.Item).SingleAsync(u => u.Id == use));
        Assert.Equal(("文号登记有误", true), (left.Item.WithdrawReason, left.Item.IsWithdrawn));
        Assert.Equal("文号登记有误", await app.WithDbAsync(db => db.AuditEntries.Where(e => e.Kind == nameof(EvidenceItem) && e.Key == $"{id}").OrderByDescending(e => e.Sequence).Select(e => e.Why).FirstAsync()));
    }

    [Fact]
    public async Task A_line_of_the_open_report_takes_evidence_until_the_report_goes_up()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var report = await app.FilingAsync("QH01001", 4);
        var fill = await clerk.GetPageAsync($"/reports/{report}/fill");
        var attach = await clerk.FollowAsync(await fill.Type("Rows[0].Words", "先记一句").SubmitAsync("button[name='line']"));
        Assert.Contains("第四季度任务1", attach.Text, StringComparison.Ordinal);

        var back = await clerk.FollowAsync(await attach.Type("Input.Title", "完工移交单").Type("Input.On", "2026-12-10").Type("Input.DocumentNo", "移交〔2026〕1号").SubmitAsync("form#add"));

        Assert.Contains("完工移交单（移交〔2026〕1号）", back.Text, StringComparison.Ordinal);
        Assert.Equal("先记一句", back.Find("[name='Rows[0].Words']")!.TextContent.Trim()); // what was typed was kept
        var third = await clerk.GetPageAsync($"/evidence/attach/task/{await TaskAsync(1)}?Quarter=3");
        var refused = await clerk.PageAsync(await third.SubmitAsync("button[name='item']"));
        Assert.Contains("上级已审核通过", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_asks_for_it_is_not_done_without_it()
    {
        var (report, key) = (await app.FilingAsync("QH01001", 4), await TaskAsync(19));
        await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == key).ExecuteUpdateAsync(s => s.SetProperty(t => t.Demand.Kind, EvidenceKind.File).SetProperty(t => t.Demand.Reason, "登记表须留存")));
        using var clerk = await app.SignedInAsync("wenming.officer");
        var fill = await clerk.GetPageAsync($"/reports/{report}/fill");
        var index = fill.All("[name$='.Key']").ToList().FindIndex(k => k.GetAttribute("value") == $"T{key}");

        var check = await clerk.PageAsync(await fill.Type($"Rows[{index}].Choice", "2").Type($"Rows[{index}].Words", "新增主体已全部登记").Type($"Rows[{index}].ChoiceReason", "一次办完").SubmitAsync("button[formaction$='Check']"));

        Assert.Contains("任务19选“已完成”需附文件佐证（登记表须留存）", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_sides_of_a_matter_read_what_the_other_attaches_and_nobody_else_does()
    {
        var item = await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.State == CoordinationState.Sent && db.Organizations.Any(o => o.Id == i.DepartmentId && o.Code == "QH15014")).OrderBy(i => i.Id).Select(i => new { i.Id, i.OrganizationId }).FirstAsync());
        var asker = await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == item.OrganizationId).Select(o => o.Code).SingleAsync());
        using var liaison = await app.SignedInAsync("zhujian");
        Assert.NotNull((await liaison.GetPageAsync($"/coordination/{item.Id}")).Find($"a[href='/evidence/attach/coordination/{item.Id}']"));

        var back = await liaison.FollowAsync(await UploadAsync(liaison, $"/evidence/attach/coordination/{item.Id}", "勘验.jpg", EvidenceUploadTests.Photo(4), "现场勘验照片"));

        Assert.Contains("现场勘验照片", back.Text, StringComparison.Ordinal);
        var id = await app.WithDbAsync(db => db.EvidenceItems.Where(i => i.Title == "现场勘验照片").Select(i => i.Id).SingleAsync());
        using var committee = await app.SignedInAsync(asker.StartsWith("QH01", StringComparison.Ordinal) ? "chunhui.secretary" : "wangjiang.secretary");
        Assert.Contains("现场勘验照片", (await committee.GetPageAsync($"/coordination/{item.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await committee.GetAsync($"/evidence/{id}?handler=File")).StatusCode);
        using var other = await app.SignedInAsync("yuanda.secretary");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/evidence/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/evidence/{id}?handler=File")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/evidence/attach/coordination/{item.Id}")).StatusCode);

        // What the asker attaches, the department reads; whoever only looks on attaches nothing.
        await app.WithDbAsync(async db =>
        {
            var matter = await db.CoordinationItems.SingleAsync(i => i.Id == item.Id);
            db.Add(matter.Attach(EvidenceItem.OfDocument(item.OrganizationId, "居民联名信", new DateOnly(2026, 12, 1), "居民〔2026〕1号", new Actor(1, "测试", "测试"), new DateOnly(2026, 12, 18)), new Actor(1, "测试", "测试"), app.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("居民联名信", (await liaison.GetPageAsync($"/coordination/{item.Id}")).Text, StringComparison.Ordinal);
        using var inspector = await app.SignedInAsync("inspector");
        Assert.Equal(HttpStatusCode.Forbidden, (await inspector.GetAsync($"/evidence/attach/coordination/{item.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_meetings_scan_is_kept_once_and_read_by_both_parties_of_every_agreement()
    {
        var (chunhui, wangjiang) = (await app.OrganizationAsync("QH01"), await app.OrganizationAsync("QH02"));
        var ids = await app.WithDbAsync(async db =>
        {
            var chosen = await db.Agreements.Where(a => a.Year == 2026 && (a.OrganizationId == chunhui || a.OrganizationId == wangjiang)).OrderBy(a => a.OrganizationId).Select(a => a.Id).ToListAsync();
            db.EvidenceUses.RemoveRange(db.EvidenceUses.Where(u => chosen.Contains(u.AgreementId!.Value)));
            await db.SaveChangesAsync();
            await db.Agreements.Where(a => chosen.Contains(a.Id)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Stage, AgreementStage.Ready).SetProperty(a => a.EffectiveOn, (DateOnly?)null));
            return chosen;
        });
        using var orgdept = await app.SignedInAsync("orgdept");
        var form = (await orgdept.GetPageAsync("/agreements/signing")).Find("form#signing")!;
        using var body = new MultipartFormDataContent
        {
            { new StringContent("2026-12-16"), "On" },
            { new StringContent("区委礼堂"), "Place" },
            { new StringContent(form.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(EvidenceUploadTests.Photo(2)), "Scan", "签字页.jpg" },
        };
        ids.ForEach(i => body.Add(new StringContent($"{i}"), "Ids"));

        await orgdept.FollowAsync(await orgdept.PostAsync(form.GetAttribute("action") ?? "/agreements/signing", body));

        var scan = await app.WithDbAsync(db => db.EvidenceItems.Include(i => i.Uses).SingleAsync(i => i.Title == "2026年12月16日责任书签订原件"));
        Assert.Equal(ids, scan.Uses.Select(u => u.AgreementId!.Value).Order());
        foreach (var (account, own) in new[] { ("chunhui.officer", ids[0]), ("wangjiang.officer", ids[1]) })
        {
            using var party = await app.SignedInAsync(account);
            var page = await party.GetPageAsync($"/agreements/{own}");
            Assert.NotNull(page.Find($"a[href='/evidence/{scan.Id}']"));
            Assert.Equal(HttpStatusCode.OK, (await party.GetAsync($"/evidence/{scan.Id}?handler=File")).StatusCode);
            var told = await party.GetPageAsync($"/evidence/{scan.Id}");
            Assert.NotNull(told.Find($"a[href='/agreements/{own}']"));
            Assert.Null(told.Find($"a[href='/agreements/{ids.Single(i => i != own)}']")); // the other committee's use is not told
            Assert.Null(told.Find("form#withdraw"));
        }

        using var below = await app.SignedInAsync("wenming.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await below.GetAsync($"/evidence/{scan.Id}?handler=File")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_handed_in_is_not_handed_out()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        await UploadAsync(clerk, "/evidence/new", "换过.jpg", EvidenceUploadTests.Jpeg(33, 21), "会被换掉的照片");
        var id = await app.WithDbAsync(db => db.EvidenceItems.Where(i => i.Title == "会被换掉的照片").Select(i => i.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/evidence/{id}?handler=File")).StatusCode);
        await app.WithDbAsync(db => db.EvidenceContents.Where(c => c.ItemId == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, EvidenceUploadTests.Jpeg(34, 21))));

        using var refused = await clerk.GetAsync($"/evidence/{id}?handler=File");

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("与登记时的校验值不符", (await clerk.FollowAsync(refused)).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<int> TaskAsync(int no)
    {
        var organization = await app.OrganizationAsync("QH01001");
        return await app.WithDbAsync(db => db.WorkTasks.Where(t => t.OrganizationId == organization && t.Year == 2026 && t.No == no).Select(t => t.Id).SingleAsync());
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string path, string fileName, byte[] bytes, string title)
    {
        var page = await client.GetPageAsync(path);
        var form = page.Find("form#add")!;
        using var body = new MultipartFormDataContent
        {
            { new StringContent(title), "Input.Title" },
            { new StringContent("2026-12-01"), "Input.On" },
            { new StringContent(form.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream"); // what the sender calls it does not count
        body.Add(file, "Input.File", fileName);
        return await client.PostAsync(form.GetAttribute("action") ?? path, body);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Page page, string path, string fields)
    {
        var token = page.Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var body = new StringContent($"{fields}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
        return await client.PostAsync(path, body);
    }
}
