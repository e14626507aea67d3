using PartyWork.Domain.DemonstrationSites;

namespace PartyWork.Web.Pages.DemonstrationSites;

/// <summary>The form as it is typed.</summary>
public sealed class DeclarationInput
{
    public string? Type { get; set; }
    public string? Theme { get; set; }
    public List<string?> Practices { get; set; } = [];
    public string? Support { get; set; }

    /// <summary>By number from 0: “true”, “false”, or nothing.</summary>
    public List<bool?> Holds { get; set; } = [];
    public List<string?> Notes { get; set; } = [];

    public static DeclarationInput Of(DeclarationText text) => new()
    {
        Type = text.Type, Theme = text.Theme, Support = text.Support, Practices = [.. text.Practices], Holds = [.. text.Conditions.Select(c => c.Holds)], Notes = [.. text.Conditions.Select(c => c.Words)],
    };

    public DeclarationText ToText() => new(Type?.Trim() ?? "", Theme?.Trim() ?? "", [.. Enumerable.Range(0, SiteDeclaration.MostPractices).Select(i => At(Practices, i)?.Trim().ReplaceLineEndings("\n") ?? "")], Support?.Trim().ReplaceLineEndings("\n") ?? "",
        [.. Enumerable.Range(0, SiteDeclaration.Conditions.Count).Select(i => new DeclaredCondition(i < Holds.Count ? Holds[i] : null, At(Notes, i)?.Trim() ?? ""))]);

    public static string? At(IReadOnlyList<string?> list, int i) => i < list.Count ? list[i] : null;
}
