using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Constituents;

/// <summary>An email address as typed. Compare <see cref="Normalized"/> to ignore case.</summary>
public readonly record struct EmailAddress
{
    private EmailAddress(string text) => Text = text;

    /// <summary>As typed, without surrounding spaces.</summary>
    public string Text { get; }

    /// <summary>The upper-case form, for comparison and blind indexes.</summary>
    public string Normalized => Text.ToUpperInvariant();

    /// <summary>Parses what a person typed: one address of at most 254 characters with a dot in the domain.</summary>
    public static bool TryParse(string? text, out EmailAddress address)
    {
        var trimmed = (text ?? "").Trim();
        var valid = trimmed.Length is > 5 and <= 254
            && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';')
            && Mailbox.TryRead(trimmed, out var parsed)
            && parsed.Address == trimmed
            && parsed.Domain.Contains('.') && !parsed.Domain.EndsWith('.');
        address = valid ? new(trimmed) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Text;
}
