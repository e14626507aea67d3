namespace PartyWork.Web.Tests.My;

/// <summary>To-dos are kept between requests, and nobody ever sees old ones.</summary>
public sealed class TodosTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_waits_is_read_again_only_after_somebody_has_done_something()
    {
        var report = await app.FilingAsync("QH01001", 4);
        using var clerk = await app.SignedInAsync("wenming.officer");
        Assert.DoesNotContain("组织科今天提醒过", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);

        app.Sql.Reset();
        await clerk.GetPageAsync("/my");
        Assert.DoesNotContain(app.Sql.Commands, IsOfTodos);

        using var staff = await app.SignedInAsync("orgdept");
        var dashboard = await staff.GetPageAsync("/dashboard?year=2026&Period=4");
        await staff.FollowAsync(await dashboard.SubmitAsync($"button[name='ids'][value='{report}']"));
        app.Sql.Reset();
        Assert.Contains("组织科今天提醒过", (await clerk.GetPageAsync("/my")).Text, StringComparison.Ordinal);
        Assert.Contains(app.Sql.Commands, IsOfTodos);
    }

    private static bool IsOfTodos(string command) => command.Contains("ClauseAmendments", StringComparison.Ordinal);
}
