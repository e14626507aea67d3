using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PartyWork.Web.Security;

namespace PartyWork.Web;

/// <summary>Traces and counts for a collector of the office's own network. Nothing is measured and nothing sent unless OpenTelemetry:Endpoint names one.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["OpenTelemetry:Endpoint"] is not { Length: > 0 } address)
        {
            return;
        }

        var endpoint = new Uri(address);
        services.AddOpenTelemetry().ConfigureResource(r => r.AddService("PartyWork"))
            .WithTracing(t => t.AddAspNetCoreInstrumentation(o => o.Filter = http => !Refusals.IsAnswering(http.Request.Path)).AddOtlpExporter(o => o.Endpoint = endpoint))
            .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter(o => o.Endpoint = endpoint));
    }
}
