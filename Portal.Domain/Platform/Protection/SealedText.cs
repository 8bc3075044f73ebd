using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// Text the database holds only encrypted. In code it's written and read like a string: <see cref="PortalDb"/> seals it when it
/// saves the row, with the key of the row's case, and it opens when it's first read. It never changes; assign another one.
/// </summary>
[JsonConverter(typeof(Json))]
public sealed class SealedText : IEquatable<SealedText>
{
    private readonly Lock _opening = new();
    private string? _text;
    private string? _place;
    private Func<string, string>? _open;

    private SealedText(string? text, string? stored) => (_text, Stored) = (text, stored);

    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">It was read without its row, so nothing says where it's stored.</exception>
    /// <exception cref="KeyErasedException">The key of its case was erased.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or copied from another row.</exception>
    public string Text
    {
        get
        {
            lock (_opening)
                return _text ??= (_open ?? throw new InvalidOperationException("This sealed text was read without its row."))(Stored!);
        }
    }

    /// <summary>What the database holds; null until it's sealed.</summary>
    internal string? Stored { get; private set; }

    /// <summary>Text to store.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SealedText?(string? text) => text is null ? null : new(text, null);

    /// <summary>The text.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(SealedText? text) => text?.Text;

    /// <summary>Whether it's the same text, whoever sealed it.</summary>
    public bool Equals(SealedText? other) => other is not null && Text == other.Text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SealedText);

    /// <inheritdoc />
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text, so that pages and formats can show it.</summary>
    public override string ToString() => Text;

    /// <summary>Whether it's stored under a master key that isn't the current one. False for text of a case.</summary>
    internal bool IsUnderOlderKey(MasterKeys keys) =>
        Stored is { } stored && FieldCipher.KeyIdOf(stored) is var id && id != keys.CurrentId && keys.Ids.Contains(id);

    internal static SealedText FromStored(string stored) => new(null, stored);

    /// <summary>Whether it's stored in another place already, so that a row needs one of its own.</summary>
    internal bool IsStoredOutside(string place) => Stored is not null && _place != place;

    internal void Seal(string place, Func<string, string, string> seal) => (_place, Stored) = (place, Stored ?? seal(_text!, place));

    internal void OpenWith(string place, Func<string, string, string> open) =>
        (_place, _open) = (place, _open ?? (stored => open(stored, place)));

    private sealed class Json : JsonConverter<SealedText>
    {
        public override SealedText? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
