using Portal.Domain.Resources;

namespace Portal.BackOffice.Areas.Office.Pages.Resources;

/// <summary>An organization as typed.</summary>
public sealed class ResourceInput
{
    private static readonly char[] Separators = [',', ';', '\n', '\r'];

    /// <summary>The id of a new organization.</summary>
    public Guid Key { get; set; }

    /// <summary>The version the form was made from.</summary>
    public int Version { get; set; }

    /// <inheritdoc cref="ResourceCard.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="ResourceCard.NameEs"/>
    public string? NameEs { get; set; }

    /// <inheritdoc cref="ResourceCard.Kind"/>
    public ResourceKind Kind { get; set; }

    /// <inheritdoc cref="ResourceCard.About"/>
    public string? About { get; set; }

    /// <inheritdoc cref="ResourceCard.AboutEs"/>
    public string? AboutEs { get; set; }

    /// <inheritdoc cref="ResourceCard.Phone"/>
    public string? Phone { get; set; }

    /// <inheritdoc cref="ResourceCard.Url"/>
    public string? Url { get; set; }

    /// <inheritdoc cref="ResourceCard.Address"/>
    public string? Address { get; set; }

    /// <inheritdoc cref="ResourceCard.States"/>
    public string? States { get; set; }

    /// <inheritdoc cref="ResourceCard.Counties"/>
    public string? Counties { get; set; }

    /// <inheritdoc cref="ResourceCard.Topics"/>
    public string? Topics { get; set; }

    /// <summary>The form for an organization.</summary>
    public static ResourceInput From(OfficeResource resource) => new()
    {
        Version = resource.Version,
        Name = resource.Card.Name,
        NameEs = resource.Card.NameEs,
        Kind = resource.Card.Kind,
        About = resource.Card.About,
        AboutEs = resource.Card.AboutEs,
        Phone = resource.Card.Phone,
        Url = resource.Card.Url,
        Address = resource.Card.Address,
        States = string.Join(", ", resource.Card.States),
        Counties = string.Join(", ", resource.Card.Counties),
        Topics = string.Join(", ", resource.Card.Topics),
    };

    /// <summary>What was typed.</summary>
    public ResourceCard ToCard() => new()
    {
        Name = Name ?? "",
        NameEs = NameEs,
        Kind = Kind,
        About = About ?? "",
        AboutEs = AboutEs ?? "",
        Phone = Phone,
        Url = Url,
        Address = Address,
        States = Split(States),
        Counties = Split(Counties),
        Topics = Split(Topics),
    };

    private static string[] Split(string? typed) => (typed ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
