using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.AnnualReports;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Figures;
using PartyWork.Web.Registers;
using PartyWork.Web.Tests.Registers;
using PartyWork.Web.Tests.Security;

namespace PartyWork.Web.Tests.Documents;

/// <summary>
/// T31 and T32 for whatever the program lets be taken away: all handlers that answer with a file are found by asking them, all registers by their catalogue, so
/// that a new export is covered without a line here.
/// </summary>
public sealed class EveryExportTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int LeastFiles = 60, Seeds = 50, MostEdits = 6;

    internal static readonly string[] Accounts = ["orgdept", "sysadmin", "wenming.officer", "chunhui.officer", "talent", "jiguan.secretary"];

    /// <summary>Attachments go out as they came in.</summary>
    private static readonly string[] NotOurs = ["GET /Evidence/Details File", "GET /Assessments/Sheets/Line Rest"]; // the second is no file

    [Fact]
    public async Task Every_file_that_goes_out_is_valid_named_in_Chinese_and_read_back_by_the_program()
    {
        var clients = new List<HttpClient>();
        foreach (var account in Accounts)
        {
            clients.Add(await app.SignedInAsync(account));
        }

        var (paths, wrong, files) = (await PathsAsync(app), new List<string>(), 0);
        foreach (var path in paths)
        {
            var (status, type, name, content) = await TakeAsync(clients, path);
            if (status is not HttpStatusCode.OK)
            {
                wrong.Add($"{path}: {(int)status} for everybody");
            }
            else if (type != "text/html")
            {
                files++;
                wrong.AddRange(Faults(type, name, content).Select(f => $"{path} {name}: {f}"));
            }
        }

        clients.ForEach(c => c.Dispose());
        output.WriteLine($"{files} files");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(files, LeastFiles, int.MaxValue);
    }

    [Fact]
    public async Task Every_register_s_export_comes_back_unchanged_and_with_k_edits_as_exactly_these()
    {
        var (registers, wrong, tried) = (Web.Registers.Registers.All, new List<string>(), 0);
        foreach (var (i, register) in registers.Index())
        {
            if (await KeeperAsync(register) is not { } keeper)
            {
                wrong.Add($"{register.Key}: nobody keeps it");
                continue;
            }

            using (keeper)
            {
                var file = await keeper.GetByteArrayAsync(await ExportAsync(app, register));
                if (!Rows(file).Any())
                {
                    continue; // the demo has none of them
                }

                tried++;
                var unedited = (await keeper.FollowAsync(await RegisterStoryTests.UploadAsync(keeper, register.Key, file))).Text;
                if (!unedited.Contains("与系统内容一致", StringComparison.Ordinal))
                {
                    wrong.Add($"{register.Key}: unedited, and yet {unedited[..Math.Min(600, unedited.Length)]}");
                }

                for (var seed = i; seed < Seeds; seed += registers.Count)
                {
                    var edits = Edits(register, file, new Random(seed));
                    var preview = await keeper.FollowAsync(await RegisterStoryTests.UploadAsync(keeper, register.Key, Edit(file, edits)));
                    var changes = preview.All("td[data-label='变化'] div").Select(c => c.TextContent).ToList();
                    if (changes.Count != edits.Count || !edits.Index().All(e => changes.Any(c => c.EndsWith($"（改{e.Index}）", StringComparison.Ordinal))))
                    {
                        wrong.Add($"{register.Key} seed {seed}: {string.Join(" | ", edits)} became {string.Join(" | ", changes)} {string.Join(" | ", preview.All("td[data-label='列'] + td").Select(f => f.TextContent))}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(tried, 25, registers.Count);
    }

    [Fact]
    public async Task A_row_that_was_changed_here_after_the_export_is_reported_and_not_overwritten()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var form = (await clerk.GetPageAsync("/registers/honors/entry")).Type("Name", "导出后改过的荣誉").Type("GrantedBy", "区委").Type("On", "2026-06-30").Type("Level", "区级").Type("Object", "集体");
        await clerk.FollowAsync(await form.SubmitAsync("button[formaction*='Save']:not([name])"));
        var file = await clerk.GetByteArrayAsync("/registers/honors?handler=Export&Words=导出后改过");
        var id = int.Parse(Rows(file).Single().Cells[0], CultureInfo.InvariantCulture);
        await clerk.FollowAsync(await (await clerk.GetPageAsync($"/registers/honors/entry/{id}")).Type("GrantedBy", "中共青禾区委").SubmitAsync("button[formaction*='Save']:not([name])"));

        var preview = await clerk.FollowAsync(await RegisterStoryTests.UploadAsync(clerk, "honors", Edit(file, [(Rows(file).Single().Number, "授予机关*", "旧表格里改的机关")])));

        Assert.Contains($"第{id}号记录在导出以后已经修改过", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Find("form#apply"));
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task Every_figure_of_the_report_s_annex_is_the_database_s(int year)
    {
        using var staff = await app.SignedInAsync("orgdept");
        using var document = WordprocessingDocument.Open(new MemoryStream(await staff.GetByteArrayAsync($"/annual-report/{year}?handler=Word&head=Plain")), false);
        var printed = document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().First().Elements<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToDictionary(r => r[1], r => r[2]);
        var expected = await app.WithDbAsync(async db =>
        {
            var (tree, report) = (await app.Services.GetRequiredService<OrgTrees>().GetAsync(db, await db.TreeStamps.Select(s => s.Version).SingleAsync()), await db.AnnualReports.Include(r => r.Paragraphs).SingleAsync(r => r.Year == year));
            var figures = FigureDictionary.All.Where(f => printed.ContainsKey(f.Name)).ToList();
            var values = await FigureEvaluation.EvaluateAsync(db, tree, figures, [tree.District!.Id], Period.To(report.Cutoff));
            return figures.ToDictionary(f => f.Name, f => values[f.Key, tree.District!.Id].PrintWithUnit());
        });

        Assert.InRange(printed.Count, 15, 200);
        Assert.Equal(printed.OrderBy(p => p.Key, StringComparer.Ordinal), expected.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    /// <summary>All GET handlers with a name, those of a register for every register, those of a report for both heads.</summary>
    internal static async Task<IReadOnlyList<string>> PathsAsync(App app)
    {
        var ids = await app.WithDbAsync(async db => new Dictionary<Subject, int>
        {
            [Subject.Organization] = await db.Organizations.Where(o => o.Code == "QH01").Select(o => o.Id).SingleAsync(),
            [Subject.DataRequest] = await db.DataRequests.Select(r => r.Id).FirstAsync(),
            [Subject.Rubric] = await db.Rubrics.Where(r => r.Year == 2026).Select(r => r.Id).FirstAsync(),
            [Subject.Round] = await db.Rounds.Where(r => r.Year == 2026 && r.Phase == Domain.Assessments.AssessmentPhase.Mid).Select(r => r.Id).SingleAsync(),
            [Subject.Result] = await db.ScoreSheets.Where(s => s.Stage == Domain.Assessments.SheetStage.Feedback && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH15")).Select(s => s.Id).FirstAsync(),
            [Subject.Batch] = await db.RectificationBatches.Where(b => b.Year == 2025).Select(b => b.Id).SingleAsync(),
            [Subject.Case] = await db.RectificationCases.Where(c => c.EndedOn == null && db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => c.Id).SingleAsync(),
            [Subject.SiteDeclaration] = await db.DemonstrationSites.Where(s => s.Year == 2026 && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH01004")).Select(s => s.FilingId).SingleAsync(),
            [Subject.Agreement] = await db.Agreements.Where(a => a.Year == 2026).OrderByDescending(a => a.Stage).Select(a => a.Id).FirstAsync(),
        });
        (ids[Subject.Lists], ids[Subject.Report]) = (await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01001", 4));
        List<string> paths = [];
        foreach (var handler in Handlers.All.Where(h => h is { Method: "GET", Name.Length: > 0 } && !NotOurs.Contains(h.Key)))
        {
            var path = handler.Path;
            if (path.Contains("{id}", StringComparison.Ordinal))
            {
                Assert.True(ids.ContainsKey(handler.Subject), $"{handler.Key}: which {handler.Subject} is to be exported?");
                path = path.Replace("{id}", $"{ids[handler.Subject]}", StringComparison.Ordinal);
            }

            paths.Add(path);
        }

        foreach (var register in Web.Registers.Registers.All)
        {
            paths.AddRange(await ExportAsync(app, register), $"/registers/{register.Key}/import?handler=Template");
        }

        paths.AddRange(from y in (int[])[2025, 2026] from h in Enum.GetNames<ReportHead>() select $"/annual-report/{y}?handler=Word&head={h}");
        return paths;
    }

    private static async Task<(HttpStatusCode Status, string Type, string Name, byte[] Content)> TakeAsync(List<HttpClient> clients, string path)
    {
        var last = HttpStatusCode.NotFound;
        foreach (var client in clients)
        {
            using var answer = await client.GetAsync(path);
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", answer.Content.Headers.ContentDisposition?.FileNameStar ?? "", await answer.Content.ReadAsByteArrayAsync());
            }

            last = answer.StatusCode;
        }

        return (last, "", "", []);
    }

    private static List<string> Faults(string type, string name, byte[] content)
    {
        var ending = type switch { SheetWriter.ContentType => ".xlsx", WordDocument.ContentType => ".docx", _ => "" };
        if (ending.Length == 0)
        {
            return [$"{type} is no kind of file that is checked here"];
        }

        List<string> faults = [];
        if (!name.EndsWith(ending, StringComparison.Ordinal) || !name.Any(c => c >= 0x4E00) || name.Any(c => "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal)))
        {
            faults.Add("the name is not Chinese, or none that Windows takes");
        }

        if (ending == ".xlsx")
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(content), false);
            faults.AddRange(new OpenXmlValidator().Validate(book).Take(3).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            faults.AddRange(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()).Take(1).Select(f => $"a formula: {f.Text}"));
            faults.AddRange(SheetReader.Read(new MemoryStream(content), name).Where(s => s.Rows.Count == 0).Select(s => $"sheet {s.Name} is empty"));
            return faults;
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(content), false);
        faults.AddRange(new OpenXmlValidator().Validate(document).Take(3).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        foreach (var section in body.Descendants<SectionProperties>())
        {
            // GB/T 9704: A4 with 天头 of 37 mm, in twips; a table on its side has 订口 of 28 mm above.
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            int[] page = [(int)size.Width!.Value, (int)size.Height!.Value, margin.Top!.Value];
            int[] expected = size.Orient?.Value == PageOrientationValues.Landscape ? [16838, 11906, 1587] : [11906, 16838, 2098];
            if (!page.SequenceEqual(expected))
            {
                faults.Add($"the page is {string.Join(',', page)}, not {string.Join(',', expected)}");
            }
        }

        string[] fonts = ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"];
        faults.AddRange(body.Descendants<RunFonts>().Select(f => f.EastAsia?.Value ?? "").Distinct().Except(fonts).Select(f => $"the font {f}"));
        return faults;
    }

    /// <summary>Who keeps the register, and has something in it where anybody has.</summary>
    private async Task<HttpClient?> KeeperAsync(Register register)
    {
        HttpClient? keeper = null;
        foreach (var account in Accounts)
        {
            var client = await app.SignedInAsync(account);
            if ((await client.GetAsync($"/registers/{register.Key}/import")).StatusCode is HttpStatusCode.OK && (keeper is null || Rows(await client.GetByteArrayAsync(await ExportAsync(app, register))).Any()))
            {
                keeper?.Dispose();
                keeper = client;
                if (Rows(await keeper.GetByteArrayAsync(await ExportAsync(app, register))).Any())
                {
                    return keeper;
                }
            }
            else
            {
                client.Dispose();
            }
        }

        return keeper;
    }

    // Of meetings one committee's, for all of them are more than a workbook may hold that is read again.
    private static async Task<string> ExportAsync(App app, Register register) =>
        $"/registers/{register.Key}?handler=Export&All=true{(register.Key == Web.Registers.Registers.Meetings.Key ? $"&Committee={await app.OrganizationAsync("QH01")}" : "")}";

    /// <summary>Up to six texts of different rows, each with a word more.</summary>
    private static IReadOnlyList<(int Row, string Column, string Text)> Edits(Register register, byte[] file, Random random)
    {
        var texts = register.Columns.Where(c => c is { Kind: ColumnKind.Text or ColumnKind.Long, IsComputed: false, IsPrivate: false }).Select(RegisterWorkbook.Header).ToList();
        var header = Header(file).Cells.ToList();
        return [.. Rows(file).Where(r => texts.Count > 0 && !IsClosed(register, header, r)).OrderBy(_ => random.Next()).Take(1 + random.Next(MostEdits)).Select((r, i) =>
        {
            var column = texts[random.Next(texts.Count)];
            return (r.Number, column, $"{r.Cells.ElementAtOrDefault(header.IndexOf(column))}（改{i}）");
        }).Where(e => e.Item3.Length < RegisterColumn.TextLength)];
    }

    /// <summary>What was withdrawn or disposed of is written to no more.</summary>
    private static bool IsClosed(Register register, List<string> header, SheetRow row) =>
        register.Key == Web.Registers.Registers.SpecialHouseholds.Key && row.Cells.ElementAtOrDefault(header.IndexOf("个人信息处置日期")) is { Length: > 0 };

    private static PartyWork.Web.Documents.Sheet FirstOf(byte[] file) => SheetReader.Read(new MemoryStream(file), "登记.xlsx")[0];

    private static SheetRow Header(byte[] file) => FirstOf(file).Rows.First(r => r.Cells[0] == RegisterWorkbook.No);

    private static IEnumerable<SheetRow> Rows(byte[] file) => FirstOf(file).Rows.SkipWhile(r => r.Cells[0] != RegisterWorkbook.No).Skip(1).Where(r => int.TryParse(r.Cells[0], out _));

    private static byte[] Edit(byte[] file, IEnumerable<(int Row, string Column, string Text)> edits)
    {
        var copy = new MemoryStream();
        copy.Write(file);
        using (var document = SpreadsheetDocument.Open(copy, true))
        {
            var book = document.WorkbookPart!;
            var rows = ((WorksheetPart)book.GetPartById(book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!.Value!)).Worksheet!.Descendants<Row>().ToList();
            var header = Header(file);
            foreach (var (row, column, text) in edits)
            {
                var cell = rows.Single(r => r.RowIndex!.Value == row).Elements<Cell>().ElementAt(header.Cells.ToList().IndexOf(column));
                cell.RemoveAllChildren();
                (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)));
            }
        }

        return copy.ToArray();
    }
}
