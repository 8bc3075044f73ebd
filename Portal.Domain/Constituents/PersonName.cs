using Portal.Domain.Platform.Text;

namespace Portal.Domain.Constituents;

/// <summary>Compares names, ignoring case, accents, punctuation, and spacing. Names are stored as typed: some scripts need the marks no one sees.</summary>
public static class PersonName
{
    /// <summary>The longest name field, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>The name as <see cref="PlainText.Fold"/> compares it.</summary>
    public static string Normalize(string name) => PlainText.Fold(name);

    /// <summary>Whether a typed signature is this name.</summary>
    public static bool Matches(string typed, string name) =>
        Normalize(typed) is { Length: > 0 } signed && signed == Normalize(name);
}
