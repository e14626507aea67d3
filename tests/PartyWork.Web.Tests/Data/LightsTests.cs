using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Data;

/// <summary>The colour that is stored beside a task is what its nodes, its progress and the day say: after a save, on a new day, and built anew.</summary>
public sealed class LightsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task On_every_day_the_stored_colour_is_the_computed_one()
    {
        foreach (var days in (int[])[0, 1, 12, 14, 2, 70])
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            var today = OfficeTime.DayOf(app.Clock.GetUtcNow().UtcDateTime.AddDays(26));

            var wrong = await app.WithDbAsync(async db =>
            {
                await db.FreshenLightsAsync();
                return await WrongAsync(db, today);
            });

            Assert.True(wrong.Count == 0, $"{today}: {string.Join("; ", wrong.Take(5))}");
        }
    }

    [Fact]
    public async Task What_is_reported_turns_the_colour_in_the_same_save()
    {
        var (task, today) = (await BehindAsync(), OfficeTime.DayOf(app.Clock.GetUtcNow().UtcDateTime.AddDays(26)));

        await app.WithDbAsync(async db =>
        {
            var late = await db.WorkTasks.Include(t => t.Progress).SingleAsync(t => t.Id == task);
            late.Report(4, Domain.Reports.ReportChoice.Done, late.Target, today);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(TaskLight.Blue, await app.WithDbAsync(db => db.WorkTasks.Where(t => t.Id == task).Select(t => t.Light).SingleAsync()));
    }

    [Fact]
    public async Task Built_anew_they_are_the_same()
    {
        await BehindAsync();
        var before = await ColoursAsync();
        await app.WithDbAsync(db => db.WorkTasks.ExecuteUpdateAsync(s => s.SetProperty(t => t.Light, TaskLight.Grey).SetProperty(t => t.LightUntil, (DateOnly?)null)));

        await app.WithDbAsync(db => Summaries.RebuildAsync(db));

        Assert.Equal(before, await ColoursAsync());

        Task<List<(int, TaskLight, DateOnly?)>> ColoursAsync() =>
            app.WithDbAsync(async db => (await db.WorkTasks.OrderBy(t => t.Id).Select(t => new { t.Id, t.Light, t.LightUntil }).ToListAsync()).ConvertAll(t => (t.Id, t.Light, t.LightUntil)));
    }

    private Task<int> BehindAsync() => app.WithDbAsync(async db =>
    {
        await db.FreshenLightsAsync();
        return await db.WorkTasks.Where(t => t.Light == TaskLight.Red && t.Measure == TaskMeasure.Count).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
    });

    private static async Task<List<string>> WrongAsync(PartyWorkDb db, DateOnly today) =>
        [.. (await db.WorkTasks.AsNoTracking().Include(t => t.Progress).ToListAsync()).Where(t => t.Light != t.LightOn(today)).Select(t => $"任务{t.Id}: {t.Light}, {t.LightOn(today)}")];
}
