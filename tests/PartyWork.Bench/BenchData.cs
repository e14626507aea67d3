using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PartyWork.Bench;

/// <summary>
/// Databases of a known size, multiplied from the demo district by copying whole rows: every column of every copy is real, whatever the schema
/// is today. Built once and kept beside the published program.
/// </summary>
public sealed class BenchData(SqliteConnection db)
{
    /// <summary>Tasks of one organisation and year, on average.</summary>
    private const int TasksAYear = 50;

    /// <param name="demo">A database that holds the demo district.</param>
    /// <param name="years">Years of tasks, the demo's year among them.</param>
    /// <param name="organizations">At least so many organisations below the committees.</param>
    /// <param name="writers">Accounts of clerks whose report of the fourth quarter lies returned with them.</param>
    public static void Build(string demo, string target, int years, int organizations, int writers)
    {
        File.Copy(demo, target + ".part", overwrite: true);
        using (var connection = Open(target + ".part", SqliteOpenMode.ReadWrite))
        {
            Execute(connection, "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; BEGIN");
            new BenchData(connection).Multiply(years, organizations, writers);
            Execute(connection, "COMMIT; ANALYZE; PRAGMA journal_mode=WAL");
        }

        SqliteConnection.ClearAllPools();
        File.Move(target + ".part", target);
    }

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Multiply(int years, int organizations, int writers)
    {
        ReturnReports(writers);
        var year = Scalar(db, "SELECT MAX(Year) FROM WorkYears");
        Execute(db, $"DELETE FROM TaskProgress WHERE WorkTaskId IN (SELECT Id FROM WorkTasks WHERE Year < {year}); DELETE FROM ProblemTasks; DELETE FROM DutyTasks; DELETE FROM WorkTasks WHERE Year < {year}");
        var (units, tasks) = (Scalar(db, "SELECT COUNT(DISTINCT OrganizationId) FROM WorkTasks"), Scalar(db, "SELECT COUNT(*) FROM WorkTasks"));
        var demo = Largest("WorkTasks");
        for (var copy = 1; copy * tasks < units * TasksAYear; copy++)
        {
            CopyTasks($"t.Id <= {demo}", ("No", $"No + {copy * 1000}"));
        }

        var below = Scalar(db, "SELECT COUNT(*) FROM Organizations WHERE Level > 2");
        var largest = Largest("Organizations") + 1;
        var own = "(SELECT Id FROM Organizations WHERE Level > 2)";
        for (var copy = 1; copy * below < organizations; copy++)
        {
            var shift = $"+ {copy * largest}";
            Copy("Organizations", $"Level > 2 AND Id < {largest}", ("Id", $"Id {shift}"), ("Code", $"Code || 'B{copy}'"), ("SortNo", $"SortNo + {copy}"));
            Copy("Affiliations", $"OrganizationId IN {own} AND OrganizationId < {largest} AND ParentId NOT IN {own}", ("Id", "NULL"), ("OrganizationId", $"OrganizationId {shift}"));
            Copy("Filings", $"OrganizationId IN {own} AND OrganizationId < {largest}", ("Id", "NULL"), ("OrganizationId", $"OrganizationId {shift}"));
            CopyTasks($"t.OrganizationId IN {own} AND t.OrganizationId < {largest}", ("OrganizationId", $"OrganizationId {shift}"));
        }

        var (all, keys) = (Largest("WorkTasks"), Largest("TaskProgress"));
        for (var back = 1; back < years; back++)
        {
            Copy("WorkTasks", $"Year = {year}", ("Id", $"Id + {back * (all + 1)}"), ("Year", $"Year - {back}"));
            Copy("TaskProgress", $"Id <= {keys}", ("Id", $"Id + {back * (keys + 1)}"), ("WorkTaskId", $"WorkTaskId + {back * (all + 1)}"));
        }

        Execute(db, "UPDATE TreeStamps SET Version = Version + 1");
    }

    /// <summary>Clerks who have a form open on what was sent back: there every save is a change of something submitted, and goes on record.</summary>
    private void ReturnReports(int writers)
    {
        const string reports = "(SELECT f.Id FROM Filings f WHERE f.Year = (SELECT MAX(Year) FROM WorkYears) AND f.Period = 4 AND f.Kind = 2 AND f.Stage IN (3, 4, 5) ORDER BY f.Id)";
        Execute(db, $"""
            CREATE TEMP TABLE Writers AS SELECT f.Id AS FilingId, MIN(h.PersonId) AS PersonId, ROW_NUMBER() OVER (ORDER BY f.Id) AS No
            FROM Filings f JOIN PostHoldings h ON h.OrganizationId = f.OrganizationId AND h.Kind = 3 AND h."To" IS NULL
            WHERE f.Id IN {reports} AND h.PersonId NOT IN (SELECT PersonId FROM Users WHERE PersonId IS NOT NULL)
            GROUP BY f.Id LIMIT {writers}
            """);
        Execute(db, "UPDATE Filings SET Stage = 4, StageSince = COALESCE(FirstSubmittedAt, StageSince), PreparedAt = NULL WHERE Id IN (SELECT FilingId FROM Writers)");
        Execute(db, "UPDATE FilingRows SET IsFrozen = 1, ReturnReason = '请补充说明。' WHERE FilingId IN (SELECT FilingId FROM Writers)");
        Copy("Users", "UserName = 'wenming.officer'", "Writers w", ("Id", "NULL"), ("PersonId", "w.PersonId"), ("UserName", "'bench' || w.No"), ("NormalizedUserName", "'BENCH' || w.No"));
    }

    private void CopyTasks(string which, params (string Column, string Expression)[] changed)
    {
        var shift = Largest("WorkTasks");
        Copy("TaskProgress", $"WorkTaskId IN (SELECT t.Id FROM WorkTasks t WHERE {which})", [("Id", "NULL"), ("WorkTaskId", $"WorkTaskId + {shift}"), .. changed.Where(c => c.Column == "OrganizationId")]);
        Copy("WorkTasks AS t", which, [("Id", $"t.Id + {shift}"), .. changed]);
    }

    private long Largest(string table) => Scalar(db, $"SELECT MAX(Id) FROM {table}");

    private void Copy(string table, string where, params (string Column, string Expression)[] changed) => Copy(table, where, "", changed);

    private void Copy(string table, string where, string with, params (string Column, string Expression)[] changed)
    {
        var name = table.Split(' ')[0];
        var columns = new List<string>();
        using (var info = db.CreateCommand())
        {
            info.CommandText = $"SELECT name FROM pragma_table_info('{name}')";
            using var reader = info.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c).Expression ?? $"\"{c}\"");
        Execute(db, $"INSERT INTO {name} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM {table}{(with.Length > 0 ? ", " + with : "")} WHERE {where}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
