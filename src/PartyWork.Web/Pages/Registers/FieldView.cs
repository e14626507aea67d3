using PartyWork.Web.Registers;

namespace PartyWork.Web.Pages.Registers;

/// <param name="Organizations">What an organisation's name is completed from.</param>
public sealed record FieldView(RegisterColumn Column, string Name, string Text, IReadOnlyList<string> Organizations);
