using System.Globalization;
using System.Text;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>An email address. Compare <see cref="Normalized"/>, which ignores case and how the domain is written.</summary>
public readonly record struct EmailAddress
{
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    private EmailAddress(string text, string normalized) => (Text, Normalized) = (text, normalized);

    /// <summary>As typed, without spaces around it and invisible marks.</summary>
    public string Text { get; }

    /// <summary>The upper-case form with the domain in ASCII, for comparison and blind indexes.</summary>
    public string Normalized { get; }

    /// <summary>
    /// Parses what a person typed: one address of at most 254 characters with a dot in the domain. Letters of any script may
    /// stand before the @ (RFC 6531), and the domain must be one that DNS can have.
    /// </summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        var typed = PlainText.Line(text);
        if (typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            typed = typed["mailto:".Length..];
        if (typed.Length is <= 5 or > 254
            || typed.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';')
            || !Mailbox.TryRead(typed, out var parsed)
            || parsed.LocalPart != typed[..typed.LastIndexOf('@')]
            || AsciiOf(typed[(typed.LastIndexOf('@') + 1)..]) is not { } domain)
            return false;
        var local = typed[..typed.LastIndexOf('@')].Normalize(NormalizationForm.FormKC);
        address = new(typed, $"{local}@{domain}".ToUpperInvariant());
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private static string? AsciiOf(string domain)
    {
        if (!domain.Contains('.') || domain.EndsWith('.'))
            return null;
        try
        {
            // Read back and forth, so that a domain already in ASCII and the same one in its own letters are one.
            return Domains.GetAscii(Domains.GetUnicode(domain.ToLowerInvariant()));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
