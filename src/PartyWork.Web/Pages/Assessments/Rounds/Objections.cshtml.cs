using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>申诉复核: what two who did not score it decide of an objection; the decision is final.</summary>
public sealed class ObjectionsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : RoundPage(db, user, clock)
{
    /// <summary>The one that is being decided.</summary>
    [BindProperty, Display(Name = "申诉")]
    public int? Objection { get; set; }

    [BindProperty]
    public ObjectionOutcome? Outcome { get; set; }

    /// <summary>调整后的得分, by the printed points.</summary>
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Second { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    /// <summary>Open ones first, each by the order in which they came.</summary>
    public IReadOnlyList<ObjectedLine> Rows { get; private set; } = [];

    public string TypedFor(int objection, string? text) => objection == Objection ? text ?? "" : "";

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostDecideAsync(int id) => DoAsync(id, async () =>
    {
        var of = await Db.Set<Objection>().Where(o => o.Id == Objection && o.Sheet.RoundId == id).Select(o => (int?)o.SheetId).SingleOrDefaultAsync();
        var sheet = of is { } found ? await Db.FindSheetAsync(found) : null;
        Rule.Require(sheet is not null, "没有这件申诉。");
        Rule.Require(Outcome is not null, "请选择复核结果：维持或调整分值。");
        var objection = sheet!.Objections.Single(o => o.Id == Objection);
        sheet.Decide(objection, Outcome!.Value, Typed.Number(Value, "调整后的得分"), First?.Trim() ?? "", Second?.Trim() ?? "", Opinion?.Trim() ?? "", Current.Actor, Clock.Now);
        var listed = await RoundProblems.SettleAsync(Db, Round, Today);
        return $"{Named(sheet.OrganizationId)}对{objection.Code}的申诉已复核：{objection.Outcome!.Value.Text()}。{(listed > 0 ? $"申诉期满、申诉办结的单位结果已定，扣分的{listed}条已列入{Round.ListYear}年问题清单。" : "")}";
    }, "/objections");

    protected override async Task ShowAsync()
    {
        var id = Round.Id;
        var rows = await Db.Set<Objection>().AsNoTracking().Where(o => o.Sheet.RoundId == id).Select(o => new ObjectedLine(
            o,
            o.Sheet.Lines.First(l => l.Code == o.Code),
            o.Sheet.TeamId,
            Db.Set<RubricCategory>().Where(c => c.RubricId == o.Sheet.RubricId).SelectMany(c => c.Items).SelectMany(i => i.Criteria).Where(c => c.Code == o.Code).Select(c => c.Standard + "：" + c.Sentence).First())).ToListAsync();
        Rows = [.. rows.OrderBy(r => r.Objection.DecidedAt is not null).ThenBy(r => r.Objection.FiledAt)];
    }
}

/// <param name="Criterion">考核标准 and 评分细则.</param>
public sealed record ObjectedLine(Objection Objection, SheetLine Line, int? TeamId, string Criterion);
