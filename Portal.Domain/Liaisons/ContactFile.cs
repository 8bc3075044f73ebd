using System.Globalization;
using CsvHelper;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Liaisons;

/// <summary>A directory as a CSV file, which offices can trade. Who verified a contact and when stays in the office that did.</summary>
internal static class ContactFile
{
    private static readonly string[] Columns =
    [
        "agency", "sub_agency", "office", "name", "preferred", "email", "phone", "fax", "address", "web_form", "hours", "topics", "states", "note",
    ];

    private static readonly (InquiryMethod Method, string Word)[] Words =
    [
        (InquiryMethod.Email, "email"), (InquiryMethod.Letter, "mail"), (InquiryMethod.Letter, "post"), (InquiryMethod.Fax, "fax"), (InquiryMethod.Phone, "phone"),
        (InquiryMethod.AgencyPortal, "web form"),
    ];

    private static readonly CsvReaderOptions Reading = new() { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = 64 * 1024 };

    // Spreadsheets run a text that starts like a formula.
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape };

    /// <summary>A row of the file.</summary>
    public sealed record Row(string Agency, ContactCard Card);

    /// <summary>Writes the contacts.</summary>
    public static void Write(TextWriter to, IEnumerable<AgencyContact> contacts)
    {
        using var writer = CsvWriter.Create(to, Writing, leaveOpen: true);
        writer.WriteHeader(Columns);
        foreach (var contact in contacts)
        {
            var card = contact.Card;
            writer.WriteRecord(
            [
                contact.AgencyCode, card.SubAgency ?? "", card.Office ?? "", card.Name, Words.First(w => w.Method == card.Preferred).Word, card.Email ?? "",
                card.Phone ?? "", card.Fax ?? "", card.Address ?? "", card.WebForm ?? "", card.Hours ?? "", string.Join(' ', card.Topics),
                string.Join(' ', card.States), card.Note ?? "",
            ]);
        }
    }

    /// <summary>Reads a file, or says which line is wrong.</summary>
    public static (IReadOnlyList<Row> Rows, Outcome.Refused? Refusal) Read(TextReader from)
    {
        // A workbook is a ZIP archive, which begins with PK.
        if (from.Peek() == 'P')
            return ([], new("This is a spreadsheet, not a text file. Save it as CSV, and choose that file."));
        using var reader = CsvReader.Create(from, Reading, leaveOpen: true);
        try
        {
            return ReadRows(reader);
        }
        catch (CsvFormatException error)
        {
            return ([], new("We can't read line {0}. Check for a quotation mark that isn't closed.", error.LineNumber));
        }
    }

    private static (IReadOnlyList<Row> Rows, Outcome.Refused? Refusal) ReadRows(CsvReader reader)
    {
        string[] header = [.. reader.Headers.Select(h => h.Trim().ToLowerInvariant())];
        int[] at = [.. Columns.Select(c => Array.IndexOf(header, c))];
        if (at[0] < 0 || at[3] < 0 || at[4] < 0)
            return ([], new("The first line must name these columns: {0}.", string.Join(", ", Columns)));
        var rows = new List<Row>();
        while (reader.Read())
        {
            string? Value(int column) => at[column] < 0 || at[column] >= reader.FieldCount ? null : SpreadsheetText.Plain(reader.GetString(at[column]));
            var line = reader.LineNumber.ToString(CultureInfo.InvariantCulture);
            var word = Value(4)?.Trim() ?? "";
            if (Words.FirstOrDefault(w => w.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is not { Word: not null } preferred)
                return ([], new("Line {0}: “{1}” isn't a way to reach a contact. Use one of these: {2}.", line, word, string.Join(", ", Words.Select(w => w.Word))));
            var card = ContactRules.Clean(new ContactCard
            {
                SubAgency = Value(1),
                Office = Value(2),
                Name = Value(3) ?? "",
                Preferred = preferred.Method,
                Email = Value(5),
                Phone = Value(6),
                Fax = Value(7),
                Address = Value(8),
                WebForm = Value(9),
                Hours = Value(10),
                Topics = Split(Value(11)),
                States = Split(Value(12)),
                Note = Value(13),
            });
            if (ContactRules.Broken(card) is { } broken)
                return ([], new Outcome.Refused("Line {0}: {1}", line, broken));
            rows.Add(new((Value(0) ?? "").Trim().ToUpperInvariant(), card));
        }

        return rows.Count > 0 ? (rows, null) : ([], new("The file has a header row but no data rows."));
    }

    private static string[] Split(string? list) => list?.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
