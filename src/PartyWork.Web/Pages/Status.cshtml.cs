using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartyWork.Web.Pages;

/// <summary>The page behind a status code: what happened and what to do, without saying what exists.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    public string Title { get; private set; } = "";
    public string Words { get; private set; } = "";

    public void OnGet(int code) => Tell(code);

    public void OnPost(int code) => Tell(code);

    private void Tell(int code) => (Title, Words) = code switch
    {
        400 => ("页面已过期", "这个页面打开得太久，提交没有成功。请返回上一页，刷新后再提交；浏览器一般会保留已填写的内容。"),
        403 => ("没有权限", "您当前的职务不能进行这项操作。如果您担任多个职务，请在页面上方切换；如有疑问请联系组织科。"),
        404 => ("没有找到", "您要看的内容不存在，或者不在您的查看范围内。"),
        413 => ("文件太大", "上传的文件超过大小限制，请压缩或拆分后再上传。"),
        429 => ("操作太频繁", "请稍等一会儿再试。"),
        _ => ("未能完成", "这次操作没有完成，请返回后重试。"),
    };
}
