using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using IsolationLevel = System.Data.IsolationLevel;

namespace PartyWork.SqlServer.Tests;

/// <summary>
/// Gives the SQL Server provider a connection that leads nowhere: every command, raw ones too, is written down and answered with one row.
/// <paramref name="answer"/> may say which value a column has; without an answer a number is 1, a text "1".
/// </summary>
internal sealed class NoServer(Statements statements, Func<IReadOnlyList<string>, IReadOnlyList<Func<string, object?>>>? answer = null) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new Connection(this));

    private IReadOnlyList<Func<string, object?>> Rows(IReadOnlyList<string> columns) => answer?.Invoke(columns) ?? [_ => null];

    private sealed class Connection(NoServer server) : DbConnection
    {
        private ConnectionState _state;

        [AllowNull]
        public override string ConnectionString { get; set; } = "Server=none";
        public override string Database => "PartyWork";
        public override string DataSource => "none";
        public override string ServerVersion => "16.00.1000";
        public override ConnectionState State => _state;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Close() => _state = ConnectionState.Closed;

        public override void Open() => _state = ConnectionState.Open;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, isolationLevel);

        protected override DbCommand CreateDbCommand() => new Command(server) { Connection = this };
    }

    private sealed class Transaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;
        public override bool SupportsSavepoints => false;
        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }

    private sealed class Command(NoServer server) : DbCommand
    {
        private readonly SqlCommand _holder = new(); // the provider sets SqlDbType, so its parameters must be the real ones

        [AllowNull]
        public override string CommandText { get; set; } = "";
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; }
        protected override DbTransaction? DbTransaction { get; set; }
        protected override DbParameterCollection DbParameterCollection => _holder.Parameters;

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            Write();
            return 1;
        }

        public override object ExecuteScalar()
        {
            Write();
            return 1;
        }

        protected override DbParameter CreateDbParameter() => new SqlParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            Write();
            return new Reader(Answers());
        }

        protected override void Dispose(bool disposing)
        {
            _holder.Dispose();
            base.Dispose(disposing);
        }

        private void Write() => server._statements.Take(CommandText, _holder.Parameters.Cast<SqlParameter>());

        private List<Result> Answers()
        {
            var results = new List<Result>();
            if (Schema.Errors(CommandText).Count > 0)
            {
                return [new Result([], [_ => null])]; // the test that parses all statements tells
            }

            foreach (var statement in Schema.Parse(CommandText).Batches.SelectMany(b => b.Statements))
            {
                if (statement is SelectStatement select && First(select.QueryExpression) is { } query)
                {
                    var columns = query.SelectElements.Select(Name).ToList();
                    results.Add(new Result(columns, server.Rows(columns)));
                }
                else if (statement is DataModificationStatement change && Specification(change) is { OutputClause: { } output } specification)
                {
                    var columns = output.SelectColumns.Select(Name).ToList();
                    var rows = specification is MergeSpecification { TableReference: InlineDerivedTable values } ? values.RowValues.Count : 1;
                    var only = output.SelectColumns is [SelectScalarExpression { Expression: IntegerLiteral }];
                    results.Add(new Result(columns, [.. Enumerable.Range(0, rows).Select(row => (Func<string, object?>)(c => c == "_Position" ? row : only ? 1 : Interlocked.Increment(ref _lastId)))]));
                }
            }

            return results;
        }

        private static DataModificationSpecification? Specification(DataModificationStatement statement) => statement switch
        {
            InsertStatement insert => insert.InsertSpecification,
            UpdateStatement update => update.UpdateSpecification,
            DeleteStatement delete => delete.DeleteSpecification,
            MergeStatement merge => merge.MergeSpecification,
            _ => null,
        };

        private static QuerySpecification? First(QueryExpression query) => query switch
        {
            QuerySpecification specification => specification,
            BinaryQueryExpression union => First(union.FirstQueryExpression),
            QueryParenthesisExpression inner => First(inner.QueryExpression),
            _ => null,
        };

        private static string Name(SelectElement element) => element switch
        {
            SelectScalarExpression { ColumnName.Value: { } alias } => alias,
            SelectScalarExpression { Expression: ColumnReferenceExpression column } => column.MultiPartIdentifier.Identifiers[^1].Value,
            _ => "",
        };
    }

    private readonly Statements _statements = statements;
    private static int _lastId = 1_000_000;

    private sealed record Result(IReadOnlyList<string> Columns, IReadOnlyList<Func<string, object?>> Rows);

    /// <summary>Whatever type is asked for, there is a value of it.</summary>
    private sealed class Reader(List<Result> results) : DbDataReader
    {
        private int _result, _row = -1;
        private bool _closed;

        private Result Current => _result < results.Count ? results[_result] : new Result([], []);

        public override int Depth => 0;
        public override int FieldCount => Current.Columns.Count;
        public override bool HasRows => Current.Rows.Count > 0;
        public override bool IsClosed => _closed;
        public override int RecordsAffected => 1;
        public override object this[int ordinal] => GetValue(ordinal);
        public override object this[string name] => GetValue(GetOrdinal(name));

        public override bool Read() => ++_row < Current.Rows.Count;

        public override bool NextResult()
        {
            (_result, _row) = (_result + 1, -1);
            return _result < results.Count;
        }

        public override void Close() => _closed = true;

        public override bool IsDBNull(int ordinal) => Value(ordinal) is DBNull;

        public override T GetFieldValue<T>(int ordinal) => (T)Plain(typeof(T), Value(ordinal));

        public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

        public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

        public override char GetChar(int ordinal) => GetFieldValue<char>(ordinal);

        public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

        public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

        public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

        public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

        public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

        public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

        public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

        public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

        public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

        public override object GetValue(int ordinal) => Value(ordinal) ?? 1;

        public override int GetValues(object[] values) => throw new NotSupportedException();

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

        public override string GetDataTypeName(int ordinal) => "sql_variant";

        public override Type GetFieldType(int ordinal) => typeof(object);

        public override string GetName(int ordinal) => Current.Columns[ordinal];

        public override int GetOrdinal(string name) => Current.Columns.ToList().IndexOf(name);

        public override IEnumerator GetEnumerator() => throw new NotSupportedException();

        private object? Value(int ordinal) => Current.Rows[_row](ordinal < Current.Columns.Count ? Current.Columns[ordinal] : "");

        private static object Plain(Type type, object? given) =>
            given is not null && (type.IsInstanceOfType(given) || type == typeof(object)) ? given
            : type == typeof(string) ? given?.ToString() ?? "1"
            : type == typeof(bool) ? given is true or 1
            : type == typeof(DateTime) ? new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)
            : type == typeof(DateOnly) ? new DateOnly(2026, 3, 1)
            : type == typeof(Guid) ? Guid.Empty
            : type == typeof(byte[]) ? Array.Empty<byte>()
            : type == typeof(object) ? 1
            : Convert.ChangeType(given ?? 1, type, System.Globalization.CultureInfo.InvariantCulture);
    }
}
