using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>A rubric's life: a new version, sentence and parts changed together, published, frozen; and the way through Excel.</summary>
public sealed class RubricStoryTests : IAsyncLifetime
{
    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_new_version_is_written_published_and_then_stands()
    {
        var published = await IdAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/rubrics/{published}");
        Assert.Null(page.Find("form#settings"));

        var copy = await staff.FollowAsync(await page.SubmitAsync("form#copy"));
        Assert.Contains("第2版", copy.Text, StringComparison.Ordinal);
        var draft = await _app.WithDbAsync(db => db.Rubrics.Where(r => r.Kind == RubricKind.School && r.Year == 2026 && r.No == 2).Select(r => r.Id).SingleAsync());
        using var secretary = await _app.SignedInAsync("wenming.secretary");
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"/rubrics/{draft}")).StatusCode);
        Assert.DoesNotContain("第2版", (await secretary.GetPageAsync("/rubrics?year=2026")).Text, StringComparison.Ordinal);

        // 迟报1次扣0.3分 becomes 0.4: not in the parts alone, not in the sentence alone, but in both.
        var editor = await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2");
        Assert.Contains("季报迟报次数，每1次扣0.3分", editor.Text, StringComparison.Ordinal);
        var refused = await staff.PageAsync(await editor.Type("Input.Parts[0].Points", "0.4").SubmitAsync("form#criterion"));
        Assert.Contains("评分细则的文字没有改", refused.Text, StringComparison.Ordinal);
        Assert.Equal("0.4", refused.Find("[name='Input.Parts[0].Points']")!.GetAttribute("value"));
        editor = await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2");
        refused = await staff.PageAsync(await editor.Type("Input.Sentence", "迟报1次扣0.4分，未报1次扣0.5分").SubmitAsync("form#criterion"));
        Assert.Contains("计分方式没有改", refused.Text, StringComparison.Ordinal);
        var saved = await staff.FollowAsync(await refused.Type("Input.Parts[0].Points", "0.4").SubmitAsync("form#criterion"));
        Assert.Contains("季报迟报次数，每1次扣0.4分", saved.Text, StringComparison.Ordinal);

        var comparison = await staff.GetPageAsync($"/rubrics/{draft}/compare?With={published}");
        Assert.Contains("迟报1次扣0.4分", comparison.Text, StringComparison.Ordinal);
        Assert.Single(comparison.All("tbody tr"));

        editor = await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2");
        var after = await staff.FollowAsync(await saved.SubmitAsync("form#publish"));
        Assert.Contains("2026-12-18启用", after.Text, StringComparison.Ordinal);
        Assert.Contains("迟报1次扣0.4分", (await secretary.GetPageAsync($"/rubrics/{draft}")).Text, StringComparison.Ordinal);
        var late = await staff.PageAsync(await editor.Type("Input.Evidence", "别的").SubmitAsync("form#criterion"));
        Assert.Contains("已启用，不能再改", late.Text, StringComparison.Ordinal);
        Assert.Null(late.Find("main form"));
    }

    [Theory]
    [InlineData("criteria/A2-2", "季报迟报次数，每1次扣0.3分")]
    [InlineData("criteria/new?under=A1", "")]
    [InlineData("heads/A1", "分值")]
    [InlineData("heads/A", "分值")]
    [InlineData("heads/new", "")]
    public async Task What_is_published_is_read_and_offers_no_form(string path, string says)
    {
        var published = await IdAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/rubrics/{published}/{path}");

        Assert.Null(page.Find("main form"));
        Assert.Contains("已启用，不能改；要改请另立新版", page.Text, StringComparison.Ordinal);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.NotNull((await staff.GetPageAsync(page.Find("main .hint a")!.GetAttribute("href")!)).Find("form#copy"));
    }

    [Fact]
    public async Task Nobody_publishes_what_he_has_not_seen()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");
        var seen = await staff.GetPageAsync($"/rubrics/{draft}");

        await (await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2")).Type("Input.Evidence", "别的").SubmitAsync("form#criterion");
        var refused = await staff.FollowAsync(await seen.SubmitAsync("form#publish"));
        Assert.Contains(PageGuard.Changed, refused.Document.Body!.TextContent, StringComparison.Ordinal);

        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/A")).Type("Name", "责任").SubmitAsync("form#head");
        refused = await staff.FollowAsync(await refused.SubmitAsync("form#publish"));
        Assert.Contains(PageGuard.Changed, refused.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("起草", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_does_not_hide_that_somebody_else_was_first()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");
        var editor = await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2");
        await (await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2")).Type("Input.Evidence", "别人写的").SubmitAsync("form#criterion");

        var refused = await staff.PageAsync(await editor.Type("Input.Parts[0].Points", "0.4").SubmitAsync("form#criterion"));
        Assert.Contains("评分细则的文字没有改", refused.Text, StringComparison.Ordinal);
        refused = await staff.PageAsync(await refused.Type("Input.Sentence", "迟报1次扣0.4分，未报1次扣0.5分").SubmitAsync("form#criterion"));
        Assert.Contains(PageGuard.Changed, refused.Text, StringComparison.Ordinal);
        var saved = await staff.FollowAsync(await refused.SubmitAsync("form#criterion"));
        Assert.Contains("季报迟报次数，每1次扣0.4分", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_assessors_know_is_not_said_to_be_computed()
    {
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/rubrics/{await IdAsync(RubricKind.Community)}");

        var graced = page.All("tbody tr").Single(r => r.TextContent.Contains("前后7日内视为按期", StringComparison.Ordinal));
        Assert.Contains("由考核组掌握：前后7日内视为按期", graced.QuerySelector("[data-label='查证']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("前后7日", graced.QuerySelector("[data-label='系统怎样计分']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_veto_ground_is_chosen_from_the_five()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");
        var editor = await staff.GetPageAsync($"/rubrics/{draft}/criteria/A2-2");
        Assert.Equal(1 + ScoreWords.VetoGrounds.Count, editor.All("[name='Input.Options.VetoTrigger'] option").Count);

        editor.Type("Input.Options.VetoTrigger", VetoGround.Fabrication.Text()).Type("Input.Sentence", "迟报1次扣0.3分，未报1次扣0.5分，虚报的提请否决审查");
        var saved = await staff.FollowAsync(await editor.SubmitAsync("form#criterion"));

        Assert.Contains($"提请“{VetoGround.Fabrication.Text()}”否决审查", saved.Find("tr#A2-2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_data_day_is_a_difference_between_two_versions()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");

        var saved = await staff.FollowAsync(await (await staff.GetPageAsync($"/rubrics/{draft}")).Type("EndOn", "2026-12-20").SubmitAsync("form#settings"));
        Assert.Contains("已保存", saved.Document.Body!.TextContent, StringComparison.Ordinal);

        var comparison = await staff.GetPageAsync($"/rubrics/{draft}/compare?With={await IdAsync(RubricKind.School)}");
        var row = comparison.All("tbody tr").Single();
        Assert.Contains("年底数据截止日", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("12月20日", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_that_do_not_agree_are_shown_and_keep_it_from_being_published()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");

        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/A1")).Type("Points", "9").SubmitAsync("form#head");

        var page = await staff.GetPageAsync($"/rubrics/{draft}");
        Assert.Contains("A1 ", page.Find(".hint")!.TextContent, StringComparison.Ordinal);
        var refused = await staff.FollowAsync(await page.SubmitAsync("form#publish"));
        Assert.Contains("还不能启用：", refused.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page.Find("[name=Name]")!.GetAttribute("value"), refused.Find("[name=Name]")!.GetAttribute("value")); // and what else can be changed is still there
        Assert.NotEmpty(page.Find("[name=Name]")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task A_class_an_item_and_a_criterion_are_added_and_removed()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");

        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/new")).Type("Code", "J").Type("Name", "特色工作").Type("Points", "2").SubmitAsync("form#head");
        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/new?under=J")).Type("Code", "J1").Type("Name", "品牌").Type("Points", "2").SubmitAsync("form#head");
        var form = await staff.GetPageAsync($"/rubrics/{draft}/criteria/new?under=J1");
        form.Type("Input.Code", "J1-1").Type("Input.Points", "2").Type("Input.Standard", "形成党建品牌").Type("Input.Sentence", "好2、一般1").Type("Input.Checks", "Site")
            .Type("Input.Parts[0].Kind", "考核组评判").Type("Input.Parts[0].Bands", "好=2；一般=1");
        var page = await staff.FollowAsync(await form.SubmitAsync("form#criterion"));
        Assert.Contains("考核组评判：好2分、一般1分", page.Text, StringComparison.Ordinal);

        await (await staff.GetPageAsync($"/rubrics/{draft}/criteria/J1-1")).SubmitAsync("form#delete");
        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/J1")).SubmitAsync("form#delete");
        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/J")).SubmitAsync("form#delete");
        Assert.Null((await staff.GetPageAsync($"/rubrics/{draft}")).Find("#J"));
    }

    [Fact]
    public async Task A_workbook_changed_in_excel_becomes_a_draft_once_it_is_told_to_take_the_drafts_place()
    {
        using var staff = await _app.SignedInAsync("orgdept");
        var workbook = await (await staff.GetAsync($"/rubrics/{await IdAsync(RubricKind.School)}?handler=Export")).Content.ReadAsByteArrayAsync();
        var rubric = RubricWorkbook.Read(SheetReader.Read(new MemoryStream(workbook), "细则.xlsx"), 2026, _ => 2).Rubric!;
        var criterion = rubric.Criteria.First();
        rubric.Change(criterion, criterion.Text() with { Evidence = "责任书原件" });

        var first = await staff.FollowAsync(await UploadAsync(staff, RubricWorkbook.Write(rubric, ScoreMetrics.Words), "细则.xlsx", false));
        Assert.Contains("责任书原件", first.Text, StringComparison.Ordinal);
        Assert.Contains("起草", first.Text, StringComparison.Ordinal);
        Assert.Contains("已有一份草稿", (await staff.PageAsync(await UploadAsync(staff, workbook, "细则.xlsx", false))).Text, StringComparison.Ordinal);
        var second = await staff.FollowAsync(await UploadAsync(staff, workbook, "细则.xlsx", true));
        Assert.DoesNotContain("责任书原件", second.Text, StringComparison.Ordinal);
        Assert.Equal([1, 2], await _app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2026 && r.Kind == RubricKind.School).OrderBy(r => r.No).Select(r => r.No).ToListAsync()));
    }

    [Fact]
    public async Task What_is_not_understood_is_listed_and_nothing_is_imported()
    {
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.PageAsync(await UploadAsync(staff, "schema: partywork.rubric/1\napplies_to: school\nname: 试\ncategories:\n- id: A\n  name: 类\n  points: 100\n  items:\n  - id: A1\n    name: 项\n    points: 99\n    criteria: []\n"u8.ToArray(), "school.yaml", false));

        Assert.Contains("没有导入", page.Text, StringComparison.Ordinal);
        Assert.Contains("所属各项合计99分", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _app.WithDbAsync(db => db.Rubrics.CountAsync(r => r.Year == 2026 && r.Kind == RubricKind.School)));
    }

    [Fact]
    public async Task Next_years_rubrics_begin_as_last_years_words()
    {
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.FollowAsync(await (await staff.GetPageAsync("/rubrics?year=2027")).SubmitAsync("form[action*='Copy']"));

        Assert.Equal(6, page.All("tbody tr").Count);
        var school = await _app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2027 && r.Kind == RubricKind.School).Select(r => r.Id).SingleAsync());
        Assert.Contains("两版内容完全相同", (await staff.GetPageAsync($"/rubrics/{school}/compare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_year_beside_last_year_shows_what_became_dearer()
    {
        using var secretary = await _app.SignedInAsync("wenming.secretary");

        var page = await secretary.GetPageAsync($"/rubrics/{await IdAsync(RubricKind.Community)}/compare");

        var late = page.All("tbody tr").Single(r => r.TextContent.Contains("A2-2", StringComparison.Ordinal)).TextContent;
        Assert.Contains("迟报1次扣0.2分", late, StringComparison.Ordinal);
        Assert.Contains("迟报1次扣0.3分", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_in_the_history_in_chinese()
    {
        var draft = await DraftAsync(RubricKind.School);
        using var staff = await _app.SignedInAsync("orgdept");

        await (await staff.GetPageAsync($"/rubrics/{draft}/heads/A")).Type("Name", "责任和领导体制").SubmitAsync("form#head");

        var entry = await _app.WithDbAsync(db => db.AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal("考核细则的类", AuditWords.Kind(entry.Kind));
    }

    private Task<int> IdAsync(RubricKind kind) => _app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2026 && r.Kind == kind && r.No == 1).Select(r => r.Id).SingleAsync());

    private Task<int> DraftAsync(RubricKind kind) => _app.WithDbAsync(async db =>
    {
        var draft = (await db.Rubrics.WithAll().SingleAsync(r => r.Year == 2026 && r.Kind == kind)).Copy(2026, 2);
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    });

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] content, string name, bool replaces)
    {
        var page = await client.GetPageAsync("/rubrics/import?year=2026");
        var form = page.Find("form#import")!;
        Assert.NotNull(form.QuerySelector("input[type=file][name=file]"));
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("2026"), "Year" },
            { new StringContent(replaces ? "true" : "false"), "Replaces" },
            { new ByteArrayContent(content), "file", name },
        };
        return await client.PostAsync("/rubrics/import", body);
    }
}
