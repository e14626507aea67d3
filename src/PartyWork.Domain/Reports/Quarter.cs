namespace PartyWork.Domain.Reports;

/// <summary>季度 of a calendar year.</summary>
public static class Quarter
{
    public static DateOnly LastDay(int year, int quarter) => new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1);

    public static int Of(DateOnly day) => (day.Month + 2) / 3;

    /// <summary>第一季度 … 第四季度; 全年 for 0.</summary>
    public static string Text(int quarter) => quarter == 0 ? "全年" : $"第{"一二三四"[quarter - 1]}季度";
}
