namespace PartyWork.Web.Tests;

/// <summary>The working tree the tests were built from, for tests that read sources and documents.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PartyWork.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PartyWork.sln is above no folder of the tests.");
        }

        return folder;
    }
}
