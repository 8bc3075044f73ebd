using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>
/// A release template being edited: the draft of its next version. People never sign a draft; they sign the
/// <see cref="ReleaseTemplateVersion"/>s published from it.
/// </summary>
public sealed class ReleaseTemplate : IVersioned
{
    /// <summary>The code agencies refer to, such as generic or immigration.</summary>
    public required string Code { get; init; }

    /// <summary>Its name for staff, in English.</summary>
    public required string Name { get; set; }

    /// <summary>Its name for staff, in Spanish.</summary>
    public required string NameEs { get; set; }

    /// <summary>The <see cref="TemplateWording"/> as JSON.</summary>
    public required string Wording { get; set; }

    /// <summary>The source of the wording.</summary>
    public required string Source { get; set; }

    /// <summary>When staff last checked it; null if never.</summary>
    public DateOnly? VerifiedOn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;

    /// <summary>The wording.</summary>
    public TemplateWording Words() => TemplateJson.Read(Wording);

    /// <summary>Whether this published version matches the draft.</summary>
    public bool IsPublishedAs(ReleaseTemplateVersion version) =>
        (version.Wording, version.Source, version.VerifiedOn) == (Wording, Source, VerifiedOn);
}

/// <summary>A published version of a template. It never changes: a database trigger rejects updates.</summary>
public sealed class ReleaseTemplateVersion : IAppendOnly
{
    private TemplateWording? _words;

    /// <summary>The template's code.</summary>
    public required string Code { get; init; }

    /// <summary>1, 2, 3, and so on; 0 for a preview of a draft.</summary>
    public int Number { get; init; }

    /// <summary>The <see cref="TemplateWording"/> as JSON.</summary>
    public required string Wording { get; init; }

    /// <summary>SHA-256 of <see cref="Wording"/>, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The source of the wording.</summary>
    public required string Source { get; init; }

    /// <summary>When staff had last checked it; null if never.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime PublishedAt { get; init; }

    /// <summary>The staff member who published it; null for a version that came with the product.</summary>
    public Guid? PublishedById { get; init; }

    /// <summary>The version of the draft it was made from, so that publishing a draft twice has no effect.</summary>
    public int DraftVersion { get; init; }

    /// <summary>The wording.</summary>
    public TemplateWording Words() => _words ??= TemplateJson.Read(Wording);

    /// <summary>Freezes a draft.</summary>
    public static ReleaseTemplateVersion From(ReleaseTemplate draft, int number, DateTime now, Guid? by) => new()
    {
        Code = draft.Code,
        Number = number,
        Wording = draft.Wording,
        Sha256 = TemplateJson.Sha256(draft.Wording),
        Source = draft.Source,
        VerifiedOn = draft.VerifiedOn,
        PublishedAt = now,
        PublishedById = by,
        DraftVersion = draft.Version,
    };
}

internal sealed class ReleaseTemplateMapping : IEntityTypeConfiguration<ReleaseTemplate>, IEntityTypeConfiguration<ReleaseTemplateVersion>
{
    public void Configure(EntityTypeBuilder<ReleaseTemplate> template)
    {
        template.ToTable("ReleaseTemplate").HasKey(t => t.Code);
        template.Property(t => t.Code).HasMaxLength(40);
        template.Property(t => t.Name).HasMaxLength(120);
        template.Property(t => t.NameEs).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<ReleaseTemplateVersion> version)
    {
        version.ToTable("ReleaseTemplateVersion").HasKey(v => new { v.Code, v.Number });
        version.Property(v => v.Code).HasMaxLength(40);
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Sha256).HasMaxLength(64);
        version.HasOne<ReleaseTemplate>().WithMany().HasForeignKey(v => v.Code).OnDelete(DeleteBehavior.Restrict);
    }
}
