namespace PartyWork.Web.Documents;

/// <summary>One sheet of an uploaded file as its reader sees it: shown text, nothing else.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <param name="Number">Row number in the file: what the user finds again in Excel.</param>
/// <param name="Cells">By column index, trimmed, "" where blank; dates as yyyy-MM-dd.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);
