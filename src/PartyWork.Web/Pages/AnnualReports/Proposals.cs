using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Pages.AnnualReports;

/// <summary>What a year's records propose for the next one: unfinished tasks, open problems, figures below plan, terms that end.</summary>
public static class Proposals
{
    private static readonly (string Word, PlanBlock Block)[] Words =
    [
        ("人才", PlanBlock.Talent), ("后进", PlanBlock.Rectification), ("整顿", PlanBlock.Rectification), ("区域", PlanBlock.Unions), ("共建", PlanBlock.Unions), ("大党委", PlanBlock.Unions),
        ("组织生活", PlanBlock.Life), ("党员教育", PlanBlock.Life), ("组织建设", PlanBlock.Building), ("两新", PlanBlock.Building),
    ];

    /// <param name="cutoff">Of the report.</param>
    public static async Task<IReadOnlyList<PlanProposal>> ReadAsync(PartyWorkDb db, OrgTree tree, int year, DateOnly cutoff)
    {
        var tasks = await db.WorkTasks.Where(t => t.Year == year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed) && (t.ExtendedTo ?? t.DueOn) <= cutoff)
            .GroupBy(t => t.Category).Select(g => new { Category = g.Key, Count = g.Count(), Organizations = g.Select(t => t.OrganizationId).Distinct().Count() }).ToListAsync();
        var problems = await db.Problems.Where(p => p.Year == year && (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed))
            .GroupBy(p => p.Source).Select(g => new { Source = g.Key, Count = g.Count() }).ToListAsync();
        var elected = await db.Organizations.Where(o => o.ClosedOn == null && o.ElectedOn != null && o.Level != OrganizationLevel.District).Select(o => new { o.Id, o.Kind, o.Domain, Elected = o.ElectedOn!.Value }).ToListAsync();
        var planned = await db.KeyPoints.Where(p => p.Year == year && p.DerivedFrom != null && p.DerivedFrom.FigureKey != "" && p.Objective.Target != null)
            .Select(p => new { p.No, p.Objective.Content, p.Objective.DueOn, Target = p.Objective.Target!.Value, p.DerivedFrom!.FigureKey, p.DerivedFrom.Block }).ToListAsync();
        var asked = PlanMark.All.Select(m => m.Figure).Concat(planned.Select(p => FigureDictionary.Find(p.FigureKey)).OfType<Figure>()).Distinct().ToList();
        var (district, values) = (tree.District!.Id, await FigureEvaluation.EvaluateAsync(db, tree, asked, [tree.District!.Id], Period.To(cutoff)));
        var ending = elected.Where(o => o.Elected.AddYears(Organization.TermYears(o.Kind, o.Domain)).Year <= year + 1).Select(o => tree.Find(o.Id)).OfType<OrgNode>().OrderBy(n => tree.InOrder.Index().First(i => i.Item == n).Index).ToList();

        return
        [
            .. from t in tasks.OrderByDescending(t => t.Count)
               select new PlanProposal($"tasks:{t.Category}", BlockOf(t.Category), PlanOrigin.CarriedOn, $"“{t.Category}”类任务还有{t.Count}项到期没有完成，涉及{t.Organizations}个党组织。", "task_completion_rate"),
            .. problems.Count == 0 ? [] : (PlanProposal[])[new("problems", PlanBlock.Responsibility, PlanOrigin.CarriedOn,
                $"还有{problems.Sum(p => p.Count)}个问题没有销号：{string.Join("、", problems.OrderByDescending(p => p.Count).Select(p => $"{p.Source.Text()}{p.Count}个"))}。", "problem_close_rate")],
            .. from p in planned
               let figure = FigureDictionary.Find(p.FigureKey)
               where figure is not null && PlanStandings.Of(values[p.FigureKey, district].Number, p.Target / (decimal)Quantity.One, isDue: p.DueOn <= cutoff) is PlanStanding.Below
               select new PlanProposal($"plan:{p.No}", p.Block, PlanOrigin.CarriedOn, $"本年要点{p.No}“{Short(p.Content)}”目标{Quantity.Print(p.Target)}{figure.Unit}，实际{values[p.FigureKey, district].PrintWithUnit()}，{PlanStanding.Below.Text()}。", p.FigureKey),
            .. from m in PlanMark.All
               let value = values[m.Figure.Key, district]
               where value.IsThere && PlanStandings.Of(value.Number, m.Percent, isDue: true) is PlanStanding.Below && planned.All(p => p.FigureKey != m.Figure.Key)
               select new PlanProposal($"figure:{m.Figure.Key}", m.Block, PlanOrigin.CarriedOn, $"{m.Figure.Name}为{value.PrintWithUnit()}，{PlanStanding.Below.Text()}（{m.Percent:0}%）。", m.Figure.Key),
            .. ending.Count == 0 ? [] : (PlanProposal[])[new("terms", PlanBlock.Building, PlanOrigin.New, $"{ending.Count}个党组织任期在{year + 1}年底前届满：{string.Join("、", ending.Take(3).Select(n => n.ShortName))}{(ending.Count > 3 ? "等" : "")}。")],
        ];
    }

    private static PlanBlock BlockOf(string category) => Words.FirstOrDefault(w => category.Contains(w.Word, StringComparison.Ordinal)) is { Word: not null } found ? found.Block : PlanBlock.Responsibility;

    private static string Short(string content) => content.Length > 18 ? content[..18] + "…" : content;
}
