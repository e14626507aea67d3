using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;

namespace PartyWork.Web.Data;

/// <summary>A whole copy of the database while it is in use, and its way back.</summary>
public static class Backup
{
    public static async Task<string> SaveAsync(PartyWorkDb db, string file)
    {
        Rule.Require(!File.Exists(file), $"{file} exists already.");
        var sql = db.Database.IsSqlite() ? "VACUUM INTO {0}" : "DECLARE @file nvarchar(400) = {0}; DECLARE @db sysname = DB_NAME(); BACKUP DATABASE @db TO DISK = @file WITH CHECKSUM, COPY_ONLY";
        await db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql, db.Database.IsSqlite() ? Path.GetFullPath(file) : file));
        return $"Saved to {file}.";
    }

    /// <summary>SQLite only, with the program stopped; SQL Server is restored with its own tools (docs/operations.md).</summary>
    public static void Restore(IConfiguration configuration, string contentRoot, string file)
    {
        Rule.Require(configuration["Database:Provider"] == "Sqlite", "Restore SQL Server with RESTORE DATABASE; see docs/operations.md.");
        Rule.Require(File.Exists(file), $"{file} does not exist.");
        using (var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False"))
        {
            copy.Open();
            using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Rule.Require((string?)check.ExecuteScalar() == "ok", $"{file} is damaged.");
        }

        var target = Path.Combine(contentRoot, new SqliteConnectionStringBuilder(configuration.GetConnectionString("PartyWork")).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        foreach (var old in (string[])[target, target + "-wal", target + "-shm"])
        {
            if (File.Exists(old))
            {
                File.Move(old, old + ".before-restore", overwrite: true);
            }
        }

        File.Copy(file, target);
        Console.WriteLine($"Restored {target}; what was there is kept beside it as .before-restore.");
    }
}
