using System.ComponentModel;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Registers;

/// <summary>Where a register stands in the overview.</summary>
public enum RegisterGroup
{
    [Description("组织生活与组织建设")] OrganizationalLife,
    [Description("区域化党建与社区服务")] Community,
    [Description("两新组织")] TwoNew,
    [Description("示范品牌与活动")] Brands,
    [Description("教育培训与表彰")] People,
    [Description("人才工作")] Talent,
    [Description("经费保障")] Funds,
    [Description("专项工作与制度")] Special,
    [Description("组织措施与问责")] Accountability,
}

/// <summary>登记簿: the description of a plain ledger, from which list, form, workbook, import, export and history are made.</summary>
public abstract class Register(string key, string name, RegisterGroup group)
{
    /// <summary>In the address and in the facts of figures.</summary>
    public string Key => key;
    public string Name => name;
    public RegisterGroup Group => group;

    /// <summary>One sentence: what belongs here, and what it feeds.</summary>
    public required string Purpose { get; init; }

    /// <summary>What the day of a record is called.</summary>
    public string Day { get; init; } = "日期";

    /// <summary>What the day is called from which it no longer holds; null where a record is a thing that happened.</summary>
    public string? Ends { get; init; }

    /// <summary>Which organisations have such records.</summary>
    public Func<OrgNode, bool> Belongs { get; init; } = _ => true;

    /// <summary>The posts that keep it, where not every post that keeps registers does.</summary>
    public IReadOnlyList<PostKind>? KeptBy { get; init; }

    /// <summary>The posts that read it, where not every post that reads registers does.</summary>
    public IReadOnlyList<PostKind>? ReadBy { get; init; }

    /// <summary>Entered by those above about those below: nobody enters it about his own organisation.</summary>
    public bool IsKeptFromAbove { get; init; }

    /// <summary>Other pages over the same records: words and address.</summary>
    public IReadOnlyList<(string Words, string Link)> Pages { get; init; } = [];

    public abstract Type RecordType { get; }
    public abstract IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>The one table that a record may carry; null where there is none.</summary>
    public RegisterDetails? Details { get; init; }

    /// <summary>Columns that tell the records of an organisation's year apart; null where it may have any number.</summary>
    protected abstract IReadOnlyList<string>? ApartWithinYear { get; }

    /// <summary>Two records of an organisation with the same are one fact entered twice.</summary>
    public string Identity(RegisterRecord record, OrgTree tree) => ApartWithinYear is { } apart
        ? string.Join('　', Columns.Where(c => apart.Contains(c.Name)).Select(c => c.Print(record, tree)).Prepend($"{record.On.Year}年"))
        : string.Join('　', Columns.Where(c => c.IsListed).Select(c => c.Print(record, tree)).Where(t => t.Length > 0));

    /// <exception cref="BrokenRuleException">The organisation's year has this record already.</exception>
    public async Task RequireOnceAsync(PartyWorkDb db, RegisterRecord record, OrgTree tree)
    {
        if (ApartWithinYear is not null)
        {
            var year = RegisterFilter.Everything with { From = new(record.On.Year, 1, 1), To = new(record.On.Year, 12, 31), Organizations = [record.OrganizationId] };
            var twin = (await ReadAsync(db, year, null, int.MaxValue, false)).FirstOrDefault(r => r.Id != record.Id && Identity(r, tree) == Identity(record, tree));
            Rule.Require(twin is null, $"{Identity(record, tree)}已经登记过（第{twin?.Id}号），每年只登记一条；请修改那一条。");
        }
    }

    /// <exception cref="BrokenRuleException">Another record of the organisation speaks against it.</exception>
    public async Task CheckBesideAsync(PartyWorkDb db, RegisterRecord record)
    {
        if (record is IStandsBesideOthers asked)
        {
            var day = RegisterFilter.Everything with { From = record.On, To = record.On, Organizations = [record.OrganizationId] };
            asked.CheckBeside((await ReadAsync(db, day, null, int.MaxValue, false)).Where(r => r.Id != record.Id));
        }
    }

    /// <summary>What the organisation is called that confirms a record: 受益社区; null where none does.</summary>
    public string? Confirmer { get; init; }
    public bool IsConfirmed => Confirmer is not null;

    /// <summary>Whether a record can wait past its day, so that the list can be narrowed to those that do.</summary>
    public abstract bool HasDueDays { get; }
    public bool IsKeptToOwner => RecordType.IsAssignableTo(typeof(IOwnerOnly));

    public bool MayRead(CurrentUser user) => user.May(Act.ReadRegisters) && (ReadBy is null || ReadBy.Contains(user.Post!.Kind)) && (!IsKeptToOwner || (user.Organization is { } own && Belongs(own) && MayKeep(user, own.Id)));

    public bool MayKeep(CurrentUser user, int organizationId) =>
        user.May(Act.KeepRegisters, organizationId) && (KeptBy is null || KeptBy.Contains(user.Post!.Kind)) && user.Tree.Find(organizationId) is { ClosedOn: null } node && Belongs(node)
        && (!IsKeptToOwner || organizationId == user.Post!.OrganizationId) && (!IsKeptFromAbove || organizationId != user.Post!.OrganizationId);

    /// <summary>Where the active post may enter records, in official order.</summary>
    public IReadOnlyList<OrgNode> Keeps(CurrentUser user) => !user.May(Act.KeepRegisters) ? [] : [.. user.Tree.InOrder.Where(n => MayKeep(user, n.Id))];

    /// <summary>Whether the active post is shown contacts of persons.</summary>
    public bool SeesPrivate(CurrentUser user, int organizationId) => MayKeep(user, organizationId) && organizationId == user.Post!.OrganizationId;

    /// <summary>A sentence for whoever has just saved this record; empty: nothing is to be said.</summary>
    public abstract Task<string> RemarkAsync(PartyWorkDb db, RegisterRecord record);

    public abstract RegisterRecord New();
    public abstract void Add(PartyWorkDb db, RegisterRecord record);

    /// <summary>With their tables, to be changed; those within the scope.</summary>
    public abstract Task<IReadOnlyList<RegisterRecord>> FindAsync(PartyWorkDb db, IReadOnlyCollection<int> ids);

    /// <summary>Newest first, with their tables where asked for. <paramref name="before"/> is the last record of the page before.</summary>
    public abstract Task<IReadOnlyList<RegisterRecord>> ReadAsync(PartyWorkDb db, RegisterFilter filter, (DateOnly On, int Id)? before, int take, bool withDetails);

    /// <summary>How often each of these has been changed.</summary>
    public abstract Task<IReadOnlyDictionary<int, int>> VersionsAsync(PartyWorkDb db, IReadOnlyCollection<int> ids);

    /// <summary>What these records are called, as far as the reader may see them.</summary>
    public abstract IQueryable<RecordCaption> Captions(PartyWorkDb db, IReadOnlyCollection<int> ids);

    /// <summary>Up to <paramref name="most"/>, and no further.</summary>
    public abstract Task<int> CountAsync(PartyWorkDb db, RegisterFilter filter, int most);

    /// <summary>One row: how many records, how many wait for these organisations' confirmation. Many registers are one command, put together with Concat.</summary>
    public abstract IQueryable<RegisterCount> Count(PartyWorkDb db, RegisterFilter filter, int confirmer);
}

/// <param name="required">Texts that must be filled, as o => new { o.Name, o.Body }; what cannot be null must be anyway.</param>
/// <param name="listed">What the list shows, in this order.</param>
public sealed class Register<T>(string key, string name, RegisterGroup group, Expression<Func<T, object>> required, Expression<Func<T, object>> listed) : Register(key, name, group)
    where T : RegisterRecord, new()
{
    private IReadOnlyList<RegisterColumn>? _columns;

    /// <summary>An organisation enters one a year, or one for each of these: f => f.Kind, or f => new { } for one alone.</summary>
    public Expression<Func<T, object>>? OncePerYear { get; init; }

    protected override IReadOnlyList<string>? ApartWithinYear => OncePerYear is null ? null : Members.Named(OncePerYear);

    /// <summary>Long texts, typed into several lines.</summary>
    public Expression<Func<T, object>>? Long { get; init; }

    /// <summary>Contacts of persons.</summary>
    public Expression<Func<T, object>>? Private { get; init; }

    /// <summary>What is said about a record that was saved; it stays saved.</summary>
    public Func<PartyWorkDb, T, Task<string>>? Remark { get; init; }

    /// <summary>The records that count for these days, where that is not told by the day of the record.</summary>
    public Func<IQueryable<T>, DateOnly, DateOnly, IQueryable<T>>? Counted { get; init; }

    /// <summary>The records that wait past their day; null where nothing is due.</summary>
    public Func<IQueryable<T>, DateOnly, IQueryable<T>>? Overdue { get; init; }

    public override bool HasDueDays => Overdue is not null;

    /// <summary>Column → another one of the same choices; a record with the choice in either of them is found.</summary>
    public IReadOnlyDictionary<string, string> Either { get; init; } = new Dictionary<string, string>();

    /// <summary>Column → what helps who fills it in.</summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    public override Type RecordType => typeof(T);

    public override IReadOnlyList<RegisterColumn> Columns => _columns ??= Describe();

    public override Task<string> RemarkAsync(PartyWorkDb db, RegisterRecord record) => Remark?.Invoke(db, (T)record) ?? Task.FromResult("");

    public override RegisterRecord New() => new T();

    public override void Add(PartyWorkDb db, RegisterRecord record) => db.Add((T)record);

    public override async Task<IReadOnlyList<RegisterRecord>> FindAsync(PartyWorkDb db, IReadOnlyCollection<int> ids) => ids.Count == 0 ? [] : await Rows(db, true).Where(r => ids.Contains(r.Id)).ToListAsync();

    public override async Task<IReadOnlyList<RegisterRecord>> ReadAsync(PartyWorkDb db, RegisterFilter filter, (DateOnly On, int Id)? before, int take, bool withDetails)
    {
        var records = Narrow(Rows(db, withDetails).AsNoTracking(), filter);
        if (before is { } last)
        {
            records = records.Where(r => r.On < last.On || (r.On == last.On && r.Id < last.Id));
        }

        return await records.OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Take(take).ToListAsync();
    }

    public override async Task<IReadOnlyDictionary<int, int>> VersionsAsync(PartyWorkDb db, IReadOnlyCollection<int> ids) =>
        await db.Set<T>().Where(r => EF.Parameter(ids).Contains(r.Id)).Select(r => new { r.Id, Version = EF.Property<int>(r, PartyWorkDb.Version) }).ToDictionaryAsync(r => r.Id, r => r.Version);

    public override IQueryable<RecordCaption> Captions(PartyWorkDb db, IReadOnlyCollection<int> ids)
    {
        var name = (Columns.FirstOrDefault(c => c is { Kind: ColumnKind.Text, IsListed: true, IsPrivate: false }) ?? Columns.FirstOrDefault(c => c is { Kind: ColumnKind.Text, IsPrivate: false }))?.Name;
        var records = db.Set<T>().Where(r => EF.Parameter(ids).Contains(r.Id));
        return name is null ? records.Select(r => new RecordCaption { Id = r.Id, Text = "" }) : records.Select(r => new RecordCaption { Id = r.Id, Text = EF.Property<string>(r, name) }); // of numbers alone the register's name stands for them
    }

    public override Task<int> CountAsync(PartyWorkDb db, RegisterFilter filter, int most) => Narrow(db.Set<T>(), filter).Take(most).CountAsync();

    public override IQueryable<RegisterCount> Count(PartyWorkDb db, RegisterFilter filter, int confirmer)
    {
        var (key, records, waiting) = (Key, Narrow(db.Set<T>(), filter), Waiting(db, confirmer));
        return db.TreeStamps.Select(_ => new RegisterCount { Key = key, Records = records.Count(), Waiting = waiting.Count() });
    }

    private IQueryable<T> Waiting(PartyWorkDb db, int confirmer) => !IsConfirmed ? db.Set<T>().Where(r => false)
        : db.Set<T>().Where(r => r.WithdrawnOn == null && EF.Property<RecordConfirmation>(r, nameof(ConfirmedRecord.Confirmation)) == RecordConfirmation.Waiting && EF.Property<int?>(r, nameof(ConfirmedRecord.ConfirmerId)) == confirmer);

    private IQueryable<T> Rows(PartyWorkDb db, bool withDetails) => withDetails && Details is { } details ? db.Set<T>().Include(details.Property) : db.Set<T>();

    private IQueryable<T> Narrow(IQueryable<T> records, RegisterFilter filter)
    {
        if (!filter.WithWithdrawn)
        {
            records = records.Where(r => r.WithdrawnOn == null);
        }

        if (filter.From is { } from)
        {
            records = records.Where(r => r.On >= from);
        }

        if (filter.To is { } to)
        {
            records = records.Where(r => r.On <= to);
        }

        if (filter.CountedIn is var (first, last))
        {
            records = Counted?.Invoke(records, first, last) ?? records.Where(r => r.On >= first && r.On <= last);
        }

        if (filter.OverdueOn is { } today)
        {
            records = Overdue?.Invoke(records, today) ?? records;
        }

        if (filter.HoldingOn is { } day)
        {
            records = records.Where(r => r.On <= day && (r.EndedOn == null || r.EndedOn > day));
        }

        if (filter.Organizations is { } organizations)
        {
            var ids = organizations.ToArray();
            records = records.Where(r => ids.Contains(r.OrganizationId));
        }

        if (filter.WaitingOnly && IsConfirmed)
        {
            records = records.Where(r => EF.Property<RecordConfirmation>(r, nameof(ConfirmedRecord.Confirmation)) == RecordConfirmation.Waiting);
        }

        foreach (var column in Columns.Where(c => c.Kind is ColumnKind.Choice && filter.Choices.GetValueOrDefault(c.Name) is { Length: > 0 } word && c.Choices.Contains(word)))
        {
            var chosen = new T();
            column.Read(chosen, filter.Choices[column.Name], new OrgTree(0, []), 0);
            var record = Expression.Parameter(typeof(T));
            var any = new[] { column.Name, Either.GetValueOrDefault(column.Name) }.OfType<string>().Select(name => Expression.Property(record, name))
                .Select(property => Expression.Equal(property, Expression.Constant(column.Value(chosen), property.Type))).Aggregate(Expression.OrElse);
            records = records.Where(Expression.Lambda<Func<T, bool>>(any, record));
        }

        return filter.Words.Trim() is { Length: > 0 } words ? records.Where(Holds(words, filter.Named)) : records;
    }

    /// <summary>Any of the texts holds the words, or the organisation's name does; contacts are not searched.</summary>
    private Expression<Func<T, bool>> Holds(string words, IReadOnlyCollection<int> named)
    {
        var record = Expression.Parameter(typeof(T));
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        Expression<Func<string>> sought = () => words; // a parameter of the command, not a constant in its text
        var any = Columns.Where(c => c.Kind is ColumnKind.Text or ColumnKind.Long && !c.IsPrivate)
            .Select(c => (Expression)Expression.Call(Expression.Property(record, c.Name), contains, sought.Body)).Aggregate(Expression.OrElse);
        if (named.Count > 0)
        {
            var ids = named.ToArray();
            Expression<Func<T, bool>> byName = r => ids.Contains(r.OrganizationId);
            any = Expression.OrElse(any, new Put(byName.Parameters[0], record).Visit(byName.Body));
        }

        return Expression.Lambda<Func<T, bool>>(any, record);
    }

    private List<RegisterColumn> Describe()
    {
        var (must, shown, lines, hidden) = (Members.Named(required), Members.Named(listed), Members.Named(Long), Members.Named(Private));
        var record = typeof(RegisterRecord);
        List<RegisterColumn> columns = [new(record.GetProperty(nameof(RegisterRecord.On))!, Day) { IsListed = true, Hint = Hints.GetValueOrDefault(nameof(RegisterRecord.On), "") }];
        foreach (var property in Members.Described(typeof(T)))
        {
            var column = new RegisterColumn(property);
            columns.Add(new RegisterColumn(property)
            {
                Kind = lines.Contains(property.Name) ? ColumnKind.Long : column.Kind,
                IsRequired = column.IsRequired || must.Contains(property.Name),
                IsListed = shown.Contains(property.Name),
                IsPrivate = hidden.Contains(property.Name),
                Hint = Hints.GetValueOrDefault(property.Name, ""),
            });
        }

        if (Confirmer is { } confirmer)
        {
            columns.Add(new(typeof(ConfirmedRecord).GetProperty(nameof(ConfirmedRecord.ConfirmerId))!, confirmer) { IsListed = true, Hint = Hints.GetValueOrDefault(nameof(ConfirmedRecord.ConfirmerId), "由它确认后才计数。") });
        }

        if (Ends is { } ends)
        {
            columns.Add(new(record.GetProperty(nameof(RegisterRecord.EndedOn))!, ends) { Hint = "仍然有效的不填。" });
        }

        return columns;
    }
}
