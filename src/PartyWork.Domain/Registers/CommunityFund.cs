using System.ComponentModel;

namespace PartyWork.Domain.Registers;

/// <summary>三项经费: one fund of one community and year, with what was due, what arrived and what was spent. Never more is spent than has come in.</summary>
[Description("三项经费")]
public sealed class CommunityFund : RegisterRecord
{
    [Description("经费")] public FundKind Kind { get; set; }
    [Description("预算数（元）")] public long BudgetFen { get; set; }
    [Description("预算文号")] public string DocumentNo { get; set; } = "";
    [Description("上年结转（元）")] public long? CarriedOverFen { get; set; }
    [Description("应拨合计（元）")] public long DueFen { get; private set; }
    [Description("到账合计（元）")] public long ArrivedFen { get; private set; }
    [Description("支出合计（元）")] public long SpentFen { get; private set; }
    [Description("结余（元）")] public long BalanceFen { get; private set; }

    public List<FundEntry> Entries { get; } = [];

    public override void Check(DateOnly today)
    {
        RequirePast(today, "预算下达日期");
        Rule.Require(BudgetFen > 0, "预算数应大于0。");
        var left = CarriedOverFen ?? 0;
        foreach (var entry in Entries.OrderBy(e => e.Day).ThenBy(e => e.Kind))
        {
            Rule.Require(entry.Day.Year == On.Year && entry.Day <= today, $"“{entry.Item}”的日期（{entry.Day:yyyy-MM-dd}）应在{On.Year}年内，且不晚于今天；上年结余填在“上年结转”。");
            Rule.Require(entry.AmountFen > 0, $"“{entry.Item}”的金额应大于0。");
            Rule.Require(entry.Kind is not FundEntryKind.Expense || Kind is not FundKind.Service || entry.Resolution.Length > 0, $"服务群众专项经费支出“{entry.Item}”，请填写对应的居民（代表）会议决议。");
            left += entry.Kind switch { FundEntryKind.Arrival => entry.AmountFen, FundEntryKind.Expense => -entry.AmountFen, _ => 0 };
            Rule.Require(left >= 0, $"到{entry.Day:M月d日}累计支出多于到账{-left / 100m:0.##}元，请核对“{entry.Item}”的金额和日期。");
        }

        (DueFen, ArrivedFen, SpentFen) = (Sum(FundEntryKind.Due), Sum(FundEntryKind.Arrival), Sum(FundEntryKind.Expense));
        BalanceFen = left;
        Rule.Require(DueFen <= BudgetFen, "应拨合计多于预算数，请核对；追加预算的，先修改预算数和文号。");
    }

    private long Sum(FundEntryKind kind) => Entries.Where(e => e.Kind == kind).Sum(e => e.AmountFen);
}

/// <summary>收支明细: what was to come, came or went out.</summary>
[Description("经费收支")]
public sealed class FundEntry : RegisterDetail
{
    [Description("收支")] public FundEntryKind Kind { get; set; }
    [Description("日期")] public DateOnly Day { get; set; }
    [Description("金额（元）")] public long AmountFen { get; set; }
    [Description("事项或来源")] public string Item { get; set; } = "";
    [Description("凭证号或文号")] public string Voucher { get; set; } = "";
    [Description("对应决议")] public string Resolution { get; set; } = "";
}

/// <summary>Which of the three funds.</summary>
public enum FundKind
{
    [Description("社区工作经费")] Operating,
    [Description("党建经费")] PartyBuilding,
    [Description("服务群众专项经费")] Service,
}

/// <summary>In the order in which they count on one day: what arrives can be spent the same day.</summary>
public enum FundEntryKind
{
    [Description("应拨")] Due,
    [Description("到账")] Arrival,
    [Description("支出")] Expense,
}
