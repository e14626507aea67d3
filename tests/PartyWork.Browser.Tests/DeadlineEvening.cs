using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>21 December 2026 from 17:30 on: the evening on which a system of this kind earns or loses its name.</summary>
public sealed class DeadlineEvening(Site site)
{
    [Fact]
    public async Task A_session_that_ends_while_the_clerk_types_loses_nothing_and_the_secretary_confirms_in_two_taps()
    {
        await using var app = await Site.OpenAsync();
        app.SetBeijing("2026-12-21 17:30:00");
        var id = await app.FilingAsync("QH01001", 4);
        await using var clerk = await site.VisitAsync(app);
        await clerk.SignInAsync("wenming.officer");
        await clerk.SeesAsync("今天24:00截止");
        await clerk.PressAsync(clerk.Page.Locator(".next a.btn-primary"));
        await clerk.AnswerAllAsync(scripts: true);

        app.Clock.Advance(TimeSpan.FromMinutes(31));
        const string Words = "18点01分写下的这句话不能丢：七号楼加装扶手，12户签字同意";
        var line = clerk.Page.Locator("section.line").Nth(1);
        await line.GetByLabel("进展说明").FillAsync(Words);
        await Expect(clerk.Page.Locator("#offline")).ToContainTextAsync("登录已过期");
        await clerk.PressAsync("暂存");
        await clerk.SeesAsync("您刚才填写的内容已经保留");
        await clerk.ReadsWellAsync();
        clerk.Expected("401");
        await clerk.TypePasswordAsync("wenming.officer");
        await clerk.SeesAsync("已暂存");
        Assert.Equal($"/reports/{id}/fill", clerk.Path);
        await Expect(line.GetByLabel("进展说明")).ToHaveValueAsync(Words);
        await clerk.PressAsync("报书记");
        await clerk.SeesAsync("已报书记，等待书记确认。");

        app.SetBeijing("2026-12-21 21:40:00");
        await using (var secretary = await site.VisitAsync(app, phone: true))
        {
            await secretary.SignInAsync("wenming.secretary");
            var before = secretary.Presses;
            await secretary.PressAsync(secretary.Page.Locator(".next a.btn-primary"));
            await secretary.Page.WaitForURLAsync($"**/reports/{id}/confirm");
            await secretary.PressAsync("确认并报送");
            await secretary.SeesAsync("已确认并报送上级");
            Assert.Equal(2, secretary.Presses - before);

            // Both times, so that nobody is blamed for another's delay.
            await Expect(Pair(secretary, "干事报书记")).ToContainTextAsync("2026-12-21 18:01");
            await Expect(Pair(secretary, "书记确认")).ToContainTextAsync("2026-12-21 21:40");
            await secretary.SeesNotAsync("补报");
        }

        // The committee returns it next week; the first report was on time and stays so.
        app.SetBeijing("2026-12-28 09:00:00");
        await using (var committee = await site.VisitAsync(app))
        {
            await committee.SignInAsync("chunhui.officer");
            await committee.GoAsync($"/reports/{id}/return");
            await committee.Page.Locator("tbody tr").First.GetByRole(AriaRole.Combobox).FillAsync("请写明参加人数");
            await committee.PressAsync("退回");
            await committee.SeesAsync("已退回1项");
        }

        await using var again = await site.VisitAsync(app);
        await again.SignInAsync("wenming.officer");
        await again.SeesAsync("首报已按时，修改不影响");
        await again.PressAsync(again.Page.Locator(".next a.btn-primary"));
        await again.SeesAsync("首报已按时，修改不影响。");
        await again.GoAsync($"/reports/{id}");
        await again.SeesAsync("首报已按时，修改不影响。");
        await again.SeesNotAsync("补报");
    }

    [Fact]
    public async Task A_paper_signature_counts_as_on_time_and_stays_flagged_until_the_secretary_confirms_it()
    {
        await using var app = await Site.OpenAsync();
        app.SetBeijing("2026-12-21 17:30:00");
        var (id, organization) = await WaitingAsync(app, "QH03");
        await using (var clerk = await site.VisitAsync(app))
        {
            await clerk.SignInByPasswordAsync(await app.AccountAsync(organization, PostKind.Officer));
            await clerk.GoAsync($"/reports/{id}/fill");
            await clerk.Page.Locator("summary", new() { HasText = "书记不便上网" }).ClickAsync();
            await clerk.Page.GetByLabel("书记签字日期").FillAsync("2026-12-21");
            await clerk.PressAsync("书记已线下签字，报送");
            await clerk.SeesAsync("已按书记线下签字报送");
            await clerk.SeesAsync("干事登记线下签字，待书记补确认");
            await clerk.SeesNotAsync("补报");
            await clerk.ReadsWellAsync();
        }

        app.SetBeijing("2026-12-23 08:30:00");
        await using (var secretary = await site.VisitAsync(app, phone: true))
        {
            await secretary.SignInByPasswordAsync(await app.AccountAsync(organization, PostKind.Secretary));
            await secretary.SeesAsync("补确认");
            await secretary.PressAsync(secretary.Page.Locator("main a", new() { HasText = "补确认" }).First);
            await secretary.SeesAsync("待书记补确认");
            await secretary.ReadsWellAsync();
            await secretary.PressAsync("确认是我签的");
            await secretary.SeesAsync("已补确认线下签字。");
            await secretary.SeesNotAsync("待书记补确认");
            await secretary.SeesNotAsync("补报");
        }
    }

    [Fact]
    public async Task One_second_before_midnight_is_on_time_and_one_second_after_is_late()
    {
        await using var app = await Site.OpenAsync();
        var (punctual, first) = await WaitingAsync(app, "QH04");
        var (tardy, second) = await WaitingAsync(app, "QH05");
        app.SetBeijing("2026-12-21 23:50:00");
        await using var early = await site.VisitAsync(app, phone: true);
        await using var late = await site.VisitAsync(app, phone: true);
        await early.SignInByPasswordAsync(await app.AccountAsync(first, PostKind.Secretary));
        await late.SignInByPasswordAsync(await app.AccountAsync(second, PostKind.Secretary));
        await early.GoAsync($"/reports/{punctual}/confirm");
        await late.GoAsync($"/reports/{tardy}/confirm");
        await late.SeesAsync("今天24:00截止");

        app.SetBeijing("2026-12-21 23:59:59");
        await early.PressAsync("确认并报送");
        await early.SeesAsync("已确认并报送上级（2026-12-21 23:59）");
        await early.SeesNotAsync("补报");

        app.SetBeijing("2026-12-22 00:00:01");
        await late.PressAsync("确认并报送");
        await late.SeesAsync("已确认并报送上级（2026-12-22 00:00）");
        await late.SeesAsync("补报");
        await late.ReadsWellAsync();

        // Both are told apart in the district's list too.
        await using var district = await site.VisitAsync(app);
        await district.SignInAsync("orgdept");
        await district.GoAsync("/reports?year=2026&Period=4&Late=true");
        await Expect(district.Page.Locator($"a[href='/reports/{tardy}']")).ToBeVisibleAsync();
        await Expect(district.Page.Locator($"a[href='/reports/{punctual}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Four_reasons_for_being_locked_are_four_different_sentences()
    {
        await using var app = await Site.OpenAsync();
        app.SetBeijing("2026-12-21 17:30:00");
        var filings = await app.WithDbAsync(async db =>
        {
            // Next year's first quarter is published early to one community; it opens in March.
            var workdays = await db.WorkdaysAsync();
            var window = Window.OfYear(2027, new Scheme(), workdays).First(w => w is { Kind: FilingKind.QuarterlyReport, Period: 1, Level: OrganizationLevel.Primary });
            var organization = await db.Organizations.Where(o => o.Code == "QH01001").Select(o => o.Id).SingleAsync();
            db.Add(new WorkYear(2027, new Scheme(), "下年度方案"));
            db.Add(window);
            db.AddRange(window.Publish([organization], new DateOnly(2026, 12, 21)));
            await db.SaveChangesAsync();
            var found = new Dictionary<string, (int Id, int Organization)>
            {
                ["尚未开放："] = await Of(f => f.Year == 2027),
                ["锁定：如需补报，请联系上级党组织解锁。"] = await Of(f => f.Kind == FilingKind.QuarterlyReport && f.Year == 2026 && f.Period == 2 && f.Stage < FilingStage.Submitted),
                ["已报送，等待上级审核：需要修改请联系上级党组织退回。"] = await Of(f => f.Kind == FilingKind.QuarterlyReport && f.Year == 2026 && f.Period == 4 && f.Stage == FilingStage.Submitted),
                ["上级已审核通过：以后的变化请填入下一期。"] = await Of(f => f.Kind == FilingKind.QuarterlyReport && f.Year == 2026 && f.Period == 3 && f.Stage == FilingStage.Accepted),
            };
            return found;

            async Task<(int, int)> Of(System.Linq.Expressions.Expression<Func<Filing, bool>> which)
            {
                var one = await db.Filings.Where(f => f.Kind == FilingKind.QuarterlyReport && f.Window.Level == OrganizationLevel.Primary).Where(which)
                    .Where(f => db.PostHoldings.Any(h => h.OrganizationId == f.OrganizationId && h.Kind == PostKind.Officer && h.To == null))
                    .OrderBy(f => f.Id).Select(f => new { f.Id, f.OrganizationId }).FirstAsync();
                return (one.Id, one.OrganizationId);
            }
        });

        var told = new List<string>();
        foreach (var (sentence, (id, organization)) in filings)
        {
            await using var clerk = await site.VisitAsync(app);
            await clerk.SignInByPasswordAsync(await app.AccountAsync(organization, PostKind.Officer));
            await clerk.GoAsync($"/reports/{id}/fill");
            Assert.Equal($"/reports/{id}", clerk.Path); // no form that could not be sent
            await Expect(Pair(clerk, "能否修改")).ToContainTextAsync(sentence);
            told.Add(await Pair(clerk, "能否修改").InnerTextAsync());
            await clerk.ReadsWellAsync();
        }

        Assert.Equal(4, told.Distinct().Count());
    }

    private static ILocator Pair(Visitor visitor, string term) => visitor.Page.Locator($"dt:text-is('{term}') + dd");

    /// <summary>A fourth-quarter report below the committee that waits for its secretary, who and whose clerk are in office.</summary>
    private static Task<(int Id, int OrganizationId)> WaitingAsync(App app, string committee) => app.WithDbAsync(async db =>
    {
        var one = await db.Filings.Where(f => f.Year == 2026 && f.Period == 4 && f.Kind == FilingKind.QuarterlyReport && f.Stage == FilingStage.AwaitingSecretary)
            .Where(f => db.Organizations.Any(o => o.Id == f.OrganizationId && o.Code.StartsWith(committee) && o.Code != committee))
            .Where(f => db.PostHoldings.Any(h => h.OrganizationId == f.OrganizationId && h.Kind == PostKind.Secretary && h.To == null)
                && db.PostHoldings.Any(h => h.OrganizationId == f.OrganizationId && h.Kind == PostKind.Officer && h.To == null))
            .OrderBy(f => f.Id).Select(f => new { f.Id, f.OrganizationId }).FirstAsync();
        return (one.Id, one.OrganizationId);
    });
}
