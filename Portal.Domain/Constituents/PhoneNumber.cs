using System.Text.RegularExpressions;
using PhoneNumbers;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>A phone number, parsed in one place for checking, storing, showing, calling, and searching.</summary>
public readonly partial record struct PhoneNumber
{
    private const string HomeRegion = "US";
    private const int MinDigits = 7;
    private const int MaxDigits = 15;
    private const int MaxHomeDigits = 10;
    private const int MaxText = 60;
    private const int MaxSearchTries = 20;

    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    private PhoneNumber(string main, string? extension, bool isComplete) => (Main, Extension, IsComplete) = (main, extension, isComplete);

    /// <summary>
    /// The number in E.164 form, such as +13035550142; digits only when no numbering plan fits, such as without an area code.
    /// </summary>
    public string Main { get; }

    /// <summary>The extension's digits; null when there is none.</summary>
    public string? Extension { get; }

    /// <summary>
    /// Whether it is valid in its country's numbering plan. An incomplete number is kept anyway, but staff should ask.
    /// </summary>
    public bool IsComplete { get; }

    /// <summary>The stored form; <see cref="TryParse"/> reads it back.</summary>
    public string Stored => Extension is null ? Main : $"{Main};ext={Extension}";

    /// <summary>The digits without the extension and without the country code of the United States, for blind indexes.</summary>
    public string Digits => Main.StartsWith("+1", StringComparison.Ordinal) ? Main[2..] : Main.TrimStart('+');

    /// <summary>The target of a link to call it (RFC 3966).</summary>
    public string Link => $"tel:{Stored}";

    /// <summary>
    /// Parses what a person typed: 7 to 15 digits with the usual punctuation, and an extension. Without a country code, it is
    /// taken as a US number unless it is too long for one.
    /// </summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        if (Written().Match(Plain(text)) is not { Success: true } written)
            return false;
        var main = written.Groups["main"].Value;
        var digits = string.Concat(main.Where(char.IsAsciiDigit));
        if (digits.Length is < MinDigits or > MaxDigits)
            return false;
        var extension = written.Groups["extension"] is { Success: true, Value: var typed } ? typed : null;
        number = Read(main, extension)
            ?? (digits.Length > MaxHomeDigits && Read("+" + digits, extension) is { IsComplete: true } abroad
                ? abroad
                : new(digits, extension, false));
        return true;
    }

    /// <summary>The stored form of a typed number, or the text itself if it isn't a number, so nothing is lost.</summary>
    public static string? Store(string? text) => TryParse(text, out var number) ? number.Stored : text;

    /// <summary>The display form of a stored number.</summary>
    public static string? Show(string? stored) => TryParse(stored, out var number) ? number.ToString() : stored;

    /// <summary>Whether the text has enough digits to call, whatever else it says.</summary>
    public static bool CanBeCalled(string? text) => Plain(text).Count(char.IsAsciiDigit) >= MinDigits;

    /// <summary>Whether the text is an incomplete number or not just a number, so staff should ask about it.</summary>
    public static bool IsDoubtful(string? text) => !string.IsNullOrWhiteSpace(text) && !(TryParse(text, out var number) && number.IsComplete);

    /// <summary>
    /// The blind index for finding a case by a typed phone number, even among other words; null when there is no number.
    /// </summary>
    public static string? IndexOf(string? text, BlindIndex index) =>
        TryParse(text, out var number) || TryFind(text, out number) ? index.Of("phone", number.Digits) : null;

    /// <summary>(303) 555-0142 ext. 12 in the United States, +52 55 1234 5678 elsewhere.</summary>
    public override string ToString()
    {
        var main = Main.Length == MinDigits ? $"{Main[..3]}-{Main[3..]}" : Main;
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
        if (!CanBeCalled(text))
            return false;
        var numbers = Plans.FindNumbers(Plain(text), HomeRegion, PhoneNumberUtil.Leniency.VALID, MaxSearchTries);
        return numbers.FirstOrDefault() is { } found
            && TryParse(Plans.Format(found.Number, PhoneNumberFormat.E164), out number);
    }

    private static PhoneNumber? Read(string main, string? extension)
    {
        try
        {
            var number = Plans.Parse(main, HomeRegion);
            return Plans.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? new(Plans.Format(number, PhoneNumberFormat.E164), extension, Plans.IsValidNumber(number))
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Plain(string? text) => PlainText.Code(text) is var typed && typed.Length > MaxText ? typed[..(MaxText + 1)] : typed;

    [GeneratedRegex(
        @"^(?<main>[+0-9\s().\-/]+?)(?:[\s,;.]*(?:x|ext(?:ensi[oó]n)?|#)[\s.:=]*(?<extension>[0-9]{1,7}))?[\s.]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
