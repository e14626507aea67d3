using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;

namespace PartyWork.SqlServer.Tests;

/// <summary>Every distinct statement that was sent, with the parameters it was first sent with.</summary>
internal sealed class Statements
{
    private readonly ConcurrentDictionary<string, SqlParameter[]> _all = new(StringComparer.Ordinal);
    private int _sent;

    public IReadOnlyDictionary<string, SqlParameter[]> All => _all;

    /// <summary>How many were sent, the repeated ones too.</summary>
    public int Sent => _sent;

    public void Take(string text, IEnumerable<SqlParameter> parameters)
    {
        Interlocked.Increment(ref _sent);
        _all.GetOrAdd(text, _ => [.. parameters.Select(p => (SqlParameter)((ICloneable)p).Clone())]);
    }

    /// <summary>Parses and binds them all.</summary>
    /// <returns>What is wrong: syntax, unknown tables and columns, unknown parameters.</returns>
    public IReadOnlyList<string> Complaints()
    {
        var unparsed = _all.Keys.SelectMany(sql => Schema.Errors(sql).Select(e => $"{e.Message}\n{sql}")).ToList();
        if (unparsed.Count > 0)
        {
            return unparsed;
        }

        using var schema = new Schema();
        foreach (var (sql, parameters) in _all)
        {
            schema.Add(sql, parameters);
        }

        return schema.Complaints();
    }
}
