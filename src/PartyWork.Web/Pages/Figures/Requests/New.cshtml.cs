using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures.Requests;

/// <summary>向下级征集一个数: what is held already on top, with its values for those who would be asked; then who is asked; then the question.</summary>
public sealed class NewModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>A longer list of organisations is folded away, so that the question stays in sight.</summary>
    public const int ShownOpen = 24;

    private const int MostHeld = 8;

    /// <summary>What was searched for; without it nothing is asked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel Level { get; set; } = OrganizationLevel.Primary;

    [BindProperty(SupportsGet = true)]
    public OrganizationDomain? Domain { get; set; }

    /// <summary>Only what is below this committee.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Within { get; set; }

    /// <summary>The organisations ticked.</summary>
    [BindProperty, Display(Name = "征集对象")]
    public List<int> Asked { get; set; } = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<OrgNode> Choice { get; private set; } = [];
    public IReadOnlyList<Figure> Held { get; private set; } = [];
    public FigureValues? Values { get; private set; }
    public OrgNode Own => user.Organization!;
    public DateOnly Today => clock.Today;
    public bool IsDistrict => Own.Level is OrganizationLevel.District;
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);

    /// <summary>Communities of one name are told apart by their committees.</summary>
    public string Label(OrgNode node) => IsDistrict && node.Level is OrganizationLevel.Primary ? $"{user.Tree.Parent(node.Id)?.ShortName} {node.ShortName}" : node.ShortName;

    [Needs(Act.AskForNumbers)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (string.IsNullOrWhiteSpace(Words))
        {
            Tell("请先查一查有没有现成的数，查不到再征集。");
            return Redirect("/figures/query");
        }

        var workdays = await db.WorkdaysAsync();
        (Input.Title, Input.AsOf, Input.Due) = (Words.Trim(), Today, workdays.After(Today, DataRequest.LeastWorkdays + 2));
        await ShowAsync();
        Asked = [.. Choice.Select(n => n.Id)];
        return Page();
    }

    [Needs(Act.AskForNumbers)]
    public async Task<IActionResult> OnPostAsync()
    {
        var nodes = Asked.Distinct().Select(id => user.Tree.Find(id)).ToList();
        if (nodes.Any(n => n is null))
        {
            return NotFound();
        }

        if (nodes.Any(n => !user.May(Act.AskForNumbers, n!.Id)))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync();
            return Page();
        }

        return await TryAsync(db, async () =>
        {
            Rule.Require(nodes.All(n => n!.ClosedOn is null && n.Level == Level), "所选党组织有变动，请重新选择范围。");
            var year = await db.WorkYears.SingleOrDefaultAsync(y => y.Year == Today.Year);
            Rule.Require(year is not null, $"{Today.Year}年度还没有设定，请先由区委组织部新建年度。");
            var no = 1 + (await db.DataRequests.Where(r => r.Year == Today.Year).MaxAsync(r => (int?)r.No) ?? 0);
            var (own, today) = (Own.Id, Today);
            var open = await db.DataRequests.CountAsync(r => r.AskerId == own && r.WithdrawnOn == null && r.Window.Due >= today);
            var question = new DataQuestion(Input.Title.Trim(), Input.Definition.Trim(), Input.Unit.Trim(), Input.AsOf ?? Today, Words?.Trim() ?? "", Input.Reason.Trim(), Input.Basis?.Trim() ?? "");
            var (request, filings) = DataRequest.Ask(year!, no, own, open, question, Level, Input.Due ?? Today, [.. nodes.Select(n => n!.Id)], await db.WorkdaysAsync(), user.Actor, clock.Now);
            db.Add(request);
            db.AddRange(filings);
            await db.SaveChangesAsync();
            Tell($"已向{filings.Count}个党组织发出征集，{Show.Words(request.Window.Due)}24:00截止。");
            return Redirect($"/figures/requests/{request.Id}");
        }, async () =>
        {
            await ShowAsync();
            return Page();
        });
    }

    private async Task ShowAsync()
    {
        Level = IsDistrict && Level is OrganizationLevel.Committee ? Level : OrganizationLevel.Primary; // branches answer through those above them
        Choice = [.. user.Tree.InOrder.Where(n => n.ClosedOn is null && n.Level == Level && (Domain is null || n.Domain == Domain)
            && (Within is not { } within || n.Id == within || user.Tree.IsAbove(within, n.Id)) && user.May(Act.AskForNumbers, n.Id))];
        Held = FigureSearch.Find($"{Words} {Input.Title}", FigureDictionary.All.Where(f => f is { IsGiven: false, IsAwaited: false }).Concat(await AskedFigures.AllAsync(db, user.Tree)), MostHeld);
        Values = Held.Count == 0 ? null : await FigureEvaluation.EvaluateAsync(db, user.Tree, Held, [Own.Id, .. Choice.Select(n => n.Id)], Period.To(Today));
    }

    public sealed class InputModel
    {
        [Display(Name = "征集的数"), Required(ErrorMessage = "请填写要征集的数叫什么。"), StringLength(DataRequest.TitleMaxLength, ErrorMessage = "名称不超过{1}字。")]
        public string Title { get; set; } = "";

        [Display(Name = "口径"), Required(ErrorMessage = "请写明口径：数什么、不数什么。"), StringLength(DataRequest.DefinitionMaxLength, ErrorMessage = "口径不超过{1}字。")]
        public string Definition { get; set; } = "";

        [Display(Name = "单位"), Required(ErrorMessage = "请填写单位。"), StringLength(DataRequest.UnitMaxLength, ErrorMessage = "单位不超过{1}字。")]
        public string Unit { get; set; } = "";

        [Display(Name = "统计日"), Required(ErrorMessage = "请选择统计日。")]
        public DateOnly? AsOf { get; set; }

        [Display(Name = "截止日"), Required(ErrorMessage = "请选择截止日。")]
        public DateOnly? Due { get; set; }

        [Display(Name = "已有的数为什么用不上"), Required(ErrorMessage = "请写明已有的数为什么用不上。"), StringLength(DataRequest.ReasonMaxLength, ErrorMessage = "不超过{1}字。")]
        public string Reason { get; set; } = "";

        [Display(Name = "依据文件（没有可不填）"), StringLength(DataRequest.BasisMaxLength, ErrorMessage = "依据文件不超过{1}字。")]
        public string? Basis { get; set; }
    }
}
