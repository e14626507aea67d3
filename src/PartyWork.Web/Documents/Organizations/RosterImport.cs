using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Organizations;

/// <summary>What importing one row would change; nothing when the list is empty.</summary>
public sealed record RosterLine(RosterRow Row, bool IsNew, IReadOnlyList<string> Changes);

/// <param name="Notices">What the reader should know but need not mend: people of one name, vacancies kept, counts that differ.</param>
public sealed record RosterPlan(IReadOnlyList<RosterLine> Lines, IReadOnlyList<CellFinding> Findings, IReadOnlyList<string> Notices);

/// <summary>Brings the roster in: idempotent by code. A blank post leaves the holder where he is; the remark says when it is vacant.</summary>
public sealed class RosterImport(PartyWorkDb db, BusinessClock clock)
{
    private const int ShownMissing = 10;

    private static readonly (PostKind Kind, Func<RosterRow, string> Name)[] Posts =
        [(PostKind.Secretary, r => r.Secretary), (PostKind.Deputy, r => r.Deputy), (PostKind.Officer, r => r.Officer)];

    private Dictionary<string, Organization> _byCode = [];
    private Dictionary<int, string> _parentCodes = [];
    private ILookup<int, PostHolding> _holders = Enumerable.Empty<PostHolding>().ToLookup(h => h.OrganizationId);
    private ILookup<string, Person> _people = Enumerable.Empty<Person>().ToLookup(p => p.Name);

    public async Task<IReadOnlySet<string>> KnownCodesAsync() => (await db.Organizations.Select(o => o.Code).ToListAsync()).ToHashSet();

    /// <summary>The preview: reads, compares, changes nothing.</summary>
    public async Task<RosterPlan> PlanAsync(RosterFile file)
    {
        await LoadAsync();
        var notices = new List<string>();
        var places = Places(file.Rows);
        var lines = file.Rows.Select(row => new RosterLine(row, !_byCode.ContainsKey(row.Code), Changes(row, places[row.Code], notices))).ToList();
        notices.AddRange(file.Rows.SelectMany(r => Posts.Select(p => (r.Code, r.Name, Person: p.Name(r), r.Phone)))
            .Where(p => p.Person.Length > 0).GroupBy(p => p.Person).Where(g => g.Select(p => p.Phone).Distinct().Count() > 1)
            .Select(g => $"“{g.Key}”在{string.Join("、", g.Select(p => p.Name).Distinct())}任职但电话不同，按不同的人登记；确为同一人的，请核对电话后再导入。"));
        var missing = _byCode.Keys.Except(file.Rows.Select(r => r.Code)).Select(c => _byCode[c]).Where(o => o.ClosedOn is null).OrderBy(o => o.SortNo).ToList();
        if (missing.Count > 0)
        {
            notices.Add($"系统中有{missing.Count}个党组织不在可导入的行中，不作改动：{string.Join("、", missing.Take(ShownMissing).Select(o => o.Name))}{(missing.Count > ShownMissing ? "等" : "")}。");
        }

        return new RosterPlan(lines, file.Findings, notices);
    }

    /// <summary>Imports the rows of the plan that changed something, all in one transaction.</summary>
    public async Task ApplyAsync(RosterPlan plan)
    {
        await LoadAsync();
        var today = clock.Today;
        var places = Places(plan.Lines.Select(l => l.Row));
        var people = new Dictionary<(string, string), Person>();
        foreach (var line in plan.Lines)
        {
            var row = line.Row;
            if (!_byCode.TryGetValue(row.Code, out var organization))
            {
                organization = new Organization(row.Code, row.Name, OrganizationLevel.District, row.Kind, row.Domain);
                _byCode[row.Code] = organization;
                db.Add(organization);
            }
            else if (line.Changes.Count == 0)
            {
                continue;
            }

            if (organization.Name != row.Name)
            {
                organization.Rename(row.Name, today, "");
            }

            organization.Describe(row.MemberCount, row.Phone, row.Territory, row.ElectedOn, row.Remark);
            organization.PlaceAt(places[row.Code]);
        }

        // Parents before children, whatever their order in the file.
        foreach (var row in plan.Lines.Select(l => l.Row).OrderBy(Depth))
        {
            var organization = _byCode[row.Code];
            var parent = row.ParentCode is { Length: > 0 } up ? _byCode[up] : null;
            var level = parent is null ? OrganizationLevel.District : (OrganizationLevel)Math.Min((int)parent.Level + 1, (int)OrganizationLevel.Branch);
            organization.Reclassify(level, row.Kind, row.Domain, row.Nature);
            if (parent is not null && _parentCodes.GetValueOrDefault(organization.Id) != parent.Code)
            {
                organization.AffiliateTo(parent, organization.Id == 0 ? row.ElectedOn ?? today : today);
            }

            foreach (var (kind, name) in Posts)
            {
                Appoint(organization, kind, name(row), row, people, today);
            }
        }

        await db.SaveChangesAsync();
        LinkTerritories(plan);
        await db.SaveChangesAsync();
        int Depth(RosterRow row) => string.IsNullOrEmpty(row.ParentCode) ? 0 : 1 + (plan.Lines.FirstOrDefault(l => l.Row.Code == row.ParentCode)?.Row is { } up ? Depth(up) : 0);
    }

    private async Task LoadAsync()
    {
        var today = clock.Today;
        _byCode = await db.Organizations.Include(o => o.FormerNames).Include(o => o.Affiliations).ThenInclude(a => a.Parent).AsSplitQuery().ToDictionaryAsync(o => o.Code);
        _parentCodes = _byCode.Values.ToDictionary(o => o.Id, o => o.Affiliations.SingleOrDefault(a => a.To is null)?.Parent.Code ?? "");
        _holders = (await db.PostHoldings.Include(h => h.Person).Where(h => h.To == null || h.To >= today).ToListAsync()).ToLookup(h => h.OrganizationId);
        _people = (await db.Persons.ToListAsync()).ToLookup(p => p.Name);
    }

    /// <summary>官方顺序 as the file has it; an organisation keeps its number unless the file puts it elsewhere.</summary>
    private Dictionary<string, int> Places(IEnumerable<RosterRow> rows)
    {
        var places = new Dictionary<string, int>();
        var (last, highest) = (0, _byCode.Values.Select(o => o.SortNo).DefaultIfEmpty().Max());
        foreach (var row in rows)
        {
            var now = _byCode.TryGetValue(row.Code, out var known) ? known.SortNo : 0;
            places[row.Code] = last = now > last ? now : last + (last < highest ? 1 : 10);
        }

        return places;
    }

    private List<string> Changes(RosterRow row, int place, List<string> notices)
    {
        if (!_byCode.TryGetValue(row.Code, out var organization))
        {
            return ["新增"];
        }

        var changes = new List<string>();
        Compare("名称", organization.Name, row.Name);
        Compare("隶属上级", _parentCodes[organization.Id], row.ParentCode ?? "");
        Compare("类别", organization.Kind.Text(), row.Kind.Text());
        Compare("领域", organization.Domain.Text(), row.Domain.Text());
        Compare("组建方式", organization.Nature.Text(), row.Nature.Text());
        Compare("属地", organization.Territory, row.Territory);
        Compare("联系电话", organization.Phone, row.Phone);
        Compare("党员数", organization.MemberCount, row.MemberCount);
        Compare("选举日期", organization.ElectedOn, row.ElectedOn);
        Compare("备注", organization.Remark, row.Remark);
        if (organization.SortNo != place)
        {
            changes.Add("官方顺序：按名册调整");
        }

        foreach (var (kind, name) in Posts)
        {
            var holder = Holder(organization, kind)?.Person.Name ?? "";
            if (name(row).Length > 0 || IsVacant(row, kind))
            {
                Compare(kind.Text(), holder, name(row));
            }
            else if (holder.Length > 0)
            {
                notices.Add($"{row.Name}的{kind.Text()}在名册中为空，系统现任为“{holder}”，未作改动。");
            }
        }

        return changes;

        void Compare<T>(string field, T old, T now)
        {
            if (!Equals(old, now))
            {
                changes.Add($"{field}：{Print(old)} → {Print(now)}");
            }
        }

        static string Print<T>(T value) => value is DateOnly day ? $"{day:yyyy-MM-dd}" : value?.ToString() is { Length: > 0 } text ? text : "（空）";
    }

    private void Appoint(Organization organization, PostKind kind, string name, RosterRow row, Dictionary<(string, string), Person> people, DateOnly today)
    {
        var holder = Holder(organization, kind);
        if (holder?.Person.Name == name || (name.Length == 0 && !IsVacant(row, kind)))
        {
            return;
        }

        holder?.End(today > holder.From ? today.AddDays(-1) : holder.From);
        if (name.Length == 0)
        {
            return;
        }

        if (!people.TryGetValue((name, row.Phone), out var person))
        {
            person = _people[name].FirstOrDefault(p => p.Phone == row.Phone) ?? new Person(name, row.Phone);
            people[(name, row.Phone)] = person;
        }

        db.Add(new PostHolding(person, organization, kind, organization.Name + kind.Text(), organization.Id == 0 ? row.ElectedOn ?? today : today));
    }

    private PostHolding? Holder(Organization organization, PostKind kind) => _holders[organization.Id].FirstOrDefault(h => h.Kind == kind && h.To is null);

    private static bool IsVacant(RosterRow row, PostKind kind) => kind is PostKind.Secretary && row.Remark.Contains("书记空缺", StringComparison.Ordinal);

    /// <summary>属地: 春晖街道文明社区 is the community of that short name under that sub-district.</summary>
    private void LinkTerritories(RosterPlan plan)
    {
        var places = plan.Lines.Select(l => l.Row).Where(r => r.Domain is OrganizationDomain.Community or OrganizationDomain.Subdistrict or OrganizationDomain.Town)
            .GroupBy(r => r.Territory).Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => g.Single().Code);
        foreach (var row in plan.Lines.Where(l => l.IsNew || l.Changes.Any(c => c.StartsWith("属地：", StringComparison.Ordinal))).Select(l => l.Row))
        {
            var organization = _byCode[row.Code];
            if (places.TryGetValue(row.Territory, out var code) && code != row.Code && organization.TerritoryId != _byCode[code].Id)
            {
                organization.LinkTerritory(_byCode[code].Id);
            }
        }
    }
}
