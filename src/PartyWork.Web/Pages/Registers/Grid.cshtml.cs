using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>组织生活达标情况: organisations × the periods of a year of one form. Who has several committees below first sees a line for each of them.</summary>
public sealed class GridModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>党员大会.</summary>
    [BindProperty(SupportsGet = true, Name = "Kind")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<MeetingFrequency> Frequencies { get; private set; } = [];
    public MeetingFrequency Frequency { get; private set; } = null!;
    public IReadOnlyList<MeetingSpan> Spans => Frequency.Spans(Year);
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<OrgNode> Committees => [.. CommitteeChoice.Of(user, CutOff)];

    /// <summary>The day whose affiliations say which committee an organisation is listed under.</summary>
    private DateOnly CutOff => OrgTree.CutOff(Year, Today);
    public DateOnly Today => clock.Today;

    /// <summary>A line for each committee instead of each organisation.</summary>
    public bool IsByCommittee => Committee is null && Committees.Count > 1;
    public IEnumerable<(OrgNode Node, IReadOnlyList<Row> Rows)> ByCommittee => Rows.GroupBy(r => user.Tree.CommitteeOn(r.Node.Id, CutOff)!).Select(g => (g.Key, (IReadOnlyList<Row>)[.. g]));

    [Needs(Act.ReadRegisters)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var first = new DateOnly(Year, 1, 1);
        Frequencies = MeetingFrequency.Of(Year, await DistrictRules.MeetingsAsync(db, Year));
        Frequency = Frequencies.FirstOrDefault(f => f.Kind.Text() == Asked) ?? Frequencies[0];

        var chosen = Committee is { } committee ? user.Tree.WithinOn(committee, CutOff) : null;
        var nodes = user.Tree.InOrder.Where(n => n.Level is not OrganizationLevel.District && (user.Scope.Everything || user.Scope.Ids.Contains(n.Id)) && chosen?.Contains(n.Id) != false && !(n.ClosedOn < first)).ToList();
        var reading = await MeetingReading.ReadAsync(db, Year, Year, [Frequency.Kind], [.. nodes.Select(n => n.Id)]);
        var units = reading.Units.ToDictionary(u => u.Id);
        Rows = [.. nodes.Select(n => new Row(n, [.. Spans.Select(s => reading.Cell(Frequency, s, units[n.Id], DateOnly.MaxValue))])).Where(r => r.Cells.Any(c => c.Owed + c.Held + c.MadeUp + c.MadeUpLate > 0))];
    }

    /// <summary>Periods owed that have ended, and those of them that were kept.</summary>
    public static (int Kept, int Due) Kept(IEnumerable<Row> rows, DateOnly today)
    {
        var due = rows.SelectMany(r => r.Cells).Where(c => c.WasDueBefore(today)).ToList();
        return (due.Count(c => c.IsKept), due.Count);
    }

    /// <summary>The records that a cell counts.</summary>
    public string Records(OrgNode node, MeetingSpan span) => $"/registers/meetings?Kind={Uri.EscapeDataString(Frequency.Kind.Text())}&Unit={node.Id}&From={span.From:yyyy-MM-dd}&To={span.To:yyyy-MM-dd}";

    public string At(OrgNode committee) => $"/registers/meetings/grid?year={Year}&Kind={Uri.EscapeDataString(Frequency.Kind.Text())}&Committee={committee.Id}";

    /// <summary>What stands in a cell: 1, 欠1, 补1, 0/1.</summary>
    public static string Word(MeetingCell cell, MeetingStanding standing) => standing switch
    {
        MeetingStanding.NotOwed => cell.Held + cell.MadeUp > 0 ? $"{cell.Held + cell.MadeUp}" : "—",
        MeetingStanding.Ahead => "",
        MeetingStanding.Running => $"{cell.Held + cell.MadeUp}/{cell.Owed}",
        MeetingStanding.Held => $"{cell.Held + cell.MadeUp}",
        MeetingStanding.MadeUp => $"补{cell.MadeUp}",
        MeetingStanding.CanBeMadeUp => $"待补{cell.Missing}",
        _ => $"欠{cell.Missing}",
    };

    public static string Tone(MeetingStanding standing) => standing switch
    {
        MeetingStanding.Held => "green",
        MeetingStanding.MadeUp => "blue",
        MeetingStanding.CanBeMadeUp => "yellow",
        MeetingStanding.Missed => "red",
        _ => "white",
    };

    public sealed record Row(OrgNode Node, IReadOnlyList<MeetingCell> Cells);
}
