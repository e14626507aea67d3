using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data;

/// <summary>Writes the audit entries of a save into the chain, inside the save's own transaction; and checks the chain.</summary>
public sealed class AuditChain(byte[] key)
{
    public const string Start = "0";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly ConcurrentDictionary<PropertyInfo, bool> Personal = new();

    // Secrets, what Identity counts by itself, and what is worked out from the rest tell the reader nothing.
    private static readonly HashSet<string> Unrecorded =
        ["Version", "Totals", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "NormalizedUserName", "NormalizedEmail", "AccessFailedCount",
        "FailingSince", "CodeSeal", "PasswordHistory", "AuthenticatorKey", "LastTotpStep", "RecoveryCodes", "Light", "LightUntil", "OneTimeKey"];

    /// <summary>Called between saving and commit, when new rows have their ids and the head is locked last.</summary>
    public async Task AppendAsync(PartyWorkDb db, IReadOnlyList<EntityEntry> changed, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken)
    {
        var entries = Entries(db, changed, notes);
        if (entries.Count == 0)
        {
            return;
        }

        var head = await LockHeadAsync(db, cancellationToken);
        await using var insert = Command(db,
            "INSERT INTO AuditEntries (Sequence, At, UserId, Name, Post, OrganizationId, Kind, \"Key\", Act, Changes, Why, Correlation, Address, Hash) " +
            "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)", 14);
        foreach (var entry in entries)
        {
            entry.Sequence = ++head.Count;
            head.LastHash = entry.Hash = Hash(head.LastHash, entry);
            Set(insert, entry.Sequence, Stored(db, entry.At), entry.UserId, entry.Name, entry.Post, entry.OrganizationId, entry.Kind, entry.Key,
                entry.Act, entry.Changes, entry.Why, Stored(db, entry.Correlation), entry.Address, entry.Hash);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var update = Command(db, "UPDATE AuditHeads SET Count = @p0, LastHash = @p1, Seal = @p2 WHERE Id = 1", 3);
        Set(update, head.Count, head.LastHash, Seal(head));
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Recomputes the whole chain as it stands now, page by page; others may go on writing.</summary>
    /// <returns>Null when it is intact, else a sentence that names the first entry that is not.</returns>
    public async Task<string?> VerifyAsync(PartyWorkDb db, CancellationToken cancellationToken)
    {
        // Past the filters: a chain is intact as a whole or not at all, whoever asks.
        var entries = db.AuditEntries.IgnoreQueryFilters().AsNoTracking();
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var (count, last) = (0L, Start);
        while (await PageAsync() is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                count++;
                if (entry.Sequence != count)
                {
                    return $"第{count}条审计记录缺失。";
                }

                last = Hash(last, entry);
                if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(last), Encoding.ASCII.GetBytes(entry.Hash)))
                {
                    return $"第{count}条审计记录或其前一条被改动。";
                }
            }
        }

        // The newest entry is read before the head that counts it, so that one written in between is no alarm.
        var newest = await entries.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? 0;
        var now = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        return head.Count != count || head.LastHash != last ? $"审计链末端不符：应有{head.Count}条，实有{count}条。"
            : count == 0 && await db.Users.AnyAsync(cancellationToken) ? "审计记录全部缺失：已有账号，却没有一条审计记录。"
            : newest > now.Count ? $"审计链末端不符：应有{now.Count}条，实有{newest}条。"
            : count > 0 && head.Seal != Seal(head) ? "审计链末端的签章不符。"
            : null;

        Task<List<AuditEntry>> PageAsync()
        {
            var (from, to) = (count, head.Count);
            return entries.Where(e => e.Sequence > from && e.Sequence <= to).OrderBy(e => e.Sequence).Take(1000).ToListAsync(cancellationToken);
        }
    }

    private static List<AuditEntry> Entries(PartyWorkDb db, IReadOnlyList<EntityEntry> changed, IReadOnlyList<AuditNote> notes)
    {
        var lease = db.Lease;
        var at = lease.Clock.GetUtcNow().UtcDateTime;
        var entries = new List<AuditEntry>();
        foreach (var note in notes)
        {
            entries.Add(New(note.Kind, note.Key, note.Act, note.OrganizationId, "{}"));
        }

        foreach (var change in changed)
        {
            if (change.Entity is not IAudited { IsRecorded: true } audited)
            {
                continue;
            }

            var fields = Fields(change);
            if (fields.Count > 0)
            {
                var act = change.State switch { EntityState.Added => "新增", EntityState.Deleted => "删除", _ => "修改" };
                entries.Add(New(change.Metadata.ClrType.Name, Id(change), act, OrganizationOf(change, audited), JsonSerializer.Serialize(fields, Plain)));
            }
        }

        return entries;

        AuditEntry New(string kind, string key, string act, int? organizationId, string changes) => new()
        {
            At = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc), // what both databases keep exactly
            UserId = lease.UserId,
            Name = lease.Actor?.Name ?? "系统",
            Post = lease.Actor?.Post ?? "",
            OrganizationId = organizationId,
            Kind = kind,
            Key = key,
            Act = act,
            Changes = changes,
            Why = lease.Why,
            Correlation = lease.Correlation,
            Address = lease.Address,
        };
    }

    /// <summary>A new organisation's id is with its entry until the save is accepted; the entity itself, and what hangs on it, still say 0.</summary>
    private static int? OrganizationOf(EntityEntry change, IAudited audited) => audited.AuditOrganizationId is not 0 ? audited.AuditOrganizationId
        : change.Entity is Organization ? (int)change.CurrentValues[nameof(Organization.Id)]!
        : (int)change.CurrentValues[nameof(IBelongToOrganization.OrganizationId)]!;

    private static Dictionary<string, object?[]> Fields(EntityEntry change)
    {
        var fields = new Dictionary<string, object?[]>();
        Collect(change.Properties, "");
        foreach (var complex in change.ComplexProperties)
        {
            Collect(complex.Properties, complex.Metadata.Name + ".");
        }

        return fields;

        void Collect(IEnumerable<PropertyEntry> properties, string prefix)
        {
            foreach (var property in properties.Where(p => !p.Metadata.IsPrimaryKey() && !Unrecorded.Contains(p.Metadata.Name)))
            {
                var (old, now) = (Print(property.OriginalValue), Print(property.CurrentValue));
                if (change.State is EntityState.Added ? now is not (null or "") : change.State is EntityState.Deleted || old != now)
                {
                    fields[prefix + property.Metadata.Name] = [change.State is EntityState.Added ? null : Told(old), change.State is EntityState.Deleted ? null : Told(now)];
                }

                // A chain cannot forget: of what is personal it says that it changed, not to what.
                string? Told(string? value) => value is not (null or "") && IsPersonal(property.Metadata.PropertyInfo) ? "（个人信息）" : value;
            }
        }
    }

    private static bool IsPersonal(PropertyInfo? property) => property is not null && Personal.GetOrAdd(property, p => p.IsDefined(typeof(PersonalDataAttribute), false));

    private static string? Print(object? value) => value switch
    {
        null => null,
        Enum word => word.Text(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool yes => yes ? "是" : "否",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Id(EntityEntry change) =>
        string.Join('/', change.Metadata.FindPrimaryKey()!.Properties.Select(p => Print(change.CurrentValues[p])));

    private static string Hash(string previous, AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        previous, entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        entry.UserId?.ToString(CultureInfo.InvariantCulture), entry.Name, entry.Post, entry.OrganizationId?.ToString(CultureInfo.InvariantCulture),
        entry.Kind, entry.Key, entry.Act, entry.Changes, entry.Why, entry.Correlation.ToString("N") + (entry.Address.Length > 0 ? '\u001f' + entry.Address : ""))))); // entries from before there were addresses keep their hash

    private string Seal(AuditHead head) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{head.Count}|{head.LastHash}")));

    private static async Task<AuditHead> LockHeadAsync(PartyWorkDb db, CancellationToken cancellationToken)
    {
        // The update takes the row's lock, which holds every other writer of the chain until this transaction ends.
        await using var touch = Command(db, "UPDATE AuditHeads SET Count = Count WHERE Id = 1", 0);
        await touch.ExecuteNonQueryAsync(cancellationToken);
        return await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
    }

    private static DbCommand Command(PartyWorkDb db, string text, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Set(DbCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
            if (values[i] is DateTime)
            {
                command.Parameters[i].DbType = DbType.DateTime2; // SQL Server's default would round to 3 ms, and the hash would no longer fit
            }
        }
    }

    private static object Stored(PartyWorkDb db, object value) =>
        db.Database.IsSqlServer() ? value : value is DateTime at ? at.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) : value.ToString()!.ToUpperInvariant();
}
