using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Tests.Registers;

public sealed class CommunityFundTests
{
    private static readonly DateOnly Today = new(2026, 12, 18);
    private static readonly Actor Clerk = new(1, "毛建", "文明社区党务干事");

    [Fact]
    public void What_is_left_is_what_was_carried_over_and_arrived_less_what_was_spent()
    {
        var fund = Fund(FundKind.PartyBuilding, (FundEntryKind.Due, 3, 1, 50_000), (FundEntryKind.Arrival, 3, 20, 30_000), (FundEntryKind.Expense, 5, 6, 12_000));
        fund.CarriedOverFen = 1_000;
        fund.Enter(Clerk, Today);
        Assert.Equal((50_000, 30_000, 12_000, 19_000), (fund.DueFen, fund.ArrivedFen, fund.SpentFen, fund.BalanceFen));
    }

    [Fact]
    public void Nothing_is_spent_before_it_has_arrived()
    {
        Broken("累计支出多于到账200元", Fund(FundKind.PartyBuilding, (FundEntryKind.Arrival, 3, 20, 30_000), (FundEntryKind.Expense, 5, 6, 50_000)));
        Broken("到3月6日", Fund(FundKind.PartyBuilding, (FundEntryKind.Expense, 3, 6, 5_000), (FundEntryKind.Arrival, 3, 20, 30_000)));
    }

    [Fact]
    public void What_arrives_can_be_spent_the_same_day() => Fund(FundKind.PartyBuilding, (FundEntryKind.Expense, 3, 6, 5_000), (FundEntryKind.Arrival, 3, 6, 5_000)).Enter(Clerk, Today);

    [Fact]
    public void The_service_fund_is_spent_by_a_resolution()
    {
        var fund = Fund(FundKind.Service, (FundEntryKind.Arrival, 3, 6, 5_000), (FundEntryKind.Expense, 4, 6, 5_000));
        Broken("决议", fund);
        fund.Entries[1].Resolution = "居民代表会议决议第2号";
        fund.Enter(Clerk, Today);
    }

    [Fact]
    public void Entries_lie_in_the_fund_s_year_and_have_an_amount()
    {
        Broken("应在2026年内", Fund(FundKind.Operating, (FundEntryKind.Due, 12, 19, 1)));
        Broken("金额应大于0", Fund(FundKind.Operating, (FundEntryKind.Due, 12, 1, 0)));
    }

    [Fact]
    public void No_more_is_due_than_the_budget() => Broken("多于预算数", Fund(FundKind.Operating, (FundEntryKind.Due, 4, 1, 60_001)));

    private static CommunityFund Fund(FundKind kind, params (FundEntryKind Kind, int Month, int Day, long Fen)[] entries)
    {
        var fund = new CommunityFund { OrganizationId = 1, On = new(2026, 2, 20), Kind = kind, BudgetFen = 60_000, DocumentNo = "青财预〔2026〕18号" };
        fund.Entries.AddRange(entries.Select(e => new FundEntry { Kind = e.Kind, Day = new(2026, e.Month, e.Day), AmountFen = e.Fen, Item = "事项", Voucher = "记1" }));
        return fund;
    }

    private static void Broken(string said, CommunityFund fund) => Assert.Contains(said, Assert.Throws<BrokenRuleException>(() => fund.Enter(Clerk, Today)).Message, StringComparison.Ordinal);
}
