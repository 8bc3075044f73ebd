namespace Portal.Domain.Paper.Layout;

/// <summary>
/// An element of the structure a screen reader follows, named as in ISO 32000 (P, H2, L, LI, Table, TD, Figure…).
/// Marks with the same instance belong to the same element, even across pages.
/// </summary>
internal sealed class Tag(string type, Tag? parent = null, string? alternative = null)
{
    public string Type { get; } = type;

    public Tag? Parent { get; } = parent;

    /// <summary>The alternative text of a figure.</summary>
    public string? Alternative { get; } = alternative;

    /// <summary>The tags from the outermost to this one.</summary>
    public IEnumerable<Tag> Path => Parent is null ? [this] : Parent.Path.Append(this);
}
