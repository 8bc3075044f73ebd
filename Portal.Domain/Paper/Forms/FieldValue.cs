namespace Portal.Domain.Paper.Forms;

/// <summary>What goes in a field.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>The text of a text field, or an option of a choice field by its value or text.</summary>
    public sealed record Text(string Value) : FieldValue;

    /// <summary>A typed name in a signature field.</summary>
    public sealed record Signature(string Name) : FieldValue;

    /// <summary>The checked state of a checkbox or radio buttons; null for unchecked.</summary>
    public sealed record Tick(string? State) : FieldValue;
}

/// <summary>Everything that goes on a blank form.</summary>
/// <param name="Title">The form's title, for continuation pages.</param>
/// <param name="Reference">The reference at the foot of added pages and next to the code.</param>
/// <param name="Values">Values by field name. A field without a value stays as it is on the blank.</param>
public sealed record FormEntries(string Title, string Reference, IReadOnlyDictionary<string, FieldValue> Values)
{
    /// <summary>The text of a QR code on every page, so that a photo of any page can be matched; null for none.</summary>
    public string? CornerCode { get; init; }
}
