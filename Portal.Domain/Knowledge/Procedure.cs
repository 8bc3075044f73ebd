using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Knowledge;

/// <summary>How the office works on a kind of case, as a page in Markdown that staff read beside the case.</summary>
public sealed class Procedure : IVersioned
{
    /// <summary>A version-7 id, created with the form.</summary>
    public Guid Id { get; init; }

    /// <summary>What it says.</summary>
    public required ProcedureCard Card { get; set; }

    /// <summary>The day someone last compared it with its source; null when no one has since it changed.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Who did.</summary>
    public Guid? CheckedById { get; private set; }

    /// <summary>When it was retired, UTC; null while it's in use.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Someone compared it with its source.</summary>
    public void Check(DateOnly day, Guid by) => (CheckedOn, CheckedById) = (day, by);

    /// <summary>Gives it other words, which no one has checked yet. Other topics alone leave it checked.</summary>
    public void Change(ProcedureCard card)
    {
        if (!Card.SaysTheSame(card))
            (CheckedOn, CheckedById) = (null, null);
        Card = card;
    }

    /// <summary>Takes it out of use. Retiring it twice changes nothing.</summary>
    public void Retire(DateTime now) => RetiredAt ??= now;

    /// <summary>Takes it into use again.</summary>
    public void Restore() => RetiredAt = null;
}

/// <summary>The texts of a procedure and the topics it concerns.</summary>
public sealed record ProcedureCard
{
    /// <summary>The longest title or source, in characters.</summary>
    public const int LongestLine = 200;

    /// <summary>The longest page, in characters.</summary>
    public const int LongestBody = 20_000;

    /// <summary>Its title in English.</summary>
    public required string Title { get; init; }

    /// <summary>Its title in Spanish; null when the office wrote it only in English.</summary>
    public string? TitleEs { get; init; }

    /// <summary>The page in English, in Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The page in Spanish; null when the office wrote it only in English.</summary>
    public string? BodyEs { get; init; }

    /// <summary>Codes of the topics it concerns.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Where an agency's practice in it comes from; null when it states none.</summary>
    public string? Source { get; init; }

    /// <summary>The title in the reader's language, or in English.</summary>
    public string TitleIn(string language) => language == "es" ? TitleEs ?? Title : Title;

    /// <summary>The page in the reader's language, or in English.</summary>
    public string BodyIn(string language) => language == "es" ? BodyEs ?? Body : Body;

    /// <summary>The language that a reader gets it in, such as "en".</summary>
    public string LanguageFor(string language) => language == "es" && BodyEs is not null ? "es" : "en";

    /// <summary>The same without blanks around the values, and with each topic once.</summary>
    public ProcedureCard Cleaned() => new()
    {
        Title = PlainText.Line(Title),
        TitleEs = OrNull(PlainText.Line(TitleEs ?? "")),
        Body = PlainText.Lines(Body),
        BodyEs = OrNull(PlainText.Lines(BodyEs ?? "")),
        Topics = [.. Topics.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        Source = OrNull(PlainText.Line(Source ?? "")),
    };

    /// <summary>Whether its texts are the same, whatever its topics.</summary>
    public bool SaysTheSame(ProcedureCard other) =>
        (Title, TitleEs, Body, BodyEs, Source) == (other.Title, other.TitleEs, other.Body, other.BodyEs, other.Source);

    // Records compare lists by reference.
    /// <inheritdoc />
    public bool Equals(ProcedureCard? other) => other is not null && SaysTheSame(other) && Topics.SequenceEqual(other.Topics);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Title, Body, Source);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>A procedure was added or changed.</summary>
public sealed record ProcedureSaved(Guid ProcedureId, bool Added) : IEvent;

/// <summary>A procedure was compared with its source.</summary>
public sealed record ProcedureChecked(Guid ProcedureId) : IEvent;

/// <summary>A procedure was taken out of use.</summary>
public sealed record ProcedureRetired(Guid ProcedureId) : IEvent;

/// <summary>A procedure was taken into use again.</summary>
public sealed record ProcedureRestored(Guid ProcedureId) : IEvent;

internal sealed class ProcedureMapping : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> procedure)
    {
        procedure.ToTable("Procedure");
        procedure.Property(p => p.Id).ValueGeneratedNever();
        procedure.ComplexProperty(p => p.Card, card => card.Property(c => c.Title).HasMaxLength(ProcedureCard.LongestLine * 2));
        procedure.HasIndex(p => p.RetiredAt).HasFilter("\"RetiredAt\" IS NULL");
    }
}
