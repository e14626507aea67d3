using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Assessments.Rounds;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>A round by the district's pages: made, published, self-scoring ended, teams formed, drawn; told, decided, closed.</summary>
public sealed class RoundStoryTests : IAsyncLifetime
{

    [Fact]
    public async Task What_cost_points_at_the_year_s_end_is_proposed_in_next_year_s_lists()
    {
        var round = await _app.WithDbAsync(async db =>
        {
            var id = await db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync();
            await db.ScoreSheets.Where(s => s.RoundId == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Feedback).SetProperty(x => x.FeedbackOn, new DateOnly(2026, 12, 8)).SetProperty(x => x.ObjectionUntil, new DateOnly(2026, 12, 15)));
            return id;
        });
        using var staff = await _app.SignedInAsync("orgdept");

        var closed = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}")).SubmitAsync("form#close"));

        Assert.Contains("已列入各单位2027年问题清单", closed.Document.Body!.TextContent, StringComparison.Ordinal);
        var (lost, proposed) = await _app.WithDbAsync(async db => (
            (await db.Set<SheetLine>().AsNoTracking().Where(l => l.Sheet.RoundId == round).ToListAsync()).Where(l => l.Loss > 0).Select(l => l.Id).Order().ToList(),
            await db.Problems.Where(p => p.Year == 2027 && p.SheetLineId != null).OrderBy(p => p.SheetLineId).Select(p => p.SheetLineId!.Value).ToListAsync()));
        Assert.InRange(lost.Count, 20, 2_000);
        Assert.Equal(lost, proposed);
    }

    [Fact]
    public async Task What_a_unit_lost_is_in_its_list_with_the_decision_of_its_objection_as_it_was_found_and_the_end_of_the_round_lists_the_rest()
    {
        var round = await OnSiteAsync();
        var (objection, sheet, code) = await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var chosen = await db.ScoreSheets.Where(s => s.RoundId == round && s.Stage == SheetStage.Provisional && s.Lines.Any(l => l.Team > 0 && l.Team < l.Points)).OrderBy(s => s.Id).Select(s => s.Id).Take(2).ToListAsync();
            await db.ScoreSheets.Where(s => chosen.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Feedback).SetProperty(x => x.FeedbackOn, new DateOnly(2026, 12, 8)).SetProperty(x => x.ObjectionUntil, new DateOnly(2026, 12, 15)));
            var first = (await db.FindSheetAsync(chosen[0]))!;
            var line = first.Lines.First(l => l.Team > 0 && l.Loss > 0);
            var filed = first.Object(line.Code, ObjectionGround.Fact, "记录已补充。", new(1, "书记", "书记"), new DateTime(2026, 12, 14, 3, 0, 0, DateTimeKind.Utc));
            await db.SaveChangesAsync();
            return (filed.Id, first.Id, line.Code);
        });
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/assessments/rounds/{round}/objections");
        page.Type("Outcome", "Adjusted").Type("Value", "0").Type("First", "佟立群").Type("Second", "伍思齐").Type("Opinion", "经查阅原件，情况属实。");

        var told = await staff.FollowAsync(await page.SubmitAsync($"form#decide-{objection}"));

        Assert.Contains("条已列入2027年问题清单", told.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SheetStage.Final, await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == sheet).Select(s => s.Stage).SingleAsync()));
        var (lost, listed) = await LostAndListedAsync(final: true);
        Assert.InRange(lost.Count, 2, 500);
        Assert.Equal(lost, listed);
        var statement = await _app.WithDbAsync(db => db.Problems.Where(p => db.Set<SheetLine>().Any(l => l.Id == p.SheetLineId && l.SheetId == sheet && l.Code == code)).Select(p => p.Statement).SingleAsync());
        Assert.DoesNotContain("经查阅原件", statement, StringComparison.Ordinal);

        await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Stage != SheetStage.Final).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Feedback).SetProperty(x => x.FeedbackOn, new DateOnly(2026, 12, 8)).SetProperty(x => x.ObjectionUntil, new DateOnly(2026, 12, 15))));
        await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}")).SubmitAsync("form#close"));
        (lost, listed) = await LostAndListedAsync(final: false);
        Assert.Equal(lost, listed);

        async Task<(List<int> Lost, List<int> Listed)> LostAndListedAsync(bool final) => await _app.WithDbAsync(async db => (
            (await db.Set<SheetLine>().AsNoTracking().Where(l => l.Sheet.RoundId == round && (!final || l.Sheet.Stage == SheetStage.Final)).ToListAsync()).Where(l => l.Loss > 0).Select(l => l.Id).Order().ToList(),
            await db.Problems.Where(p => p.Year == 2027 && p.SheetLineId != null).OrderBy(p => p.SheetLineId).Select(p => p.SheetLineId!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Of_two_year_end_rounds_with_one_organisation_in_both_that_are_published_at_once_one_is()
    {
        var rounds = await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var (district, street) = (await db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync(), await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync());
            await db.Rounds.Where(r => r.Year == 2026 && r.Phase == AssessmentPhase.End).ExecuteUpdateAsync(s => s.SetProperty(r => r.Year, 2024));
            var rubric = await db.Rubrics.WithAll().Where(r => r.Year == 2026 && r.Kind == RubricKind.Committee && r.PublishedOn != null).OrderByDescending(r => r.No).FirstAsync();
            var both = Enumerable.Range(91, 2).Select(no => new Round(district, 2026, AssessmentPhase.End, no, new($"同时发布{no}", "青组发〔2026〕40号", "青督考〔2026〕9号", new(2026, 12, 20), new(2026, 12, 21), new(2026, 12, 28), new(2026, 12, 31)))).ToList();
            both.ForEach(r => r.Assess(street, rubric));
            db.AddRange(both);
            await db.SaveChangesAsync();
            return both.Select(r => r.Id).ToList();
        });
        using var first = await _app.SignedInAsync("orgdept");
        using var second = await _app.SignedInAsync("orgdept2");
        var pages = new[] { await first.GetPageAsync($"/assessments/rounds/{rounds[0]}"), await second.GetPageAsync($"/assessments/rounds/{rounds[1]}") };

        // Both have read that nobody stands elsewhere before either may write.
        List<Task<HttpResponseMessage>> pressed;
        using (await _app.Services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None))
        {
            pressed = [.. pages.Select(p => p.SubmitAsync("form#publish"))];
            await Task.WhenAny(Task.WhenAll(pressed), Task.Delay(3_000));
        }

        var answers = await Task.WhenAll(pressed);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(a => a.StatusCode).Order());
        var refused = await first.PageAsync(answers.Single(a => a.StatusCode is HttpStatusCode.OK));
        Assert.Contains("内容刚刚被其他同志修改过", refused.Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await _app.WithDbAsync(db => db.Rounds.CountAsync(r => rounds.Contains(r.Id) && r.PublishedOn != null)));
        Assert.Equal(1, await _app.WithDbAsync(db => db.Filings.CountAsync(f => f.Kind == FilingKind.SelfScore && f.Year == 2026 && (f.Period == 91 || f.Period == 92))));
    }

    [Fact]
    public async Task A_round_or_a_rubric_that_is_published_twice_at_once_is_published_once()
    {
        var (round, rubric) = await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var (district, street) = (await db.Organizations.Where(o => o.Level == OrganizationLevel.District).Select(o => o.Id).SingleAsync(), await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync());
            var published = await db.Rubrics.WithAll().Where(r => r.Year == 2026 && r.Kind == RubricKind.Committee && r.PublishedOn != null).OrderByDescending(r => r.No).FirstAsync();
            var added = new Round(district, 2026, AssessmentPhase.Mid, 93, new("同一轮按两次", "青组发〔2026〕40号", "青督考〔2026〕9号", new(2026, 12, 20), new(2026, 12, 21), new(2026, 12, 28), new(2026, 12, 31)));
            added.Assess(street, published);
            var copy = published.Copy(2026, published.No + 1);
            db.AddRange(added, copy);
            await db.SaveChangesAsync();
            return (added.Id, copy.Id);
        });
        using var staff = await _app.SignedInAsync("orgdept");
        foreach (var path in (string[])[$"/assessments/rounds/{round}", $"/rubrics/{rubric}"])
        {
            var page = await staff.GetPageAsync(path);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync("form#publish")));

            Assert.All(answers, a => Assert.True((int)a.StatusCode < 400, $"{path}: {(int)a.StatusCode}"));
        }

        Assert.Equal(1, await _app.WithDbAsync(db => db.Filings.CountAsync(f => f.Kind == FilingKind.SelfScore && f.Year == 2026 && f.Period == 93)));
        Assert.Null(await _app.WithDbAsync(db => db.Lease.Chain.VerifyAsync(db, CancellationToken.None)));
    }

    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_district_makes_a_round_publishes_it_ends_self_scoring_forms_teams_and_draws()
    {
        await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.Phase == AssessmentPhase.End && r.PublishedOn != null).ExecuteUpdateAsync(s => s.SetProperty(r => r.Year, 2024))); // nobody is assessed twice at a year's end
        using var staff = await _app.SignedInAsync("orgdept");
        var form = await staff.GetPageAsync("/assessments/rounds/new");
        form.Type("Phase", "End").Type("Plan.Name", "机关党建抽查").Type("Plan.SelfDue", "2026-12-18").Type("Plan.OnSiteFrom", "2026-12-19").Type("Plan.OnSiteTo", "2026-12-28").Type("Plan.AccessUntil", "2026-12-31").Type("Plan.MostLoad", "16");
        var objects = await staff.FollowAsync(await form.SubmitAsync("form#new"));
        var round = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Plan.Name == "机关党建抽查").Select(r => r.Id).SingleAsync());

        // Whom: five organs at random, all committees and one by its name; two taken off again.
        objects = await staff.FollowAsync(await objects.Type("Group", "Organs").Type("Sample", "5").SubmitAsync("form#add"));
        Assert.Contains("已列入5个单位", objects.Document.Body!.TextContent, StringComparison.Ordinal);
        objects = await staff.FollowAsync(await objects.Type("Group", "Committees").SubmitAsync("form#add"));
        objects = await staff.FollowAsync(await objects.Type("Names", "QH01001").SubmitAsync("form#add"));
        var refused = await staff.PageAsync(await objects.Type("Names", "QH01001").SubmitAsync("form#add"));
        Assert.Contains("都已列入", refused.Text, StringComparison.Ordinal);
        Assert.Equal("QH01001", refused.Find("textarea[name=Names]")!.TextContent.Trim());
        var listed = await SheetsAsync(round);
        objects = await staff.GetPageAsync($"/assessments/rounds/{round}/objects");
        foreach (var gone in listed.Where(s => s.Kind is RubricKind.Organ).Take(2))
        {
            objects = await staff.GetPageAsync($"/assessments/rounds/{round}/objects?Words={gone.Code}");
            objects = await staff.FollowAsync(await objects.Type("chosen", $"{gone.Id}").SubmitAsync("form#remove button"));
        }

        var sheets = await SheetsAsync(round);
        Assert.Equal(3, sheets.Count(s => s.Kind is RubricKind.Organ));
        Assert.Equal(listed.Count - 2, sheets.Count);
        Assert.Contains(sheets, s => s is { Code: "QH01001", Kind: RubricKind.Community });

        // Nothing is published without its place in the year's plan.
        var page = await staff.GetPageAsync($"/assessments/rounds/{round}");
        var broken = await staff.PageAsync(await page.SubmitAsync("form#publish"));
        Assert.Contains("文号", broken.Find("[role=alert]")!.TextContent, StringComparison.Ordinal);
        page = await staff.FollowAsync(await broken.Type("Plan.DocumentNo", "青组发〔2026〕40号").Type("Plan.PlanNo", "青督考〔2026〕9号").SubmitAsync("form#plan"));
        page = await staff.FollowAsync(await page.SubmitAsync("form#publish"));
        Assert.Contains($"未报送{sheets.Count}个", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Find("form#freeze"));
        var no = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Id == round).Select(r => r.No).SingleAsync());
        Assert.Equal(sheets.Count, await _app.WithDbAsync(db => db.Filings.CountAsync(f => f.Kind == FilingKind.SelfScore && f.Year == 2026 && f.Period == no)));

        // The day after, self-scoring is ended; who said nothing is as the records have it.
        _app.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await _app.SignedInAsync("orgdept");
        page = await later.FollowAsync(await (await later.GetPageAsync($"/assessments/rounds/{round}")).SubmitAsync("form#freeze"));
        Assert.Contains("待抽", page.Text, StringComparison.Ordinal);
        Assert.True(await _app.WithDbAsync(db => db.Set<SheetLine>().AnyAsync(l => l.Sheet.RoundId == round && l.Computed != null)));

        // Two teams from the pool. Whoever worked in a street keeps away from it and from its communities.
        var (first, second) = await PoolAsync();
        await _app.WithDbAsync(async db =>
        {
            var person = await db.Persons.Include(p => p.Holdings).SingleAsync(p => p.Id == first[1]);
            var street = await db.Organizations.SingleAsync(o => o.Code == "QH01");
            var post = new PostHolding(person, street, PostKind.Member, "春晖街道党工委委员", new(2024, 3, 1));
            post.End(new(2025, 3, 1));
            db.Add(post);
            db.Lease.Actor = new(1, "测试", "测试");
            await db.SaveChangesAsync();
            return 0;
        });
        await FormAsync(later, round, first);
        var teams = await FormAsync(later, round, second);
        Assert.Equal(2, teams.All("#formed tbody tr").Count);
        var recusals = await later.GetPageAsync($"/assessments/rounds/{round}/recusals");
        Assert.Contains(WorkplaceRecusals.Reason, recusals.Text, StringComparison.Ordinal);
        var recused = await _app.WithDbAsync(db => db.Set<Recusal>().Where(r => r.RoundId == round && r.PersonId == first[1]).Join(db.Organizations, r => r.OrganizationId, o => o.Id, (r, o) => o.Code).ToListAsync());
        Assert.Equal(["QH01", "QH01001"], recused.Order(StringComparer.Ordinal));

        var draw = await later.GetPageAsync($"/assessments/rounds/{round}/draw");
        var one = await later.PageAsync(await draw.Type("First", "马卫东").Type("Second", "马卫东").SubmitAsync("form#draw"));
        Assert.Contains("两名不同的见证人", one.Text, StringComparison.Ordinal);
        var drawn = await later.FollowAsync(await one.Type("Second", "佟立群").SubmitAsync("form#draw"));
        Assert.Matches("^[0-9A-F]{8}$", drawn.Find("dd.key")!.TextContent);
        Assert.Contains("全部一致", drawn.Find("#verified")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("马卫东、佟立群", drawn.Text, StringComparison.Ordinal);
        var loads = drawn.All("#loads tbody tr").Select(r => int.Parse(r.Children[2].TextContent, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(sheets.Count, loads.Sum());
        Assert.InRange(loads.Max() - loads.Min(), 0, 2);
        Assert.Equal(2, await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Team!.No == 2).Join(db.Organizations, s => s.OrganizationId, o => o.Id, (s, o) => o.Code).CountAsync(c => c == "QH01" || c == "QH01001")));

        // Drawn once more for one, with a reason that stands beside it.
        var again = (await SheetsAsync(round)).First(s => s.Kind is RubricKind.Organ);
        var before = await TeamAsync(again.Id);
        var redrawn = await later.FollowAsync(await drawn.Type("Sheet", $"{again.Id}").Type("Reason", "组员与该单位书记系亲属").SubmitAsync("form#again"));
        Assert.NotEqual(before, await TeamAsync(again.Id));
        Assert.Contains("另有1个单位已按理由重抽", redrawn.Text, StringComparison.Ordinal);
        Assert.Contains("全部一致", redrawn.Find("#verified")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assessor1")]
    [InlineData("teamlead1")]
    [InlineData("chunhui.secretary")]
    [InlineData("wenming.deputy")]
    public async Task Nobody_below_the_district_and_no_assessor_opens_its_round(string account)
    {
        var round = await OnSiteAsync();
        using var client = await _app.SignedInAsync(account);
        foreach (var path in (string[])[$"{round}", $"{round}/objects", $"{round}/teams", $"{round}/recusals", $"{round}/draw", $"{round}/checks", $"{round}/feedback", $"{round}/objections"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/assessments/rounds/{path}")).StatusCode);
        }
    }

    [Fact]
    public async Task Sheets_go_back_with_a_reason_or_out_with_numbers_of_their_own_and_an_objection_is_decided_by_two()
    {
        var round = await OnSiteAsync();
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/assessments/rounds/{round}/feedback");
        var waiting = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Stage == SheetStage.Provisional).Select(s => s.Id).ToListAsync());
        Assert.InRange(waiting.Count, 4, 100);

        // Back to the team: it is scored again, and no letter goes out.
        Assert.Contains("请写明退回考核组的理由", (await staff.PageAsync(await page.Type("Sheet", $"{waiting[0]}").SubmitAsync("form#reopen"))).Text, StringComparison.Ordinal);
        page = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}/feedback")).Type("Sheet", $"{waiting[0]}").Type("Reason", "佐证与得分不符").SubmitAsync("form#reopen"));
        Assert.Equal((SheetStage.Scoring, "退回考核组：佐证与得分不符"), await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == waiting[0]).Select(s => ValueTuple.Create(s.Stage, s.Note)).SingleAsync()));

        // One by hand, then all the others on from its number; no number twice.
        page = await staff.FollowAsync(await page.Type("Chosen", $"{waiting[1]}").Type($"Letters[{waiting[1]}]", "青组考反〔2026〕300号").SubmitAsync("form#give button"));
        Assert.Contains("已向1个单位反馈", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已经用过", (await staff.PageAsync(await page.Type("Chosen", $"{waiting[2]}").Type($"Letters[{waiting[2]}]", "青组考反〔2026〕300号").SubmitAsync("form#give button"))).Text, StringComparison.Ordinal);
        page = await staff.GetPageAsync($"/assessments/rounds/{round}/feedback");
        Assert.Equal("301", page.Find("[name=From]")!.GetAttribute("value"));
        page = await staff.FollowAsync(await page.SubmitAsync("form#all"));
        var numbers = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round && s.Stage == SheetStage.Feedback).Select(s => s.LetterNo).ToListAsync());
        Assert.Equal(Enumerable.Range(300, waiting.Count - 1).Select(n => $"青组考反〔2026〕{n}号"), numbers.Order(StringComparer.Ordinal));

        // An objection of one who lost points.
        var (objection, code, points) = await _app.WithDbAsync(async db =>
        {
            var sheet = (await db.FindSheetAsync(waiting[1]))!;
            var line = sheet.Lines.First(l => l.Loss > 0);
            var filed = sheet.Object(line.Code, ObjectionGround.Fact, "记录已补充。", new(1, "书记", "书记"), new DateTime(2026, 12, 18, 3, 0, 0, DateTimeKind.Utc));
            db.Lease.Actor = new(1, "测试", "测试");
            await db.SaveChangesAsync();
            return (filed.Id, line.Code, line.Points);
        });
        page = await staff.GetPageAsync($"/assessments/rounds/{round}/objections");
        page.Type("Outcome", "Adjusted").Type("Value", PartyWork.Domain.Quantity.Print(points)).Type("First", "佟立群").Type("Opinion", "经核实，予以调整。");
        var refused = await staff.PageAsync(await page.SubmitAsync($"form#decide-{objection}"));
        Assert.Contains("两名不同复核人", refused.Text, StringComparison.Ordinal);
        Assert.Equal("经核实，予以调整。", refused.Find("textarea[name=Opinion]")!.TextContent.Trim());
        page = await staff.FollowAsync(await refused.Type("Second", "伍思齐").SubmitAsync($"form#decide-{objection}"));
        Assert.Equal(points, await _app.WithDbAsync(db => db.Set<SheetLine>().Where(l => l.SheetId == waiting[1] && l.Code == code).Select(l => l.Reviewed).SingleAsync()));
        Assert.Empty(page.All("form[id^=decide]"));
    }

    [Fact]
    public async Task The_day_after_a_term_has_run_out_its_losses_are_listed_without_anybody_s_act_and_once()
    {
        var sheet = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Stage == SheetStage.Feedback && !s.Objections.Any() && s.ObjectionUntil == new DateOnly(2026, 12, 18)).Select(s => s.Id).SingleAsync());
        var byTheClock = _app.Services.GetRequiredService<TermsRunOut>();
        await byTheClock.RunAsync();
        Assert.Equal((SheetStage.Feedback, 0), await StateAsync());

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await byTheClock.RunAsync();

        var lost = (await _app.LinesAsync(sheet)).Count(l => l.Loss > 0);
        Assert.InRange(lost, 1, 100);
        Assert.Equal((SheetStage.Final, lost), await StateAsync());
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await byTheClock.RunAsync();
        Assert.Equal((SheetStage.Final, lost), await StateAsync());

        Task<(SheetStage, int)> StateAsync() => _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == sheet).Select(s => ValueTuple.Create(s.Stage, db.Problems.Count(p => db.Set<SheetLine>().Any(l => l.Id == p.SheetLineId && l.SheetId == sheet)))).SingleAsync());
    }

    [Fact]
    public async Task A_round_shows_how_many_are_provisional_told_and_objecting_and_who_owes_the_feedback_is_told_so()
    {
        var mid = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.Phase == AssessmentPhase.Mid).Select(r => r.Id).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");

        var page = await staff.GetPageAsync($"/assessments/rounds/{mid}");

        var steps = page.All("ol.steps li").Select(s => s.TextContent.Trim()).ToList();
        Assert.Equal(["现场考核（0）", "暂定（3）", "反馈（1）", "申诉（1）"], steps[3..7]);
        Assert.StartsWith("结果已定（", steps[7], StringComparison.Ordinal);
        Assert.Equal("暂定（3）", page.Find("ol.steps [aria-current=step]")!.TextContent.Trim());
        Assert.Contains("应于12月24日", page.Document.Body!.TextContent, StringComparison.Ordinal);
        var untold = await _app.WithDbAsync(db => db.ScoreSheets.CountAsync(s => s.Stage == SheetStage.Provisional && s.Round.Year == 2026 && s.Round.Stage == RoundStage.OnSite && s.Round.OrganizerId == db.Organizations.Single(o => o.Level == Domain.Organizations.OrganizationLevel.District).Id && (s.SecondCheck == null || s.SecondCheck.TeamTotal != null)));
        Assert.InRange(untold, 3, int.MaxValue);
        Assert.Contains($"{untold}个单位的暂定考核结果待反馈", (await staff.GetPageAsync("/dashboard")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_is_closed_when_every_term_is_over_and_then_archived()
    {
        var mid = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.Phase == AssessmentPhase.Mid).Select(r => r.Id).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");
        Assert.Null((await staff.GetPageAsync($"/assessments/rounds/{mid}")).Find("form#close"));
        await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{mid}/feedback")).SubmitAsync("form#all"));
        foreach (var open in await _app.WithDbAsync(db => db.Set<Objection>().Where(o => o.Sheet.RoundId == mid && o.DecidedAt == null).Select(o => o.Id).ToListAsync()))
        {
            var form = await staff.GetPageAsync($"/assessments/rounds/{mid}/objections");
            form.Type("Outcome", "Kept").Type("First", "佟立群").Type("Second", "伍思齐").Type("Opinion", "维持。");
            await staff.FollowAsync(await form.SubmitAsync($"form#decide-{open}"));
        }

        Assert.Null((await staff.GetPageAsync($"/assessments/rounds/{mid}")).Find("form#close"));
        _app.Clock.Advance(TimeSpan.FromDays(14));
        await _app.Services.GetRequiredService<TermsRunOut>().RunAsync();
        using var later = await _app.SignedInAsync("orgdept");
        var closed = await later.FollowAsync(await (await later.GetPageAsync($"/assessments/rounds/{mid}")).SubmitAsync("form#close"));
        Assert.All(await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == mid).Select(s => s.FinalTotal).ToListAsync()), total => Assert.NotNull(total));
        await later.FollowAsync(await closed.SubmitAsync("form#archive"));
        Assert.Equal(RoundStage.Archived, await _app.WithDbAsync(db => db.Rounds.Where(r => r.Id == mid).Select(r => r.Stage).SingleAsync()));
    }

    private static async Task<Page> FormAsync(HttpClient client, int round, int[] people)
    {
        var page = await client.GetPageAsync($"/assessments/rounds/{round}/teams");
        foreach (var person in people)
        {
            page.Type("Members", $"{person}");
        }

        return await client.FollowAsync(await page.Type("Leader", $"{people[0]}").SubmitAsync("form#form"));
    }

    /// <summary>Two teams' worth of people, the leader first.</summary>
    private Task<(int[] First, int[] Second)> PoolAsync() => _app.WithDbAsync(async db =>
    {
        var leaders = await db.PostHoldings.Where(h => h.Kind == PostKind.TeamLeader && h.To == null).OrderBy(h => h.Id).Select(h => h.PersonId).Take(2).ToListAsync();
        var members = await db.PostHoldings.Where(h => h.Kind == PostKind.Assessor && h.To == null).OrderBy(h => h.Id).Select(h => h.PersonId).Take(5).ToListAsync();
        return ((int[])[leaders[0], members[0], members[1]], (int[])[leaders[1], members[2], members[3], members[4]]);
    });

    private Task<int> OnSiteAsync() => _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync());

    private Task<int?> TeamAsync(int sheet) => _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Id == sheet).Select(s => s.TeamId).SingleAsync());

    private Task<List<Listed>> SheetsAsync(int round) => _app.WithDbAsync(db =>
        db.ScoreSheets.Where(s => s.RoundId == round).Join(db.Organizations, s => s.OrganizationId, o => o.Id, (s, o) => new Listed(s.Id, o.Code, s.Rubric.Kind)).ToListAsync());

    private sealed record Listed(int Id, string Code, RubricKind Kind);
}
