using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PartyWork.SqlServer.Tests;

/// <summary>The schema of the migrations, checked without a server.</summary>
public sealed class SchemaTests
{
    // Texts that have no bound of their own: frozen versions, the words of a return, audit changes, key rings, secrets of Identity.
    private static readonly HashSet<string> Unlimited =
        ["Debrief.Told", "FilingAct.Words", "FilingVersion.Content", "Handover.Sheet", "LedgerVersion.Content", "ReportVersion.Content", "AuditEntry.Changes", "DataProtectionKey.Xml"];

    [Fact]
    public void The_upgrade_script_is_transact_sql()
    {
        var script = Schema.Script(MigrationsSqlGenerationOptions.Idempotent);

        Assert.Empty(Schema.Errors(script).Select(e => $"line {e.Line}: {e.Message}"));
        Assert.NotEmpty(Schema.Errors(script.Replace("CREATE TABLE [Persons] (", "CREATE TABLE [Persons] ((", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_holds_together()
    {
        using var schema = new Schema();
        using var db = Offline.Model();

        Assert.Equal(db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Count(), schema.Tables);
        Assert.Empty(schema.Complaints());
    }

    [Theory]
    [InlineData("SELECT [Id], [Nickname] FROM [Persons]")]
    [InlineData("SELECT [Id] FROM [People]")]
    [InlineData("UPDATE [Persons] SET [Phone] = @missing")]
    public void A_statement_that_names_what_is_not_there_is_found(string sql)
    {
        using var schema = new Schema();
        schema.Add(sql, []);

        Assert.NotEmpty(schema.Complaints());
    }

    [Fact]
    public void The_migrations_are_up_to_date_with_the_model()
    {
        using var db = Offline.Model();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    /// <summary>SQL Server error 1785, which nothing finds before the script runs.</summary>
    [Fact]
    public void Deleting_a_row_deletes_no_other()
    {
        using var db = Offline.Model();

        Assert.Empty(db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys())
            .Where(k => k.DeleteBehavior is not (DeleteBehavior.Restrict or DeleteBehavior.NoAction or DeleteBehavior.ClientNoAction))
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name} → {k.PrincipalEntityType.ClrType.Name}: {k.DeleteBehavior}"));
    }

    /// <summary>A clustered key has at most 900 bytes, an index 1,700, and nvarchar(max) cannot be in one.</summary>
    [Fact]
    public void Keys_and_indexes_are_short_enough()
    {
        using var db = Offline.Model();
        var problems = db.Model.GetEntityTypes().SelectMany(t =>
            t.GetKeys().Select(k => (Name: k.GetName()!, k.Properties, Most: k.IsPrimaryKey() ? 900 : 1700))
                .Concat(t.GetIndexes().Select(i => (Name: i.GetDatabaseName()!, i.Properties, Most: 1700))))
            .Where(k => k.Properties.Sum(Bytes) > k.Most)
            .Select(k => $"{k.Name}: {k.Properties.Sum(Bytes)} bytes, at most {k.Most}");

        Assert.Empty(problems);
    }

    [Fact]
    public void Instants_are_utc_and_no_type_is_used_that_the_two_databases_treat_differently()
    {
        using var db = Offline.Model();
        var problems = Properties(db.Model).Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var type
            && (type == typeof(decimal) || type == typeof(TimeSpan) || type == typeof(TimeOnly)
                || (type == typeof(DateTimeOffset) && p.Name != "LockoutEnd") // Identity's own, compared in memory only
                || (type == typeof(DateTime) && !IsUtc(p))));

        Assert.Empty(problems.Select(Name));
    }

    [Fact]
    public void Texts_have_a_length()
    {
        using var db = Offline.Model();
        var unlimited = Properties(db.Model).Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null or -1).Select(Name).Order().ToList();

        Assert.Equal(Unlimited.Order(), unlimited);
    }

    private static bool IsUtc(IProperty property) =>
        property.GetTypeMapping().Converter?.ConvertFromProvider(new DateTime(2026, 3, 1)) is DateTime { Kind: DateTimeKind.Utc };

    private static IEnumerable<IProperty> Properties(IModel model) => model.GetEntityTypes().SelectMany(t => t.GetFlattenedProperties());

    private static string Name(IProperty property) =>
        (property.DeclaringType is IComplexType complex ? complex.ComplexProperty.DeclaringType.ClrType.Name + "." + complex.ComplexProperty.Name : property.DeclaringType.ClrType.Name) + "." + property.Name;

    private static int Bytes(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) || type == typeof(byte[])
            ? property.GetMaxLength() is > 0 and var length ? length * (property.IsUnicode() == false || type == typeof(byte[]) ? 1 : 2) : int.MaxValue / 32
            : type == typeof(Guid) ? 16 : 8;
    }
}
