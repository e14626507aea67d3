using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Tests;

/// <summary>
/// The pages that are opened most reach what they show by an index: SQLite would read no table that grows with the daily work from end to end, and sorts
/// no more than it did.
/// </summary>
public sealed partial class QueryPlanTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private static readonly string[] Growing =
    [
        "AgreementClauses", "AuditEntries", "DutyItems", "DutyTasks", "EvidenceItems", "EvidenceUses", "FilingActs", "FilingRows", "Filings", "FilingVersions", "MeetingRecords", "Problems", "ProblemTasks", "Reminders", "TaskProgress", "WorkTasks",
    ];

    // Looked at and left: what the district counts over all, from an index alone; and its list of all evidence, newest first, until the page is full.
    private static readonly string[] Known =
    [
        "/dashboard Filings IX_Filings_WindowId", "/dashboard/leader Filings IX_Filings_WindowId", "/dashboard Problems IX_Problems_SheetLineId", "/dashboard/leader Problems IX_Problems_SheetLineId",
        "/dashboard WorkTasks IX_WorkTasks_ParentId", "/dashboard/leader WorkTasks IX_WorkTasks_ParentId", "/evidence EvidenceItems IX_EvidenceItems_OrganizationId_On", "/evidence EvidenceItems IX_EvidenceItems_On",
    ];

    [Fact]
    public async Task No_hot_page_reads_a_growing_table_from_end_to_end_or_sorts_more_than_it_did()
    {
        Assert.SkipUnless(App.IsSqlite, "SQLite's plans.");
        var (wrong, planned) = (new List<string>(), new HashSet<string>());
        foreach (var (account, path, _, most) in await HotPages.OfAsync(app))
        {
            var sorts = new List<string>();
            foreach (var statement in (await StatementsAsync(account, path)).Where(planned.Add))
            {
                var (plan, tables) = (await PlanAsync(statement), Aliases().Matches(statement).DistinctBy(m => m.Groups[2].Value).ToDictionary(m => m.Groups[2].Value, m => m.Groups[1].Value));
                wrong.AddRange(plan.Select(p => Scan().Match(p)).Where(m => m.Success && tables.TryGetValue(m.Groups[1].Value, out var table) && Growing.Contains(table))
                    .Select(m => $"{path} {tables[m.Groups[1].Value]} {m.Groups[2].Value}".TrimEnd()).Except(Known).Select(w => $"{account} {w}\n{statement}"));
                sorts.AddRange(plan.Where(p => p.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)).Select(p => $"    {p}: {statement[..Math.Min(160, statement.Length)].ReplaceLineEndings(" ")}"));
            }

            output.WriteLine($"{account} {path}: {sorts.Count} sorts");
            if (sorts.Count > most)
            {
                wrong.Add($"{account} {path} sorts {sorts.Count} times instead of {most}\n{string.Join('\n', sorts)}");
            }
        }

        output.WriteLine($"{planned.Count} statements");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(string account, string path)
    {
        using var client = await app.SignedInAsync(account);
        using var warm = await client.GetAsync(path);
        Assert.True(warm.IsSuccessStatusCode, $"{account} {path}: {(int)warm.StatusCode}");
        await app.MoveWorkAsync(); // what is kept of it is read anew
        app.Sql.Reset();
        using var page = await client.GetAsync(path);
        return app.Sql.Commands;
    }

    private Task<List<string>> PlanAsync(string statement) => app.WithDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameters().Matches(statement).Select(m => m.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value); // SQLite plans without looking at the values
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    });

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"""(\w+)"" AS ""(\w+)""")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?(?!.*VIRTUAL)")]
    private static partial Regex Scan();
}
