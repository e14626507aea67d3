using Microsoft.AspNetCore.Mvc.Rendering;
using PartyWork.Domain;

namespace PartyWork.Web.Pages;

/// <summary>The values of an enum with their Chinese words, for a select.</summary>
public static class Options
{
    public static IEnumerable<SelectListItem> Of<T>() where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => v.Text().Length > 0).Select(v => new SelectListItem(v.Text(), v.ToString()));
}

/// <summary>Page numbers, for lists of at most some 2,000 rows.</summary>
public sealed record Pager(int Page, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
