using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;
namespace PartyWork.Browser.Tests;
public class Peek(Site site)
{
    [Fact]
    public async Task Look()
    {
        await site.Demo.WithDbAsync(async db =>
        {
            foreach (var w in await db.Windows.ToListAsync()) Console.WriteLine($"{w.Kind} {w.Level} {w.Year}/{w.Period} {w.Opens} {w.Due} {w.Locks}");
            var today = new DateOnly(2026, 12, 18);
            foreach (var f in await db.Filings.Where(f => f.Year == 2026 && (f.Period == 4 || f.Stage < FilingStage.Submitted)).Select(f => new { f.Id, f.Stage, f.Period, f.Kind, f.PreparedAt, O = db.Organizations.First(o => o.Id == f.OrganizationId).Code + db.Organizations.First(o => o.Id == f.OrganizationId).Name }).ToListAsync()) Console.WriteLine(f);
            return 0;
        });
        await using var v = await site.VisitAsync(site.Demo);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        await v.SignInAsync("wenming.officer");
        Console.WriteLine($"{sw.Elapsed} {v.Path}");
        await v.GoAsync("/reports");
        Console.WriteLine($"{sw.Elapsed} {v.Path}");
        foreach (var t in await v.AxeAsync()) Console.WriteLine(t);
        Console.WriteLine($"{sw.Elapsed} {v.Path}");
    }
}
