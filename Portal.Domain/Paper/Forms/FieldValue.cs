namespace Portal.Domain.Paper.Forms;

/// <summary>What goes into a field.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    /// <summary>Text of a text field, or the line of a choice, by its value or by its words.</summary>
    public sealed record Text(string Value) : FieldValue;

    /// <summary>A name written where somebody signs.</summary>
    public sealed record Signature(string Name) : FieldValue;

    /// <summary>Ticked where a place stands for this state; nowhere when it is null.</summary>
    public sealed record Tick(string? State) : FieldValue;
}

/// <summary>Everything that is written on a blank form.</summary>
/// <param name="Title">Of the form, for the pages that continue it.</param>
/// <param name="Reference">The reference at the foot of added pages and beside the code.</param>
/// <param name="Values">By the name of the field; a field without one stays as the blank has it.</param>
public sealed record FormEntries(string Title, string Reference, IReadOnlyDictionary<string, FieldValue> Values)
{
    /// <summary>Text of a QR code on every page, so that a photo of any page finds its way back; null for none.</summary>
    public string? CornerCode { get; init; }
}
