using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>
/// The fields a message template may have, each in braces. What the case can't fill in stays a field, and a message with a field in it
/// isn't sent.
/// </summary>
public static partial class MessageFields
{
    /// <summary>"Dear Ana Ruiz," or, when a helper reads it, "Hello:".</summary>
    public const string Greeting = "{greeting}";

    /// <summary>The agency, as used in a sentence.</summary>
    public const string Agency = "{agency}";

    /// <summary>The case's reference.</summary>
    public const string Reference = "{reference}";

    /// <summary>The caseworker's name.</summary>
    public const string Caseworker = "{caseworker}";

    /// <summary>The office's phone number.</summary>
    public const string OfficePhone = "{office phone}";

    /// <summary>The day of the next update, which the message itself promises.</summary>
    public const string NextUpdate = "{next update}";

    /// <summary>Every field.</summary>
    public static IReadOnlyList<string> All { get; } = [Greeting, Agency, Reference, Caseworker, OfficePhone, NextUpdate];

    /// <summary>The text with every field that has a value filled in. A sentence that begins with an agency begins with a capital.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) => AnyField().Replace(text, field =>
        values.GetValueOrDefault(field.Value) is not { Length: > 0 } value ? field.Value : BeginsSentence(text, field.Index) ? Texts.Capitalized(value) : value);

    private static bool BeginsSentence(string text, int at) =>
        at == 0 || text[at - 1] == '\n' || text[..at].TrimEnd() is not [.., var before] || before is '.' or '?' or '!';

    /// <summary>The fields that are still empty.</summary>
    public static IReadOnlyList<string> Left(string text) => [.. All.Where(f => text.Contains(f, StringComparison.Ordinal))];

    /// <summary>Text in braces that isn't a known field.</summary>
    public static IEnumerable<string> Unknown(string text) => AnyField().Matches(text).Select(m => m.Value).Except(All);

    [GeneratedRegex(@"\{[^{}\n]{1,40}\}")]
    private static partial Regex AnyField();
}
