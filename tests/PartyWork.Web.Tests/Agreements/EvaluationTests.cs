using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;

namespace PartyWork.Web.Tests.Agreements;

/// <summary>年终评定 of many agreements in one form.</summary>
public sealed class EvaluationTests : IAsyncDisposable
{
    private const string Path = "/agreements/evaluation?year=2026";

    private readonly App _app = new();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task All_agreements_of_a_committee_are_evaluated_in_one_form_and_what_is_left_empty_waits()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var page = await officer.GetPageAsync(Path);
        var count = page.All("form#evaluate tbody tr").Count;
        Assert.InRange(count, 4, 100);
        Assert.Contains($"{count}份责任书待年终评定", (await officer.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        var filled = await officer.PageAsync(await page.Type("Inputs[1].Words", "条款全部完成，群众评议好。").Type("Common", "条款基本完成。").SubmitAsync("form#evaluate .block button"));
        Assert.Equal(count - 1, filled.All("textarea[name$='.Words']").Count(t => t.TextContent == "条款基本完成。"));
        Assert.Equal("条款全部完成，群众评议好。", filled.Find("[name='Inputs[1].Words']")!.TextContent);
        Assert.Equal(0, await EvaluatedAsync()); // only filled in
        var done = await officer.FollowAsync(await filled.Type("Inputs[0].Words", " ").SubmitAsync("button#run"));

        Assert.Contains($"已登记{count - 1}份责任书的年终评定，还有1份待评定", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, count - 1, count - 1), (done.All("form#evaluate tbody tr").Count, done.All("#evaluated tbody tr").Count, await EvaluatedAsync()));
        Assert.Contains("1份责任书待年终评定", (await officer.GetPageAsync("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_breaks_a_rule_is_named_and_none_is_stored_and_nothing_typed_is_lost()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var page = await officer.GetPageAsync(Path);
        var name = page.All("form#evaluate tbody tr")[2].QuerySelector("a")!.TextContent;

        var refused = await officer.PageAsync(await page.Type("Inputs[0].Words", "好。").Type("Inputs[2].Words", new string('好', 301)).SubmitAsync("button#run"));

        Assert.Contains($"{name}：请填写评定意见，不超过300字", refused.Find(".validation-summary-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("好。", 301, 0), (refused.Find("[name='Inputs[0].Words']")!.TextContent, refused.Find("[name='Inputs[2].Words']")!.TextContent.Length, await EvaluatedAsync()));
    }

    [Fact]
    public async Task Who_comes_second_sees_what_he_typed_beside_what_was_registered()
    {
        using var officer = await _app.SignedInAsync("chunhui.officer");
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var stale = await secretary.GetPageAsync(Path);
        await (await officer.GetPageAsync(Path)).Type("Inputs[0].Words", "先登记的。").SubmitAsync("button#run");

        var answer = await secretary.PageAsync(await stale.Type("Inputs[0].Words", "后填的。").Type("Inputs[1].Words", "另一份。").SubmitAsync("button#run"));

        Assert.Contains("后填的。", answer.Find(".hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("先登记的。", answer.Find("#evaluated")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("另一份。", answer.Find("[name='Inputs[0].Words']")!.TextContent);
        Assert.Equal(1, await EvaluatedAsync());
        Assert.Contains("已登记1份", (await secretary.FollowAsync(await answer.SubmitAsync("button#run"))).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_department_chooses_whose_and_a_neighbours_are_not_there()
    {
        var (own, neighbour) = (await _app.OrganizationAsync("QH01"), await _app.OrganizationAsync("QH02"));
        using var staff = await _app.SignedInAsync("orgdept");
        using var officer = await _app.SignedInAsync("chunhui.officer");

        Assert.Contains("中共青禾区委员会与下级签订", (await staff.GetPageAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal("春晖街道党工委与下级签订", (await staff.GetPageAsync($"{Path}&Committee={own}")).Find(".lead-line")!.TextContent[..12]);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Path}&Committee={neighbour}")).StatusCode);
    }

    [Fact]
    public async Task After_new_year_it_still_waits_until_the_year_is_closed_and_then_it_can_no_longer_be_evaluated()
    {
        _app.Clock.Advance(TimeSpan.FromDays(20)); // 7 January 2027
        using var officer = await _app.SignedInAsync("chunhui.officer");
        var todo = (await officer.GetPageAsync("/my")).All("a").Single(a => a.TextContent.Contains("份2026年责任书待年终评定", StringComparison.Ordinal));
        var open = await officer.GetPageAsync(todo.GetAttribute("href")!);
        var agreement = open.Find("form#evaluate tbody a")!.GetAttribute("href")!;
        var one = await officer.GetPageAsync(agreement);
        Assert.NotNull(one.Find("form#evaluate"));

        await _app.WithDbAsync(db => db.WorkYears.Where(y => y.Year == 2026).ExecuteUpdateAsync(s => s.SetProperty(y => y.State, Domain.Calendar.WorkYearState.Closed)));
        await _app.MoveWorkAsync();

        Assert.DoesNotContain("待年终评定", (await officer.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        var closed = await officer.GetPageAsync(Path);
        Assert.Null(closed.Find("form#evaluate"));
        Assert.Matches("已归档，未评定[1-9][0-9]*份，已评定0份", closed.Text);
        Assert.Null((await officer.GetPageAsync(agreement)).Find("form#evaluate"));
        foreach (var refused in new[] { await officer.PageAsync(await open.Type("Inputs[0].Words", "好。").SubmitAsync("button#run")), await officer.PageAsync(await one.Type("Words", "好。").SubmitAsync("form#evaluate")) })
        {
            Assert.Contains("2026年度已归档，不能再评定。", refused.Find(".validation-summary-errors")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(0, await EvaluatedAsync());
    }

    private Task<int> EvaluatedAsync() => _app.WithDbAsync(db => db.Agreements.CountAsync(a => a.Year == 2026 && a.Stage == AgreementStage.Evaluated && db.Organizations.Any(o => o.Id == a.UpperId && o.Code == "QH01")));
}
