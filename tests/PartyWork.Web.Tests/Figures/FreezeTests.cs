using PartyWork.Domain;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Figures;

public sealed class FreezeTests(App app) : IClassFixture<App>
{
    private static readonly Period LastYear = Period.To(new(2025, 12, 31));

    [Fact]
    public async Task A_frozen_value_never_moves_and_what_moved_is_on_the_amendment_list()
    {
        var (freeze, district) = await app.WithDbAsync(async db => (await db.FigureFreezes.Where(f => f.Cutoff == LastYear.Cutoff).Select(f => f.Id).SingleAsync(), await db.Organizations.Where(o => o.Code == "QH").Select(o => o.Id).SingleAsync()));
        var before = await AllAsync(district);

        // What nobody would do through the product, to every kind of record at once.
        await app.WithDbAsync(async db =>
        {
            await db.WorkTasks.Where(t => t.Year == 2025 && t.No == 1).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, Domain.ThreeLists.TaskState.Cancelled));
            await db.Agreements.Where(a => a.Year == 2025 && a.Stage >= AgreementStage.Effective && a.Id % 5 == 0).ExecuteUpdateAsync(s => s.SetProperty(a => a.EffectiveOn, (DateOnly?)null));
            return await db.Problems.Where(p => p.Year == 2025 && p.No == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.ClosedOn, (DateOnly?)null));
        });
        var after = await AllAsync(district);

        Assert.All(FigureDictionary.Frozen, f => Assert.True(before[f.Key].Says(after[f.Key]), f.Key));
        Assert.True(after["tasks_total"].Computed!.Number < after["tasks_total"].Number);
        var client = await app.SignedInAsync("orgdept");
        var page = await client.GetPageAsync($"/figures/freezes/{freeze}");
        Assert.Contains("年度任务总数", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{after["tasks_total"].Computed!.PrintWithUnit()}", page.Text, StringComparison.Ordinal);
        var figure = await client.GetPageAsync("/figures/tasks_total?cutoff=2025-12-31");
        Assert.Contains("已冻结：2025年度总结数据", figure.Text, StringComparison.Ordinal);
        Assert.Contains($"计算值 {after["tasks_total"].Computed!.PrintWithUnit()}", figure.Text, StringComparison.Ordinal);
        var secretary = await (await app.SignedInAsync("chunhui.secretary")).GetPageAsync($"/figures/freezes/{freeze}");
        Assert.DoesNotContain("望江街道", secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_is_known_only_after_the_freeze_is_a_late_record() => app.WithDbAsync(async db =>
    {
        var early = new FigureFreeze("三季度", new(2026, 1, 1), new(2026, 10, 5), new(1, "测试", "测试"), new DateTime(2026, 10, 5, 10, 0, 0, DateTimeKind.Utc));

        var (late, more) = await Freezing.LateAsync(db, early, 20_000);

        Assert.NotEmpty(late);
        Assert.False(more);
        Assert.All(late, l => Assert.True(l.Record.On <= early.Cutoff && l.Record.EnteredOn > early.Cutoff, l.Record.Caption));
        Assert.Contains(late, l => l.Figures.Any(f => f.Key == "tasks_completed")); // claimed by that day, accepted after it
        Assert.Distinct(late.Select(l => l.Record.Address).Where(a => a is { Length: > 0 }));
        Assert.True((await Freezing.LateAsync(db, early, 5)).More);
        return 0;
    });

    [Fact]
    public async Task District_staff_freeze_a_cut_off_once()
    {
        var client = await app.SignedInAsync("orgdept");
        var page = (await client.GetPageAsync("/figures/freezes")).Type("Name", "三季度调度数据").Type("From", "2026-01-01").Type("Cutoff", "2026-09-30");

        var done = await client.FollowAsync(await page.SubmitAsync("form#freeze"));
        var again = await client.PageAsync(await page.SubmitAsync("form#freeze"));

        Assert.Contains("三季度调度数据", done.Find("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已经冻结，不能重复冻结", again.Text, StringComparison.Ordinal);
        Assert.Equal("三季度调度数据", again.Find("[name='Name']")!.GetAttribute("value"));
        var future = await client.PageAsync(await (await client.GetPageAsync("/figures/freezes")).Type("Name", "全年").Type("Cutoff", "2026-12-31").SubmitAsync("form#freeze"));
        Assert.Contains("截止日还没有到", future.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_holds_when_another_person_has_approved_it_and_the_computed_value_stands_beside_it()
    {
        var committee = await app.OrganizationAsync("QH03");
        var (proposer, other) = (await app.SignedInAsync("orgdept"), await app.SignedInAsync("minister"));
        var path = $"/figures/tasks_completed?organization={committee}&cutoff=2026-12-18";
        var page = await proposer.GetPageAsync(path);
        var computed = page.Find(".figure-value")!.TextContent;

        var refused = await proposer.PageAsync(await page.Type("NewValue", "许多").Type("Reason", "见台账").SubmitAsync("form#correct"));
        Assert.Contains("应填数字", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await refused.Type("NewValue", "99").SubmitAsync("form#correct")).StatusCode);
        Assert.Equal(computed, (await proposer.GetPageAsync(path)).Find(".figure-value")!.TextContent);

        Assert.Contains("项指标更正待核准", (await other.GetPageAsync("/dashboard/leader")).Text, StringComparison.Ordinal);
        var row = (await proposer.GetPageAsync("/figures/corrections")).All("tbody tr").First(r => r.TextContent.Contains("见台账", StringComparison.Ordinal));
        Assert.Null(row.QuerySelector("button")); // not one's own
        var mine = await other.GetPageAsync("/figures/corrections");
        var button = mine.All("tbody tr").First(r => r.TextContent.Contains("见台账", StringComparison.Ordinal)).QuerySelector("button")!;
        button.Id = "approve";
        await mine.SubmitAsync("#approve");

        var held = await proposer.GetPageAsync(path);
        Assert.Equal("99项", held.Find(".figure-value")!.TextContent);
        Assert.Contains("更正：见台账（韩志远提出，梁启山核准）", held.Text, StringComparison.Ordinal);
        Assert.Contains($"计算值 {computed}", held.Text, StringComparison.Ordinal);
        Assert.Contains($"计算值 {computed}", (await proposer.GetPageAsync("/figures/tasks_completed?cutoff=2026-12-18")).Text, StringComparison.Ordinal); // beside its neighbours too
    }

    [Theory]
    [InlineData("task_completion_rate", "95.25", "95.25", 95.25)]
    [InlineData("lagging_petition_rate_change", "-21.7", "下降21.7%", -21.7)]
    public async Task A_corrected_number_still_is_a_number_for_those_who_reckon_with_it(string key, string written, string printed, double number)
    {
        var (figure, committee, day) = (FigureDictionary.Find(key)!, await app.OrganizationAsync("QH04"), new DateOnly(2026, 12, 18));
        var value = await app.WithDbAsync(async db =>
        {
            var correction = new FigureOverride(key, committee, new(2026, 1, 1), day, written, figure.IsNumeric, "见台账", new Actor(1, "韩志远", "组织科科长"), day);
            correction.Approve(new Actor(2, "梁启山", "部长"), day);
            db.Add(correction);
            await db.SaveChangesAsync();
            return (await FigureEvaluation.EvaluateAsync(db, await new OrgTrees().GetAsync(db, 0), [figure], [committee], Period.To(day)))[key, committee];
        });

        Assert.Equal((printed, (decimal)number), (value.Print(), value.Number));
    }

    private Task<Dictionary<string, FigureValue>> AllAsync(int organization) => app.WithDbAsync(async db =>
    {
        var values = await FigureEvaluation.EvaluateAsync(db, await new OrgTrees().GetAsync(db, 0), FigureDictionary.All, [organization], LastYear);
        return FigureDictionary.All.ToDictionary(f => f.Key, f => values[f.Key, organization]);
    });
}
