using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>One community from the first look to 销号, by the hands of all who have a part in it: street, district, helper, community, team, residents.</summary>
public sealed class TheRectificationRuns(Site site)
{
    private const string Code = "QH01003";

    private const string Leader = "陶立新";

    /// <summary>Of the organisation department, the social-work department and the petition office.</summary>
    private static readonly string[] Team = [Leader, "何敏之", "邱国栋"];

    [Fact]
    public async Task A_community_is_listed_helped_reported_on_accepted_and_struck_off()
    {
        await using var app = await Site.OpenAsync();
        var community = await app.OrganizationAsync(Code);
        var id = await FoundAndListedAsync(app, community);
        await HelpedAndPlannedAsync(app, id);
        var helper = await app.AccountAsync(community, PostKind.FirstSecretary);
        await HeardAndToldAsync(app, id, helper);
        await ReportedAsync(app, id, helper, community);
        await PassMonthsAsync(app, id);
        var acceptance = await AppliedForAsync(app, id);
        await AskedAsync(app, acceptance);
        await ScoredAsync(app);
        await StruckOffAsync(app, acceptance, id);

        // The help is over, and from the next day on the helper's way in.
        app.Clock.Advance(TimeSpan.FromDays(1));
        await using var gone = await site.VisitAsync(app);
        await gone.GoAsync("/login");
        await gone.TypePasswordAsync(helper);
        await gone.Page.WaitForLoadStateAsync();
        await gone.GoAsync($"/rectification/{id}");
        await gone.SeesNotAsync("四位一体帮扶");
        gone.Expected("status of 40");
    }

    /// <summary>摸排、核查、基线、建议 by the street; 列入 by the department.</summary>
    private async Task<int> FoundAndListedAsync(App app, int community)
    {
        int id;
        await using (var officer = await site.VisitAsync(app))
        {
            await officer.SignInAsync("chunhui.officer");
            await officer.GoAsync("/rectification/new");
            await officer.Page.Locator("[name=Community]").SelectOptionAsync($"{community}");
            await officer.Page.GetByLabel(CaseReasons.Service.Text()).CheckAsync();
            await officer.Page.Locator("[name=Causes]").FillAsync("活动室漏水半年，12户反映无人管");
            await officer.ReadsWellAsync();
            await officer.PressAsync(officer.Page.Locator("#new button"));
            await officer.SeesAsync("登记核查");
            id = await app.WithDbAsync(db => db.RectificationCases.Where(c => c.OrganizationId == community).Select(c => c.Id).SingleAsync());
            await officer.Page.Locator("#check [name=Method]").SelectOptionAsync($"{CheckMethod.Visit}");
            await officer.Page.Locator("#check-words").FillAsync("走访32户，情况属实");
            await officer.PressAsync(officer.Page.Locator("#check button"));
            await officer.SeesAsync("走访32户，情况属实");
            foreach (var (name, value) in new[] { ("Votes", "40"), ("Satisfied", "22"), ("Petitions", "6"), ("Residents", "3100"), ("Households", "1200") })
            {
                await officer.Page.Locator($"#base-{name}").FillAsync(value);
            }

            await officer.Page.GetByLabel("数据来源").FillAsync("年底测评、区信访局统计");
            await officer.PressAsync("保存基线");
            await officer.SeesAsync("55.0%");
            await officer.Page.Locator("#propose-words").FillAsync("建议列入整顿");
            await officer.PressAsync(officer.Page.Locator("#propose button"));
            await officer.SeesAsync(CaseStage.Proposed.Text());
        }

        await using var staff = await site.VisitAsync(app);
        await staff.SignInAsync("orgdept");
        await staff.GoAsync($"/rectification/{id}/listing");
        await staff.Page.GetByLabel("研究列入的会议文号").FillAsync("部务会纪要〔2026〕30号");
        await staff.ReadsWellAsync();
        await staff.PressAsync("列入整顿");
        await staff.SeesAsync(CaseStage.Listed.Text());
        return id;
    }

    /// <summary>四位一体 by the department, one of them by hand; 一社区一策 by the street, approved by the department.</summary>
    private async Task HelpedAndPlannedAsync(App app, int id)
    {
        await using (var staff = await site.VisitAsync(app))
        {
            await staff.SignInAsync("orgdept");
            await staff.GoAsync($"/rectification/{id}/helpers");
            await staff.SeesAsync("第一书记缺1名");
            await staff.Page.GetByLabel("角色").SelectOptionAsync($"{HelperRole.FirstSecretary}");
            await staff.Page.GetByLabel("姓名").FillAsync("许向阳");
            await staff.Page.Locator("[name=Unit]").FillAsync("区司法局");
            await staff.Page.GetByLabel("电话").FillAsync("0-8123456");
            await staff.Page.GetByLabel("选派日期").FillAsync("2026-12-18");
            await staff.ReadsWellAsync();
            await staff.PressAsync("登记选派");
            await staff.SeesNotAsync("第一书记缺1名");
        }

        await using (var officer = await site.VisitAsync(app))
        {
            await officer.SignInAsync("chunhui.officer");
            await officer.GoAsync($"/rectification/{id}/plan");
            await officer.Page.Locator("#aim [name=Aim]").FillAsync("活动室修好，满意率到85%以上");
            await officer.PressAsync(officer.Page.Locator("#aim button"));
            await officer.PressAsync("写一个新问题和措施");
            await officer.Page.Locator("[name=Statement]").FillAsync("活动室屋面漏水，12户反映");
            await officer.Page.Locator("[name=Reason]").SelectOptionAsync($"{CaseReasons.Service}");
            await officer.Page.Locator("[name=Measure]").FillAsync("修缮屋面并重做防水");
            await officer.Page.Locator("[name=Owner]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await officer.Page.Locator("[name=Due]").FillAsync("2026-12-28");
            await officer.ReadsWellAsync();
            await officer.PressAsync("列入方案");
            await officer.SeesAsync("修缮屋面并重做防水");
        }

        await using var approving = await site.VisitAsync(app);
        await approving.SignInAsync("orgdept");
        await approving.GoAsync($"/rectification/{id}/plan");
        await approving.PressAsync("批准方案");
        await approving.SeesAsync(CaseStage.Rectifying.Text());
    }

    /// <summary>At the door, on a phone: a household, what it says, and later the answer.</summary>
    private async Task HeardAndToldAsync(App app, int id, string account)
    {
        await using var helper = await site.VisitAsync(app, phone: true);
        await helper.SignInByPasswordAsync(account);
        await helper.GoAsync($"/rectification/{id}/record");
        await helper.ReadsWellAsync();
        await helper.Page.GetByLabel("楼栋").FillAsync("3栋");
        await helper.Page.GetByLabel("户号").FillAsync("2-301");
        await helper.Page.GetByLabel("反映事项").FillAsync("单元门禁坏了一周");
        await helper.Page.GetByLabel("意见类别").SelectOptionAsync($"{OpinionCategory.Facilities}");
        await helper.PressAsync("保存，登记下一户");
        await Expect(helper.Page.Locator("#entered")).ToContainTextAsync("今天已登记 1 户");

        await helper.GoAsync($"/rectification/{id}");
        await Expect(helper.Page.Locator("#recent-visits li")).ToHaveCountAsync(1);
        await helper.PressAsync(helper.Page.Locator("#open-opinions a").First);
        await helper.Page.GetByLabel("承办人或单位").FillAsync("网格员李梅");
        await helper.Page.Locator("#assign [name=DueOn]").FillAsync("2026-12-22");
        await helper.PressAsync("交办");
        await helper.Page.Locator("#result").FillAsync("已换门禁主机");
        await helper.PressAsync("保存办理结果");
        await helper.Page.Locator("#f-whom").FillAsync("3栋王师傅");
        await helper.PressAsync(helper.Page.Locator("#feedback").GetByText(FeedbackWay.Door.Text(), new() { Exact = true }));
        await helper.PressAsync(helper.Page.Locator("#feedback").GetByText("满意，办结", new() { Exact = true }));
        await helper.ReadsWellAsync();
        await helper.PressAsync("保存反馈");
        await helper.SeesAsync(OpinionState.Closed.Text());
    }

    /// <summary>整顿月报 of December: helper, secretary, street.</summary>
    private async Task ReportedAsync(App app, int id, string account, int community)
    {
        app.SetBeijing("2026-12-26 09:00");
        await using (var helper = await site.VisitAsync(app, phone: true))
        {
            await helper.SignInByPasswordAsync(account);
            await helper.GoAsync($"/rectification/{id}");
            await helper.PressAsync("12月整顿月报");
            await helper.SeesAsync("1户");
            await helper.Page.GetByLabel("第一书记本月在岗天数").FillAsync("6");
            await helper.Page.Locator("#Works").FillAsync("走访3栋，门禁修好");
            await helper.Page.Locator("#Requests").FillAsync("请区住建局核定屋面维修资金");
            await helper.Page.Locator("#Cooperation").FillAsync("工作组到位");
            await helper.PressAsync("报社区书记");
            await helper.SeesAsync("待书记确认");
        }

        await using (var secretary = await site.VisitAsync(app, phone: true))
        {
            await secretary.SignInByPasswordAsync(await app.AccountAsync(community, PostKind.Secretary));
            await secretary.GoAsync($"/rectification/{id}");
            await secretary.PressAsync("12月整顿月报");
            await secretary.PressAsync("确认并报送");
            await secretary.SeesAsync("协调待处理");
        }

        await using var above = await site.VisitAsync(app);
        await above.SignInAsync("chunhui.secretary");
        await above.GoAsync($"/rectification/{id}");
        await above.PressAsync(above.Page.Locator("#months a[href*='/rectification/reports/']").First);
        await above.PressAsync("审核并研判走向");
        await above.PressAsync(above.Page.Locator("#accept").GetByText(TravelDirection.Improving.Text(), new() { Exact = true }));
        await above.Page.Locator("#Why").FillAsync("门禁修好，没有新的来访");
        await above.ReadsWellAsync();
        await above.PressAsync("审核通过");
        await above.SeesAsync("门禁修好，没有新的来访");
    }

    /// <summary>初验 and 申请, with what stands against it told in between.</summary>
    private async Task<int> AppliedForAsync(App app, int id)
    {
        await using (var secretary = await site.VisitAsync(app))
        {
            await secretary.SignInAsync("chunhui.secretary");
            await secretary.GoAsync($"/rectification/{id}/apply");
            await secretary.SeesAsync("申请条件还差2项");
            await secretary.PressAsync(secretary.Page.Locator("#conditions a", new() { HasText = "打开方案" }));
            await secretary.PressAsync(secretary.Page.Locator("details summary", new() { HasText = "不能办理，登记说明" }));
            await secretary.Page.Locator("article [name=Words]").FillAsync("屋面由市里统一改造，已逐户说明");
            await secretary.PressAsync("登记说明");
            await secretary.Page.Locator("#pre-words").FillAsync("问题已说明，居民认可，同意报请验收");
            await secretary.ReadsWellAsync();
            await secretary.PressAsync("登记初验");
            await secretary.SeesAsync(CaseStage.PreAccepted.Text());
            await secretary.PressAsync("申请验收");
            await secretary.SeesAsync("申请条件已全部达到");
            await secretary.Page.GetByLabel("申请说明").FillAsync("整顿期满，问题已解决或说明，申请验收。");
            await secretary.ReadsWellAsync();
            await secretary.PressAsync(secretary.Page.Locator("#apply button"));
            await secretary.SeesAsync("验收组还没有开始评分");
        }

        return await app.WithDbAsync(db => db.Acceptances.Where(a => a.CaseId == id).Select(a => a.Id).SingleAsync());
    }

    /// <summary>信访数据 and both surveys by the department; one household answers by its code without a script, the rest comes from paper.</summary>
    private async Task AskedAsync(App app, int acceptance)
    {
        int households;
        string code;
        await using (var staff = await site.VisitAsync(app))
        {
            await staff.SignInAsync("orgdept");
            await staff.GoAsync($"/rectification/acceptances/{acceptance}");
            await staff.Page.Locator("#tell [name=Petitions]").FillAsync("3");
            await staff.Page.Locator("#tell [name=PetitionsUntil]").FillAsync("2026-12-25");
            await staff.Page.Locator("#tell [name=Source]").FillAsync("区信访局");
            await staff.PressAsync(staff.Page.Locator("#tell button"));
            await staff.SeesAsync("来源：区信访局");
            foreach (var kind in new[] { SurveyKind.AcceptanceMeeting, SurveyKind.AcceptanceHouseholds })
            {
                var form = staff.Page.Locator($"#survey-{(int)kind}");
                await staff.PressAsync(form.Locator("button"));
                await Expect(form).ToHaveCountAsync(0);
            }

            households = (await app.WithDbAsync(db => db.Acceptances.Where(a => a.Id == acceptance).Select(a => a.HouseholdsId).SingleAsync()))!.Value;
            await staff.GoAsync($"/surveys/{households}/slips");
            await staff.PressAsync(staff.Page.Locator("main form button").First);
            code = await staff.Page.Locator(".survey-slip .code").First.InnerTextAsync();
        }

        await using (var resident = await site.VisitAsync(app, phone: true, scripts: false))
        {
            await resident.GoAsync("/s");
            await resident.Page.GetByLabel("测评码").FillAsync(code);
            await resident.PressAsync("下一步");
            await Expect(resident.Page.Locator("form#answer")).ToBeVisibleAsync();
            foreach (var question in await resident.Page.Locator("fieldset.ask:has(input[type=radio])").AllAsync())
            {
                await question.Locator("input[type=radio]").First.CheckAsync();
            }

            await resident.PressAsync("提交");
            await Expect(resident.Page.Locator("#thanks")).ToContainTextAsync("您的评价已经收到");
        }

        await CountAsync(app, acceptance);
    }

    /// <summary>The round of three units: begun, scored and told by hand; what no line of its own is needed for is scored beside it.</summary>
    private async Task ScoredAsync(App app)
    {
        int round;
        await using (var staff = await site.VisitAsync(app))
        {
            await staff.SignInAsync("orgdept");
            await staff.GoAsync($"/assessments/rounds/new?phase={AssessmentPhase.Acceptance}");
            await staff.Page.Locator("[name='Plan.DocumentNo']").FillAsync("青组发〔2026〕66号");
            await staff.Page.Locator("[name='Plan.Name']").FillAsync("2026年冬季整顿验收");
            await staff.PressAsync("建立");
            await staff.PressAsync(staff.Page.Locator("summary", new() { HasText = "只列入个别单位" }));
            await staff.Page.Locator("[name=Names]").FillAsync(Code);
            await staff.PressAsync(staff.Page.Locator("#add button"));
            await staff.SeesAsync("后进社区1个");
            round = await app.WithDbAsync(db => db.Rounds.Where(r => r.Plan.Name == "2026年冬季整顿验收").Select(r => r.Id).SingleAsync());
            await staff.GoAsync($"/assessments/rounds/{round}/teams");
            foreach (var (i, name) in Team.Index())
            {
                var unit = staff.Page.Locator($"#unit-{i}");
                await unit.SelectOptionAsync((await unit.Locator("option", new() { HasText = name }).First.GetAttributeAsync("value"))!);
            }

            await staff.Page.Locator("[name=Leader]").SelectOptionAsync(new SelectOptionValue { Label = Leader });
            await staff.ReadsWellAsync();
            await staff.PressAsync("保存");
            await staff.SeesAsync("已组建：");
            await staff.GoAsync($"/assessments/rounds/{round}/begin");
            await staff.PressAsync("开始验收");
            await staff.SeesAsync("各组进度");
        }

        var (sheet, from) = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round).Select(s => ValueTuple.Create(s.Id, s.Round.Plan.OnSiteFrom)).SingleAsync());
        app.SetBeijing($"{from:yyyy-MM-dd} 09:00");
        await using (var member = await site.VisitAsync(app))
        {
            await member.SignInAsync("assessor1");
            await member.GoAsync($"/assessments/sheets/{sheet}");
            await member.ReadsWellAsync();
            await member.PressAsync(member.Page.Locator("form[id^=accept-] > button").First);
            await member.SeesAsync("已按系统分接受");
        }

        await ScoreTheRestAsync(app, sheet, from);
        await using (var staff = await site.VisitAsync(app))
        {
            await staff.SignInAsync("orgdept");
            await staff.GoAsync($"/assessments/rounds/{round}/feedback");
            await staff.Page.Locator($"input[name=Chosen][value='{sheet}']").CheckAsync();
            await staff.PressAsync("向勾选的单位反馈");
            await staff.SeesAsync("已向1个单位反馈");
        }

        app.SetBeijing($"{from.AddDays(20):yyyy-MM-dd} 09:00"); // nobody has objected
        await using var settling = await site.VisitAsync(app);
        await settling.SignInAsync("orgdept");
        await settling.GoAsync($"/assessments/rounds/{round}");
        await settling.PressAsync("定结果");
        await settling.SeesAsync("去认定验收结论");
    }

    private async Task StruckOffAsync(App app, int acceptance, int id)
    {
        await using var staff = await site.VisitAsync(app);
        await staff.SignInAsync("orgdept");
        await staff.GoAsync($"/rectification/acceptances/{acceptance}");
        await Expect(staff.Page.Locator("#judged li")).ToHaveCountAsync(5);
        await staff.Page.Locator("#decide [name=DocumentNo]").FillAsync("青组字〔2027〕2号");
        await staff.ReadsWellAsync();
        await staff.PressAsync(staff.Page.Locator("#decide button"));
        await staff.SeesAsync($"结论：{AcceptanceOutcome.Accepted.Text()}");
        await staff.GoAsync($"/rectification/{id}");
        await staff.SeesAsync("销号，历时");
        await staff.ReadsWellAsync();
    }

    /// <summary>The scheme's six months, which nobody waits for here; the other helpers came in them.</summary>
    private static Task<int> PassMonthsAsync(App app, int id) => app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new Actor(1, "测试", "测试");
        await db.RectificationCases.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ListedOn, new DateOnly(2026, 6, 10)));
        var of = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Helpers).SingleAsync(c => c.Id == id);
        foreach (var (role, name) in new[] { (HelperRole.DistrictLeader, "林向东"), (HelperRole.WorkTeam, "甲一"), (HelperRole.WorkTeam, "乙二"), (HelperRole.WorkTeam, "丙三"), (HelperRole.SupportUnit, "丁四"), (HelperRole.SupportUnit, "戊五") })
        {
            of.Appoint(role, new(name, $"{name}所在单位", "", ""), new(2026, 6, 12), null);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Both surveys end: what came by code, and paper counted by two.</summary>
    private static Task<int> CountAsync(App app, int acceptance) => app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new Actor(1, "甲", "验收组");
        foreach (var survey in await db.Surveys.Include(s => s.Counts).Where(s => db.Acceptances.Any(a => a.Id == acceptance && (a.MeetingId == s.Id || a.HouseholdsId == s.Id))).ToListAsync())
        {
            var online = await db.BallotsAsync(survey.Id);
            var ballots = survey.Slips - 2 - online.Count;
            var tally = new SurveyTally([.. survey.Questions.Select(q => (IReadOnlyList<int>)[.. q.Options.Select((_, i) => i == 0 ? ballots : 0)])]);
            survey.Count(ballots, tally, online.Count, new(1, "甲", "验收组"), new(2026, 12, 26));
            survey.Count(ballots, tally, online.Count, new(2, "乙", "验收组"), new(2026, 12, 26));
            survey.Close(online, new(1, "甲", "验收组"), new(2026, 12, 26));
            Assert.Equal(survey.Kind is SurveyKind.AcceptanceHouseholds ? 1 : 0, online.Count);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>In full, by the members; handed in by the leader.</summary>
    private static Task<int> ScoreTheRestAsync(App app, int id, DateOnly on) => app.WithDbAsync(async db =>
    {
        var sheet = (await db.FindSheetAsync(id))!;
        var (member, leader) = (sheet.Team!.Members.First(m => !m.IsLeader), sheet.Team.Members.First(m => m.IsLeader));
        var at = OfficeTime.Utc(on, new(14, 0));
        db.Lease.Actor = new Actor(member.PersonId, member.Name, "考核组成员");
        foreach (var line in sheet.Lines.Where(l => !l.IsScored))
        {
            var suggestion = sheet.Suggest(line, LineEntry.Accepting.Facts, ScoreMetrics.All);
            sheet.Score(line, suggestion.State is ScoreState.NotApplicable ? LineEntry.Accepting : new LineEntry(line.Points, false, "现场查看属实，整顿期内已补齐", "现场记录", LineEntry.Accepting.Facts), ScoreMetrics.All, db.Lease.Actor, at);
        }

        sheet.Submit(on, "班子运行正常，居民认可。", new(leader.PersonId, leader.Name, "考核组组长"), at);
        return await db.SaveChangesAsync();
    });
}
