using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>三项经费: last year of every community; this year of four subdistricts, with money that has not come yet.</summary>
public sealed class DemoFunds(DemoRecords records, OrgTree tree, int year, DateOnly today)
{
    private const int Expenses = 2;
    private static readonly string[] ThisYear = ["QH01", "QH02", "QH03", "QH04"];
    private static readonly (FundKind Kind, int Yuan, int Step, int No)[] Funds = [(FundKind.Operating, 182_000, 3_700, 18), (FundKind.PartyBuilding, 50_000, 1_300, 19), (FundKind.Service, 200_000, 0, 23)];

    private readonly ILookup<FundKind, Dictionary<string, string>> _items = DemoRecords.Rows("fund-items").ToLookup(r => Words.Parse<FundKind>(r["fund"])!.Value);

    public void Load()
    {
        var communities = tree.InOrder.Where(n => n is { Level: OrganizationLevel.Primary, Domain: OrganizationDomain.Community, ClosedOn: null }).ToList();
        foreach (var (i, community) in communities.Index())
        {
            foreach (var fund in Funds)
            {
                Enter(year - 1, i, community, fund, [(3, 25, 100)]);
                if (ThisYear.Any(c => community.Code.StartsWith(c, StringComparison.Ordinal)))
                {
                    Enter(year, i, community, fund, [(3, 18, 60), (8, 20, 40)]);
                }
            }
        }
    }

    /// <param name="shares">Month, day and hundredths of the budget that were to come then.</param>
    private void Enter(int of, int i, OrgNode community, (FundKind Kind, int Yuan, int Step, int No) fund, (int Month, int Day, int Percent)[] shares)
    {
        var budget = (fund.Yuan + (i * 7 % 11 * fund.Step)) * 100L;
        var record = new CommunityFund { OrganizationId = community.Id, On = new(of, 2, 20), Kind = fund.Kind, BudgetFen = budget, DocumentNo = $"青财预〔{of}〕{fund.No}号" };
        foreach (var (n, share) in shares.Index())
        {
            var due = new DateOnly(of, share.Month, share.Day);
            Add(record, FundEntryKind.Due, due, budget * share.Percent / 100, shares.Length == 1 ? "全年应拨" : $"第{n + 1}批应拨", $"青财预〔{of}〕{fund.No}号", "");

            // Some of the second half comes late, and to a few communities not at all.
            if (n == 0 || (i + (int)fund.Kind) % 9 != 4)
            {
                Add(record, FundEntryKind.Arrival, due.AddDays(3 + (i * 5 % 17)), budget * share.Percent / 100 - (n == 1 && i % 8 == 3 ? 1_250_000 : 0), "区财政拨款", $"拨款凭证{of % 100}-{share.Month:00}{i + 1:000}", "");
            }
        }

        // Last year nearly all was spent; this year's second half is under way.
        var items = _items[fund.Kind].ToList();
        var chosen = Enumerable.Range(0, Expenses).Select(e => items[(i + (e * 4) + of) % items.Count]).ToList();
        var toSpend = budget / 1000 * ((of < year ? 880 : 430) + (i * 37 % 115));
        foreach (var (e, item) in chosen.Index())
        {
            var day = new DateOnly(of, 5 + (e * 5) + (i % 2), 3 + (((i * 11) + e) % 24));
            Add(record, FundEntryKind.Expense, day, toSpend * Weight(item) / chosen.Sum(Weight) / 100 * 100, item["item"], $"记{day.Month:00}-{(i * 3 % 80) + 1}", item["resolution"]);
        }

        if (record.On <= today)
        {
            records.Enter(Registers.Registers.CommunityFunds, record, record.Entries.Select(e => e.Day).Append(record.On).Max());
        }
    }

    private static long Weight(Dictionary<string, string> item) => long.Parse(item["weight"], CultureInfo.InvariantCulture);

    private void Add(CommunityFund record, FundEntryKind kind, DateOnly day, long fen, string item, string voucher, string resolution)
    {
        if (day <= today)
        {
            record.Entries.Add(new FundEntry { OrganizationId = record.OrganizationId, Kind = kind, Day = day, AmountFen = fen, Item = item, Voucher = voucher, Resolution = resolution });
        }
    }
}
