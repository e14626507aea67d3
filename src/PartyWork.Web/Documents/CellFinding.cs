namespace PartyWork.Web.Documents;

/// <summary>What an import did not understand. The message is the whole sentence: place, what stands there, remedy.</summary>
public sealed record CellFinding(string Sheet, int Row, string Column, string Message)
{
    private const int ShownLength = 30;

    public static CellFinding At(string sheet, int row, string column, string what) =>
        new(sheet, row, column, $"工作表“{sheet}”第{row}行“{column}”{what}");

    public static CellFinding Unread(string sheet, int row, string column, string text, string remedy) =>
        At(sheet, row, column, $"填写的是“{(text.Length > ShownLength ? text[..ShownLength] + "…" : text)}”，{remedy}");
}
