using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Tests.Agreements;

/// <summary>Next year's agreements of 春晖街道 and 文明社区: issued, added to, signed by both, amended, and taken over by a new secretary.</summary>
public sealed class AgreementStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_agreement_is_issued_completed_signed_by_both_amended_and_taken_over()
    {
        await app.WithDbAsync(async db => { db.Add(new WorkYear(2027, new Scheme(), "无变化")); return await db.SaveChangesAsync(); });
        using var orgdept = await app.SignedInAsync("orgdept");
        await orgdept.FollowAsync(await (await orgdept.GetPageAsync("/agreements/templates?year=2027")).SubmitAsync("form[action*='Copy']"));

        // Issued to all levels in one act, once.
        var issue = await orgdept.GetPageAsync("/agreements/issue?year=2027");
        Assert.Contains("将下发243份，已有0份，不下发0个单位", issue.Text, StringComparison.Ordinal);
        Assert.Contains("已下发243份责任书", (await orgdept.FollowAsync(await issue.SubmitAsync("form#issue"))).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("将下发0份，已有243份", (await orgdept.GetPageAsync("/agreements/issue?year=2027")).Text, StringComparison.Ordinal);
        Assert.Equal(243, await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2027).Select(a => a.OrganizationId).Distinct().CountAsync()));
        var wenming = await app.OrganizationAsync("QH01001");
        var id = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2027 && a.OrganizationId == wenming).Select(a => a.Id).SingleAsync());

        // The clerk adds an own item and checks the text.
        using var clerk = await app.SignedInAsync("wenming.officer");
        var item = await clerk.GetPageAsync($"/agreements/{id}/items/0");
        item.Type("Input.Content", "建成社区议事角").Type("Input.Category", "服务群众").Type("Input.Target", "1").Type("Input.Unit", "处").Type("Input.DueOn", "2027-06-30");
        var adapted = await clerk.FollowAsync(await item.SubmitAsync("form#item"));
        Assert.Contains("建成社区议事角", adapted.Text, StringComparison.Ordinal);
        var ready = await clerk.FollowAsync(await adapted.SubmitAsync("form#prepare"));
        Assert.Contains("待下级签字", ready.Text, StringComparison.Ordinal);
        Assert.Null(ready.Find("form#sign"));

        // The secretary signs first; the sub-district's own agreement is not effective, so he says why.
        using var secretary = await app.SignedInAsync("wenming.secretary");
        var unsigned = await secretary.PageAsync(await (await secretary.GetPageAsync($"/agreements/{id}")).SubmitAsync("form#sign"));
        Assert.Contains("确需先签的，请写明理由", unsigned.Find(".validation-summary-errors")!.TextContent, StringComparison.Ordinal);
        var signed = await secretary.FollowAsync(await unsigned.Type("Reason", "街道会议改期").SubmitAsync("form#sign"));
        Assert.Contains("待上级签字", signed.Text, StringComparison.Ordinal);
        Assert.Contains("街道会议改期", signed.Text, StringComparison.Ordinal);

        using var upper = await app.SignedInAsync("chunhui.secretary");
        var effective = await upper.FollowAsync(await (await upper.GetPageAsync($"/agreements/{id}")).SubmitAsync("form#sign"));
        Assert.Contains("已生效", effective.Text, StringComparison.Ordinal);

        // The sub-district's clerk proposes to amend a clause; both secretaries confirm; the old text stays to be read.
        using var officer = await app.SignedInAsync("chunhui.officer");
        var proposal = await officer.GetPageAsync($"/agreements/{id}/clauses/1");
        var old = proposal.Find("[name='Input.Content']")!.TextContent.Trim();
        var proposed = await officer.FollowAsync(await proposal.Type("Input.Content", "每月专题研究党建工作").Type("Input.Target", "12").Type("Reason", "上级提高频次要求").SubmitAsync("form#amend"));
        Assert.Contains("待双方确认", proposed.Text, StringComparison.Ordinal);
        Assert.Null(proposed.Find("form#confirm"));
        await upper.FollowAsync(await (await upper.GetPageAsync($"/agreements/{id}/clauses/1")).SubmitAsync("form#confirm"));
        Assert.Contains(old, (await clerk.GetPageAsync($"/agreements/{id}#c1")).Text, StringComparison.Ordinal); // one confirmation changes nothing
        var amended = await secretary.FollowAsync(await (await secretary.GetPageAsync($"/agreements/{id}/clauses/1")).SubmitAsync("form#confirm"));
        Assert.Contains("已修改", amended.Text, StringComparison.Ordinal);
        Assert.Contains(old, amended.Text, StringComparison.Ordinal);
        Assert.Contains("每月专题研究党建工作", (await clerk.GetPageAsync($"/agreements/{id}")).Find("#c1")!.TextContent, StringComparison.Ordinal);

        // The deputy becomes secretary: the agreement asks for an addendum.
        await app.WithDbAsync(async db =>
        {
            var holdings = await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).Where(h => h.OrganizationId == wenming && h.To == null).ToListAsync();
            holdings.Single(h => h.Kind is PostKind.Secretary).End(new DateOnly(2026, 12, 17));
            var deputy = holdings.Single(h => h.Kind is PostKind.Deputy);
            db.Add(new PostHolding(deputy.Person, deputy.Organization, PostKind.Secretary, "文明社区党总支书记", new DateOnly(2026, 12, 18)));
            return await db.SaveChangesAsync();
        });
        using var successor = await app.SignedInAsync("wenming.deputy");
        Assert.Contains("补签2026年责任书", (await successor.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        Assert.Contains("需补签", (await orgdept.GetPageAsync("/agreements?year=2027&Status=NeedsAddendum")).Text, StringComparison.Ordinal);
        var taken = await successor.FollowAsync(await (await successor.GetPageAsync($"/agreements/{id}")).SubmitAsync("form#addendum"));
        Assert.Contains("乙方补签", taken.Text, StringComparison.Ordinal);
        Assert.Contains("许豪华", taken.Text, StringComparison.Ordinal); // the first signature stays

        // Then the sub-district's secretary changes: the upper party signs all its addenda in one act.
        var chunhui = await app.OrganizationAsync("QH01");
        await app.WithDbAsync(async db =>
        {
            var holdings = await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).Where(h => h.OrganizationId == chunhui && h.To == null).ToListAsync();
            holdings.Single(h => h.Kind is PostKind.Secretary).End(new DateOnly(2026, 12, 17));
            var clerk = holdings.First(h => h.Kind is PostKind.Officer);
            db.Add(new PostHolding(clerk.Person, clerk.Organization, PostKind.Secretary, "春晖街道党工委书记", new DateOnly(2026, 12, 18)));
            return await db.SaveChangesAsync();
        });
        using var newcomer = await app.SignedInAsync("chunhui.officer");
        Assert.Matches("[0-9]+份责任书待甲方补签", (await newcomer.GetPageAsync("/my")).Text);
        var due = await newcomer.GetPageAsync($"/agreements/{id}");
        Assert.Contains("甲方（春晖街道党工委）的签字人已变动", due.Text, StringComparison.Ordinal);
        var renewed = await newcomer.FollowAsync(await (await newcomer.GetPageAsync("/agreements?year=2027")).SubmitAsync("form#addenda"));
        Assert.Contains("已补签1份责任书", renewed.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("甲方补签", (await successor.GetPageAsync($"/agreements/{id}")).Text, StringComparison.Ordinal);
        Assert.Null((await newcomer.GetPageAsync("/agreements?year=2027")).Find("form#addenda"));

        var print = await successor.GetPageAsync($"/agreements/{id}/print");
        Assert.Equal(2, print.All("article.original").Count);
        foreach (var original in print.All("article.original"))
        {
            // Above the signatures what was signed; below them what was changed since, and who has taken it over.
            Assert.Contains(old, original.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("每月专题研究党建工作", original.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
            var changes = original.QuerySelector(".amendments")!.TextContent;
            Assert.All((string[])["第1条，自2026年12月18日起修改", $"原为：{old.TrimEnd('。')}", "改为：每月专题研究党建工作", "上级提高频次要求", "乙方许豪华", "甲方叶超"], w => Assert.Contains(w, changes, StringComparison.Ordinal));
            Assert.Equal(2, original.QuerySelectorAll(".addenda .parties > div").Length);
        }

        using var paper = WordprocessingDocument.Open(new MemoryStream(await successor.GetByteArrayAsync($"/agreements/{id}?handler=Word")), false);
        var lines = paper.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Equal(2, lines.Count(l => l.StartsWith($"第1条　{old.TrimEnd('。')}", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l.StartsWith("1．第1条，自2026年12月18日起修改", StringComparison.Ordinal) && l.Contains("改为：每月专题研究党建工作", StringComparison.Ordinal)));
        Assert.Equal(4, lines.Count(l => l.StartsWith("补签：", StringComparison.Ordinal)));
        var history = await officer.GetPageAsync($"/agreements/{id}/history");
        Assert.Contains("街道会议改期", history.Text, StringComparison.Ordinal);
        Assert.Contains("上级提高频次要求", history.Text, StringComparison.Ordinal);
        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/agreements/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_meeting_is_registered_in_one_act_with_the_signers_of_its_day()
    {
        await app.WithDbAsync(async db =>
        {
            var chunhui = await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync();
            await db.Agreements.Where(a => a.UpperId == chunhui && a.Year == 2026).OrderBy(a => a.Id).Skip(1).Take(3).ExecuteUpdateAsync(s => s
                .SetProperty(a => a.Stage, AgreementStage.Ready).SetProperty(a => a.EffectiveOn, (DateOnly?)null));
            return 0;
        });
        using var officer = await app.SignedInAsync("chunhui.officer");
        var signing = await officer.GetPageAsync("/agreements/signing");
        var ids = signing.All("input[name='Ids']").Select(i => i.GetAttribute("value")!).Take(3).ToList();
        Assert.Equal(3, ids.Count);
        ids.ForEach(i => signing.Type("Ids", i));

        var refused = await officer.PageAsync(await signing.Type("On", "2026-12-19").SubmitAsync("form#signing"));
        Assert.Contains("签订日期不能晚于今天", refused.Find(".validation-summary-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, refused.All("input[name='Ids'][checked]").Count);
        var done = await officer.FollowAsync(await refused.Type("On", "2026-12-16").Type("Place", "街道三楼会议室").SubmitAsync("form#signing"));

        Assert.Contains("已登记3份责任书的签订", done.Document.Body!.TextContent, StringComparison.Ordinal);
        var page = await officer.GetPageAsync($"/agreements/{ids[0]}");
        Assert.Contains("街道三楼会议室，由陈思远登记", page.Text, StringComparison.Ordinal);
        Assert.Contains("叶超", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期签订", page.Text, StringComparison.Ordinal); // signed in December, late for ever
    }

    [Fact]
    public async Task Every_number_of_signed_and_should_sign_opens_a_list_of_as_many()
    {
        using var orgdept = await app.SignedInAsync("orgdept");
        var page = await orgdept.GetPageAsync("/agreements?year=2026");
        var numbers = page.All("table:first-of-type td.n a").Select(a => (Link: a.GetAttribute("href")!, Count: int.Parse(a.TextContent, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(14, numbers.Count);
        Assert.All(numbers.Where(n => n.Link.EndsWith("Level=Committee", StringComparison.Ordinal)), n => Assert.Equal(20, n.Count));

        foreach (var (link, count) in numbers)
        {
            var list = (await orgdept.GetPageAsync(link)).Text;
            Assert.Contains(count == 0 ? "没有符合条件的责任书" : $"共{count}条", list, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("year=2026&Level=Committee")]
    [InlineData("year=2026&Level=Primary&Late=true&Signed=true")]
    [InlineData("year=2026&Words=文明")]
    public async Task The_workbook_has_the_rows_of_the_screen_in_its_order(string filter)
    {
        using var orgdept = await app.SignedInAsync("orgdept");
        var screen = await orgdept.GetPageAsync($"/agreements?{filter}");
        var export = screen.All("form.bar a").Single(a => a.TextContent == "导出 Excel").GetAttribute("href")!;

        var sheet = Assert.Single(Documents.Samples.Read(await orgdept.GetByteArrayAsync(export), "责任书.xlsx"));

        var rows = sheet.Rows.SkipWhile(r => r.Cells[0] != "党组织（乙方）").Skip(1).ToList();
        var shown = screen.All("table.stack tbody tr").Select(r => r.Children[0].TextContent.Trim()).ToList();
        Assert.InRange(shown.Count, 1, 20);
        Assert.Equal(shown, rows.Take(shown.Count).Select(r => r.Cells[0]));
        Assert.True(rows.Count == shown.Count || screen.Text.Contains($"共{rows.Count}条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_the_parties_business_cannot_be_signed_by_others()
    {
        var jiguan = await app.OrganizationAsync("QH15");
        var id = await app.WithDbAsync(db => db.Agreements.Where(a => a.Year == 2026 && a.OrganizationId == jiguan).Select(a => a.Id).SingleAsync());
        using var orgdept = await app.SignedInAsync("orgdept");
        var page = await orgdept.GetPageAsync($"/agreements/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Find("form#sign"));
        Assert.Null(page.Find("form#addendum"));
    }
}
