using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Constituents;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> file)
    {
        file.ToTable("Case");
        file.Property(c => c.Id).ValueGeneratedNever();
        file.Property(c => c.Reference).HasMaxLength(11);
        file.Property(c => c.Priority).HasMaxLength(2);
        file.Property(c => c.TopicCode).HasMaxLength(80);
        file.Property(c => c.AgencyCode).HasMaxLength(8);
        file.Property(c => c.Language).HasMaxLength(2);
        file.Property(c => c.SpokenLanguage).HasMaxLength(60);
        file.Property(c => c.Zip).HasMaxLength(5);
        file.Property(c => c.ReviewReason).HasMaxLength(200);
        file.Property(c => c.ContactEmail).HasMaxLength(320);
        file.Property(c => c.ContactEmailIndex).HasMaxLength(64);
        file.Property(c => c.PhoneIndex).HasMaxLength(64);
        file.Property(c => c.HelperPhoneIndex).HasMaxLength(64);
        file.HasIndex(c => c.Reference).IsUnique();
        file.HasIndex(c => new { c.Status, c.Priority, c.ReceivedAt, c.Id });
        file.HasIndex(c => new { c.AssignedToId, c.Priority, c.ReceivedAt, c.Id }).HasFilter("\"ClosedAt\" IS NULL");
        file.HasIndex(c => new { c.Priority, c.ReceivedAt, c.Id }).HasFilter("\"ClosedAt\" IS NULL");
        file.HasIndex(c => c.ConstituentId);
        file.HasIndex(c => c.PromisedOn);
        file.HasIndex(c => new { c.WordDueOn, c.Id });
        file.HasIndex(c => c.UnansweredSince);
        file.HasIndex(c => c.RoutedAt).HasFilter("\"RoutedAt\" IS NULL");
        file.HasIndex(c => c.RouteAgainAt).HasFilter("\"RouteAgainAt\" IS NOT NULL");
        file.HasIndex(c => new { c.ContactEmailIndex, c.Status });
        file.HasIndex(c => c.PhoneIndex).HasFilter("\"PhoneIndex\" IS NOT NULL");
        file.HasIndex(c => c.HelperPhoneIndex).HasFilter("\"HelperPhoneIndex\" IS NOT NULL");
        file.HasIndex(c => new { c.TopicCode, c.ReceivedAt, c.Id });
        file.HasOne<Constituent>().WithMany().HasForeignKey(c => c.ConstituentId).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AssignedToId).OnDelete(DeleteBehavior.Restrict);
    }
}
