using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>What an assessed organisation does itself: it scores itself, reads what it was told, and objects.</summary>
public sealed class SelfAndResultTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_self_score_says_only_where_it_differs_and_is_confirmed()
    {
        var id = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.SelfScore && f.Year == 2026 && db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code == "QH01006901")).Select(f => f.Id).SingleAsync());
        using var secretary = await app.SignedInAsync("yuanda.secretary");
        var page = await secretary.GetPageAsync($"/assessments/self/{id}");

        var refused = await secretary.PageAsync(await page.Type("Rows[A1-1].Value", "0").Type("Weaknesses", "班子例会不够经常").SubmitAsync("button#confirm"));
        Assert.Contains("A1-1自评没有得满，请说明扣在哪里。主要不足至少写3条", refused.Text, StringComparison.Ordinal);
        Assert.Contains("班子例会不够经常", refused.Text, StringComparison.Ordinal);
        Assert.Equal("0", refused.Find("[name='Rows[A1-1].Value']")!.GetAttribute("value"));

        var done = await secretary.FollowAsync(await refused.Type("Rows[A1-1].Words", "联合组建，单独组建的条件还不具备").Type("Weaknesses", "班子例会不够经常\n党员教育形式单一\n与社区共建少").SubmitAsync("button#confirm"));
        Assert.Contains("已报送", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Find("button#confirm"));
        Assert.Equal([0], await app.WithDbAsync(db => db.FilingRows.Where(r => r.FilingId == id && r.Value != null).Select(r => r.Value!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_filed_no_self_score_has_none_and_nobody_is_shown_a_total()
    {
        var id = await app.WithDbAsync(db => db.Filings.Where(f => f.Kind == FilingKind.SelfScore && f.FirstSubmittedAt == null && db.Rounds.Any(r => r.Year == f.Year && r.No == f.Period && r.FrozenAt != null)
            && db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code == "QH01001")).Select(f => f.Id).FirstAsync());
        using var officer = await app.SignedInAsync("wenming.officer");

        var page = await officer.GetPageAsync($"/assessments/self/{id}");

        Assert.Equal("未报送", page.Find("h1")!.TextContent.Trim()[^3..]);
        Assert.Null(page.Find("#own-total"));
    }

    [Fact]
    public async Task After_self_scoring_its_page_says_what_was_taken_down_and_not_what_the_records_are_today()
    {
        var (id, line) = await app.WithDbAsync(async db =>
        {
            var filed = await db.Filings.Where(f => f.Kind == FilingKind.SelfScore && f.FirstSubmittedAt != null && db.Rounds.Any(r => r.Year == f.Year && r.No == f.Period && r.FrozenAt != null)).Select(f => new { f.Id, f.OrganizationId, f.Year, f.Period }).FirstAsync();
            return (filed.Id, await db.Set<SheetLine>().Where(l => l.OrganizationId == filed.OrganizationId && l.Sheet.Round.Year == filed.Year && l.Sheet.Round.No == filed.Period).OrderBy(l => l.No).Select(l => new { l.Id, l.Code }).FirstAsync());
        });
        await app.WithDbAsync(db => db.Set<SheetLine>().Where(l => l.Id == line.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.ComputedSentence, "定格时的依据。")));
        using var staff = await app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/assessments/self/{id}");

        Assert.Contains("定格时的依据。", page.Find($"tr[id='{line.Code}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("#own-total"));
    }

    [Fact]
    public async Task Until_the_feedback_nobody_but_team_and_district_reads_a_sheet()
    {
        var (provisional, told) = (await SheetAsync("QH01001", SheetStage.Provisional), await SheetAsync("QH15", SheetStage.Feedback));
        using var own = await app.SignedInAsync("wenming.secretary");
        using var above = await app.SignedInAsync("chunhui.secretary");
        using var told1 = await app.SignedInAsync("jiguan.secretary");
        using var other = await app.SignedInAsync("wangjiang.secretary");

        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/assessments/results/{provisional}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await above.GetAsync($"/assessments/results/{provisional}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await told1.GetAsync($"/assessments/results/{told}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/assessments/results/{told}")).StatusCode);
    }

    [Fact]
    public async Task Within_the_term_its_secretary_objects_to_a_line_once()
    {
        var told = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Stage == SheetStage.Feedback && !s.Objections.Any() && s.Lines.Any(l => l.Team < l.Points) && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH15")).Select(s => s.Id).FirstAsync());
        await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == told).ExecuteUpdateAsync(s => s.SetProperty(x => x.ObjectionUntil, new DateOnly(2026, 12, 31))));
        using var secretary = await app.SignedInAsync("jiguan.secretary");
        var page = await secretary.GetPageAsync($"/assessments/results/{told}");
        var code = page.All("select[name='Code'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);

        var refused = await secretary.PageAsync(await page.Type("Code", code).Type("Reason", "会议记录在检查后补充归档").SubmitAsync("form#object"));
        Assert.Contains("请选择申诉理由", refused.Text, StringComparison.Ordinal);
        Assert.Contains("会议记录在检查后补充归档", refused.Text, StringComparison.Ordinal);
        var done = await secretary.FollowAsync(await refused.Type("Ground", "Fact").SubmitAsync("form#object"));

        Assert.Contains("复核中", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code, done.All("select[name='Code'] option").Select(o => o.GetAttribute("value")));
        using var staff = await app.SignedInAsync("orgdept");
        Assert.Contains("件考核申诉待复核", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);
    }

    private Task<int> SheetAsync(string code, SheetStage stage) => app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Stage == stage && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == code)).Select(s => s.Id).FirstAsync());
}
