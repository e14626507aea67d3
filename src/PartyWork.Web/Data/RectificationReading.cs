using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;

namespace PartyWork.Web.Data;

/// <summary>What the records of a case come to; withdrawn ones count nowhere.</summary>
/// <param name="Households">Those known by their number once, of the others what each visit says.</param>
/// <param name="Cards">服务卡.</param>
/// <param name="Opinions">Of each state how many were heard; merged ones under 已并入.</param>
/// <param name="ArrivedFen">到账资金 by source; what is promised is not in it.</param>
/// <param name="LeaderVisits">By year and quarter.</param>
public sealed record CaseTotals(
    int Visits, int Households, int Cards, IReadOnlyDictionary<OpinionState, int> Opinions, IReadOnlyDictionary<FundSource, long> ArrivedFen, long PromisedFen, long SpentFen,
    int ThingsDone, int ThingsOpen, IReadOnlyDictionary<(int Year, int Quarter), int> LeaderVisits)
{
    public static readonly CaseTotals None = new(0, 0, 0, new Dictionary<OpinionState, int>(), new Dictionary<FundSource, long>(), 0, 0, 0, 0, new Dictionary<(int, int), int>());

    /// <summary>When each who visits was last there, leaders by the liaison's entries.</summary>
    public IReadOnlyDictionary<string, DateOnly> LastSeen { get; init; } = new Dictionary<string, DateOnly>();

    public int OpinionsHeard => Opinions.Values.Sum();
    public int OpinionsOpen => Opinions.Where(o => ResidentOpinion.IsOpenIn(o.Key)).Sum(o => o.Value);
    public long FundsFen => ArrivedFen.Values.Sum();
}

/// <summary>Reading what was recorded in cases.</summary>
public static class RectificationReading
{
    private enum Kind
    {
        Visits = 1,
        Met,
        Numbered,
        Opinions,
        Arrived,
        Promised,
        Spent,
        Things,
        Leaders,
        Seen,
    }

    /// <summary>Of each case that has any record what it comes to; one command for all of them.</summary>
    public static async Task<IReadOnlyDictionary<int, CaseTotals>> TotalsAsync(this PartyWorkDb db, params int[] cases)
    {
        var visits = db.CaseVisits.Where(v => cases.Contains(v.CaseId) && v.WithdrawnOn == null);
        var opinions = db.ResidentOpinions.Where(o => cases.Contains(o.CaseId));
        var funds = db.RectificationFunds.Where(f => cases.Contains(f.CaseId) && f.WithdrawnOn == null);
        var spendings = db.FundSpendings.Where(s => cases.Contains(s.CaseId) && s.WithdrawnOn == null);
        var things = db.PracticalThings.Where(t => cases.Contains(t.CaseId) && t.WithdrawnOn == null);
        var leaders = db.LeaderVisits.Where(v => cases.Contains(v.CaseId) && v.WithdrawnOn == null);
        var rows = await visits.GroupBy(v => v.CaseId).Select(g => new Row { CaseId = g.Key, Name = "", Kind = (int)Kind.Visits, Key = 0, Count = g.Count(), Amount = g.Sum(v => (long)v.Cards) })
            .Concat(visits.Where(v => v.HouseholdNo == "").GroupBy(v => v.CaseId).Select(g => new Row { CaseId = g.Key, Name = "", Kind = (int)Kind.Met, Key = 0, Count = g.Count(), Amount = g.Sum(v => (long)v.Households) }))
            .Concat(visits.Where(v => v.HouseholdNo != "").Select(v => new { v.CaseId, v.Building, v.HouseholdNo }).Distinct().GroupBy(v => v.CaseId).Select(g => new Row { CaseId = g.Key, Name = "", Kind = (int)Kind.Numbered, Key = 0, Count = g.Count(), Amount = (long)g.Count() }))
            .Concat(opinions.GroupBy(o => new { o.CaseId, o.State }).Select(g => new Row { CaseId = g.Key.CaseId, Name = "", Kind = (int)Kind.Opinions, Key = (int)g.Key.State, Count = g.Count(), Amount = g.Sum(o => (long)o.Count) }))
            .Concat(funds.Where(f => f.ArrivedOn != null).GroupBy(f => new { f.CaseId, f.Source }).Select(g => new Row { CaseId = g.Key.CaseId, Name = "", Kind = (int)Kind.Arrived, Key = (int)g.Key.Source, Count = g.Count(), Amount = g.Sum(f => f.AmountFen) }))
            .Concat(funds.Where(f => f.ArrivedOn == null).GroupBy(f => f.CaseId).Select(g => new Row { CaseId = g.Key, Name = "", Kind = (int)Kind.Promised, Key = 0, Count = g.Count(), Amount = g.Sum(f => f.AmountFen) }))
            .Concat(spendings.GroupBy(s => s.CaseId).Select(g => new Row { CaseId = g.Key, Name = "", Kind = (int)Kind.Spent, Key = 0, Count = g.Count(), Amount = g.Sum(s => s.AmountFen) }))
            .Concat(things.GroupBy(t => new { t.CaseId, Done = t.DoneOn != null ? 1 : 0 }).Select(g => new Row { CaseId = g.Key.CaseId, Name = "", Kind = (int)Kind.Things, Key = g.Key.Done, Count = g.Count(), Amount = g.Sum(t => t.AmountFen) }))
            .Concat(leaders.GroupBy(v => new { v.CaseId, v.On.Year, v.On.Month }).Select(g => new Row { CaseId = g.Key.CaseId, Name = "", Kind = (int)Kind.Leaders, Key = (g.Key.Year * 100) + g.Key.Month, Count = g.Count(), Amount = (long)g.Count() }))
            .Concat(visits.GroupBy(v => new { v.CaseId, v.Visitor }).Select(g => new Row { CaseId = g.Key.CaseId, Name = g.Key.Visitor, Kind = (int)Kind.Seen, Key = g.Max(v => (v.On.Year * 10_000) + (v.On.Month * 100) + v.On.Day), Count = g.Count(), Amount = (long)g.Count() }))
            .Concat(leaders.GroupBy(v => new { v.CaseId, v.Leader }).Select(g => new Row { CaseId = g.Key.CaseId, Name = g.Key.Leader, Kind = (int)Kind.Seen, Key = g.Max(v => (v.On.Year * 10_000) + (v.On.Month * 100) + v.On.Day), Count = g.Count(), Amount = (long)g.Count() }))
            .ToListAsync();
        return rows.GroupBy(r => r.CaseId).ToDictionary(g => g.Key, Fold);
    }

    private static CaseTotals Fold(IEnumerable<Row> of)
    {
        var rows = of.ToLookup(r => (Kind)r.Kind);
        var things = rows[Kind.Things].ToDictionary(r => r.Key, r => r.Count);
        return new CaseTotals(
            rows[Kind.Visits].Sum(r => r.Count), (int)rows[Kind.Met].Sum(r => r.Amount) + rows[Kind.Numbered].Sum(r => r.Count), (int)rows[Kind.Visits].Sum(r => r.Amount),
            rows[Kind.Opinions].ToDictionary(r => (OpinionState)r.Key, r => r.Count), rows[Kind.Arrived].ToDictionary(r => (FundSource)r.Key, r => r.Amount),
            rows[Kind.Promised].Sum(r => r.Amount), rows[Kind.Spent].Sum(r => r.Amount), things.GetValueOrDefault(1), things.GetValueOrDefault(0),
            rows[Kind.Leaders].GroupBy(r => (r.Key / 100, ((r.Key % 100) + 2) / 3)).ToDictionary(q => q.Key, q => q.Sum(r => r.Count)))
        {
            LastSeen = rows[Kind.Seen].GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.Max(r => new DateOnly(r.Key / 10_000, r.Key / 100 % 100, r.Key % 100))),
        };
    }

    private sealed record Row
    {
        public int CaseId { get; init; }
        public string Name { get; init; } = "";
        public int Kind { get; init; }
        public int Key { get; init; }
        public int Count { get; init; }
        public long Amount { get; init; }
    }
}
