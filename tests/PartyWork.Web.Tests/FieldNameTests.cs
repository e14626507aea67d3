using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartyWork.Web.Tests;

/// <summary>
/// What cannot be read as a number or a day is told with the field's name. A label written by hand on the page is not known to that sentence: each
/// bound property that is not text says its name itself, or an English one would stand on the screen.
/// </summary>
public sealed class FieldNameTests
{
    /// <summary>What nobody types: versions, numbers of rows, boxes ticked and choices made from a list.</summary>
    private static readonly string[] Untyped = ["Version", "Versions", "Once", "Chosen", "Charges", "Divided", "No", "Index", "Filing", "Upload", "Sheet", "Open", "P", "Year"];

    [Fact]
    public void Every_number_and_day_that_is_typed_has_a_Chinese_name()
    {
        var typed = typeof(Program).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract)
            .SelectMany(page => page.GetProperties().Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false }).SelectMany(p => Typed(p, page.FullName!["PartyWork.Web.Pages.".Length..]))).ToList();

        Assert.InRange(typed.Count, 100, 1000);
        Assert.Empty(typed.Where(t => !t.Named).Select(t => t.Place).Distinct());
    }

    private static IEnumerable<(string Place, bool Named)> Typed(PropertyInfo property, string path)
    {
        var (type, place) = (Bare(property.PropertyType), $"{path}.{property.Name}");
        if (type == typeof(string) || type == typeof(bool) || type.IsEnum || type.IsAssignableTo(typeof(IFormFile)) || Untyped.Contains(property.Name) || property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name.EndsWith("Ids", StringComparison.Ordinal))
        {
            return [];
        }

        return type.Assembly == typeof(Program).Assembly
            ? type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).SelectMany(p => Typed(p, place))
            : [(place, property.GetCustomAttribute<DisplayAttribute>()?.Name is { Length: > 0 })];
    }

    /// <summary>What one field holds: without lists, dictionaries and what may be empty.</summary>
    private static Type Bare(Type type) =>
        type.IsArray ? Bare(type.GetElementType()!)
        : type.IsGenericType && type != typeof(string) ? Bare(type.GetGenericArguments()[^1])
        : type;
}
