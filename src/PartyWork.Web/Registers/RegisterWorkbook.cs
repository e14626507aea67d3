using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Registers;

/// <summary>A register as a workbook: the empty template, the export, and the way back are one layout.</summary>
public sealed class RegisterWorkbook(Register register, OrgTree tree)
{
    /// <summary>The record's own number; blank for a new one. In the second sheet it says whose row it is.</summary>
    public const string No = "编号", Unit = "党组织";

    /// <summary>Hidden in the export: how often the record had been changed by then, so that a later change is not overwritten by an old workbook.</summary>
    public const string Version = "版本";

    private const int TemplateRows = 200;

    /// <param name="unit">Whose template it is: filled in already; null where the user may enter for several.</param>
    public byte[] Template(OrgNode? unit) => SheetWriter.Write([Main(Typed, [.. Enumerable.Range(0, TemplateRows).Select(_ => (IReadOnlyList<object?>)[null, unit is null ? null : tree.Unmistakable(unit), .. Typed.Select(_ => (object?)null)])], "填好后在“导入”页上传", null),
        .. register.Details is { } details ? [Lines(details, [.. Enumerable.Range(0, TemplateRows).Select(_ => (IReadOnlyList<object?>)[null, .. details.Columns.Select(_ => (object?)null)])])] : Array.Empty<SheetLayout>()]);

    /// <param name="versions">Of each record.</param>
    /// <param name="told">What the list was narrowed to.</param>
    /// <param name="seesPrivate">Whether contacts of this organisation's records may be written.</param>
    public byte[] Export(IReadOnlyList<RegisterRecord> records, IReadOnlyDictionary<int, int> versions, string told, Func<int, bool> seesPrivate) => SheetWriter.Write([
        Main(register.Columns, [.. records.Select(r => (IReadOnlyList<object?>)[Number(r.Id), tree.Unmistakable(tree[r.OrganizationId]), .. register.Columns.Select(c => c.IsPrivate && !seesPrivate(r.OrganizationId) ? "" : Cell(c, r))])], told, [.. records.Select(r => versions[r.Id])]),
        .. register.Details is { } details ? [Lines(details, [.. records.SelectMany(r => details.Rows(r).Select(line => (IReadOnlyList<object?>)[Number(r.Id), .. details.Columns.Select(c => Cell(c, line))]))])] : Array.Empty<SheetLayout>()]);

    private IReadOnlyList<RegisterColumn> Typed => [.. register.Columns.Where(c => !c.IsComputed)];

    /// <param name="versions">Of the rows; null in a template.</param>
    private SheetLayout Main(IReadOnlyList<RegisterColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows, string told, IReadOnlyList<int>? versions) => new(register.Name, register.Name,
        [new(No), new(Unit), .. columns.Select(Column), .. versions is null ? Array.Empty<SheetColumn>() : [new SheetColumn(Version) { IsHidden = true }]],
        versions is null ? rows : [.. rows.Select((r, i) => (IReadOnlyList<object?>)[.. r, Number(versions[i])])])
    {
        SecondLine = [told],
        Notes = ["注：“编号”由系统给出，新登记的留空" + (register.Details is { } details ? $"；新登记的有{details.Name}时，编号填“新1”“新2”，“{details.Name}”表中写同样的编号" : "") + "。带*的必填。已有编号的行，空白单元格不改动原内容。"],
    };

    private static SheetLayout Lines(RegisterDetails details, IReadOnlyList<IReadOnlyList<object?>> rows) => new(details.Name, details.Name, [new(No), .. details.Columns.Select(Column)], rows)
    {
        Notes = ["注：“编号”写明属于哪一条记录。"],
    };

    /// <summary>A star marks what must be filled; the reader takes the header with and without it.</summary>
    public static string Header(RegisterColumn column) => column.Label + (column.IsRequired ? "*" : "");

    private static SheetColumn Column(RegisterColumn column) => new(Header(column))
    {
        // Excel takes a list of at most 255 characters; several words in one cell are no choice of the list.
        Choices = column.Kind is not ColumnKind.Choices && column.Choices.Sum(c => c.Length + 1) <= 255 && column.Choices.All(c => !c.Contains(',', StringComparison.Ordinal)) ? column.Choices : [],
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private object? Cell(RegisterColumn column, object record) => column.Value(record) switch
    {
        DateOnly day when day != default => day,
        int number when column.Kind is ColumnKind.Whole && Math.Abs(number) < int.MaxValue / Quantity.One => number * Quantity.One,
        _ => column.Print(record, tree),
    };
}
