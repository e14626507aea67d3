using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace PartyWork.Bench;

/// <summary>
/// What the same machine, server and database can do at most: a constant page, the list by hand-written ADO and HTML, the save by hand-written ADO.
/// The product is measured against these in the same run.
/// </summary>
public static class Floor
{
    private const int ConstantBytes = 30 * 1024, PageSize = 20;

    public static async Task<int> ServeAsync(string database, string scratch, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        var constant = new string('x', ConstantBytes);
        var encoder = HtmlEncoder.Create(UnicodeRanges.All);
        var writer = new Lock(); // one writer at a time, as the product has it: without it SQLite's writers wait in each other's way
        PrepareScratch(scratch);
        app.MapGet("/const", () => Results.Content(constant, "text/html"));
        app.MapGet("/rawlist/{committee:int}", (int committee) => Results.Content(List(database, committee, encoder), "text/html; charset=utf-8"));
        app.MapPost("/rawsave/{id:int}", (int id) =>
        {
            lock (writer)
            {
                Save(scratch, id);
            }

            return Results.NoContent();
        });
        await app.RunAsync();
        return 0;
    }

    private static string List(string database, int committee, HtmlEncoder encoder)
    {
        using var connection = BenchData.Open(database, SqliteOpenMode.ReadOnly);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT o.Name, t.No, t.Category, t.Content, t.Target, t.Unit, t.DueOn, t.Lead_Text, (SELECT SUM(p.Value) FROM TaskProgress p WHERE p.WorkTaskId = t.Id)
            FROM Organizations o JOIN Affiliations a ON a.OrganizationId = o.Id AND a."To" IS NULL JOIN WorkTasks t ON t.OrganizationId = o.Id
            WHERE a.ParentId = $committee AND t.Year = (SELECT MAX(Year) FROM WorkYears) AND t.State IN (3, 4) ORDER BY o.SortNo, t.No LIMIT $size
            """;
        command.Parameters.AddWithValue("$committee", committee);
        command.Parameters.AddWithValue("$size", PageSize);
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>任务</title></head><body><table>");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            html.Append("<tr>");
            for (var column = 0; column < reader.FieldCount; column++)
            {
                html.Append("<td>").Append(encoder.Encode(reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</table></body></html>").ToString();
    }

    private static void PrepareScratch(string scratch)
    {
        using var connection = BenchData.Open(scratch, SqliteOpenMode.ReadWriteCreate);
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL;
            CREATE TABLE IF NOT EXISTS Item (Id INTEGER PRIMARY KEY, Words TEXT NOT NULL, Version INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS Past (Id INTEGER PRIMARY KEY, ItemId INTEGER NOT NULL, Words TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS Audit (Id INTEGER PRIMARY KEY, ItemId INTEGER NOT NULL, Changes TEXT NOT NULL);
            INSERT OR IGNORE INTO Item WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT i, '', 0 FROM n;
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>One change, its history and its audit row, durable before the answer.</summary>
    private static void Save(string scratch, int id)
    {
        using var connection = BenchData.Open(scratch, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
            INSERT INTO Past (ItemId, Words) SELECT Id, Words FROM Item WHERE Id = $id;
            UPDATE Item SET Words = '第四季度已完成并公示，居民反馈良好。', Version = Version + 1 WHERE Id = $id;
            INSERT INTO Audit (ItemId, Changes) VALUES ($id, '{"Words":["","第四季度已完成并公示，居民反馈良好。"]}');
            COMMIT;
            """;
        command.Parameters.AddWithValue("$id", id);
        command.ExecuteNonQuery();
    }
}
