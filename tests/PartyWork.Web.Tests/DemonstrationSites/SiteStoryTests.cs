using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.DemonstrationSites;

/// <summary>申报 → 推荐 → 审核 → 查看 → 公示 → 确定 → 一点一策, submitted by the forms that are on the pages, in the spring of the year after the demo's.</summary>
public sealed class SiteStoryTests(App app) : IClassFixture<App>
{
    private static readonly TimeSpan Winter = TimeSpan.FromDays(77); // from 18 December to 5 March

    private static string Sentence(Page page) => page.Find(".validation-summary-errors")?.TextContent ?? "";

    [Fact]
    public async Task A_site_is_declared_recommended_visited_shown_to_the_public_confirmed_and_planned()
    {
        app.Clock.Advance(Winter);
        var (wenming, sister) = (await app.OrganizationAsync("QH01001"), await app.OrganizationAsync("QH01005"));
        await app.WithDbAsync(async db =>
        {
            await db.RectificationCases.Where(c => c.OrganizationId == wenming).ExecuteUpdateAsync(s => s.SetProperty(c => c.ListedOn, (DateOnly?)null)); // the demo has it put right
            db.Add(new WorkYear(2027, new Scheme(), "无变化"));
            return await db.SaveChangesAsync();
        });

        // Without its basis nothing is published; what was typed stays.
        using (var staff = await app.SignedInAsync("orgdept"))
        {
            var form = await staff.GetPageAsync("/demonstration-sites/programme?year=2027");
            Assert.Equal("2027年党建示范点创建方案", form.Find("#Input_Name")!.GetAttribute("value"));
            form.Type("Input.Community", "3").Type("Input.DeclareFrom", "2027-03-05").Type("Input.DeclareUntil", "2027-03-25");
            var refused = await staff.PageAsync(await form.SubmitAsync("button#publish"));
            Assert.Contains("部门不能自行开展", Sentence(refused), StringComparison.Ordinal);
            Assert.Equal("3", refused.Find("#Input_Community")!.GetAttribute("value"));
            refused.Type("Input.BasisDocument", "青发〔2027〕9号").Type("Input.ApprovedOn", "2027-03-01");
            Assert.Contains("方案已发布", (await staff.FollowAsync(await refused.SubmitAsync("button#publish"))).Document.Body!.TextContent, StringComparison.Ordinal);
        }

        // The committee may ask; the organisation fills, its secretary confirms, with what the records say beside it.
        using var committee = await app.SignedInAsync("chunhui.secretary");
        var asking = await committee.GetPageAsync("/demonstration-sites?year=2027");
        asking.Type("organization", $"{wenming}");
        Assert.Contains("已请文明社区申报", (await committee.FollowAsync(await asking.SubmitAsync("form#ask"))).Document.Body!.TextContent, StringComparison.Ordinal);
        using var secretary = await app.SignedInAsync("wenming.secretary");
        Assert.Contains("填报2027年示范点申报", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var filing = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.SiteDeclaration && f.OrganizationId == wenming && f.Year == 2027).Select(f => f.Id).SingleAsync());
        var at = $"/demonstration-sites/declarations/{filing}";
        var declaration = await secretary.GetPageAsync(at);
        Assert.Contains("书记在岗：许豪华", declaration.Find("#eligibility")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不在后进社区整顿中", declaration.Find("#eligibility")!.TextContent, StringComparison.Ordinal);
        declaration.Type("Input.Theme", "十分钟服务圈").Type("Input.Practices[0]", "把居民的事列成清单，由党员认领");
        var incomplete = await secretary.PageAsync(await declaration.SubmitAsync("button#confirm"));
        Assert.Contains("请选择创建类型", Sentence(incomplete), StringComparison.Ordinal);
        Assert.Equal("十分钟服务圈", incomplete.Find("#theme")!.GetAttribute("value"));
        incomplete.Type("Input.Type", "服务型");
        for (var i = 0; i < SiteDeclaration.Conditions.Count; i++)
        {
            incomplete.Type($"Input.Holds[{i}]", "true");
        }

        var confirmed = await secretary.FollowAsync(await incomplete.SubmitAsync("button#confirm"));
        Assert.Contains("待推荐", confirmed.Text, StringComparison.Ordinal);
        Assert.Null(confirmed.Find("form#endorse"));
        using (var neighbour = await app.SignedInAsync("wangjiang.secretary"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(at)).StatusCode);
        }

        // Recommended with an opinion by the committee, not by the one who confirmed it.
        Assert.Contains("个示范点申报待推荐", (await committee.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var review = await committee.GetPageAsync(at);
        Assert.Contains("党（工）委已推荐0个，限额4个", review.Find("#eligibility")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请填写党（工）委意见", Sentence(await committee.PageAsync(await review.SubmitAsync("form#endorse"))), StringComparison.Ordinal);
        var version = await ProgrammeVersionAsync();
        var endorsed = await committee.FollowAsync(await review.Type("Opinion", "同意推荐").SubmitAsync("form#endorse"));
        Assert.Contains("已推荐", endorsed.Text, StringComparison.Ordinal);
        Assert.True(await ProgrammeVersionAsync() > version); // of two who recommend at once within one quota, one is told so
        using (var word = WordprocessingDocument.Open(new MemoryStream(await secretary.GetByteArrayAsync(at + "?handler=Word")), false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(word));
            Assert.Contains("十分钟服务圈", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }

        var site = await app.WithDbAsync(db => db.DemonstrationSites.Where(s => s.FilingId == filing).Select(s => s.Id).SingleAsync());
        var selection = $"/demonstration-sites/{site}/selection";
        Assert.Equal(HttpStatusCode.Forbidden, (await committee.GetAsync(selection)).StatusCode);
        using (var staff = await app.SignedInAsync("orgdept"))
        {
            Assert.Contains("待审核资料", (await staff.GetPageAsync("/demonstration-sites?year=2027&Waiting=true")).Find("#sites")!.TextContent, StringComparison.Ordinal);
            var reviewed = await staff.FollowAsync(await (await staff.GetPageAsync(selection)).Type("Words", "资料齐全").SubmitAsync("form#review"));
            reviewed.Type("People", "韩志远");
            foreach (var mark in reviewed.All("input[name^='Marks']").Select(m => m.GetAttribute("name")!))
            {
                reviewed.Type(mark, "4");
            }

            var alone = await staff.PageAsync(await reviewed.SubmitAsync("form#visit"));
            Assert.Contains("不少于2人", Sentence(alone), StringComparison.Ordinal);
            var visited = await staff.FollowAsync(await alone.Type("People", "韩志远、苏文静").SubmitAsync("form#visit"));
            Assert.Contains("现场得分80", visited.Text, StringComparison.Ordinal);
            var shortlisted = await staff.FollowAsync(await visited.SubmitAsync("form#shortlist"));
            var notified = await staff.FollowAsync(await shortlisted.Type("Words", "区政务网").SubmitAsync("form#notify"));
            Assert.Null(notified.Find("form#confirm"));
            notified.Type("People", "匿名");
            notified.Find("#said")!.TextContent = "平时锁门";
            var objected = await staff.FollowAsync(await notified.SubmitAsync("form#object"));
            Assert.Contains("异议1", objected.Text, StringComparison.Ordinal);
        }

        // Six days later the notice is over; the objection is decided first, and fewer are confirmed than were declared.
        app.Clock.Advance(TimeSpan.FromDays(6));
        using (var staff = await app.SignedInAsync("orgdept"))
        {
            var open = await staff.GetPageAsync(selection);
            Assert.Contains("还有异议没有核实", open.Text, StringComparison.Ordinal);
            open.Find("#found1")!.TextContent = "实地核实三次，均按时开放";
            var settled = await staff.FollowAsync(await open.SubmitAsync("form#settle1 button[value='false']"));
            settled.Find("#meeting")!.SetAttribute("value", "青组部纪〔2027〕8号");
            var only = await staff.PageAsync(await settled.SubmitAsync("form#confirm"));
            Assert.Contains("确定数应少于申报数", Sentence(only), StringComparison.Ordinal);
            await AnotherAsync(sister);
            var again = await staff.GetPageAsync(selection);
            again.Find("#meeting")!.SetAttribute("value", "青组部纪〔2027〕8号");
            var decided = await staff.FollowAsync(await again.SubmitAsync("form#confirm"));
            Assert.Contains("已确定", decided.Text, StringComparison.Ordinal);
        }

        // 一点一策: its measure is a task of the list, shown in both places.
        using var planner = await app.SignedInAsync("wenming.secretary");
        Assert.Contains("编制示范点一点一策", (await planner.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var plan = await planner.GetPageAsync($"/demonstration-sites/{site}/plan");
        plan = await planner.FollowAsync(await plan.Type("Weaknesses", "服务半径偏大").Type("Leader", "叶超").Type("Guide", "韩志远").SubmitAsync("form#plan"));
        var offered = plan.Find("#LeaderChosen option:nth-child(2)")!.GetAttribute("value")!;
        plan = await planner.FollowAsync(await plan.Type("LeaderChosen", offered).SubmitAsync("form#plan")); // the name that was typed before still stands beside it
        Assert.Equal((offered, null), (plan.Find("#LeaderChosen option[selected]")!.GetAttribute("value"), plan.Find("#Leader")!.GetAttribute("value")));
        plan = await planner.FollowAsync(await plan.Type("Leader", "叶超（市委组织部）").SubmitAsync("form#plan"));
        Assert.Equal("叶超（市委组织部）", plan.Find("#Leader")!.GetAttribute("value"));
        var lead = plan.Find("#lead option:nth-child(2)")!.GetAttribute("value")!;
        plan.Type("Measure.Content", "新增服务点3个").Type("Measure.LeadId", lead).Type("Measure.DueOn", "2027-11-30").Type("Measure.Target", "3").Type("Measure.Unit", "个").Type("Measure.Funds", "2.5").Type("Measure.Carrier", "党群服务站");
        plan = await planner.FollowAsync(await plan.SubmitAsync("form#add"));
        Assert.Contains("2.5万元", plan.Find("#measures")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已报送", (await planner.FollowAsync(await plan.SubmitAsync("form#submit"))).Document.Body!.TextContent, StringComparison.Ordinal);
        using (var staff = await app.SignedInAsync("orgdept"))
        {
            var approved = await staff.FollowAsync(await (await staff.GetPageAsync($"/demonstration-sites/{site}/plan")).SubmitAsync("form#approve"));
            Assert.Contains("培育中", approved.Text, StringComparison.Ordinal);
            Assert.Contains("新增服务点3个", approved.Find("#plan")!.TextContent, StringComparison.Ordinal);
            var early = await staff.GetPageAsync($"/demonstration-sites/{site}/decision");
            var unnamed = await staff.PageAsync(await early.Type("Outcome", "Named").Type("MeetingNo", "纪要").SubmitAsync("form#decision"));
            Assert.Contains("还没有年底考核得分，不能命名", Sentence(unnamed), StringComparison.Ordinal);
        }

        var task = await app.WithDbAsync(db => db.WorkTasks.SingleAsync(t => t.OrganizationId == wenming && t.Year == 2027 && t.Content == "新增服务点3个"));
        Assert.Equal((TaskState.InProgress, "示范创建", 300), (task.State, task.Category, task.Target));
        using var reader = await app.SignedInAsync("orgdept");
        Assert.NotNull((await reader.GetPageAsync($"/figures/demo_communities?From=2027-01-01&Cutoff={DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime).AddDays(26):yyyy-MM-dd}")).Find($"a[href='/demonstration-sites/{site}']"));
    }

    /// <summary>A second community that was recommended.</summary>
    private Task<int> ProgrammeVersionAsync() => app.WithDbAsync(db => db.SiteProgrammes.SumAsync(p => EF.Property<int>(p, PartyWorkDb.Version)));

    private Task<int> AnotherAsync(int organization) => app.WithDbAsync(async db =>
    {
        var programme = await db.SiteProgrammes.SingleAsync(p => p.Year == 2027);
        var window = await db.Windows.SingleAsync(w => w.Year == 2027 && w.Kind == FilingKind.SiteDeclaration && w.Level == OrganizationLevel.Primary);
        var (now, day) = (OfficeTime.Utc(new(2027, 3, 8), new(9, 0)), new DateOnly(2027, 3, 8));
        var declaration = new SiteDeclaration(SiteDeclaration.Begin(programme, window, organization, OrganizationLevel.Primary, OrganizationDomain.Community, day), programme);
        declaration.Write(new("服务型", "小院议事", ["做法", "", ""], "", [.. SiteDeclaration.Conditions.Select(_ => new DeclaredCondition(true, ""))]), now);
        var committee = await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync();
        declaration.By(new(null, SiteDomain.Community, committee, new("书记", 60, ""), [])).Confirm(new Actor(1, "甲", "书记"), now);
        var site = declaration.Site!;
        site.Endorse("同意", [], new Actor(2, "乙", "党工委书记"), now, day);
        db.AddRange(declaration.Filing, site);
        return await db.SaveChangesAsync();
    });
}
