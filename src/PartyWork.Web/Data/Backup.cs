using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;

namespace PartyWork.Web.Data;

/// <summary>A whole copy of the database while it is in use, and its way back.</summary>
public static class Backup
{
    public static async Task<string> SaveAsync(PartyWorkDb db, string file)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(4)); // a large database takes longer than a page may
        if (db.Database.IsSqlite())
        {
            Rule.Require(!File.Exists(file), $"{file} exists already.");
            var path = Path.GetFullPath(file);
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {path}");
        }
        else
        {
            // FILE is a path of the server, where this program cannot look; a file that exists there gets one more backup set and loses nothing.
            await db.Database.ExecuteSqlAsync($"DECLARE @file nvarchar(400) = {file}; DECLARE @db sysname = DB_NAME(); BACKUP DATABASE @db TO DISK = @file WITH CHECKSUM, COPY_ONLY");
        }

        return $"Saved to {file}.";
    }

    /// <summary>SQLite only, with the program stopped; SQL Server is restored with its own tools (docs/operations.md).</summary>
    public static void Restore(IConfiguration configuration, string contentRoot, string file)
    {
        Rule.Require(configuration["Database:Provider"] == "Sqlite", "Restore SQL Server with RESTORE DATABASE; see docs/operations.md.");
        Rule.Require(File.Exists(file), $"{file} does not exist.");
        Rule.Require(IsWhole(file), $"{file} is damaged, or no copy of this program's database.");
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

    /// <summary>An empty file, too, is a sound database to SQLite: this program's has a history of migrations.</summary>
    private static bool IsWhole(string file)
    {
        try
        {
            using var copy = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            copy.Open();
            using var check = copy.CreateCommand();
            check.CommandText = "SELECT integrity_check = 'ok' AND (SELECT COUNT(*) FROM __EFMigrationsHistory) > 0 FROM pragma_integrity_check";
            return check.ExecuteScalar() is 1L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
