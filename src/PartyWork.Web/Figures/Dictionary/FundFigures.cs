using PartyWork.Domain.Registers;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>The three funds of the communities: what was to arrive, arrived and was spent by the cut-off.</summary>
internal static class FundFigures
{
    private const int FenPerTenThousandYuan = 1_000_000;

    public static readonly IReadOnlyList<Figure> All =
    [
        Sum("three_funds_due", "三项经费应拨数", "报告年度社区工作经费、党建经费、服务群众专项经费截止日前应拨的合计。", FundEntryKind.Due),
        Sum("three_funds_arrived", "三项经费到账数", "报告年度三项经费截止日前到账的合计；承诺而未到账的不计。", FundEntryKind.Arrival),
        Sum("three_funds_spent", "三项经费支出数", "报告年度三项经费截止日前支出的合计。", FundEntryKind.Expense),
        Rate("three_funds_arrival", "三项经费到位率", "三项经费到账数÷三项经费应拨数。", "three_funds_arrived", "three_funds_due", "fund.arrival_rate"),
        Rate("three_funds_execution", "三项经费执行率", "三项经费支出数÷三项经费到账数。", "three_funds_spent", "three_funds_arrived", "fund.execution_rate"),
    ];

    private static Figure Sum(string key, string name, string definition, FundEntryKind kind) => new(key, name, "万元", definition)
    {
        Fold = FigureFold.Sum, Scale = FenPerTenThousandYuan, Decimals = 2,
        Facts = (db, p) => Rows<CommunityFund>(db, f => f.On >= p.From && f.On <= p.Cutoff).SelectMany(f => f.Entries, (f, e) => new { Fund = f, Entry = e })
            .Where(x => x.Entry.Kind == kind && x.Entry.Day <= p.Cutoff)
            .Select(x => new Fact { OrganizationId = x.Fund.OrganizationId, RecordKind = Registers.Registers.CommunityFunds.Key, RecordId = x.Fund.Id, Amount = x.Entry.AmountFen, On = x.Entry.Day, EnteredOn = x.Fund.EnteredOn }),
    };

    private static Figure Rate(string key, string name, string definition, string part, string whole, string metric) =>
        new(key, name, "%", definition) { Fold = FigureFold.Ratio, Numerator = part, Denominator = whole, Metric = metric, Sections = [FigureSection.Supplement, FigureSection.AssessedDecisions] };
}
