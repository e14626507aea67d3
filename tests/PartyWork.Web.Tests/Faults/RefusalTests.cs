using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using OpenTelemetry.Trace;
using PartyWork.Web.Security;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace PartyWork.Web.Tests.Faults;

/// <summary>What was refused can be found again, in lines that nobody can forge; who answers a survey cannot.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly App _app = new();
    private readonly Told _told = new();
    private WebApplicationFactory<Program> _site = null!;

    public ValueTask InitializeAsync()
    {
        _site = _app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton(new SerilogLoggerFactory(new LoggerConfiguration().WriteTo.Sink(_told).CreateLogger()).CreateLogger<Refusals>())));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Refused_pages_guessed_numbers_and_forged_forms_are_told_with_account_and_path()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']");
        using var forged = new FormUrlEncodedContent([]);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/users")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/lists/2147480000")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/phrases?handler=Add", forged)).StatusCode);

        Assert.Equal([("403", "\"/users\""), ("404", "\"/lists/2147480000\""), ("400", "\"/phrases\"")], _told.Events.Select(e => ($"{e.Properties["Status"]}", $"{e.Properties["RequestPath"]}")));
        Assert.All(_told.Events, e => Assert.NotEqual("null", $"{e.Properties["Account"]}"));
    }

    [Fact]
    public async Task No_path_makes_a_second_line()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        await (await client.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']");

        await client.GetAsync("/lists/1%0d%0a%7b%22@l%22:%22Fatal%22%7dx");

        using var written = new StringWriter();
        new RenderedCompactJsonFormatter().Format(Assert.Single(_told.Events), written);
        Assert.Single(written.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Who_answers_a_survey_stands_in_no_log()
    {
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });

        await client.GetAsync("/s/ABCDEFGHJK");
        await client.GetAsync("/s/no/such/page");

        Assert.Empty(_told.Events);
    }

    [Fact]
    public async Task Nothing_is_measured_unless_a_collector_is_named()
    {
        Assert.Null(_app.Services.GetService<TracerProvider>());

        await using var measured = _app.WithWebHostBuilder(b => b.UseSetting("OpenTelemetry:Endpoint", "http://127.0.0.1:9"));
        Assert.NotNull(measured.Services.GetService<TracerProvider>());
    }

    private sealed class Told : ILogEventSink
    {
        public List<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            lock (Events)
            {
                Events.Add(logEvent);
            }
        }
    }
}
