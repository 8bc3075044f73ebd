using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>An entity that two people may change at once: <see cref="Version"/> grows with every save.</summary>
public interface IVersioned
{
    /// <summary>Grows by one with each save; a form carries it so that a stale save is noticed.</summary>
    int Version { get; set; }
}

internal static class ConcurrencyTokens
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
    }
}
