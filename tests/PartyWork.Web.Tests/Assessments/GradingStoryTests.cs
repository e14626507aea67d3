using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>The end of the year: what the records come to, what the meeting decides, who announces it and who then reads what.</summary>
public sealed class GradingStoryTests : IAsyncLifetime
{
    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_meeting_decides_within_the_rules_the_leader_announces_and_everybody_reads_what_is_theirs()
    {
        var round = await ClosedAsync();
        var organization = await _app.OrganizationAsync("QH01");
        using var staff = await _app.SignedInAsync("orgdept");
        using var leader = await _app.SignedInAsync("minister");
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var sheet = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.OrganizationId == organization).Select(s => s.Id).SingleAsync());

        // What is proposed is worked out in the unit's own numbers.
        var page = await staff.GetPageAsync($"/assessments/rounds/{round}/grades");
        Assert.Contains("年中检查", page.Text, StringComparison.Ordinal);
        Assert.Matches(@"平时[0-9.]+×20%＋年中检查[0-9.]+×20%＋年底考核[0-9.]+×40%", page.Text);
        Assert.Contains("季报及时", page.Text, StringComparison.Ordinal);
        var proposed = page.Find($"select[name='Decided[{organization}]'] option[selected]")!.GetAttribute("value")!;

        // Another grade needs a reason; what was typed stays.
        page.Type("MetOn", "2026-12-30").Type("MeetingNo", "青组部纪〔2026〕31号").Type($"Decided[{organization}]", "Poor");
        var refused = await staff.PageAsync(await page.SubmitAsync("form#grades"));
        Assert.Contains("与拟定的", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Poor", refused.Find($"select[name='Decided[{organization}]'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("青组部纪〔2026〕31号", refused.Find("[name=MeetingNo]")!.GetAttribute("value"));
        Assert.NotEqual("Poor", proposed);
        page = await staff.FollowAsync(await refused.Type($"Decided[{organization}]", proposed).SubmitAsync("form#grades"));
        Assert.Contains("的等次已定", page.Document.Body!.TextContent, StringComparison.Ordinal);

        // Before the announcement it is the district's alone, and the staff cannot announce.
        Assert.Null(page.Find("form#announce"));
        Assert.DoesNotContain("年度总评", (await secretary.GetPageAsync($"/assessments/results/{sheet}")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有公布", (await secretary.GetPageAsync("/assessments/grades?year=2026")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetPageAsync($"/assessments/rounds/{round}/grades")).Status);
        Assert.Contains("年度考核等次待公布", (await leader.GetPageAsync("/dashboard/leader")).Text, StringComparison.Ordinal);
        await leader.FollowAsync(await (await leader.GetPageAsync($"/assessments/rounds/{round}/grades")).Type("DocumentNo", "青发〔2026〕40号").SubmitAsync("form#announce"));

        // Then everybody knows the grades, the unit its own sum, and no neighbour that.
        var own = await secretary.GetPageAsync($"/assessments/results/{sheet}");
        Assert.Contains("年度总评", own.Text, StringComparison.Ordinal);
        Assert.Matches(@"平时[0-9.]+×20%", own.Text);
        using var neighbour = await _app.SignedInAsync("wangjiang.secretary");
        var all = await neighbour.GetPageAsync("/assessments/grades?year=2026");
        Assert.Contains("春晖街道党工委", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("×", all.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetPageAsync($"/assessments/results/{sheet}")).Status);
    }

    [Fact]
    public async Task A_confirmed_veto_is_the_lowest_grade_after_the_organisation_was_heard()
    {
        var round = await ClosedAsync();
        var organization = await _app.OrganizationAsync("QH01");
        using var staff = await _app.SignedInAsync("orgdept");
        var form = await staff.GetPageAsync("/assessments/vetoes?year=2026");
        Assert.DoesNotContain(form.All("#Organization option"), o => o.TextContent.Contains("社区", StringComparison.Ordinal));

        var refused = await staff.PageAsync(await form.Type("Organization", $"{organization}").Type("Ground", "FundMisuse").SubmitAsync("form#raise"));
        Assert.Contains("请写明事实和依据", refused.Text, StringComparison.Ordinal);
        var review = await staff.FollowAsync(await refused.Type("Facts", "专项经费用途与批复不符").SubmitAsync("form#raise"));
        Assert.Null(review.Find("form#decide"));
        review = await staff.FollowAsync(await review.Type("On", "2026-12-30").Type("Statement", "情况属实，已退回").SubmitAsync("form#hear"));
        review = await staff.FollowAsync(await review.Type("Confirms", "true").Type("On", "2026-12-30").Type("MeetingNo", "青组部纪〔2026〕30号").Type("NoticeNo", "青组通〔2026〕9号").Type("Decision", "事实清楚").SubmitAsync("form#decide"));
        Assert.Contains("已认定", review.Text, StringComparison.Ordinal);

        var page = await staff.GetPageAsync($"/assessments/rounds/{round}/grades");
        Assert.Equal("Poor", page.Find($"select[name='Decided[{organization}]'] option[selected]")!.GetAttribute("value"));
        page.Type("MetOn", "2026-12-30").Type("MeetingNo", "青组部纪〔2026〕31号").Type($"Decided[{organization}]", "Good").Type($"Reasons[{organization}]", "已退回");
        Assert.Contains("最高评较差，不能评良好", (await staff.PageAsync(await page.SubmitAsync("form#grades"))).Text, StringComparison.Ordinal);

        // The organisation reads its own; a neighbour does not.
        var id = await _app.WithDbAsync(db => db.VetoReviews.Where(v => v.OrganizationId == organization).Select(v => v.Id).SingleAsync());
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetPageAsync($"/assessments/vetoes/{id}")).Status);
        using var neighbour = await _app.SignedInAsync("wangjiang.secretary");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetPageAsync($"/assessments/vetoes/{id}")).Status);
    }

    [Fact]
    public async Task The_next_years_scheme_begins_as_this_years_and_is_written_until_a_round_is_published_by_it()
    {
        using var staff = await _app.SignedInAsync("orgdept");
        Assert.Null((await staff.GetPageAsync("/assessments/grading?year=2026")).Find("form#scheme button"));

        var page = await staff.FollowAsync(await (await staff.GetPageAsync("/assessments/grading?year=2027")).SubmitAsync("form[action*=Begin] button, .empty button"));
        var refused = await staff.PageAsync(await page.Type("Percents[Committee-Routine]", "25").SubmitAsync("form#scheme"));
        Assert.Contains("党（工）委：各部分权重应为正数，合计100%，现在是105%", refused.Text, StringComparison.Ordinal);
        Assert.Equal("25", refused.Find("[name='Percents[Committee-Routine]']")!.GetAttribute("value"));
        await staff.FollowAsync(await refused.Type("Percents[Committee-MidYear]", "15").Type("Numbers[CityBonus]", "1.5").SubmitAsync("form#scheme"));

        var scheme = await _app.WithDbAsync(db => db.GradingSchemes.OfYearAsync(2027));
        Assert.Equal((25, 150, null), (scheme!.Of(RubricKind.Committee)[0].Percent, scheme[GradingNumber.CityBonus], scheme.FrozenOn));
    }

    [Fact]
    public async Task A_year_end_round_is_published_only_with_the_years_scheme_and_freezes_it()
    {
        var draft = await _app.WithDbAsync(async db =>
        {
            await db.Set<SchemeNumber>().ExecuteDeleteAsync();
            await db.Set<SchemeWeight>().ExecuteDeleteAsync();
            await db.GradingSchemes.ExecuteDeleteAsync();
            var round = await db.Rounds.SingleAsync(r => r.Stage == RoundStage.Draft);
            round.Write(round.Plan with { DocumentNo = "青组发〔2026〕33号", PlanNo = "青督考〔2026〕4号" });
            round.Assess(await db.Organizations.Where(o => o.Code == "QH15014").Select(o => o.Id).SingleAsync(), await db.Rubrics.WithAll().SingleAsync(r => r.Year == 2026 && r.Kind == RubricKind.Organ && r.PublishedOn != null));
            db.Lease.Actor = new(1, "测试", "测试");
            await db.SaveChangesAsync();
            return round.Id;
        });
        using var staff = await _app.SignedInAsync("orgdept");

        var refused = await staff.PageAsync(await (await staff.GetPageAsync($"/assessments/rounds/{draft}")).SubmitAsync("form#publish"));
        Assert.Contains("2026年还没有总评办法", refused.Text, StringComparison.Ordinal);
        await staff.FollowAsync(await (await staff.GetPageAsync("/assessments/grading?year=2026")).SubmitAsync(".empty button"));
        await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{draft}")).SubmitAsync("form#publish"));

        Assert.Equal(new DateOnly(2026, 12, 18), await _app.WithDbAsync(db => db.GradingSchemes.Where(s => s.Year == 2026).Select(s => s.FrozenOn).SingleAsync()));
    }

    /// <summary>This year's year-end round with its sheets told, closed on the day before New Year's Eve.</summary>
    private async Task<int> ClosedAsync()
    {
        _app.Clock.Advance(TimeSpan.FromDays(12));
        var round = await _app.WithDbAsync(async db =>
        {
            // The mid-year check is closed as well, and counts.
            await db.ScoreSheets.Where(s => s.Round.Phase == AssessmentPhase.Mid).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Final).SetProperty(x => x.FinalTotal, x => x.TeamTotal));
            var id = await db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync();
            await db.ScoreSheets.Where(s => s.RoundId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Feedback).SetProperty(x => x.FeedbackOn, new DateOnly(2026, 12, 8)).SetProperty(x => x.ObjectionUntil, new DateOnly(2026, 12, 15)));
            await db.Set<SheetLine>().Where(l => l.Sheet.RoundId == id && l.Team == null && l.Worth > 0).ExecuteUpdateAsync(s => s.SetProperty(l => l.Team, l => l.Given ?? l.Computed ?? l.Points));
            return id;
        });
        using var staff = await _app.SignedInAsync("orgdept");
        await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}")).SubmitAsync("form#close"));
        return round;
    }
}
