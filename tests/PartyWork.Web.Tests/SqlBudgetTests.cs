using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests;

/// <summary>How many commands a page costs, without the one that reads the rights: lists 3, items 4, dashboards 5.</summary>
public sealed class SqlBudgetTests(App app) : IClassFixture<App>
{
    private const int List = 3, Item = 4, Dashboard = 5, Check = 7; // the check reads all three lists, the scheme and what was done

    [Fact]
    public async Task No_page_asks_the_database_more_often_than_its_budget()
    {
        var (report, lists, own) = (await app.FilingAsync("QH01001", 3), await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01", 4));
        var (organization, window, user) = (await app.OrganizationAsync("QH01001"), await app.WithDbAsync(db => db.Windows.Where(w => w.Year == 2026).Select(w => w.Id).FirstAsync()), await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "inspector").Select(u => u.Id).SingleAsync()));
        var secretary = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.Kind == Domain.Organizations.PostKind.Secretary && h.To == null && h.Organization.Code == "QH01").Select(h => h.Id).SingleAsync());
        var (evidence, task) = await app.WithDbAsync(db => db.EvidenceUses.Where(u => u.WorkTaskId != null && u.Quarter == 3 && db.Filings.Any(f => f.Id == own && f.OrganizationId == u.OrganizationId)).Select(u => ValueTuple.Create(u.ItemId, u.WorkTaskId)).FirstAsync());
        (string Account, int Budget, string[] Paths)[] pages =
        [
            ("chunhui.secretary", List, ["/lists", "/lists/tasks", "/lists/tasks?Troubled=true", "/lists/problems", "/lists/changes", "/lists/claims", "/reports", "/reports/review", "/organizations", "/years", "/years/calendar", "/evidence", "/evidence?Below=true&Words=3", "/ledger"]),
            ("chunhui.secretary", Item, [$"/lists/{lists}", $"/lists/{lists}?tab=problems", $"/lists/{lists}?tab=duties", $"/lists/{lists}/tasks/1", $"/lists/{lists}/problems/1", $"/lists/{lists}/duties/1", $"/lists/{lists}/history",
                $"/reports/{report}", $"/reports/{report}/versions/1", $"/reports/{report}/history", $"/reports/{report}/return", $"/reports/{own}/fill", $"/reports/{own}/confirm", $"/organizations/{organization}", "/years/2026", "/my/delegation",
                $"/evidence/{evidence}", "/evidence/new", $"/evidence/attach/task/{task}?Quarter=4",
                $"/ledger/{secretary}/2026", $"/ledger/{secretary}/2026/booklet"]),
            ("chunhui.secretary", Check, [$"/lists/{lists}?tab=check"]),
            ("chunhui.secretary", Dashboard, ["/my", "/dashboard"]),
            ("wenming.officer", Dashboard, ["/my"]),
            ("orgdept", List, ["/ledger", "/organizations?all=true", "/lists", "/reports", "/lists/tasks?Light=Red"]),
            ("orgdept", Item, [$"/organizations/{organization}", $"/organizations/{organization}/edit", $"/organizations/{organization}/posts", "/years/2026", "/years/2026/scheme", "/years/2026/carry", $"/years/windows/{window}", "/years/new"]),
            ("orgdept", Dashboard, ["/dashboard", "/dashboard/leader"]),
            ("sysadmin", List, ["/users"]),
            ("sysadmin", Item, [$"/users/{user}", "/users/new"]),
            ("auditor", List, ["/audit"]),
            ("assessor1", List, ["/assessments"]),
        ];
        var over = new List<string>();
        foreach (var (account, budget, paths) in pages)
        {
            using var client = await app.SignedInAsync(account);
            foreach (var path in paths)
            {
                using var warm = await client.GetAsync(path);
                Assert.True(warm.StatusCode is System.Net.HttpStatusCode.OK, $"{account} {path}: {(int)warm.StatusCode}");
                app.Sql.Reset();
                using var answer = await client.GetAsync(path);
                var commands = app.Sql.Commands.Where(c => !c.Contains("DataProtectionKeys", StringComparison.Ordinal)).ToList();
                Assert.Contains("SecurityStamp", commands[0], StringComparison.Ordinal); // the rights
                if (commands.Count - 1 > budget)
                {
                    over.Add($"{account} {path}: {commands.Count - 1} instead of {budget}\n" + string.Join("\n", commands.Skip(1).Select(c => "    " + string.Concat(c.ReplaceLineEndings(" ").Take(150)))));
                }
            }
        }

        Assert.True(over.Count == 0, string.Join("\n", over));
    }
}
