using System.Globalization;
using System.Reflection;
using PartyWork.Domain;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Documents;

namespace PartyWork.Web.Demo;

/// <summary>The authored texts of the demo district, read from the files in Data/Demo.</summary>
public sealed class DemoContent
{
    private readonly ILookup<OrganizationDomain, ProblemContent> _problems;
    private readonly ILookup<OrganizationDomain, TaskContent> _tasks;
    private readonly ILookup<OrganizationDomain, DutyContent> _duties;
    private readonly Dictionary<(string Task, int Quarter), ProgressContent> _progress;
    private readonly ILookup<string, EvidenceRow> _evidence;
    private readonly ILookup<bool, LedgerRow> _ledger;

    public DemoContent()
    {
        _problems = Read("primary.problems").Concat(Read("committees.problems")).ToLookup(r => Domain(r["domain"]), r => new ProblemContent(
            r["key"], Source(r["source"]), r["statement"], Words.Parse<ProblemNature>(r["nature"])!.Value, r["cause"], r["goal"], r["deadline"]));
        _tasks = Read("primary.tasks").Concat(Read("committees.tasks")).ToLookup(r => Domain(r["domain"]), r => new TaskContent(
            r["key"], r["category"], r["content"], r["target"], r["unit"], new QuarterNodes(Number(r["q1"]), Number(r["q2"]), Number(r["q3"]), Number(r["q4"])),
            r["due"], r["cooperating"], r["source"], r["problem"]));
        _duties = Read("duties").ToLookup(r => Domain(r["domain"]), r => new DutyContent(r["post"], r["character"], r["content"], r["frequency"], r["deadline"]));
        _progress = Read("primary.progress").Concat(Read("committees.progress")).Concat(Read("sample.progress").Select(r => { r["task"] = "S" + r["task"]; return r; }))
            .ToDictionary(r => (r["task"], int.Parse(r["quarter"], CultureInfo.InvariantCulture)),
                r => new ProgressContent(Words.Parse<ReportChoice>(r["choice"])!.Value, Number(r["actual"]), r["words"], r["cause"], r["next"]));
        _evidence = Read("evidence").ToLookup(r => r["organization"], r => new EvidenceRow(
            r["place"], int.Parse(r["quarter"], CultureInfo.InvariantCulture), Words.Parse<EvidenceKind>(r["kind"])!.Value, r["on"], r["title"], r["source"]));
        _ledger = Read("ledger").ToLookup(r => r["year"] == "-1", r => new LedgerRow(
            r["organization"], r["on"], Words.Parse<LedgerSection>(r["section"])!.Value, r["text"], int.Parse(r["delay"], CultureInfo.InvariantCulture)));
    }

    public IReadOnlyList<ProblemContent> Problems(OrganizationDomain domain) => [.. _problems[domain]];

    public IReadOnlyList<TaskContent> Answering(OrganizationDomain domain, string problem) => [.. _tasks[domain].Where(t => t.Problem == problem)];

    /// <summary>Tasks that answer no problem.</summary>
    public IReadOnlyList<TaskContent> Standing(OrganizationDomain domain) => [.. _tasks[domain].Where(t => t.Problem.Length == 0)];

    public IReadOnlyList<DutyContent> Duties(OrganizationDomain domain) => [.. _duties[domain]];

    /// <summary>What secretaries wrote themselves, in the year that is shown or in the one before.</summary>
    public IEnumerable<LedgerRow> Ledger(bool lastYear) => _ledger[lastYear];

    public ProgressContent? Progress(string task, int quarter) => _progress.GetValueOrDefault((task, quarter));

    public IEnumerable<EvidenceRow> Evidence(string organization) => _evidence[organization];

    public static Stream Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"PartyWork.Web.Data.Demo.{name}")
        ?? throw new InvalidOperationException($"Demo file {name} is not embedded.");

    private static int? Number(string text) => text.Length == 0 ? null : Quantity.Parse(text)!.Value.Hundredths;

    private static OrganizationDomain Domain(string text) => Words.Parse<OrganizationDomain>(text)!.Value;

    private static ProblemSource Source(string text) => Words.Parse<ProblemSource>(text) ?? (text == "巡察" ? ProblemSource.DisciplineInspection : ProblemSource.Other);

    private static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        using var stream = Open(file + ".csv");
        var rows = SheetReader.Read(stream, file + ".csv")[0].Rows;
        return rows.Skip(1).Select(row => rows[0].Cells.Select((header, i) => (header, Cell: i < row.Cells.Count ? row.Cells[i] : "")).ToDictionary(c => c.header, c => c.Cell));
    }
}

public sealed record ProblemContent(string Key, ProblemSource Source, string Statement, ProblemNature Nature, string Cause, string Goal, string Deadline);

public sealed record TaskContent(string Key, string Category, string Content, string Target, string Unit, QuarterNodes Nodes, string Due, string Cooperating, string Source, string Problem);

public sealed record DutyContent(string Post, string Character, string Content, string Frequency, string Deadline);

public sealed record ProgressContent(ReportChoice Choice, int? Actual, string Words, string Cause, string NextStep);

/// <param name="Place">T and the task's number, or P and the problem's.</param>
/// <param name="On">Month and day.</param>
/// <param name="Source">Document number, name of a drawn picture, or which record is meant.</param>
public sealed record EvidenceRow(string Place, int Quarter, EvidenceKind Kind, string On, string Title, string Source);

/// <param name="On">Month and day.</param>
/// <param name="Delay">Days until it was written down.</param>
public sealed record LedgerRow(string Organization, string On, LedgerSection Section, string Text, int Delay);
