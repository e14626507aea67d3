using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>取数: figures × organisations × cut-offs, by address, so that a choice can be kept and sent.</summary>
public sealed class QueryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int MostFigures = 20, MostDays = 4;

    /// <summary>Chosen figures.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> F { get; set; } = [];

    /// <summary>The organisation, and which of those below it.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public Reach Below { get; set; }

    /// <summary>Cut-offs.</summary>
    [BindProperty(SupportsGet = true)]
    public List<DateOnly?> D { get; set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public OrgNode Organization { get; private set; } = null!;
    public IReadOnlyList<Figure> Chosen { get; private set; } = [];

    /// <summary>What has been asked for before, as far as the reader may know of it: offered while nothing is chosen, or one of them is.</summary>
    public IReadOnlyList<Figure> Asked { get; private set; } = [];
    public bool MayAsk => user.HasWhomToAsk();
    public IReadOnlyList<OrgNode> Rows { get; private set; } = [];
    public IReadOnlyList<Period> Periods { get; private set; } = [];
    public FigureValues? Values { get; private set; }
    public IReadOnlyList<SavedQuery> Saved { get; private set; } = [];
    public IEnumerable<OrgNode> Choice => user.Tree.InOrder.Where(n => n.ClosedOn is null && n.Level < OrganizationLevel.Branch && user.May(Act.ReadFigures, n.Id));

    /// <summary>What the address says, without the handler.</summary>
    public string Address => QueryString.Create([.. Chosen.Select(f => KeyValuePair.Create("F", (string?)f.Key)), new("Of", $"{Organization.Id}"), new("Below", $"{Below}"), .. Periods.Select(p => KeyValuePair.Create("D", (string?)$"{p.Cutoff:yyyy-MM-dd}"))]).Value!;

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnGetAsync() => await ChooseAsync() ? Page() : NotFound();

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnGetExportAsync()
    {
        if (!await ChooseAsync() || Values is null)
        {
            return NotFound();
        }

        var layout = new SheetLayout("取数", $"{Organization.Name}指标数据",
            [new("党组织"), .. from f in Chosen from p in Periods select new SheetColumn(Show.Day(p.Cutoff), f.Unit.Length > 0 ? $"{f.Name}（{f.Unit}）" : f.Name)],
            [.. Rows.Select(n => (IReadOnlyList<object?>)[n.Name, .. from f in Chosen from p in Periods select Cell(Values[f.Key, n.Id, p])])])
        {
            SecondLine = [$"范围：{Below.Text()}（{Rows.Count}个党组织）", $"取数时间：{Show.Instant(clock.Now)}"],
            Notes =
            [
                .. Chosen.Select(f => $"{f.Name}：{f.Definition}"),
                $"截止日：{string.Join("、", Periods.Select(p => Show.Day(p.Cutoff)))}；时期数自当年1月1日起。",
                .. from n in Rows from f in Chosen from p in Periods let v = Values[f.Key, n.Id, p] where v.Mark is { IsOverride: true } select $"{n.Name}{f.Name}（{Show.Day(p.Cutoff)}）为更正后的值，计算值{v.Computed!.PrintWithUnit()}：{v.Mark!.Words}",
            ],
        };
        return File(SheetWriter.Write(layout), SheetWriter.ContentType, $"取数-{Organization.ShortName}-{clock.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>取数 was pressed and no figure chosen.</summary>
    public bool IsEmpty => Chosen.Count == 0 && Request.Query.ContainsKey(nameof(Of));

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnPostSaveAsync()
    {
        return !await ChooseAsync() ? NotFound() : await TryAsync(db, async () =>
        {
            Rule.Require(Chosen.Count > 0, "请先选择指标再保存。");
            var name = Name?.Trim() ?? "";
            Rule.Require(Saved.All(s => s.Name != name), $"已有名为“{name}”的常用取数，请换一个名字，或先删去原来的。");
            db.Add(new SavedQuery(user.Actor.PersonId, name, Address, Saved.Count));
            await db.SaveChangesAsync();
            Tell($"已保存为常用取数“{name}”，日期不变，打开后可以再改。");
            return Redirect("/figures/query" + Address);
        }, async () => await ChooseAsync() ? Page() : NotFound());
    }

    [Needs(Act.ReadFigures)]
    public async Task<IActionResult> OnPostRemoveAsync(int id)
    {
        var me = user.PersonId;
        if (await db.SavedQueries.SingleOrDefaultAsync(q => q.Id == id && q.PersonId == me) is not { } saved)
        {
            return NotFound();
        }

        db.Remove(saved);
        await db.SaveChangesAsync();
        Tell($"已删去常用取数“{saved.Name}”。");
        return Redirect("/figures/query");
    }

    public string At(Figure figure, int organization, Period period) => $"/figures/{figure.Key}?organization={organization}&cutoff={period.Cutoff:yyyy-MM-dd}";

    private static object? Cell(FigureValue value) => value is { Text: null, NotRecorded: false, Number: { } number, Form.IsApproximate: false } && Math.Abs(number) < int.MaxValue / 200
        ? (int)Math.Round(100 * Math.Round(number, value.Form.IsRate ? 1 : value.Form.Decimals, MidpointRounding.AwayFromZero)) : value.Print();

    private async Task<bool> ChooseAsync()
    {
        if (user.Tree.Find(Of ?? user.Organization?.Id) is not { } organization || !user.May(Act.ReadFigures, organization.Id))
        {
            return false;
        }

        Organization = organization;
        Asked = F.Count == 0 || F.Any(AskedFigures.IsAsked) ? await AskedFigures.AllAsync(db, user.Tree) : []; // a result of other figures does without
        Chosen = [.. FigureDictionary.All.Concat(Asked).Where(f => F.Contains(f.Key)).Take(MostFigures)];
        Periods = [.. D.Where(d => d is { Year: >= 2000 and <= 2100 }).Select(d => d!.Value).DefaultIfEmpty(clock.Today).Distinct().Take(MostDays).Select(Period.To)];
        Rows = Below switch
        {
            Reach.Own => [organization],
            Reach.Children => [organization, .. user.Tree.Children(organization.Id).Where(Shown)],
            _ => [.. user.Tree.InOrder.Where(n => n.Level == OrganizationLevel.Primary && user.Tree.IsAbove(organization.Id, n.Id)).Where(Shown)],
        };
        var me = user.PersonId;
        Saved = await db.SavedQueries.AsNoTracking().Where(q => q.PersonId == me).OrderBy(q => q.Id).ToListAsync();
        Values = Chosen.Count == 0 ? null : await FigureEvaluation.EvaluateAsync(db, user.Tree, Chosen, [.. Rows.Select(n => n.Id)], Periods);
        return true;

        bool Shown(OrgNode node) => node.ClosedOn is null && user.May(Act.ReadFigures, node.Id);
    }
}
