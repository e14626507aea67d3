using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Tests.Documents;

/// <summary>
/// T29 for whatever can be taken away: every text that somebody may have typed begins with one of the characters that Excel takes for a formula. Of all exports no cell
/// is one, every text comes out as it was typed, and every file is handed over as a file under its own name.
/// </summary>
public sealed partial class PlantedExportsTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    /// <summary>After a lead that is seen, and after white space, which readers of workbooks fold.</summary>
    private const char Mark = '雀', AfterSpace = '鹊';
    private const int ShortestText = 20;

    private static readonly string[] Leads = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"];

    /// <summary>What the program itself writes and reads again: keys, codes, seals, addresses, and texts in a grammar of its own.</summary>
    [GeneratedRegex("Key|Code|Hash|Seal|Seed|Link|Address|Json|Content$|Told|Inputs|Parts|FactsText|Options|Subject$|Against|Stamp|Text$|Template|Cookie|Browser|Ip$|UserName|Password|MediaType|ContentType|FileName|Extension|Layout|Measured|Figure|Metric|Names|Category|Domain|EnteredBy|WithdrawnBy|Token|Verdict|^Score$|Parameters|Spread|Sentence|Rule|Basis")]
    private static partial Regex Grammar { get; }

    private static readonly string[] NotTyped = ["AuditEntry", "AuditHead", "User", "UserSession", "DataProtectionKey", "Setting", "CommitMark", "FigureFreeze", "FrozenValue", "FigureParameter", "FigureOverride", "SurveyToken", "SurveyBallot", "CalendarDay", "ReportParagraph", "ReportVersion", "FilingVersion"];

    [Fact]
    public async Task No_cell_of_any_export_is_a_formula_and_every_text_comes_out_as_it_was_typed()
    {
        var paths = await EveryExportTests.PathsAsync(app);
        var planted = await PlantAsync();
        Assert.InRange(planted, 5_000, int.MaxValue);
        var clients = new List<HttpClient>();
        foreach (var account in EveryExportTests.Accounts)
        {
            clients.Add(await app.SignedInAsync(account));
        }

        var (wrong, columns, seen, files) = (new List<string>(), new HashSet<string>(), new HashSet<string>(), 0);
        foreach (var path in paths)
        {
            foreach (var client in clients)
            {
                using var answer = await client.GetAsync(path);
                if (answer.StatusCode is HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType is { } type and not "text/html")
                {
                    files++;
                    wrong.AddRange(HandedOver(answer).Select(f => $"{path}: {f}"));
                    Look(path, type, await answer.Content.ReadAsByteArrayAsync(), columns, seen, wrong);
                }

                if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.InternalServerError)
                {
                    wrong.AddRange(answer.StatusCode is HttpStatusCode.OK ? [] : [$"{path}: 500"]);
                    break;
                }
            }
        }

        clients.ForEach(c => c.Dispose());
        output.WriteLine($"{planted} texts, {files} files, {columns.Count} columns");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(30)));
        Assert.Equal(Leads.Where(l => !string.IsNullOrWhiteSpace(l)).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.InRange(files, 60, int.MaxValue);
        Assert.InRange(columns.Count, 120, int.MaxValue);
    }

    private static IEnumerable<string> HandedOver(HttpResponseMessage answer)
    {
        var header = answer.Content.Headers.TryGetValues("Content-Disposition", out var all) ? all.ToList() : [];
        if (header.Count != 1 || header[0].Any(char.IsControl) || answer.Content.Headers.ContentDisposition is not { DispositionType: "attachment", FileNameStar.Length: > 0 } named)
        {
            yield return $"the header is {string.Join('|', header)}";
        }
        else if (named.FileNameStar.Any(c => "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)))
        {
            yield return $"the name is {named.FileNameStar}";
        }

        if (!answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff) || sniff.Single() != "nosniff")
        {
            yield return "a browser may guess what it is";
        }
    }

    private static void Look(string path, string type, byte[] file, HashSet<string> columns, HashSet<string> seen, List<string> wrong)
    {
        if (type != SheetWriter.ContentType)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
            wrong.AddRange(document.MainDocumentPart!.Document!.Descendants<FieldCode>().Where(f => f.Text.Contains(Mark, StringComparison.Ordinal)).Select(f => $"{path}: the field {f.Text}"));
            return;
        }

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var parts = book.WorkbookPart!.WorksheetParts.ToList();
        wrong.AddRange(parts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).Select(f => $"{path}: the formula {f.Text}"));
        wrong.AddRange(parts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.InnerText.AsSpan().IndexOfAny(Mark, AfterSpace) >= 0 && c.DataType?.Value != CellValues.InlineString && c.DataType?.Value != CellValues.SharedString)
            .Select(c => $"{path} {c.CellReference}: no text"));
        foreach (var (column, text) in SheetReader.Read(new MemoryStream(file), "导出.xlsx").SelectMany(s => s.Rows.SelectMany(r => r.Cells.Index().Select(c => ($"{path} {s.Name}.{c.Index}", c.Item)))).Where(c => c.Item.Contains(Mark, StringComparison.Ordinal)))
        {
            columns.Add(column);
            for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1))
            {
                var lead = at == 0 ? "" : text[(at - 1)..at];
                seen.Add(lead);
                if (!Leads.Contains(lead))
                {
                    wrong.Add($"{column}: “{text}” has none of what was planted before its mark");
                }
            }
        }
    }

    /// <returns>How many texts begin with one of the characters now, the rows of a table with all of them in turn.</returns>
    private Task<int> PlantAsync() => app.WithDbAsync(async db =>
    {
        var planted = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.IsMappedToJson() && t.ClrType.Namespace?.StartsWith("PartyWork.Domain", StringComparison.Ordinal) == true && !NotTyped.Contains(t.ClrType.Name)))
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            foreach (var property in entity.GetProperties().Concat(entity.GetFlattenedComplexProperties().SelectMany(c => c.ComplexType.GetProperties()))
                .Where(p => p.ClrType == typeof(string) && (p.GetMaxLength() ?? int.MaxValue) >= ShortestText && !p.IsIndex() && !p.IsKey() && !p.IsForeignKey() && !Grammar.IsMatch(p.Name)))
            {
                var column = property.GetColumnName(table);
                if (column is null)
                {
                    continue;
                }

                var most = (property.GetMaxLength() ?? 1_000) - 2;
                foreach (var (i, lead) in Leads.Index())
                {
                    await using var command = db.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"UPDATE \"{table.Name}\" SET \"{column}\" = CONCAT(@lead, SUBSTRING(\"{column}\", 1, {most})) WHERE \"{column}\" <> '' AND rowid % {Leads.Length} = {i}";
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ("@lead", lead + (string.IsNullOrWhiteSpace(lead) ? AfterSpace : Mark));
                    command.Parameters.Add(parameter);
                    planted += await command.ExecuteNonQueryAsync();
                }
            }
        }

        await db.TreeStamps.ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version + 1).SetProperty(t => t.Work, t => t.Work + 1));
        return planted;
    });
}
