using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Portal.Domain.Districts;

/// <summary>
/// Reads which districts each ZIP area overlaps, from a CSV with the columns state_fips, state_abbr, zcta, cd, or from the
/// Census Bureau's relationship file between congressional districts and ZIP code tabulation areas.
/// </summary>
internal static partial class DistrictFile
{
    private static readonly string[] CsvColumns = ["state_fips", "state_abbr", "zcta", "cd"];

    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 64 * 1024,
    };

    [GeneratedRegex(@"^GEOID_CD\d+_\d+$")]
    private static partial Regex CensusDistrictColumn { get; }

    [GeneratedRegex(@"^GEOID_ZCTA5_\d+$")]
    private static partial Regex CensusZipColumn { get; }

    // Files that a spreadsheet program saved have 2138, 2138.0, or 2.14E+03 in place of 02138.
    [GeneratedRegex(@"^(\d{3,4}|\d{3,5}\.0*|\d(\.\d+)?[eE]\+?\d+)$")]
    private static partial Regex SpreadsheetNumber { get; }

    public static HashSet<(string Zip, HouseDistrict District)> Read(TextReader text)
    {
        // A workbook is a ZIP archive, which begins with PK. No header does.
        if (text.Peek() == 'P')
            throw Refuse("This is a spreadsheet, not a text file. Use the CSV file as it was downloaded.", null);
        using var reader = CsvReader.Create(text, Options, leaveOpen: true);
        try
        {
            return ReadRows(reader);
        }
        catch (CsvFormatException error)
        {
            throw Refuse("We can't read this line. Check for a quotation mark that isn't closed.", (int)error.LineNumber);
        }
    }

    private static HashSet<(string, HouseDistrict)> ReadRows(CsvReader reader)
    {
        string[] header = [.. reader.Headers.Select(name => name.Trim())];
        if (header.All(name => name.Length == 0))
            throw Refuse("The file is empty.", null);
        var read = header.Any(CensusDistrictColumn.IsMatch) ? CensusColumns(header) : CsvFileColumns(header);
        var rows = new HashSet<(string, HouseDistrict)>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount != header.Length)
                throw Refuse("This row has {0} columns; we expected {1}.", line, reader.FieldCount, header.Length);
            if (read(reader, line) is { } row)
                rows.Add(row);
        }
        return rows.Count > 0 ? rows : throw Refuse("The file has a header row but no data rows.", 1);
    }

    private static Func<CsvReader, int, (string, HouseDistrict)?> CsvFileColumns(string[] header)
    {
        int[] at = [.. CsvColumns.Select(name => Array.IndexOf(header, name))];
        if (at.Contains(-1))
            throw Refuse("The first line must name these columns: {0}.", 1, string.Join(", ", CsvColumns));
        return (row, line) =>
        {
            var (fips, letters, cd) = (row.GetString(at[0]), row.GetString(at[1]), row.GetString(at[3]));
            var state = States.WithFips(fips);
            if (state is null && fips.Split('.')[0] is { Length: 1 } digit && States.WithFips("0" + digit)?.Code == letters)
                throw LostZeros(fips, line);
            if (state is null || state.Code != letters)
                throw Refuse("“{0}” and “{1}” aren't the number and letters of the same state.", line, fips, letters);
            if (!int.TryParse(cd, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 98)
                throw Refuse("“{0}” isn't a district number.", line, cd);
            return (Zip(row.GetString(at[2]), line), new HouseDistrict(state.Code, HouseDistrict.FromCensus(number)));
        };
    }

    private static Func<CsvReader, int, (string, HouseDistrict)?> CensusColumns(string[] header)
    {
        var district = Array.FindIndex(header, CensusDistrictColumn.IsMatch);
        var zip = Array.FindIndex(header, CensusZipColumn.IsMatch);
        if (zip < 0)
            throw Refuse("The first line must name these columns: {0}.", 1, "GEOID_CD…, GEOID_ZCTA5_…");
        return (row, line) =>
        {
            var geoId = row.GetString(district);
            if (row.IsEmpty(zip) || geoId.EndsWith("ZZ", StringComparison.Ordinal))
                return null;
            if (HouseDistrict.FromGeoId(geoId) is null && SpreadsheetNumber.IsMatch(geoId) && !(geoId.Length == 4 && geoId.All(char.IsAsciiDigit)))
                throw LostZeros(geoId, line);
            return HouseDistrict.FromGeoId(geoId) is { } found
                ? (Zip(row.GetString(zip), line), found)
                : throw Refuse("“{0}” isn't a Census Bureau district code.", line, geoId);
        };
    }

    private static string Zip(string text, int line) => text.Length == 5 && text.All(char.IsAsciiDigit)
        ? text
        : SpreadsheetNumber.IsMatch(text)
            ? throw LostZeros(text, line)
            : throw Refuse("“{0}” isn't a 5-digit ZIP code.", line, text);

    private static FileRefusedException LostZeros(string value, int line) => Refuse(
        "“{0}” has lost its leading zeros, or was turned into another number. Spreadsheet programs such as Excel do that when they open and save the file. Use the file as it was downloaded, or import its columns as text.",
        line, value);

    private static FileRefusedException Refuse(string text, int? line, params object[] args) => new(new FileRefusal(text, line, args));
}
