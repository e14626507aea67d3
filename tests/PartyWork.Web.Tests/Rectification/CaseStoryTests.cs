using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Rectification;

namespace PartyWork.Web.Tests.Rectification;

/// <summary>A community on its way: found, checked, proposed, listed, helped, its plan approved, all by the forms that are on the pages.</summary>
public sealed class CaseStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public void A_month_that_is_reported_early_does_not_stand_in_for_one_that_is_missing()
    {
        static CaseView.Month Of(int month, FilingStage stage) => new(month, 2026, month, stage, new(2026, month, 25), new DateOnly(2026, month, 5).AddMonths(1), new DateOnly(2026, month, 15).AddMonths(1), null, null, "", null);
        var view = new CaseView
        {
            ListedOn = new(2026, 3, 10), Baseline = new(60, 33, 21, 5200, 1980, "测评"), Scheme = new("方案", "青组发〔2026〕7号", "三步四位", 1, 1, 1, 2, null),
            Months = [Of(9, FilingStage.Accepted), Of(10, FilingStage.Drafting), Of(11, FilingStage.Accepted)],
        };

        var reports = view.Exit(new(2026, 11, 20))[^1];

        Assert.Equal(("月报按月通过审核：应报2份，已通过1份，还差1份。", false), (reports.Sentence, reports.IsMet));
    }

    [Fact]
    public async Task A_community_is_found_listed_helped_and_its_plan_approved()
    {
        var community = await app.OrganizationAsync("QH01003");
        using var officer = await app.SignedInAsync("chunhui.officer");
        using var staff = await app.SignedInAsync("orgdept");

        // 摸排: with a reason.
        var page = await officer.GetPageAsync("/rectification/new");
        page = await officer.PageAsync(await page.Type("Community", $"{community}").Type("Causes", "活动室漏水半年，12户反映无人管").SubmitAsync("form#new"));
        Assert.Contains("请至少选择一种列入情形", page.Text, StringComparison.Ordinal);
        page = await officer.FollowAsync(await page.Type("Reasons", "Service").SubmitAsync("form#new"));
        Assert.Contains("已登记摸排对象", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("个整顿摸排对象待核查", (await officer.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var id = await app.WithDbAsync(db => db.RectificationCases.Where(c => c.OrganizationId == community).Select(c => c.Id).SingleAsync());

        // Checked, and proposed.
        page = await officer.FollowAsync(await page.Type("Method", "Visit").Type("Words", "走访32户，情况属实").SubmitAsync("form#check"));
        ((IHtmlTextAreaElement)page.Find("#propose-words")!).Value = "建议列入"; // beside it the words of a further check
        page = await officer.FollowAsync(await page.SubmitAsync("form#propose"));

        // Without a baseline it is not listed.
        var listing = await staff.GetPageAsync($"/rectification/{id}/listing");
        listing = await staff.PageAsync(await listing.Type("MeetingNo", "部务会纪要〔2026〕30号").SubmitAsync("form#list"));
        Assert.Contains("没有基线，以后无法对比", listing.Text, StringComparison.Ordinal);
        page = await officer.FollowAsync(await page.Type("Votes", "40").Type("Satisfied", "22").Type("Petitions", "6").Type("Residents", "3100").Type("Households", "1200").Type("Source", "年底测评").SubmitAsync("form#baseline"));
        Assert.Contains("55.0%", page.Text, StringComparison.Ordinal);
        listing = await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/{id}/listing")).Type("MeetingNo", "部务会纪要〔2026〕30号").SubmitAsync("form#list"));
        Assert.Contains("请在1月2日前配齐四支帮扶力量", listing.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("个整顿社区帮扶力量未配齐", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);

        // 四位一体.
        foreach (var (role, name, liaison) in new[] { ("DistrictLeader", "林向东", "段平安"), ("FirstSecretary", "许向阳", ""), ("WorkTeam", "甲一", ""), ("WorkTeam", "乙二", ""), ("WorkTeam", "丙三", ""), ("SupportUnit", "丁四", ""), ("SupportUnit", "戊五", "") })
        {
            var helpers = await staff.GetPageAsync($"/rectification/{id}/helpers");
            helpers = await staff.FollowAsync(await helpers.Type("Role", role).Type("Name", name).Type("Unit", name + "所在单位").Type("Phone", "0-8123456").Type("From", "2026-12-18").Type("Liaison", liaison).SubmitAsync("form#appoint"));
            Assert.Contains($"已登记{name}", helpers.Document.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("还没有配齐", (await staff.GetPageAsync($"/rectification/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(
            [(PostKind.FirstSecretary, "许向阳"), (PostKind.WorkTeam, "甲一"), (PostKind.WorkTeam, "乙二"), (PostKind.WorkTeam, "丙三"), (PostKind.SupportContact, "丁四"), (PostKind.SupportContact, "戊五"), (PostKind.LeaderLiaison, "段平安")],
            (await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == community && h.Kind >= PostKind.FirstSecretary && h.To == null).Select(h => new { h.Kind, h.Person.Name, h.Id }).ToListAsync())).OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => (h.Kind, h.Name)));

        // 一社区一策: not approved before there is a problem with its measure.
        var plan = await officer.GetPageAsync($"/rectification/{id}/plan");
        plan = await officer.FollowAsync(await plan.Type("Aim", "活动室修好，满意率到85%以上").SubmitAsync("form#aim"));
        var refused = await staff.PageAsync(await (await staff.GetPageAsync($"/rectification/{id}/plan")).SubmitAsync("form#approve"));
        Assert.Contains("方案还没有列入问题", refused.Text, StringComparison.Ordinal);
        var problem = await officer.GetPageAsync($"/rectification/{id}/plan/new");
        var owner = problem.All("select[name='Owner'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        plan = await officer.FollowAsync(await problem.Type("Statement", "活动室屋面漏水，12户反映").Type("Reason", "Service").Type("Measure", "修缮屋面并重做防水").Type("Owner", owner).Type("Due", "2026-12-30").Type("Funds", "36000").SubmitAsync("form#problem"));
        Assert.Contains("3.6万元", plan.Text, StringComparison.Ordinal);
        var approved = await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/{id}/plan")).SubmitAsync("form#approve"));
        Assert.Contains("方案已批准，1项措施列入社区任务清单", approved.Document.Body!.TextContent, StringComparison.Ordinal);

        var (task, state, reports) = await app.WithDbAsync(async db => (await db.CaseProblems.Where(p => p.CaseId == id).SelectMany(p => p.Problem.Tasks).SingleAsync(), await db.CaseProblems.Where(p => p.CaseId == id).Select(p => p.Problem.State).SingleAsync(),
            await db.Filings.Where(f => f.OrganizationId == community && f.Kind == FilingKind.MonthlyReport).Select(f => f.Period).ToListAsync()));
        Assert.Equal((TaskState.InProgress, ProblemState.Rectifying), (task.State, state));
        Assert.Equal([12], reports);
        var story = await officer.GetPageAsync($"/rectification/{id}");
        Assert.Contains("整顿满6个月：2027年6月18日满，还有182天。", story.Text, StringComparison.Ordinal);
        Assert.Contains("1个问题，已销号或说明0个，还差1个。", story.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neighbours_do_not_find_it_and_the_community_does_not_write_its_own_plan()
    {
        var id = await WenmingAsync();
        using var neighbour = await app.SignedInAsync("wangjiang.secretary");
        using var own = await app.SignedInAsync("wenming.secretary");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/rectification/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/rectification/{id}/plan")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync($"/rectification/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync($"/rectification/{id}/plan/new")).StatusCode);
        Assert.Null((await own.GetPageAsync($"/rectification/{id}/plan")).Find("form#aim"));
    }

    [Fact]
    public async Task The_story_tells_of_the_lifts_and_of_what_is_still_missing()
    {
        var id = await WenmingAsync();
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var page = await secretary.GetPageAsync($"/rectification/{id}");

        Assert.Contains("整顿第284天", page.Text, StringComparison.Ordinal);
        Assert.Contains("3个问题，已销号或说明2个，还差1个。", page.Text, StringComparison.Ordinal);
        Assert.Contains("加装电梯", page.Find("#plan")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.All("#helpers tbody tr").Count - 2); // leader, first secretary, three of the team, two units
        Assert.DoesNotContain("逾期", page.Find("#helpers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("停工引起两件新的来访", page.Find("#months")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("后进社区整顿情况", (await secretary.GetPageAsync($"/organizations/{await app.OrganizationAsync("QH01001")}")).Text, StringComparison.Ordinal);
    }

    private Task<int> WenmingAsync() => app.WithDbAsync(db => db.RectificationCases.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => c.Id).SingleAsync());
}

/// <summary>The first secretary's month, and that the access of those who help ends with the help.</summary>
public sealed class HelperStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task The_first_secretary_reports_the_secretary_confirms_the_committee_says_where_it_is_going_and_with_the_end_the_helper_is_out()
    {
        app.Clock.Advance(TimeSpan.FromDays(8)); // 26 December: the month's report is open
        var (community, id) = await app.WithDbAsync(db => db.RectificationCases.Where(c => db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => ValueTuple.Create(c.OrganizationId, c.Id)).SingleAsync());
        await app.WithDbAsync(async db =>
        {
            var of = await db.RectificationCases.Include(c => c.Batch).SingleAsync(c => c.Id == id);
            db.Lease.Actor = new Actor(1, "测试", "测试");
            db.Add(new CaseVisit(of, new(new(2026, 12, 20), "周启明", "3栋", "2-301", 1, 1), db.Lease.Actor, new(2026, 12, 26)));
            db.Add(new CaseVisit(of, new(new(2026, 12, 21), "周启明", "3栋", "2-301", 1, 1), db.Lease.Actor, new(2026, 12, 26)));
            return await db.SaveChangesAsync();
        });
        var expected = await app.WithDbAsync(db => db.MonthFactsAsync(id, new(2026, 12, 1)));
        var report = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.MonthlyReport && f.OrganizationId == community && f.Period == 12).Select(f => f.Id).SingleAsync());

        // The helper's page begins with what waits; numbers are there, the rest is short.
        using var first = await app.SignedInAsync("firstsec");
        var home = await first.FollowAsync(await first.GetAsync("/"));
        Assert.Contains("填报2026年12月整顿月报", home.Text, StringComparison.Ordinal);
        var page = await first.GetPageAsync($"/rectification/reports/{report}");
        Assert.Contains($"{expected.Households}户", page.Text, StringComparison.Ordinal);
        var refused = await first.PageAsync(await page.Type("Days", "21").SubmitAsync("button#prepare"));
        Assert.Contains("请填写本月主要工作，每行一条。", refused.Text, StringComparison.Ordinal);
        page = await first.FollowAsync(await refused.Type("Works", "六单元电梯安装完成\n回访17户").Type("Requests", "请区市场监管局提前验收").Type("Cooperation", "工作组每周到点").SubmitAsync("button#prepare"));
        Assert.Contains("已报社区书记", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find("button#confirm"));

        using var secretary = await app.SignedInAsync("wenming.secretary");
        Assert.Contains("确认并报送2026年12月整顿月报", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        page = await secretary.FollowAsync(await (await secretary.GetPageAsync($"/rectification/reports/{report}")).SubmitAsync("button#confirm"));
        Assert.Contains("待审核", page.Text, StringComparison.Ordinal);

        using var above = await app.SignedInAsync("chunhui.secretary");
        Assert.Contains("份整顿月报待审核", (await above.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var review = await above.GetPageAsync($"/rectification/reports/{report}/review");
        review = await above.PageAsync(await review.Type("Why", "六个单元全部投入使用").SubmitAsync("form#accept"));
        Assert.Contains("请选择本月走向", review.Text, StringComparison.Ordinal);
        await above.FollowAsync(await review.Type("Direction", "Improving").SubmitAsync("form#accept"));
        Assert.Contains("六个单元全部投入使用", (await above.GetPageAsync($"/rectification/{id}")).Find("#months")!.TextContent, StringComparison.Ordinal);

        // What it asked is an item of the one list, answered beside the row and on the case's page.
        var asked = await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.FilingId == report).Select(i => i.Id).SingleAsync());
        var item = await above.GetPageAsync($"/coordination/{asked}");
        Assert.Contains("2026年12月整顿月报", item.Text, StringComparison.Ordinal);
        ((IHtmlTextAreaElement)item.Find("#settle-words")!).Value = "已商定1月5日验收";
        await above.FollowAsync(await item.SubmitAsync("form#settle"));
        Assert.Contains("已商定1月5日验收", (await first.GetPageAsync($"/rectification/reports/{report}")).Text, StringComparison.Ordinal);
        Assert.Contains("已商定1月5日验收", (await above.GetPageAsync($"/rectification/{id}")).Find("#months")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请区城管局协调供水管线迁改", (await first.GetPageAsync($"/rectification/reports/{report}")).Find("#asked-before")!.TextContent, StringComparison.Ordinal);

        // Next year's months are owed once there is a next year; the case's end closes what is left, and the helper's post with it.
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync($"/rectification/{id}")).StatusCode);
        await app.WithDbAsync(async db =>
        {
            var of = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Steps).Include(c => c.Problems).ThenInclude(p => p.Problem).Include(c => c.Helpers).ThenInclude(h => h.Holding).AsSplitQuery().SingleAsync(c => c.Id == id);
            var (by, on) = (db.Lease.Actor = new Actor(1, "测试", "测试"), new DateOnly(2026, 12, 25));
            foreach (var open in of.Problems.Where(p => !p.IsSettled))
            {
                of.Explain(open, "已向居民说明", by, on);
            }

            of.PreAccept("同意报验", by, on);
            of.Apply("申请验收", by, on);
            of.Decide(AcceptanceOutcome.Accepted, "符合销号条件", by, on, on);
            await db.CloseMonthlyReportsAsync(of, by, new DateTime(2026, 12, 26, 2, 0, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });

        Assert.NotEqual(HttpStatusCode.OK, (await first.GetAsync($"/rectification/{id}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await first.GetAsync($"/rectification/reports/{report}")).StatusCode);
        Assert.Empty(await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == community && h.Kind >= PostKind.FirstSecretary && h.Kind <= PostKind.LeaderLiaison && h.To == null).ToListAsync()));
    }
}
