using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain;

/// <summary>
/// The office's database. It collects the mappings that every noun folder declares beside its entity
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>) and knows no business noun but Identity's user.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<StaffMember, Guid>(options)
{
    /// <summary>The Identity schema with passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Whether several processes may share this database.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// The one save of an operation: everything it changed, recorded and queued is committed together,
    /// or, when somebody else was faster, nothing is.
    /// </summary>
    public async Task<Outcome> CommitAsync(CancellationToken cancellation, Outcome? done = null)
    {
        try
        {
            await SaveChangesAsync(cancellation);
            return done ?? Outcome.Done;
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || UniqueViolation.Caused(conflict))
        {
            ChangeTracker.Clear();
            return new Outcome.Stale();
        }
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var (kinds, added) = (new HashSet<Type>(), new HashSet<Type>());
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            kinds.Add(entry.Metadata.ClrType);
            if (entry.State == EntityState.Added)
                added.Add(entry.Metadata.ClrType);
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                versioned.Version++;
        }

        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Saves.Tell(Database.GetConnectionString()!, kinds, added);
        return rows;
    }

    /// <summary>Raises the version with the next save though no value changes, so that a form opened before is noticed as stale.</summary>
    public void CountAsChanged<TEntity>(TEntity row) where TEntity : class, IVersioned => Entry(row).Property(r => r.Version).IsModified = true;

    /// <summary>How often this process saved something of that kind; what was read before it changed may be out of date.</summary>
    public long SavesOf<TEntity>() => Saves.Of(Database.GetConnectionString()!, typeof(TEntity));

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
