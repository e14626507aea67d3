using CsvHelper;

namespace PartyWork.Web.Tests;

/// <summary>docs/asvs.csv says of no requirement that a file meets it or a test proves it which is not there.</summary>
public sealed class AsvsTests
{
    private static readonly char[] Between = ['；', ';'];

    [Fact]
    public void Every_test_and_every_file_named_is_there()
    {
        var sources = Repository.Sources("tests").ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        using var file = File.OpenRead(Repository.PathOf("docs/asvs.csv"));
        using var csv = CsvReader.Create(file);
        var missing = new List<string>();
        while (csv.Read())
        {
            var no = csv.GetString("编号");
            missing.AddRange(csv.GetString("测试").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => t.Split('.'))
                .Where(t => t.Length != 2 || !sources[t[0]].Any(s => s.Contains($" {t[1]}(", StringComparison.Ordinal))).Select(t => $"{no} {string.Join('.', t)}"));
            missing.AddRange(csv.GetString("落实处").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.Split('（', '*', ' ')[0])
                .Where(f => f.StartsWith("src/", StringComparison.Ordinal) && !File.Exists(Repository.PathOf(f)) && !Directory.Exists(Repository.PathOf(f))).Select(f => $"{no} {f}"));
        }

        Assert.Empty(missing);
    }
}
