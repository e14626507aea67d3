using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>结转: what the closing year leaves open goes into next year's lists as proposals.</summary>
public sealed class CarryModel(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public const int MostShown = 500;

    /// <summary>“T12.3”: task 12 as shown in its version 3; P for problems.</summary>
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty, Display(Name = "结转理由"), Required(ErrorMessage = "请填写结转理由。"), StringLength(200, ErrorMessage = "不超过200字。")]
    public string Reason { get; set; } = "";

    public int Year { get; private set; }
    public int Total { get; private set; }
    public int Shown { get; private set; }
    public string? WhyNot { get; private set; }
    public IReadOnlyList<(string Name, IReadOnlyList<Item> Items)> Groups { get; private set; } = [];

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnGetAsync(int year) => await LoadAsync(year) ? Page() : NotFound();

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAsync(int year)
    {
        var years = await db.WorkYears.Where(y => y.Year == year || y.Year == year + 1).ToListAsync();
        if (years.SingleOrDefault(y => y.Year == year) is not { } closing)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
        {
            var (taskIds, problemIds) = (Ids('T'), Ids('P'));
            var tasks = await db.WorkTasks.Where(t => t.Year == year && taskIds.Keys.Contains(t.Id)).ToListAsync();
            var problems = await db.Problems.Include(p => p.Tasks).Where(p => p.Year == year && problemIds.Keys.Contains(p.Id)).ToListAsync();
            tasks.ForEach(t => db.Expect(t, taskIds[t.Id]));
            problems.ForEach(p => db.Expect(p, problemIds[p.Id]));

            var lastTask = await db.WorkTasks.Where(t => t.Year == year + 1).GroupBy(t => t.OrganizationId)
                .Select(g => new { g.Key, No = g.Max(t => t.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
            var lastProblem = await db.Problems.Where(p => p.Year == year + 1).GroupBy(p => p.OrganizationId)
                .Select(g => new { g.Key, No = g.Max(p => p.No) }).ToDictionaryAsync(g => g.Key, g => g.No);
            var linked = problems.SelectMany(p => p.Tasks).Select(t => t.Id).Distinct().ToArray();
            var before = await db.WorkTasks.Where(t => t.Year == year + 1 && t.CarriedFromId != null && linked.Contains(t.CarriedFromId.Value)).ToListAsync();

            var carried = new CarryOver(lastTask, lastProblem, before).Run(closing, years.SingleOrDefault(y => y.Year == year + 1), tasks, problems);
            db.AddRange(carried.Tasks);
            db.AddRange(carried.Problems);
            var plans = problems.Select(p => p.Id).ToArray();
            foreach (var row in await db.CaseProblems.Where(p => plans.Contains(p.ProblemId)).ToListAsync())
            {
                row.Follow(carried.Problems.Single(p => p.CarriedFromId == row.ProblemId));
            }

            db.Lease.Why = Reason.Trim();
            await db.SaveChangesAsync();
            Tell($"已结转任务{carried.Tasks.Count}项、问题{carried.Problems.Count}个至{year + 1}年。");
            return RedirectToPage(new { year });
        }, AgainAsync);

        async Task<IActionResult> AgainAsync() => await LoadAsync(year) ? Page() : NotFound();
    }

    private Dictionary<int, int> Ids(char kind) => Chosen.Where(c => c.Length > 3 && c[0] == kind)
        .Select(c => c[1..].Split('.').Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray())
        .Where(n => n.Length == 2).DistinctBy(n => n[0]).ToDictionary(n => n[0], n => n[1]);

    private async Task<bool> LoadAsync(int year)
    {
        var years = await db.WorkYears.AsNoTracking().Where(y => y.Year == year || y.Year == year + 1).Select(y => new
        {
            Year = y,
            Tasks = db.WorkTasks.Count(t => t.Year == y.Year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed)),
            Problems = db.Problems.Count(p => p.Year == y.Year && (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed)),
        }).ToListAsync();
        if (years.SingleOrDefault(y => y.Year.Year == year) is not { } found)
        {
            return false;
        }

        (Year, Total) = (year, found.Tasks + found.Problems);
        try
        {
            found.Year.RequireCarrying(years.SingleOrDefault(y => y.Year.Year == year + 1)?.Year);
        }
        catch (BrokenRuleException not)
        {
            WhyNot = not.Message;
        }

        var tasks = await db.WorkTasks.Where(t => t.Year == year && (t.State == TaskState.InProgress || t.State == TaskState.DoneClaimed))
            .OrderBy(t => t.State).ThenBy(t => t.OrganizationId).ThenBy(t => t.No).Take(MostShown) // those that can be carried come first
            .Select(t => new { t.OrganizationId, t.Id, Version = EF.Property<int>(t, PartyWorkDb.Version), t.No, t.Content, Due = t.ExtendedTo ?? t.DueOn, t.Lead, t.State }).ToListAsync();
        var problems = await db.Problems.Where(p => p.Year == year && (p.State == ProblemState.Rectifying || p.State == ProblemState.CloseClaimed))
            .OrderBy(p => p.OrganizationId).ThenBy(p => p.No).Take(MostShown)
            .Select(p => new { p.OrganizationId, p.Id, Version = EF.Property<int>(p, PartyWorkDb.Version), p.No, p.Statement, p.Deadline, p.Owner, p.State }).ToListAsync();
        var items = problems.Select(p => new Item(p.OrganizationId, $"P{p.Id}.{p.Version}", "问题", p.No, p.Statement, p.Deadline.ToString(), p.Owner.Text, p.State.Text(), true))
            .Concat(tasks.Select(t => new Item(t.OrganizationId, $"T{t.Id}.{t.Version}", "任务", t.No, t.Content, Show.Day(t.Due), t.Lead.Text, t.State.Text(), t.State is TaskState.InProgress)))
            .OrderByDescending(i => i.CanCarry).ThenBy(i => i.OrganizationId).Take(MostShown).ToList();
        Shown = items.Count;
        var order = user.Tree.InOrder.Select((o, i) => (o.Id, i)).ToDictionary(o => o.Id, o => o.i);
        Groups = [.. items.GroupBy(i => i.OrganizationId).OrderBy(g => order.GetValueOrDefault(g.Key, int.MaxValue))
            .Select(g => (user.Tree.Find(g.Key)?.Name ?? "—", (IReadOnlyList<Item>)[.. g]))];
        return true;
    }

    /// <param name="CanCarry">False for a task whose completion is claimed: the report that claims it is reviewed first.</param>
    public sealed record Item(int OrganizationId, string Key, string Word, int No, string Text, string Due, string Who, string State, bool CanCarry);
}
