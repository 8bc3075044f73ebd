using System.Diagnostics.CodeAnalysis;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Districts;

/// <summary>A ZIP code: five digits, with or without the ZIP+4 digits.</summary>
public sealed record ZipCode
{
    private ZipCode(string five, string? plusFour) => (Five, PlusFour) = (five, plusFour);

    /// <summary>The five digits, the only part district tables use.</summary>
    public string Five { get; }

    /// <summary>The ZIP+4 digits; null if not given.</summary>
    public string? PlusFour { get; }

    /// <summary>
    /// Parses "12345", "12345-6789", "123456789", and any of them with spaces, any dash, a dash that nothing follows, or the
    /// state before it, as in "CO 80401-".
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ZipCode? zip)
    {
        zip = null;
        var parts = WithoutState(PlainText.Code(text)).Replace(" ", "", StringComparison.Ordinal).TrimEnd('-', '.', ',').Split('-');
        if (parts.Length > 2 || !parts.All(p => p.All(char.IsAsciiDigit)))
            return false;
        zip = (parts[0], parts.ElementAtOrDefault(1)) switch
        {
            ({ Length: 5 } five, null) => new ZipCode(five, null),
            ({ Length: 9 } nine, null) => new ZipCode(nine[..5], nine[5..]),
            ({ Length: 5 } five, { Length: 4 } four) => new ZipCode(five, four),
            _ => null,
        };
        return zip is not null;
    }

    private static string WithoutState(string text) =>
        text.TrimStart(',', '.', ' ') is var zip && zip.Length > 2 && !char.IsAsciiLetter(zip[2]) && UsState.TryParse(zip[..2], out _)
            ? zip[2..].TrimStart(',', '.', ' ')
        : zip.StartsWith("ZIP", StringComparison.OrdinalIgnoreCase) ? zip[3..].TrimStart(':', ' ')
        : zip;

    /// <summary>Parses text known to be a ZIP code.</summary>
    /// <exception cref="FormatException">The text isn't a ZIP code.</exception>
    public static ZipCode Parse(string text) =>
        TryParse(text, out var zip) ? zip : throw new FormatException($"'{text}' is not a ZIP code.");

    /// <summary>"12345" or "12345-6789".</summary>
    public override string ToString() => PlusFour is null ? Five : $"{Five}-{PlusFour}";
}
