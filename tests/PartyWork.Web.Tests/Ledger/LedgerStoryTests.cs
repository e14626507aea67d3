using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Tests.Reports;

namespace PartyWork.Web.Tests.Ledger;

/// <summary>The book writes itself; the secretary adds little and submits it.</summary>
public sealed class LedgerStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Confirming_a_report_leaves_a_dated_line_with_a_link()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        using var secretary = await app.SignedInAsync("wenming.secretary");
        var (report, ledger) = (await app.FilingAsync("QH01001", 4), await LedgerAsync("QH01001"));
        Assert.DoesNotContain("确认并报送第四季度报告", (await secretary.GetPageAsync(ledger)).Text, StringComparison.Ordinal);
        var form = await clerk.GetPageAsync($"/reports/{report}/fill");
        QuarterStoryTests.FillAll(form);
        await form.SubmitAsync("form#report");
        await (await clerk.GetPageAsync($"/reports/{report}/fill")).SubmitAsync("button[formaction$='Prepare']");

        Assert.Equal(HttpStatusCode.Redirect, (await (await secretary.GetPageAsync($"/reports/{report}/confirm")).SubmitAsync("form#confirm")).StatusCode);

        var line = (await secretary.GetPageAsync(ledger)).All("tr").Single(r => r.TextContent.Contains("确认并报送第四季度报告", StringComparison.Ordinal));
        Assert.Contains("12月18日", line.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/reports/{report}", line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Reviewing_deciding_and_verifying_below_are_told_without_anybody_typing()
    {
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var change = await app.WithDbAsync(async db =>
        {
            var below = await app.OrganizationAsync("QH01001");
            var tasks = db.WorkTasks.Where(t => t.OrganizationId == below && t.Year == 2026 && t.No == 2);
            await tasks.ExecuteUpdateAsync(s => s.SetProperty(t => t.State, Domain.ThreeLists.TaskState.InProgress));
            var task = await tasks.Include(t => t.Changes).SingleAsync();
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            var asked = new Domain.ThreeLists.TaskChange(task, Domain.ThreeLists.TaskChangeKind.Extension, new DateOnly(2026, 12, 30), "", null, "雨雪停工", new Domain.Actor(999, "测试", "测试"), new DateOnly(2026, 12, 17));
            db.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var page = await secretary.GetPageAsync("/lists/changes");
        await page.SubmitAsync($"form:has(input[name='changeId'][value='{change}'])");
        var report = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.QuarterlyReport && f.Stage == Domain.Filings.FilingStage.Submitted && f.Year == 2026 && f.Period == 4 && db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code.StartsWith("QH010"))).Select(f => f.Id).FirstAsync());
        await (await secretary.GetPageAsync($"/reports/{report}")).SubmitAsync("form#accept");

        var book = await secretary.GetPageAsync(await LedgerAsync("QH01"));

        Assert.Contains("批准文明社区任务2延期", book.Text, StringComparison.Ordinal);
        Assert.Matches("审核通过第四季度报告1份：", book.Text);
        Assert.Matches("确认并报送三张清单", book.Text);
    }

    [Fact]
    public async Task What_the_secretary_chaired_stands_in_the_book_and_counts_without_being_written_again()
    {
        var (organization, ledger) = (await app.OrganizationAsync("QH01001"), await LedgerAsync("QH01001"));
        using var secretary = await app.SignedInAsync("orgdept");
        var name = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == organization && h.Kind == PostKind.Secretary && h.To == null).Select(h => h.Person.Name).SingleAsync());
        const string Counts = "/figures/ledger.lecture_count";
        var before = await CountAsync();
        await app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            foreach (var (chair, topic) in new[] { (name, "冬季供暖里的党员责任"), ("别的同志", "不是书记主持的一课") })
            {
                var lecture = new MeetingRecord { OrganizationId = organization, Kind = MeetingKind.Lecture, On = new(2026, 12, 1), Due = 40, Present = 36, Topic = topic, Chair = chair };
                lecture.Enter(new Domain.Actor(1, "测试", "测试"), new(2026, 12, 1));
                db.Add(lecture);
            }

            return await db.SaveChangesAsync();
        });

        var line = (await secretary.GetPageAsync(ledger)).All("tr").Single(r => r.TextContent.Contains("主持党课：冬季供暖里的党员责任，36人参加", StringComparison.Ordinal));

        Assert.StartsWith("/registers/meetings/", line.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("不是书记主持的一课", (await secretary.GetPageAsync(ledger)).Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());

        async Task<int> CountAsync() => int.Parse(System.Text.RegularExpressions.Regex.Match((await secretary.GetPageAsync($"{Counts}?organization={organization}&cutoff=2026-12-18")).Find(".figure-value")!.TextContent, "[0-9]+").Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Signing_the_agreement_opens_the_book_and_is_its_line()
    {
        var (holding, agreement) = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && a.LowerSignature.On != null)
            .Join(db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.To == null), a => new { a.OrganizationId, a.LowerSignature.PersonId }, h => new { h.OrganizationId, h.PersonId }, (a, h) => new { h.Id, Agreement = a.Id })
            .OrderBy(x => x.Agreement).Select(x => ValueTuple.Create(x.Id, x.Agreement)).FirstAsync());
        using var district = await app.SignedInAsync("orgdept");

        var line = (await district.GetPageAsync($"/ledger/{holding}/2026")).All("tr").Single(r => r.TextContent.Contains("签订2026年目标责任书", StringComparison.Ordinal) && r.TextContent.Contains('与', StringComparison.Ordinal) && !r.TextContent.Contains('份', StringComparison.Ordinal));

        Assert.Equal($"/agreements/{agreement}", line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_secretary_adds_changes_and_takes_out_an_entry_and_submits_the_book()
    {
        using var secretary = await app.SignedInAsync("chunhui.secretary");
        var ledger = await LedgerAsync("QH01");
        var page = (await secretary.GetPageAsync(ledger)).Type("Input.Section", "Training").Type("Input.On", "2026-11-01").Type("Input.Text", "参加党校轮训");

        var first = await secretary.FollowAsync(await page.SubmitAsync("form#entry"));
        Assert.Contains("参加党校轮训", first.Text, StringComparison.Ordinal);
        Assert.Contains("补记", first.All("tr").Single(r => r.TextContent.Contains("参加党校轮训", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        var edit = await secretary.GetPageAsync(first.All("a[href*='edit=']").Single(a => a.Closest("li")!.TextContent.Contains("参加党校轮训", StringComparison.Ordinal)).GetAttribute("href")!);
        var changed = await secretary.FollowAsync(await edit.Type("Input.Text", "参加党校轮训五天").SubmitAsync("form#entry"));
        Assert.Contains("参加党校轮训五天", changed.Text, StringComparison.Ordinal);

        var refused = await secretary.PageAsync(await (await secretary.GetPageAsync(ledger)).Type("Input.On", "2027-01-01").Type("Input.Text", "明年的事").SubmitAsync("form#entry"));
        Assert.Contains("日期应在2026年内", refused.Text, StringComparison.Ordinal);
        Assert.Equal("明年的事", refused.Find("[name='Input.Text']")!.TextContent);

        var sent = await secretary.FollowAsync(await changed.SubmitAsync("form#submit"));
        Assert.Contains("第1次报送", sent.Text, StringComparison.Ordinal);
        Assert.Empty(sent.All("form[action*='Remove']"));
        var booklet = await secretary.GetPageAsync($"{ledger}/booklet?version=1");
        Assert.Contains("参加党校轮训五天", booklet.Text, StringComparison.Ordinal);
        Assert.Contains("已定稿", booklet.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{ledger}/booklet?version=9")).StatusCode);
        Assert.True(await app.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Kind == "SecretaryLedger" && e.Act == "报送")));
    }

    [Fact]
    public async Task In_December_it_waits_for_its_holder_and_the_clerk_from_the_years_own_day_until_it_is_submitted()
    {
        using var secretary = await app.SignedInAsync("wangjiang.secretary");
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        await app.WithDbAsync(db => db.Set<Domain.Ledger.LedgerVersion>().Where(v => v.OrganizationId == db.Organizations.Where(o => o.Code == "QH02").Select(o => o.Id).First()).ExecuteDeleteAsync());
        var ledger = await LedgerAsync("QH02");
        await SetDayAsync(19);
        Assert.DoesNotContain("2026年书记台账", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal); // today is the 18th

        await SetDayAsync(18);
        var todo = (await secretary.GetPageAsync("/my")).All("a").Single(a => a.TextContent.Contains("核对并报送2026年书记台账", StringComparison.Ordinal));
        Assert.Equal(ledger, todo.GetAttribute("href"));
        Assert.Contains("协助书记整理2026年书记台账", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        await (await secretary.GetPageAsync(ledger)).SubmitAsync("form#submit");

        Assert.DoesNotContain("2026年书记台账", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026年书记台账", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        await SetDayAsync(1);

        async Task SetDayAsync(int day)
        {
            await app.WithDbAsync(async db =>
            {
                var year = await db.WorkYears.SingleAsync(y => y.Year == 2026);
                db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
                year.ChangeScheme(year.Scheme with { LedgerDay = day });
                return await db.SaveChangesAsync();
            });
            await app.MoveWorkAsync();
        }
    }

    [Fact]
    public async Task The_superior_reads_it_and_nobody_else_writes_in_it()
    {
        var ledger = await LedgerAsync("QH01001");
        foreach (var (account, status) in new[] { ("chunhui.secretary", HttpStatusCode.OK), ("orgdept", HttpStatusCode.OK), ("wenming.officer", HttpStatusCode.OK), ("wangjiang.officer", HttpStatusCode.NotFound), ("auditor", HttpStatusCode.Forbidden) })
        {
            using var client = await app.SignedInAsync(account);
            var page = await client.GetPageAsync(ledger);
            Assert.Equal((account, status), (account, page.Status));
            Assert.Null(page.Find("form#entry"));
            Assert.Equal((account, status), (account, (await client.GetAsync($"{ledger}/booklet")).StatusCode));
        }
    }

    [Fact]
    public async Task A_former_secretarys_book_stays_with_person_and_organisation()
    {
        var (former, organization) = await app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Domain.Actor(1, "测试", "测试");
            var holding = await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).Where(h => h.Kind == PostKind.Secretary && h.To == null && h.Organization.Code.StartsWith("QH03")
                && db.FilingActs.Any(a => a.PersonId == h.PersonId && a.OrganizationId == h.OrganizationId && a.Kind == Domain.Filings.FilingActKind.Confirm && db.Filings.Any(f => f.Id == a.FilingId && f.Year == 2026 && f.Period == 1))).OrderBy(h => h.Id).FirstAsync();
            holding.End(new DateOnly(2026, 12, 10));
            db.Add(new PostHolding(new Person("新书记", ""), holding.Organization, PostKind.Secretary, holding.Title, new DateOnly(2026, 12, 11)));
            await db.SaveChangesAsync();
            return ((holding.Id, holding.Person.Name), holding.Organization.Code);
        });
        using var district = await app.SignedInAsync("orgdept");

        var list = await district.GetPageAsync($"/ledger?Words={organization}");
        var old = await district.GetPageAsync($"/ledger/{former.Id}/2026");
        var fresh = await district.GetPageAsync(await LedgerAsync(organization));

        Assert.Contains($"{former.Name}", list.Text, StringComparison.Ordinal);
        Assert.Contains("2026-12-10离任", list.Text, StringComparison.Ordinal);
        Assert.Contains("新书记", list.Text, StringComparison.Ordinal);
        Assert.Contains("确认并报送第一季度报告", old.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("确认并报送第一季度报告", fresh.Text, StringComparison.Ordinal);
        Assert.Contains("未开立", fresh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_opens_the_organisations_that_it_counts()
    {
        using var district = await app.SignedInAsync("orgdept");
        var page = await district.GetPageAsync("/ledger");
        var figures = page.All("a[href*='Of=']");
        Assert.InRange(figures.Count, 6, 8);
        foreach (var figure in figures)
        {
            var list = await district.GetPageAsync("/ledger" + figure.GetAttribute("href"));
            Assert.Contains($"共{figure.TextContent}条", list.Find("nav.pager")!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task<string> LedgerAsync(string code)
    {
        var organization = await app.OrganizationAsync(code);
        return $"/ledger/{await app.WithDbAsync(db => db.PostHoldings.Where(h => h.OrganizationId == organization && h.Kind == PostKind.Secretary && h.To == null).Select(h => h.Id).SingleAsync())}/2026";
    }
}
