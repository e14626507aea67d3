using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Security;

/// <summary>Forty texts that become a script somewhere if they are printed without care; each carries its number, by which it is found again.</summary>
public static partial class Payloads
{
    private const int ShortestText = 40;

    public static readonly IReadOnlyList<string> Scripts =
    [
        .. new[]
        {
            "<script>{0}()</script>", "</script><script>{0}()</script>", "<img src=x onerror={0}()>", "\"><img src=x onerror={0}()>", "'><svg onload={0}()>", "\" autofocus onfocus={0}() x=\"", "' onmouseover='{0}()",
            "<svg><script>{0}()</script></svg>", "<iframe srcdoc='<script>{0}()</script>'>", "<iframe src=javascript:{0}()>", "javascript:{0}()", " javascript:{0}()", "JaVaScRiPt:{0}()", "java\tscript:{0}()",
            "data:text/html,<script>{0}()</script>", "<a href=\"javascript:{0}()\">x</a>", "</textarea><script>{0}()</script>", "</title><script>{0}()</script>", "</select><img src=x onerror={0}()>", "--><script>{0}()</script>",
            "]]><script>{0}()</script>", "<math><mi xlink:href=\"javascript:{0}()\">x</mi></math>", "<details open ontoggle={0}()>", "<body onload={0}()>", "<input onfocus={0}() autofocus>", "<video><source onerror={0}()></video>",
            "<object data=\"javascript:{0}()\">", "<embed src=\"javascript:{0}()\">", "<base href=\"//evil.example/\">{0}", "<meta http-equiv=refresh content=\"0;url=javascript:{0}()\">", "<link rel=stylesheet href=//evil.example/{0}.css>",
            "<style>@import '//evil.example/{0}.css';</style>", "<form action=\"javascript:{0}()\"><button>x</button></form>", "<button formaction=\"javascript:{0}()\">x</button>", "&lt;script&gt;{0}()&lt;/script&gt;", "&#60;script&#62;{0}()&#60;/script&#62;",
            "\\u003cscript\\u003e{0}()\\u003c/script\\u003e", "＜script＞{0}()＜/script＞", "<ſcript>{0}()</ſcript>", "<%= {0}() %>",
        }.Select((p, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, p, $"pwn{i:00}")),
    ];

    /// <returns>How many texts are payloads now. What the program reads back itself, keys and JSON, is left alone.</returns>
    public static Task<int> PlantAsync(App app) => app.WithDbAsync(async db =>
    {
        var planted = 0;
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null and not ("AuditEntries" or "AuditHeads" or "Settings" or "Users" or "UserSessions" or "DataProtectionKeys" or "RubricCriteria" or "RubricCategories" or "FigureParameters")))
        {
            foreach (var (number, text) in entity.GetProperties().Where(p => p.ClrType == typeof(string) && (p.GetMaxLength() ?? int.MaxValue) >= ShortestText && !p.IsKey() && !p.IsForeignKey() && !p.IsIndex() && !Read().IsMatch(p.Name)).Index())
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                var (table, column) = (entity.GetTableName(), $"\"{text.GetColumnName()}\"");
                var cases = string.Concat(Scripts.Select((p, i) => $" WHEN {i} THEN '{p.Replace("'", "''", StringComparison.Ordinal)}'"));
                command.CommandText = $"UPDATE {table} SET {column} = CASE (rowid + {number}) % {Scripts.Count}{cases} END WHERE {column} <> '' AND {column} NOT LIKE '{{%' AND SUBSTR({column}, 1, 1) <> '['";
                planted += await command.ExecuteNonQueryAsync();
            }
        }

        return planted;
    });

    // Names of columns that the program reads as something else than words.
    [GeneratedRegex("Hash|Seal|Stamp|MediaType|QuestionsText|TallyText|CountsText|Choices|Metric|Expression|Formula|Figure|Rule|Sheet|^Key$|Query|Seed|Link|^Value$|^Number$")]
    private static partial Regex Read();
}
