using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.FiveInOne;

/// <summary>承诺 → 述职 → 评议 → 问责, submitted by the forms that are on the pages.</summary>
public sealed class FiveInOneStoryTests(App app) : IClassFixture<App>
{
    private static string Sentence(Page page) => page.Find(".validation-summary-errors")?.TextContent ?? "";

    [Fact]
    public async Task The_secretary_reads_that_the_members_are_still_to_be_told_until_the_meeting_is_entered()
    {
        using var secretary = await app.SignedInAsync("wangjiang.secretary");
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var link = (await secretary.GetPageAsync("/my")).All(".todos a").Single(a => a.TextContent == "2026年度向党员述职");
        Assert.Contains("3月31日（周三）前召开，会后登记", link.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("年度向党员述职", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        var form = await secretary.GetPageAsync(link.GetAttribute("href")!);
        form.Type("On", "2026-12-17").Type("Speaker", "书记").Type("Entitled", "40").Type("Present", "36").Type("Place", "三楼会议室");
        await secretary.FollowAsync(await form.SubmitAsync("button[formaction*='Save']:not([name])"));

        Assert.DoesNotContain("年度向党员述职", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pledges_are_written_in_one_form_reviewed_published_and_kept_in_the_superior_s_word()
    {
        var sister = await app.OrganizationAsync("QH01002");
        var wenming = await app.OrganizationAsync("QH01001");
        await app.WithDbAsync(async db =>
        {
            await db.Pledges.Where(p => p.OrganizationId == wenming && p.Sheet.Year == 2026).ExecuteDeleteAsync();
            return await db.PledgeSheets.Where(s => s.OrganizationId == wenming && s.Year == 2026).ExecuteDeleteAsync();
        });
        await app.MoveWorkAsync();
        using var secretary = await app.SignedInAsync("wenming.secretary");
        Assert.Contains("填写2026年承诺", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var form = await secretary.GetPageAsync($"/five-in-one/{wenming}/2026/pledges");
        var task = form.Find("[name='Rows[2].Task'] option:nth-child(2)")!.GetAttribute("value")!;
        form.Type("Rows[0].Text", "办成实事6件").Type("Rows[0].Mark", "居民代表确认6件").Type("Rows[0].DueOn", "2026-12-15");
        form.Type("Rows[1].Text", "走访老党员60户").Type("Rows[1].Mark", "走访登记60户").Type("Rows[1].DueOn", "2026-12-15");

        // Two are too few; what was typed stays.
        var refused = await secretary.PageAsync(await form.SubmitAsync("button#submit"));
        Assert.Contains("承诺应为3至5项，现有2项", Sentence(refused), StringComparison.Ordinal);
        Assert.Equal("办成实事6件", refused.Find("[name='Rows[0].Text']")!.TextContent);
        var submitted = await secretary.FollowAsync(await refused.Type("Rows[2].Task", task).SubmitAsync("button#submit"));
        Assert.Contains("待审核", submitted.Text, StringComparison.Ordinal);
        Assert.Null(submitted.Find("form#approve"));
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync($"/five-in-one/{wenming}/2026/review")).StatusCode);

        using var superior = await app.SignedInAsync("chunhui.officer");
        Assert.Contains("份承诺待审核", (await superior.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var reviewed = await superior.FollowAsync(await (await superior.GetPageAsync($"/five-in-one/{wenming}/2026/pledges")).SubmitAsync("form#approve"));
        Assert.Contains("待公示", reviewed.Text, StringComparison.Ordinal);

        var unpublished = await secretary.GetPageAsync($"/five-in-one/{wenming}/2026/pledges");
        var published = await secretary.FollowAsync(await unpublished.Type("Place", "党务公开栏").Type("On", "2026-12-18").SubmitAsync("form#publish"));
        Assert.Contains("逾期公示", published.Text, StringComparison.Ordinal);
        Assert.NotNull(published.Find($"#p3 a[href^='/lists/']")); // its progress is the task's

        await secretary.FollowAsync(await published.SubmitAsync("form#claim1"));
        var claim = await secretary.GetPageAsync($"/five-in-one/{wenming}/2026/pledges");
        claim.Type("Words", "已办成6件");
        var claimed = await secretary.FollowAsync(await claim.SubmitAsync("form#claim1"));
        Assert.Contains("待确认", claimed.Find("#p1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(claimed.Find("form#settle1"));
        var settled = await superior.FollowAsync(await (await superior.GetPageAsync($"/five-in-one/{wenming}/2026/pledges")).SubmitAsync("form#settle1 button[value='true']"));
        Assert.Contains("已兑现", settled.Find("#p1")!.TextContent, StringComparison.Ordinal);
        using var orgdept = await app.SignedInAsync("orgdept");
        var figure = await orgdept.GetPageAsync($"/figures/pledge.fulfilled?organization={wenming}&From=2026-01-01&Cutoff=2026-12-18");
        Assert.NotNull(figure.Find($"a[href='/five-in-one/{wenming}/2026/pledges#p1']"));

        foreach (var page in new[] { $"/five-in-one/{wenming}", $"/five-in-one/{wenming}/2026/pledges", $"/five-in-one/{wenming}/2026/report", $"/five-in-one/{sister}" })
        {
            using var neighbour = await app.SignedInAsync("wangjiang.secretary");
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(page)).StatusCode);
        }
    }

    [Fact]
    public async Task A_report_grows_from_records_answers_each_pledge_and_its_comments_become_problems()
    {
        var chunhui = await app.OrganizationAsync("QH01");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        Assert.Contains("撰写2026年述职报告", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var draft = await secretary.GetPageAsync($"/five-in-one/{chunhui}/2026/report");
        var collected = await secretary.FollowAsync(await draft.SubmitAsync("button#collect"));
        var sentences = collected.All("input[name='Kept']");
        Assert.InRange(sentences.Count, 5, 30);
        foreach (var link in collected.All("form#report fieldset a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(link)).StatusCode);
        }

        // Not without an answer to each pledge.
        var refused = await secretary.PageAsync(await collected.SubmitAsync("button#submit"));
        Assert.Contains("没有回应，请写明践诺情况", Sentence(refused), StringComparison.Ordinal);
        foreach (var answer in refused.All("textarea[name^='Answers']").Select(a => a.GetAttribute("name")!))
        {
            refused.Type(answer, "已按期完成");
        }

        if (refused.All("textarea[name^='Answers[Q']").Count == 0)
        {
            refused.Type("Input.Rectification", "上年度没有反馈的问题");
        }

        var submitted = await secretary.FollowAsync(await refused.SubmitAsync("button#submit"));
        Assert.Contains("待审核", submitted.Text, StringComparison.Ordinal);
        var print = await secretary.GetPageAsync($"/five-in-one/{chunhui}/2026/print");
        Assert.Equal(5, print.All("article.original h2").Count);
        Assert.Contains("2026年度抓基层党建工作述职报告", print.Text, StringComparison.Ordinal);
        using (var word = WordprocessingDocument.Open(new MemoryStream(await secretary.GetByteArrayAsync($"/five-in-one/{chunhui}/2026/report?handler=Word")), false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(word));
            Assert.Contains("已按期完成", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }

        using var orgdept = await app.SignedInAsync("orgdept");
        var at = $"/five-in-one/{chunhui}/2026/review";
        await orgdept.FollowAsync(await (await orgdept.GetPageAsync(at)).SubmitAsync("form#accept"));
        var meeting = await orgdept.GetPageAsync(at);
        meeting.Type("Meeting.Mode", "OnSite").Type("Meeting.On", "2026-12-18").Type("Meeting.Place", "区委三楼会议室").Type("Meeting.CommentedBy", "区委书记 方正平").Type("Meeting.Comment", "问题找得准。").Type("Meeting.Problems", "两新工作研究不够经常\n经费使用不均衡");
        var reported = await orgdept.FollowAsync(await meeting.SubmitAsync("form#meet"));
        Assert.Contains("待评定", reported.Text, StringComparison.Ordinal);
        var unexplained = await orgdept.PageAsync(await reported.Type("Grade", "Average").SubmitAsync("form#rate"));
        Assert.Equal("区委三楼会议室", unexplained.Find("[name='Meeting.Place']")!.GetAttribute("value")); // saved again it says what it said
        Assert.Contains("请写明评定的理由", Sentence(unexplained), StringComparison.Ordinal);
        var graded = await orgdept.FollowAsync(await unexplained.Type("Reason", "整改不彻底").SubmitAsync("form#rate"));
        Assert.Contains("登记组织措施", graded.Text, StringComparison.Ordinal);
        var listed = await orgdept.FollowAsync(await graded.SubmitAsync("form#list"));
        Assert.Null(listed.Find("form#list"));
        var problems = await app.WithDbAsync(db => db.Problems.Where(p => p.OrganizationId == chunhui && p.Year == 2027 && p.DebriefCommentId != null).OrderBy(p => p.No).ToListAsync());
        Assert.Equal(["两新工作研究不够经常", "经费使用不均衡"], problems.Select(p => p.Statement));
        Assert.All(problems, p => Assert.Equal((ProblemSource.DebriefComment, ProblemState.Listed), (p.Source, p.State)));
        Assert.Contains("两新工作研究不够经常", (await secretary.GetPageAsync($"/five-in-one/{chunhui}?year=2026")).Find("#review")!.TextContent, StringComparison.Ordinal);

        // The grade waits for the talk until somebody registers one.
        Assert.Contains("待约谈", (await orgdept.GetPageAsync("/five-in-one?year=2026&Step=WithoutTalk")).Text, StringComparison.Ordinal);
        await app.WithDbAsync(async db =>
        {
            var talk = new OrganizationalMeasure { OrganizationId = chunhui, On = new(2026, 12, 18), Kind = MeasureKind.Talk, Subject = "叶超", TakenBy = "部长", Matter = "述职评议等次一般" };
            talk.Enter(new Actor(1, "测试", "测试"), new(2026, 12, 18));
            db.Add(talk);
            return await db.SaveChangesAsync();
        });
        Assert.Contains("没有符合条件", (await orgdept.GetPageAsync("/five-in-one?year=2026&Step=WithoutTalk")).Text, StringComparison.Ordinal);
        var holding = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == chunhui && h.Kind == Domain.Organizations.PostKind.Secretary && h.To == null).Select(h => h.Id).SingleAsync());
        Assert.Contains("综合评价等次“一般”", (await secretary.GetPageAsync($"/ledger/{holding}/2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_primary_organisation_the_committee_registers_the_paper_and_grades_it()
    {
        var wenming = await app.OrganizationAsync("QH01001");
        using var committee = await app.SignedInAsync("chunhui.officer");
        var page = await committee.GetPageAsync($"/five-in-one/{wenming}/2026/review");
        page.Type("Meeting.Mode", "Written").Type("Meeting.On", "2026-12-17");
        var filed = await committee.FollowAsync(await page.SubmitAsync("form#meet"));
        var graded = await committee.FollowAsync(await filed.Type("Grade", "Fair").Type("Reason", "总体较好").SubmitAsync("form#rate"));
        Assert.Contains("较好", graded.Text, StringComparison.Ordinal);
        using var secretary = await app.SignedInAsync("wenming.secretary");
        var own = await secretary.GetPageAsync($"/five-in-one/{wenming}?year=2026");
        Assert.Contains("报告存档", own.Text, StringComparison.Ordinal);
        Assert.NotNull(own.Find("a[href^='/evidence/attach/debrief/']"));
    }

    [Fact]
    public async Task In_an_archived_year_nothing_is_offered_and_nothing_taken()
    {
        var chunhui = await app.OrganizationAsync("QH01");
        using var orgdept = await app.SignedInAsync("orgdept");
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var open = await orgdept.GetPageAsync($"/five-in-one/{chunhui}/2026/pledges");

        var refused = await orgdept.PageAsync(await orgdept.PostFormAsync($"/five-in-one/{chunhui}/2025/pledges?handler=Settle", ("version", "-1"), ("no", "1"), ("kept", "true")));

        Assert.Contains("2025年度已归档", Sentence(refused), StringComparison.Ordinal);
        Assert.Empty((await orgdept.GetPageAsync($"/five-in-one/{chunhui}/2025/pledges")).All("main form[method=post]"));
        Assert.Empty((await orgdept.GetPageAsync($"/five-in-one/{chunhui}/2025/review")).All("main form[method=post]"));
        Assert.Contains("只能查看", (await secretary.GetPageAsync($"/five-in-one/{chunhui}?year=2025")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(open.All("main form[method=post]"));
    }

    [Fact]
    public async Task A_secretary_reports_to_the_members_as_well_and_who_has_not_is_found()
    {
        var chunhui = await app.OrganizationAsync("QH01");
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var orgdept = await app.SignedInAsync("orgdept");
        Assert.Contains("春晖街道", (await orgdept.GetPageAsync("/five-in-one?year=2026&Step=WithoutMembers&Level=Committee")).Find("main table")!.TextContent, StringComparison.Ordinal);
        var story = await officer.GetPageAsync($"/five-in-one/{chunhui}?year=2026");
        var entry = await officer.GetPageAsync(story.Find("#members a[href*='members-debriefs/entry']")!.GetAttribute("href")!);
        entry.Type("On", "2026-12-17").Type("Speaker", "叶超（书记）").Type("Entitled", "40").Type("Present", "36").Type("Place", "街道二楼会议室");

        await officer.FollowAsync(await entry.SubmitAsync("form#entry button.btn-primary"));

        Assert.Contains("应到40人，实到36人", (await officer.GetPageAsync($"/five-in-one/{chunhui}?year=2026")).Find("#members")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("春晖街道", (await orgdept.GetPageAsync("/five-in-one?year=2026&Step=WithoutMembers&Level=Committee")).Find("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_reported_in_person_for_three_years_is_proposed_first_and_the_years_stand_side_by_side()
    {
        var written = await app.WithDbAsync(db => db.Debriefs.Where(d => d.Year == 2025 && d.Mode == DebriefMode.Written && !d.IsFile).Select(d => d.OrganizationId).ToListAsync());
        Assert.NotEmpty(written);
        using var orgdept = await app.SignedInAsync("orgdept");

        var turns = await orgdept.GetPageAsync("/five-in-one/rotation?year=2026");

        var proposed = turns.All("#turns tbody tr").TakeWhile(r => r.TextContent.Contains("应现场述职", StringComparison.Ordinal)).Select(r => r.QuerySelector("a")!.GetAttribute("href")!).ToList();
        Assert.Equal(written.Select(w => $"/five-in-one/{w}?year=2026").Order(StringComparer.Ordinal), proposed.Order(StringComparer.Ordinal));
        var commented = await app.WithDbAsync(db => db.DebriefComments.Where(c => c.ListedOn != null).Select(c => c.OrganizationId).FirstAsync());
        var history = await orgdept.GetPageAsync($"/five-in-one/{commented}/history");
        Assert.Equal(2, history.All("#years tbody tr").Count);
        Assert.NotEmpty(history.All("#years a[href*='/problems/']")); // what became of it
        using var neighbour = await app.SignedInAsync("wenming.secretary");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/five-in-one/{commented}/history")).StatusCode);
    }

    [Fact]
    public async Task A_grade_that_is_given_in_january_belongs_to_the_figure_of_the_whole_year()
    {
        var chunhui = await app.OrganizationAsync("QH02");
        await app.WithDbAsync(db => db.Debriefs.Where(d => d.OrganizationId == chunhui && d.Year == 2025).ExecuteUpdateAsync(s => s.SetProperty(d => d.GradedOn, new DateOnly(2026, 1, 20))));
        using var orgdept = await app.SignedInAsync("orgdept");

        var value = (await orgdept.GetPageAsync($"/figures/debrief.grade?organization={chunhui}&From=2025-01-01&Cutoff=2025-12-31")).Find(".figure-value")!.TextContent;
        var before = (await orgdept.GetPageAsync($"/figures/debrief.grade?organization={chunhui}&From=2025-01-01&Cutoff=2025-12-30")).Find(".figure-value")!.TextContent;

        Assert.Contains("好", value, StringComparison.Ordinal);
        Assert.DoesNotContain("好", before, StringComparison.Ordinal); // on another day it was not known
    }

    [Fact]
    public async Task Measures_and_decisions_are_read_by_the_organisation_and_those_above_and_entered_from_above()
    {
        var (of, record) = await app.WithDbAsync(db => db.Set<AccountabilityDecision>().Select(d => ValueTuple.Create(d.OrganizationId, d.Id)).SingleAsync());
        var code = await app.WithDbAsync(db => db.Organizations.Where(o => o.Id == of).Select(o => o.Code).SingleAsync());
        Assert.StartsWith("QH02", code, StringComparison.Ordinal);
        using var above = await app.SignedInAsync("wangjiang.secretary");
        Assert.Contains("青委〔2026〕61号", (await above.GetPageAsync($"/registers/accountability/{record}")).Text, StringComparison.Ordinal);
        foreach (var (account, status) in new[] { ("chunhui.secretary", HttpStatusCode.NotFound), ("wenming.secretary", HttpStatusCode.NotFound), ("shegong", HttpStatusCode.NotFound), ("assessor1", HttpStatusCode.Forbidden), ("inspector", HttpStatusCode.OK) })
        {
            using var reader = await app.SignedInAsync(account);
            Assert.Equal((account, status), (account, (await reader.GetAsync($"/registers/accountability/{record}")).StatusCode));
        }

        // Nobody enters it about his own organisation.
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var entry = await secretary.GetPageAsync("/registers/measures/entry");
        Assert.Null(entry.Find($"[name='Unit'] option[value='{await app.OrganizationAsync("QH01")}']"));
    }
}
