using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Data;

public sealed class AuditWordsTests
{
    // What AuditChain leaves out.
    private static readonly string[] Unrecorded = ["Id", "Version", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "NormalizedUserName", "NormalizedEmail", "AccessFailedCount",
        "FailingSince", "CodeSeal", "PasswordHistory", "AuthenticatorKey", "LastTotpStep", "RecoveryCodes", "Light", "LightUntil", "OneTimeKey"];

    [Fact]
    public void Every_audited_kind_and_field_has_a_Chinese_word()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        var missing = db.Model.GetEntityTypes()
            .Where(t => t.ClrType.IsAssignableTo(typeof(IAudited)) && t.ClrType != typeof(Filing)) // a filing's acts are recorded, never itself
            .SelectMany(t => Names(t, "").Where(f => !AuditWords.Knows(t.ClrType.Name, f)).Select(f => $"{t.ClrType.Name}.{f}").Concat(AuditWords.Kinds.ContainsKey(t.ClrType.Name) ? [] : [t.ClrType.Name]));
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Target", "1250", "12.5")]
    [InlineData("Choice", "3", "滞后")]
    [InlineData("At", "2026-12-21T16:00:00Z", "2026-12-22 00:00")]
    [InlineData("DueOn", "2026-12-21", "2026-12-21")]
    [InlineData("Year", "2026", "2026")]
    [InlineData("DueOn", null, "（空）")]
    public void A_stored_value_is_shown_as_people_write_it(string field, string? stored, string shown) =>
        Assert.Equal(shown, AuditWords.Value(field, stored, new OrgTree(0, [])));

    private static IEnumerable<string> Names(ITypeBase type, string prefix) => type.GetProperties().Select(p => prefix + p.Name)
        .Where(n => !Unrecorded.Contains(n))
        .Concat(type.GetComplexProperties().SelectMany(c => Names(c.ComplexType, $"{c.Name}.")));
}
