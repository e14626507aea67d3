using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>评分表 as members and leader of a team fill it, by the forms on its pages.</summary>
public sealed class ScoreSheetTests : IAsyncLifetime
{
    private readonly App _app = new();
    private int _id;

    private string Sheet => $"/assessments/sheets/{_id}";

    public async ValueTask InitializeAsync() => _id = await _app.FreshSheetAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Three_score_one_sheet_and_what_the_leader_submits_is_locked_with_its_sums()
    {
        using var one = await _app.SignedInAsync("assessor1");
        using var two = await _app.SignedInAsync("assessor2");
        using var leader = await _app.SignedInAsync("teamlead1");
        var people = (await leader.GetPageAsync(Sheet)).Find("#divide-A")!.QuerySelectorAll("option").ToDictionary(o => o.TextContent, o => o.GetAttribute("value")!);
        var divided = await leader.FollowAsync(await (await leader.GetPageAsync(Sheet)).Type("Divided[A]", people["何敏之"]).Type("Divided[B]", people["邱国栋"]).SubmitAsync("form#divide"));
        Assert.Contains("已保存分工", divided.Text, StringComparison.Ordinal);
        Assert.Contains("由何敏之评分", divided.Find("section#A h2")!.TextContent, StringComparison.Ordinal);

        // Each sees the other's class and cannot score it; both score their own from pages opened at the same time.
        var (first, second) = (await one.GetPageAsync(Sheet), await two.GetPageAsync(Sheet));
        Assert.Null(second.Find("section#A button"));
        Assert.Null(first.Find("section#B button"));
        var accepted = first.Find("form#accept-A details")!.TextContent;
        Assert.Contains((await _app.LinesAsync(_id)).First(l => l.Code.StartsWith('A') && l.State is ScoreState.Computed).ComputedSentence, accepted, StringComparison.Ordinal);
        Assert.Contains("已按系统分接受", (await one.FollowAsync(await first.SubmitAsync("form#accept-A"))).Text, StringComparison.Ordinal);
        Assert.Contains("已按系统分接受", (await two.FollowAsync(await second.SubmitAsync("form#accept-B"))).Text, StringComparison.Ordinal);
        Assert.Equal(["何敏之", "邱国栋"], (await _app.LinesAsync(_id)).Where(l => l.IsScored).Select(l => l.ScoredBy).Distinct().Order(StringComparer.Ordinal));
        var stolen = await PostAsync(two, await two.GetPageAsync(Sheet), $"{Sheet}/lines/A1-1?handler=Accept", "Input.Version=-1");
        Assert.Contains("已由组长分给何敏之评分", stolen.Text, StringComparison.Ordinal);

        // The rest clause by clause, each time on to the next that nobody has scored.
        var open = await leader.GetPageAsync(Sheet);
        Assert.Equal("—", open.Find("#total b")!.TextContent);
        Assert.Contains("评完才能提交", open.Find("form#submit")!.TextContent, StringComparison.Ordinal);
        await ScoreAllAsync(leader);
        var scored = await leader.GetPageAsync(Sheet);
        var stored = await SheetAsync();
        Assert.Equal(Quantity.Print(stored.Total(l => l.Standing)!.Value), scored.Find("#total b")!.TextContent);

        // The leader settles a line otherwise, and says why.
        var line = stored.Lines.Where(l => l.Code.StartsWith('A') && l.Given >= 100).OrderBy(l => l.No).First();
        var lower = Quantity.Print(line.Given!.Value - 50);
        var refused = await leader.PageAsync(await scored.Type($"Rows[{line.Code}].Team", lower).SubmitAsync("form#class-A"));
        Assert.Contains($"{line.Code}：组长定分与考评人打分不同，请写明理由", refused.Text, StringComparison.Ordinal);
        Assert.Equal(lower, ((IHtmlInputElement)refused.Find($"[name='Rows[{line.Code}].Team']")!).Value);
        var settled = await leader.FollowAsync(await refused.Type($"Rows[{line.Code}].TeamReason", "查阅原件，缺一次记录").Type($"Rows[{line.Code}].Evidence", "查阅会议记录原件").SubmitAsync("form#class-A"));
        Assert.Contains("1条定分", settled.Text, StringComparison.Ordinal);

        // Sums on paper = sums on the screen, and both the stored lines'.
        stored = await SheetAsync();
        var paper = await leader.GetPageAsync($"{Sheet}/print");
        foreach (var sum in (string[])["#running b, #running:not(.figure)", "#total b, #total:not(.figure)", .. stored.Rubric.Categories.Select(c => $"#sum-{c.Code}")])
        {
            Assert.Equal(settled.Find(sum)!.TextContent, paper.Find(sum)!.TextContent);
        }

        Assert.Equal(Quantity.Print(stored.Lines.Sum(l => l.WorthOf(l.Standing)!.Value)), paper.Find("#running")!.TextContent);
        Assert.Equal(settled.All("table.score-sheet tr[id] td:first-child a").Select(a => a.TextContent), paper.All("article table.list tbody tr td.k").Select(t => t.TextContent));

        // Submitted: locked, with its hash.
        var unsaid = await leader.PageAsync(await settled.Type("VisitedOn", "2026-12-16").SubmitAsync("form#submit"));
        Assert.Contains("请填写考核组意见", unsaid.Text, StringComparison.Ordinal);
        var submitted = await leader.FollowAsync(await unsaid.Type("Opinion", "基础扎实，组织生活记录齐全；阵地功能还要补齐。").SubmitAsync("form#submit"));
        stored = await SheetAsync();
        Assert.Equal((SheetStage.Provisional, true), (stored.Stage, stored.IsAsSubmitted));
        Assert.Equal(stored.Hash, submitted.Find("#submitted .key")!.TextContent);
        Assert.Empty(submitted.All("main section button, main section textarea"));
        Assert.Null((await one.GetPageAsync($"{Sheet}/lines/{line.Code}")).Find("form[data-queue]"));
        Assert.Contains("评分表已提交，不能再改", (await PostAsync(one, await one.GetPageAsync(Sheet), $"{Sheet}/lines/{line.Code}?handler=Save", "Input.Value=0")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_scores_a_line_second_is_told_and_keeps_the_words()
    {
        var code = (await _app.LinesAsync(_id)).First(l => l.Computed > 100).Code;
        using var one = await _app.SignedInAsync("assessor1");
        using var two = await _app.SignedInAsync("assessor2");
        var (first, second) = (await one.GetPageAsync($"{Sheet}/lines/{code}?Only=False"), await two.GetPageAsync($"{Sheet}/lines/{code}?Only=False"));

        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(first, code)).StatusCode);
        var again = await two.PageAsync(await second.Type("Input.Value", "0.5").Type("Input.Reason", "现场查看，与记录不一致").Type("Input.Evidence", "现场照片3张").SubmitAsync($"form#line-{code}"));

        Assert.Contains(PageGuard.Changed, again.Text, StringComparison.Ordinal);
        Assert.Contains("现场查看，与记录不一致", again.Find($"form#line-{code}")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.SubmitAsync($"form#line-{code}")).StatusCode); // having been told, one may mean it
        Assert.Equal((50, "邱国栋"), (await _app.LinesAsync(_id)).Where(l => l.Code == code).Select(l => (l.Given!.Value, l.ScoredBy)).Single());
    }

    [Fact]
    public async Task What_differs_from_the_suggestion_says_why_and_on_what_and_nothing_typed_is_lost()
    {
        var code = (await _app.LinesAsync(_id)).First(l => l.Computed > 100).Code;
        using var one = await _app.SignedInAsync("assessor1");
        var page = await one.GetPageAsync($"{Sheet}/lines/{code}?Only=False");

        var refused = await one.PageAsync(await page.Type("Input.Value", "0.5").Type("Input.Reason", "现场查看，与记录不一致").SubmitAsync($"form#line-{code}"));
        Assert.Contains("请写明佐证编号或出处", refused.Text, StringComparison.Ordinal);
        Assert.Equal("0.5", ((IHtmlInputElement)refused.Find("[name='Input.Value']")!).Value);

        var desk = await one.GetPageAsync(Sheet);
        var typed = await one.PageAsync(await desk.Type($"Rows[{code}].Value", "0.5").Type($"Rows[{code}].Reason", "现场查看，与记录不一致").SubmitAsync($"form#class-{code[0]}"));
        Assert.Contains("请写明佐证编号或出处", typed.Text, StringComparison.Ordinal);
        Assert.Equal("0.5", ((IHtmlInputElement)typed.Find($"[name='Rows[{code}].Value']")!).Value);
        Assert.Contains("已保存1条评分", (await one.FollowAsync(await typed.Type($"Rows[{code}].Evidence", "现场照片3张").SubmitAsync($"form#class-{code[0]}"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_desk_a_clause_that_does_not_apply_says_so_in_place_of_a_score_and_why()
    {
        using var one = await _app.SignedInAsync("assessor1");
        var code = (await _app.LinesAsync(_id)).First(l => l.State is ScoreState.Computed && !l.IsScored).Code;
        var desk = await one.GetPageAsync(Sheet);

        var refused = await one.PageAsync(await desk.Type($"Rows[{code}].Value", "不适用").SubmitAsync($"form#class-{code[0]}"));
        Assert.Contains($"{code}：认定不适用的，请写明理由", refused.Text, StringComparison.Ordinal);
        Assert.Equal("不适用", ((IHtmlInputElement)refused.Find($"[name='Rows[{code}].Value']")!).Value);
        var saved = await one.FollowAsync(await refused.Type($"Rows[{code}].Reason", "本单位没有这项职责").SubmitAsync($"form#class-{code[0]}"));
        Assert.True((await _app.LinesAsync(_id)).Single(l => l.Code == code).IsNotApplicable);

        // And back: a number in the same field.
        var line = (await _app.LinesAsync(_id)).Single(l => l.Code == code);
        await one.FollowAsync(await saved.Type($"Rows[{code}].Value", Quantity.Print(line.Computed!.Value)).Type($"Rows[{code}].Reason", "").SubmitAsync($"form#class-{code[0]}"));
        Assert.False((await _app.LinesAsync(_id)).Single(l => l.Code == code).IsNotApplicable);
    }

    [Fact]
    public async Task What_only_people_find_out_is_asked_with_its_unit_bands_and_words_and_tried_before_it_is_kept()
    {
        var criteria = (await SheetAsync()).Rubric.Criteria.ToList();
        var (counted, judged) = (criteria.First(c => c.Parts.Any(p => p.Kind is PartKind.Count && p.Subject == "fact.events")), criteria.First(c => c.Parts.Any(p => p.Kind is PartKind.Judge)));
        using var one = await _app.SignedInAsync("assessor1");

        var page = await one.GetPageAsync($"{Sheet}/lines/{counted.Code}");
        Assert.Contains("（处）", page.Find($"label[for='fact-{counted.Code}-fact-events']")!.TextContent, StringComparison.Ordinal);
        var tried = await one.PageAsync(await page.Type("Input.Facts[fact.events]", "2").SubmitAsync($"form#line-{counted.Code} button[data-plain]"));
        var loses = counted.Parts.First(p => p.Subject == "fact.events").Points!.Value * 2;
        Assert.Contains($"−{loses:0.##}", tried.Find(".found")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await _app.LinesAsync(_id)).Single(l => l.Code == counted.Code).ScoredAt);
        var bare = await one.PageAsync(await AcceptAsync(tried, counted.Code));
        Assert.Contains("扣分要有佐证", bare.Text, StringComparison.Ordinal);
        Assert.Contains("现场查看", bare.All($"#evidence-list-{counted.Code} option").Select(o => o.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(bare.Type("Input.Evidence", "现场查看"), counted.Code)).StatusCode);
        Assert.Equal("2", (await _app.LinesAsync(_id)).Single(l => l.Code == counted.Code).Facts["fact.events"]);

        var bands = judged.Parts.First(p => p.Kind is PartKind.Judge).Bands;
        var judging = await one.GetPageAsync($"{Sheet}/lines/{judged.Code}");
        Assert.Equal(bands.Select(b => $"{ScoreWords.Text(b.Key)}（{b.Points:0.##}分）"), judging.All("fieldset.choices label span").Select(s => s.TextContent));
        var low = await one.PageAsync(await AcceptAsync(judging.Type("Input.Facts[judge]", bands[1].Key), judged.Code));
        Assert.Contains("不少于15字", low.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync(low.Type("Input.Reason", "访谈5名党员，3人说不清本年度支部的重点任务").Type("Input.Evidence", "访谈记录"), judged.Code)).StatusCode);
        Assert.Equal((int)(bands[1].Points * 100), (await _app.LinesAsync(_id)).Single(l => l.Code == judged.Code).Given);
    }

    [Fact]
    public async Task A_phone_goes_from_one_open_line_to_the_next_and_what_it_sends_by_itself_is_answered_in_kind()
    {
        var open = (await _app.LinesAsync(_id)).Where(l => l.State is ScoreState.Partial or ScoreState.ForAssessor).ToList();
        using var one = await _app.SignedInAsync("assessor1");
        var page = await one.GetPageAsync($"{Sheet}/lines/{open[0].Code}");
        Assert.Null(page.Find("nav [accesskey='p']"));
        Assert.Equal($"{Sheet}/lines/{open[1].Code}?Only=True", page.Find("nav [accesskey='n']")!.GetAttribute("href"));

        var rest = await one.GetPageAsync($"{Sheet}/lines/{open[0].Code}?handler=Rest&Only=True");
        Assert.Equal(open.Skip(1).Select(l => l.Code), rest.All("[data-card]").Select(c => c.GetAttribute("data-card")!));

        var answer = await FetchAsync(one, page, open[0].Code, $"Input.Version={Version(page)}&Input.Value={Quantity.Print(open[0].Points)}&Input.Reason=现场查看属实&Input.Evidence=现场照片");
        Assert.Equal($"{Sheet}/lines/{open[1].Code}?Only=True", answer.GetProperty("next").GetString());
        Assert.Equal(1, answer.GetProperty("scored").GetInt32());
        Assert.Contains("应在0至", (await FetchAsync(one, page, open[1].Code, "Input.Value=99&Input.Reason=x&Input.Evidence=x&Input.Version=1")).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains(PageGuard.Changed, (await FetchAsync(one, page, open[0].Code, $"Input.Version={Version(page)}&Input.Value=0&Input.Reason=现场查看与记录不一致且无说明&Input.Evidence=x")).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_clause_is_listed_across_what_the_team_drew_and_the_last_checks_result_stands_beside_the_line()
    {
        var (sheet, all) = (await SheetAsync(), await _app.OfTheFirstTeamAsync());
        using var one = await _app.SignedInAsync("assessor1");

        var same = await one.GetPageAsync($"{Sheet}/same/A1-1");
        var drawn = await _app.WithDbAsync(db => db.ScoreSheets.CountAsync(s => s.RoundId == sheet.RoundId && s.TeamId == sheet.TeamId && s.RubricId == sheet.RubricId));
        Assert.Equal(drawn, same.All("tbody tr").Count);
        Assert.InRange(drawn, all.Count, int.MaxValue);

        var last = await _app.WithDbAsync(db => db.Set<SheetLine>().AsNoTracking().Include(l => l.Sheet).ThenInclude(s => s.Round)
            .Where(l => l.OrganizationId == sheet.OrganizationId && l.Sheet.Stage == SheetStage.Final && l.Sheet.Round.Year == 2025).OrderBy(l => l.No).ToListAsync());
        Assert.NotEmpty(last);
        var line = last.First(l => l is { IsNotApplicable: false, Points: > 0 });
        Assert.Contains($"{Quantity.Print(line.Standing!.Value)}/{Quantity.Print(line.Points)}", (await one.GetPageAsync(Sheet)).Find($"tr[id='{line.Code}'] td:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(line.Sheet.Round.Plan.Name, (await one.GetPageAsync($"{Sheet}/lines/{line.Code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_read_of_what_was_drawn_and_of_nothing_else()
    {
        var (organization, district) = ((await SheetAsync()).OrganizationId, await _app.WithDbAsync(db => db.Organizations.Where(o => o.Level == Domain.Organizations.OrganizationLevel.District).Select(o => o.Id).SingleAsync()));
        var foreign = await _app.WithDbAsync(db => db.Organizations.Where(o => o.ClosedOn == null && o.Level == Domain.Organizations.OrganizationLevel.Primary && !db.ScoreSheets.Any(s => s.Round.Stage == RoundStage.OnSite && s.Team!.Members.Any(m => m.Name == "何敏之") && (s.OrganizationId == o.Id || o.Affiliations.Any(a => a.ParentId == s.OrganizationId)))).Select(o => o.Id).FirstAsync());
        using var one = await _app.SignedInAsync("assessor1");
        var desk = await one.GetPageAsync(Sheet);
        var link = desk.All("table.score-sheet a[href^='/figures/']")[0].GetAttribute("href")!;
        Assert.Contains($"organization={organization}&cutoff=2026-", link, StringComparison.Ordinal);

        var figure = await one.GetPageAsync(link);
        Assert.Equal(HttpStatusCode.OK, figure.Status);
        Assert.Null(figure.Find("a[href='/figures']"));
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync($"/figures/meeting.recorded?organization={organization}")).StatusCode);
        foreach (var path in (string[])[$"/figures/tasks_total?organization={foreign}", $"/figures/tasks_total?organization={district}", "/figures/tasks_total", "/figures/query"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await one.GetAsync(path)).StatusCode));
        }

        foreach (var path in (string[])["/figures", "/figures/parameters", "/figures/freezes", "/figures/corrections"])
        {
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await one.GetAsync(path)).StatusCode));
        }
    }

    [Fact]
    public async Task The_records_behind_a_figure_are_opened_beside_it_and_nothing_that_it_does_not_count()
    {
        var organization = (await SheetAsync()).OrganizationId;
        var (counted, foreign) = await _app.WithDbAsync(async db => (await db.Set<Domain.Registers.MeetingRecord>().Where(m => m.OrganizationId == organization && m.On.Year == 2026 && m.WithdrawnOn == null).OrderByDescending(m => m.On).Select(m => new { m.Id, m.Topic }).FirstAsync(),
            await db.Set<Domain.Registers.MeetingRecord>().Where(m => m.OrganizationId != organization && m.On.Year == 2026 && m.WithdrawnOn == null && !db.ScoreSheets.Any(s => s.OrganizationId == m.OrganizationId)).Select(m => new { m.Id, m.OrganizationId }).FirstAsync()));
        using var one = await _app.SignedInAsync("assessor1");
        var figure = await one.GetPageAsync($"/figures/meeting.recorded?organization={organization}&Cutoff=2026-12-18");
        var links = figure.All("#records td.text a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.StartsWith("/figures/meeting.recorded/records/", l, StringComparison.Ordinal));

        foreach (var link in links)
        {
            var record = await one.GetPageAsync(link);
            Assert.Equal((link, HttpStatusCode.OK), (link, record.Status));
            Assert.Empty(record.All("main form"));
        }

        // The form of life behind "应开48次 实开47次": its meetings, day by day.
        var life = await one.GetPageAsync((await one.GetPageAsync($"/figures/meeting.assembly.due?organization={organization}&Cutoff=2026-12-18")).All("#records td.text a")[0].GetAttribute("href")!);
        Assert.Contains("组织生活记录", life.Text, StringComparison.Ordinal);
        var own = $"/figures/meeting.recorded/records/meetings/{counted.Id}?organization={organization}&From=2026-01-01&Cutoff=2026-12-18";
        Assert.Contains(counted.Topic, (await one.GetPageAsync(own)).Text, StringComparison.Ordinal);
        foreach (var path in (string[])
            [
                own.Replace("meeting.recorded/", "tasks_total/", StringComparison.Ordinal), own.Replace("From=2026-01-01&Cutoff=2026-12-18", "From=2020-01-01&Cutoff=2020-12-31", StringComparison.Ordinal), own.Replace("/meetings/", "/nonsense/", StringComparison.Ordinal),
                $"/figures/meeting.recorded/records/meetings/{foreign.Id}?organization={organization}&From=2026-01-01&Cutoff=2026-12-18", $"/figures/meeting.recorded/records/meetings/{foreign.Id}?organization={foreign.OrganizationId}&From=2026-01-01&Cutoff=2026-12-18",
            ])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await one.GetAsync(path)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await one.GetAsync($"/registers/meetings/{counted.Id}")).StatusCode); // its own page stays those who keep it
        await _app.WithDbAsync(db => db.Rounds.Where(r => r.Stage == RoundStage.OnSite).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, RoundStage.Closed)));
        using var later = await _app.SignedInAsync("assessor1");
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(own)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_the_round_or_its_last_day_the_access_ends(bool byStage)
    {
        var organization = (await SheetAsync()).OrganizationId;
        using (var before = await _app.SignedInAsync("assessor1"))
        {
            Assert.Equal(HttpStatusCode.OK, (await before.GetAsync($"/figures/tasks_total?organization={organization}")).StatusCode);
        }

        if (byStage)
        {
            await _app.WithDbAsync(db => db.Rounds.Where(r => r.Stage == RoundStage.OnSite).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, RoundStage.Closed)));
        }
        else
        {
            var until = (await SheetAsync()).Round.Plan.AccessUntil;
            _app.Clock.Advance(TimeSpan.FromDays(until.DayNumber - new DateOnly(2026, 12, 18).DayNumber));
            using var onTheLastDay = await _app.SignedInAsync("assessor1");
            Assert.Equal(HttpStatusCode.OK, (await onTheLastDay.GetAsync(Sheet)).StatusCode);
            _app.Clock.Advance(TimeSpan.FromDays(1));
        }

        using var one = await _app.SignedInAsync("assessor1");
        foreach (var path in (string[])[Sheet, $"{Sheet}/print", $"{Sheet}/lines/A1-1", $"{Sheet}/same/A1-1", $"/figures/tasks_total?organization={organization}"])
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await one.GetAsync(path)).StatusCode));
        }
    }

    [Fact]
    public async Task Whoever_has_to_keep_away_finds_no_sheet_and_the_others_go_on()
    {
        await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Actor(1, "测试", "测试");
            var sheet = await db.ScoreSheets.Include(s => s.Round).ThenInclude(r => r.Recusals).SingleAsync(s => s.Id == _id);
            var person = await db.Users.Where(u => u.UserName == "assessor1").Select(u => u.PersonId!.Value).SingleAsync();
            sheet.Round.Recuse(person, sheet.OrganizationId, "近三年在该社区任职");
            return await db.SaveChangesAsync();
        });
        using var one = await _app.SignedInAsync("assessor1");
        using var two = await _app.SignedInAsync("assessor2");

        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(Sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(one, await one.GetPageAsync("/account/password"), $"{Sheet}/lines/A1-1?handler=Accept", "Input.Version=1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await two.GetAsync(Sheet)).StatusCode);
    }

    private static Task<HttpResponseMessage> AcceptAsync(Page page, string code) => PressAsync(page, $"form#line-{code}", "button[accesskey='a']");

    /// <summary>A button with an address of its own.</summary>
    private static Task<HttpResponseMessage> PressAsync(Page page, string form, string button)
    {
        page.Find(form)!.SetAttribute("action", page.Find($"{form} {button}")!.GetAttribute("formaction")!);
        return page.SubmitAsync(form);
    }

    private static string Version(Page page) => page.Find("[name='Input.Version']")!.GetAttribute("value")!;

    private static async Task<Page> PostAsync(HttpClient client, Page page, string path, string body) => await client.FollowAsync(await SendAsync(client, page, path, body, false));

    private static async Task<JsonElement> FetchAsync(HttpClient client, Page page, string code, string body)
    {
        var path = page.Find("form[data-queue]")!.GetAttribute("action")!;
        using var answer = await SendAsync(client, page, path.Replace(page.Find("form[data-queue]")!.GetAttribute("data-queue")!, code, StringComparison.Ordinal), body, true);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Page page, string path, string body, bool fetched)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent($"{body}&__RequestVerificationToken={Uri.EscapeDataString(page.Find("[name='__RequestVerificationToken']")!.GetAttribute("value")!)}", null, "application/x-www-form-urlencoded");
        if (fetched)
        {
            request.Headers.Add("X-Requested-With", "fetch");
        }

        return await client.SendAsync(request);
    }

    /// <summary>Every open line: the best band where one is to be picked, full points where only people can say, else as suggested.</summary>
    private async Task ScoreAllAsync(HttpClient client)
    {
        var answer = await client.GetAsync($"{Sheet}/lines/{(await _app.LinesAsync(_id)).First(l => !l.IsScored).Code}?Only=False");
        for (var steps = 0; steps < 90; steps++)
        {
            var page = await client.FollowAsync(answer);
            if (page.Find("form[data-queue]") is not { } form)
            {
                return;
            }

            var code = form.GetAttribute("data-queue")!;
            var line = (await _app.LinesAsync(_id)).Single(l => l.Code == code);
            Assert.False(line.IsScored);
            if (page.Find("[name='Input.Facts[judge]']") is { } band)
            {
                page.Type("Input.Facts[judge]", band.GetAttribute("value")!);
            }
            else if (line.State is ScoreState.ForAssessor or ScoreState.Partial)
            {
                page.Type("Input.Value", Quantity.Print(line.Points));
            }

            answer = await page.SubmitAsync($"form#line-{code}");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Fail("The way through the lines does not end.");
    }

    private Task<ScoreSheet> SheetAsync() => _app.WithDbAsync(async db => (await Web.Data.SheetReading.FindSheetAsync(db, _id))!);
}
