using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>Nothing answers that nobody has decided about.</summary>
public sealed class InventoryTests(App app) : IClassFixture<App>
{
    // Adding to this list is a decision about everybody outside. At most eight.
    private static readonly string[] Anonymous = ["/Account/Login", "/Error", "/Status", "/Surveys/Answer", "/health/live", "/health/ready", "(static files)"];

    private IReadOnlyList<Endpoint> Endpoints => [.. app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).Distinct()];

    [Fact]
    public void Only_the_listed_addresses_answer_somebody_who_has_not_signed_in()
    {
        var open = Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Name).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Anonymous.Order(StringComparer.Ordinal), open);
        Assert.InRange(Anonymous.Length, 1, 8);
    }

    [Fact]
    public async Task Every_handler_of_every_page_names_its_act_and_is_in_the_matrix()
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new List<(string Key, Act? Act)>();
        foreach (var page in Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().DistinctBy(p => p.ViewEnginePath))
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            if (compiled.ModelTypeInfo!.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            {
                Assert.NotEmpty(compiled.HandlerMethods);
                found.AddRange(compiled.HandlerMethods.Select(h => ($"{h.HttpMethod.ToUpperInvariant()} {page.ViewEnginePath} {h.Name}".TrimEnd(), h.MethodInfo.GetCustomAttribute<NeedsAttribute>()?.Act)));
            }
            else
            {
                Assert.True(Handlers.IsAnonymous(page.ViewEnginePath), page.ViewEnginePath);
            }
        }

        Assert.All(found, h => Assert.True(h.Act is not null, $"{h.Key} names no act."));
        Assert.Equal(Handlers.All.Select(h => (h.Key, h.Act)).Order(), found.Select(h => (h.Key, h.Act!.Value)).Order());
    }

    [Fact]
    public void Everything_else_asks_for_a_signed_in_user()
    {
        var policy = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorizationOptions>>().Value.FallbackPolicy;

        Assert.Contains(policy!.Requirements, r => r is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
    }

    private static string Name(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath
        ?? (endpoint is RouteEndpoint { RoutePattern.RawText: { } path } && path.StartsWith("/health", StringComparison.Ordinal) ? path : "(static files)");
}
