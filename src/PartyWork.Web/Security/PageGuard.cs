using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;

namespace PartyWork.Web.Security;

/// <summary>
/// Before a handler: there must be one, its act must be named, the active post must be able to do it (403), and not too often (429). After it: a broken rule of an act
/// without fields is told on the page it came from, which the form names where it is another's; pages with fields catch it themselves and keep what was typed.
/// </summary>
public sealed class PageGuard(CurrentUser user, Limits limits) : IAsyncPageFilter
{
    public const string Message = "Message", Broken = "Broken";
    public const string Changed = "内容刚刚被其他同志修改过，请核对最新内容后再操作。";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.ActionDescriptor.ModelTypeInfo?.GetCustomAttribute<AllowAnonymousAttribute>() is null)
        {
            if (context.HandlerMethod is not { } handler)
            {
                context.Result = new NotFoundResult(); // else the page would be shown without anybody having asked who may see it
                return;
            }

            var needs = handler.MethodInfo.GetCustomAttribute<NeedsAttribute>()
                ?? throw new InvalidOperationException($"{handler.MethodInfo.DeclaringType}.{handler.MethodInfo.Name} names no act.");
            if (First(context.ActionDescriptor.ViewEnginePath) is { } first)
            {
                context.Result = new RedirectResult(first);
                return;
            }

            if (needs.Act is not Act.OwnWork && !user.May(needs.Act))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
                return;
            }

            if (user.UserId is { } userId && limits.Wait(userId, handler, context.HttpContext.Request) is { } wait)
            {
                Limits.Tell(context.HttpContext.Response, wait);
                context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
                return;
            }
        }

        var executed = await next();
        var sentence = executed.Exception switch
        {
            BrokenRuleException broken => broken.Message,
            DbUpdateConcurrencyException => Changed,
            _ => null,
        };
        if (sentence is not null && context.HandlerInstance is PageModel page)
        {
            page.TempData[Broken] = sentence;
            var query = QueryString.Create(page.Request.Query.Where(q => q.Key != "handler")); // else the page's own forms would post to this handler again
            var back = page.Request.HasFormContentType ? page.Request.Form["back"].ToString() : "";
            executed.Result = new RedirectResult(page.Url.IsLocalUrl(back) ? back : page.Request.PathBase + page.Request.Path + query);
            executed.ExceptionHandled = true;
        }
    }

    /// <summary>Where an account must go before it may go anywhere: its own password, then its second factor; null when it may go on.</summary>
    private string? First(string page) =>
        page is "/Account/Logout" ? null
        : user.MustChangePassword ? page is "/Account/Password" ? null : "/account/password"
        : user.Account is { MustAddSecondFactor: true } ? page is "/Account/TwoFactor" or "/Account/Password" ? null : "/account/two-factor"
        : null;
}
