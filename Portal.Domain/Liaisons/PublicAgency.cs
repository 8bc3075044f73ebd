using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Liaisons;

/// <summary>What an agency or a state tells the public about how to reach it, imported from USA.gov. For staff to look up.</summary>
public sealed class PublicAgency
{
    /// <summary>The code, such as social-security-administration or state/colorado.</summary>
    public required string Code { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The <see cref="PublicAgencyCard"/> as JSON.</summary>
    public required string Card { get; set; }

    /// <summary>The card.</summary>
    public PublicAgencyCard Read() => JsonSerializer.Deserialize<PublicAgencyCard>(Card, SeedFile.Json)!;
}

/// <summary>How the public reaches an agency.</summary>
public sealed record PublicAgencyCard
{
    /// <summary>Its short name; null when it has none.</summary>
    public string? Acronym { get; init; }

    /// <summary>Phone numbers.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>TTY numbers.</summary>
    public IReadOnlyList<string> Tty { get; init; } = [];

    /// <summary>Email addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Mailing address on one line; null when not known.</summary>
    public string? Address { get; init; }

    /// <summary>Web pages: sites, contact forms, and office finders.</summary>
    public IReadOnlyList<PublicPage> Pages { get; init; } = [];

    /// <summary>Where it was read, with its date, such as "USA.gov, May 2025".</summary>
    public required string Source { get; init; }
}

/// <summary>A web page of an agency.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address.</param>
public sealed record PublicPage(string Name, string Url);

internal sealed class PublicAgencyMapping : IEntityTypeConfiguration<PublicAgency>
{
    public void Configure(EntityTypeBuilder<PublicAgency> agency)
    {
        agency.ToTable("PublicAgency").HasKey(a => a.Code);
        agency.Property(a => a.Code).HasMaxLength(120);
        agency.Property(a => a.Name).HasMaxLength(300);
    }
}
