using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Rectification;

/// <summary>What is recorded in a rectification, by the forms on its pages: from a door to the answer, money, things, leaders' visits, notes.</summary>
public sealed class CaseRecordStoryTests : IAsyncDisposable
{
    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // 手机登记

    [Fact]
    public async Task A_household_after_the_other_is_written_down_and_the_building_stays()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        var before = await _app.WithDbAsync(db => db.CaseVisits.CountAsync());

        var page = await helper.GetPageAsync($"/rectification/{id}/record");
        Assert.Equal("2026-12-18", page.Find("#On")!.GetAttribute("value"));
        page = await helper.FollowAsync(await page.Type("Building", "21栋").Type("HouseholdNo", "1-302").Type("Said", "单元门禁坏了一周。").Type("Category", "Facilities").SubmitAsync("form#record"));

        Assert.Contains("已登记21栋1-302，意见编为第", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("21栋", page.Find("#Building")!.GetAttribute("value"));
        Assert.Contains("今天已登记 1 户", page.Find("#entered")!.TextContent, StringComparison.Ordinal);
        page = await helper.FollowAsync(await page.Type("HouseholdNo", "1-303").SubmitAsync("form#record"));
        Assert.Contains("今天已登记 2 户，发卡 2 张", page.Find("#entered")!.TextContent, StringComparison.Ordinal);
        var (visits, opinion) = await _app.WithDbAsync(async db => (await db.CaseVisits.CountAsync(), await db.ResidentOpinions.Where(o => o.CaseId == id).OrderByDescending(o => o.No).Select(o => new { o.Content, o.Source, HasVisit = o.VisitId != null }).FirstAsync()));
        Assert.Equal((before + 2, "单元门禁坏了一周。", OpinionSource.Visit, true), (visits, opinion.Content, opinion.Source, opinion.HasVisit));
    }

    [Theory]
    [InlineData("record", "Building", "22栋")]
    [InlineData("record/fund", "Input.Amount", "100")]
    [InlineData("record/thing", "Input.Name", "修路灯")]
    [InlineData("opinions/new", "Said", "请修路灯。")]
    public async Task A_form_that_is_sent_twice_is_saved_once(string at, string field, string value)
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        var page = Filled(await helper.GetPageAsync($"/rectification/{id}/{at}"), at).Type(field, value);

        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync("form#record")).StatusCode);
        var count = await CountAsync();
        var second = await helper.FollowAsync(await page.SubmitAsync("form#record"));

        Assert.Contains("没有重复登记", second.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(count, await CountAsync());

        Task<int> CountAsync() => _app.WithDbAsync(async db => await db.CaseVisits.CountAsync() + await db.RectificationFunds.CountAsync() + await db.PracticalThings.CountAsync() + await db.ResidentOpinions.CountAsync());
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_everything_typed_stays()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");

        var again = await helper.PageAsync(await (await helper.GetPageAsync($"/rectification/{id}/record")).Type("Building", "21栋").Type("HouseholdNo", "1-302").Type("Households", "3").Type("Said", "灯坏了").SubmitAsync("form#record"));

        Assert.Contains("走访户数应为1", again.Text, StringComparison.Ordinal);
        Assert.Equal(("3", "灯坏了"), (again.Find("#Households")!.GetAttribute("value"), again.Find("#Said")!.TextContent.Trim()));
    }

    [Fact]
    public async Task Helpers_record_in_their_own_community_only_and_readers_do_not_record()
    {
        var (own, other) = (await CaseAsync(), await CaseAsync("QH02007"));
        using var helper = await _app.SignedInAsync("firstsec");
        using var staff = await _app.SignedInAsync("orgdept");
        using var neighbour = await _app.SignedInAsync("wangjiang.officer");

        Assert.Equal(HttpStatusCode.OK, (await helper.GetAsync($"/rectification/{own}/record")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync($"/rectification/{other}/record")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync($"/rectification/{own}/record")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync($"/rectification/{other}/record")).StatusCode); // the committee of that one
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/rectification/{own}/visits")).StatusCode);
    }

    [Fact]
    public async Task Household_numbers_are_for_those_who_go_there_and_never_leave()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        await (await helper.GetPageAsync($"/rectification/{id}/record")).Type("Building", "21栋").Type("HouseholdNo", "9-909").SubmitAsync("form#record");
        var visit = await _app.WithDbAsync(db => db.CaseVisits.Where(v => v.HouseholdNo == "9-909").Select(v => v.Id).SingleAsync());

        foreach (var (account, sees) in new[] { ("wenming.officer", true), ("chunhui.officer", true), ("chunhui.secretary", false), ("orgdept", false) })
        {
            using var client = await _app.SignedInAsync(account);
            foreach (var at in new[] { "visits", $"visits/{visit}" })
            {
                var page = await client.GetPageAsync($"/rectification/{id}/{at}");
                Assert.Equal(sees, page.Document.Body!.InnerHtml.Contains("9-909", StringComparison.Ordinal));
                Assert.Contains("21栋", page.Text, StringComparison.Ordinal);
            }

            var file = SheetReader.Read(new MemoryStream(await client.GetByteArrayAsync($"/rectification/{id}/visits?handler=Export")), "走访.xlsx");
            Assert.DoesNotContain(file.SelectMany(s => s.Rows).SelectMany(r => r.Cells), c => c.Contains("9-909", StringComparison.Ordinal));
        }

        Assert.False(await _app.WithDbAsync(db => db.AuditEntries.AnyAsync(e => e.Changes.Contains("9-909"))));
    }

    // 意见

    [Fact]
    public async Task An_opinion_is_assigned_handled_answered_and_closed_on_the_board()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        await (await helper.GetPageAsync($"/rectification/{id}/opinions/new")).Type("Source", "Hotline").Type("Category", "Parking").Type("Said", "充电桩跳闸。").SubmitAsync("form#record");
        var no = await _app.WithDbAsync(db => db.ResidentOpinions.Where(o => o.Content == "充电桩跳闸。").Select(o => o.No).SingleAsync());
        var at = $"/rectification/{id}/opinions/{no}";

        await (await helper.GetPageAsync(at)).Type("Handler", "网格员李梅").Type("DueOn", "2026-12-25").SubmitAsync("form#assign");
        Assert.Contains("充电桩跳闸", Column(await helper.GetPageAsync($"/rectification/{id}/opinions?Words=跳闸"), "解决问题"), StringComparison.Ordinal);
        await (await helper.GetPageAsync(at)).Type("Result", "已换空气开关。").SubmitAsync("form#handle");
        var refused = await helper.PageAsync(await (await helper.GetPageAsync(at)).Type("Whom", "3栋王师傅").Type("Way", "Telephone").Type("Satisfied", "false").SubmitAsync("form#feedback"));
        Assert.Contains("请写明原因", refused.Text, StringComparison.Ordinal);
        await refused.Type("Complaint", "晚上又跳了。").SubmitAsync("form#feedback");
        Assert.Contains("重新办理1次", (await helper.GetPageAsync($"/rectification/{id}/opinions?Words=跳闸")).Text, StringComparison.Ordinal);
        await (await helper.GetPageAsync(at)).Type("Result", "已分路接线。").SubmitAsync("form#handle");
        var closed = await helper.FollowAsync(await (await helper.GetPageAsync(at)).Type("Whom", "3栋王师傅").Type("Way", "Door").Type("Satisfied", "true").SubmitAsync("form#feedback"));

        Assert.Contains("居民满意，已办结", closed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("晚上又跳了", closed.Text, StringComparison.Ordinal);
        Assert.Contains("充电桩跳闸", Column(await helper.GetPageAsync($"/rectification/{id}/opinions?Words=跳闸"), "办结反馈"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_says_the_same_is_merged_and_carried_and_what_cannot_be_done_is_explained()
    {
        var id = await CaseAsync();
        using var officer = await _app.SignedInAsync("wenming.officer");
        var numbers = new List<int>();
        foreach (var content in new[] { "楼顶漏雨，请修。", "顶楼渗水。" })
        {
            await (await officer.GetPageAsync($"/rectification/{id}/opinions/new")).Type("Source", "Grid").Type("Category", "Facilities").Type("Said", content).SubmitAsync("form#record");
            numbers.Add(await _app.WithDbAsync(db => db.ResidentOpinions.Where(o => o.Content == content).Select(o => o.No).SingleAsync()));
        }

        await (await officer.GetPageAsync($"/rectification/{id}/opinions/{numbers[1]}")).Type("Into", $"{numbers[0]}").SubmitAsync("form#merge");
        var first = await officer.GetPageAsync($"/rectification/{id}/opinions/{numbers[0]}");
        Assert.Contains("共2件", first.Text, StringComparison.Ordinal);
        Assert.Contains("顶楼渗水", first.Text, StringComparison.Ordinal);
        var form = first.Find("form#explain")!;
        Assert.NotNull(form.QuerySelector("[name='Whom']"));
        var told = await officer.FollowAsync(await first.Type("Whom", "顶楼两户").Type("Way", "Door").SubmitAsync("form#explain"));
        Assert.Contains("请填写不能办理的理由", told.Text, StringComparison.Ordinal);
    }

    // 资金、实事

    [Fact]
    public async Task A_promise_is_no_money_and_no_more_is_spent_than_has_arrived()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        var before = await ArrivedAsync();
        await Filled(await helper.GetPageAsync($"/rectification/{id}/record/fund"), "record/fund").Type("Input.Amount", "5000").Type("Input.ArrivedOn", "").SubmitAsync("form#record");
        Assert.Equal(before, await ArrivedAsync());
        var fund = await _app.WithDbAsync(db => db.RectificationFunds.OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
        var at = $"/rectification/{id}/funds/{fund}";
        Assert.Null((await helper.GetPageAsync(at)).Find("form#spend"));

        await (await helper.GetPageAsync(at)).Type("Input.ArrivedOn", "2026-12-10").SubmitAsync("form#change");
        Assert.Equal(before + 500_000, await ArrivedAsync());
        var refused = await helper.PageAsync(await (await helper.GetPageAsync(at)).Type("Spent", "5000.01").Type("Use", "灯具").Type("VoucherNo", "记1").SubmitAsync("form#spend"));
        Assert.Contains("超过这笔资金的余额", refused.Text, StringComparison.Ordinal);
        var spent = await helper.FollowAsync(await refused.Type("Spent", "4,800.5").SubmitAsync("form#spend"));
        Assert.Contains("结余199.5元", spent.Text, StringComparison.Ordinal);

        async Task<long> ArrivedAsync() => (await _app.WithDbAsync(db => db.TotalsAsync(id)))[id].FundsFen;
    }

    [Fact]
    public async Task A_practical_thing_is_done_confirmed_by_a_resident_and_published()
    {
        var id = await CaseAsync();
        using var helper = await _app.SignedInAsync("firstsec");
        await Filled(await helper.GetPageAsync($"/rectification/{id}/record/thing"), "record/thing").Type("Input.Name", "院内路灯").SubmitAsync("form#record");
        var at = $"/rectification/{id}/things/{await _app.WithDbAsync(db => db.PracticalThings.OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync())}";

        await (await helper.GetPageAsync(at)).SubmitAsync("form#finish");
        await (await helper.GetPageAsync(at)).Type("Representative", "王桂芬").SubmitAsync("form#confirm");
        var page = await helper.FollowAsync(await (await helper.GetPageAsync(at)).SubmitAsync("form#publish"));

        Assert.Contains("王桂芬　2026-12-18确认", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("form#change"));
        var withdrawn = await helper.FollowAsync(await page.Type("Reason", "重复登记").SubmitAsync("form#withdraw"));
        Assert.Contains("已于2026-12-18", withdrawn.Text, StringComparison.Ordinal);
    }

    // 区领导、督查单

    [Fact]
    public async Task A_quarter_without_a_leader_s_visit_is_not_yet_arranged_and_nobody_is_late()
    {
        var id = await CaseAsync();
        await _app.WithDbAsync(db => db.LeaderVisits.Where(v => v.CaseId == id && v.On >= new DateOnly(2026, 10, 1)).ExecuteUpdateAsync(s => s.SetProperty(v => v.WithdrawnOn, new DateOnly(2026, 12, 1)).SetProperty(v => v.WithdrawReason, "重复")));
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/rectification/{id}/leader-visits");
        var row = page.All("td").Single(d => d.TextContent.Trim() == "本季尚未安排");
        Assert.Empty(row.ParentElement!.QuerySelectorAll(".late, .dot"));

        var entry = await staff.GetPageAsync($"/rectification/{id}/leader-visits/entry");
        var told = await staff.FollowAsync(await entry.Type("Leader", "赵立群").Type("Matter", "看电梯").SubmitAsync("form#entry"));

        Assert.Contains("看电梯", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("本季尚未安排", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_inspectors_found_stands_in_the_community_s_list_until_it_is_closed()
    {
        var id = await CaseAsync();
        using var inspector = await _app.SignedInAsync("inspector");
        await (await inspector.GetPageAsync($"/rectification/{id}/notes")).Type("Group", "第一督查组").Type("Manner", "Unannounced").Type("Inspected", "暗访两个楼院").Type("Found", "公开栏没有更新\n\n楼道堆物").Type("DueOn", "2026-12-30").SubmitAsync("form#entry");
        var (note, problems) = await _app.WithDbAsync(async db => (await db.SupervisionNotes.OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync(), await db.SupervisionProblems.OrderByDescending(p => p.Id).Take(2).Select(p => p.Problem).OrderBy(p => p.No).ToListAsync()));
        Assert.Equal(["公开栏没有更新", "楼道堆物"], problems.Select(p => p.Statement));
        Assert.All(problems, p => Assert.Equal((ProblemSource.Inspection, ProblemState.Rectifying), (p.Source, p.State)));
        Assert.Equal(problems[0].No + 1, problems[1].No);

        Assert.Null((await inspector.GetPageAsync($"/rectification/{id}/notes/{note}")).Find("form#confirm"));
        using var secretary = await _app.SignedInAsync("wenming.secretary");
        var confirmed = await secretary.FollowAsync(await (await secretary.GetPageAsync($"/rectification/{id}/notes/{note}")).SubmitAsync("form#confirm"));
        Assert.Contains("整改中", confirmed.Find("h1")!.TextContent, StringComparison.Ordinal);
        var row = await secretary.GetPageAsync(confirmed.Find("td a[href*='/problems/']")!.GetAttribute("href")!);
        Assert.NotNull(row.Find("form#arrange"));

        var ids = problems.Select(p => p.Id).ToArray();
        await _app.WithDbAsync(db => db.Problems.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ProblemState.Closed)));
        Assert.Contains("已办结", (await secretary.GetPageAsync($"/rectification/{id}/notes/{note}")).Find("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_carries_a_photo_that_the_community_reads_and_nobody_else_attaches()
    {
        var id = await CaseAsync();
        using var inspector = await _app.SignedInAsync("inspector");
        await (await inspector.GetPageAsync($"/rectification/{id}/notes")).Type("Group", "第一督查组").Type("Manner", "Unannounced").Type("Inspected", "暗访两个楼院").SubmitAsync("form#entry");
        var note = await _app.WithDbAsync(db => db.SupervisionNotes.OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync());

        var page = await inspector.GetPageAsync($"/rectification/{id}/notes/{note}");
        var attach = await inspector.GetPageAsync(page.Find("a[href*='/evidence/attach/note/']")!.GetAttribute("href")!);
        var back = await inspector.FollowAsync(await attach.Type("Input.Title", "楼道堆物现场").Type("Input.On", "2026-12-18").Type("Input.DocumentNo", "督查现场第3号").SubmitAsync("form#add"));
        Assert.Contains("楼道堆物现场", back.Find(".evidence")!.TextContent, StringComparison.Ordinal);

        using var secretary = await _app.SignedInAsync("wenming.secretary");
        var read = await secretary.GetPageAsync($"/rectification/{id}/notes/{note}");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(read.Find(".evidence a")!.GetAttribute("href"))).StatusCode);
        Assert.Null(read.Find("a[href*='/evidence/attach/note/']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync($"/evidence/attach/note/{note}")).StatusCode);
    }

    [Fact]
    public async Task Lists_are_narrowed_by_what_is_asked_for()
    {
        var id = await CaseAsync();
        using var staff = await _app.SignedInAsync("orgdept");
        foreach (var (at, filter, says) in new[] { ("funds", "HasArrived=true", "已到账"), ("leader-visits", "OfYear=2026", ""), ("notes", "Way=Telephone", "") })
        {
            var all = (await staff.GetPageAsync($"/rectification/{id}/{at}")).All("tbody tr").Count;
            Assert.True((await staff.GetPageAsync($"/rectification/{id}/{at}?{filter}")).All("tbody tr").Count <= all, says);
            Assert.Contains("请放宽条件再查", (await staff.GetPageAsync($"/rectification/{id}/{at}?{filter}&Words=没有这个词")).Text, StringComparison.Ordinal);
        }
    }

    // 导入

    [Fact]
    public async Task A_list_comes_in_whole_or_not_at_all_and_says_which_row_is_wrong()
    {
        var id = await CaseAsync();
        using var officer = await _app.SignedInAsync("wenming.officer");
        var known = await _app.WithDbAsync(db => db.CaseVisits.Where(v => v.CaseId == id && v.HouseholdNo != "").OrderBy(v => v.Id).Select(v => new { v.On, v.Building, v.HouseholdNo }).FirstAsync());
        var before = await _app.WithDbAsync(db => db.CaseVisits.CountAsync());
        const string Head = "走访日期*,走访人*,楼栋*,户号,户数,发放服务卡,反映事项,意见类别\n";
        var wrong = Head + $"2026-12-17,李梅,30栋,1-101,1,1,,\n,李梅,30栋,1-102,1,1,,\n2026-12-17,李梅,30栋,1-101,1,1,,\n2026-13-40,李梅,30栋,1-103,1,1,,\n{known.On:yyyy-MM-dd},李梅,{known.Building},{known.HouseholdNo},1,1,,\n2026-12-17,李梅,30栋,1-104,1,1,灯坏了,路灯\n2026-12-19,李梅,30栋,1-105,1,1,,";

        var preview = await UploadAsync(officer, id, wrong);

        string[] said = ["第3行“走访日期*”没有填写", "第4行“户号”", "与第2行是同一天的同一户", "第5行“走访日期*”填写的是“2026-13-40”", "第6行“户号”", "已经登记过", "第7行“意见类别”填写的是“路灯”", "第8行：走访日期", "还没有到"];
        Assert.All(said, s => Assert.Contains(s, preview.Text, StringComparison.Ordinal));
        Assert.Null(preview.Find("form#apply"));
        Assert.Equal(before, await _app.WithDbAsync(db => db.CaseVisits.CountAsync()));

        preview = await UploadAsync(officer, id, Head + $"2026-12-17,李梅,30栋,1-101,1,1,楼道灯坏了,设施改造\n2026-12-17,李梅,30栋,,6,6,,\n2026-12-17,李梅,{known.Building},{known.HouseholdNo},1,0,,");
        Assert.Contains("走访过，户数只计一次", preview.Text, StringComparison.Ordinal);
        var households = (await _app.WithDbAsync(db => db.TotalsAsync(id)))[id].Households;
        await preview.SubmitAsync("form#apply");
        Assert.Equal((before + 3, households + 7), (await _app.WithDbAsync(db => db.CaseVisits.CountAsync()), (await _app.WithDbAsync(db => db.TotalsAsync(id)))[id].Households));
        Assert.True(await _app.WithDbAsync(db => db.ResidentOpinions.AnyAsync(o => o.Content == "楼道灯坏了" && o.VisitId != null)));
    }

    [Fact]
    public async Task The_template_comes_back_as_a_list_of_visits()
    {
        var id = await CaseAsync();
        using var officer = await _app.SignedInAsync("wenming.officer");

        var sheet = Assert.Single(SheetReader.Read(new MemoryStream(await officer.GetByteArrayAsync($"/rectification/{id}/visits/import?handler=Template")), "模板.xlsx"));

        Assert.Contains(sheet.Rows, r => r.Cells.Contains("走访日期*") && r.Cells.Contains("户号"));
    }

    // 合计、结束

    [Fact]
    public async Task Totals_are_what_the_records_come_to_in_one_command()
    {
        var ids = await _app.WithDbAsync(db => db.RectificationCases.Select(c => c.Id).ToArrayAsync());
        _app.Sql.Reset();
        var totals = await _app.WithDbAsync(db => db.TotalsAsync(ids));
        Assert.Single(_app.Sql.Commands);
        foreach (var id in totals.Keys)
        {
            var (visits, opinions, funds, spent, things) = await _app.WithDbAsync(async db => (await db.CaseVisits.Where(v => v.CaseId == id).ToListAsync(), await db.ResidentOpinions.Where(o => o.CaseId == id).ToListAsync(),
                await db.RectificationFunds.Where(f => f.CaseId == id).ToListAsync(), await db.FundSpendings.Where(s => s.CaseId == id && s.WithdrawnOn == null).SumAsync(s => s.AmountFen), await db.PracticalThings.Where(t => t.CaseId == id && t.WithdrawnOn == null).ToListAsync()));
            var t = totals[id];
            Assert.Equal((visits.Count(v => !v.IsWithdrawn), CaseVisit.DistinctHouseholds(visits), visits.Where(v => !v.IsWithdrawn).Sum(v => v.Cards)), (t.Visits, t.Households, t.Cards));
            Assert.Equal((opinions.Count, opinions.Count(o => o.IsOpen), opinions.Count), (t.OpinionsHeard, t.OpinionsOpen, opinions.Where(o => o.State is not OpinionState.Merged).Sum(o => o.Count)));
            Assert.Equal((funds.Sum(f => f.ArrivedFen), spent), (t.FundsFen, t.SpentFen));
            Assert.Equal((things.Count(x => x.DoneOn is not null), things.Count(x => x.DoneOn is null)), (t.ThingsDone, t.ThingsOpen));
        }

        Assert.NotEmpty(totals);
    }

    [Fact]
    public async Task After_the_end_nothing_is_recorded_but_opinions_are_still_answered()
    {
        var id = await CaseAsync();
        using var officer = await _app.SignedInAsync("wenming.officer");
        var form = (await officer.GetPageAsync($"/rectification/{id}/record")).Type("Building", "21栋");
        var open = await _app.WithDbAsync(db => db.ResidentOpinions.Where(o => o.CaseId == id && o.State == OpinionState.Recorded).Select(o => o.No).FirstAsync());
        await _app.WithDbAsync(db => db.RectificationCases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndedOn, new DateOnly(2026, 12, 17))));

        var refused = await officer.PageAsync(await form.SubmitAsync("form#record"));

        Assert.Contains("已于2026-12-17结束", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Find("form#record button"));
        var told = await officer.FollowAsync(await (await officer.GetPageAsync($"/rectification/{id}/opinions/{open}")).Type("Result", "已办好。").SubmitAsync("form#handle"));
        Assert.Contains("请向居民反馈", told.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_keep_their_budgets()
    {
        var id = await CaseAsync();
        var (visit, fund, thing) = await _app.WithDbAsync(async db => (await db.CaseVisits.Where(v => v.CaseId == id).Select(v => v.Id).FirstAsync(), await db.RectificationFunds.Where(f => f.CaseId == id).Select(f => f.Id).FirstAsync(), await db.PracticalThings.Where(t => t.CaseId == id).Select(t => t.Id).FirstAsync()));
        using var officer = await _app.SignedInAsync("wenming.officer");
        foreach (var (at, budget) in new[] { ("visits", 3), ("opinions", 3), ("opinions?Step=Answer&P=2", 3), ("funds", 3), ("things", 3), ("leader-visits", 3), ("leader-visits?Words=电梯&OfYear=2026", 3), ("notes", 3), ("notes?Way=Telephone&State=Closed", 3), ("funds?HasArrived=true&Source=Finance", 3), ("record", 4), ($"visits/{visit}", 4), ("opinions/1", 4), ($"funds/{fund}", 4), ($"things/{thing}", 4) })
        {
            (await officer.GetAsync($"/rectification/{id}/{at}")).EnsureSuccessStatusCode();
            _app.Sql.Reset();
            (await officer.GetAsync($"/rectification/{id}/{at}")).EnsureSuccessStatusCode();
            var commands = _app.Sql.Commands.Where(c => !c.Contains("DataProtectionKeys", StringComparison.Ordinal)).Skip(1).ToList(); // the rights
            Assert.True(commands.Count <= budget, $"{at}: {commands.Count}\n{string.Join('\n', commands)}");
        }
    }

    private static string Column(Page page, string word) => page.All(".board section").Single(s => s.GetAttribute("aria-label") == word).TextContent;

    private static Page Filled(Page page, string at) => at switch
    {
        "record/fund" => page.Type("Input.Source", "SupportUnit").Type("Input.Giver", "区住建局").Type("Input.Purpose", "路灯"),
        "record/thing" => page.Type("Input.Category", "Facilities").Type("Input.Households", "40"),
        "opinions/new" => page.Type("Source", "Grid").Type("Category", "Other"),
        _ => page,
    };

    private static async Task<Page> UploadAsync(HttpClient client, int id, string csv)
    {
        var page = await client.GetPageAsync($"/rectification/{id}/visits/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Find("form#upload input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "workbook", "走访名单.csv" },
        };
        return await client.FollowAsync(await client.PostAsync($"/rectification/{id}/visits/import?handler=Upload", form));
    }

    /// <summary>The community's case that goes on.</summary>
    private Task<int> CaseAsync(string code = "QH01001") => _app.WithDbAsync(db => db.RectificationCases.Where(c => c.EndedOn == null && db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == code)).Select(c => c.Id).SingleAsync());
}
