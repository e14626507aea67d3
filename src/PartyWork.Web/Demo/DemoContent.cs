using System.Globalization;
using System.Reflection;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Demo;

/// <summary>The authored texts of the demo district, read from the files in Data/Demo.</summary>
public sealed class DemoContent
{
    private static readonly Dictionary<string, int> HouseholdsListed = Read("rectification").ToDictionary(r => r["code"], r => DemoRegisters.Number(r["households"]));

    private readonly ILookup<OrganizationDomain, ProblemContent> _problems;
    private readonly ILookup<OrganizationDomain, TaskContent> _tasks;
    private readonly ILookup<OrganizationDomain, DutyContent> _duties;
    private readonly Dictionary<(string Task, int Quarter), ProgressContent> _progress;
    private readonly Dictionary<(string Task, int Quarter), CoordinationContent> _coordination;
    private readonly ILookup<string, EvidenceRow> _evidence;
    private readonly ILookup<OrganizationDomain, ClauseContent> _clauses;
    private readonly Dictionary<string, (string Safeguards, string Rewards)> _agreementWords;
    private readonly ILookup<string, (string Content, string Frequency)> _postDuties;
    private readonly ILookup<bool, LedgerRow> _ledger;

    /// <summary>户数 of a community, the same wherever it is told.</summary>
    public static int HouseholdsOf(OrgNode community) => HouseholdsListed.TryGetValue(community.Code, out var listed) ? listed : 1_180 + (community.Id * 173 % 2_140);

    public DemoContent()
    {
        _problems = Read("primary.problems").Concat(Read("committees.problems")).ToLookup(r => Domain(r["domain"]), r => new ProblemContent(
            r["key"], Source(r["source"]), r["statement"], Words.Parse<ProblemNature>(r["nature"])!.Value, r["cause"], r["goal"], r["deadline"]));
        _tasks = Read("primary.tasks").Concat(Read("committees.tasks")).ToLookup(r => Domain(r["domain"]), r => new TaskContent(
            r["key"], r["category"], r["content"], r["target"], r["unit"], new QuarterNodes(Number(r["q1"]), Number(r["q2"]), Number(r["q3"]), Number(r["q4"])),
            r["due"], r["cooperating"], r["source"], r["problem"]));
        _duties = Read("duties").ToLookup(r => Domain(r["domain"]), r => new DutyContent(r["post"], r["character"], r["content"], r["frequency"], r["deadline"]));
        _progress = Read("primary.progress").Concat(Read("committees.progress")).Concat(Read("shares.progress")).Concat(Read("sample.progress").Select(r => { r["task"] = "S" + r["task"]; return r; }))
            .ToDictionary(r => (r["task"], int.Parse(r["quarter"], CultureInfo.InvariantCulture)),
                r => new ProgressContent(Words.Parse<ReportChoice>(r["choice"])!.Value, Number(r["actual"]), r["words"], r["cause"], r["next"]));
        _coordination = Read("coordination").ToDictionary(r => (r["task"], int.Parse(r["quarter"], CultureInfo.InvariantCulture)),
            r => new CoordinationContent(r["request"], r["committee"], r["to"], r["sent"], r["words"], r["ask"], r["reply"], r["answer"], r["agreed"], r["by"], r["rate"], r["verdict"] == "是", r["said"], r["paper"]));
        _evidence = Read("evidence").ToLookup(r => r["organization"], r => new EvidenceRow(
            r["place"], int.Parse(r["quarter"], CultureInfo.InvariantCulture), Words.Parse<EvidenceKind>(r["kind"])!.Value, r["on"], r["title"], r["source"]));
        KeyPoints = [.. Read("keypoints").Select(r => new KeyPointContent(int.Parse(r["no"], CultureInfo.InvariantCulture), Goal(r), r["domains"].Split('、').Aggregate(OrganizationDomains.None, (all, d) => all | Domain(d).AsSet()), Words.Parse<PlanBlock>(r["block"]), r["lead"], r["measures"], r["figure"]))];
        Items = [.. Read("items").Select(Goal)];
        _clauses = Read("clauses").ToLookup(r => Domain(r["domain"]), r => new ClauseContent(
            int.TryParse(r["point"], CultureInfo.InvariantCulture, out var point) ? point : null, Goal(r), Words.Parse<DutyPosts>(r["lead"])!.Value, [.. r["covers"].Split('|')]));
        _agreementWords = Read("agreement-words").ToDictionary(r => r["level"], r => (r["safeguards"].Replace("。 ", "。\n", StringComparison.Ordinal), r["rewards"].Replace("。 ", "。\n", StringComparison.Ordinal)));
        _postDuties = Read("post-duties").ToLookup(r => r["post"], r => (r["content"], r["frequency"]));
        _ledger = Read("ledger").ToLookup(r => r["year"] == "-1", r => new LedgerRow(
            r["organization"], r["on"], Words.Parse<LedgerSection>(r["section"])!.Value, r["text"], int.Parse(r["delay"], CultureInfo.InvariantCulture)));
    }

    public IReadOnlyList<KeyPointContent> KeyPoints { get; }

    /// <summary>自加条款 that lower parties add.</summary>
    public IReadOnlyList<GoalContent> Items { get; }

    public IReadOnlyList<ClauseContent> Clauses(OrganizationDomain domain) => [.. _clauses[domain]];

    public (string Safeguards, string Rewards) AgreementWords(OrganizationLevel level) => _agreementWords[level.Text()];

    public IEnumerable<(string Content, string Frequency)> PostDuties(DutyPosts post) => _postDuties[post.Text()];

    public static string Evaluation(int i) => Evaluations[i % Evaluations.Length];

    public IReadOnlyList<ProblemContent> Problems(OrganizationDomain domain) => [.. _problems[domain]];

    public IReadOnlyList<TaskContent> Answering(OrganizationDomain domain, string problem) => [.. _tasks[domain].Where(t => t.Problem == problem)];

    /// <summary>Tasks that answer no problem.</summary>
    public IReadOnlyList<TaskContent> Standing(OrganizationDomain domain) => [.. _tasks[domain].Where(t => t.Problem.Length == 0)];

    public IReadOnlyList<DutyContent> Duties(OrganizationDomain domain) => [.. _duties[domain]];

    /// <summary>What secretaries wrote themselves, in the year that is shown or in the one before.</summary>
    public IEnumerable<LedgerRow> Ledger(bool lastYear) => _ledger[lastYear];

    public ProgressContent? Progress(string task, int quarter) => _progress.GetValueOrDefault((task, quarter));

    public CoordinationContent? Coordination(string task, int quarter) => _coordination.GetValueOrDefault((task, quarter));
    public IEnumerable<EvidenceRow> Evidence(string organization) => _evidence[organization];
    private static readonly string[] Evaluations =
    [
        "各条款按期完成，季度报告与现场情况一致。", "条款总体完成，个别事项完成时间偏后，已说明原因。", "完成情况较好，自加条款成效得到群众认可。",
        "主要条款完成，一项工作结转下年继续办理。", "条款全部完成，组织生活记录规范。", "完成情况符合要求，建议下年进一步压实岗位责任。", "量化目标全部达到，服务群众事项回访满意。",
    ];

    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"PartyWork.Web.Data.Demo.{name}")
        ?? throw new InvalidOperationException($"Demo file {name} is not embedded.");

    private static int? Number(string text) => text.Length == 0 ? null : Quantity.Parse(text)!.Value.Hundredths;

    private static OrganizationDomain Domain(string text) => Words.Parse<OrganizationDomain>(text)!.Value;

    private static ProblemSource Source(string text) => Words.Parse<ProblemSource>(text) ?? (text == "巡察" ? ProblemSource.DisciplineInspection : ProblemSource.Other);

    private static GoalContent Goal(Dictionary<string, string> r)
    {
        var target = r["target"].Length == 0 ? null : Quantity.Parse(r["target"]);
        return new(r["category"], r["content"], target is null ? TaskMeasure.None : target.Value.IsRate ? TaskMeasure.Rate : TaskMeasure.Count, target?.Hundredths, r["unit"], r["due"]);
    }

    /// <summary>The rows of a file by their headers.</summary>
    internal static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        using var stream = Open(file + ".csv");
        var rows = SheetReader.Read(stream, file + ".csv")[0].Rows;
        return rows.Skip(1).Select(row => rows[0].Cells.Select((header, i) => (header, Cell: i < row.Cells.Count ? row.Cells[i] : "")).ToDictionary(c => c.header, c => c.Cell));
    }
}

public sealed record ProblemContent(string Key, ProblemSource Source, string Statement, ProblemNature Nature, string Cause, string Goal, string Deadline);

public sealed record TaskContent(string Key, string Category, string Content, string Target, string Unit, QuarterNodes Nodes, string Due, string Cooperating, string Source, string Problem);

public sealed record DutyContent(string Post, string Character, string Content, string Frequency, string Deadline);

/// <param name="Committee">What the committee says when it passes it up.</param>
/// <param name="To">The department's code; self and decline for what the superior settles; empty while nobody has decided.</param>
/// <param name="Ask">What the department asks for: 延期 or 转办, day or department, reason, asked on, decided on.</param>
/// <param name="Paper">Title, document number and day of what the answer rests on; empty for most.</param>
public sealed record CoordinationContent(
    string Request, string Committee, string To, string Sent, string Words, string Ask, string Reply, string Answer, string Agreed, string By, string Rate, bool IsSolved, string Said, string Paper);

public sealed record ProgressContent(ReportChoice Choice, int? Actual, string Words, string Cause, string NextStep);

/// <param name="Place">T and the task's number, or P and the problem's.</param>
/// <param name="On">Month and day.</param>
/// <param name="Source">Document number, name of a drawn picture, or which record is meant.</param>
public sealed record EvidenceRow(string Place, int Quarter, EvidenceKind Kind, string On, string Title, string Source);
/// <param name="Due">MM-dd.</param>
public sealed record GoalContent(string Category, string Content, TaskMeasure Measure, int? Target, string Unit, string Due)
{
    public Objective In(int year) => new(Category, Content, Measure, Target, Unit, DateOnly.ParseExact($"{year}-{Due}", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <param name="Block">Of the plan that it comes from; null when it was written as a key point.</param>
public sealed record KeyPointContent(int No, GoalContent Goal, OrganizationDomains Domains, PlanBlock? Block, string Lead, string Measures, string Figure);

/// <param name="Point">序号 of the key point that it is made of.</param>
/// <param name="Covers">Categories of tasks that answer it, the best first.</param>
public sealed record ClauseContent(int? Point, GoalContent Goal, DutyPosts Lead, List<string> Covers);

/// <param name="On">Month and day.</param>
/// <param name="Delay">Days until it was written down.</param>
public sealed record LedgerRow(string Organization, string On, LedgerSection Section, string Text, int Delay);
