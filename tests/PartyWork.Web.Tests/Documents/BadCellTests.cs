using System.Net;
using System.Security;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Tests.Documents;

/// <summary>
/// T27: whatever import it is, one cell that cannot be meant is told by its row and column in Chinese, and nothing comes in. The files are the program's
/// own, taken away and spoiled in one place each; 200 in a long run.
/// </summary>
public sealed class BadCellTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int Seed = 27, RowsKept = 2;

    private static readonly string Endless = new('长', 20_000);

    private static readonly string[] NoNumber = [Text("很多"), Text("-5"), Text("1/3"), Text("十个"), Error("#DIV/0!"), Formula("1/0", "#DIV/0!")];
    private static readonly string[] NoDay = [Text("2026-02-30"), Text("2026-13-01"), Text("明天"), Text("-1"), Error("#N/A"), Formula("NA()", "#N/A")];
    private static readonly string[] NoChoice = [Text("没有这一项"), Text("1"), Error("#REF!"), Text(Endless)];
    private static readonly string[] NoOrganization = [Text("不存在的党支部"), Text("QH99999999"), Error("#NAME?")];
    private static readonly string[] TooLong = [Text(Endless)];
    private static readonly string[] Blank = ["", Text("　")];

    /// <summary>One way in, and what may stand in no cell of a column.</summary>
    private sealed record Way(string Account, string Path, string Field, IReadOnlyList<Sheet> Sheets, IReadOnlyList<(string Column, string[] Cells)> Bad);

    /// <summary>One file: the cell of that row and column is spoiled.</summary>
    private sealed record Spoiled(Way Way, int Sheet, int Row, string Column, string Cell);

    [Fact]
    public async Task A_bad_cell_is_told_by_row_and_column_and_nothing_comes_in()
    {
        var clients = new Dictionary<string, HttpClient>();
        foreach (var account in (string[])["orgdept", "wenming.officer", "chunhui.officer"])
        {
            clients[account] = await app.SignedInAsync(account);
        }

        var random = new Random(Seed);
        var ways = await WaysAsync(clients);
        var all = ways.SelectMany(Files).GroupBy(f => f.Way).SelectMany(g => g.OrderBy(_ => random.Next()).Take(Runs.Of(2, int.MaxValue))).ToList();
        var written = await WrittenAsync();
        var wrong = new List<string>();
        foreach (var file in all)
        {
            using var answer = await UploadAsync(clients[file.Way.Account], file);
            var page = answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK ? await clients[file.Way.Account].FollowAsync(answer) : null;
            if (page is null || !Told(page.Document.Body!.TextContent, file))
            {
                wrong.Add($"{file.Way.Path} row {file.Row} {file.Column} {file.Cell[..Math.Min(60, file.Cell.Length)]}: {(int)answer.StatusCode} {string.Join(' ', page?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(60) ?? [])}");
            }
        }

        clients.Values.ToList().ForEach(c => c.Dispose());
        output.WriteLine($"{all.Count} files of {ways.Count} kinds, seed {Seed}");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {all.Count}\n{string.Join('\n', wrong.Take(60))}");
        Assert.Equal(written, await WrittenAsync());
        Assert.InRange(all.Count, Runs.Of(50, 200), int.MaxValue);
    }

    /// <summary>A sentence that begins with the place and names the column.</summary>
    private static bool Told(string page, Spoiled file) => Regex.IsMatch(page, $"第{file.Row}行“[^”]*?(”[^。]*?)?{Regex.Escape(file.Column.TrimEnd('*'))}");

    /// <summary>An upload that waits to be looked at is on no record; whatever comes in is.</summary>
    private Task<int> WrittenAsync() => app.WithDbAsync(db => db.AuditEntries.CountAsync());

    private async Task<List<Way>> WaysAsync(Dictionary<string, HttpClient> clients)
    {
        var (lists, report) = (await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01001", 4));
        var committee = await app.OrganizationAsync("QH01"); // of meetings one committee's, for all of them are more than a workbook may hold that is read again
        var lifted = await app.WithDbAsync(db => db.RectificationCases.Where(c => c.EndedOn == null && db.Organizations.Any(o => o.Id == c.OrganizationId && o.Code == "QH01001")).Select(c => c.Id).SingleAsync());
        var rubric = await app.WithDbAsync(db => db.Rubrics.Where(r => r.Year == 2026).OrderBy(r => r.Kind).Select(r => r.Id).FirstAsync());
        List<Way> ways =
        [
            new("orgdept", "/organizations/import", "roster", await SheetsAsync("orgdept", "/organizations/import?handler=Roster"),
                [("组织代码", [.. Blank, .. TooLong, Text("代码？")]), ("党组织名称", [.. Blank, .. TooLong]), ("隶属上级代码", NoOrganization), ("类别", [.. Blank, .. NoChoice]), ("领域", [.. Blank, .. NoChoice]), ("组建方式", NoChoice), ("党员数", [.. Blank, .. NoNumber]), ("本届选举日期", NoDay), ("联系电话", TooLong), ("备注", TooLong)]),
            new("wenming.officer", $"/lists/{lists}/import?handler=Upload", "workbook", await SheetsAsync("wenming.officer", $"/lists/{lists}?handler=Export"),
                [("序号", [.. Blank, .. NoNumber]), ("问题来源", NoChoice), ("性质", NoChoice), ("整改时限", NoDay), ("对应任务", [Text("没有这一项"), Error("#REF!"), Text(Endless)]), ("目标值", NoNumber), ("一季度", NoNumber), ("完成时限", NoDay), ("任务内容", TooLong), ("问题表述", TooLong)]),
            new("wenming.officer", $"/reports/{report}/offline?handler=Upload", "workbook", await SheetsAsync("wenming.officer", $"/reports/{report}/offline?handler=Download"),
                [("本季情况", NoChoice), ("本季实际", NoNumber), ("滞后原因", NoChoice), ("进展说明", TooLong), ("下步措施", TooLong), ("改动理由", TooLong)]),
            new("wenming.officer", $"/rectification/{lifted}/visits/import?handler=Upload", "workbook", Filled(await SheetsAsync("wenming.officer", $"/rectification/{lifted}/visits/import?handler=Template")),
                [("走访日期*", [.. Blank, .. NoDay]), ("走访人*", [.. Blank, .. TooLong]), ("楼栋*", [.. Blank, .. TooLong]), ("户数", NoNumber), ("发放服务卡", NoNumber), ("意见类别", NoChoice)]),
            new("orgdept", "/rubrics/import", "file", await SheetsAsync("orgdept", $"/rubrics/{rubric}?handler=Export"),
                [("条编号", Blank), ("分值", NoNumber), ("计分类型", [.. Blank, .. NoChoice]), ("考核阶段", NoChoice), ("检查方式", NoChoice), ("计分方式", NoChoice), ("寒暑假合并", NoChoice)]),
        ];
        foreach (var register in Web.Registers.Registers.All)
        {
            if (await RegisterAsync(register, register.Key == Web.Registers.Registers.Meetings.Key ? $"&Committee={committee}" : "", clients) is { } way)
            {
                ways.Add(way);
            }
        }

        return ways;

        async Task<IReadOnlyList<Sheet>> SheetsAsync(string account, string path) => SheetReader.Read(new MemoryStream(await clients[account].GetByteArrayAsync(path)), "表.xlsx");
    }

    private static async Task<Way?> RegisterAsync(Register register, string filter, Dictionary<string, HttpClient> clients)
    {
        foreach (var (account, client) in clients)
        {
            using var form = await client.GetAsync($"/registers/{register.Key}/import");
            if (form.StatusCode is not HttpStatusCode.OK)
            {
                continue;
            }

            var sheet = SheetReader.Read(new MemoryStream(await client.GetByteArrayAsync($"/registers/{register.Key}?handler=Export{filter}")), "表.xlsx")[0];
            var head = sheet.Rows.ToList().FindIndex(r => r.Cells[0] == RegisterWorkbook.No);
            var rows = sheet.Rows.Skip(head + 1).Where(r => int.TryParse(r.Cells[0], out _)).Take(RowsKept).ToList();
            if (rows.Count > 0)
            {
                return new(account, $"/registers/{register.Key}/import?handler=Upload", "workbook", [sheet with { Rows = [.. sheet.Rows.Take(head + 1), .. rows] }],
                    [.. register.Columns.Where(c => c is { IsComputed: false, IsPrivate: false }).Select(c => (RegisterWorkbook.Header(c), c.Kind switch
                    {
                        ColumnKind.Whole or ColumnKind.Money => NoNumber,
                        ColumnKind.Day => NoDay,
                        ColumnKind.Choice or ColumnKind.Choices or ColumnKind.YesNo => NoChoice,
                        ColumnKind.Organization => NoOrganization,
                        _ => TooLong,
                    }))]);
            }
        }

        return null;
    }

    /// <summary>Of each column in each sheet that has it, one row and every cell that it may not have.</summary>
    private static IEnumerable<Spoiled> Files(Way way) =>
        from bad in way.Bad
        from sheet in way.Sheets.Index()
        let head = sheet.Item.Rows.FirstOrDefault(r => r.Cells.Contains(bad.Column))
        where head is not null
        let row = sheet.Item.Rows.First(r => r.Number > head.Number && !way.Bad.Any(b => r.Cells.Contains(b.Column))) // below the second row of a header
        from cell in bad.Cells
        select new Spoiled(way, sheet.Index, row.Number, bad.Column, cell);

    private static IReadOnlyList<Sheet> Filled(IReadOnlyList<Sheet> template)
    {
        var head = template[0].Rows.First(r => r.Cells[0].StartsWith("走访日期", StringComparison.Ordinal));
        string[] first = ["2026-12-10", "许豪华", "3栋", "2-301", "1", "1", "楼道灯不亮", ""], second = ["2026-12-10", "许豪华", "3栋", "2-302", "1", "1", "", ""];
        return [template[0] with { Rows = [.. template[0].Rows.TakeWhile(r => r.Number <= head.Number), new(head.Number + 1, first), new(head.Number + 2, second)] }];
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, Spoiled file)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Write(file)), file.Way.Field, "表.xlsx" }, { new StringContent("2026"), "Year" }, { new StringContent("true"), "Replaces" } };
        return await client.PostAsync(file.Way.Path, form);
    }

    private static byte[] Write(Spoiled file) => Samples.Xlsx([.. file.Way.Sheets.Index().Select(s => (s.Item.Name, string.Concat(s.Item.Rows.Select(r =>
    {
        var spoiled = s.Index == file.Sheet && r.Number == file.Row ? s.Item.Rows.First(h => h.Cells.Contains(file.Column)).Cells.ToList().IndexOf(file.Column) : -1;
        return $"<row r='{r.Number}'>{string.Concat(Enumerable.Range(0, Math.Max(r.Cells.Count, spoiled + 1)).Select(i => i != spoiled ? Text(r.Cells.ElementAtOrDefault(i) ?? "") : file.Cell.Length == 0 ? "<c/>" : file.Cell))}</row>";
    }))))]);

    private static string Text(string text) => $"<c t='inlineStr'><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    private static string Error(string code) => $"<c t='e'><v>{code}</v></c>";

    private static string Formula(string formula, string code) => $"<c t='e'><f>{formula}</f><v>{code}</v></c>";
}
