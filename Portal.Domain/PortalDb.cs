using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain;

/// <summary>
/// The office's database. It applies the mappings each feature folder declares next to its entities
/// (<see cref="IEntityTypeConfiguration{TEntity}"/>); the only entity it names itself is the Identity user.
/// </summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<StaffMember, Guid>(options)
{
    /// <summary>The Identity schema version that has passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    private readonly DbContextOptions _options = options;
    private (int Lease, SealRing Ring)? _seals;

    /// <summary>Whether several processes can share this database.</summary>
    public abstract bool IsShared { get; }

    // A pooled context serves one request after another; each starts without keys.
    internal SealRing Seals
    {
        get
        {
            if (_seals is not { } held || held.Lease != ContextId.Lease)
                _seals = held = (ContextId.Lease, new SealRing(this, Sealing.KeysOf(_options)));
            return held.Ring;
        }
    }

    /// <summary>
    /// Commits everything an operation changed, recorded, and queued, all at once. If someone else saved first,
    /// nothing is committed and the outcome is <see cref="Outcome.Stale"/>.
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
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e.State != EntityState.Deleted && !SealedColumns.Of(e.Metadata).IsEmpty))
            await Seals.SealAsync(entry, cancellationToken);
        foreach (var entry in changed)
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

    /// <summary>
    /// Commits several saves, or a save and SQL, all at once. The only way to begin a transaction: whoever held SQLite's lock and then
    /// waited for the gate of its writers would wait for a writer that waits for the lock.
    /// </summary>
    /// <param name="write">Does the work; done again if the database requires a retry.</param>
    /// <param name="cancellation">Cancels and undoes it.</param>
    public virtual Task InTransactionAsync(Func<Task> write, CancellationToken cancellation) =>
        Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellation);
            await write();
            await transaction.CommitAsync(cancellation);
        });

    /// <summary>Bumps the version on the next save even if no value changes, so a form opened earlier is rejected as stale.</summary>
    public void CountAsChanged<TEntity>(TEntity row) where TEntity : class, IVersioned =>
        Entry(row).Property(r => r.Version).IsModified = true;

    /// <summary>
    /// Lets sealed values that were read without their row open themselves. Values of whole rows do so by themselves.
    /// </summary>
    public void Open<TRow>(Guid key, params ReadOnlySpan<(string Column, SealedText? Value)> values) where TRow : class
    {
        var columns = SealedColumns.Of(Model.FindEntityType(typeof(TRow))!);
        foreach (var (column, value) in values)
            value?.OpenWith(columns.PlaceOf(column, key), Seals.Open);
    }

    /// <summary>The blind index of a value (see <see cref="BlindIndex"/>).</summary>
    internal string IndexOf(string purpose, string normalizedValue) => Seals.Index.Of(purpose, normalizedValue);

    /// <summary>Reads the keys of many cases at once, so that their texts don't read them one by one when they open.</summary>
    public Task ReadKeysAsync(IEnumerable<Guid> cases, CancellationToken cancellation) => Seals.ReadAsync(cases, cancellation);

    /// <summary>Seals a row that's about to be inserted without being tracked.</summary>
    internal void Seal(object row, CaseCipher cipher)
    {
        if (Model.FindEntityType(row.GetType()) is { } table)
            SealedColumns.Of(table).Seal(row, cipher);
    }

    /// <summary>How many times this process has saved an entity of this type. Anything read at a lower count may be out of date.</summary>
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
        SealedColumns.Configure(configuration);
        configuration.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
