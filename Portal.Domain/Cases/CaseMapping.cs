using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.ToTable("Case");
        @case.Property(c => c.Id).ValueGeneratedNever();
        @case.SealedFor(c => c.Id);
        @case.Property(c => c.Reference).HasMaxLength(11);
        @case.Property(c => c.Priority).HasMaxLength(2);
        @case.Property(c => c.TopicCode).HasMaxLength(80);
        @case.Property(c => c.AgencyCode).HasMaxLength(8);
        @case.Property(c => c.Language).HasMaxLength(2);
        @case.Property(c => c.Zip).HasMaxLength(5);
        @case.Property(c => c.ReviewReason).HasMaxLength(200);
        @case.Property(c => c.ContactEmailIndex).HasMaxLength(64);
        @case.Property(c => c.PhoneIndex).HasMaxLength(64);
        @case.Property(c => c.HelperPhoneIndex).HasMaxLength(64);
        @case.HasIndex(c => c.Reference).IsUnique();
        @case.HasIndex(c => new { c.Status, c.Priority, c.ReceivedAt, c.Id });
        @case.HasIndex(c => new { c.AssignedToId, c.Priority, c.ReceivedAt, c.Id }).HasFilter("\"ClosedAt\" IS NULL");
        @case.HasIndex(c => new { c.Priority, c.ReceivedAt, c.Id }).HasFilter("\"ClosedAt\" IS NULL");
        // Lists of these few cases are in the order of the key. Without an index in that order, SQLite reads every case to avoid sorting a few.
        @case.HasIndex(c => c.Id, "IX_Case_InDanger").HasFilter("\"Danger\" IS NOT NULL");
        foreach (var left in new[] { nameof(Case.Danger), nameof(Case.UnansweredSince), nameof(Case.AnswerUntoldSince), nameof(Case.AnswerToConfirmSince) })
            @case.HasIndex([nameof(Case.AssignedToId), nameof(Case.Id)], $"IX_Case_ClosedWith{left}").HasFilter($"\"ClosedAt\" IS NOT NULL AND \"{left}\" IS NOT NULL");
        @case.HasIndex(c => c.ConstituentId);
        @case.HasIndex(c => c.PromisedOn);
        @case.HasIndex(c => new { c.UpdateDueOn, c.Id });
        @case.HasIndex(c => c.UnansweredSince);
        @case.HasIndex(c => c.AnswerUntoldSince).HasFilter("\"AnswerUntoldSince\" IS NOT NULL");
        @case.HasIndex(c => c.AnswerToConfirmSince).HasFilter("\"AnswerToConfirmSince\" IS NOT NULL");
        @case.HasIndex(c => c.RoutedAt).HasFilter("\"RoutedAt\" IS NULL");
        @case.HasIndex(c => c.RouteAgainAt).HasFilter("\"RouteAgainAt\" IS NOT NULL");
        @case.HasIndex(c => new { c.ContactEmailIndex, c.Status });
        @case.HasIndex(c => c.PhoneIndex).HasFilter("\"PhoneIndex\" IS NOT NULL");
        @case.HasIndex(c => c.HelperPhoneIndex).HasFilter("\"HelperPhoneIndex\" IS NOT NULL");
        @case.HasIndex(c => new { c.TopicCode, c.ReceivedAt, c.Id });
        @case.HasOne<Constituent>().WithMany().HasForeignKey(c => c.ConstituentId).OnDelete(DeleteBehavior.Restrict);
        @case.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AssignedToId).OnDelete(DeleteBehavior.Restrict);
    }
}
