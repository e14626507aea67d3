using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Tests.Audit;

namespace PartyWork.Web.Tests.Security;

/// <summary>A form that carries more than its page asks for: every property of every entity, under the names a careless binding would take.</summary>
public sealed class MassAssignmentTests
{
    // Random by nature, or made of what is.
    private static readonly string[] Random = ["SecurityStamp", "ConcurrencyStamp", "PasswordHash", "PasswordHistory", "CodeSeal", "Correlation", "Hash", "LastHash", "Seal"];

    private static readonly Assembly Web = typeof(PartyWorkDb).Assembly;

    [Fact]
    public async Task Fields_that_a_page_does_not_ask_for_change_nothing()
    {
        await using var honest = new App();
        await using var hostile = new App { MostFields = 10_000 };
        var (acts, same) = (await RecordTests.ActsAsync(honest), await RecordTests.ActsAsync(hostile));
        Assert.Equal(acts, same);
        var smuggled = await hostile.WithDbAsync(db => Task.FromResult(Smuggled(db)));
        Assert.InRange(smuggled.Count, 300, hostile.MostFields - 100);
        foreach (var (handler, account, path, body) in acts)
        {
            var asked = Asked(handler.Split(' ')[1]);
            await PostAsync(honest, account, path, Fields(body));
            await PostAsync(hostile, account, path, [.. Fields(body), .. smuggled.Where(s => !asked.Contains(s.Key))]);
        }

        var (first, second) = (await DumpAsync(honest), await DumpAsync(hostile));
        Assert.InRange(first.Count, 1_000, int.MaxValue);
        Assert.Empty(second.Except(first).Take(20));
        Assert.Equal(first.Count, second.Count);
    }

    [Fact]
    public void No_page_takes_an_entity_from_a_form()
    {
        var entities = Web.GetTypes().Concat(typeof(Rule).Assembly.GetTypes()).Where(t => t.IsAssignableTo(typeof(IAudited)) || t.IsAssignableTo(typeof(IBelongToOrganization)) || t == typeof(UserSession)).ToHashSet();
        var wrong = Pages().SelectMany(p => Bound(p).Select(b => (Page: p.Name, b.Name, Type: b.Type.GetElementType() ?? b.Type.GenericTypeArguments.FirstOrDefault() ?? b.Type))).Where(b => entities.Contains(b.Type));

        Assert.Empty(wrong);
        Assert.InRange(Pages().Count(), 40, int.MaxValue);
    }

    private static IEnumerable<Type> Pages() => Web.GetTypes().Where(t => t.Namespace?.StartsWith("PartyWork.Web.Pages", StringComparison.Ordinal) == true && t.IsAssignableTo(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)) && !t.IsAbstract);

    /// <summary>What the page itself binds: its properties and its handlers' parameters, and what is in them.</summary>
    private static HashSet<string> Asked(string page)
    {
        var bound = Bound(Web.GetType($"PartyWork.Web.Pages{page.Replace('/', '.')}Model", throwOnError: true)!).ToList();
        string[] columns = page is "/Registers/Entry" ? [.. PartyWork.Web.Registers.Registers.Honors.Columns.Select(c => c.Name)] : []; // read by their names, not bound
        return new(columns.Concat(bound.SelectMany(b => b.Type.Namespace?.StartsWith("PartyWork.Web.Pages", StringComparison.Ordinal) == true
            ? b.Type.GetProperties().SelectMany(p => (string[])[p.Name, $"{b.Name}.{p.Name}"]) : [b.Name])), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string Name, Type Type)> Bound(Type page) =>
        page.GetProperties().Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null).Select(p => (p.Name, p.PropertyType))
            .Concat(page.GetMethods().Where(m => m.Name.StartsWith("OnGet", StringComparison.Ordinal) || m.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(m => m.GetParameters()).Select(p => (p.Name!, p.ParameterType)));

    private static List<KeyValuePair<string, string>> Smuggled(PartyWorkDb db) =>
        [.. db.Model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => (Type: t.ClrType, p.Name, Value: Value(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType))))
            .SelectMany(p => (string[])[p.Name, $"Input.{p.Name}", $"{p.Type.Name}.{p.Name}"], (p, name) => KeyValuePair.Create(name, p.Value)).DistinctBy(p => p.Key)];

    private static string Value(Type type) => type == typeof(bool) ? "true" : type == typeof(DateOnly) ? "2027-01-01" : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? "2027-01-01T00:00:00Z"
        : type == typeof(Guid) ? Guid.Empty.ToString() : type == typeof(string) ? "夹带" : type == typeof(byte[]) ? "AAAA" : "1";

    private static IEnumerable<KeyValuePair<string, string>> Fields(string body) => body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1]));

    private static async Task PostAsync(App app, string account, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var client = await app.SignedInAsync(account);
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        using var answer = await client.PostAsync(path, content);
        Assert.True((int)answer.StatusCode is 200 or 302, $"{path}: {(int)answer.StatusCode}");
    }

    private static Task<List<string>> DumpAsync(App app) => app.WithDbAsync(async db =>
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Except(["DataProtectionKeys", "UserSessions"]))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(c => !Random.Contains(reader.GetName(c))).Select(c => $"{reader.GetName(c)}={Convert.ToString(reader.GetValue(c), CultureInfo.InvariantCulture)}")));
            }
        }

        return rows;
    });
}
