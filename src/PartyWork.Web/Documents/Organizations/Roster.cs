using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Documents.Organizations;

/// <summary>党组织名册 as read: every row can be stored as it is, and its superior is in the rows or already known.</summary>
public sealed record RosterFile(IReadOnlyList<RosterRow> Rows, IReadOnlyList<CellFinding> Findings);

/// <param name="Number">Row number in the file.</param>
/// <param name="ParentCode">隶属上级代码; null for the district committee only.</param>
/// <param name="UnlistedBranches">Branches below it that the roster does not list, as the remark says.</param>
public sealed record RosterRow(
    int Number, string Code, string Name, string? ParentCode, OrganizationKind Kind, OrganizationDomain Domain, OrganizationNature Nature,
    string Territory, string Secretary, string Deputy, string Officer, string Phone, int MemberCount, DateOnly? ElectedOn, string Remark,
    int UnlistedBranches, int UnlistedMembers);

/// <summary>Reads the district's roster of organisations. A row with a finding is left out, and so is everything below it.</summary>
public static partial class Roster
{
    private const string Code = "组织代码", Title = "党组织名称", Parent = "隶属上级代码", Kind = "类别", Domain = "领域", Nature = "组建方式",
        Territory = "属地或所在单位", Secretary = "书记", Deputy = "副书记", Officer = "党务干事", Phone = "联系电话",
        Members = "党员数", Elected = "本届选举日期", Remark = "备注";

    private const int LongestShownChain = 6;

    private static readonly string[] Required = [Code, Title, Parent, Kind, Domain, Members];
    private static readonly string[] Known = [.. Required, Nature, Territory, Secretary, Deputy, Officer, Phone, Elected, Remark];

    /// <param name="existingCodes">Codes of the organisations already stored: a superior may be one of them.</param>
    public static RosterFile Read(IReadOnlyList<Sheet> sheets, IReadOnlySet<string> existingCodes)
    {
        var findings = new List<CellFinding>();
        var table = sheets.Select(s => SheetTable.Find(s, Known, findings)).FirstOrDefault(t => t is not null);
        Rule.Require(table is not null, $"文件中没有找到名册；请保留表头（{string.Join("、", Required)}等），再重新导入。");
        findings.AddRange(Required.Where(c => !table!.Has(c)).Select(c => CellFinding.At(table!.Name, table.HeaderRow, c, "这一列没有找到；请补上这一列，再重新导入。")));
        if (findings.Count > 0)
        {
            return new RosterFile([], findings);
        }

        var rows = table!.Rows.Select(r => ReadRow(table, r)).ToList();
        ReportRepeatedCodes(table, rows);
        ReportBrokenParents(table, rows, existingCodes, findings);
        var faulty = findings.Select(f => f.Row).ToHashSet();
        return new RosterFile([.. rows.Where(r => !faulty.Contains(r.Number))], [.. findings.OrderBy(f => f.Row)]);
    }

    /// <summary>A row with findings still says its code and its superior, so that the chains can be checked over the whole file.</summary>
    private static RosterRow ReadRow(SheetTable table, SheetRow row)
    {
        var remark = Text(Remark, Organization.TextMaxLength);
        var unlisted = UnlistedPattern().Match(Half(remark));
        var result = new RosterRow(
            row.Number,
            Needed(Code, t => Half(t) is { Length: <= Organization.CodeMaxLength } code && code.All(char.IsAsciiLetterOrDigit) ? code : null,
                $"只能由字母和数字组成，且不超过{Organization.CodeMaxLength}位；请改正。") ?? "",
            Needed(Title, t => t.Length <= Organization.NameMaxLength ? t : null, $"超过{Organization.NameMaxLength}字；请改用规范简称。") ?? "",
            table.Text(row, Parent) is { } parent ? Half(parent) : null,
            Needed(Kind, t => Words.Parse<OrganizationKind>(t), Choices<OrganizationKind>()) ?? default,
            Needed(Domain, t => Words.Parse<OrganizationDomain>(t), Choices<OrganizationDomain>()) ?? default,
            table.Read(row, Nature, t => Words.Parse<OrganizationNature>(t), Choices<OrganizationNature>()) ?? OrganizationNature.Unspecified,
            Text(Territory, Organization.TextMaxLength),
            Text(Secretary, Person.NameMaxLength),
            Text(Deputy, Person.NameMaxLength),
            Text(Officer, Person.NameMaxLength),
            Half(Text(Phone, Person.PhoneMaxLength)),
            Needed(Members, Whole, "不是整数；请填写党员人数，没有党员的填0。") ?? 0,
            table.Read(row, Elected, t => OfficeDate.Parse(t, year: 0), "不是完整的日期；请写成2026-05-14这样的形式，尚未选举的留空。"),
            remark,
            Stated(unlisted.Groups["branches"]),
            Stated(unlisted.Groups["members"]));
        if (result.ParentCode is null && result.Kind is not (OrganizationKind.DistrictCommittee or default(OrganizationKind)))
        {
            table.Report(row, Parent, "是空的；请填写上级党组织的代码（只有区委可以留空）。");
        }

        return result;

        string Text(string column, int longest) => table.Read(row, column, t => t.Length <= longest ? t : null, $"超过{longest}字；请精简。") ?? "";

        T? Needed<T>(string column, Func<string, T?> parse, string remedy)
        {
            if (table.Text(row, column) is null)
            {
                table.Report(row, column, "是空的；请填写。");
            }

            return table.Read(row, column, parse, remedy);
        }
    }

    private static void ReportRepeatedCodes(SheetTable table, List<RosterRow> rows)
    {
        var first = new Dictionary<string, int>();
        foreach (var (row, line) in rows.Zip(table.Rows).Where(r => r.First.Code.Length > 0))
        {
            if (!first.TryAdd(row.Code, row.Number))
            {
                table.Report(line, Code, $"填写的是“{row.Code}”，与第{first[row.Code]}行重复；请删去一行或改正代码。");
            }
        }
    }

    /// <summary>Follows every chain upwards until it ends at the district, at a known organisation, or at something wrong.</summary>
    private static void ReportBrokenParents(SheetTable table, List<RosterRow> rows, IReadOnlySet<string> existingCodes, List<CellFinding> findings)
    {
        var byCode = rows.Where(r => r.Code.Length > 0).DistinctBy(r => r.Code).ToDictionary(r => r.Code);
        var faulty = findings.Select(f => f.Row).ToHashSet();
        foreach (var (row, line) in rows.Zip(table.Rows))
        {
            var passed = new HashSet<string> { row.Code };
            for (var above = row; above.ParentCode is { } parent; above = byCode[parent])
            {
                if (!byCode.TryGetValue(parent, out var next))
                {
                    if (!existingCodes.Contains(parent))
                    {
                        ReportUnknown(above, parent);
                    }

                    break;
                }

                if (!passed.Add(parent))
                {
                    table.Report(line, Parent, $"填写的是“{row.ParentCode}”，隶属关系循环（{string.Join("→", passed.Take(LongestShownChain))}→…）；请改正其中一个上级代码。");
                    break;
                }

                if (faulty.Contains(next.Number))
                {
                    ReportAbove(next);
                    break;
                }
            }

            void ReportUnknown(RosterRow above, string parent)
            {
                if (above == row)
                {
                    table.Report(line, Parent, $"填写的是“{parent}”，名册和系统中都没有这一代码；请改正，或先补上该党组织。");
                }
                else
                {
                    ReportAbove(above);
                }
            }

            // An organisation already stored carries what is below it, even while its own row is wrong.
            void ReportAbove(RosterRow above)
            {
                if (!passed.Skip(1).Any(existingCodes.Contains))
                {
                    table.Report(line, Parent, $"填写的是“{row.ParentCode}”，而上级“{above.Code}”所在的第{above.Number}行有误；请先改正该行。");
                }
            }
        }
    }

    private static int? Whole(string text) => Quantity.Parse(text) is { IsRate: false } number && number.Hundredths % Quantity.One == 0 ? number.Hundredths / Quantity.One : null;

    private static int Stated(Group number) => int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : 0;

    /// <summary>Full-width letters, digits and signs as half-width ones: ０－８７３８ is 0-8738.</summary>
    private static string Half(string text) => text.Normalize(NormalizationForm.FormKC);

    private static string Choices<T>() where T : struct, Enum =>
        $"不在可选范围内；请改为：{string.Join("、", Enum.GetValues<T>().Select(v => v.Text()).Where(t => t.Length > 0))}。";

    [GeneratedRegex("未列支部(?<branches>[0-9]+)个.?党员(?<members>[0-9]+)名")]
    private static partial Regex UnlistedPattern();
}
