using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Cases;

namespace Portal.Domain.PrivacyReleases;

internal sealed class PrivacyReleaseMapping : IEntityTypeConfiguration<PrivacyRelease>
{
    public void Configure(EntityTypeBuilder<PrivacyRelease> release)
    {
        release.ToTable("PrivacyRelease");
        release.Property(r => r.Id).ValueGeneratedNever();
        release.Property(r => r.AgencyCode).HasMaxLength(8);
        release.Property(r => r.Language).HasMaxLength(2);
        release.Property(r => r.SignerEmailIndex).HasMaxLength(64);
        release.Property(r => r.LinkToken).HasMaxLength(64);
        release.HasIndex(r => r.LinkToken).IsUnique();
        // Status comes second. SQLite overestimates how selective it is; an index that starts with it would read every waiting release.
        release.HasIndex(r => new { r.CaseId, r.Status, r.AgencyCode });
        release.HasIndex(r => new { r.Status, r.ExpiresOn });
        release.HasIndex(r => new { r.Status, r.RequestedAt });
        release.HasIndex(r => new { r.SignerEmailIndex, r.RequestedAt });
        release.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        release.ComplexProperty(r => r.Matter, matter =>
        {
            matter.Property(m => m.Identifiers).HasMaxLength(400);
            matter.Property(m => m.Form).HasMaxLength(60);
        });
        release.OwnsOne(r => r.Signature, s =>
        {
            s.Property(x => x.TemplateId).HasMaxLength(40);
            s.Property(x => x.TextSha256).HasMaxLength(64);
            s.Property(x => x.IdentifiersGiven).HasMaxLength(400);
            s.Property(x => x.PdfName).HasMaxLength(80);
            s.Property(x => x.PdfSha256).HasMaxLength(64);
            s.Property(x => x.VerificationCode).HasMaxLength(20);
            s.HasIndex(x => x.VerificationCode).IsUnique();
            s.HasIndex(x => x.PdfSha256);
            s.HasIndex(x => x.PdfName);
        });
    }
}
