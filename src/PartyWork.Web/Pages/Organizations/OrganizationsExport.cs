using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>The rows on the screen as a workbook, in the same order.</summary>
public static class OrganizationsExport
{
    private static readonly SheetColumn[] Columns =
    [
        new("组织代码"), new("党组织名称"), new("所属党（工）委"), new("类别"), new("层级"), new("领域"), new("组建方式"), new("书记"),
        new("党员数"), new("下级数"), new("党员数说明"), new("提醒"),
    ];

    public static byte[] Write(IReadOnlyList<OrganizationRow> rows, OrgTree tree, string shown, DateOnly today) => SheetWriter.Write(
        new SheetLayout("党组织名录", "党组织名录", Columns, [.. rows.Select(r => Row(r, tree))]) { SecondLine = [$"范围：{shown}", $"导出日期：{Show.Day(today)}（非涉密，仅供内部工作使用）"] });

    private static object?[] Row(OrganizationRow row, OrgTree tree) =>
    [
        row.Node.Code, row.Node.Name, tree.Committee(row.Node.Id)?.Name ?? "", row.Node.Kind.Text(), row.Node.Level.Text(), row.Node.Domain.Text(),
        row.Nature.Text(), row.Secretary, row.MemberCount * Quantity.One, row.Below * Quantity.One, row.CountNote?.Text ?? "",
        string.Join('\n', row.Notices.Select(n => n.Text)),
    ];
}
