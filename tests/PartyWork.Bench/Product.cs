using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;

namespace PartyWork.Bench;

/// <summary>The published program over a database of its own, as an office runs it, with signed-in users.</summary>
public sealed class Product(string url, string database) : IAsyncDisposable
{
    private const string Password = "Qinghe-2026";

    private readonly List<Writer> _writers = [];
    private readonly Random _random = new(42);
    private Server? _server;
    private HttpClient _reader = new();
    private List<long> _committees = [];
    private List<(long Lists, long No)> _items = [];

    public Server Server => _server!;

    /// <summary>From the start of the program until somebody who signed in had the first list.</summary>
    public TimeSpan FirstList { get; private set; }

    public async Task StartAsync(string program, int writers)
    {
        using (var db = BenchData.Open(database, SqliteOpenMode.ReadOnly))
        {
            _committees = Keys(db, "SELECT Id, 0 FROM Organizations WHERE Level = 2").Select(k => k.Item1).ToList();
            _items = Keys(db, "SELECT f.Id, t.No FROM WorkTasks t JOIN Filings f ON f.OrganizationId = t.OrganizationId AND f.Kind = 1 AND f.Year = t.Year WHERE t.Year = (SELECT MAX(Year) FROM WorkYears) AND t.Id % 7 = 0 LIMIT 5000");
        }

        _server = await Bench.Server.StartAsync("dotnet", ["PartyWork.Web.dll", "--urls", url], program, new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Staging", // as Production, which refuses the demo's accounts
            ["ConnectionStrings__PartyWork"] = $"Data Source={database}",
            ["Security__RequireHttps"] = "false",
            ["Serilog__MinimumLevel__Default"] = "Warning",
        }, url + "/health/ready");
        _reader = await SignInAsync("inspector");
        (await ListAsync(0)).EnsureSuccessStatusCode().Dispose();
        FirstList = _server.Age;
        for (var no = 1; no <= writers; no++)
        {
            _writers.Add(await Writer.OpenAsync(await SignInAsync($"bench{no}")));
        }
    }

    /// <summary>The tasks of a committee and everything below it that are done: twenty rows and their number.</summary>
    public Task<HttpResponseMessage> ListAsync(int _) => _reader.GetAsync($"/lists/tasks?light=Blue&committee={Pick(_committees)}");

    /// <summary>The dashboard of the whole district.</summary>
    public Task<HttpResponseMessage> DashboardAsync(int _) => _reader.GetAsync("/dashboard");

    /// <summary>The largest workbook that there is: 2,000 tasks.</summary>
    public async Task ExportAsync() => (await _reader.GetAsync("/lists/tasks?handler=Export")).EnsureSuccessStatusCode().Dispose();

    public Task<HttpResponseMessage> ItemAsync(int _)
    {
        var (lists, no) = Pick(_items);
        return _reader.GetAsync($"/lists/{lists}/tasks/{no}");
    }

    /// <summary>One row of a quarterly report that was sent back, changed by its own clerk and on record.</summary>
    public Task<HttpResponseMessage> SaveAsync(int client) => _writers[client].SaveAsync();

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _writers.ForEach(w => w.Dispose());
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static List<(long, long)> Keys(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var keys = new List<(long, long)>();
        while (reader.Read())
        {
            keys.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return keys;
    }

    private T Pick<T>(List<T> list)
    {
        lock (_random)
        {
            return list[_random.Next(list.Count)];
        }
    }

    private async Task<HttpClient> SignInAsync(string account)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = new Uri(url) };
        var token = Token(await client.GetStringAsync("/login"));
        using var form = new FormUrlEncodedContent([new("UserName", account), new("Password", Password), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync("/login", form);
        return answer.StatusCode is System.Net.HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{account} could not sign in: {(int)answer.StatusCode}.");
    }

    private static string Token(string html) => new HtmlParser().ParseDocument(html).QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

    /// <summary>A clerk with the form open; every save carries the version that the last one answered.</summary>
    private sealed class Writer(HttpClient client, string address, string token, string key, int version) : IDisposable
    {
        private int _version = version, _saves;

        public static async Task<Writer> OpenAsync(HttpClient client)
        {
            var list = new HtmlParser().ParseDocument(await client.GetStringAsync("/my"));
            var address = list.QuerySelectorAll("a[href$='/fill']").Select(a => a.GetAttribute("href")!).First();
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync(address));
            var index = page.QuerySelector("input[name='Rows.Index']")!.GetAttribute("value")!;
            return new Writer(client, address, Token(page.DocumentElement.OuterHtml), Field(page, index, "Key")!, int.Parse(Field(page, index, "Version")!, CultureInfo.InvariantCulture));
        }

        public async Task<HttpResponseMessage> SaveAsync()
        {
            using var form = new FormUrlEncodedContent([
                new("Rows.Index", "0"), new("Rows[0].Key", key), new("Rows[0].Version", $"{_version}"), new("Rows[0].Choice", "1"), new("Rows[0].Value", "1"),
                new("Rows[0].Words", $"第{++_saves}次补充：已走访居民并完成公示。"), new("__RequestVerificationToken", token)]);
            var answer = await client.PostAsync($"{address}?handler=Row", form);
            using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            _version = told.RootElement.TryGetProperty("version", out var now) ? now.GetInt32() : throw new InvalidOperationException(told.RootElement.ToString());
            return answer;
        }

        public void Dispose() => client.Dispose();

        private static string? Field(IDocument page, string index, string name) => page.QuerySelector($"input[name='Rows[{index}].{name}']")?.GetAttribute("value");
    }
}
