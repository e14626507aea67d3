using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Security;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PartyWork.Web.Tests.Security;

/// <summary>What lets somebody in is found nowhere afterwards: not in the database or its log file, not in what the program writes, not among temporary files.</summary>
public sealed class ResidueTests : IAsyncLifetime
{
    // Of the shape that is accepted, and found nowhere by chance.
    private const string First = "Jinsique-7319-Jia", Second = "Jinsique-7319-Yi", Wrong = "Jinsique-7319-Cuo";

    private readonly App _app = new();
    private readonly Written _written = new();

    /// <summary>By the machine's own clock, as its files are dated: not the product's, which a test may move.</summary>
    private readonly DateTime _began = TimeProvider.System.GetUtcNow().UtcDateTime;

    private WebApplicationFactory<Program> _site = null!;

    public ValueTask InitializeAsync()
    {
        var logger = new LoggerConfiguration().MinimumLevel.Debug().Enrich.FromLogContext().WriteTo.Sink(_written).CreateLogger();
        _site = _app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSerilog(logger, dispose: true)));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task No_password_code_key_or_token_is_left_behind()
    {
        Assert.SkipUnless(App.IsSqlite, "The database's own files are searched.");
        var secrets = new List<string> { First, Second, Wrong };
        var target = await _app.WithDbAsync(db => db.Users.Where(u => u.UserName == "talent").Select(u => new { u.Id, Version = EF.Property<int>(u, PartyWork.Web.Data.PartyWorkDb.Version) }).SingleAsync());
        using var admin = await EnterAsync("button[value='secadmin']");

        // A reset, its slip, the first password, a wrong one, another password, a second factor with its codes.
        using var reset = await PostAsync(admin, $"/users/{target.Id}?handler=Reset", ("Version", $"{target.Version}"), ("Reason", "本人申请"));
        var slip = (await admin.PageAsync(reset)).All(".slip dd.key")[1].TextContent;
        secrets.AddRange([slip, slip.Replace("-", "", StringComparison.Ordinal)]);
        using var holder = _site.CreateClient(new() { AllowAutoRedirect = false });
        var first = await holder.FollowAsync(await SignInAsync(holder, slip));
        Assert.Equal(HttpStatusCode.Redirect, (await first.Type("New", First).Type("Again", First).SubmitAsync("form#password")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(_site.CreateClient(new() { AllowAutoRedirect = false }), Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await holder.GetPageAsync("/account/password")).Type("Current", First).Type("New", Second).Type("Again", Second).SubmitAsync("form#password")).StatusCode);
        var enrol = await holder.GetPageAsync("/account/two-factor");
        var key = enrol.Find(".key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        secrets.Add(key);
        var done = await holder.PageAsync(await enrol.Type("Code", Totp.CodeAt(key, _app.Clock.GetUtcNow())).SubmitAsync("form#enable"));
        var recovery = done.All(".codes li").Select(c => c.TextContent).ToList();
        Assert.Equal(8, recovery.Count);
        secrets.AddRange(recovery);
        secrets.Add((await holder.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(holder, "/logout")).StatusCode);

        await _site.DisposeAsync();
        var found = new List<string>();
        foreach (var (place, bytes) in Places())
        {
            found.AddRange(secrets.Where(s => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(s)) >= 0).Select(s => $"{s} in {place}"));
        }

        Assert.InRange(_written.Lines.Count, 100, int.MaxValue); // there was something to be searched
        Assert.Empty(found);
    }

    /// <summary>Twenty ways to end a line in what is told of a request: each event stays one line of JSON that says what happened.</summary>
    [Fact]
    public async Task No_request_forges_a_line_of_the_log()
    {
        string[] breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u0001", "\u001b[2K", "\\r\\n", "%0d%0a", "%250a", "%E5%98%8A%E5%98%8D", "\"}\n{", "\\\"}\n{", "\r\n\r\n", "\t\n", "{Status}\n", "{@RequestPath}\r"];
        const string Forged = """{"@t":"2026-01-01T00:00:00Z","@l":"Fatal","@m":"Forged"}""";
        using var client = await EnterAsync("button[value='wenming.officer']");
        var forged = breaks.Select(b => b + Forged + b).ToList();
        foreach (var text in forged)
        {
            using var byPath = new HttpRequestMessage(HttpMethod.Get, "/lists/" + Uri.EscapeDataString(text));
            byPath.Headers.TryAddWithoutValidation("X-Forwarded-For", Uri.EscapeDataString(text));
            using var refused = await client.SendAsync(byPath);
            using var byQuery = await client.GetAsync("/users?Words=" + Uri.EscapeDataString(text));
            await SignInAsync(_site.CreateClient(new() { AllowAutoRedirect = false }), text[..Math.Min(50, text.Length)], text);
        }

        Assert.InRange(_written.Lines.Count(l => l.Contains("Refused", StringComparison.Ordinal)), 2 * forged.Count, int.MaxValue);
        foreach (var line in _written.Lines)
        {
            Assert.Single(line.TrimEnd('\n', '\r').Split(['\n', '\r']));
            Assert.NotEqual("Forged", JsonDocument.Parse(line).RootElement.GetProperty("@m").GetString());
        }
    }

    private IEnumerable<(string Place, byte[] Bytes)> Places()
    {
        yield return ("the log", Encoding.UTF8.GetBytes(string.Concat(_written.Lines)));
        foreach (var file in new[] { _app.File, _app.File + "-wal", _app.File + "-shm" }.Where(File.Exists))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            yield return (Path.GetExtension(file), bytes);
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath()).Where(f => !Path.GetFileName(f).StartsWith("partywork-", StringComparison.Ordinal)))
        {
            byte[] bytes;
            try
            {
                if (File.GetLastWriteTimeUtc(file) < _began || new FileInfo(file).Length >= 1 << 24)
                {
                    continue;
                }

                bytes = File.ReadAllBytes(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue; // another program's, or gone meanwhile
            }

            yield return (file, bytes);
        }
    }

    private async Task<HttpClient> EnterAsync(string button)
    {
        var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).SubmitAsync(button)).StatusCode);
        return client;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string password) => SignInAsync(client, "talent", password);

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string account, string password) =>
        await (await client.GetPageAsync("/login")).Type("UserName", account).Type("Password", password).SubmitAsync("form#sign-in");

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var token = (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token)));
        return await client.PostAsync(path, body);
    }

    private sealed class Written : ILogEventSink
    {
        private readonly RenderedCompactJsonFormatter _format = new();

        private readonly List<string> _lines = [];

        /// <summary>Those so far: other hosts of the same process may still be writing.</summary>
        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            _format.Format(logEvent, line);
            lock (_lines)
            {
                _lines.Add(line.ToString());
            }
        }
    }
}
