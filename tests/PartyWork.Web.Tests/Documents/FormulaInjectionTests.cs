using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Tests.Documents;

/// <summary>T29: whatever somebody typed, Excel is handed a text and never a formula, and a browser a file and never a page.</summary>
public sealed class FormulaInjectionTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const char Mark = '雀';

    private static readonly string[] Leads = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"];

    private static readonly string[] Accounts = ["orgdept", "chunhui.officer", "wenming.officer", "talent", "shegong", "zhujian", "wangjiang.officer", "jiguan.secretary"];

    [Fact]
    public async Task No_text_of_any_register_goes_out_as_a_formula_and_every_one_comes_back_as_it_was()
    {
        var planted = await PlantAsync();
        Assert.InRange(planted, 500, int.MaxValue);
        var clients = new List<HttpClient>();
        foreach (var account in Accounts)
        {
            clients.Add(await app.SignedInAsync(account));
        }

        var (seen, columns, wrong) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
        foreach (var register in Web.Registers.Registers.All)
        {
            var committee = register.Key == Web.Registers.Registers.Meetings.Key ? $"&Committee={await app.OrganizationAsync("QH01")}" : "";
            foreach (var client in clients)
            {
                using var answer = await client.GetAsync($"/registers/{register.Key}?handler=Export&All=true{committee}");
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    Look(register, await answer.Content.ReadAsByteArrayAsync(), seen, columns, wrong);
                    break;
                }
            }
        }

        clients.ForEach(c => c.Dispose());
        output.WriteLine($"{columns.Count} columns");
        Assert.Empty(wrong.Take(10));
        Assert.Equal(Leads.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Plain).Distinct().Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.InRange(columns.Count, 40, int.MaxValue);
    }

    public static TheoryData<string> Names =>
    [
        "会议记录.pdf", "a b.pdf", "“引号”.pdf", "a\"b.pdf", "a'b.pdf", "a;b.pdf", "a,b.pdf", "a=b.pdf", "a%0d%0aX-Evil: 1.pdf", "a\r\nX-Evil: 1.pdf", "a\nb.pdf", "a\tb.pdf", "..\\..\\a.pdf", "../../a.pdf", "é.pdf", "𠮷野家.pdf", "﹏.pdf", "a*b.pdf", "=cmd|' /C calc'!A0.pdf", "（盖章）2026年总结.pdf",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_goes_out_under_its_own_name_in_one_header_and_runs_nothing(string name)
    {
        byte[] bytes = [0x25, 0x50, 0x44, 0x46, .. Encoding.UTF8.GetBytes(name)];
        var id = await app.WithDbAsync(async db =>
        {
            db.Lease.Actor = new Actor(1, "测试", "测试");
            var organization = await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync();
            var item = EvidenceItem.OfFile(organization, "会议记录", new(2026, 12, 1), new EvidenceFile(name, "application/pdf", bytes.Length, EvidenceUpload.Hash(bytes), EvidenceUpload.Hash(bytes)), new Actor(1, "测试", "测试"), new(2026, 12, 18));
            db.AddRange(item, new EvidenceContent(item, bytes));
            await db.SaveChangesAsync();
            return item.Id;
        });
        using var officer = await app.SignedInAsync("chunhui.officer");

        using var answer = await officer.GetAsync($"/evidence/{id}?handler=File&download=true");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("X-Evil") || answer.Content.Headers.Contains("X-Evil"));
        var header = Assert.Single(answer.Content.Headers.GetValues("Content-Disposition"));
        Assert.DoesNotContain(header, c => c is '\r' or '\n');
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", name), (disposition.DispositionType, disposition.FileNameStar)); // RFC 6266
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Plain(string lead) => lead == "\r" ? "\n" : lead; // XML knows one end of a line

    private static void Look(Register register, byte[] file, HashSet<string> seen, HashSet<string> columns, List<string> wrong)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var parts = book.WorkbookPart!.WorksheetParts.ToList();
        wrong.AddRange(parts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).Select(f => $"{register.Key}: the formula {f.Text}"));
        wrong.AddRange(parts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.InnerText.Contains(Mark, StringComparison.Ordinal) && c.DataType?.Value != CellValues.InlineString && c.DataType?.Value != CellValues.SharedString)
            .Select(c => $"{register.Key} {c.CellReference}: no text"));
        foreach (var (column, text) in SheetReader.Read(new MemoryStream(file), "登记.xlsx").SelectMany(s => s.Rows).SelectMany(r => r.Cells.Index()).Where(c => c.Item.Contains(Mark, StringComparison.Ordinal)))
        {
            var lead = text[..text.IndexOf(Mark, StringComparison.Ordinal)];
            columns.Add($"{register.Key}.{column}");
            if (lead.Length == 0)
            {
                continue; // white space before a text is nothing that anybody wrote, and is not read
            }

            if (Leads.Contains(lead))
            {
                seen.Add(Plain(lead));
            }
            else
            {
                wrong.Add($"{register.Key} column {column}: “{text}” begins with none of what was planted");
            }
        }
    }

    /// <returns>How many texts begin with one of the characters now, each register's rows with all of them in turn.</returns>
    private Task<int> PlantAsync() => app.WithDbAsync(async db =>
    {
        var planted = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(RegisterRecord)) && !t.ClrType.IsAbstract))
        {
            foreach (var text in entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.DeclaringType == entity && (p.GetMaxLength() ?? int.MaxValue) >= 40 && !p.IsIndex() && p.Name is not (nameof(RegisterRecord.EnteredBy) or nameof(RegisterRecord.WithdrawnBy))))
            {
                foreach (var (i, lead) in Leads.Index())
                {
                    await using var command = db.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"UPDATE {entity.GetTableName()} SET {text.GetColumnName()} = CONCAT(@lead, SUBSTRING({text.GetColumnName()}, 1, 30)) WHERE {text.GetColumnName()} <> '' AND Id % {Leads.Length} = {i}";
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ("@lead", lead + Mark);
                    command.Parameters.Add(parameter);
                    planted += await command.ExecuteNonQueryAsync();
                }
            }
        }

        return planted;
    });
}
