using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Where a version of an agency's form stands.</summary>
public enum AgencyFormState
{
    /// <summary>Being mapped; nobody gets it.</summary>
    Draft,

    /// <summary>In use for releases signed from now on.</summary>
    Published,

    /// <summary>No longer in use, or replaced by a newer version. Kept, because people signed it.</summary>
    Superseded,
}

/// <summary>
/// A version of an agency's own fillable form, and what goes into each of its fields. The blank lies encrypted in the
/// document store under a key of its own (<see cref="Id"/> owns it), as it belongs to no case.
/// </summary>
public sealed class AgencyForm : IVersioned
{
    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The agency that publishes the form.</summary>
    public required string AgencyCode { get; init; }

    /// <summary>1 for the first form of the agency, counted up with every upload.</summary>
    public int Edition { get; init; }

    /// <summary>Name and number of the form, such as "Consent for release of information, SSA-3288".</summary>
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

    /// <summary>Where it stands.</summary>
    public AgencyFormState State { get; private set; } = AgencyFormState.Draft;

    /// <summary>Where the form was found.</summary>
    public required string Source { get; set; }

    /// <summary>When somebody last checked that the agency still uses it; null when nobody has.</summary>
    public DateOnly? VerifiedOn { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>By whom.</summary>
    public Guid? UploadedById { get; init; }

    /// <summary>When, UTC; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>By whom.</summary>
    public Guid? PublishedById { get; private set; }

    /// <summary>When it went out of use, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The fields and what goes into them.</summary>
    public FormMap Map => FormMap.Parse(FieldMap);

    /// <summary>Puts it into use.</summary>
    /// <exception cref="InvalidOperationException">It is no draft.</exception>
    public void Publish(DateTime now, Guid? by)
    {
        if (State != AgencyFormState.Draft)
            throw new InvalidOperationException("Only a draft can be published.");
        (State, PublishedAt, PublishedById) = (AgencyFormState.Published, now, by);
    }

    /// <summary>Takes it out of use.</summary>
    /// <exception cref="InvalidOperationException">It is not in use.</exception>
    public void End(DateTime now)
    {
        if (State != AgencyFormState.Published)
            throw new InvalidOperationException("Only a published form can go out of use.");
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
        form.Property(f => f.Source).HasMaxLength(500);
        form.Ignore(f => f.Map);
        form.HasIndex(f => f.StoredName);
        form.HasIndex(f => new { f.AgencyCode, f.Edition }).IsUnique();
        // One draft an agency: only so can no two people publish different forms at once.
        form.HasIndex(f => f.AgencyCode).IsUnique().HasFilter("\"State\" = 'Draft'").HasDatabaseName("IX_AgencyForm_Draft");
        form.HasOne<Agency>().WithMany().HasForeignKey(f => f.AgencyCode).OnDelete(DeleteBehavior.Restrict);
    }
}
