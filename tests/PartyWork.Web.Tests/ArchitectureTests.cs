using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PartyWork.Web.Tests;

/// <summary>The arrows Pages, Demo ► Registers, Figures, Documents ► Security ► Data ► Domain, read from the sources.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    // Each folder may name those below it. What is not listed is put together in Hosting and Commands.
    private static readonly string[][] Layers = [["Pages", "Demo"], ["Registers", "Figures", "Documents"], ["Security"], ["Data"]];

    [Fact]
    public void Nothing_names_a_layer_above_its_own()
    {
        var wrong = new List<string>();
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            var above = Layers[..layer].SelectMany(l => l).ToList();
            foreach (var (file, text) in Layers[layer].SelectMany(folder => Sources("src/PartyWork.Web/" + folder, "*.cs", "*.cshtml")))
            {
                wrong.AddRange(Named(text).Intersect(above).Select(upper => $"{file} names {upper}"));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_and_demo_do_not_know_each_other_except_where_the_sign_in_page_offers_the_demo_accounts() =>
        Assert.Equal(
            ["src/PartyWork.Web/Pages/Account/Login.cshtml.cs names Demo"],
            from pair in (string[][])[["Pages", "Demo"], ["Demo", "Pages"]]
            from source in Sources("src/PartyWork.Web/" + pair[0], "*.cs", "*.cshtml")
            where Named(source.Text).Contains(pair[1])
            select $"{source.File} names {pair[1]}");

    [Fact]
    public void A_figure_does_not_know_where_it_is_printed() =>
        Assert.Empty(Sources("src/PartyWork.Web/Figures", "*.cs").Where(s => Named(s.Text).Contains("Documents")).Select(s => s.File));

    [Fact]
    public void The_domain_knows_neither_the_web_nor_a_database() =>
        Assert.Empty(Sources("src/PartyWork.Domain", "*.cs").Where(s => ForeignToDomain().IsMatch(s.Text)).Select(s => s.File));

    [Fact]
    public void Pages_neither_read_past_the_filters_nor_write_past_the_audit_log()
    {
        // A post's own to-dos elsewhere are counted, never shown; who was given a share reads of the task above what the act of handing down told him.
        string[] known = ["src/PartyWork.Web/Pages/ThreeLists/Shares.cshtml.cs", "src/PartyWork.Web/Pages/Todos.cs"];

        var past = Sources("src/PartyWork.Web/Pages", "*.cs", "*.cshtml").Where(s => PastTheWay().IsMatch(s.Text)).Select(s => s.File);

        Assert.Equal(known, past);
    }

    [Fact]
    public void Rows_are_written_past_the_audit_log_only_to_work_out_sums_colours_and_the_official_order_to_count_the_trees_versions_to_mark_commits_and_to_copy_the_whole_file() =>
        Assert.Equal(["src/PartyWork.Web/Data/Backup.cs", "src/PartyWork.Web/Data/Commits.cs", "src/PartyWork.Web/Data/Lights.cs", "src/PartyWork.Web/Data/OfficialOrder.cs", "src/PartyWork.Web/Data/PartyWorkDb.cs", "src/PartyWork.Web/Data/Summaries.cs"], Sources("src", "*.cs").Where(s => BulkWrite().IsMatch(s.Text)).Select(s => s.File));

    [Fact]
    public void No_code_removes_an_audit_entry_and_only_the_chain_writes_one()
    {
        var writers = Sources("src/PartyWork.Web", "*.cs").Where(s => !s.File.Contains("/Migrations/", StringComparison.Ordinal)).Where(s => AuditWrite().IsMatch(s.Text)).Select(s => s.File);

        Assert.Equal(["src/PartyWork.Web/Data/AuditChain.cs"], writers);
    }

    [Fact]
    public void Pages_carry_no_inline_script_style_or_handler_and_no_raw_html()
    {
        var wrong = from source in Sources("src/PartyWork.Web/Pages", "*.cshtml", "*.cs")
                    from Match match in Inline().Matches(source.Text)
                    select $"{source.File}: {match.Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_value_on_a_page_is_taken_for_part_of_an_address_of_mail()
    {
        var wrong = from source in Sources("src/PartyWork.Web/Pages", "*.cshtml")
                    from Match match in Mail().Matches(source.Text)
                    select $"{source.File}: {match.Value}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Named(string text) => WebNamespace().Matches(text).Select(m => m.Groups[1].Value).Distinct();

    private static IEnumerable<(string File, string Text)> Sources(string folder, params string[] patterns) =>
        patterns.SelectMany(p => Directory.Exists(Path.Combine(Root, folder)) ? Directory.EnumerateFiles(Path.Combine(Root, folder), p, SearchOption.AllDirectories) : [])
            .Where(f => !Build().IsMatch(f)).Order(StringComparer.Ordinal).Select(f => (Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Directory.Exists(Path.GetDirectoryName(here)) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The sources are not beside the tests.");
        }

        return folder;
    }

    // A using or a qualified name; “Web.Pages.Show” from inside PartyWork is one too.
    [GeneratedRegex(@"\bWeb\.(Pages|Demo|Registers|Figures|Documents|Security|Data)\b(?=[.;])")]
    private static partial Regex WebNamespace();

    [GeneratedRegex(@"PartyWork\.Web|Microsoft\.(EntityFrameworkCore|AspNetCore|Data)")]
    private static partial Regex ForeignToDomain();

    [GeneratedRegex(@"IgnoreQueryFilters|FromSql|SqlQuery|ExecuteSql|ExecuteUpdate|ExecuteDelete|IDbContextFactory|GetDbConnection")]
    private static partial Regex PastTheWay();

    /// <summary>After a Han character Razor prints @name as it stands; @(name) it does not.</summary>
    [GeneratedRegex(@"\p{Lo}@\w.{0,20}")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\.ExecuteUpdate|\.ExecuteDelete|ExecuteSql")]
    private static partial Regex BulkWrite();

    [GeneratedRegex(@"(INSERT INTO|UPDATE|DELETE FROM)\s+Audit|(Remove|RemoveRange|Add|AddRange)\([^)]*Audit(Entr|Head)|AuditEntries\.(Remove|Add)")]
    private static partial Regex AuditWrite();

    [GeneratedRegex("""<style\b|\sstyle\s*=|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*"|javascript:|Html\.Raw|new HtmlString|https?://""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Build();
}
