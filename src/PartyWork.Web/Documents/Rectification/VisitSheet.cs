using PartyWork.Domain;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Rectification;

/// <summary>One row of the list: the visit, and what was heard at the door.</summary>
/// <param name="Note">What the user should know of it, though it can be imported: a household that was visited before is counted once.</param>
public sealed record VisitRow(int Row, CaseVisit Visit, ResidentOpinion? Heard, string Note);

/// <param name="Findings">While there are any, nothing is imported.</param>
public sealed record VisitPlan(IReadOnlyList<VisitRow> Rows, IReadOnlyList<CellFinding> Findings)
{
    public bool CanBeApplied => Findings.Count == 0 && Rows.Count > 0;
}

/// <summary>A household as it is known in the case already.</summary>
public sealed record KnownVisit(DateOnly On, string Building, string HouseholdNo);

/// <summary>走访名单: the template, and the way in. Each row is a visit; a household twice on one day is an error, on another day it is said.</summary>
public sealed class VisitSheet(RectificationCase of, Actor by, DateOnly today)
{
    public const string On = "走访日期", Visitor = "走访人", Building = "楼栋", HouseholdNo = "户号", Households = "户数", Cards = "发放服务卡", Content = "反映事项", Category = "意见类别";

    private const int TemplateRows = 200;

    private static readonly string[] Columns = [On, Visitor, Building, HouseholdNo, Households, Cards, Content, Category], Required = [On, Visitor, Building];

    private readonly List<CellFinding> _findings = [];
    private readonly Dictionary<(DateOnly, string, string), int> _rows = [];

    public static byte[] Template() => SheetWriter.Write(new SheetLayout("走访名单", "走访名单",
        [.. Columns.Select(c => new SheetColumn(Header(c)) { Choices = c == Category ? [.. Enum.GetValues<OpinionCategory>().Select(v => v.Text())] : [] })],
        [.. Enumerable.Range(0, TemplateRows).Select(_ => (IReadOnlyList<object?>)[.. Columns.Select(_ => (object?)null)])])
    {
        SecondLine = ["填好后在“导入走访名单”页上传"],
        Notes = ["注：带*的必填。一行一户；户号不填的，请填写户数。没有反映事项的不填。户号只供本社区使用，不导出。"],
    });

    /// <param name="known">Of this case, not withdrawn, with their numbers.</param>
    /// <param name="no">编号 of the first opinion.</param>
    /// <exception cref="BrokenRuleException">The file holds no such table.</exception>
    public VisitPlan Read(IReadOnlyList<Sheet> sheets, IReadOnlyCollection<KnownVisit> known, int no)
    {
        string[] headers = [.. Columns, .. Columns.Select(Header)];
        var table = sheets.Select(s => SheetTable.Find(s, headers, _findings)).FirstOrDefault(t => t is not null && Required.All(c => t.Has(c) || t.Has(Header(c))));
        Rule.Require(table is not null, "文件中没有走访名单：没有找到“走访日期”“走访人”“楼栋”等表头，请使用本页下载的模板。");
        var before = known.ToLookup(k => (k.Building, k.HouseholdNo), k => k.On);
        var rows = new List<VisitRow>();
        foreach (var row in table!.Rows.Where(r => Columns.Any(c => Text(table, r, c) is not null)))
        {
            if (Take(table, row, before, no + rows.Count(r => r.Heard is not null)) is { } taken)
            {
                rows.Add(taken);
            }
        }

        Rule.Require(rows.Count > 0 || _findings.Count > 0, "走访名单是空的，请填写后再上传。");
        return new VisitPlan(rows, _findings);
    }

    private VisitRow? Take(SheetTable table, SheetRow row, ILookup<(string, string), DateOnly> before, int no)
    {
        var found = _findings.Count;
        foreach (var column in Required.Where(c => Text(table, row, c) is null))
        {
            table.Report(row, Name(table, column), "没有填写，请补填。");
        }

        var on = table.Read<DateOnly?>(row, Name(table, On), t => OfficeDate.Parse(t, today.Year), "不是日期；请写成2026-05-20的样子。");
        var households = table.Read<int?>(row, Name(table, Households), Whole, "请填写整数，不带单位。");
        var cards = table.Read<int?>(row, Name(table, Cards), Whole, "请填写整数，不带单位。");
        var category = table.Read<OpinionCategory?>(row, Name(table, Category), t => Words.Parse<OpinionCategory>(t), $"请从下列各项中选：{string.Join("、", Enum.GetValues<OpinionCategory>().Select(c => c.Text()))}。");
        string? visitor = table.Text(row, Name(table, Visitor), CaseVisit.NameMaxLength), building = table.Text(row, Name(table, Building), CaseVisit.BuildingMaxLength), door = table.Text(row, Name(table, HouseholdNo), CaseVisit.HouseholdMaxLength);
        if (_findings.Count > found)
        {
            return null;
        }

        try
        {
            var visit = new CaseVisit(of, new(on!.Value, visitor!, building!, door ?? "", households ?? 1, cards ?? 0), by, today);
            var heard = Text(table, row, Content) is { } content ? visit.Hear(no, new(default, default, category ?? OpinionCategory.Other, content), by, today) : null;
            return new VisitRow(row.Number, visit, heard, visit.HouseholdNo.Length == 0 ? "" : Doubled(table, row, visit, before));
        }
        catch (BrokenRuleException broken)
        {
            _findings.Add(new CellFinding(table.Name, row.Number, "整行", $"第{row.Number}行：{broken.Message}"));
            return null;
        }
    }

    /// <summary>The same household on the same day is written twice; on another day it was only visited again.</summary>
    private string Doubled(SheetTable table, SheetRow row, CaseVisit visit, ILookup<(string, string), DateOnly> before)
    {
        var days = before[(visit.Building, visit.HouseholdNo)].ToList();
        if (days.Contains(visit.On))
        {
            table.Report(row, Name(table, HouseholdNo), $"“{visit.Building}{visit.HouseholdNo}”{visit.On:yyyy-MM-dd}的走访已经登记过，请删去这一行。");
        }
        else if (!_rows.TryAdd((visit.On, visit.Building, visit.HouseholdNo), row.Number))
        {
            table.Report(row, Name(table, HouseholdNo), $"“{visit.Building}{visit.HouseholdNo}”与第{_rows[(visit.On, visit.Building, visit.HouseholdNo)]}行是同一天的同一户，请删去一行。");
        }

        return days.Count > 0 ? $"这一户{days.Max():yyyy-MM-dd}走访过，户数只计一次" : "";
    }

    private static int? Whole(string text) => Quantity.Parse(text) is { IsRate: false } n && n.Hundredths % Quantity.One == 0 ? n.Hundredths / Quantity.One : null;

    private static string Header(string column) => Required.Contains(column) ? column + "*" : column;

    private static string Name(SheetTable table, string column) => table.Has(column) ? column : Header(column);

    private static string? Text(SheetTable table, SheetRow row, string column) => table.Text(row, Name(table, column));
}
