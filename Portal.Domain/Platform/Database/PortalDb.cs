using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Staff;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// The office's database. It collects the mappings that every noun folder declares beside its entity
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>) and knows no business noun but Identity's user.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<StaffMember, Guid>(options)
{
    /// <summary>The Identity schema with passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        ConcurrencyTokens.Apply(builder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
