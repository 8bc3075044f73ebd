using System.Text.Json.Serialization;

namespace Portal.Domain.Paper.Forms;

/// <summary>The kinds of fields we can fill.</summary>
public enum FieldKind
{
    /// <summary>One or several lines of text.</summary>
    Text,

    /// <summary>A checkbox.</summary>
    CheckBox,

    /// <summary>Radio buttons.</summary>
    Radio,

    /// <summary>A list or combo box.</summary>
    Choice,

    /// <summary>A signature field. Only a typed name goes there, not a digital signature.</summary>
    Signature,
}

/// <summary>A field of a fillable PDF: its name, what goes in it, and where it is.</summary>
/// <param name="Number">From 1, in reading order.</param>
/// <param name="Name">The full name, including its parents' names; unique in the form.</param>
/// <param name="Kind">What can go in it.</param>
public sealed record FormField(int Number, string Name, FieldKind Kind)
{
    /// <summary>The form's own description of the field for screen readers.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Whether the form marks it as required.</summary>
    public bool Required { get; init; }

    /// <summary>Whether text can have several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>The most characters it takes; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether each character has its own cell.</summary>
    public bool Comb { get; init; }

    /// <summary>Whether a choice field also takes text that isn't on its list.</summary>
    public bool Editable { get; init; }

    /// <summary>The options of a choice field.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The names of the checked states of a checkbox or of radio buttons, in the order of their places.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Where it appears; empty when it's hidden.</summary>
    public IReadOnlyList<FieldPlace> Places { get; init; } = [];

    /// <summary>Its label for people: the form's description, or its name.</summary>
    [JsonIgnore]
    public string Label => string.IsNullOrWhiteSpace(Tooltip) ? Name : Tooltip;

    /// <summary>Whether it's a checkbox or radio buttons.</summary>
    [JsonIgnore]
    public bool IsTick => Kind is FieldKind.CheckBox or FieldKind.Radio;
}

/// <summary>One option of a list.</summary>
/// <param name="Value">The value the form stores.</param>
/// <param name="Text">The text people see.</param>
public sealed record FieldOption(string Value, string Text);

/// <summary>A rectangle on a page as displayed, after rotation and cropping, in points from the top left.</summary>
/// <param name="Page">From 1.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="State">The state that checking this box selects; null for other fields.</param>
public sealed record FieldPlace(int Page, double X, double Y, double Width, double Height, string? State);

/// <summary>The size of a page as displayed, in points.</summary>
public sealed record FormPageSize(double Width, double Height);

/// <summary>The pages and fields of a fillable PDF.</summary>
public sealed record FormShape(IReadOnlyList<FormPageSize> Pages, IReadOnlyList<FormField> Fields);
