using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>A unit of an agency that answers Congress: how to reach it, what it needs, and how long it says it takes. For staff only.</summary>
public sealed class AgencyChannel
{
    /// <summary>The code, such as ssa-field-office.</summary>
    public required string Code { get; init; }

    /// <summary>The agency's code.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>The order in which channels are listed.</summary>
    public int Position { get; init; }

    /// <summary>The <see cref="AgencyChannelCard"/> as JSON.</summary>
    public required string Card { get; set; }

    /// <summary>The card.</summary>
    public AgencyChannelCard Read() => JsonSerializer.Deserialize<AgencyChannelCard>(Card, SeedFile.Json)!;
}

/// <summary>What is known about a channel, in English, with its source.</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Channel">How it's reached; null when not known.</param>
/// <param name="Needs">What it needs before it answers; null when not known.</param>
public sealed record AgencyChannelCard(string Code, string Agency, string Unit, string? Channel, string? Needs)
{
    /// <summary>When it acknowledges, in words; null when it publishes no time.</summary>
    public string? Acknowledgment { get; init; }

    /// <summary>When it sends an interim answer, in words; null when it publishes no time.</summary>
    public string? Interim { get; init; }

    /// <summary>When it answers, in words; null when it publishes no time.</summary>
    public string? Final { get; init; }

    /// <summary>The rule it follows; null when not known.</summary>
    public string? Rule { get; init; }

    /// <summary>Where it was read; null when it wasn't.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>How well it's founded.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>What else staff should know; null when there's nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When the source was last looked at while the data was made.</summary>
    public required DateOnly CheckedOn { get; init; }
}

internal sealed class AgencyChannelMapping : IEntityTypeConfiguration<AgencyChannel>
{
    public void Configure(EntityTypeBuilder<AgencyChannel> channel)
    {
        channel.ToTable("AgencyChannel").HasKey(c => c.Code);
        channel.Property(c => c.Code).HasMaxLength(80);
        channel.Property(c => c.AgencyCode).HasMaxLength(8);
    }
}
