using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>One figure of one organisation that is no longer what was frozen.</summary>
public sealed record Amendment(Figure Figure, int OrganizationId, FigureValue Frozen, FigureValue Now);

/// <summary>A record of before the cut-off that came to be known after the freeze.</summary>
/// <param name="Figures">That it moves.</param>
public sealed record LateRecord(IReadOnlyList<Figure> Figures, FigureRecord Record);

/// <summary>冻结 and what came after it.</summary>
public static class Freezing
{
    /// <summary>Every figure that reports and dashboards use, for these organisations, as the records say now.</summary>
    public static async Task<FigureFreeze> FreezeAsync(PartyWorkDb db, OrgTree tree, string name, Period period, IReadOnlyCollection<int> organizations, Actor by, DateTime now)
    {
        Rule.Require(organizations.Count > 0, "请至少选择一个党组织。");
        var freeze = new FigureFreeze(name, period.From, period.Cutoff, by, now);
        Rule.Require(!await db.FigureFreezes.AnyAsync(f => f.Cutoff == period.Cutoff && f.From == period.From), $"截至{period.Cutoff:yyyy年M月d日}的数据已经冻结，不能重复冻结；个别数值有误的，请在该指标页提出更正。");
        var values = await FigureEvaluation.ComputeAsync(db, tree, FigureDictionary.Frozen, organizations, [period]);
        foreach (var (figure, id) in from f in FigureDictionary.Frozen from id in organizations select (f, id))
        {
            var value = values[figure.Key, id];
            freeze.Keep(new FrozenValue(figure.Key, id, figure.Fold is FigureFold.Ratio ? null : value.Number, value.Numerator, value.Denominator, value.Text, value.NotRecorded, value.Records));
        }

        db.Add(freeze);
        return freeze;
    }

    /// <summary>What has moved since, by figure and in official order.</summary>
    public static async Task<IReadOnlyList<Amendment>> AmendmentsAsync(PartyWorkDb db, OrgTree tree, FigureFreeze freeze, IReadOnlyList<FrozenValue> frozen)
    {
        var period = new Period(freeze.From, freeze.Cutoff);
        var values = await FigureEvaluation.ComputeAsync(db, tree, FigureDictionary.Frozen, [.. frozen.Select(v => v.OrganizationId).Distinct()], [period]);
        return
        [
            .. from v in frozen
               let figure = FigureDictionary.Find(v.Key)
               where figure is { IsMetric: false }
               let was = HeldValues.ValueOf(figure, v)
               let now = values[v.Key, v.OrganizationId]
               where !was.Says(now)
               orderby figure.Sections[0], figure.Name, tree[v.OrganizationId].SortNo
               select new Amendment(figure, v.OrganizationId, was, now),
        ];
    }

    /// <summary>The records themselves, of the whole scope of the reader, as they were entered.</summary>
    /// <param name="most">Facts to be read; a record of several figures has several.</param>
    /// <returns>And whether there are more.</returns>
    public static async Task<(IReadOnlyList<LateRecord> Records, bool More)> LateAsync(PartyWorkDb db, FigureFreeze freeze, int most)
    {
        var (period, frozenOn) = (new Period(freeze.From, freeze.Cutoff), OfficeTime.DayOf(freeze.At));

        // What was owed of meetings and held is reckoned, and knows no day of entry; the meetings themselves do.
        List<Figure> counted = [.. FigureDictionary.Frozen.Where(f => f.Facts is not null), FigureDictionary.Find("meeting.recorded")!];
        var late = await counted.Select((f, i) => f.Facts!(db, period).Where(x => x.EnteredOn > frozenOn)
                .Select(x => new Late { No = i, OrganizationId = x.OrganizationId, RecordKind = x.RecordKind, RecordId = x.RecordId, On = x.On, EnteredOn = x.EnteredOn, Amount = x.Amount }))
            .Aggregate((all, more) => all.Concat(more)).OrderBy(l => l.EnteredOn).ThenBy(l => l.RecordId).ThenBy(l => l.No).Take(most).ToListAsync();
        var links = await FigureRecords.LinksAsync(db, late.Select(l => (l.RecordKind, l.RecordId)));
        return ([.. late.GroupBy(l => (l.RecordKind, l.RecordId)).Select(g => (Figures: g.Select(l => counted[l.No]).Distinct(), First: g.First()))
            .Select(l => new LateRecord([.. l.Figures], FigureRecords.Linked(links, l.First.OrganizationId, l.First.RecordKind, l.First.RecordId, l.First.On, l.First.EnteredOn, l.First.Amount, 1)))], late.Count == most);
    }

    private sealed class Late
    {
        public int No { get; init; }
        public int OrganizationId { get; init; }
        public string RecordKind { get; init; } = "";
        public int RecordId { get; init; }
        public DateOnly On { get; init; }
        public DateOnly? EnteredOn { get; init; }
        public long Amount { get; init; }
    }
}
