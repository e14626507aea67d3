using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;
using Known = PartyWork.Web.Registers.Registers;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>
/// 欠数: what the year's report waits for and this post has to enter, one to-do for each place where it is entered. Whether a figure has anything to count is
/// asked of its own records, so that the to-do goes with the first of them and the figures need not be computed for it.
/// </summary>
internal static class GapTodos
{
    /// <summary>The bound figures of the proposed paragraphs that are unknown until somebody enters something; a paragraph that stands only where it has something to tell misses nothing.</summary>
    private static readonly IReadOnlyList<Waiting> All =
    [
        .. ReportTemplates.All.Where(p => !p.IsOptional).SelectMany(p => ReportText.Chips(p.Text).Select(key => (p.Key, Figure: FigureDictionary.Find(key))))
            .Where(c => c.Figure is not null && SourceOf(c.Figure) is not null).GroupBy(c => SourceOf(c.Figure!)!)
            .Select(g => new Waiting(g.Key, g.First().Figure!.Name, ReportGap.OwnerOf(g.Key), [.. g.Select(c => c.Key).Distinct()])),
    ];

    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, year) = (ask.Db, YearOf(ask.Today));
        var owed = OwedBy(ask);
        var report = db.AnnualReports.Where(r => r.Year == year && (r.State == ReportState.Drafted || r.State == ReportState.Edited));
        var period = Period.To(ask.Today.Year == year ? ask.Today : new DateOnly(year, 12, 31));
        var nothing = db.TreeStamps.Select(_ => 0L);
        var entered = owed.Index().Select(w => Entered(db, w.Item.Source, period, 1L << w.Index)).Aggregate(nothing, (all, one) => all.Concat(one));
        var written = PlacesOf(owed).Index().Select(p => Written(report, p.Item, 1L << p.Index)).Aggregate(nothing, (all, one) => all.Concat(one));
        return owed.Count == 0 ? db.TreeStamps.Select(_ => new Row()) : db.TreeStamps.Select(_ => new Row
        {
            Cutoff = report.Select(r => (DateOnly?)r.Cutoff).FirstOrDefault(),
            Entered = entered.Sum(),
            Written = written.Sum(),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row)
    {
        if (row.Cutoff is not { } due)
        {
            return [];
        }

        var owed = OwedBy(ask);
        var written = PlacesOf(owed).Where((_, i) => (row.Written & 1L << i) != 0).ToHashSet();
        return owed.Where((w, i) => (row.Entered & 1L << i) == 0 && w.Places.Any(written.Contains)).GroupBy(w => EntryOf(ask, w.Source)).Select(g =>
            Todo.By(due, ask.Today, $"补记{due.Year}年度总结缺的{g.Count()}项数", $"{string.Join("、", g.Select(w => w.Name))}；记在“{g.Key.Name}”，{Show.Words(due)}前记好，{Show.Remaining(due, ask.Today)}", g.Key.Link));
    }

    /// <summary>Whose record or parameter decides whether a figure is there: of a rate its denominator. Null where no record means 0, and where the figure cannot be asked for its records.</summary>
    private static Figure? SourceOf(Figure figure) => figure switch
    {
        { Fold: FigureFold.Ratio, Denominator: var whole } => SourceOf(FigureDictionary.Find(whole)!),
        { IsGiven: true } => FigureDictionary.Find(figure.EnteredAs) is { IsEntered: true } entered ? entered : null,
        { IsKeptByWork: false, IsAwaited: false, Facts: not null } => figure,
        _ => null,
    };

    /// <summary>The report of a year is written from its second half to the middle of the next.</summary>
    private static int YearOf(DateOnly today) => today.AddMonths(-6).Year;

    private static List<Waiting> OwedBy(TodoAsk ask)
    {
        var post = ask.Post.Kind;
        var organs = ask.User.Organization is { Level: OrganizationLevel.Committee, Domain: OrganizationDomain.Organ } && post is PostKind.Secretary or PostKind.Officer;
        return [.. All.Where(w => organs ? w.Owner is PostKind.Officer : w.Owner == post && post is not PostKind.Officer)];
    }

    private static List<string> PlacesOf(IEnumerable<Waiting> owed) => [.. owed.SelectMany(w => w.Places).Distinct()];

    /// <summary>The bit, once something is entered, or two persons have said what it is to be.</summary>
    private static IQueryable<long> Entered(PartyWorkDb db, Figure source, Period period, long bit)
    {
        var (key, year) = (source.Key, period.Year);
        if (source.IsGiven)
        {
            return db.FigureParameters.Where(p => p.Year == year && p.Key == key && p.Text != "").Select(_ => bit);
        }

        var facts = source.Facts!(db, period).Select(f => f.RecordId);
        if (source.Among.Length > 0 && FigureDictionary.Find(source.Among)?.Facts is { } among)
        {
            facts = facts.Concat(among(db, period).Select(f => f.RecordId));
        }

        return db.TreeStamps.Where(_ => facts.Any() || db.FigureOverrides.Any(o => o.Key == key && o.State == OverrideState.Approved && o.Cutoff.Year == year)).Select(_ => bit);
    }

    /// <summary>The bit, as long as the paragraph is to be printed; its figures cannot be taken out of its words.</summary>
    private static IQueryable<long> Written(IQueryable<AnnualReport> report, string place, long bit) =>
        report.Where(r => r.Paragraphs.Any(p => p.Key == place && !p.IsLeftOut)).Select(_ => bit);

    /// <summary>Where it is entered: the form of the year's parameters, the register of the records it counts, else the figure's own page.</summary>
    private static (string Name, string Link) EntryOf(TodoAsk ask, Figure source)
    {
        var year = YearOf(ask.Today);
        if (source.IsGiven)
        {
            return ("年度参数", $"/figures/parameters?year={year}");
        }

        var root = new Root();
        root.Visit(source.Facts!(ask.Db, Period.To(ask.Today)).Expression);
        return Known.All.FirstOrDefault(r => r.RecordType == root.Type) is { } register ? (register.Name, $"/registers/{register.Key}") : (source.Name, $"/figures/{source.Key}");
    }

    /// <param name="Name">The figure as the report's reader knows it.</param>
    /// <param name="Places">The paragraphs that wait for it.</param>
    private sealed record Waiting(Figure Source, string Name, PostKind Owner, IReadOnlyList<string> Places);

    internal sealed class Row
    {
        /// <summary>数据截至; null where no report of the year is being written.</summary>
        public DateOnly? Cutoff { get; init; }
        public long Entered { get; init; }
        public long Written { get; init; }
    }

    /// <summary>The records that a query begins with.</summary>
    private sealed class Root : ExpressionVisitor
    {
        public Type? Type { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            Type ??= (node as EntityQueryRootExpression)?.EntityType.ClrType;
            return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
        }
    }
}
