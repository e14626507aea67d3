namespace PartyWork.Web.Tests;

/// <param name="Kilobytes">What it may leave to the collector: half as much again as it did when that was written down.</param>
/// <param name="Sorts">How often SQLite sorts, for what no page before it in the list has asked: a page's rows, an item's parts, never a whole list.</param>
internal sealed record HotPage(string Account, string Path, int Kilobytes, int Sorts);

/// <summary>What is opened every day by everybody: the lists, an item of each, the dashboards, one's own work, the reports.</summary>
internal static class HotPages
{
    public static async Task<IReadOnlyList<HotPage>> OfAsync(App app)
    {
        var (lists, report, own) = (await app.FilingAsync("QH01001", 0), await app.FilingAsync("QH01001", 3), await app.FilingAsync("QH01", 4));
        return
        [
            new("orgdept", "/dashboard", 3500, 8),
            new("minister", "/dashboard/leader", 4300, 9),
            new("orgdept", "/lists", 800, 0),
            new("orgdept", "/lists/tasks", 800, 3),
            new("orgdept", "/lists/tasks?Light=Red", 800, 3),
            new("orgdept", "/lists/tasks?Words=党建", 800, 3),
            new("orgdept", "/lists/problems", 1000, 0),
            new("orgdept", "/reports", 1600, 0),
            new("orgdept", "/reports/review", 300, 1),
            new("orgdept", "/organizations", 700, 0),
            new("orgdept", "/evidence", 500, 2),
            new("chunhui.secretary", "/my", 1000, 6),
            new("chunhui.secretary", "/dashboard", 1100, 0),
            new("chunhui.secretary", "/lists", 400, 0),
            new("chunhui.secretary", "/lists/tasks", 700, 0),
            new("chunhui.secretary", "/lists/problems", 500, 0),
            new("chunhui.secretary", $"/lists/{lists}", 800, 1),
            new("chunhui.secretary", $"/lists/{lists}?tab=problems", 400, 1),
            new("chunhui.secretary", $"/lists/{lists}/tasks/1", 600, 4),
            new("chunhui.secretary", $"/lists/{lists}/problems/1", 500, 1),
            new("chunhui.secretary", "/reports", 400, 0),
            new("chunhui.secretary", $"/reports/{report}", 1000, 2),
            new("chunhui.secretary", $"/reports/{own}/fill", 900, 0),
            new("chunhui.secretary", "/evidence", 400, 1),
            new("wenming.officer", "/my", 1800, 4),
            new("wenming.officer", "/lists/tasks", 700, 0),
            new("wenming.officer", "/registers/meetings", 400, 0),
            new("wenming.officer", "/rectification", 400, 2),
        ];
    }
}
