using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Constituents;

/// <summary>A phone number: one reading for checking, storing, showing, calling and finding it.</summary>
public readonly partial record struct PhoneNumber
{
    private const string Home = "US";
    private const int Fewest = 7;
    private const int Most = 15;
    private const int MostInHome = 10;
    private const int LongestText = 60;
    private const int MostTries = 20;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    private PhoneNumber(string main, string? extension, bool isComplete) => (Main, Extension, IsComplete) = (main, extension, isComplete);

    /// <summary>The number as E.164, such as +13035550142; only its digits where no country's numbering plan fits, such as one without area code.</summary>
    public string Main { get; }

    /// <summary>The extension's digits, or null.</summary>
    public string? Extension { get; }

    /// <summary>Whether the numbering plan of its country knows such a number. One that is not complete is kept all the same, and somebody should ask.</summary>
    public bool IsComplete { get; }

    /// <summary>As it is stored; <see cref="TryParse"/> reads it back.</summary>
    public string Stored => Extension is null ? Main : $"{Main};ext={Extension}";

    /// <summary>The digits without the extension and without the country code of the United States, for blind indexes.</summary>
    public string Digits => Main.StartsWith("+1", StringComparison.Ordinal) ? Main[2..] : Main.TrimStart('+');

    /// <summary>Where a link to it leads (RFC 3966).</summary>
    public string Link => $"tel:{Stored}";

    /// <summary>
    /// Reads what a person typed: 7 to 15 digits with the usual signs between them, and an extension. Without a country it is a number
    /// of the United States, unless it is too long to be one.
    /// </summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        if (Written().Match(Plain(text)) is not { Success: true } written)
            return false;
        var main = written.Groups["main"].Value;
        var digits = string.Concat(main.Where(char.IsAsciiDigit));
        if (digits.Length is < Fewest or > Most)
            return false;
        var extension = written.Groups["extension"] is { Success: true, Value: var typed } ? typed : null;
        number = Read(main, extension)
            ?? (digits.Length > MostInHome && Read("+" + digits, extension) is { IsComplete: true } abroad ? abroad : new(digits, extension, false));
        return true;
    }

    /// <summary>What is stored of a text: the number, or, where it is none, the text as it was typed, so that nothing is lost.</summary>
    public static string? Store(string? text) => TryParse(text, out var number) ? number.Stored : text;

    /// <summary>What people read for what is stored.</summary>
    public static string? Show(string? stored) => TryParse(stored, out var number) ? number.ToString() : stored;

    /// <summary>Whether a call can reach somebody: enough digits, whatever is written beside them.</summary>
    public static bool CanBeCalled(string? text) => (text ?? "").Count(char.IsAsciiDigit) >= Fewest;

    /// <summary>Whether somebody gave a number that is not whole, or not only a number, so that it is worth a question.</summary>
    public static bool IsDoubtful(string? text) => !string.IsNullOrWhiteSpace(text) && !(TryParse(text, out var number) && number.IsComplete);

    /// <summary>
    /// The blind index by which a case is found by the phone number that somebody typed, also among other words; null when there is none.
    /// </summary>
    public static string? IndexOf(string? text, BlindIndex index) =>
        TryParse(text, out var number) || TryFind(text, out number) ? index.Of("phone", number.Digits) : null;

    /// <summary>(303) 555-0142 ext. 12 in the United States, +52 55 1234 5678 elsewhere.</summary>
    public override string ToString()
    {
        var main = Main.Length == Fewest ? $"{Main[..3]}-{Main[3..]}" : Main;
        if (Main.StartsWith('+'))
        {
            var number = Plans.Parse(Main, null);
            main = Plans.Format(number, number.CountryCode == 1 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        }

        return Extension is null ? main : $"{main} ext. {Extension}";
    }

    private static bool TryFind(string? text, out PhoneNumber number)
    {
        number = default;
        return CanBeCalled(text) && Plans.FindNumbers(Plain(text), Home, PhoneNumberUtil.Leniency.VALID, MostTries).FirstOrDefault() is { } found
            && TryParse(Plans.Format(found.Number, PhoneNumberFormat.E164), out number);
    }

    private static PhoneNumber? Read(string main, string? extension)
    {
        try
        {
            var number = Plans.Parse(main, Home);
            return Plans.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? new(Plans.Format(number, PhoneNumberFormat.E164), extension, Plans.IsValidNumber(number))
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // Numbers copied from an address book carry marks nobody sees, and texts have dashes of every length.
    private static string Plain(string? text) => string.Concat((text ?? "").Trim().Take(LongestText + 1)
        .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        .Select(c => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c));

    [GeneratedRegex(@"^(?<main>[+0-9\s().\-/]+?)(?:[\s,;.]*(?:x|ext(?:ensi[oó]n)?|#)[\s.:=]*(?<extension>[0-9]{1,7}))?[\s.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
