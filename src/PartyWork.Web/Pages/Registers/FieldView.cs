using PartyWork.Web.Registers;

namespace PartyWork.Web.Pages.Registers;

/// <param name="Names">What the name of an organisation, or of an assignment, is completed from.</param>
public sealed record FieldView(RegisterColumn Column, string Name, string Text, IReadOnlyList<string> Names);
