using System.Globalization;
using CsvHelper;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Routing;

/// <summary>Routing rules as a CSV file. A rule is known by its name, so an office can send its rules to another.</summary>
internal static class RoutingFile
{
    /// <summary>The columns.</summary>
    public static readonly string[] Columns = ["rule", "based_on", "order", "in_use", "priority", "language", "agency", "topic", "zip", "assigned_to"];

    private const int Required = 2;
    private const int MaxRules = 500;

    private static readonly (RoutingAspect Aspect, string Word)[] Aspects =
    [
        (RoutingAspect.Emergency, "emergency"), (RoutingAspect.SamePerson, "same person"), (RoutingAspect.Language, "language"),
        (RoutingAspect.Topic, "topic"), (RoutingAspect.Load, "load"), (RoutingAspect.Location, "location"),
    ];

    private static readonly CsvReaderOptions Reading = new() { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = 16 * 1024 };

    /// <summary>A row of the file, read as far as it can be without the database.</summary>
    public sealed record Row(int Line, RoutingRule Rule, string? Email);

    /// <summary>Writes a rule.</summary>
    public static string[] Write(RoutingRule rule, string? email) =>
    [
        rule.Name, Aspects.First(a => a.Aspect == rule.Aspect).Word, rule.Position.ToString(CultureInfo.InvariantCulture), rule.Enabled ? "yes" : "no",
        rule.AtLeast?.ToString() ?? "", rule.Language ?? "", rule.AgencyCode ?? "", rule.TopicPrefix ?? "", rule.ZipPrefix ?? "", email ?? "",
    ];

    /// <summary>Reads the rows, and says for each wrong one what to do.</summary>
    public static (IReadOnlyList<Row> Rows, IReadOnlyList<RowProblem> Problems) Read(string file)
    {
        // A workbook is a ZIP archive, which begins with PK.
        if (file.StartsWith("PK", StringComparison.Ordinal))
            return ([], [new(1, new Outcome.Refused("This is a spreadsheet, not a text file. Save it as CSV, and choose that file."))]);
        if (file.Contains('\uFFFD', StringComparison.Ordinal))
            return ([], [new(1, new Outcome.Refused("We can't read some characters in this file. Save it as “CSV UTF-8” and choose it again."))]);
        using var reader = CsvReader.Create(new StringReader(file), Reading);
        try
        {
            return ReadRows(reader);
        }
        catch (CsvFormatException error)
        {
            return ([], [new((int)error.LineNumber, new Outcome.Refused("We can't read this line. Check for a quotation mark that isn't closed."))]);
        }
    }

    private static (IReadOnlyList<Row> Rows, IReadOnlyList<RowProblem> Problems) ReadRows(CsvReader reader)
    {
        string[] header = [.. reader.Headers.Select(h => h.Trim().ToLowerInvariant())];
        int[] at = [.. Columns.Select(c => Array.IndexOf(header, c))];
        if (at.Take(Required).Any(a => a < 0))
            return ([], [new(1, new Outcome.Refused("The first line must name these columns: {0}.", string.Join(", ", Columns)))]);
        var (rows, problems) = (new List<Row>(), new List<RowProblem>());
        while (reader.Read())
        {
            string Value(int column) => at[column] < 0 || at[column] >= reader.FieldCount ? "" : SpreadsheetText.Plain(reader.GetString(at[column])).Trim();
            var line = (int)reader.LineNumber;
            if (Columns.Select((_, column) => Value(column)).All(v => v.Length == 0))
                continue;
            if (rows.Count + problems.Count == MaxRules)
                return ([], [new(line, new Outcome.Refused("The file has more than {0} rules. Split it.", MaxRules))]);
            if (Problem(Value) is { } problem)
                problems.Add(new(line, problem));
            else
                rows.Add(new(line, Rule(Value), Given(Value(9))));
        }

        if (rows.Count + problems.Count == 0)
            problems.Add(new(1, new Outcome.Refused("The file has a header row but no data rows.")));
        return (rows, problems);
    }

    private static Outcome.Refused? Problem(Func<int, string> value)
    {
        if (value(0).Length is 0 or > 120)
            return new Outcome.Refused("Enter a rule name of 120 characters or fewer.");
        if (AspectOf(value(1)) is null)
            return new Outcome.Refused("“{0}” isn't what a rule can be based on. Use one of these: {1}.", value(1), string.Join(", ", Aspects.Select(a => a.Word)));
        if (value(2).Length > 0 && !(int.TryParse(value(2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) && order is >= -100_000 and <= 100_000))
            return new Outcome.Refused("“{0}” isn't an order. Use a whole number, such as 10.", value(2));
        if (value(3).Length > 0 && IsYes(value(3)) is null)
            return new Outcome.Refused("“{0}” doesn't say whether the rule is in use. Use yes or no.", value(3));
        if (value(4).Length > 0 && PriorityOf(value(4)) is null)
            return new Outcome.Refused("“{0}” isn't a priority. Use P0, P1, P2, or P3, or leave it blank.", value(4));
        if (value(5).ToLowerInvariant() is not ("" or "en" or "es"))
            return new Outcome.Refused("“{0}” isn't a language of this site. Use en or es, or leave it blank.", value(5));
        return value(8).Length > 5 || !value(8).All(char.IsAsciiDigit) ? new Outcome.Refused("“{0}” isn't the beginning of a ZIP code. Use 1 to 5 digits, or leave it blank.", value(8)) : null;
    }

    private static RoutingRule Rule(Func<int, string> value) => new()
    {
        Name = value(0),
        Aspect = AspectOf(value(1))!.Value,
        Position = value(2).Length == 0 ? 0 : int.Parse(value(2), CultureInfo.InvariantCulture),
        Enabled = value(3).Length == 0 || IsYes(value(3)) == true,
        AtLeast = PriorityOf(value(4)),
        Language = Given(value(5).ToLowerInvariant()),
        AgencyCode = Given(value(6).ToUpperInvariant()),
        TopicPrefix = Given(value(7)),
        ZipPrefix = Given(value(8)),
    };

    private static RoutingAspect? AspectOf(string word) =>
        Aspects.FirstOrDefault(a => a.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Word: not null } found ? found.Aspect : null;

    private static Priority? PriorityOf(string word) =>
        word.Length == 2 && Enum.TryParse<Priority>(word, ignoreCase: true, out var priority) && Enum.IsDefined(priority) ? priority : null;

    private static bool? IsYes(string word) => word.ToUpperInvariant() switch
    {
        "YES" or "SÍ" or "SI" or "TRUE" or "1" => true,
        "NO" or "FALSE" or "0" => false,
        _ => null,
    };

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
