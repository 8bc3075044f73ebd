using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Staff;

/// <summary>
/// Identity maps passkeys and limits its key lengths only when a service provider has its options, so the model would differ
/// between the site, the command line, and the tools. Mapped here, it is the same everywhere.
/// </summary>
internal sealed class SignInMapping :
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    private const int KeyLength = 128;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("StaffPasskey").HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(KeyLength);
        login.Property(l => l.ProviderKey).HasMaxLength(KeyLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.Property(t => t.LoginProvider).HasMaxLength(KeyLength);
        token.Property(t => t.Name).HasMaxLength(KeyLength);
    }
}
