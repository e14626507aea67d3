using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Tests.Figures;

/// <summary>One dictionary: what holds for every figure of it, over the demo's two years.</summary>
public sealed class FigureTests(App app) : IClassFixture<App>
{
    private static readonly Period[] Periods = [Period.To(new(2025, 9, 30)), Period.To(new(2025, 12, 31)), Period.To(new(2026, 12, 18))];

    public static TheoryData<string> Counted => [.. FigureDictionary.All.Where(f => f.HasRecords).Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(Counted))]
    public Task The_records_listed_make_the_value_and_none_is_later_than_the_cut_off(string key) => WithTreeAsync(async (db, tree) =>
    {
        var figure = FigureDictionary.Find(key)!;
        var nodes = tree.InOrder.Where((n, i) => i % 60 == 0 || n.Code is "QH" or "QH01" or "QH01001" or "QH05901" or "QH05").ToList();
        var values = await FigureEvaluation.ComputeAsync(db, tree, [figure], [.. nodes.Select(n => n.Id)], Periods);
        foreach (var (period, node) in from p in Periods from n in nodes select (p, n))
        {
            var value = values[key, node.Id, period];
            var records = await FigureRecords.ReadAsync(db, tree, figure, node.Id, period, 0, int.MaxValue);

            if (figure.Fold is FigureFold.Text or FigureFold.Spread)
            {
                Assert.Equal((null, records.Total == 0), (value.Number, value.NotRecorded));
            }
            else
            {
                Assert.Equal(value.NotRecorded ? 0 : value.Number, figure.Fold switch
                {
                    FigureFold.Sum => records.Rows.Sum(r => r.Amount) / (decimal)figure.Scale,
                    FigureFold.Least => records.Rows.Select(r => r.Amount).DefaultIfEmpty().Min(),
                    _ => records.Total,
                });
            }

            Assert.Equal((records.Total, value.Records), (records.Rows.Count, records.Rows.Sum(r => r.Same)));
            Assert.All(records.Rows, r => Assert.True(r.On <= period.Cutoff && r.Address.Length > 0 && r.Caption.Length > 0, $"{node.Name} {period}: {r}"));
            Assert.All(records.Rows, r => Assert.True(tree.WasWithin(node.Id, r.OrganizationId, period.Cutoff)));
        }
    });

    [Fact]
    public Task The_district_has_no_fewer_records_than_its_committees_together() => WithTreeAsync(async (db, tree) =>
    {
        var (district, committees) = (tree.District!, tree.Children(tree.District!.Id).ToList());
        var counts = FigureDictionary.All.Where(f => f is { HasRecords: true, Fold: FigureFold.Count, IsOwn: false }).ToList();
        var values = await FigureEvaluation.ComputeAsync(db, tree, counts, [district.Id, .. committees.Select(c => c.Id)], Periods);

        Assert.All(from f in counts from p in Periods select (f, p), at =>
            Assert.InRange(values[at.f.Key, district.Id, at.p].Number ?? 0, committees.Sum(c => values[at.f.Key, c.Id, at.p].Number ?? 0), int.MaxValue));
    });

    [Fact]
    public Task What_was_merged_counts_up_to_its_last_day_and_what_it_left_open_is_counted_once() => WithTreeAsync(async (db, tree) =>
    {
        var (last, after) = (Period.To(new(2025, 8, 31)), Period.To(new(2025, 9, 1)));
        var (merged, successor) = (tree.InOrder.Single(n => n.Code == "QH05901").Id, tree.InOrder.Single(n => n.Code == "QH05003").Id);

        var values = await FigureEvaluation.EvaluateAsync(db, tree, [FigureDictionary.Find("communities_total")!, FigureDictionary.Find("tasks_total")!], [tree.District!.Id, merged, successor], [last, after]);

        Assert.Equal((1, 0), (values["communities_total", merged, last].Number, values["communities_total", merged, after].Number));
        Assert.Equal(values["communities_total", tree.District!.Id, last].Number - 1, values["communities_total", tree.District.Id, after].Number);
        var (left, taken) = (values["tasks_total", merged, last].Number - values["tasks_total", merged, after].Number, values["tasks_total", successor, after].Number - values["tasks_total", successor, last].Number);
        Assert.True(left > 0 && left == taken, $"{left} left, {taken} taken");
        Assert.Equal(values["tasks_total", tree.District.Id, last].Number, values["tasks_total", tree.District.Id, after].Number);
    });

    [Fact]
    public Task A_figure_counts_for_whoever_was_above_on_the_cut_off() => WithTreeAsync(async (db, tree) =>
    {
        var moved = tree.InOrder.Single(n => n.Code == "QH01001");
        var (before, after) = (tree.Parent(moved.Id)!.Id, tree.InOrder.Single(n => n.Code == "QH02").Id);
        var day = new DateOnly(2026, 7, 1);
        var later = new OrgTree(1, tree.InOrder.Select(n => n.Id != moved.Id ? n : n with { ParentId = after, Parents = [new(before, new(2020, 1, 1)), new(after, day)] }));
        var figure = FigureDictionary.Find("quarterly_reports_due")!;
        Period[] periods = [Period.To(day.AddDays(-1)), Period.To(new(2026, 12, 18))];

        var (asItWas, asItIs) = (await FigureEvaluation.EvaluateAsync(db, tree, [figure], [before, after], periods), await FigureEvaluation.EvaluateAsync(db, later, [figure], [before, after], periods));

        Assert.Equal(asItWas[figure.Key, before, periods[0]], asItIs[figure.Key, before, periods[0]]);
        Assert.True(asItWas[figure.Key, before, periods[1]].Number > asItIs[figure.Key, before, periods[1]].Number);
        Assert.Equal(asItWas[figure.Key, before, periods[1]].Number + asItWas[figure.Key, after, periods[1]].Number, asItIs[figure.Key, before, periods[1]].Number + asItIs[figure.Key, after, periods[1]].Number);
    });

    [Fact]
    public async Task A_figure_is_one_statement_for_all_organisations_and_cut_offs()
    {
        await WithTreeAsync(async (db, tree) =>
        {
            app.Sql.Reset();
            await FigureEvaluation.ComputeAsync(db, tree, [FigureDictionary.Find("task_completion_rate")!, FigureDictionary.Find("two_new_orgs")!], [.. tree.InOrder.Select(n => n.Id)], Periods);
        });

        Assert.Single(app.Sql.Commands);
    }

    [Fact]
    public void Every_figure_says_in_Chinese_what_it_is_and_its_parts_are_figures_too() => Assert.All(FigureDictionary.All, f =>
    {
        Assert.Matches(@"^(?=.{3,40}$)[a-z0-9_]+(\.[a-z0-9_]+)*$", f.Key);
        Assert.Matches(@"^[\p{IsCJKUnifiedIdeographs}（）、“”0-9%]+$", f.Name);
        Assert.DoesNotMatch("[A-Za-z]{2}", f.Definition);
        Assert.EndsWith("。", f.Definition, StringComparison.Ordinal);
        Assert.NotEmpty(f.Sections);
        Assert.True(f.IsAwaited ? !f.HasRecords && f.Definition.Contains($"“{f.Awaits}”", StringComparison.Ordinal)
            : f.Fold is FigureFold.Ratio ? FigureDictionary.Find(f.Numerator)?.HasRecords == true && FigureDictionary.Find(f.Denominator)?.HasRecords == true : f.HasRecords != f.IsGiven, f.Key);
        Assert.True(f.Among.Length == 0 || FigureDictionary.Find(f.Among) is { HasRecords: true }, f.Key);
        Assert.True(f.Facts is null || f.Reckoner is null, f.Key);
        Assert.True(FigureDictionary.Find(f.EnteredAs) is { } entered && (!f.IsGiven || f.Known is not null || entered.IsEntered), f.Key);
    });

    private Task<int> WithTreeAsync(Func<PartyWorkDb, OrgTree, Task> use) => app.WithDbAsync(async db =>
    {
        await use(db, await new OrgTrees().GetAsync(db, 0));
        return 0;
    });
}
