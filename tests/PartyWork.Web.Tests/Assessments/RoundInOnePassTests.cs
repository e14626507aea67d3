using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>结束自评 of a whole district at the year's end. A long run: what it takes is written down in docs/performance.md.</summary>
public sealed class RoundInOnePassTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Lines = 26_000, MostSeconds = 120;

    [Fact]
    public async Task Twenty_six_thousand_lines_are_scored_in_one_pass()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PARTYWORK_LONG") == "1", "A long run: bash tests/run.sh --long.");
        await GrowAsync();
        var tree = await app.WithDbAsync(async db => await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync()));
        var (id, organizations) = await app.WithDbAsync(async db =>
        {
            var rubrics = (await db.Rubrics.WithAll().Where(r => r.Year == 2026 && r.PublishedOn != null).ToListAsync()).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.MaxBy(r => r.No)!);
            var round = new Round(tree.District!.Id, 2026, AssessmentPhase.End, 70, new("全区年底考核", "文号", "计划文号", new(2026, 12, 18), new(2026, 12, 20), new(2026, 12, 28), new(2026, 12, 31)));
            foreach (var node in tree.InOrder.Where(n => n.ClosedOn is null && RubricKinds.Of(n.Level, n.Domain) is not null))
            {
                round.Assess(node.Id, rubrics[RubricKinds.Of(node.Level, node.Domain)!.Value]);
            }

            db.Add(round);
            round.Publish(new Domain.Calendar.WorkYear(2026, new Domain.Calendar.Scheme(), "无变化"), round.Sheets.ToDictionary(s => s.OrganizationId, s => tree[s.OrganizationId].Level), new(1, "测试", "测试"), new(2026, 12, 18));
            await db.SaveChangesAsync();
            return (round.Id, round.Sheets.Count);
        });

        var (computed, saved, lines) = await app.WithDbAsync(async db =>
        {
            var round = await db.Rounds.SingleAsync(r => r.Id == id);
            app.Sql.Reset();
            var watch = Stopwatch.StartNew();
            await RoundFreezing.FreezeAsync(db, tree, round, new(2026, 12, 19), new(2026, 12, 19, 1, 0, 0, DateTimeKind.Utc));
            var pass = watch.Elapsed;
            output.WriteLine($"{app.Sql.Commands.Count} commands");
            Assert.InRange(app.Sql.Commands.Count, 1, 200); // not one for each of the organisations
            await db.SaveChangesAsync();
            return (pass, watch.Elapsed, round.Sheets.Sum(s => s.Lines.Count));
        });

        output.WriteLine($"{lines} lines of {organizations} organisations: computed in {computed.TotalSeconds:0.0} s, saved after {saved.TotalSeconds:0.0} s");
        Assert.InRange(lines, Lines, int.MaxValue);
        Assert.InRange(saved.TotalSeconds, 0, MostSeconds);
        Assert.Equal(lines, await app.WithDbAsync(db => db.Set<SheetLine>().CountAsync(l => l.Sheet.RoundId == id)));
    }

    /// <summary>As many organisations as a district of the design's size assesses.</summary>
    private Task<int> GrowAsync() => app.WithDbAsync(async db =>
    {
        db.Lease.Actor = new(1, "测试", "测试");
        var committees = await db.Organizations.Where(o => o.Level == OrganizationLevel.Committee && o.ClosedOn == null).ToListAsync();
        foreach (var i in Enumerable.Range(0, 300))
        {
            var community = new Organization($"LONG{i}", $"第{i}社区党支部", OrganizationLevel.Primary, OrganizationKind.Branch, OrganizationDomain.Community);
            community.AffiliateTo(committees[i % committees.Count], new(2020, 1, 1), "批复");
            community.PlaceAt(10_000 + i);
            db.Add(community);
        }

        return await db.SaveChangesAsync();
    });
}
