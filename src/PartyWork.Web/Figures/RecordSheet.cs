using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Figures;

/// <summary>A table within a record, or the records of a form of organisational life.</summary>
public sealed record RecordTable(string Name, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>One record behind a figure as an assessor reads it: what was entered, and neither contacts nor residents' data nor anything to press.</summary>
public sealed record RecordSheet(IReadOnlyList<(string Label, string Text)> Fields, RecordTable? Table)
{
    // What a reader learns from a record of these kinds; registers describe themselves.
    private static readonly Dictionary<string, Type> Types = new()
    {
        [RecordKinds.Task] = typeof(WorkTask), [RecordKinds.Problem] = typeof(Problem), [RecordKinds.Report] = typeof(Filing), [RecordKinds.DataAnswer] = typeof(Filing), [RecordKinds.MonthlyReport] = typeof(Filing),
        [RecordKinds.Agreement] = typeof(Agreement), [RecordKinds.Coordination] = typeof(CoordinationItem), [RecordKinds.Pledge] = typeof(Pledge), [RecordKinds.Case] = typeof(RectificationCase), [RecordKinds.CaseVisit] = typeof(CaseVisit),
        [RecordKinds.CaseFund] = typeof(RectificationFund), [RecordKinds.CaseThing] = typeof(PracticalThing), [RecordKinds.Opinion] = typeof(ResidentOpinion), [RecordKinds.Acceptance] = typeof(Acceptance), [RecordKinds.Site] = typeof(DemonstrationSite), [RecordKinds.Debrief] = typeof(Debrief),
    };

    /// <summary>Whether records of the kind are for an assessor at all: neither totals and grades, nor 组织措施, nor what is kept to its owner.</summary>
    public static bool Shows(string kind) => RecordKinds.LifeIn(kind) is not null || kind is RecordKinds.Ledger or RecordKinds.Organization || Types.ContainsKey(kind) || Registers.Registers.All.Any(r => r.Key == kind && IsOpen(r));

    /// <summary>Null where it is not there, may not be seen, or is nothing for an assessor.</summary>
    public static async Task<RecordSheet?> ReadAsync(PartyWorkDb db, OrgTree tree, string kind, int id, Period period)
    {
        if (RecordKinds.LifeIn(kind) is { } form)
        {
            var meetings = await db.Set<MeetingRecord>().Where(m => m.OrganizationId == id && m.WithdrawnOn == null && (m.Kind == form || m.AlsoKind == form) && m.On >= period.From && m.On <= period.Cutoff).OrderBy(m => m.On).ThenBy(m => m.Id)
                .Select(m => new { m.On, m.Topic, m.Due, m.Present, m.Chair, m.Place, m.MakesUpFor }).ToListAsync();
            return tree.Find(id) is not { } node ? null : new([("党组织", node.Name), ("形式", form.Text()), ("起止", $"{Print(period.From)}至{Print(period.Cutoff)}"), ("实开", $"{meetings.Count}次")],
                new("组织生活记录", ["日期", "主题", "应到", "实到", "主持人", "地点", "补开"], [.. meetings.Select(m => (IReadOnlyList<string>)[Print(m.On), m.Topic, $"{m.Due}", $"{m.Present}", m.Chair, m.Place, m.MakesUpFor is { } of ? $"补{of:yyyy-MM}" : ""])]));
        }

        if (kind == RecordKinds.Organization)
        {
            var posts = await db.PostHoldings.Where(h => h.OrganizationId == id && h.Kind <= PostKind.Member && h.From <= period.Cutoff && (h.To == null || h.To >= period.Cutoff)).OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => new { h.Title, h.Person.Name, h.From }).ToListAsync();
            return tree.Find(id) is not { } node ? null : new([("党组织", node.Name), ("层级", node.Level.Text()), ("领域", node.Domain.Text()), ("截止日", Print(period.Cutoff))],
                new("在任", ["职务", "姓名", "任职起"], [.. posts.Select(h => (IReadOnlyList<string>)[h.Title, h.Name, Print(h.From)])]));
        }

        if (kind == RecordKinds.Ledger)
        {
            var year = period.Cutoff.Year;
            var entries = await db.LedgerEntries.Where(e => e.IsSubmitted && db.SecretaryLedgers.Any(l => l.Id == e.LedgerId && l.HoldingId == id && l.Year == year)).OrderBy(e => e.On).ThenBy(e => e.Id).Select(e => new { e.On, e.Section, e.Text }).ToListAsync();
            return new([("年度", $"{year}年"), ("本人记载", $"{entries.Count}条")], new("书记台账记载", ["日期", "部分", "内容"], [.. entries.Select(e => (IReadOnlyList<string>)[Print(e.On), e.Section.Text(), e.Text])]));
        }

        if (Registers.Registers.All.FirstOrDefault(r => r.Key == kind) is { } register)
        {
            return !IsOpen(register) || (await register.FindAsync(db, [id])).SingleOrDefault() is not { } record ? null : Of(register, record, tree);
        }

        return !Types.TryGetValue(kind, out var type) || await db.FindAsync(type, id) is not { } found || !await IsSeenAsync(db, kind, id) ? null : Of(db.Model.FindEntityType(type)!, found, tree);
    }

    private static bool IsOpen(Register register) => register is { ReadBy: null, IsKeptToOwner: false };

    private static RecordSheet Of(Register register, RegisterRecord record, OrgTree tree) => new(
        [
            ("党组织", tree.Find(record.OrganizationId)?.Name ?? ""),
            .. register.Columns.Where(c => !c.IsPrivate).Select(c => (c.Label, c.Print(record, tree))).Where(f => f.Item2.Length > 0),
            ("登记", $"{Print(record.EnteredOn)}　{record.EnteredBy}"),
            .. record is ConfirmedRecord confirmed ? [("确认情况", confirmed.Confirmation.Text())] : Array.Empty<(string, string)>(),
        ],
        register.Details is not { } details ? null : new(details.Name, [.. details.Columns.Where(c => !c.IsPrivate).Select(c => c.Label)], [.. details.Rows(record).Select(r => (IReadOnlyList<string>)[.. details.Columns.Where(c => !c.IsPrivate).Select(c => c.Print(r, tree))])]));

    /// <summary>Found by key it may be one that is tracked already: whether it may be seen is asked of the database.</summary>
    private static Task<bool> IsSeenAsync(PartyWorkDb db, string kind, int id) => RecordKinds.Find(kind).Find(db, [id]).AnyAsync();

    private static RecordSheet Of(IEntityType type, object entity, OrgTree tree)
    {
        var kind = type.ClrType.Name;
        return new(
        [
            .. type.GetProperties().Where(p => p.PropertyInfo is { } property && !property.IsDefined(typeof(PersonalDataAttribute), false) && !p.IsPrimaryKey() && AuditWords.IsTold(p.Name) && AuditWords.Knows(kind, p.Name))
                .Select(p => (Label: AuditWords.Field(kind, p.Name), Text: p.PropertyInfo!.GetValue(entity) switch
                {
                    null or "" => "",
                    Enum word => word.Text(),
                    DateOnly day => Print(day),
                    DateTime at => OfficeTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    bool yes => yes ? "是" : "否",
                    string text => text,
                    IFormattable number => AuditWords.Value(p.Name, number.ToString(null, CultureInfo.InvariantCulture), tree),
                    _ => "",
                })).Where(f => f.Text.Length > 0),
        ], null);
    }

    private static string Print(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
