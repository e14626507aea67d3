using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.ThreeLists;

/// <summary>文明社区's task “党课不少于6讲” takes its number from the records of its organisational life.</summary>
public sealed class MeasuredTaskTests(App app) : IClassFixture<App>
{
    private const string Wenming = "QH01001";

    [Fact]
    public async Task The_number_follows_the_records_until_it_is_handed_in_and_stays_what_it_was_then()
    {
        await using var app = new App(); // its own: the report that the others read is handed in here
        var report = await app.FilingAsync(Wenming, 4);
        var (clerk, secretary) = (await app.SignedInAsync("wenming.officer"), await app.SignedInAsync("wenming.secretary"));
        var task = await TaskAsync(app);
        var before = await ReachedAsync(clerk, report, task);
        await LectureAsync(app, 0);
        Assert.Equal(before + 1, await ReachedAsync(clerk, report, task));
        var no = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == task).Select(t => t.No).SingleAsync());
        var fourth = (await clerk.GetPageAsync($"/lists/{await app.FilingAsync(Wenming, 0)}/tasks/{no}")).All("tr").Single(r => r.TextContent.StartsWith("第四季度", StringComparison.Ordinal));
        Assert.Contains("由指标取数，报送时定稿", fourth.TextContent, StringComparison.Ordinal); // there is a number, which nobody types

        var form = await clerk.GetPageAsync($"/reports/{report}/fill");
        Reports.QuarterStoryTests.FillAll(form);
        Assert.Empty(LineOf(form, task).QuerySelectorAll("input[name$='Value']"));
        var link = LineOf(form, task).QuerySelector("a[href^='/figures/meeting.lecture.count?organization=']")!.GetAttribute("href")!;
        Assert.Equal($"{before + 1}次", (await clerk.GetPageAsync(link)).Find(".figure-value")!.TextContent);
        await clerk.FollowAsync(await form.SubmitAsync("form#report"));
        var prepared = await clerk.FollowAsync(await (await clerk.GetPageAsync($"/reports/{report}/fill")).SubmitAsync("button[formaction$='Prepare']"));
        Assert.Contains("已报书记", prepared.Document.Body!.TextContent, StringComparison.Ordinal);
        await secretary.FollowAsync(await (await secretary.GetPageAsync($"/reports/{report}/confirm")).SubmitAsync("form#confirm"));

        await LectureAsync(app, 1);
        var (frozen, progress) = await app.WithDbAsync(async db =>
        {
            var versions = await db.FilingVersions.Where(v => v.FilingId == report).OrderBy(v => v.No).ToListAsync();
            return (versions[^1].Rows().Single(r => r.Key == $"T{task}").Value, await db.TaskProgress.Where(p => p.WorkTaskId == task && p.Quarter == 4).Select(p => p.Value).SingleAsync());
        });
        Assert.Equal(((before + 1) * Quantity.One, (before + 1) * Quantity.One), (frozen, progress));
        var page = await clerk.GetPageAsync($"/reports/{report}");
        Assert.Contains($"{before + 1}讲", page.Find($"#T{task}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("自动取数，报送时定稿", page.Find($"#T{task}")!.TextContent, StringComparison.Ordinal);
        var lists = await app.FilingAsync(Wenming, 0);
        Assert.Contains($"为{before + 2}讲", (await clerk.GetPageAsync($"/lists/{lists}/tasks/{no}")).Text, StringComparison.Ordinal);
    }

    /// <summary>我的工作, the lists of one organisation and of all, and the workbook: what the figure says with its day, and not 未报.</summary>
    [Fact]
    public async Task What_a_figure_measures_shows_its_number_and_day_and_is_owed_by_nobody()
    {
        var (clerk, lists, task) = (await app.SignedInAsync("wenming.officer"), await app.FilingAsync(Wenming, 0), await TaskAsync(app));
        var said = await ReachedAsync(clerk, await app.FilingAsync(Wenming, 4), task);
        var (content, organization) = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == task).Select(t => ValueTuple.Create(t.Content, t.OrganizationId)).SingleAsync());
        foreach (var path in (string[])["/my", $"/lists/{lists}", $"/lists/tasks?Words={Uri.EscapeDataString(content)}"])
        {
            var row = (await clerk.GetPageAsync(path)).All("tr").Single(r => r.TextContent.Contains(content, StringComparison.Ordinal));
            Assert.Equal($"{said}讲", row.QuerySelector($"a[href='/figures/meeting.lecture.count?organization={organization}&cutoff=2026-12-18']")!.TextContent);
            Assert.Contains("（截至2026-12-18）", row.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("未报", row.TextContent, StringComparison.Ordinal);
        }

        var sheet = Assert.Single(Documents.Samples.Read(await clerk.GetByteArrayAsync($"/lists/tasks?handler=Export&Words={Uri.EscapeDataString(content)}"), "任务.xlsx"));
        Assert.Contains(sheet.Rows, r => r.Cells.Contains(content) && r.Cells.Contains($"{said}"));
    }

    [Fact]
    public async Task A_figure_is_chosen_in_the_form_of_the_draft_and_only_for_a_task_that_counts()
    {
        var lists = await app.FilingAsync("QH01", 0);
        var no = await app.WithDbAsync(async db =>
        {
            await db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31)));
            var task = await db.WorkTasks.Where(t => t.Year == 2026 && t.Combining == null && t.Measure == TaskMeasure.Count && db.Filings.Any(f => f.Id == lists && f.OrganizationId == t.OrganizationId)).OrderBy(t => t.No).FirstAsync();
            await db.WorkTasks.Where(t => t.Id == task.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.Draft));
            return task.No;
        });
        var clerk = await app.SignedInAsync("chunhui.officer");
        var form = await clerk.GetPageAsync($"/lists/{lists}/tasks/{no}");

        Assert.Equal(HttpStatusCode.Redirect, (await form.Type("Input.MeasuredBy", "meeting.recorded").SubmitAsync("form#task")).StatusCode);
        Assert.Equal("meeting.recorded", (await clerk.GetPageAsync($"/lists/{lists}/tasks/{no}")).Find("#Input_MeasuredBy option[selected]")!.GetAttribute("value"));
        var refused = await clerk.PageAsync(await (await clerk.GetPageAsync($"/lists/{lists}/tasks/{no}")).Type("Input.Measure", nameof(TaskMeasure.None)).SubmitAsync("form#task"));
        Assert.Contains("只有计量为“数量”的任务可以由指标自动取数", refused.Text, StringComparison.Ordinal);
    }

    private static Task<int> TaskAsync(App app) => app.WithDbAsync(db => db.WorkTasks.Where(t => t.MeasuredBy == "meeting.lecture.count" && t.Year == 2026).Select(t => t.Id).SingleAsync());

    private static AngleSharp.Dom.IElement LineOf(Page form, int task) => form.All(".line").Single(l => l.QuerySelector($"input[value='T{task}']") is not null);

    private static async Task<int> ReachedAsync(HttpClient clerk, int report, int task) =>
        (Quantity.Parse(LineOf(await clerk.GetPageAsync($"/reports/{report}/fill"), task).QuerySelector("input[data-value]")!.GetAttribute("value")!)!.Value.Hundredths) / Quantity.One;

    private static Task<int> LectureAsync(App app, int n) => app.WithDbAsync(async db =>
    {
        var by = new Actor(1, "测试", "测试");
        db.Lease.Actor = by;
        var on = new DateOnly(2026, 12, 17).AddDays(-n);
        var record = new MeetingRecord { OrganizationId = await db.Organizations.Where(o => o.Code == Wenming).Select(o => o.Id).SingleAsync(), On = on, Kind = MeetingKind.Lecture, Topic = $"专题党课{n}", Due = 20, Present = 18, Chair = "周敏", Place = "会议室" };
        record.Enter(by, new DateOnly(2026, 12, 18));
        db.Add(record);
        return await db.SaveChangesAsync();
    });
}
