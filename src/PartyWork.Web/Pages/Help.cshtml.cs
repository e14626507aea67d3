using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>操作手册, the same text as docs/user-guide.md.</summary>
public sealed class HelpModel(IWebHostEnvironment environment) : PageModel
{
    private static Manual? _manual;

    public Manual Manual { get; } = _manual ??= new Manual(environment.WebRootFileProvider);

    [Needs(Act.OwnWork)]
    public void OnGet()
    {
    }
}
