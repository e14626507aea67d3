using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace PartyWork.SqlServer.Tests;

/// <summary>A Razor page of the program: its address with stand-ins for the ids, and its handlers.</summary>
internal sealed record AppPage(PageActionDescriptor Descriptor, IReadOnlyList<MethodInfo> Handlers)
{
    public string Route => Descriptor.AttributeRouteInfo!.Template!;

    public static IReadOnlyList<AppPage> All(IServiceProvider services)
    {
        var loaded = services.GetRequiredService<PageLoader>();
        return [.. services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().DistinctBy(d => d.ViewEnginePath)
            .Select(d => new AppPage(d, [.. Model(loaded, d).GetMethods().Where(m => m.Name.StartsWith("OnGet", StringComparison.Ordinal) || m.Name.StartsWith("OnPost", StringComparison.Ordinal))]))];
    }

    /// <summary>The handler's name as it stands in the address: Export of OnGetExportAsync.</summary>
    public static string HandlerName(MethodInfo method)
    {
        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^5] : method.Name;
        return name.StartsWith("OnGet", StringComparison.Ordinal) ? name[5..] : name[6..];
    }

    /// <summary>With 1 for every id that has no value of its own.</summary>
    public string Address(MethodInfo method)
    {
        var name = HandlerName(method);
        var inRoute = Route.Contains("{handler", StringComparison.Ordinal);
        var path = string.Join('/', Route.Split('/').Select(s => s.StartsWith("{handler", StringComparison.Ordinal) ? (name.Length > 0 ? name : "-") : s.StartsWith('{') ? "1" : s));
        return "/" + path + (name.Length > 0 && !inRoute ? "?handler=" + name : "");
    }

    private static TypeInfo Model(PageLoader loader, PageActionDescriptor descriptor) =>
        loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().ModelTypeInfo!;
}
