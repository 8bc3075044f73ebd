using System.Text.Json.Serialization;

namespace Portal.Domain.Paper.Forms;

/// <summary>The kinds of field that can be filled.</summary>
public enum FieldKind
{
    /// <summary>One or several lines of text.</summary>
    Text,

    /// <summary>A box to tick.</summary>
    CheckBox,

    /// <summary>Buttons of which one is chosen.</summary>
    Radio,

    /// <summary>A list to choose from.</summary>
    Choice,

    /// <summary>A place to sign; no signature of a certificate is put there, only a written name.</summary>
    Signature,
}

/// <summary>A field of a fillable PDF: what it is called, what goes in, and where it stands.</summary>
/// <param name="Number">From 1, in reading order of the places.</param>
/// <param name="Name">The full name with those of its parents, unique in the form.</param>
/// <param name="Kind">What can be put in.</param>
public sealed record FormField(int Number, string Name, FieldKind Kind)
{
    /// <summary>What the form itself says about the field to people who do not see it.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Whether the form says it has to be filled.</summary>
    public bool Required { get; init; }

    /// <summary>Whether text goes on several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>Most characters it takes; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether each character has a cell of its own.</summary>
    public bool Comb { get; init; }

    /// <summary>Whether a choice also takes text that is not on its list.</summary>
    public bool Editable { get; init; }

    /// <summary>The list of a choice.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The names of the ticked states of a check box or of radio buttons, in the order of their places.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Where it can be seen; empty when it is hidden.</summary>
    public IReadOnlyList<FieldPlace> Places { get; init; } = [];

    /// <summary>How people are told of it: by the form's own words, else by its name.</summary>
    [JsonIgnore]
    public string Label => string.IsNullOrWhiteSpace(Tooltip) ? Name : Tooltip;

    /// <summary>Whether it is filled by ticking.</summary>
    [JsonIgnore]
    public bool IsTick => Kind is FieldKind.CheckBox or FieldKind.Radio;
}

/// <summary>One line of a list.</summary>
/// <param name="Value">What the form keeps.</param>
/// <param name="Text">What people read.</param>
public sealed record FieldOption(string Value, string Text);

/// <summary>A rectangle on a page as it is seen, turned and cropped, in points from its top left.</summary>
/// <param name="Page">From 1.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="State">The state that a tick here stands for; null for other fields.</param>
public sealed record FieldPlace(int Page, double X, double Y, double Width, double Height, string? State);

/// <summary>Size of a page as it is seen, in points.</summary>
public sealed record FormPageSize(double Width, double Height);

/// <summary>What a fillable PDF consists of.</summary>
public sealed record FormShape(IReadOnlyList<FormPageSize> Pages, IReadOnlyList<FormField> Fields);
