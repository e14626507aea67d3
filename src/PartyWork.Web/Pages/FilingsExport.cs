using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Pages;

/// <summary>A list of filings as a workbook: the rows of the screen in its order, all pages of it.</summary>
public static class FilingsExport
{
    private static readonly string[] Headers = ["党组织", "所属党（工）委", "期次", "状态", "截止日", "首次报送日", "补报", "线下签字待补确认", "停留（天）"];

    /// <param name="shown">Which filter the rows came from.</param>
    public static byte[] Write(string title, IReadOnlyList<FilingView> filings, OrgTree tree, string shown, DateTime now)
    {
        var today = OfficeTime.DayOf(now);
        return SheetWriter.Write(new SheetLayout("报送情况", title, [.. Headers.Select(h => new SheetColumn(h))], [.. filings.Select(f => (IReadOnlyList<object?>)
        [
            tree[f.OrganizationId].Name, tree.CommitteeOn(f.OrganizationId, f.CutOff(today))?.Name, Window.NameOf(f.Kind, f.Period), f.Status(today).Text(), f.Due, f.First is { } first ? OfficeTime.DayOf(first) : null,
            f.IsLate ? "是" : "", f.SignaturePending ? "是" : "", f.Waits ? Show.WaitingDays(f.Since, today) * Quantity.One : null,
        ])])
        {
            SecondLine = [$"范围：{(shown.Length > 0 ? shown : "全部")}（{filings.Count}份）", $"数据截至：{Show.Instant(now)}"],
        });
    }
}
