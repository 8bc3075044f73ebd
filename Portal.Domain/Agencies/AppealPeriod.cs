using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How well a fact is founded before someone in the office has verified it.</summary>
public enum Certainty
{
    /// <summary>Neither the rule nor a page about it was read.</summary>
    Unverified,

    /// <summary>The rule is cited, but its text wasn't read.</summary>
    Cited,

    /// <summary>The source was read.</summary>
    Read,
}

/// <summary>What a period is counted from, as far as a letter shows it.</summary>
public enum CountsFrom
{
    /// <summary>Something a letter doesn't show, such as a discharge or a payday.</summary>
    Other,

    /// <summary>The date of the letter.</summary>
    Letter,

    /// <summary>The day the person gets it. Counted from the date of the letter, to be on the safe side.</summary>
    Receipt,
}

/// <summary>A deadline that decides whether a person can still appeal, ask for a waiver, or keep a payment.</summary>
public sealed class AppealPeriod
{
    /// <summary>The code, such as ssa-reconsideration.</summary>
    public required string Code { get; init; }

    /// <summary>The agency's code.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>The order in which periods are listed.</summary>
    public int Position { get; init; }

    /// <summary>The <see cref="AppealPeriodCard"/> as JSON.</summary>
    public required string Card { get; set; }

    /// <summary>The card.</summary>
    public AppealPeriodCard Read() => JsonSerializer.Deserialize<AppealPeriodCard>(Card, SeedFile.Json)!;
}

/// <summary>What an appeal period says, in both languages, with its source.</summary>
/// <param name="What">What the person can do within the time, as an action.</param>
/// <param name="Days">The length in calendar days; null when it isn't a number of days.</param>
/// <param name="Period">The length in words.</param>
/// <param name="Starts">What the time is counted from; null when nothing is counted.</param>
public sealed record AppealPeriodCard(string Code, string Agency, Bilingual What, int? Days, Bilingual Period, Bilingual? Starts)
{
    /// <summary>What it's counted from.</summary>
    public CountsFrom CountsFrom { get; init; }

    /// <summary>How to ask for it, for staff, in English; null when nothing special is needed.</summary>
    public string? Form { get; init; }

    /// <summary>The numbers of the forms to use; empty when there are none.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>The law or rule.</summary>
    public required string Citation { get; init; }

    /// <summary>Where it was read; null when only cited.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The address if it's the government's own; others are for staff to look at, not to send people to.</summary>
    [JsonIgnore]
    public string? OfficialUrl => Uri.TryCreate(SourceUrl, UriKind.Absolute, out var url)
        && (url.Host.EndsWith(".gov", StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith(".mil", StringComparison.OrdinalIgnoreCase)) ? SourceUrl : null;

    /// <summary>How well it's founded.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>What staff should know, in English; null when there's nothing.</summary>
    public string? Note { get; init; }

    /// <summary>When the source was last looked at while the data was made.</summary>
    public required DateOnly CheckedOn { get; init; }
}

internal sealed class AppealPeriodMapping : IEntityTypeConfiguration<AppealPeriod>
{
    public void Configure(EntityTypeBuilder<AppealPeriod> period)
    {
        period.ToTable("AppealPeriod").HasKey(p => p.Code);
        period.Property(p => p.Code).HasMaxLength(80);
        period.Property(p => p.AgencyCode).HasMaxLength(8);
    }
}
