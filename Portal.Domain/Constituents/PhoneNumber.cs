using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>A telephone number as typed; two are equal when their digits are, whatever stands between them.</summary>
public readonly record struct PhoneNumber
{
    private const int Fewest = 7;
    private const int Most = 15;

    private PhoneNumber(string digits) => Digits = digits;

    /// <summary>The digits without an extension and without the country code of the United States, for blind indexes.</summary>
    public string Digits { get; }

    /// <summary>Reads what a person typed: 7 to 15 digits with the usual signs between them, and an extension, which does not count.</summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        var main = (text ?? "").Trim().ToUpperInvariant();
        if (main.IndexOf('X') is > 0 and var extension)
            main = main[..(main.LastIndexOf("EXT", StringComparison.Ordinal) is > 0 and var word ? word : extension)];
        if (main.Any(c => !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && !"+-.()/".Contains(c)))
            return false;
        var digits = string.Concat(main.Where(char.IsAsciiDigit));
        if (digits.Length is < Fewest or > Most)
            return false;
        number = new(digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits);
        return true;
    }

    /// <summary>Whether a call can reach somebody: enough digits, whatever is written beside them.</summary>
    public static bool CanBeCalled(string? text) => (text ?? "").Count(char.IsAsciiDigit) >= Fewest;

    /// <summary>The blind index by which a case is found by the telephone that somebody typed; null when that is none.</summary>
    public static string? IndexOf(string? text, BlindIndex index) => TryParse(text, out var number) ? index.Of("phone", number.Digits) : null;

    /// <inheritdoc />
    public override string ToString() => Digits;
}
