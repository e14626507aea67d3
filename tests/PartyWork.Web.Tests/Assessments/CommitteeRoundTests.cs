using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>A street assesses its own communities under the district's scheme.</summary>
public sealed class CommitteeRoundTests : IAsyncLifetime
{
    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_is_begun_under_the_district_s_for_its_own_children_and_scored_by_its_own_people()
    {
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var form = await secretary.GetPageAsync("/assessments/rounds/new");
        form.Type("Phase", "End").Type("Plan.Name", "春晖街道社区考核").Type("Plan.SelfDue", "2026-12-18").Type("Plan.OnSiteFrom", "2026-12-19").Type("Plan.OnSiteTo", "2026-12-28").Type("Plan.AccessUntil", "2026-12-31");
        var objects = await secretary.FollowAsync(await form.SubmitAsync("form#new"));
        var round = await _app.WithDbAsync(db => db.Rounds.AsNoTracking().SingleAsync(r => r.Plan.Name == "春晖街道社区考核"));
        var of = await _app.WithDbAsync(db => db.Rounds.AsNoTracking().Where(r => r.Year == 2026 && r.Phase == round.Phase && r.No == 2).SingleAsync());
        Assert.Equal((of.Plan.DocumentNo, of.Plan.PlanNo), (round.Plan.DocumentNo, round.Plan.PlanNo));

        var refused = await secretary.PageAsync(await objects.Type("Names", "QH02001").SubmitAsync("form#add"));
        Assert.Contains("只能列入本级下属的党组织", refused.Text, StringComparison.Ordinal);
        refused = await secretary.GetPageAsync($"/assessments/rounds/{round.Id}/objects");
        await secretary.FollowAsync(await refused.Type("Group", "Communities").SubmitAsync("form#add"));
        var listed = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round.Id).Join(db.Organizations, s => s.OrganizationId, o => o.Id, (s, o) => o.Code).ToListAsync());
        Assert.NotEmpty(listed);
        Assert.All(listed, c => Assert.StartsWith("QH01", c, StringComparison.Ordinal));

        // Two of them stand in the district's own year-end round, and would get two grades: told before, refused at publishing, put off the list.
        var shown = await secretary.GetPageAsync($"/assessments/rounds/{round.Id}");
        Assert.Contains("2个单位还列入了本年另一轮年底考核", shown.Find("#twice")!.TextContent, StringComparison.Ordinal);
        var twice = await secretary.PageAsync(await shown.SubmitAsync("form#publish"));
        Assert.Contains($"已列入“{of.Plan.Name}”，一年只参加一次年底考核", twice.Text, StringComparison.Ordinal);
        var also = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round.Id && db.ScoreSheets.Any(x => x.RoundId == of.Id && x.OrganizationId == s.OrganizationId)).Select(s => s.Id).ToListAsync());
        var list = await secretary.GetPageAsync($"/assessments/rounds/{round.Id}/objects");
        also.ForEach(s => list.Type("chosen", $"{s}"));
        await secretary.FollowAsync(await list.SubmitAsync("form#remove"));
        listed = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.RoundId == round.Id).Join(db.Organizations, s => s.OrganizationId, o => o.Id, (s, o) => o.Code).ToListAsync());
        var alone = await secretary.GetPageAsync($"/assessments/rounds/{round.Id}");
        Assert.Null(alone.Find("#twice"));
        await secretary.FollowAsync(await alone.SubmitAsync("form#publish"));

        // Its own people score, and hold the post for it as long as the round is open.
        var people = await _app.WithDbAsync(async db =>
        {
            var own = await db.PostHoldings.Where(h => h.Organization.Code == "QH01" && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer)).OrderBy(h => h.Kind).Select(h => h.PersonId).Take(2).ToListAsync();
            return (int[])[.. own, await db.PostHoldings.Where(h => h.Kind == PostKind.Assessor && h.To == null).OrderByDescending(h => h.Id).Select(h => h.PersonId).FirstAsync()];
        });
        var teams = await secretary.GetPageAsync($"/assessments/rounds/{round.Id}/teams");
        foreach (var person in people)
        {
            teams.Type("Members", $"{person}");
        }

        teams = await secretary.FollowAsync(await teams.Type("Leader", $"{people[0]}").SubmitAsync("form#form"));
        Assert.Single(teams.All("#formed tbody tr"));
        Assert.Equal((PostKind.TeamLeader, new DateOnly(2026, 12, 31)), await _app.WithDbAsync(db => db.PostHoldings.Where(h => h.PersonId == people[0] && h.Organization.Code == "QH01" && h.To != null).Select(h => ValueTuple.Create(h.Kind, h.To!.Value)).SingleAsync()));

        // The day after, it ends self-scoring and draws; nobody of its own keeps away for working there.
        _app.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await _app.SignedInAsync("chunhui.secretary");
        await later.FollowAsync(await (await later.GetPageAsync($"/assessments/rounds/{round.Id}")).SubmitAsync("form#freeze"));
        var drawn = await later.FollowAsync(await (await later.GetPageAsync($"/assessments/rounds/{round.Id}/draw")).Type("First", "马卫东").Type("Second", "佟立群").SubmitAsync("form#draw"));
        Assert.Contains("全部一致", drawn.Find("#verified")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(listed.Count, drawn.All("#lots tbody tr").Count);

        // The district reads it and changes nothing but draws a sample for a team of its own.
        using var staff = await _app.SignedInAsync("orgdept");
        foreach (var path in (string[])["", "/draw", "/recusals", "/feedback"])
        {
            Assert.Empty((await staff.GetPageAsync($"/assessments/rounds/{round.Id}{path}")).All("main form[method=post] button"));
        }

        var checks = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round.Id}/checks")).SubmitAsync("form#draw"));
        Assert.Equal(Round.ChecksOf(listed.Count), checks.All("#checks tbody tr").Count);
        var checking = await _app.WithDbAsync(db => db.AllSheets().Where(s => s.RoundId == round.Id && s.CheckedId != null).Join(db.Rounds, s => s.Team!.RoundId, r => r.Id, (s, r) => r.OrganizerId).Distinct().ToListAsync());
        Assert.Equal([of.OrganizerId], checking);
    }

    [Fact]
    public async Task Its_people_hold_the_post_as_long_as_the_published_plan_says_and_not_as_the_draft_did()
    {
        using var secretary = await _app.SignedInAsync("chunhui.secretary");
        var free = await _app.WithDbAsync(db => db.Organizations.Where(o => o.Code.StartsWith("QH010") && o.Level == OrganizationLevel.Primary && o.Domain == OrganizationDomain.Community && o.ClosedOn == null
            && !db.ScoreSheets.Any(s => s.OrganizationId == o.Id && s.Round.Year == 2026 && s.Round.Phase == AssessmentPhase.End)).OrderBy(o => o.Code).Select(o => o.Code).Take(2).ToListAsync());
        var form = await secretary.GetPageAsync("/assessments/rounds/new");
        form.Type("Phase", "End").Type("Plan.Name", "春晖街道社区考核").Type("Plan.SelfDue", "2026-12-18").Type("Plan.OnSiteFrom", "2026-12-19").Type("Plan.OnSiteTo", "2026-12-28").Type("Plan.AccessUntil", "2026-12-31");
        await secretary.FollowAsync(await (await secretary.FollowAsync(await form.SubmitAsync("form#new"))).Type("Names", string.Join('\n', free)).SubmitAsync("form#add"));
        var (round, people) = await _app.WithDbAsync(async db => (await db.Rounds.Where(r => r.Plan.Name == "春晖街道社区考核").Select(r => r.Id).SingleAsync(),
            await db.PostHoldings.Where(h => h.Organization.Code == "QH01" && h.To == null && (h.Kind == PostKind.Secretary || h.Kind == PostKind.Deputy || h.Kind == PostKind.Officer)).OrderBy(h => h.Kind).Select(h => h.PersonId).Take(3).ToListAsync()));
        var teams = await secretary.GetPageAsync($"/assessments/rounds/{round}/teams");
        people.ForEach(p => teams.Type("Members", $"{p}"));
        await secretary.FollowAsync(await teams.Type("Leader", $"{people[0]}").SubmitAsync("form#form"));
        Assert.Empty(await PostsAsync());

        await _app.WithDbAsync(db => db.Rounds.Where(r => r.Id == round).ExecuteUpdateAsync(s => s.SetProperty(r => r.Plan.AccessUntil, new DateOnly(2027, 1, 8))));
        await secretary.FollowAsync(await (await secretary.GetPageAsync($"/assessments/rounds/{round}")).SubmitAsync("form#publish"));

        Assert.Equal([new(2027, 1, 8), new(2027, 1, 8), new(2027, 1, 8)], await PostsAsync());

        Task<List<DateOnly>> PostsAsync() => _app.WithDbAsync(db => db.PostHoldings.Where(h => people.Contains(h.PersonId) && h.Organization.Code == "QH01" && (h.Kind == PostKind.TeamLeader || h.Kind == PostKind.Assessor)).Select(h => h.To!.Value).ToListAsync());
    }

    [Theory]
    [InlineData("wangjiang.secretary")]
    [InlineData("wenming.secretary")]
    public async Task Nobody_else_below_opens_it(string account)
    {
        var round = await _app.WithDbAsync(async db =>
        {
            var district = await db.Rounds.SingleAsync(r => r.Year == 2026 && r.No == 2);
            var own = Round.Under(district, await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync(), 60, district.Plan with { Name = "春晖街道社区考核" });
            db.Add(own);
            db.Lease.Actor = new(1, "测试", "测试");
            await db.SaveChangesAsync();
            return own.Id;
        });
        using var client = await _app.SignedInAsync(account);

        foreach (var path in (string[])["", "/objects", "/teams", "/recusals", "/draw", "/checks", "/feedback", "/objections"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/assessments/rounds/{round}{path}")).StatusCode);
        }

        Assert.DoesNotContain("春晖街道社区考核", (await client.GetPageAsync("/assessments?year=2026")).Find("#rounds")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Below_the_committees_nobody_begins_one_and_without_the_district_s_scheme_no_committee_does()
    {
        using var community = await _app.SignedInAsync("wenming.secretary");
        Assert.Null((await community.GetPageAsync("/assessments/rounds/new")).Find("form#new"));
        await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.Phase == Domain.Assessments.AssessmentPhase.End).ExecuteUpdateAsync(s => s.SetProperty(r => r.PublishedOn, (DateOnly?)null)));
        using var secretary = await _app.SignedInAsync("chunhui.secretary");

        var refused = await secretary.PageAsync(await (await secretary.GetPageAsync("/assessments/rounds/new")).Type("Phase", "End").SubmitAsync("form#new"));

        Assert.Contains("还没有发布2026年年底考核方案", refused.Text, StringComparison.Ordinal);
    }
}
