using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>The page behind a status code: what happened and what to do, without saying what exists.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken(Order = 1001)] // after the rule for all pages, else that one counts
public sealed class StatusModel : PageModel
{
    private const int LongInSeconds = 90;

    public string Title { get; private set; } = "";
    public string Words { get; private set; } = "";

    /// <summary>The address to open again once the wait is over.</summary>
    public string? Again { get; private set; }

    /// <summary>What was typed into the form that came too soon: it is submitted from here when the wait is over.</summary>
    public HeldForm? Held { get; private set; }

    public void OnGet(int code)
    {
        Tell(code);
        Again = code is StatusCodes.Status429TooManyRequests && Asked is { } asked ? asked.OriginalPathBase + asked.OriginalPath + asked.OriginalQueryString : null;
    }

    public async Task OnPostAsync(int code)
    {
        Tell(code);
        if (code is not StatusCodes.Status429TooManyRequests || Asked is not { } asked)
        {
            return;
        }

        Again = asked.OriginalPathBase + asked.OriginalPath; // a file has to be chosen anew, on the page where it was
        if (Request.HasFormContentType && Request.ContentLength < HeldForm.MaxBytes && await Request.ReadFormAsync() is { Files.Count: 0 } form)
        {
            var held = HeldForm.Of(Again + asked.OriginalQueryString, form);
            Held = held with { Fields = [.. held.Fields.Where(f => !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))] }; // those are typed again
        }
    }

    private IStatusCodeReExecuteFeature? Asked => HttpContext.Features.Get<IStatusCodeReExecuteFeature>();

    /// <summary>In words what Retry-After says: 40秒, 5分钟.</summary>
    private string Wait => int.TryParse(Response.Headers.RetryAfter, CultureInfo.InvariantCulture, out var seconds) ? seconds <= LongInSeconds ? $"{seconds}秒" : $"{(seconds + 59) / 60}分钟" : "1分钟";

    private void Tell(int code) => (Title, Words) = code switch
    {
        400 => ("页面已过期", "这个页面打开得太久，提交没有成功。请返回上一页，刷新后再提交；浏览器一般会保留已填写的内容。"),
        403 => ("没有权限", "您当前的职务不能进行这项操作。如果您担任多个职务，请在页面上方切换；如有疑问请联系组织科。"),
        404 => ("没有找到", "您要看的内容不存在，或者不在您的查看范围内。"),
        413 => ("文件太大", "上传的文件超过大小限制，请压缩或拆分后再上传。"),
        429 => ("操作太频繁", $"为了大家都能正常使用，短时间内登录、查询、导入、导出的次数有限。请{Wait}后再试。"),
        _ => ("未能完成", "这次操作没有完成，请返回后重试。"),
    };
}
