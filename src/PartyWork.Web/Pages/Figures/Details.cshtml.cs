using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>One figure: what it means, what it is for an organisation and a day, how it came to be so, and every record that it counts.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    private const int Most = 5000;

    private static readonly string[] Headers = ["党组织", "类型", "内容", "日期", "数量"];

    [BindProperty(SupportsGet = true, Name = "organization")]
    public int? OrganizationId { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Cutoff { get; set; }

    [BindProperty]
    public string? NewValue { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Figure Figure { get; private set; } = null!;
    public OrgNode Organization { get; private set; } = null!;
    public Period Period { get; private set; } = null!;
    public FigureValue Value { get; private set; } = null!;
    public FigureTrend? Trend { get; private set; }
    public IReadOnlyList<(OrgNode Node, FigureValue Value)> Children { get; private set; } = [];
    public FigureRecords Records { get; private set; } = FigureRecords.Nothing;
    public OrgTree Tree => user.Tree;
    public bool MayCorrect => !Figure.IsGiven && FigureDictionary.Find(Figure.Key) is not null // what was asked for is mended where it was answered
        && Period.Cutoff <= clock.Today && user.May(Act.ProposeOverride, Organization.Id);

    /// <summary>An assessor opens the records that a figure of an assigned organisation counts, beside the figure, and not the dictionary.</summary>
    public bool ReadsAll => user.May(Act.ReadDictionary);
    public IEnumerable<OrgNode> Choice => user.Tree.InOrder.Where(n => n.ClosedOn is null && user.May(Act.ReadFigures, n.Id));

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await FindAsync(key))
        {
            return NotFound();
        }

        await ShowAsync();
        return Page();
    }

    [Needs(Act.ProposeOverride)]
    public async Task<IActionResult> OnPostCorrectAsync(string key)
    {
        if (!await FindAsync(key) || Figure.IsGiven || FigureDictionary.Find(key) is null)
        {
            return NotFound();
        }

        if (!user.May(Act.ProposeOverride, Organization.Id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            var proposed = new FigureOverride(Figure.Key, Organization.Id, Period.From, Period.Cutoff, NewValue ?? "", Figure.IsNumeric, Reason?.Trim() ?? "", user.Actor, clock.Today);
            Rule.Require(!await db.FigureOverrides.AnyAsync(o => o.State == OverrideState.Proposed && o.Key == Figure.Key && o.OrganizationId == Organization.Id && o.From == Period.From && o.Cutoff == Period.Cutoff), "该数值已有一项更正等待核准。");
            db.Add(proposed);
            db.Lease.Why = proposed.Reason;
            await db.SaveChangesAsync();
            Tell("已提出更正，由另一位同志核准后生效；核准前仍用计算值。");
            return Redirect("/figures/corrections");
        }, async () =>
        {
            await ShowAsync();
            return Page();
        });
    }

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnGetExportAsync(string key)
    {
        if (!await FindAsync(key))
        {
            return NotFound();
        }

        var value = (await FigureEvaluation.EvaluateAsync(db, user.Tree, [Figure], [Organization.Id], Period))[key, Organization.Id];
        var records = !Figure.HasRecords ? FigureRecords.Nothing : await FigureRecords.ReadAsync(db, user.Tree, Figure, Organization.Id, Period, 0, Most);
        var layout = new SheetLayout(Figure.Name, $"{Figure.Name}：{value.PrintWithUnit()}",
            [.. Headers.Select(h => new SheetColumn(h))],
            [.. records.Rows.Select(r => (IReadOnlyList<object?>)[user.Tree.Find(r.OrganizationId)?.Name, RecordKinds.Find(r.Kind).Word, r.Caption, r.On, AmountOf(r)])])
        {
            SecondLine = [$"范围：{Organization.Name}", $"数据截至：{Show.Day(Period.Cutoff)}"],
            Notes = [$"口径：{Figure.Definition}", .. records.Total > Most ? [$"共{records.Total}条，只列出前{Most}条。"] : (string[])[]],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"{Figure.Name}-{Organization.ShortName}-{Period.Cutoff:yyyyMMdd}.xlsx");
    }

    /// <summary>The same figure of another organisation, on another day.</summary>
    public string At(int organization, DateOnly cutoff) => $"/figures/{Figure.Key}?organization={organization}&cutoff={cutoff:yyyy-MM-dd}";

    /// <summary>The record's own page; for an assessor its page beside the figure, and none where the record is not for him.</summary>
    public string AddressOf(FigureRecord record) => ReadsAll || RecordKinds.IsForEverybody(record.Kind) ? record.Address : !RecordSheet.Shows(record.Kind) ? ""
        : $"/figures/{Figure.Key}/records/{record.Kind}/{record.Id}?organization={Organization.Id}&From={Period.From:yyyy-MM-dd}&Cutoff={Period.Cutoff:yyyy-MM-dd}";

    /// <summary>What one record adds to a sum, in the figure's unit; of a count nothing is told.</summary>
    public string AmountOf(FigureRecord record) => Figure.Fold is FigureFold.Sum or FigureFold.Least
        ? new FigureValue(record.Amount / (decimal)Figure.Scale, null, null, null, false, 1) { Form = Figure.Form with { IsApproximate = false } }.PrintWithUnit() : "";

    private async Task ShowAsync()
    {
        var children = Figure.IsGiven || Figure.IsAwaited ? [] : user.Tree.InOrder.Where(n => user.Tree.ParentOn(n.Id, Period.Cutoff)?.Id == Organization.Id && (n.ClosedOn is null || n.ClosedOn >= Period.Cutoff) && user.May(Act.ReadFigures, n.Id)).ToList();
        var points = Figure.IsGiven || Figure.IsAwaited || Figure.IsChange || Figure.Fold is FigureFold.Text or FigureFold.Spread ? [] : FigureTrend.PointsTo(Period);
        var values = await FigureEvaluation.EvaluateAsync(db, user.Tree, [Figure], [Organization.Id, .. children.Select(c => c.Id)], [Period, .. points]);
        Value = values[Figure.Key, Organization.Id];
        Children = [.. children.Select(c => (c, values[Figure.Key, c.Id]))];
        Trend = points.Count == 0 ? null : new FigureTrend(Figure, [.. points.Append(Period).Select(p => (p.Cutoff, values[Figure.Key, Organization.Id, p]))]);
        P = Math.Max(1, P);
        Records = !Figure.HasRecords ? FigureRecords.Nothing : await FigureRecords.ReadAsync(db, user.Tree, Figure, Organization.Id, Period, (P - 1) * PageSize, PageSize);
    }

    private async Task<bool> FindAsync(string key)
    {
        if (await AskedFigures.FindAsync(db, user.Tree, key) is not { } figure || user.Tree.Find(OrganizationId ?? user.Organization?.Id) is not { } organization || !user.May(Act.ReadFigures, organization.Id))
        {
            return false;
        }

        var cutoff = Cutoff is { Year: >= 2000 and <= 2100 } day ? day : clock.Today;
        (Figure, Organization) = (figure, organization);
        Period = From is { } from && from <= cutoff ? new Period(from, cutoff) : Period.To(cutoff);
        return true;
    }
}
