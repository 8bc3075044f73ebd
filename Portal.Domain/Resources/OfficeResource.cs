using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Resources;

/// <summary>The kind of help an organization gives.</summary>
public enum ResourceKind
{
    /// <summary>A charity, legal aid, or another group in the community.</summary>
    Community,

    /// <summary>A state, county, or city office.</summary>
    StateOrLocal,

    /// <summary>A regulator that takes complaints.</summary>
    Regulator,

    /// <summary>Help in a crisis.</summary>
    Crisis,
}

/// <summary>An organization that staff added to the library, such as a food bank in one county.</summary>
public sealed class OfficeResource : IVersioned
{
    /// <summary>A version-7 id, created with the form.</summary>
    public Guid Id { get; init; }

    /// <summary>What is known about it.</summary>
    public required ResourceCard Card { get; set; }

    /// <summary>The day someone last made sure that it's right; null when no one has since it changed.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Who did.</summary>
    public Guid? CheckedById { get; private set; }

    /// <summary>When it was removed from the library, UTC; null while it's in use. Referrals keep what they said.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Someone made sure that it's right.</summary>
    public void Check(DateOnly day, Guid by) => (CheckedOn, CheckedById) = (day, by);

    /// <summary>Gives it other data, which no one has checked yet.</summary>
    public void Change(ResourceCard card) => (Card, CheckedOn, CheckedById) = (card, null, null);

    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}

/// <summary>How to reach an organization, and whom it helps with what.</summary>
public sealed record ResourceCard
{
    /// <summary>The longest line, in characters.</summary>
    public const int MaxLine = 200;

    /// <summary>The longest text of several lines, in characters.</summary>
    public const int MaxText = 1000;

    /// <summary>Its name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in Spanish; null when it's the same.</summary>
    public string? NameEs { get; init; }

    /// <summary>The kind of help.</summary>
    public ResourceKind Kind { get; init; }

    /// <summary>What it does, in English.</summary>
    public required string About { get; init; }

    /// <summary>What it does, in Spanish.</summary>
    public required string AboutEs { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Web address; http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Street address, in several lines.</summary>
    public string? Address { get; init; }

    /// <summary>Codes of the topics it helps with; empty for any.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Postal codes of the states it serves; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Names of the counties it serves, such as "Jefferson"; empty for all of its states.</summary>
    public IReadOnlyList<string> Counties { get; init; } = [];

    // Records compare lists by reference.
    /// <inheritdoc />
    public bool Equals(ResourceCard? other) =>
        other is not null && Lines.SequenceEqual(other.Lines) && Kind == other.Kind
        && Topics.SequenceEqual(other.Topics) && States.SequenceEqual(other.States) && Counties.SequenceEqual(other.Counties);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Phone, Url, Address);

    /// <summary>Name, what they do, address, phone, and website, formatted for a letter.</summary>
    public string CardIn(string language) => string.Join(
        "\n", new[] { language == "es" ? NameEs ?? Name : Name, language == "es" ? AboutEs : About, Address, Phone, Url }.Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>The same without blanks around the values; counties and states in a uniform spelling.</summary>
    public ResourceCard Cleaned() => this with
    {
        Name = PlainText.Line(Name),
        NameEs = Blank(NameEs),
        About = PlainText.Lines(About).Trim(),
        AboutEs = PlainText.Lines(AboutEs).Trim(),
        Phone = Blank(Phone),
        Url = Blank(Url),
        Address = string.IsNullOrWhiteSpace(Address) ? null : PlainText.Lines(Address).Trim(),
        Topics = [.. Topics.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()],
        States = [.. States.Select(StateCode).Where(s => s.Length > 0).Distinct()],
        Counties = [.. Counties.Select(CountyName).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    /// <summary>A county's name without the word "County" or "Parish".</summary>
    public static string CountyName(string typed)
    {
        var name = PlainText.Line(typed);
        foreach (var word in (string[])[" county", " parish", " borough"])
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                name = name[..^word.Length];
        return name.Trim();
    }

    /// <summary>The postal code of a state that was typed as a code or as a name; what it can't read, in capitals.</summary>
    public static string StateCode(string typed) => UsState.TryParse(typed.Trim(), out var state) ? state.Code : typed.Trim().ToUpperInvariant();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Line(text);

    private string?[] Lines => [Name, NameEs, About, AboutEs, Phone, Url, Address];
}

internal sealed class OfficeResourceMapping : IEntityTypeConfiguration<OfficeResource>
{
    public void Configure(EntityTypeBuilder<OfficeResource> resource)
    {
        resource.ToTable("OfficeResource");
        resource.Property(r => r.Id).ValueGeneratedNever();
        resource.ComplexProperty(r => r.Card, card => card.Property(x => x.Name).HasMaxLength(ResourceCard.MaxLine));
        resource.HasIndex(r => r.EndedAt).HasFilter("\"EndedAt\" IS NULL");
    }
}
