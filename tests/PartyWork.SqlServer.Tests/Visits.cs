using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartyWork.SqlServer.Tests;

/// <summary>Which page handlers ran.</summary>
internal sealed class Visits : IAsyncPageFilter, IOrderedFilter
{
    private readonly ConcurrentDictionary<string, int> _handlers = new();

    public int Order => int.MaxValue; // after the guard: what it refuses did not run

    /// <summary>Page and method name, as in <c>/Reports/Fill OnPostAsync</c>.</summary>
    public IReadOnlyCollection<string> Handlers => (IReadOnlyCollection<string>)_handlers.Keys;

    public static string Name(PageActionDescriptor page, string method) => $"{page.ViewEnginePath} {method}";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _handlers.AddOrUpdate(Name(context.ActionDescriptor, context.HandlerMethod?.MethodInfo.Name ?? "-"), 1, (_, n) => n + 1);
        return next();
    }
}
