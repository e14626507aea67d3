using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.Agreements;

/// <summary>From key point to clause, and from clause to task.</summary>
public sealed class PlanTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_key_point_becomes_a_clause_of_its_domains_templates_once()
    {
        using var orgdept = await app.SignedInAsync("orgdept");
        var form = await orgdept.GetPageAsync("/plan/0?year=2026");
        form.Type("Input.Content", "建立党员志愿服务积分").Type("Input.Category", "党员教育").Type("Input.Target", "90%").Type("Input.Measure", "Rate").Type("Input.DueOn", "2026-11-30").Type("Domains", "Community").Type("Domains", "Organ");
        var plan = await orgdept.FollowAsync(await form.SubmitAsync("form#point"));
        Assert.Contains("建立党员志愿服务积分", plan.Text, StringComparison.Ordinal);
        var id = await app.WithDbAsync(db => db.KeyPoints.Where(p => p.Objective.Content == "建立党员志愿服务积分").Select(p => p.Id).SingleAsync());

        for (var round = 0; round < 2; round++)
        {
            var again = await orgdept.GetPageAsync("/plan?year=2026");
            again.Type("ids", $"{id}");
            var templates = await orgdept.FollowAsync(await again.SubmitAsync("form[action*='Convert']"));
            Assert.Contains(round == 0 ? "已转为2条范本条款" : "此前已全部转为条款", templates.Document.Body!.TextContent, StringComparison.Ordinal);
        }

        var page = await orgdept.GetPageAsync($"/plan/{id}");
        Assert.Contains("社区责任书范本", page.Text, StringComparison.Ordinal);
        Assert.Contains("机关责任书范本", page.Text, StringComparison.Ordinal);

        using var reader = await app.SignedInAsync("yuanda.secretary");
        Assert.Contains("建立党员志愿服务积分", (await reader.GetPageAsync("/plan?year=2026")).Text, StringComparison.Ordinal);
        Assert.Null((await reader.GetPageAsync("/plan?year=2026")).Find("input[name='ids']"));
    }

    [Fact]
    public async Task Clauses_without_a_task_block_the_lists_and_become_tasks_in_one_act()
    {
        var lists = await app.FilingAsync("QH01001", 0);
        await app.WithDbAsync(async db =>
        {
            var own = await db.Filings.Where(f => f.Id == lists).Select(f => f.OrganizationId).SingleAsync();
            await db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31)));
            return await db.WorkTasks.Where(t => t.OrganizationId == own && t.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, TaskState.Draft).SetProperty(t => t.Source, "自定"));
        });
        using var clerk = await app.SignedInAsync("wenming.officer");
        Assert.Contains("责任书第5条没有对应任务", (await clerk.GetPageAsync($"/lists/{lists}?tab=check")).Text, StringComparison.Ordinal);

        var proposal = await clerk.GetPageAsync($"/lists/{lists}/clauses");
        Assert.Contains("下列5条还没有对应任务", proposal.Text, StringComparison.Ordinal);
        await clerk.FollowAsync(await proposal.SubmitAsync("form#clauses"));

        Assert.DoesNotContain("没有对应任务，请在任务“来源”", (await clerk.GetPageAsync($"/lists/{lists}?tab=check")).Text, StringComparison.Ordinal);
        Assert.Contains("每一条都已有任务", (await clerk.GetPageAsync($"/lists/{lists}/clauses")).Text, StringComparison.Ordinal);
        var lift = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Source == "责任书第5条" && t.Year == 2026 && t.State == TaskState.Draft).SingleAsync());
        Assert.Equal((600, "单元", new DateOnly(2026, 10, 31), new QuarterNodes(null, null, null, 600)), (lift.Target, lift.Unit, lift.DueOn, lift.Nodes));
    }

    [Fact]
    public async Task The_lift_clause_of_文明社区_is_answered_by_its_lift_task()
    {
        var lists = await app.FilingAsync("QH01001", 0);
        var task = await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Year == 2026 && t.No == 1 && db.Filings.Any(f => f.Id == lists && f.OrganizationId == t.OrganizationId)).SingleAsync());
        using var secretary = await app.SignedInAsync("wenming.secretary");

        var agreement = await secretary.FollowAsync(await secretary.GetAsync("/agreements?year=2026"));

        Assert.Contains("加装电梯", task.Content, StringComparison.Ordinal);
        Assert.Contains("加装电梯", agreement.Find("#c5")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_five_posts_show_duties_holders_and_long_vacancies()
    {
        using var orgdept = await app.SignedInAsync("orgdept");
        var form = await orgdept.GetPageAsync("/agreements/posts/2026/Deputy");
        form.Type("Lines[0].Content", "每月调度一次条款进度").Type("Lines[0].Frequency", "每月1次");
        await orgdept.FollowAsync(await form.SubmitAsync("form#post-form"));

        var page = await orgdept.GetPageAsync($"/agreements/posts?year=2026&Committee={await app.OrganizationAsync("QH01")}");

        Assert.Equal(5, page.All("main h2").Count(h => h.TextContent.StartsWith("岗位", StringComparison.Ordinal)));
        Assert.Contains("每月调度一次条款进度", page.Text, StringComparison.Ordinal);
        Assert.Contains("叶超", page.Text, StringComparison.Ordinal);
        Assert.Contains("空缺超过30天", page.Text, StringComparison.Ordinal);
    }
}
