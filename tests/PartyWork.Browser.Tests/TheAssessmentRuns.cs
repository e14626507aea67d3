using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>An assessment by the hands of the three who make it: the organisation, the district, the team.</summary>
public sealed class TheAssessmentRuns(Site site)
{
    [Fact]
    public async Task The_secretary_scores_the_branch_the_district_draws_the_team_scores_and_a_secretary_objects()
    {
        await using var app = await Site.OpenAsync();

        // The secretary of a branch says what it thinks of itself.
        await using (var secretary = await site.VisitAsync(app))
        {
            await secretary.SignInAsync("yuanda.secretary");
            await secretary.GoAsync("/assessments");
            await secretary.PressAsync(secretary.Page.Locator("#self a"));
            await secretary.Page.GetByLabel("主要不足").FillAsync("班子例会不够经常\n党员教育形式单一\n与社区共建少");
            await secretary.ReadsWellAsync();
            await secretary.PressAsync("确认并报送");
            await secretary.SeesAsync("已报送");
        }

        // The day after the due day the district ends self-scoring and draws before two witnesses.
        app.SetBeijing("2026-12-23 09:00");
        var round = await app.WithDbAsync(db => db.Rounds.Where(r => r.Stage == RoundStage.SelfScoring).Select(r => r.Id).SingleAsync());
        await using (var district = await site.VisitAsync(app))
        {
            await district.SignInAsync("orgdept");
            await district.GoAsync($"/assessments/rounds/{round}");
            await district.ReadsWellAsync();
            await district.PressAsync("结束自评");
            await district.PressAsync("去抽签");
            await district.Page.Locator("[name=First]").FillAsync("马卫东");
            await district.Page.Locator("[name=Second]").FillAsync("佟立群");
            await district.ReadsWellAsync();
            await district.PressAsync("抽签");
            await district.SeesAsync("全部一致");
            await district.ReadsWellAsync();
            await district.GoAsync($"/assessments/rounds/{round}/checks");
            await district.PressAsync("抽取");
            await district.SeesAsync("中抽取2个"); // of twelve
            await district.ReadsWellAsync();
        }

        // A member opens what the team has drawn, takes over what the records settle and scores a line.
        app.SetBeijing("2026-12-24 10:00");
        var sheet = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Team!.Members.Any(m => m.Name == "何敏之")).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync());
        await using (var member = await site.VisitAsync(app))
        {
            await member.SignInAsync("assessor1");
            await member.GoAsync("/assessments");
            await member.PressAsync(member.Page.Locator($"#drawn td a[href='/assessments/sheets/{sheet}']").First);
            await member.ReadsWellAsync();
            await member.PressAsync(member.Page.Locator("form[id^=accept-] > button").First);
            await member.SeesAsync("已按系统分接受");
        }

        await ScoreTheRestAsync(app, sheet);
        await using (var leader = await site.VisitAsync(app))
        {
            await leader.SignInByPasswordAsync("teamlead1");
            await leader.GoAsync($"/assessments/sheets/{sheet}");
            await leader.Page.GetByLabel("现场考核日期").FillAsync("2026-12-24");
            await leader.Page.GetByLabel("考核组意见").FillAsync("组织生活正常，作用发挥较好。");
            await leader.PressAsync("提交评分表");
            await leader.SeesAsync("评分表已提交");
            await leader.ReadsWellAsync();
        }

        // The district tells the organisation, whose secretary objects to a line.
        await using (var district = await site.VisitAsync(app))
        {
            await district.SignInAsync("orgdept");
            await district.GoAsync($"/assessments/rounds/{round}/feedback");
            var told = district.Page.Locator($"input[name=Chosen][value='{sheet}']");
            await told.CheckAsync();
            await district.PressAsync("向勾选的单位反馈");
            await district.SeesAsync("已向1个单位反馈");
            await district.ReadsWellAsync();
        }

        var account = await app.AccountAsync(await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == sheet).Select(s => s.OrganizationId).SingleAsync()), Domain.Organizations.PostKind.Secretary);
        await using var objecting = await site.VisitAsync(app, phone: true);
        await objecting.SignInByPasswordAsync(account);
        await objecting.GoAsync($"/assessments/results/{sheet}");
        await objecting.ReadsWellAsync();
        await objecting.Page.GetByLabel("申诉条款").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await objecting.Page.GetByLabel("事实认定").CheckAsync();
        await objecting.Page.GetByLabel("具体情况").FillAsync("会议记录原件在镇档案室，请核实。");
        await objecting.PressAsync("提出申诉");
        await objecting.SeesAsync("复核中");
        await objecting.ReadsWellAsync();
    }

    /// <summary>The lines that the member has not come to, in full but for one; nothing is drawn twice of this organisation.</summary>
    private static Task<int> ScoreTheRestAsync(App app, int id) => app.WithDbAsync(async db =>
    {
        foreach (var check in await db.AllSheets().Where(s => s.CheckedId == id).ToListAsync())
        {
            await db.Set<SheetLine>().IgnoreQueryFilters([PartyWorkDb.FirstCheckFilter]).Where(l => l.SheetId == check.Id).ExecuteDeleteAsync();
            await db.AllSheets().Where(s => s.Id == check.Id).ExecuteDeleteAsync();
        }

        db.ChangeTracker.Clear();
        var sheet = (await db.FindSheetAsync(id))!;
        var member = sheet.Team!.Members.First(m => m.Name == "何敏之");
        var by = new Actor(member.PersonId, member.Name, "考核组成员");
        db.Lease.Actor = by;
        foreach (var (i, line) in sheet.Lines.Where(l => !l.IsScored).Index())
        {
            var suggestion = sheet.Suggest(line, LineEntry.Accepting.Facts, ScoreMetrics.All);
            var full = suggestion.State is ScoreState.NotApplicable ? LineEntry.Accepting : new LineEntry(i == 0 ? line.Points / 2 : line.Points, false, "现场查阅会议记录，比系统记录少一次，已逐项核对", "现场记录第1号", LineEntry.Accepting.Facts);
            sheet.Score(line, full, ScoreMetrics.All, by, new DateTime(2026, 12, 24, 3, 0, 0, DateTimeKind.Utc));
        }

        return await db.SaveChangesAsync();
    });
}
