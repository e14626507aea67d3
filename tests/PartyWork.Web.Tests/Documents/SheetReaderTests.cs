using System.Diagnostics;
using System.Text;
using PartyWork.Domain;
using PartyWork.Web.Documents;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Documents.ThreeLists;

namespace PartyWork.Web.Tests.Documents;

public class SheetReaderTests(ITestOutputHelper output)
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0&quot;日&quot;"/><numFmt numFmtId="166" formatCode="[$-804]m&quot;月&quot;"/><numFmt numFmtId="167" formatCode="0.0%"/><numFmt numFmtId="168" formatCode="h:mm:ss"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="58"/></cellXfs>
        """;

    [Theory]
    [InlineData("<c><v>46295</v></c>", "46295")]
    [InlineData("<c s='1'><v>46295</v></c>", "2026-09-30")]
    [InlineData("<c s='2'><v>46295.75</v></c>", "2026-09-30")]
    [InlineData("<c s='3'><v>46295</v></c>", "2026-09-30")]
    [InlineData("<c s='4'><v>15</v></c>", "15")]
    [InlineData("<c s='5'><v>46295</v></c>", "2026-09-30")]
    [InlineData("<c s='9'><v>46295</v></c>", "2026-09-30")]
    [InlineData("<c s='6'><v>0.5</v></c>", "50%")]
    [InlineData("<c s='7'><v>0.125</v></c>", "12.5%")]
    [InlineData("<c s='8'><v>0.5</v></c>", "0.5")]
    [InlineData("<c s='99'><v>7</v></c>", "7")]
    [InlineData("<c><v>1E-3</v></c>", "0.001")]
    [InlineData("<c><v>1.2E10</v></c>", "12000000000")]
    [InlineData("<c><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c s='1'><v>-5</v></c>", "-5")]
    [InlineData("<c t='b'><v>1</v></c>", "TRUE")]
    [InlineData("<c t='d'><v>2026-09-30T00:00:00</v></c>", "2026-09-30")]
    [InlineData("<c t='str'><f>A1&amp;B1</f><v>甲乙</v></c>", "甲乙")]
    [InlineData("<c><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c t='e'><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c t='inlineStr'><is><t xml:space='preserve'> 一　</t></is></c>", "一")]
    [InlineData("<c t='inlineStr'><is><r><t>党</t></r><r><rPr/><t>委</t></r></is></c>", "党委")]
    [InlineData("<c t='s'><v>0</v></c>", "春晖街道")]
    [InlineData("<c t='s'><v>1</v></c>", "𠮷祥")]
    public void A_cell_is_read_as_the_text_that_Excel_shows(string cell, string shown)
    {
        var file = Samples.Xlsx($"<row>{cell}</row>", "<si><r><t>春晖</t></r><r><t>街道</t></r><rPh sb='0' eb='1'><t>chunhui</t></rPh></si><si><t>𠮷祥_x000D_</t></si>", Styles);
        Assert.Equal(shown, Assert.Single(Assert.Single(Assert.Single(Samples.Read(file, "a.xlsx")).Rows).Cells));
    }

    [Fact]
    public void A_workbook_that_counts_days_from_1904_gives_the_same_days()
    {
        var file = Samples.Xlsx("<row><c s='1'><v>44833</v></c></row>", styles: Styles, workbookProperties: "<workbookPr date1904='1'/>");
        Assert.Equal("2026-09-30", Samples.Read(file, "a.xlsx")[0].Rows[0].Cells[0]);
    }

    [Fact]
    public void Rows_and_cells_keep_their_places_and_blank_rows_are_left_out()
    {
        var rows = Samples.Read(Samples.Xlsx("<row r='2'><c r='C2'><v>1</v></c></row><row r='3'><c r='A3' s='0'/></row><row r='7'><c r='B7'><v>2</v></c><c><v>3</v></c></row>"), "a.xlsx")[0].Rows;
        Assert.Equal([2, 7], rows.Select(r => r.Number));
        Assert.Equal(["", "", "1"], rows[0].Cells);
        Assert.Equal(["", "2", "3"], rows[1].Cells);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gbk", false)]
    [InlineData("gb18030", false)]
    public void A_csv_is_read_whichever_way_Excel_saved_it(string encoding, bool mark)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8;
        byte[] file = [.. mark ? Encoding.UTF8.GetPreamble() : [], .. charset.GetBytes("组织代码,党组织名称\r\n\r\nQH,\"青禾区\n委员会, 机关\"\r\n =1+1 ,\r\n")];
        var sheet = Assert.Single(Samples.Read(file, "名册.csv"));
        Assert.Equal("名册", sheet.Name);
        Assert.Equal([1, 3, 4], sheet.Rows.Select(r => r.Number));
        Assert.Equal(["组织代码", "党组织名称"], sheet.Rows[0].Cells);
        Assert.Equal(["QH", "青禾区\n委员会, 机关"], sheet.Rows[1].Cells);
        Assert.Equal(["=1+1"], sheet.Rows[2].Cells);
    }

    [Fact]
    public void A_csv_quote_that_is_never_closed_is_told_by_its_row() =>
        Assert.Contains("第2行的英文引号不成对", Refusal(Encoding.UTF8.GetBytes("a,b\n\"c,d\ne,f\n"), "a.csv"), StringComparison.Ordinal);

    [Fact]
    public void A_file_of_another_kind_is_refused_with_what_to_do()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Contains("旧版Excel格式", Refusal(ole, "a.xls"), StringComparison.Ordinal);
        Assert.Contains("已加密", Refusal(ole, "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("含有宏", Refusal(Samples.Xlsx(""), "a.XLSM"), StringComparison.Ordinal);
        Assert.Contains("含有宏", Refusal(Samples.Xlsx("", mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("类型不受支持", Refusal([1], "a.docx"), StringComparison.Ordinal);
        Assert.Contains("是空的", Refusal([], "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("已损坏", Refusal("<html>"u8.ToArray(), "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("已损坏", Refusal(Samples.RosterXlsx, "a.csv"), StringComparison.Ordinal);
        Assert.Contains("已损坏", Refusal([0xFF, 0xFF, 0xFF], "a.csv"), StringComparison.Ordinal);
        Assert.Contains("已损坏", Refusal(Encoding.UTF8.GetBytes("a\uFFFEb"), "a.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_workbook_is_refused()
    {
        var file = Samples.ThreeLists;
        foreach (var length in new[] { 1, 10, 100, file.Length / 2, file.Length - 1 })
        {
            Refusal(file[..length], "三单.xlsx");
        }
    }

    [Fact]
    public void Too_much_of_anything_is_refused_before_it_is_read()
    {
        Assert.Contains("超过5MB", Refusal(new byte[SheetReader.MaxFileBytes + 1], "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("内部结构异常", Refusal(Samples.Zip(Enumerable.Range(0, 201).Select(i => ($"{i}", Array.Empty<byte>()))), "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("5000行", Refusal(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("1", 5001))), "a.csv"), StringComparison.Ordinal);
        Assert.Contains("60列", Refusal(Encoding.UTF8.GetBytes(new string(',', 60) + "1"), "a.csv"), StringComparison.Ordinal);
        Assert.Contains("5000行", Refusal(Samples.Xlsx(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 5001))), "a.xlsx"), StringComparison.Ordinal);
        Assert.Contains("60列", Refusal(Samples.Xlsx("<row><c r='BI1'><v>1</v></c></row>"), "a.xlsx"), StringComparison.Ordinal);
        Assert.Single(Samples.Read(Samples.Xlsx("<row><c r='A1'><v>1</v></c><c r='XFD1'/></row>"), "a.xlsx")[0].Rows);
    }

    [Fact]
    public void A_bomb_is_counted_while_it_is_unpacked_and_not_by_what_it_declares()
    {
        var bomb = Samples.Xlsx("", extra: new Dictionary<string, byte[]> { ["xl/media/a.bin"] = new byte[SheetReader.MaxUnpackedBytes + 1] });
        Assert.True(bomb.Length < 1 << 20);
        var clock = Stopwatch.StartNew();
        Assert.Contains("解压后超过64MB", Refusal(bomb, "a.xlsx"), StringComparison.Ordinal);

        // The same bomb saying that it holds nothing: what is not there to be read can do no harm, and is at worst refused.
        var lying = (byte[])bomb.Clone();
        foreach (var (signature, offset) in new[] { (new byte[] { 0x50, 0x4B, 1, 2 }, 24), ([0x50, 0x4B, 3, 4], 22) })
        {
            for (var at = lying.AsSpan().IndexOf(signature); at >= 0;)
            {
                if (BitConverter.ToUInt32(lying, at + offset) == SheetReader.MaxUnpackedBytes + 1)
                {
                    lying.AsSpan(at + offset, 4).Clear();
                }

                var next = lying.AsSpan(at + 4).IndexOf(signature);
                at = next < 0 ? -1 : at + 4 + next;
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Record.Exception(() => Samples.Read(lying, "a.xlsx"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 32 << 20);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("<x>")]
    [InlineData("<c/>")]
    [InlineData("</row><row>")]
    public void A_workbook_of_millions_of_elements_is_refused_in_time(string element)
    {
        var clock = Stopwatch.StartNew();
        Assert.Contains("请删去多余内容", Refusal(Samples.Xlsx("<row>" + string.Concat(Enumerable.Repeat(element, 5_000_000)) + "</row>"), "a.xlsx"), StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_workbook_with_a_document_type_is_refused_wherever_it_stands()
    {
        const string Doctype = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]>";
        Refusal(Samples.Xlsx("<row><c><v>1</v></c></row>", doctype: Doctype), "a.xlsx");
        foreach (var part in new[] { "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/t.xml", "xl/f.xml" })
        {
            var parts = Samples.Unzip(Samples.Xlsx("<row><c><v>1</v></c></row>"));
            var at = parts.FindIndex(p => p.Name == part);
            parts[at] = (part, [.. Encoding.UTF8.GetBytes(Doctype), .. parts[at].Bytes]);
            Refusal(Samples.Zip(parts), "a.xlsx");
        }
    }

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "一百万行", Samples.Xlsx(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000_000))) },
        { "七百万个空行", Samples.Xlsx(string.Concat(Enumerable.Repeat("<row/>", 7_000_000))) },
        { "最后一列", Samples.Xlsx("<row><c r='XFD1'><v>1</v></c></row>") },
        { "共享字串", Samples.Xlsx("<row><c t='s'><v>0</v></c></row>", string.Concat(Enumerable.Repeat("<si><t>x</t></si>", 3_500_000))) },
        { "一个长字串", Samples.Xlsx("<row><c t='s'><v>0</v></c></row>", "<si><t>" + new string('x', 60_000_000) + "</t></si>") },
        { "一个长单元格", Samples.Xlsx($"<row><c t='inlineStr'><is><t>{new string('x', 60_000_000)}</t></is></c></row>") },
        { "一个长属性", Samples.Xlsx($"<row r='{new string('1', 60_000_000)}'/>") },
        { "七百万个样式", Samples.Xlsx("<row/>", styles: "<cellXfs>" + string.Concat(Enumerable.Repeat("<xf/>", 7_000_000)) + "</cellXfs>") },
        { "层层相套", Samples.Xlsx(string.Concat(Enumerable.Repeat("<row>", 100_000)) + string.Concat(Enumerable.Repeat("</row>", 100_000))) },
        { "十万个条目", Samples.Zip(Enumerable.Range(0, 100_000).Select(i => ($"{i}", Array.Empty<byte>()))) },
        { "平铺", Samples.Xlsx("", extra: new Dictionary<string, byte[]> { ["xl/media/a.bin"] = new byte[SheetReader.MaxUnpackedBytes + 1] }) },
        { "压缩包套压缩包", Samples.Zip([("a.xlsx", Samples.Xlsx("", extra: new Dictionary<string, byte[]> { ["xl/media/a.bin"] = new byte[SheetReader.MaxUnpackedBytes + 1] }))]) },
        { "往外解压", Samples.Zip([("../../../../tmp/partywork-slip.xml", "<x/>"u8.ToArray()), .. Samples.Unzip(Samples.Xlsx("")).Select(p => ("../" + p.Name, p.Bytes))]) },
        { "一词十亿", Samples.Xlsx("<row><c t='str'><v>&j;</v></c></row>", doctype: "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + string.Concat("bcdefghij".Select((c, i) => $"<!ENTITY {c} '{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}'>")) + "]>") },
    };

    /// <summary>Fourteen kinds. Three are counted element by element up to six million, which takes seconds: they go off in long runs.</summary>
    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_before_it_goes_off(string kind, byte[] bomb)
    {
        var isCounted = kind is "七百万个空行" or "七百万个样式" or "共享字串";
        Assert.SkipUnless(Runs.AreLong || !isCounted, "A long run: bash tests/run.sh --long.");
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());

        Refusal(bomb, "a.xlsx");

        var held = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{kind}: {bomb.Length / 1024} KB, {clock.ElapsedMilliseconds} ms, {held >> 20} MB");
        Assert.False(File.Exists("/tmp/partywork-slip.xml"));
        Assert.True(isCounted || held < 64 << 20, $"{held >> 20} MB");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(isCounted ? 60 : 10), $"{clock.Elapsed}");
    }

    [Fact]
    public void Damaged_copies_of_the_samples_are_read_or_refused_but_never_break_the_program()
    {
        var random = Runs.Chance(output);
        byte[][] samples = [Samples.ThreeLists, Samples.RosterXlsx, Samples.RosterCsv];
        var refused = 0;
        for (var i = 0; i < Runs.Of(300, 600); i++)
        {
            var sample = samples[i % 10 < 7 ? 0 : i % 10 - 7];
            var isCsv = sample == samples[2];

            // The file as such, its parts, or only digits in its cells: the last leaves a workbook that can be opened and makes no sense.
            var copy = isCsv || i % 4 == 0 ? Damage(sample, random, Anything)
                : i % 4 == 1 ? DamageParts(sample, "", random, Anything)
                : DamageParts(sample, i % 4 == 2 ? "xl/worksheets/" : "xl/s", random, Digits);
            var clock = Stopwatch.StartNew();
            try
            {
                var sheets = Samples.Read(copy, isCsv ? "a.csv" : "a.xlsx");
                if (sample == samples[0])
                {
                    ListsWorkbook.Read(sheets);
                }
                else
                {
                    Roster.Read(sheets, new HashSet<string>());
                }
            }
            catch (BrokenRuleException e)
            {
                refused++;
                Assert.EndsWith("。", e.Message, StringComparison.Ordinal);
            }
            catch (Exception e)
            {
                Assert.Fail($"copy {i}: {e}");
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"copy {i}: {clock.Elapsed}");
        }

        output.WriteLine($"{refused} refused");
        Assert.InRange(refused, Runs.Of(50, 100), Runs.Of(250, 500));
    }

    /// <summary>A few bytes changed, cut out, doubled, or replaced by characters that mean something to XML.</summary>
    private static void Anything(List<byte> copy, int at, Random random)
    {
        var length = Math.Min(random.Next(1, 40), copy.Count - at);
        switch (random.Next(4))
        {
            case 0: copy[at] = (byte)random.Next(256); break;
            case 1: copy.RemoveRange(at, length); break;
            case 2: copy.InsertRange(at, copy.GetRange(at, length)); break;
            default: copy[at] = "<>&\"'/=0:"u8[random.Next(9)]; break;
        }
    }

    private static void Digits(List<byte> copy, int at, Random random)
    {
        if (copy.FindIndex(at, b => char.IsAsciiDigit((char)b)) is >= 0 and var digit)
        {
            copy[digit] = "0123456789.-%ab"u8[random.Next(15)];
        }
    }

    private static byte[] DamageParts(byte[] file, string folder, Random random, Action<List<byte>, int, Random> act) =>
        Samples.Zip(Samples.Unzip(file).Select(e => (e.Name, e.Name.StartsWith(folder, StringComparison.Ordinal) && random.Next(2) == 0 ? Damage(e.Bytes, random, act) : e.Bytes)));

    private static byte[] Damage(byte[] bytes, Random random, Action<List<byte>, int, Random> act)
    {
        var copy = bytes.ToList();
        for (var n = random.Next(1, 8); n > 0 && copy.Count > 0; n--)
        {
            act(copy, random.Next(copy.Count), random);
        }

        return [.. copy];
    }

    private static string Refusal(byte[] file, string name) => Assert.Throws<BrokenRuleException>(() => Samples.Read(file, name)).Message;
}
