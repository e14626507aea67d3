using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Rectification;

/// <summary>整顿验收 by the pages: applied for by the committee, scored by three units on the assessment's sheet, judged by residents, decided by the printed rule; and what follows.</summary>
public sealed class AcceptanceStoryTests : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 12, 18);

    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task From_the_application_to_the_end_of_the_help()
    {
        var of = await PreAcceptedAsync("QH01001");
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var applied = await secretary.FollowAsync(await (await secretary.GetPageAsync($"/rectification/{of}/apply")).Type("Statement", "整顿满9个月，问题已解决或说明，申请验收。").SubmitAsync("form#apply"));
        Assert.Equal(["验收组还没有开始评分。", "还没有组织居民代表会议测评。", "还没有组织入户测评。", "还没有登记近12个月信访件次。"], applied.All("#missing li").Select(l => l.TextContent));
        Assert.Empty(applied.All("#surveys form, form#tell")); // the committee does not ask the residents about its own work
        var id = await _app.WithDbAsync(db => db.Acceptances.Where(a => a.CaseId == of).Select(a => a.Id).SingleAsync());

        using var staff = await _app.SignedInAsync("orgdept");
        await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/acceptances/{id}")).Type("Petitions", "11").Type("PetitionsUntil", "2026-12-15").Type("Source", "区信访局").SubmitAsync("form#tell"));
        await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/acceptances/{id}")).SubmitAsync($"form#survey-{(int)SurveyKind.AcceptanceMeeting}"));
        await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/acceptances/{id}")).SubmitAsync($"form#survey-{(int)SurveyKind.AcceptanceHouseholds}"));
        var surveys = await _app.WithDbAsync(db => db.Surveys.Where(s => s.Stage == SurveyStage.Open && s.Kind >= SurveyKind.AcceptanceMeeting && db.Acceptances.Any(a => a.Id == id && (a.MeetingId == s.Id || a.HouseholdsId == s.Id))).Select(s => s.Id).ToListAsync());
        Assert.Equal(2, surveys.Count);
        using var officer = await _app.SignedInAsync("chunhui.officer");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"/surveys/{surveys[0]}/slips")).StatusCode);
        await CountAsync(surveys);

        var sheet = await BegunAsync(staff);
        var listed = await secretary.GetPageAsync("/rectification/acceptances?Group=Open"); // the sheet itself she does not see yet
        Assert.Contains(listed.All("td[data-label=进展]"), c => c.TextContent.Contains("验收中", StringComparison.Ordinal));
        Assert.DoesNotContain("待组织验收", listed.Text, StringComparison.Ordinal);
        await SettleAsync(sheet);

        var ready = await staff.GetPageAsync($"/rectification/acceptances/{id}");
        Assert.Equal(5, ready.All("#judged li").Count);
        Assert.Contains("合格（销号）", ready.Find("#judged")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await secretary.GetPageAsync($"/rectification/acceptances/{id}")).Find("form#decide"));
        var decided = await staff.FollowAsync(await ready.Type("DocumentNo", "青组字〔2026〕88号").SubmitAsync("form#decide"));

        Assert.Contains("2027-06-18", decided.Text, StringComparison.Ordinal);
        var ended = await _app.WithDbAsync(db => db.RectificationCases.Where(c => c.Id == of).Select(c => new { c.Stage, c.EndedOn, Helping = c.Helpers.Count(h => h.To == null), Posts = c.Helpers.Count(h => h.Holding != null && h.Holding.To == null) }).SingleAsync());
        Assert.Equal((CaseStage.Accepted, Today, 0, 0), (ended.Stage, ended.EndedOn, ended.Helping, ended.Posts));
    }

    [Fact]
    public async Task Only_the_committee_s_secretary_applies()
    {
        var of = await PreAcceptedAsync("QH01001");

        foreach (var (account, status) in new[] { ("chunhui.officer", HttpStatusCode.Forbidden), ("wenming.secretary", HttpStatusCode.Forbidden), ("orgdept", HttpStatusCode.Forbidden), ("wangjiang.secretary", HttpStatusCode.NotFound), ("chunhui.secretary", HttpStatusCode.OK) })
        {
            using var client = await _app.SignedInAsync(account);
            Assert.Equal((account, status), (account, (await client.GetAsync($"/rectification/{of}/apply")).StatusCode));
        }
    }

    [Fact]
    public async Task What_stands_against_it_is_said_on_the_page()
    {
        var of = await _app.WithDbAsync(db => db.RectificationCases.Where(c => c.Stage == CaseStage.Rectifying).Select(c => c.Id).SingleAsync());
        using var secretary = await _app.SignedInAsync("chunhui.secretary");

        var again = await secretary.PageAsync(await (await secretary.GetPageAsync($"/rectification/{of}/apply")).Type("Statement", "申请验收").SubmitAsync("form#apply"));

        Assert.Contains("整顿中", again.Text, StringComparison.Ordinal);
        Assert.Contains("申请条件还差2项", again.Find("#conditions")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([$"/rectification/{of}/plan", $"/rectification/{of}/plan#pre-accept"], again.All("#conditions ul:first-of-type a").Select(a => a.GetAttribute("href")));
        Assert.Equal(again.All("#conditions .conditions li").Select(l => l.TextContent.Trim()), (await secretary.GetPageAsync($"/rectification/{of}")).All("#exit .conditions li").Select(l => l.TextContent.Trim()));
        Assert.Equal("申请验收", ((IHtmlTextAreaElement)again.Find("[name=Statement]")!).Value);
    }

    [Fact]
    public async Task A_look_back_is_owed_after_six_months_and_a_relapse_opens_the_case_with_its_history()
    {
        var (id, of, steps) = await _app.WithDbAsync(db => db.Acceptances.Where(a => a.Outcome == AcceptanceOutcome.Accepted && a.LookBackOn == null).Select(a => ValueTuple.Create(a.Id, a.CaseId, db.CaseSteps.Count(s => s.CaseId == a.CaseId))).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");
        Assert.Contains("待回头看", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);

        var page = await staff.FollowAsync(await (await staff.GetPageAsync($"/rectification/acceptances/{id}/look-back")).Type("Words", "换届矛盾重新激化，居民集体上访两次").SubmitAsync("button[formaction*=Relapse]"));

        Assert.Contains("重新打开", page.Text, StringComparison.Ordinal);
        var now = await _app.WithDbAsync(db => db.RectificationCases.Where(c => c.Id == of).Select(c => new { c.Stage, c.EndedOn, Steps = c.Steps.Count, Problems = c.Problems.Count, Acceptances = db.Acceptances.Count(a => a.CaseId == of) }).SingleAsync());
        Assert.Equal((CaseStage.Relapsed, null, steps + 1, 2, 1), (now.Stage, now.EndedOn, now.Steps, now.Problems, now.Acceptances));
        Assert.DoesNotContain("待回头看", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);
        Assert.Null((await staff.GetPageAsync("/rectification/acceptances?Group=StruckOff")).Find($"a[href='/rectification/acceptances/{id}']"));
        Assert.NotNull((await staff.GetPageAsync("/rectification/acceptances?Group=GoesOn")).Find($"a[href='/rectification/acceptances/{id}']"));

        // With a plan approved anew, the months before the relapse are still this case's.
        var report = await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var taken = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Problems).ThenInclude(p => p.Problem).ThenInclude(p => p.Tasks).Include(c => c.Steps).SingleAsync(c => c.Id == of);
            taken.ApprovePlan(new(1, "测试", "测试"), Today);
            await db.SaveChangesAsync();
            return await db.Filings.Where(f => f.Kind == Domain.Filings.FilingKind.MonthlyReport && f.OrganizationId == taken.OrganizationId && f.FirstSubmittedAt != null).OrderBy(f => f.Year).ThenBy(f => f.Period).Select(f => f.Id).FirstAsync();
        });
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/rectification/reports/{report}")).StatusCode);
    }

    [Fact]
    public async Task The_team_s_access_ends_with_the_round_s_day()
    {
        var sheet = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Phase == AssessmentPhase.Acceptance && s.Stage == SheetStage.Scoring).Select(s => s.Id).SingleAsync());
        using var assessor = await _app.SignedInAsync("assessor1");
        Assert.Equal(HttpStatusCode.OK, (await assessor.GetAsync($"/assessments/sheets/{sheet}")).StatusCode);

        await _app.WithDbAsync(db => db.Rounds.Where(r => r.Sheets.Any(s => s.Id == sheet)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Plan.AccessUntil, Today.AddDays(-1))));
        using var later = await _app.SignedInAsync("assessor1");

        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync($"/assessments/sheets/{sheet}")).StatusCode);
    }

    [Fact]
    public async Task The_comparison_shows_before_and_after_and_its_brief_says_the_same()
    {
        var batch = await _app.WithDbAsync(db => db.RectificationBatches.Where(b => b.Year == 2025).Select(b => b.Id).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/rectification/batches/{batch}/comparison");

        var row = page.All("#comparison tbody tr")[0];
        Assert.Contains("92.2%（59/64）", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("下降66.67%", row.TextContent, StringComparison.Ordinal); // 27 → 9
        Assert.Equal(2, page.All("svg[role=img]").Count(s => s.TextContent.Contains("整顿后", StringComparison.Ordinal)));
        var brief = await staff.GetAsync($"/rectification/batches/{batch}/comparison?handler=Brief");
        Assert.Equal(HttpStatusCode.OK, brief.StatusCode);
        Assert.Contains("92.2%", await TextAsync(brief), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpResponseMessage word)
    {
        using var file = new MemoryStream(await word.Content.ReadAsByteArrayAsync());
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }

    /// <summary>What is still open has been explained, and the committee has accepted it.</summary>
    private Task<int> PreAcceptedAsync(string code) => _app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new Actor(1, "测试", "测试");
        var community = await db.Organizations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync();
        var of = await db.RectificationCases.Include(c => c.Batch).Include(c => c.Problems).ThenInclude(p => p.Problem).Include(c => c.Steps).SingleAsync(c => c.OrganizationId == community);
        foreach (var problem in of.Problems.Where(p => !p.IsSettled).ToList())
        {
            of.Explain(problem, "管线迁改由市里统筹，已逐户说明", new(1, "测试", "测试"), Today);
        }

        of.PreAccept("同意报请验收", new(1, "测试", "测试"), Today);
        await db.SaveChangesAsync();
        return of.Id;
    });

    private Task<int> CountAsync(IReadOnlyCollection<int> surveys) => _app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new Actor(1, "测试", "测试");
        foreach (var survey in await db.Surveys.Include(s => s.Counts).Where(s => surveys.Contains(s.Id)).ToListAsync())
        {
            var ballots = survey.Slips - 2;
            var tally = new SurveyTally([.. survey.Questions.Select(q => (IReadOnlyList<int>)[.. q.Options.Select((_, i) => i == 0 ? ballots : 0)])]);
            survey.Count(ballots, tally, 0, new(1, "甲", "验收组"), Today);
            survey.Count(ballots, tally, 0, new(2, "乙", "验收组"), Today);
            survey.Close([], new(1, "甲", "验收组"), Today);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>A round of the district with its team of three units, begun by the pages.</summary>
    private async Task<int> BegunAsync(HttpClient staff)
    {
        var objects = await staff.FollowAsync(await (await staff.GetPageAsync("/assessments/rounds/new?phase=Acceptance")).Type("Plan.DocumentNo", "青组发〔2026〕66号").Type("Plan.Name", "2026年第二次整顿验收").SubmitAsync("form#new"));
        var listed = await staff.FollowAsync(await objects.Type("Names", "QH01001").SubmitAsync("form#add"));
        Assert.Contains("后进社区1个", listed.Text, StringComparison.Ordinal);
        var round = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Plan.Name == "2026年第二次整顿验收").Select(r => r.Id).SingleAsync());
        var people = await _app.WithDbAsync(db => db.PostHoldings.Where(h => h.To == null && (h.Kind == PostKind.Assessor || h.Kind == PostKind.TeamLeader)).OrderByDescending(h => h.Kind == PostKind.TeamLeader).ThenBy(h => h.Id).Select(h => h.PersonId).Take(3).ToListAsync());
        var teams = await staff.GetPageAsync($"/assessments/rounds/{round}/teams");
        foreach (var (i, person) in people.Index())
        {
            ((IHtmlSelectElement)teams.Find($"#unit-{i}")!).Value = $"{person}";
        }

        var formed = await staff.FollowAsync(await teams.Type("Leader", $"{people[0]}").SubmitAsync("form#form"));
        Assert.Contains("组织部，组长", formed.Text, StringComparison.Ordinal);
        var begun = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}/begin")).SubmitAsync("form#begin"));
        Assert.Contains("验收已开始", begun.Document.Body!.TextContent, StringComparison.Ordinal);
        return await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Stage == SheetStage.Scoring).Select(s => s.Id).SingleAsync());
    }

    /// <summary>Scored, told and settled; how that goes is the assessment's own story.</summary>
    private Task<int> SettleAsync(int sheet) => _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == sheet).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Final).SetProperty(x => x.FinalTotal, 8_650)));
}
