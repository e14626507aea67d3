using System.Text.RegularExpressions;

namespace PartyWork.Web.Tests;

/// <summary>docs/glossary.md names every public type of the domain, and no type that is gone.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_public_type_of_the_domain_is_explained()
    {
        Assert.Empty(Declared("src/PartyWork.Domain").Except(Explained()).Order());
    }

    [Fact]
    public void Every_explained_name_is_a_type_of_the_product()
    {
        Assert.Empty(Explained().Except(Declared("src")).Order());
    }

    [Fact]
    public void No_name_is_explained_twice()
    {
        Assert.Empty(Explained().GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private static HashSet<string> Declared(string folder) =>
        [.. Repository.Sources(folder).SelectMany(f => Declaration().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value)];

    private static List<string> Explained() =>
        [.. File.ReadLines(Repository.PathOf("docs/glossary.md")).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^\s*public (?:(?:static|sealed|abstract|partial|readonly) )*(?:class|record|enum|interface|struct)(?: struct| class)? (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>| 中文 | English | `Identifier` | meaning |, with nothing left blank.</summary>
    [GeneratedRegex(@"^\| [^|`]+ \| [^|`]+ \| `(\w+)` \| [^|]+ \|$")]
    private static partial Regex Row();
}
