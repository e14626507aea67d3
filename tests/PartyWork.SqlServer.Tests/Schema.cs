using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PartyWork.SqlServer.Tests;

/// <summary>
/// The schema that the migrations make, as DacFx understands it, and statements held against it. A model of DacFx takes no columns from an ALTER TABLE,
/// so the tables come from the script of the whole; that the migrations make the same is a test of its own.
/// </summary>
internal sealed class Schema : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Chinese_PRC_CI_AS" });
    private readonly List<string> _texts = [], _refused = [];

    public Schema()
    {
        using var db = Offline.Model();
        var script = db.Database.GenerateCreateScript();
        foreach (var statement in Parse(script).Batches.SelectMany(b => b.Statements))
        {
            // What fills tables is not schema; the history table stands inside an IF, which a model does not take.
            if (statement is CreateTableStatement or CreateIndexStatement or CreateViewStatement or CreateProcedureStatement or CreateTriggerStatement or AlterTableStatement)
            {
                _model.AddObjects(script.Substring(statement.StartOffset, statement.FragmentLength));
            }
        }
    }

    public static string Script(MigrationsSqlGenerationOptions options)
    {
        using var db = Offline.Model();
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }

    public int Tables => _model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Count();

    public static IList<ParseError> Errors(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors;
    }

    public static TSqlScript Parse(string sql)
    {
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Count == 0 ? script : throw new FormatException($"Line {errors[0].Line}: {errors[0].Message}\n{sql}");
    }

    /// <summary>Adds a statement as the body of a procedure, so that <see cref="Complaints"/> binds every table and column it names.</summary>
    public void Add(string sql, IEnumerable<SqlParameter> parameters)
    {
        var declared = string.Join(", ", parameters.Select(p => $"@{p.ParameterName.TrimStart('@')} {Type(p)}"));
        _texts.Add(sql);
        try
        {
            _model.AddObjects($"CREATE PROCEDURE [dbo].[statement{_texts.Count}] {declared} AS BEGIN\n{sql}\nEND");
        }
        catch (DacModelException refused)
        {
            _refused.Add($"{refused.Message}\n{sql}");
        }
    }

    /// <summary>Everything DacFx finds wrong, warnings too, with the statement it stands in.</summary>
    public IReadOnlyList<string> Complaints() =>
        [.. _refused, .. _model.Validate().Select(m => $"{m.Prefix}{m.Number}: {m.Message}{Text(m.Message)}")];

    public void Dispose() => _model.Dispose();

    private string Text(string message)
    {
        var at = message.IndexOf("[statement", StringComparison.Ordinal);
        return at < 0 ? "" : "\n" + _texts[int.Parse(message.AsSpan(at + 10, message.IndexOf(']', at) - at - 10), CultureInfo.InvariantCulture) - 1];
    }

    private static string Type(SqlParameter p) => p.SqlDbType switch
    {
        SqlDbType.NVarChar or SqlDbType.NChar => p.Size is > 0 and <= 4000 ? $"nvarchar({p.Size})" : "nvarchar(max)",
        SqlDbType.VarChar or SqlDbType.Char => p.Size is > 0 and <= 8000 ? $"varchar({p.Size})" : "varchar(max)",
        SqlDbType.VarBinary or SqlDbType.Binary => p.Size is > 0 and <= 8000 ? $"varbinary({p.Size})" : "varbinary(max)",
        var other => other.ToString().ToLowerInvariant(),
    };
}
