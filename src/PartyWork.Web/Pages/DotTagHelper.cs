using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyWork.Web.Pages;

/// <summary>A state as dot and word: never colour alone.</summary>
[HtmlTargetElement("dot")]
public sealed class DotTagHelper : TagHelper
{
    public string Tone { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"dot dot-{Tone}");
    }
}
