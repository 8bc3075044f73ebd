using System.Text;
using CsvHelper;

namespace Portal.BackOffice.Kit;

/// <summary>A table as a file for spreadsheets.</summary>
public static class SpreadsheetFile
{
    /// <summary>The file's media type.</summary>
    public const string Type = "text/csv; charset=utf-8";

    // Spreadsheets execute cells that start like a formula.
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape };

    /// <summary>Writes it, with a byte-order mark, so spreadsheets read it as UTF-8.</summary>
    public static byte[] Write(string[] columns, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter();
        using (var writer = CsvWriter.Create(text, Writing, leaveOpen: true))
        {
            writer.WriteHeader(columns);
            foreach (var row in rows)
                writer.WriteRecord(row);
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
