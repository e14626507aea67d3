using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Pages.Account;

namespace PartyWork.Web.Tests.Surveys;

/// <summary>测评, from the slips to the result, by the forms on its pages; who answers has no account.</summary>
public sealed class SurveyStoryTests : IAsyncDisposable
{
    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_slip_is_printed_once_and_answers_once_without_account_cookie_or_trace()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var id = await SurveyAsync("QH01001", SurveyKind.MemberAppraisal);
        var codes = await PrintAsync(officer, id);
        Assert.Equal(30, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], (await officer.GetPageAsync($"/surveys/{id}/slips")).Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), await StoredAsync(), StringComparison.Ordinal);

        var before = await TracesAsync(id);
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var first = await resident.GetAsync($"/s/{codes[0]}");
        var page = await resident.PageAsync(first);
        Assert.Contains("文明社区党总支", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("script"));
        var sent = await Filled(page, 1).Type("w7", "多开几次居民议事会").SubmitAsync("form#answer");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.All((HttpResponseMessage[])[first, sent], r => Assert.False(r.Headers.Contains("Set-Cookie")));
        Assert.Contains("谢谢您", (await resident.FollowAsync(sent)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await TracesAsync(id)); // nobody's audit, no version, no work moved

        Assert.Contains("已经用过", (await resident.GetPageAsync($"/s?code={codes[0].ToLowerInvariant()}")).Text, StringComparison.Ordinal);
        Assert.Contains("已经用过", (await resident.PageAsync(await Filled(page, 1).SubmitAsync("form#answer"))).Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), await _app.WithDbAsync(async db => ((await db.BallotsAsync(id)).Count, await db.SurveyTokens.CountAsync(t => t.SurveyId == id && t.IsUsed))));
        var shown = await officer.GetPageAsync($"/surveys/{id}");
        Assert.Contains("1/30份", shown.Find("#returned")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.Find("#result"));
        Assert.DoesNotContain("议事会", shown.Text, StringComparison.Ordinal);
        Assert.Null((await officer.GetPageAsync($"/surveys/{id}/slips")).Find("form[action$='handler=Print']"));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_with_everything_kept()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var codes = await PrintAsync(officer, await SurveyAsync("QH01001", SurveyKind.MemberAppraisal));
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false });

        var again = await resident.PageAsync(await (await resident.GetPageAsync($"/s/{codes[0]}")).Type("q2", "3").Type("w7", "意见").SubmitAsync("form#answer"));

        Assert.Contains("第1题还没有选择", again.Text, StringComparison.Ordinal);
        Assert.True(again.All("[name='q2']").Cast<IHtmlInputElement>().Single(i => i.Value == "3").IsChecked);
        Assert.Equal("意见", ((IHtmlTextAreaElement)again.Find("[name='w7']")!).Value);
        Assert.Equal(HttpStatusCode.Redirect, (await Filled(again, 2).SubmitAsync("form#answer")).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_answer_with_one_code_at_once_one_is_told_that_it_is_used()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var id = await SurveyAsync("QH01001", SurveyKind.MemberAppraisal);
        var code = (await PrintAsync(officer, id))[0];
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false });
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => resident.GetPageAsync($"/s/{code}")));

        var sent = await Task.WhenAll(pages.Select(p => Filled(p, 1).SubmitAsync("form#answer")));

        Assert.Equal(1, sent.Count(s => s.StatusCode is HttpStatusCode.Redirect));
        Assert.Single(await _app.WithDbAsync(db => db.BallotsAsync(id)));
    }

    [Fact]
    public async Task Who_answers_while_it_is_being_closed_is_told_so_and_not_thanked_for_an_answer_that_is_lost()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var id = await SurveyAsync("QH01001", SurveyKind.MemberAppraisal);
        var code = (await PrintAsync(officer, id))[0];
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false });
        var page = await resident.GetPageAsync($"/s/{code}");

        var sent = await _app.WithDbAsync(db => db.AsOneAsync(async () =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var survey = await db.Surveys.Include(s => s.Counts).SingleAsync(s => s.Id == id);
            survey.Close(await db.BallotsAsync(id), new(1, "测试", "测试"), new(2026, 12, 18));
            await db.SaveChangesAsync();
            var answering = Task.Run(() => Filled(page, 1).SubmitAsync("form#answer"));
            await Task.WhenAny(answering, Task.Delay(TimeSpan.FromSeconds(1)));
            return new[] { answering };
        }));

        Assert.Contains("测评已经结束", (await resident.PageAsync(await sent[0])).Text, StringComparison.Ordinal);
        Assert.Empty(await _app.WithDbAsync(db => db.BallotsAsync(id)));
    }

    [Fact]
    public async Task A_code_that_is_unknown_late_or_of_a_closed_survey_is_answered_by_a_sentence()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var (late, closed) = (await SurveyAsync("QH01001", SurveyKind.MemberAppraisal), await NewAsync(officer, "QH01006"));
        var (lateCode, closedCode) = ((await PrintAsync(officer, late))[0], (await PrintAsync(officer, closed))[0]);
        using var resident = _app.CreateClient();
        Assert.Contains("没有找到这个测评码", (await resident.GetPageAsync("/s/22222ABCDE")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到这个测评码", (await resident.GetPageAsync("/s/nonsense")).Text, StringComparison.Ordinal);

        await officer.FollowAsync(await (await officer.GetPageAsync($"/surveys/{closed}")).SubmitAsync("#close form"));
        Assert.Contains("测评已经结束", (await resident.GetPageAsync($"/s/{closedCode}")).Text, StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Contains("截止", (await resident.GetPageAsync($"/s/{lateCode}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_ten_answers_show_nothing_to_anybody()
    {
        var id = await _app.WithDbAsync(db => db.Surveys.Where(s => s.Stage == SurveyStage.Closed && s.Year == 2026 && s.Answered < Survey.LeastShown).Select(s => s.Id).SingleAsync());
        foreach (var account in (string[])["orgdept", "chunhui.officer"])
        {
            using var client = await _app.SignedInAsync(account);
            var page = await client.GetPageAsync($"/surveys/{id}");

            Assert.Contains("结果不公布", page.Find("#result")!.TextContent, StringComparison.Ordinal);
            Assert.Null(page.Find("#result svg"));
            Assert.Null(page.Find("#opinions"));
        }

        Assert.False(await _app.WithDbAsync(db => db.SurveyRates.AnyAsync(r => r.SurveyId == id)));
    }

    [Fact]
    public async Task An_organisation_makes_no_survey_of_itself_and_reads_its_own_only_once_it_is_closed()
    {
        var (open, closed) = (await SurveyAsync("QH01001", SurveyKind.ResidentSatisfaction), await SurveyAsync("QH01001", SurveyKind.ResidentSatisfaction, 2025));
        using var own = await _app.SignedInAsync("wenming.secretary");
        using var neighbour = await _app.SignedInAsync("wangjiang.secretary");

        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/surveys/{open}")).StatusCode);
        Assert.DoesNotContain((await own.GetPageAsync("/surveys?year=2026")).All("table a"), a => a.GetAttribute("href") == $"/surveys/{open}");
        var result = await own.GetPageAsync($"/surveys/{closed}");
        Assert.Contains("满意率 54.5%（24/44票", result.Find("#result")!.TextContent, StringComparison.Ordinal);
        Assert.Null(result.Find("a[href$='/count']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync($"/surveys/{closed}/count")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/surveys/{closed}")).StatusCode);

        using var street = await _app.SignedInAsync("chunhui.secretary");
        var refused = await street.PageAsync(await (await street.GetPageAsync("/surveys/new")).Type("Kind", "MemberAppraisal").Type("Names", "春晖街道党工委").SubmitAsync("form#new"));
        Assert.Contains("本级的测评由上级组织", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_surveyed_is_told_that_a_survey_is_running_and_nothing_of_it()
    {
        var open = await SurveyAsync("QH01001", SurveyKind.MemberAppraisal);
        using var own = await _app.SignedInAsync("wenming.officer");

        var page = await own.GetPageAsync("/surveys?year=2026");

        Assert.Contains("正在进行", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.All("a"), a => a.GetAttribute("href") == $"/surveys/{open}");
        Assert.DoesNotContain("正在进行", (await own.GetPageAsync("/surveys?year=2025")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers_a_slip_that_the_counted_paper_has_taken()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var id = await SurveyAsync("QH01001", SurveyKind.MemberAppraisal);
        var codes = await PrintAsync(officer, id);
        await _app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new(1, "测试", "测试");
            var survey = await db.Surveys.Include(s => s.Counts).SingleAsync(s => s.Id == id);
            var persons = await db.Persons.OrderBy(p => p.Id).Select(p => p.Id).Take(2).ToListAsync();
            persons.ForEach(p => survey.Count(29, SurveyTally.Nothing(survey.Questions), 0, new(p, $"计票{p}", "干事"), new(2026, 12, 18)));
            return await db.SaveChangesAsync();
        });
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await Filled(await resident.GetPageAsync($"/s/{codes[0]}"), 1).SubmitAsync("form#answer")).StatusCode);

        var refused = await resident.PageAsync(await Filled(await resident.GetPageAsync($"/s/{codes[1]}"), 1).SubmitAsync("form#answer"));

        Assert.Contains("在线和纸质已经收齐", refused.Text, StringComparison.Ordinal);
        Assert.Single(await _app.WithDbAsync(db => db.BallotsAsync(id)));
    }

    [Fact]
    public async Task Paper_is_counted_by_two_each_for_himself_and_only_equal_sums_count()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var id = await NewAsync(officer, "QH01006");
        var path = $"/surveys/{id}/count";

        var one = await officer.FollowAsync(await Counted(await officer.GetPageAsync(path), 25, 20, 5).SubmitAsync("form#count"));
        Assert.Contains("待第二人录入", one.Find("#state")!.TextContent, StringComparison.Ordinal);
        var blind = await secretary.GetPageAsync(path);
        Assert.Equal("", ((IHtmlInputElement)blind.Find("[name='Votes[0]']")!).Value);
        Assert.Null(blind.Find("#both"));

        var two = await secretary.FollowAsync(await Counted(blind, 25, 19, 6).SubmitAsync("form#count"));
        Assert.Contains("两人录入不一致", two.Find("#state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await officer.GetPageAsync(path)).All("#both tr.late").Count);
        var kept = await officer.PageAsync(await (await officer.GetPageAsync($"/surveys/{id}")).SubmitAsync("#close form"));
        Assert.Contains("两人录入不一致", kept.Text, StringComparison.Ordinal);

        using var district = await _app.SignedInAsync("orgdept");
        Assert.Null((await district.GetPageAsync(path)).Find("form#count")); // a third has nothing to key
        await secretary.FollowAsync(await Counted(await secretary.GetPageAsync(path), 25, 20, 5).SubmitAsync("form#count"));
        var closed = await officer.FollowAsync(await (await officer.GetPageAsync($"/surveys/{id}")).SubmitAsync("#close form"));
        Assert.Contains("25/30份", closed.Find("#returned")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("满意率 100.0%（25/25票", closed.Find("#result")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_act_makes_a_survey_of_each_and_the_same_act_again_makes_no_second()
    {
        using var officer = await _app.SignedInAsync("wangjiang.officer");
        var form = await officer.GetPageAsync("/surveys/new");
        var made = await officer.FollowAsync(await form.Type("Kind", "ResidentSatisfaction").Type("Slips", "30").SubmitAsync("form#new"));
        var count = await _app.WithDbAsync(db => db.Surveys.CountAsync(s => s.Stage == SurveyStage.Draft && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code.StartsWith("QH02"))));
        Assert.InRange(count, 2, 30);
        Assert.Contains($"已为{count}个党组织建立居民满意度（草稿）", made.Document.Body!.TextContent, StringComparison.Ordinal);

        var again = await officer.FollowAsync(await (await officer.GetPageAsync("/surveys/new")).Type("Kind", "ResidentSatisfaction").Type("Slips", "30").SubmitAsync("form#new"));
        Assert.Contains($"已为0个党组织建立", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{count}个已有没有结束的同类测评", again.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_figure_counts_the_votes_of_closed_valid_surveys_alone_and_opens_them() => _app.WithDbAsync(async db =>
    {
        var tree = await _app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
        var (wenming, guihua) = (tree.InOrder.Single(n => n.Code == "QH01001").Id, await db.Surveys.Where(s => s.Year == 2026 && s.Stage == SurveyStage.Closed && s.Kind < SurveyKind.AcceptanceMeeting).Select(s => s.OrganizationId).SingleAsync());
        var (figure, last, now) = (FigureDictionary.Find("survey.satisfaction_rate")!, Period.To(new(2025, 12, 31)), Period.To(new(2026, 12, 18)));
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [wenming, guihua, tree.District!.Id], [last, now]);

        Assert.Equal((24m, 44m), (values[figure.Key, wenming, last].Numerator, values[figure.Key, wenming, last].Denominator));
        Assert.True(values[figure.Key, wenming, now].NotRecorded); // still running
        Assert.True(values[figure.Key, guihua, now].NotRecorded); // closed with seven answers
        Assert.True(values[figure.Key, tree.District.Id, last].NotRecorded); // what is said of a community is not said of who is above
        var records = await FigureRecords.ReadAsync(db, tree, FigureDictionary.Find("survey.satisfied_votes")!, wenming, last, 0, 10);
        Assert.Equal($"/surveys/{await SurveyAsync("QH01001", SurveyKind.ResidentSatisfaction, 2025)}", Assert.Single(records.Rows).Address);
        return 0;
    });

    [Fact]
    public Task The_results_of_many_are_one_command() => _app.WithDbAsync(async db =>
    {
        var asked = await db.Surveys.Where(s => s.Year == 2025 && s.Kind < SurveyKind.AcceptanceMeeting).Select(s => s.OrganizationId).Distinct().ToListAsync();
        var wenming = await db.Organizations.Where(o => o.Code == "QH01001").Select(o => o.Id).SingleAsync();
        _app.Sql.Reset();
        var results = await SurveyReading.Results(db, asked, 2025, [SurveyKind.ResidentSatisfaction, SurveyKind.DebriefVote]);

        Assert.Single(_app.Sql.Commands);
        Assert.Equal(asked.Count, results.Count);
        Assert.Equal((SurveyKind.ResidentSatisfaction, 5455, 45), (results[wenming].Kind, results[wenming].Rate, results[wenming].Counted));
        Assert.Empty(await SurveyReading.Results(db, asked, 2026, Enum.GetValues<SurveyKind>()));
        return 0;
    });

    /// <summary>SQLite keeps rows by a number that counts up unless the key itself is that number.</summary>
    [Fact]
    public Task The_database_keeps_no_hidden_order_of_ballots_and_tokens() => _app.WithDbAsync(async db =>
    {
        if (db.Database.IsSqlite())
        {
            Assert.Equal(30, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM SurveyBallots WHERE rowid = Id").SingleAsync()); // the demo's 23 and 7
            Assert.Equal(70, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM SurveyTokens WHERE rowid = Id").SingleAsync());
            Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT (SELECT COUNT(*) FROM SurveyBallots WHERE rowid <> Id) + (SELECT COUNT(*) FROM SurveyTokens WHERE rowid <> Id) + (SELECT COUNT(*) FROM SurveyOpinions WHERE rowid <> Id) AS Value").SingleAsync());
        }

        Assert.False(await db.Set<SurveyBallot>().AnyAsync()); // everything is in scope here, and still no row is read
        return 0;
    });

    [Fact]
    public async Task Codes_cannot_be_tried_out_without_end()
    {
        using var stranger = _app.CreateClient();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 605; i++)
        {
            using var answer = await stranger.GetAsync("/s");
            codes.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, codes[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
    }

    [Fact]
    public async Task Slips_of_many_surveys_are_printed_at_once_each_organisation_from_a_page_of_its_own()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        await officer.FollowAsync(await (await officer.GetPageAsync("/surveys/new")).Type("Kind", "ResidentSatisfaction").Type("Slips", "30").Type("Title", "专项测评").Type("Names", "QH01002\nQH01006").Type("Begin", "true").SubmitAsync("form#new"));
        var list = await officer.GetPageAsync("/surveys/print?Kind=ResidentSatisfaction");
        var made = await _app.WithDbAsync(db => db.Surveys.Where(s => s.Title == "专项测评").Select(s => s.Id).ToListAsync());
        foreach (var box in list.All("input[name='Chosen']").OfType<IHtmlInputElement>().Where(i => !made.Contains(int.Parse(i.Value, System.Globalization.CultureInfo.InvariantCulture))))
        {
            box.IsChecked = false;
        }

        var print = await officer.PageAsync(await list.SubmitAsync("form#print"));

        Assert.Equal(2, print.All("section.slips").Count);
        Assert.All(print.All("section.slips"), s => Assert.Equal(30, s.QuerySelectorAll(".survey-slip").Length));
        var codes = print.All(".code").Select(c => c.TextContent).ToList();
        Assert.Equal(60, codes.Distinct().Count());
        using var resident = _app.CreateClient(new() { AllowAutoRedirect = false });
        var other = await _app.WithDbAsync(db => db.Organizations.Where(o => o.Code == "QH01006").Select(o => o.Name).SingleAsync());
        Assert.Contains(other, (await resident.GetPageAsync($"/s/{codes[^1]}")).Text, StringComparison.Ordinal);

        // Printed ones are replaced on their own page, not here; and nobody prints for others.
        Assert.DoesNotContain((await officer.GetPageAsync("/surveys/print")).All("input[name='Chosen']").OfType<IHtmlInputElement>(), i => made.Contains(int.Parse(i.Value, System.Globalization.CultureInfo.InvariantCulture)));
        using var neighbour = await _app.SignedInAsync("wangjiang.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostFormAsync("/surveys/print", ("Chosen", $"{made[0]}"))).StatusCode);
    }

    [Fact]
    public async Task Who_has_not_keyed_the_paper_is_told_that_a_second_is_wanted()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var id = await NewAsync(officer, "QH01006");
        Assert.DoesNotContain("待第二人录入", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        await officer.FollowAsync(await Counted(await officer.GetPageAsync($"/surveys/{id}/count"), 25, 20, 5).SubmitAsync("form#count"));

        Assert.NotNull((await secretary.GetPageAsync("/my")).Find($"a[href='/surveys/{id}/count']"));
        Assert.Null((await officer.GetPageAsync("/my")).Find($"a[href='/surveys/{id}/count']"));
        Assert.Single((await officer.GetPageAsync("/surveys?Second=true")).All("tbody tr"));
        using var neighbour = await _app.SignedInAsync("wangjiang.secretary");
        Assert.DoesNotContain("待第二人录入", (await neighbour.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        await secretary.FollowAsync(await Counted(await secretary.GetPageAsync($"/surveys/{id}/count"), 25, 20, 5).SubmitAsync("form#count"));
        Assert.DoesNotContain("待第二人录入", (await secretary.GetPageAsync("/my")).Text, StringComparison.Ordinal);
    }

    private Task<int> SurveyAsync(string code, SurveyKind kind, int year = 2026) =>
        _app.WithDbAsync(db => db.Surveys.Where(s => s.Year == year && s.Kind == kind && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == code)).Select(s => s.Id).SingleAsync());

    /// <summary>Made and begun by the form; thirty slips.</summary>
    private async Task<int> NewAsync(HttpClient client, string code)
    {
        var name = await _app.WithDbAsync(db => db.Organizations.Where(o => o.Code == code).Select(o => o.Code).SingleAsync());
        var last = await _app.WithDbAsync(db => db.Surveys.MaxAsync(s => s.Id));
        await client.FollowAsync(await (await client.GetPageAsync("/surveys/new")).Type("Kind", "ResidentSatisfaction").Type("Slips", "30").Type("Title", "专项测评").Type("Names", name).Type("Begin", "true").SubmitAsync("form#new"));
        return await _app.WithDbAsync(db => db.Surveys.Where(s => s.Id > last).Select(s => s.Id).SingleAsync());
    }

    /// <returns>The codes as they stand on the slips, each with the picture of its own address.</returns>
    private static async Task<List<string>> PrintAsync(HttpClient client, int id)
    {
        var page = await client.PageAsync(await (await client.GetPageAsync($"/surveys/{id}/slips")).SubmitAsync("form[action$='handler=Print']"));
        var slips = page.All(".survey-slip");
        var codes = slips.Select(s => s.QuerySelector(".code")!.TextContent).ToList();
        Assert.Equal(QrCode.Of($"http://localhost/s/{codes[0].Replace("-", "", StringComparison.Ordinal)}").Path, slips[0].QuerySelector("svg path")!.GetAttribute("d"));
        return codes;
    }

    private static Page Filled(Page page, int option)
    {
        foreach (var name in page.All("input[type='radio']").Select(i => i.GetAttribute("name")!).Distinct())
        {
            page.Type(name, $"{option}");
        }

        return page;
    }

    /// <summary>The first two options of each question; the ballots split between them.</summary>
    private static Page Counted(Page page, int ballots, int first, int second)
    {
        page.Type("Ballots", $"{ballots}");
        foreach (var row in page.All(".count-row"))
        {
            var fields = row.QuerySelectorAll("input").Select(i => i.GetAttribute("name")!).ToList();
            page.Type(fields[0], row == page.All(".count-row")[0] ? $"{first}" : "20").Type(fields[1], row == page.All(".count-row")[0] ? $"{second}" : "5");
        }

        return page;
    }

    /// <summary>All that could say when somebody answered: entries of the audit chain, the survey's version, the tree's count of work, sessions.</summary>
    private Task<(int, int, int, int)> TracesAsync(int id) => _app.WithDbAsync(async db => (await db.AuditEntries.CountAsync(), await db.Surveys.Where(s => s.Id == id).Select(s => EF.Property<int>(s, PartyWorkDb.Version)).SingleAsync(),
        await db.TreeStamps.Select(t => t.Work).SingleAsync(), await db.UserSessions.CountAsync()));

    private Task<string> StoredAsync() => _app.WithDbAsync(async db => string.Join('|', await db.SurveyTokens.Select(t => t.Seal).ToListAsync()) + string.Join('|', await db.AuditEntries.OrderByDescending(e => e.Sequence).Take(20).Select(e => e.Changes + e.Key + e.Act).ToListAsync()));
}
