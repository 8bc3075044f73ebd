namespace Portal.Domain.Platform.Text;

/// <summary>Text of a spreadsheet's cells.</summary>
public static class SpreadsheetText
{
    /// <summary>The text without the mark that keeps spreadsheets from running it as a formula.</summary>
    public static string Plain(string value) => value is ['\'', '=' or '+' or '-' or '@' or '\t', ..] ? value[1..] : value;
}
