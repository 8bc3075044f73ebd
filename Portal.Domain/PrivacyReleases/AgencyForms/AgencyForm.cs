using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>The state of one version of an agency's form.</summary>
public enum AgencyFormState
{
    /// <summary>Being set up; not yet used for any release.</summary>
    Draft,

    /// <summary>Used for releases signed from now on.</summary>
    Published,

    /// <summary>No longer used, or replaced by a newer version. Kept because people signed it.</summary>
    Superseded,
}

/// <summary>
/// A version of an agency's own fillable form, and what goes in each of its fields. It belongs to no case, so the blank is
/// encrypted in the document store under its own key, which <see cref="Id"/> owns.
/// </summary>
public sealed class AgencyForm : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The agency that publishes the form.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>The upload's number: 1 for the agency's first form, then 2, 3, and so on.</summary>
    public int Edition { get; init; }

    /// <summary>The form's name and number, such as "Consent for release of information, SSA-3288".</summary>
    public required string Title { get; set; }

    /// <summary>SHA-256 of the blank as the agency published it, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The stored name of the blank.</summary>
    public required string StoredName { get; init; }

    /// <summary>Bytes of the blank.</summary>
    public long Length { get; init; }

    /// <summary>Pages of the blank.</summary>
    public int PageCount { get; init; }

    /// <summary>The <see cref="FormMap"/> as JSON.</summary>
    public required string FieldMap { get; set; }

    /// <summary>Its current state.</summary>
    public AgencyFormState State { get; private set; } = AgencyFormState.Draft;

    /// <summary>Where the form was found.</summary>
    public required string Source { get; set; }

    /// <summary>When staff last checked that the agency still uses it; null if never.</summary>
    public DateOnly? VerifiedOn { get; set; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>The staff member who uploaded it.</summary>
    public Guid? UploadedById { get; init; }

    /// <summary>When it was published, UTC; null while it's a draft.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The staff member who published it; null while it's a draft.</summary>
    public Guid? PublishedById { get; private set; }

    /// <summary>When it was retired or replaced, UTC; null until then.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The fields and what goes in them.</summary>
    public FormMap Map => FormMap.Parse(FieldMap);

    /// <summary>Publishes it.</summary>
    /// <exception cref="InvalidOperationException">It isn't a draft.</exception>
    public void Publish(DateTime now, Guid? by)
    {
        if (State != AgencyFormState.Draft)
            throw new InvalidOperationException("Only a draft can be published.");
        (State, PublishedAt, PublishedById) = (AgencyFormState.Published, now, by);
    }

    /// <summary>Retires it.</summary>
    /// <exception cref="InvalidOperationException">It isn't published.</exception>
    public void End(DateTime now)
    {
        if (State != AgencyFormState.Published)
            throw new InvalidOperationException("Only a published form can be taken out of use.");
        (State, EndedAt) = (AgencyFormState.Superseded, now);
    }
}

internal sealed class AgencyFormMapping : IEntityTypeConfiguration<AgencyForm>
{
    public void Configure(EntityTypeBuilder<AgencyForm> form)
    {
        form.ToTable("AgencyForm");
        form.Property(f => f.Id).ValueGeneratedNever();
        form.Property(f => f.AgencyCode).HasMaxLength(8);
        form.Property(f => f.Title).HasMaxLength(160);
        form.Property(f => f.Sha256).HasMaxLength(64);
        form.Property(f => f.StoredName).HasMaxLength(80);
        form.Ignore(f => f.Map);
        form.HasIndex(f => f.StoredName);
        form.HasIndex(f => new { f.AgencyCode, f.Edition }).IsUnique();
        // One draft per agency, so that two people can't publish different forms at the same time.
        form.HasIndex(f => f.AgencyCode).IsUnique().HasFilter("\"State\" = 'Draft'").HasDatabaseName("IX_AgencyForm_Draft");
        form.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
